//! Checks that find nothing allocate nothing.

use std::collections::BTreeMap;

use koo_runtime::validate::Format;
use koo_runtime::{Decimal, OpenEnum, Validate};

#[derive(OpenEnum)]
enum Status {
    #[wire("FREEZE")]
    Freeze,
    #[wire(other)]
    Other(String),
}

#[derive(Validate)]
struct Order {
    #[validate(nested, max_chars = 20)]
    status: Status,
    #[validate(min_chars = 1, max_chars = 12)]
    id: String,
    #[validate(min_utf16 = 1, max_utf16 = 12)]
    name: Option<String>,
    #[validate(format = url)]
    url: String,
    #[validate(format = timestamp("yyyy-MM-dd", "yyyyMMddHHmmssSSS"))]
    created: String,
    #[validate(format = json)]
    json: String,
    #[validate(format = url_encoded_base64_json)]
    packed: String,
    #[validate(format = comma_list(max_items = 3, max_chars_each = 2))]
    list: String,
    #[validate(one_of("CN", "EN"))]
    language: String,
    #[validate(decimal(12, 4))]
    price: Decimal,
    #[validate(nested, max_items = 3)]
    items: Vec<Item>,
    #[validate(each(max_chars = 3), max_items = 1)]
    labels: BTreeMap<String, String>,
    #[validate(required_if(status == "FREEZE" && !in(language, ["CN"]) || !present(name)))]
    reason: Option<String>,
}

#[derive(Validate)]
struct Item {
    #[validate(minimum = 1, maximum = 9)]
    amount: u32,
}

fn order() -> Order {
    Order {
        status: Status::Freeze,
        // Longer in bytes than the limit, so that characters are counted.
        id: "订单编号一二三四".to_owned(),
        name: Some("名称😀名称".to_owned()),
        url: "https://example.com/产品?a=%20".to_owned(),
        created: "20240229235959999".to_owned(),
        json: r#"{"a":[1,{"b":"云"}]}"#.to_owned(),
        packed: "eyJhIjoi5LqRPj4%2BIn0%3D".to_owned(),
        list: "ab,云云".to_owned(),
        language: "CN".to_owned(),
        price: Decimal::from(12),
        items: vec![Item { amount: 1 }, Item { amount: 9 }],
        labels: BTreeMap::from([("key".to_owned(), "abc".to_owned())]),
        reason: None,
    }
}

#[test]
fn success_allocates_nothing() {
    let order = order();
    let mut outcome = None;
    let allocations = allocation_counter::measure(|| outcome = Some(order.validate()));
    assert_eq!(outcome, Some(Ok(())));
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn failure_is_counted() {
    let mut order = order();
    order.items.push(Item { amount: 0 });
    let mut outcome = None;
    let allocations = allocation_counter::measure(|| outcome = Some(order.validate()));
    assert!(outcome.is_some_and(|outcome| outcome.is_err()));
    assert!(allocations.count_total > 0, "the counter counts");
}

#[test]
fn formats_allocate_nothing_whatever_the_text() {
    let formats = [
        Format::Url,
        Format::Uuid,
        Format::Hex,
        Format::Base64,
        Format::EpochMillis,
        Format::Timestamp(&["yyyy-MM-dd"]),
        Format::Json,
        Format::UrlEncodedBase64Json,
    ];
    let texts = [
        "",
        "2024-13-01",
        "[[[[1]]]]",
        "http://[::1]:80/",
        "%",
        "云云云",
    ];
    let allocations = allocation_counter::measure(|| {
        for format in formats {
            for text in texts {
                std::hint::black_box(format.matches(text));
            }
        }
    });
    assert_eq!(allocations.count_total, 0);
}
