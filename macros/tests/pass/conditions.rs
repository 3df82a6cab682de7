//! Every kind of condition, in both spellings.

#![deny(warnings)]
#![allow(dead_code)]

use koo_runtime::{OpenEnum, Validate};

#[derive(OpenEnum)]
enum Kind {
    #[wire("A")]
    A,
    #[wire(other)]
    Other(String),
}

#[derive(Validate)]
struct Conditions<'a> {
    kind: Kind,
    optional_kind: Option<Kind>,
    text: &'a str,
    number: Option<u8>,
    flag: bool,
    optional_flag: Option<bool>,
    list: Option<Vec<u8>>,
    r#type: Option<Box<str>>,
    #[validate(required_if = "kind == \"A\"")]
    a: Option<u8>,
    #[validate(required_if = "\"A\" != optional_kind || text == \"x\" && number == -1")]
    b: Option<u8>,
    #[validate(required_if(in(number, [1, 2, 3,]) && in(kind, ["A"]) && in(flag, [true])))]
    c: Option<u8>,
    #[validate(required_if(flag && !optional_flag && !(flag == false) && !!flag))]
    d: Option<u8>,
    #[validate(required_if(present(list) && !present(number) && present(kind) && present(r#type)))]
    e: Option<u8>,
    #[validate(required_if(((type == "x")) || r#type == kind))]
    f: Option<Vec<u8>>,
}

#[derive(Validate)]
struct Tuple(String, #[validate(max_chars = 3)] String);

#[derive(Validate)]
struct Generic<T> {
    value: T,
    #[validate(required_if(present(value)))]
    note: Option<String>,
}

fn main() {
    let generic = Generic { value: std::rc::Rc::new(1), note: None };
    assert!(generic.validate().is_err());
}
