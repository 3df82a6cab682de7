// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `uploadLicense`.
pub(super) mod upload_license {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "event_id": "87b94795-0603-4e24-8ae5-69420d60e3c8"
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "CBC.0000",
  "error_msg": "Success"
}"#;
}
