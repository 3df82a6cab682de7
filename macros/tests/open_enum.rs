//! Open enums and result codes.

use std::collections::HashMap;

use koo_runtime::{CodeRole, OpenEnum, ResultCode, Validate};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
enum Scene {
    #[wire("TRIAL_TO_FORMAL")]
    TrialToFormal,
    #[wire("续费")]
    Renewal,
    #[wire(other)]
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, ResultCode)]
enum Code {
    #[code("000000", role = success, meaning = "success")]
    Success,
    #[code("000001", role = signature, meaning = "authentication failed",)]
    Signature,
    #[code("000002", role = parameter)]
    Parameter,
    #[code("000003", role = not_found, meaning = "no such instance")]
    NotFound,
    #[code("000004", role = pending, retryable, meaning = "still being processed")]
    Pending,
    #[code("000005", role = internal, retryable)]
    Internal,
    #[code("000100")]
    Odd,
    #[code(other)]
    Other(String),
}

#[test]
fn texts_go_both_ways() {
    assert_eq!(Scene::KNOWN, ["TRIAL_TO_FORMAL", "续费"]);
    for text in ["TRIAL_TO_FORMAL", "续费", "trial_to_formal", "", "Other"] {
        assert_eq!(Scene::from(text).as_str(), text);
        assert_eq!(Scene::from(text), Scene::from(text.to_owned()));
        assert_eq!(Scene::from(text).to_string(), text);
        assert_eq!(Scene::from(text).is_known(), Scene::KNOWN.contains(&text));
        let json = serde_json::to_string(&Scene::from(text)).unwrap();
        assert_eq!(json, serde_json::to_string(text).unwrap());
        assert_eq!(
            serde_json::from_str::<Scene>(&json).unwrap(),
            Scene::from(text)
        );
    }
    assert_eq!(format!("{:>4}", Scene::Renewal), "  续费");
    assert!(serde_json::from_str::<Scene>("7").is_err());
}

#[test]
fn reading_a_known_text_allocates_nothing() {
    let mut read = None;
    let allocations = allocation_counter::measure(|| {
        read = serde_json::from_str::<Scene>("\"TRIAL_TO_FORMAL\"").ok();
    });
    assert_eq!(read, Some(Scene::TrialToFormal));
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn keys_of_maps() {
    let map = HashMap::from([(Scene::Renewal, 1)]);
    let json = serde_json::to_string(&map).unwrap();
    assert_eq!(json, r#"{"续费":1}"#);
    assert_eq!(
        serde_json::from_str::<HashMap<Scene, u8>>(&json).unwrap(),
        map
    );
}

#[test]
fn fields_are_open_unless_nested() {
    #[derive(Serialize, Deserialize, Validate)]
    struct Order {
        #[validate(max_chars = 20)]
        open: Scene,
        #[validate(nested)]
        closed: Option<Scene>,
        #[validate(nested)]
        code: Code,
    }
    let order: Order =
        serde_json::from_str(r#"{"open":"UPGRADE","closed":"UPGRADE","code":"000009"}"#).unwrap();
    let found = order.validate().unwrap_err().to_string();
    assert_eq!(
        found,
        "\
closed: not one of TRIAL_TO_FORMAL, 续费
code: not one of 000000, 000001, 000002, 000003, 000004, 000005, 000100"
    );
    let order: Order = serde_json::from_str(
        r#"{"open":"a text of more than 20","closed":"续费","code":"000100"}"#,
    )
    .unwrap();
    let found = order.validate().unwrap_err().to_string();
    assert_eq!(found, "open: 22 characters, at most 20 allowed");
}

#[test]
fn roles_meanings_and_retries() {
    assert_eq!(Code::default(), Code::Success);
    for (role, code) in [
        (CodeRole::Success, Code::Success),
        (CodeRole::Pending, Code::Pending),
        (CodeRole::Signature, Code::Signature),
        (CodeRole::Parameter, Code::Parameter),
        (CodeRole::NotFound, Code::NotFound),
        (CodeRole::Internal, Code::Internal),
    ] {
        assert_eq!(Code::for_role(role), Some(code));
    }
    assert_eq!(Code::from("000003").meaning(), Some("no such instance"));
    assert_eq!(Code::Odd.meaning(), None);
    let all = || Code::KNOWN.iter().map(|code| Code::from(*code));
    assert_eq!(
        all().filter(Code::is_success).collect::<Vec<_>>(),
        [Code::Success]
    );
    assert_eq!(
        all().filter(Code::is_retryable).collect::<Vec<_>>(),
        [Code::Pending, Code::Internal]
    );
    assert!(!Code::from("999999").is_success() && !Code::from("999999").is_retryable());
}

#[test]
fn the_trait_agrees_with_the_type() {
    #[derive(Clone, Debug, PartialEq, ResultCode)]
    enum Few {
        #[code("0", role = success)]
        Success,
        #[code(other)]
        Other(String),
    }

    fn by_trait<C: ResultCode>(code: &C) -> (String, Option<&'static str>, bool, bool) {
        (
            code.as_str().to_owned(),
            code.meaning(),
            code.is_success(),
            code.is_retryable(),
        )
    }
    for code in Code::KNOWN
        .iter()
        .copied()
        .map(Code::from)
        .chain([Code::from("?")])
    {
        let by_type = (
            code.as_str().to_owned(),
            code.meaning(),
            code.is_success(),
            code.is_retryable(),
        );
        assert_eq!(by_trait(&code), by_type);
    }
    assert_eq!(Few::for_role(CodeRole::Internal), None);
}
