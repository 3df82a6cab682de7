//! Every rule in every spelling, on a merchant's own types.

#![deny(warnings)]
#![allow(dead_code)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use koo_runtime::{Decimal, Validate};

#[derive(Validate)]
struct Texts<'a> {
    #[validate(min_chars = 1, max_chars = 0x40)]
    characters: String,
    #[validate(min_bytes = 0, max_bytes = 1_000)]
    bytes: &'a str,
    #[validate(min_utf16 = 5, max_utf16 = 5usize)]
    utf16: Cow<'a, str>,
    #[validate(format = url, max_chars = 512,)]
    url: Box<str>,
    #[validate(format = uuid)]
    uuid: Arc<str>,
    #[validate(format = hex)]
    hex: Option<&'a String>,
    #[validate(format = base64)]
    base64: Option<Box<str>>,
    #[validate(format = epoch_millis)]
    epoch_millis: String,
    #[validate(format = timestamp("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "yyyyMMdd",))]
    timestamp: String,
    #[validate(format = json)]
    json: String,
    #[validate(format = url_encoded_base64_json)]
    packed: String,
    #[validate(format = comma_list)]
    list: String,
    #[validate(format = comma_list(max_chars_each = 3, max_items = 4))]
    short_list: String,
    #[validate(one_of("A", "B",))]
    one_of: String,
    #[validate(decimal(12, 4))]
    text: String,
    #[validate(decimal(1, 1), minimum = -1, max_chars = 3)]
    decimal: Decimal,
}

#[derive(Validate)]
struct Numbers {
    #[validate(minimum = 1, maximum = 1)]
    a: u8,
    #[validate(minimum = -9_223_372_036_854_775_808)]
    b: Option<i64>,
    #[validate(maximum = 1)]
    c: Option<Box<f32>>,
    #[validate(minimum = 0)]
    d: usize,
}

#[derive(Validate)]
struct Lists<'a> {
    #[validate(min_items = 1, max_items = 1, each(minimum = 1))]
    a: VecDeque<u8>,
    #[validate(max_items = 1, each(max_chars = 1))]
    b: BTreeSet<String>,
    #[validate(max_items = 1, each(max_chars = 1))]
    c: HashSet<&'a str>,
    #[validate(max_items = 1, each(format = url, max_chars = 1))]
    d: &'a [Option<String>],
    #[validate(nested, min_items = 1)]
    e: Option<HashMap<String, Numbers>>,
    #[validate(nested)]
    f: BTreeMap<Cow<'a, str>, Vec<Numbers>>,
    #[validate(nested)]
    g: [Option<Box<Numbers>>; 2],
}

#[derive(Validate)]
struct Nothing;

#[derive(Validate)]
struct Empty {}

#[derive(Validate)]
struct Tuple(#[validate(max_chars = 1)] String, u8, #[validate(nested)] Nothing);

#[derive(Validate)]
struct Generic<T, const N: usize>
where
    T: Clone,
{
    #[validate(nested)]
    items: [T; N],
    #[validate(nested)]
    next: Option<Box<Generic<T, N>>>,
}

fn main() {
    let generic = Generic {
        items: [Lists2, Lists2],
        next: None,
    };
    assert!(generic.validate().is_ok());
}

#[derive(Clone, Validate)]
struct Lists2;
