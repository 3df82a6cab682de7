//! What a derived `Debug` shows.

// What is only shown counts as unread.
#![allow(dead_code)]

use koo_runtime::Redact;

/// Has no `Debug`.
struct Opaque;

#[derive(Redact)]
struct Account<'a, T, P> {
    name: &'a str,
    inner: Vec<T>,
    #[redact]
    password: Option<P>,
    #[redact]
    opaque: Opaque,
}

#[derive(Redact)]
enum Login<T> {
    Anonymous,
    Token(#[redact] String, T),
    Password {
        user: String,
        #[redact]
        password: String,
    },
}

#[derive(Redact)]
struct Unit;

#[derive(Redact)]
struct Unsized {
    #[redact]
    length: usize,
    bytes: [u8],
}

#[test]
fn sensitive_fields_show_asterisks() {
    let account = Account {
        name: "admin",
        inner: vec![Login::Token("hunter2".to_owned(), 7)],
        password: Some(Opaque),
        opaque: Opaque,
    };
    assert_eq!(
        format!("{account:?}"),
        r#"Account { name: "admin", inner: [Token(***, 7)], password: ***, opaque: *** }"#
    );
    let absent: Account<'_, u8, Opaque> = Account {
        name: "admin",
        inner: Vec::new(),
        password: None,
        opaque: Opaque,
    };
    assert_eq!(
        format!("{absent:#?}"),
        "\
Account {
    name: \"admin\",
    inner: [],
    password: ***,
    opaque: ***,
}"
    );
    // They are there all the same.
    assert!(absent.password.is_none() && matches!(absent.opaque, Opaque));
}

#[test]
fn enums_and_units() {
    assert_eq!(format!("{:?}", Login::<u8>::Anonymous), "Anonymous");
    let login = Login::<u8>::Password {
        user: "u".to_owned(),
        password: "hunter2".to_owned(),
    };
    assert_eq!(
        format!("{login:?}"),
        r#"Password { user: "u", password: *** }"#
    );
    assert_eq!(format!("{Unit:?}"), "Unit");
}

#[test]
fn unsized_types_compile() {
    fn shows<T: std::fmt::Debug + ?Sized>() {}
    shows::<Unsized>();
}
