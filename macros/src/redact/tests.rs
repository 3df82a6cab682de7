//! What `Redact` expands to.

use super::derive;
use crate::common::testing::assert_expands;

#[test]
fn structs() {
    assert_expands!(derive, "struct", {
        pub struct AppInfo<'a, T, U> {
            pub url: &'a str,
            pub inner: Vec<T>,
            #[redact]
            pub password: Option<U>,
            pub r#type: String,
        }
    });
    assert_expands!(derive, "tuple", {
        struct Token(#[redact] String, u32);
    });
}

#[test]
fn enums() {
    assert_expands!(derive, "enum", {
        enum Login {
            Anonymous,
            Password {
                user: String,
                #[redact]
                password: String,
            },
            Token(#[redact] String),
        }
    });
    assert_expands!(derive, "never", {
        enum Never {}
    });
}
