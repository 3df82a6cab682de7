//! The marketplace calls the shop.

use lantern::runtime::mock::{Answer, SignedCall};
use lantern::subscriptions::mock::{Platform, platform};
use lantern::subscriptions::server::{router, settings};
use lantern::subscriptions::{Person, SubscriptionClosedRequest, SubscriptionOpenedRequest};
use shop::Shop;

const TOKEN: &str = "lamp-oil";

fn opened() -> SubscriptionOpenedRequest {
    let price = "9.95".parse().expect("a price");
    let mut buyer = Person::new("a@b.example");
    buyer.town = Some("杭州".to_owned());
    SubscriptionOpenedRequest::new("S-1", price, buyer)
}

fn marketplace() -> Platform {
    platform(TOKEN).path("/hooks")
}

async fn deliver(shop: Shop, calls: impl IntoIterator<Item = SignedCall>) -> Vec<Answer> {
    let router = router(shop, settings(TOKEN));
    let mut answers = Vec::new();
    for call in calls {
        answers.push(call.send(router.clone()).await.expect("an answer"));
    }
    answers
}

fn outcome(answer: &Answer) -> String {
    let json = answer.json().expect("JSON");
    assert_eq!(answer.status, 200);
    json["errno"].as_str().expect("errno").to_owned()
}

#[tokio::test]
async fn hooks_are_answered_in_the_marketplaces_words() {
    let calls = [
        marketplace().call(&opened()).expect("a call"),
        marketplace()
            .call(&SubscriptionClosedRequest::new("S-1"))
            .expect("a call"),
    ];
    let answers = deliver(
        Shop {
            seat_url_length: 30,
        },
        calls,
    )
    .await;
    assert_eq!(outcome(&answers[0]), "OK");
    let json = answers[0].json().expect("JSON");
    assert_eq!(json["errtext"], "welcome");
    assert_eq!(json["seat_url"].as_str().map(str::len), Some(30));
    assert_eq!(outcome(&answers[1]), "E_FIELD");
}

#[tokio::test]
async fn broken_late_and_repeated_seals_are_refused() {
    let call = marketplace().call(&opened()).expect("a call");
    let calls = [
        call.clone().tampered(),
        platform("other-oil")
            .path("/hooks")
            .call(&opened())
            .expect("a call"),
        call.replayed(),
        call,
    ];
    let answers = deliver(Shop { seat_url_length: 1 }, calls).await;
    let outcomes: Vec<_> = answers.iter().map(outcome).collect();
    assert_eq!(outcomes, ["E_SEAL", "E_SEAL", "OK", "E_LATE"]);
}

#[tokio::test]
async fn an_answer_the_contract_forbids_does_not_leave() {
    let call = marketplace().call(&opened()).expect("a call");
    let answers = deliver(
        Shop {
            seat_url_length: 31,
        },
        [call],
    )
    .await;
    assert_eq!(outcome(&answers[0]), "E_SHOP");
    let shown = format!("{:?}", opened());
    assert!(!shown.contains("a@b.example"), "{shown}");
}
