//! Models with derived traits, as generated code has them, behind the server.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests are no test functions to clippy"
)]

use koo_runtime::mock::Caller;
use koo_runtime::scheme::{SchemeError, Unsigned};
use koo_runtime::server::{Family, Incoming, Outcome, Pair, Settings, router};
use koo_runtime::{
    Call, CodeRole, Decimal, OpenEnum, Redact, Refusal, Request, ResultCode, Validate,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, PartialEq, Eq, Hash, ResultCode)]
enum Code {
    #[code("000000", role = success, meaning = "success")]
    Success,
    #[code("000002", role = parameter, meaning = "wrong parameter")]
    Parameter,
    #[code("000005", role = internal, retryable, meaning = "internal error")]
    Internal,
    #[code(other)]
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
enum Scene {
    #[wire("RENEWAL")]
    Renewal,
    #[wire(other)]
    Other(String),
}

#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct RefreshRequest {
    activity: String,
    scene: Scene,
    #[validate(max_chars = 8)]
    order_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(decimal(12, 4))]
    amount: Option<Decimal>,
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password: Option<String>,
}

#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct RefreshReply {
    #[validate(max_chars = 6)]
    result_code: Code,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    result_msg: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<Decimal>,
}

impl Request for RefreshRequest {
    const INTERFACE: &'static str = "refresh";
    type Reply = RefreshReply;
}

struct Service;

impl Service {
    #[allow(clippy::unused_async, reason = "the shape of a merchant's method")]
    async fn refresh(&self, call: Call<RefreshRequest>) -> Result<RefreshReply, Refusal<Code>> {
        assert!(!format!("{call:?}").contains("hunter2"));
        Ok(RefreshReply {
            result_code: match call.request.scene {
                Scene::Renewal => Code::Success,
                Scene::Other(scene) => Code::Other(scene),
            },
            amount: call.request.amount,
            ..RefreshReply::default()
        })
    }
}

impl Family for Service {
    type Code = Code;
    type Schemes = Pair<Unsigned>;
    const NAME: &'static str = "shop";

    const SELECTOR: &'static str = "activity";
    const CODE_FIELD: &'static str = "resultCode";
    const MESSAGE_FIELD: &'static str = "resultMsg";

    fn refusal_code(_group: &str, _error: &SchemeError) -> Option<Code> {
        Some(Code::Parameter)
    }

    async fn dispatch(&self, call: Incoming<'_>) -> Outcome<Code> {
        match call.selected() {
            "refresh" => call.answer(|call| self.refresh(call)).await,
            _ => call.unknown(),
        }
    }
}

async fn answer(request: &Value) -> String {
    let app = router(Service, Settings::new(Unsigned));
    let answer = Caller::new(Unsigned)
        .call_json(request)
        .unwrap()
        .send(app)
        .await
        .unwrap();
    String::from_utf8(answer.body).unwrap()
}

#[tokio::test]
async fn derived_models_go_through() {
    let request = json!({
        "activity": "refresh", "scene": "RENEWAL", "orderId": 7, "amount": "12.5", "password": "hunter2",
    });
    assert_eq!(
        answer(&request).await,
        r#"{"resultCode":"000000","resultMsg":"success","amount":12.5}"#
    );
}

#[tokio::test]
async fn unknown_values_are_taken_but_not_given() {
    let request = json!({"activity": "refresh", "scene": "NEW", "orderId": "far too long"});
    assert_eq!(
        answer(&request).await,
        r#"{"resultCode":"000005","resultMsg":"internal error"}"#
    );
    assert_eq!(
        answer(&json!({"activity": "refresh", "orderId": "o"})).await,
        r#"{"resultCode":"000002","resultMsg":"scene: missing"}"#
    );
}

#[test]
fn codes_know_their_roles() {
    assert_eq!(Code::for_role(CodeRole::Parameter), Some(Code::Parameter));
    assert_eq!(Code::for_role(CodeRole::Signature), None);
    let refusal = Refusal::from(Code::Internal);
    assert_eq!(
        (refusal.to_string().as_str(), refusal.code.is_retryable()),
        ("internal error", true)
    );
    let own = Refusal::from(Code::Other("9".to_owned()));
    assert_eq!(own.message, "9");
}
