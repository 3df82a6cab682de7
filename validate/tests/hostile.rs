//! Whatever bytes come, there is a report and no panic.

use std::sync::LazyLock;

use koo_spec::catalogue::{Catalogue, Side};
use koo_spec::load::{Input, load};
use koo_validate::table::{Dialect, File};
use koo_validate::{Options, Policy, Session, report, resolve, table};
use proptest::prelude::*;

const TOP: &str = "catalogue: demo\ntitle: Demo\ndoc: Demo.\nsites: {north: {title: North}}\n";
const SHOP: &str = "
family: shop
title: {en: Shop, zh: 商店}
status: current
doc: Orders.
sites: [north]
pages: {orders: {title: Orders, site: north}}
types:
  Item:
    doc: Item.
    page: orders
    fields:
      name: {type: string, required: true, max_length: 4, doc: Name., page: orders}
      parts: {type: 'Item[]', required: false, max_items: 3, doc: Parts., page: orders}
interfaces:
  place:
    title: {en: Place, zh: 下单}
    page: orders
    scheme: none
    method: POST
    url: {north: 'https://shop.example.com/orders/{id}'}
    select: {action: place}
    path:
      id: {type: string, required: true, max_length: 4, doc: Id., page: orders}
    query:
      lang: {type: string, required: false, max_length: 2, doc: Language., page: orders}
    body:
      action: {type: string, required: true, max_length: 8, doc: Action., page: orders}
      item: {type: Item, required: false, doc: Item., page: orders}
      held: {type: string, required: false, format: json, holds: Item, doc: As text., page: orders}
      names: {type: 'map<string>', required: false, max_length: 3, doc: Names., page: orders}
      price: {type: 'decimal(4,2)', required: false, doc: Price., page: orders}
      count: {type: integer, required: false, min: 1, max: 9, doc: Count., page: orders}
";

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let loaded = load(vec![
        Input::new("catalogue.yaml", TOP),
        Input::new("shop.yaml", SHOP),
    ]);
    assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
    loaded.catalogue
});

/// Pieces of JSON, of queries and of captures, in any order.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words: Vec<&'static [u8]> = vec![
        b"{", b"}", b"[", b"]", b",", b":", b"\"", b"\\", b"\\u", b"d83d", b"\\ude00", b"\n", b"\r\n", b" ",
        b"\"action\":\"place\"", b"\"item\":", b"\"held\":", b"\"{\\\"name\\\":\\\"", b"\"names\":", b"\"price\":",
        b"\"name\"", b"\"parts\"", b"null", b"tru", b"-1e5", b"0.5", b"action=place", b"&", b"=", b"%", b"%E4", b"?",
        b"https://shop.example.com/orders/12345", b"\xe4\xba\x91", b"\xff", b"\xef\xbb\xbf",
        b"{\"log\":{\"entries\":[", b"{\"request\":{\"method\":\"POST\",\"url\":\"/orders/1?lang=xyz\",\"postData\":{\"text\":\"",
        b"\"}},\"response\":{\"content\":{\"text\":\"{}\"}}}]}}",
    ];
    let word = prop_oneof![
        9 => proptest::sample::select(words).prop_map(<[u8]>::to_vec),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_bytes_are_reported_on(bytes in pieces(), named in any::<bool>(), most in 0..3_u64) {
        let target = resolve::interface(&CATALOGUE, "shop/place", Side::Request).unwrap();
        let mut session = Session::new(&CATALOGUE, Options {
            target: named.then_some(target),
            policy: (most == 1).then_some(Policy::Observe),
            most_findings: most * 10,
            most_bytes: 200,
            ..Options::default()
        });
        session.json("a.json", bytes.as_slice()).unwrap();
        session.lines("a.ndjson", bytes.as_slice()).unwrap();
        session.queries("a.query", bytes.as_slice()).unwrap();
        session.capture("a.har", bytes.as_slice()).unwrap();
        let found = session.finish();
        prop_assert!(found.findings.len() as u64 <= 2 * most * 10);
        prop_assert_eq!(found.findings.len() as u64 + found.omitted(), found.tally.errors + found.tally.warnings);
        for finding in &found.findings {
            prop_assert!(finding.place.line > 0 && finding.place.column > 0);
        }
        for text in [report::human(&found, false), report::junit(&found), report::sarif(&found, "0"), report::github(&found)] {
            prop_assert!(text.is_empty() == (found.findings.is_empty() && !text.contains("koo")));
        }
    }

    #[test]
    fn any_schema_and_any_map_are_reported_on(
        sql in "(CREATE TABLE orders|ALTER TABLE|\\(|\\)|,|;| id | VARCHAR\\([0-9]{1,3}\\)|'|\\$\\$|--|\n|[a-z\u{4e91}]{0,3}){0,12}",
        map in "(\"orders.id\"|\"\\*\\.[a-z]\"|=| \"shop/place.(id|nmae|item.parts\\[\\].name)\"|\\[orders\\]|\n|[a-z\u{4e91}]{0,3}){0,8}",
    ) {
        for dialect in [Dialect::Postgres, Dialect::Mysql, Dialect::Sqlite, Dialect::Oracle, Dialect::Generic] {
            let report = table::check(&CATALOGUE, File { name: "s.sql", text: &sql }, File { name: "m.toml", text: &map }, dialect);
            for finding in &report.findings {
                prop_assert!(finding.place.line > 0);
            }
        }
    }
}

#[test]
fn a_long_line_is_read_or_refused() {
    let long = format!(
        "{{\"action\":\"place\",\"held\":\"{}\"}}\n{{\"action\":\"placeplace\"}}\n",
        "云".repeat(1_000_000)
    );
    for (most_bytes, first) in [(10_000_000, "format"), (1_000_000, "syntax")] {
        let mut session = Session::new(
            &CATALOGUE,
            Options {
                most_bytes,
                ..Options::default()
            },
        );
        session.lines("long.ndjson", long.as_bytes()).unwrap();
        let found = session.finish().findings;
        assert_eq!((found[0].rule, found[0].place.line), (first, 1));
        assert_eq!(found.last().unwrap().place.line, 2);
    }
}

/// Widths by dialect: characters, bytes, or nothing at all.
#[test]
fn widths_are_counted_as_the_database_counts_them() {
    let map = "\"t.c\" = \"shop/place.action\"";
    let errors = |of_type: &str, dialect| {
        let sql = format!("CREATE TABLE t (c {of_type});");
        let report = table::check(
            &CATALOGUE,
            File {
                name: "s.sql",
                text: &sql,
            },
            File {
                name: "m.toml",
                text: map,
            },
            dialect,
        );
        let errors = report
            .findings
            .iter()
            .filter(|finding| finding.rule.starts_with("column"));
        (
            errors.count(),
            report
                .findings
                .iter()
                .map(|finding| finding.message.clone())
                .collect::<Vec<_>>(),
        )
    };
    for (of_type, dialect, expected) in [
        ("VARCHAR(8)", Dialect::Postgres, 0),
        ("VARCHAR(7)", Dialect::Postgres, 1),
        ("CHAR", Dialect::Postgres, 1),
        ("TEXT", Dialect::Postgres, 0),
        ("VARCHAR(8)", Dialect::Mysql, 0),
        ("VARBINARY(31)", Dialect::Mysql, 1),
        ("VARBINARY(32)", Dialect::Mysql, 0),
        ("TINYTEXT", Dialect::Mysql, 0),
        ("ENUM('place')", Dialect::Mysql, 1),
        ("VARCHAR(1)", Dialect::Sqlite, 0),
        ("VARCHAR2(8)", Dialect::Oracle, 1),
        ("VARCHAR2(32)", Dialect::Oracle, 0),
        ("BIGINT", Dialect::Postgres, 1),
        ("UUID", Dialect::Postgres, 1),
        ("JSONB", Dialect::Postgres, 1),
    ] {
        let (count, messages) = errors(of_type, dialect);
        assert_eq!(count, expected, "{of_type} {dialect:?}: {messages:?}");
    }
}
