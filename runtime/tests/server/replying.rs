//! What leaves, and what must not.

use std::sync::Mutex;

use serde_json::json;

use crate::support::{Bench, BodySign, NOW, ShopSettings, UrlSignature, create, query, settings};
use crate::{caller, checked, refused, send, triple};

#[tokio::test]
async fn a_call_reaches_the_merchant_and_its_reply_the_caller() {
    let bench = Bench::new(settings());
    let body = send(&bench, &caller().call(&create("o-1")).unwrap()).await;
    assert_eq!(
        body,
        json!({"resultCode": "000000", "resultMsg": "success", "instanceId": "i-1"}),
        "the message is that of the code"
    );
    assert_eq!(bench.log.lines(), ["create replied 000000"]);
    let message = send(&bench, &caller().call(&create("message")).unwrap()).await;
    assert_eq!(message["resultMsg"], "made");
}

#[tokio::test]
async fn refusals_of_the_merchant() {
    let bench = Bench::new(settings());
    let told = |code: &str| format!("create refused {code} merchant");
    for (order, code, message) in [
        ("refuse", "000004", "not \"yet\""),
        ("meaning", "000002", "wrong parameter"),
        ("mute", "000004", "000004"),
    ] {
        let answer = refused(&bench, &caller().call(&create(order)).unwrap()).await;
        assert_eq!(answer, triple(code, message, &told(code)), "{order}");
    }
    let body = send(&bench, &caller().call(&create("verbose")).unwrap()).await;
    assert_eq!(body["resultMsg"].as_str().unwrap().chars().count(), 255);
}

#[tokio::test]
async fn replies_that_must_not_leave() {
    let bench = Bench::new(settings());
    let answer = refused(&bench, &caller().call(&create("long")).unwrap()).await;
    assert_eq!(
        answer,
        triple(
            "000005",
            "internal error",
            "create refused 000005 invalid_reply"
        )
    );
    assert_eq!(bench.log.lines()[0], "create reply instanceId max_length");
    let answer = refused(&bench, &caller().call(&create("invent")).unwrap()).await;
    assert_eq!(
        answer,
        triple(
            "000005",
            "internal error",
            "create refused 000005 invalid_reply"
        )
    );
    assert_eq!(bench.log.lines()[2], "create reply resultCode one_of");
    let unknown = query(r#"{"resultCode":"999999","resultMsg":"hunter2"}"#);
    let answer = refused(&bench, &caller().call(&unknown).unwrap()).await;
    assert_eq!(
        answer,
        triple(
            "000005",
            "internal error",
            "query refused 000005 invalid_reply"
        )
    );
    for reply in [
        "unserialisable",
        "[]",
        "null",
        "\"hunter2\"",
        "{}",
        r#"{"resultCode":null}"#,
        r#"{"resultCode":""}"#,
        r#"{"resultCode":0}"#,
        r#"{"resultMsg":"hunter2"}"#,
    ] {
        let answer = refused(&bench, &caller().call(&query(reply)).unwrap()).await;
        let told = "query refused 000005 unwritable_reply";
        assert_eq!(answer, triple("000005", "internal error", told), "{reply}");
    }
}

#[tokio::test]
async fn replies_get_a_message_and_stay_as_they_are() {
    let bench = Bench::new(settings());
    let cases = [
        (r#"{"b":1.5,"resultCode":"000000","resultMsg":"m"}"#, None),
        (
            r#"{"b":[{"z":1,"a":"\""}],"resultCode":"000000","c":"é"}"#,
            Some(r#"{"b":[{"z":1,"a":"\""}],"resultCode":"000000","resultMsg":"success","c":"é"}"#),
        ),
        (
            r#"{"resultMsg":null,"resultCode":"000000"}"#,
            Some(r#"{"resultCode":"000000","resultMsg":"success"}"#),
        ),
        (
            r#"{"resultCode":"000004","resultMsg":""}"#,
            Some(r#"{"resultCode":"000004","resultMsg":"000004"}"#),
        ),
    ];
    for (reply, expected) in cases {
        let call = caller().call(&query(reply)).unwrap();
        let answer = call.send(bench.router.clone()).await.unwrap();
        checked(&answer);
        let body = String::from_utf8(answer.body).unwrap();
        assert_eq!(body, expected.unwrap_or(reply));
    }
}

#[tokio::test]
async fn replies_that_cannot_be_signed_or_need_not_be() {
    let scheme = |word| BodySign {
        unsignable: Some(word),
        ..BodySign::default()
    };
    let bench = Bench::new(settings().reply_scheme(scheme("instanceId")));
    let answer = refused(&bench, &caller().call(&create("o-1")).unwrap()).await;
    let told = "create refused 000005 unsignable_reply";
    assert_eq!(answer, triple("000005", "internal error", told));

    let bench = Bench::new(settings().reply_scheme(scheme("")));
    let call = caller().call(&create("o-1")).unwrap();
    let answer = call.send(bench.router).await.unwrap();
    assert_eq!(answer.json().unwrap()["resultCode"], "000005");
    assert_eq!((answer.status, answer.header("body-sign")), (200, None));

    let unsigned = ShopSettings::new(UrlSignature::default()).clock(|| NOW);
    let answer = call.send(Bench::new(unsigned).router).await.unwrap();
    assert_eq!(answer.json().unwrap()["resultCode"], "000000");
    assert_eq!(answer.header("body-sign"), None);
}

/// The shape of generated code: a service around whatever implements the merchant's trait.
mod generated {
    use koo_runtime::scheme::SchemeError;
    use koo_runtime::server::{self, Family, Incoming, Outcome, Pair, Settings};
    use koo_runtime::{Call, Refusal};

    use crate::support::{Code, CreateReply, CreateRequest, Shop, UrlSignature};

    pub(crate) trait Merchant: Send + Sync + 'static {
        fn create(
            &self,
            call: Call<CreateRequest>,
        ) -> impl Future<Output = Result<CreateReply, Refusal<Code>>> + Send;
    }

    struct Service<M> {
        merchant: M,
    }

    impl<M: Merchant> Family for Service<M> {
        type Code = Code;
        type Schemes = Pair<UrlSignature>;
        const NAME: &'static str = "shop";

        const SELECTOR: &'static str = "activity";
        const CODE_FIELD: &'static str = "resultCode";
        const MESSAGE_FIELD: &'static str = "resultMsg";

        fn refusal_code(_group: &str, error: &SchemeError) -> Option<Code> {
            Shop::refusal_code("", error)
        }

        async fn dispatch(&self, call: Incoming<'_>) -> Outcome<Code> {
            match call.selected() {
                "create" => call.answer(|call| self.merchant.create(call)).await,
                _ => call.unknown(),
            }
        }
    }

    pub(crate) fn router<M: Merchant>(
        merchant: M,
        settings: Settings<Pair<UrlSignature>>,
    ) -> axum::Router {
        server::router(Service { merchant }, settings)
    }
}

#[tokio::test]
async fn a_merchant_is_whatever_implements_the_trait() {
    use crate::support::{Code, CreateReply, CreateRequest};
    use koo_runtime::server::Settings;
    use koo_runtime::{Call, Refusal};

    struct Mine(Mutex<u32>);

    impl generated::Merchant for Mine {
        async fn create(&self, call: Call<CreateRequest>) -> Result<CreateReply, Refusal<Code>> {
            tokio::task::yield_now().await;
            let mut count = self.0.lock().unwrap();
            *count += 1;
            if call.request.amount.is_none() {
                return Err(Code::Parameter.into());
            }
            Ok(CreateReply {
                result_code: "000000".to_owned(),
                result_msg: None,
                instance_id: format!("i-{count}"),
            })
        }
    }

    let settings = Settings::new(UrlSignature::default()).clock(|| NOW);
    let app = generated::router(Mine(Mutex::new(0)), settings);
    let mut request = create("o-1");
    let answer = caller()
        .call(&request)
        .unwrap()
        .send(app.clone())
        .await
        .unwrap();
    assert_eq!(answer.json().unwrap()["resultMsg"], "wrong parameter");
    request.amount = Some(1);
    let answer = caller().call(&request).unwrap().send(app).await.unwrap();
    assert_eq!(answer.json().unwrap()["instanceId"], "i-2");
}
