// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `getToken`.
pub(super) mod get_token {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{}"#;
    const ANSWER_1: &str = r#"{
  "token": "t-1"
}"#;
}

/// Of `readOrder`.
pub(super) mod read_order {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] =
        &[Example::new(CALL_1, ANSWER_1), Example::new(CALL_2, ANSWER_2)];
    const CALL_1: &str = r#"{
  "orderId": "a",
  "line": "1"
}"#;
    const ANSWER_1: &str = r#"{
  "code": "0",
  "amount": 1
}"#;
    const CALL_2: &str = r#"{
  "orderId": "b"
}"#;
    const ANSWER_2: &str = r#"{
  "code": "0",
  "amount": 2
}"#;
}

/// Of `whoIsIt`.
pub(super) mod who_is_it {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{}"#;
    const ANSWER_1: &str = r#"{
  "user": {
    "name": "Zhang"
  }
}"#;
}
