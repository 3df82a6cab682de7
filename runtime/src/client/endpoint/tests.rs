//! Addresses that are called, and values that make none.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

use super::super::members::Value;
use super::*;

const READ: Interface = Interface {
    urls: &[
        ("north", "https://shop.example/orders/{id}?v=2"),
        ("south", "https://{host}/orders"),
    ],
    fallback_urls: &[("north", "https://shop.example.org:8443/orders/{id}")],
    path: &["id", "host"],
    ..Interface::new("read", "GET")
};

fn members(id: &str, host: &str) -> Vec<Member> {
    [("id", id), ("host", host)]
        .map(|(name, value)| Member {
            name,
            value: Value::Json(serde_json::to_string(value).unwrap()),
        })
        .to_vec()
}

fn called(site: &str, bases: &[&str], members: &[Member]) -> Vec<String> {
    let bases: Vec<_> = bases.iter().map(|&base| base.to_owned()).collect();
    let Ok(found) = endpoints(&READ, site, None, &bases, members) else {
        return Vec::new();
    };
    let address = |found: &Endpoint| format!("{}{} {:?}", found.origin, found.path, found.query);
    found.iter().map(address).collect()
}

#[test]
fn each_site_has_its_address_and_what_to_fall_back_to() {
    assert_eq!(
        called("north", &[], &members("a/b ?#", "")),
        [
            r#"https://shop.example/orders/a%2Fb%20%3F%23 [("v", "2")]"#,
            "https://shop.example.org:8443/orders/a%2Fb%20%3F%23 []",
        ]
    );
    assert_eq!(
        called("south", &[], &members("", "shop.example.net")),
        ["https://shop.example.net/orders []"]
    );
    assert!(called("east", &[], &members("1", "")).is_empty());
}

#[test]
fn the_host_is_that_of_the_address() {
    let found = endpoints(&READ, "north", None, &[], &members("1", ""));
    let hosts: Vec<_> = found
        .unwrap_or_default()
        .into_iter()
        .map(|it| it.host)
        .collect();
    assert_eq!(hosts, ["shop.example", "shop.example.org:8443"]);
}

#[test]
fn base_urls_take_the_place_of_documented_servers() {
    assert_eq!(
        called(
            "south",
            &["http://127.0.0.1:81/mock/", "http://localhost"],
            &members("", "")
        ),
        [
            "http://127.0.0.1:81/mock/orders []",
            "http://localhost/orders []"
        ]
    );
    for bad in [
        "localhost:1",
        "ftp://a",
        "http://user:word@a",
        "http://a?b",
        "http://a#b",
        "",
    ] {
        assert!(
            called("south", &[bad], &members("", "x")).is_empty(),
            "{bad}"
        );
    }
}

#[test]
fn no_value_leads_the_call_elsewhere() {
    for id in ["", ".", ".."] {
        assert!(called("north", &[], &members(id, "")).is_empty(), "{id}");
    }
    for host in [
        "",
        "a/b",
        "a@evil.example",
        "a?b",
        "a#b",
        "a\\b",
        "a b",
        "a%2fb",
        ":0:",
    ] {
        assert!(
            called("south", &[], &members("", host)).is_empty(),
            "{host}"
        );
    }
    let problem = endpoints(&READ, "north", None, &[], &[]);
    assert!(matches!(problem, Err(Unsendable::Address("id"))));
}

#[test]
fn a_path_alone_needs_a_base_and_an_unknown_address_comes_with_the_call() {
    const PATH: Interface = Interface {
        urls: &[("", "/orders")],
        ..Interface::new("read", "GET")
    };
    let problem = endpoints(&PATH, "", None, &[], &[]);
    assert!(matches!(
        problem,
        Err(Unsendable::Address("the base address"))
    ));
    let found = endpoints(&PATH, "", None, &["https://a.example".to_owned()], &[]);
    assert_eq!(found.unwrap_or_default()[0].path, "/orders");
    let found = endpoints(&PATH, "", Some("https://b.example/x"), &[], &[]);
    assert_eq!(found.unwrap_or_default()[0].origin, "https://b.example");
}
