//! Models taken apart.

use std::collections::BTreeMap;

use super::*;
use crate::decimal::Decimal;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Upload {
    event_id: String,
    count: Option<u32>,
    absent: Option<String>,
    price: Decimal,
    file: Option<Vec<u8>>,
    inner: BTreeMap<String, u8>,
}

fn upload(file: Option<Vec<u8>>) -> Upload {
    Upload {
        event_id: "a\"b".to_owned(),
        count: Some(7),
        absent: None,
        price: "12.5".parse().unwrap_or_default(),
        file,
        inner: BTreeMap::from([("k".to_owned(), 1)]),
    }
}

#[test]
fn members_keep_their_order_and_what_is_absent_is_left_out() {
    let members = members(&upload(Some(vec![0, 255])), &["file"]).unwrap_or_default();
    let names: Vec<_> = members.iter().map(|member| member.name).collect();
    assert_eq!(names, ["eventId", "count", "price", "file", "inner"]);
    let texts: Vec<_> = members.iter().map(Member::text).collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        texts,
        [
            text("a\"b"),
            text("7"),
            text("12.5"),
            None,
            text("{\"k\":1}")
        ]
    );
    assert!(matches!(&members[3].value, Value::Bytes(bytes) if *bytes == [0, 255]));
}

#[test]
fn a_file_that_is_absent_is_left_out() {
    let members = members(&upload(None), &["file"]).unwrap_or_default();
    assert!(members.iter().all(|member| member.name != "file"));
}

#[test]
fn what_is_no_struct_cannot_be_taken_apart() {
    assert!(members(&7, &[]).is_err());
    assert!(members(&vec![1], &[]).is_err());
    assert!(members(&upload(None), &["eventId"]).is_err());
}
