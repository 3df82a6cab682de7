//! What `ResultCode` expands to.

use quote::quote;

use super::derive;
use crate::common::testing::{assert_expands, pretty};

#[test]
fn codes() {
    assert_expands!(derive, "result_code", {
        #[koo(crate = koo_runtime)]
        pub enum ResultCode {
            #[code("000000", role = success, meaning = "success")]
            Success,
            #[code("000004", role = pending, retryable, meaning = "request still being processed")]
            Pending,
            /// The merchant's service failed,
            /// for whatever reason.
            ///
            /// This is no longer what the code means.
            #[code("000005", role = internal, retryable)]
            Internal,
            /// Another text than the meaning.
            #[code("000006", meaning = "no stock")]
            NoStock,
            #[code("000100")]
            Odd,
            #[code(other)]
            Other(String),
        }
    });
}

#[test]
fn no_code_to_be_tried_again() {
    let expansion = pretty(derive(quote! {
        enum Code {
            #[code("0", role = success)]
            Success,
            #[code(other)]
            Other(String),
        }
    }));
    assert!(
        expansion.contains("fn is_retryable(&self) -> bool {\n        false\n    }"),
        "{expansion}"
    );
}
