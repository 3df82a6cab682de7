//! Enums in strict surroundings.

#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]

use koo_runtime::{OpenEnum, Redact, ResultCode};

/// Private, and used for one thing only.
#[derive(OpenEnum)]
enum Private {
    #[wire("A")]
    A,
    #[wire(other)]
    Other(String),
}

mod inner {
    use koo_runtime::ResultCode;

    /// With raw names and the names of the prelude.
    #[derive(Clone, Debug, ResultCode)]
    pub(crate) enum Code {
        #[code("ok", role = success, meaning = "")]
        r#Ok,
        #[code("", retryable)]
        None,
        #[code(other)]
        r#Some(String),
    }
}

/// Names that the expansion uses itself.
#[derive(Redact)]
struct Out<T, E> {
    out: T,
    field_1: E,
    #[redact]
    field_0: Vec<T>,
}

fn main() {
    assert!(matches!(Private::from("A"), Private::A));
    assert!(matches!(Private::from("B"), Private::Other(text) if text == "B"));
    assert!(inner::Code::default().is_success());
    assert!(inner::Code::from("").is_retryable());
    assert!(<inner::Code as ResultCode>::for_role(koo_runtime::CodeRole::Internal).is_none());
    let out = Out { out: 1, field_1: 2, field_0: vec![3] };
    assert_eq!(format!("{out:?}"), "Out { out: 1, field_1: 2, field_0: *** }");
    assert_eq!(out.field_0, [3]);
}
