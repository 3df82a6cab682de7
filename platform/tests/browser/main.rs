//! The page in a headless Chromium.
//!
//! Pictures go to the temporary folder of the build. Without Chromium the test says so and passes, unless
//! `KOO_REQUIRE_ORACLES` is set.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are no test functions to clippy"
)]

mod chromium;
mod house;

use std::path::Path;

use chromium::Browser;
use house::{House, KEYS};
use serde_json::json;

#[test]
fn calls_are_sent_and_appear_live_in_both_languages() {
    let Some(mut browser) = chromium::launch() else {
        return;
    };
    let mut house = house::open();
    browser.show(1280, 900, false);
    browser.go(&house.page);
    assert!(browser.text("main").contains("No calls yet."));
    browser.wait("document.getElementById('live').textContent === 'live'");
    browser.value("window.isTheSamePage = true");

    // A call to the mock, whose signature does not fit, appears without a reload.
    house.call("/api/mkp-openapi-public/global/v1/order/query?orderId=CS1");
    browser.wait("document.getElementById('call-1')");
    let row = browser.text("#call-1");
    assert!(
        row.contains("open-api/queryOrder") && row.contains("refused"),
        "{row}"
    );
    assert!(row.contains("查询订单"), "{row}");
    assert_eq!(browser.value("window.isTheSamePage"), true);

    send(&mut browser, &mut house);
    look(&mut browser, &house);

    // Chinese, and it stays so; rows that come later too.
    browser.go(&house.page);
    browser.press("a[hreflang=zh]");
    browser.wait("document.documentElement.lang === 'zh' && document.getElementById('live').textContent === '实时'");
    browser.go(&format!("{}/?show=problems", house.page));
    assert_eq!(browser.value("document.documentElement.lang"), "zh");
    assert_eq!(
        browser.value("document.querySelectorAll('#calls tr').length"),
        1
    );
    browser.wait("document.getElementById('live').textContent === '实时'");
    house.call("/api/mkp-openapi-public/global/v1/order/query?orderId=CS2");
    browser.wait("document.getElementById('call-3')");
    let row = browser.text("#call-3");
    assert!(row.contains("被拒绝") && row.contains("收到"), "{row}");
    browser.picture(&folder().join("console-calls-zh.png"));
    assert!(browser.complaints.is_empty(), "{:#?}", browser.complaints);

    // A page of somebody else cannot send calls.
    let foreign = json!({"url": format!("{}/foreign", house.merchant)});
    browser.command("Page.navigate", &foreign);
    browser.wait("document.body.innerText.includes('own form only')");
    assert_eq!(house.journal.recorded(), 3);
}

/// Fills the form in, sends it by keyboard, and sees what came back.
fn send(browser: &mut Browser, house: &mut House) {
    browser.go(&format!("{}/koo/send", house.page));
    browser.press("a[href='/koo/send?interface=saas-v2/newInstance']");
    browser.wait("document.getElementById('target')");
    // Every field has a name that a screen reader says.
    let tree = browser.command("Accessibility.getFullAXTree", &json!({}));
    let mut fields = 0;
    for node in tree["nodes"].as_array().unwrap() {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        if ["textbox", "combobox", "button", "link"].contains(&role) {
            fields += 1;
            assert!(
                !node["name"]["value"]
                    .as_str()
                    .unwrap_or_default()
                    .is_empty(),
                "{node}"
            );
        }
    }
    assert!(fields > 10, "{fields}");

    let order = "[name='parameter./orderId']";
    browser.fill("#target", &format!("{}/saas", house.merchant));
    browser.fill("[name='secret.access_key']", "a-key-entered-in-the-form");
    browser.fill(order, &"订".repeat(65));
    assert_eq!(
        browser.value(&format!(
            "document.querySelector(\"{order}\").getAttribute('aria-invalid')"
        )),
        "true"
    );
    browser.fill(order, "CS2026");
    assert!(
        browser
            .value(&format!(
                "document.querySelector(\"{order}\").getAttribute('aria-invalid')"
            ))
            .is_null()
    );
    browser.press("form button");
    browser.wait("document.querySelector('#result #call')");
    let (address, body) = house.asked.blocking_recv().unwrap();
    assert!(address.starts_with("/saas?"), "{address}");
    assert!(body.contains("\"orderId\":\"CS2026\""), "{body}");
    let result = browser.text("#result");
    for text in [
        "saas-v2/newInstance",
        "创建实例",
        "<b>i-1</b>",
        "成功",
        "resultCode",
        "CS2026",
    ] {
        assert!(result.contains(text), "{text} in {result}");
    }
    let html = browser.value("document.documentElement.outerHTML");
    assert!(!html.as_str().unwrap().contains("a-key-entered-in-the-form"));
    assert_eq!(house.journal.recorded(), 2);
}

/// Looks at every page: wide, as on a telephone, and dark.
fn look(browser: &mut Browser, house: &House) {
    let pages = [
        ("calls", "/"),
        ("refused", "/koo/calls/1"),
        ("sent", "/koo/calls/2"),
        ("choose", "/koo/send"),
        ("form", "/koo/send?interface=saas-v2/newInstance"),
        ("again", "/koo/send?again=2"),
        ("state", "/koo/records"),
    ];
    let mut papers = Vec::new();
    for (kind, width, height, is_dark) in [
        ("wide", 1280, 1600, false),
        ("dark", 1280, 1600, true),
        ("phone", 390, 1600, false),
    ] {
        browser.show(width, height, is_dark);
        for (name, path) in pages {
            browser.go(&format!("{}{path}", house.page));
            let shown = browser.value("document.documentElement.scrollWidth");
            assert!(
                shown.as_u64().unwrap() <= u64::from(width),
                "{name} is {shown} wide on {width}"
            );
            let html = browser.value("document.documentElement.outerHTML");
            for (_, key) in KEYS.iter().filter(|(name, _)| *name != "access_key_id") {
                assert!(!html.as_str().unwrap().contains(key), "{key} on {name}");
            }
            let size = browser.picture(&folder().join(format!("console-{name}-{kind}.png")));
            assert!(size > 10_000, "{name} {kind}: {size} bytes");
        }
        papers.push(browser.value("getComputedStyle(document.body).backgroundColor"));
    }
    assert_ne!(papers[0], papers[1]);
    browser.show(1280, 900, false);
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

impl House {
    /// Calls the mock as a merchant that signs with a wrong key.
    fn call(&self, target: &str) {
        use koo_platform::exchange::{Client, Limits, Sent, Trust};
        let client = Client::new(Limits::default(), &Trust::System).unwrap();
        let sent = Sent {
            method: "GET".to_owned(),
            url: format!("{}{target}", self.page),
            headers: vec![
                ("X-Sdk-Date".to_owned(), "20261122T064500Z".to_owned()),
                (
                    "Authorization".to_owned(),
                    format!(
                        "SDK-HMAC-SHA256 Access=AKIDEXAMPLE0000, SignedHeaders=host;x-sdk-date, Signature={}",
                        "a".repeat(64)
                    ),
                ),
            ],
            ..Sent::default()
        };
        let exchange = self.runtime.block_on(client.send(sent));
        exchange.outcome.unwrap();
    }
}
