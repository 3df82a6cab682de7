//! Column widths: a database takes the SQL, and the CSV says what the catalogue says.

use std::process::Command;

use koo_codegen::sql::{Format, emit};

use crate::support::{CATALOGUE, folder, python_tool, run, write};

#[test]
fn a_database_takes_the_tables() {
    let Some(python) = python_tool("python") else {
        return;
    };
    let folder = folder();
    write(folder.path(), &emit(&CATALOGUE, Format::Sql).unwrap());
    let script = "
import sqlite3
database = sqlite3.connect(':memory:')
database.executescript(open('lengths.sql', encoding='utf-8').read())
columns = {row[1]: row[2] for row in database.execute('pragma table_info(saas_v2_new_instance_request_body)')}
assert columns['order_id'] == 'varchar(64)', columns
columns = {row[1]: row[2] for row in database.execute('pragma table_info(saas_v2_query_instance_reply_body)')}
assert columns['info_app_info_front_end_url'] == 'varchar(512)', columns
print(database.execute('select count(*) from sqlite_master').fetchone()[0])
";
    let printed = run(Command::new(python)
        .current_dir(folder.path())
        .args(["-c", script]));
    let tables: usize = printed.trim().parse().unwrap();
    assert!(tables > 100, "{tables} tables");
}

#[test]
fn rows_name_limit_unit_sites_and_source() {
    let files = emit(&CATALOGUE, Format::Csv).unwrap();
    let text = &files[0].contents;
    let row = "saas-v2,newInstance,request,body,orderId,string,varchar(64),64,characters,true,M,mainland intl eu,";
    assert!(
        text.lines().any(|line| line.starts_with(row)),
        "{text:.2000}"
    );
    // A limit that is printed but not enforced is no width.
    let row = "saas-v2,queryInstance,request,body,instanceId,string,text,100,characters,false,M,";
    assert!(text.lines().any(|line| line.starts_with(row)));
    let columns = text.lines().next().unwrap().split(',').count();
    assert!(
        text.lines()
            .all(|line| line.contains('"') || line.split(',').count() == columns)
    );
}
