//! Derive macros of koo.
//!
//! | derive | for | gives |
//! | --- | --- | --- |
//! | [`Validate`] | structs | checks of documented limits |
//! | [`Redact`] | structs, enums | a `Debug` that hides what is sensitive |
//! | [`OpenEnum`] | enums of texts | reading, writing, and room for texts that a later contract adds |
//! | [`ResultCode`] | enums of result codes | the same, with roles and meanings |
//!
//! Use them by way of `koo_runtime`, which re-exports them: what they expand to calls it. They know no contract and
//! no marketplace, and work on a merchant's own types as on generated ones.
//!
//! What they expand to names the runtime `::koo_runtime`. Where it is found elsewhere, `#[koo(crate = path)]` on the
//! type says so; [`Redact`] needs no runtime.

mod common;
mod open_enum;
mod redact;
mod result_code;
mod validate;

use proc_macro::TokenStream;

/// Checks the fields of a struct against documented limits.
///
/// Implements `koo_runtime::Validate`. Every violation is found, not just the first, each with its path; a report
/// never holds the value. Where there is no violation, nothing is allocated.
///
/// ```
/// use koo_runtime::Validate;
///
/// #[derive(serde::Deserialize, Validate)]
/// #[serde(rename_all = "camelCase")]
/// struct Order {
///     #[validate(min_chars = 1, max_chars = 12)]
///     order_id: String,
///     #[validate(nested, max_items = 100)]
///     items: Vec<Item>,
///     status: String,
///     #[validate(max_chars = 255, required_if = "status == \"FREEZE\"")]
///     reason: Option<String>,
/// }
///
/// #[derive(serde::Deserialize, Validate)]
/// #[serde(rename_all = "camelCase")]
/// struct Item {
///     #[validate(minimum = 1)]
///     amount: u32,
///     #[validate(format = url)]
///     picture_url: Option<String>,
/// }
///
/// let order = Order {
///     order_id: "CS2211181819ABC".to_owned(),
///     items: vec![Item { amount: 0, picture_url: Some("example.com".to_owned()) }],
///     status: "FREEZE".to_owned(),
///     reason: None,
/// };
/// assert_eq!(
///     order.validate().unwrap_err().to_string(),
///     "\
/// orderId: 15 characters, at most 12 allowed
/// items[0].amount: less than 1
/// items[0].pictureUrl: not an absolute http or https URL
/// reason: missing, required when status == \"FREEZE\""
/// );
/// ```
///
/// # Rules
///
/// Rules stand in `#[validate(…)]` on fields, separated by commas. Several attributes on a field add up. A field
/// without any is not checked.
///
/// | rule | on | violated by |
/// | --- | --- | --- |
/// | `max_chars = 64`, `min_chars = 1` | texts | a text with more, or fewer, characters (Unicode scalar values) |
/// | `max_bytes = 64`, `min_bytes = 1` | texts | a text with more, or fewer, bytes of UTF-8 |
/// | `max_utf16 = 64`, `min_utf16 = 1` | texts | a text with more, or fewer, UTF-16 units |
/// | `format = url` | texts | a text of another form; forms are listed [below](#formats) |
/// | `one_of("A", "B")` | texts | any other text |
/// | `decimal(12, 4)` | decimals, texts | a number of more than 12 - 4 digits before the point or 4 after it, and what is no number |
/// | `minimum = 1`, `maximum = 10` | numbers | a number that is less, or more |
/// | `max_items = 100`, `min_items = 1` | lists | a list with more, or fewer, elements |
/// | `each(…)` | lists | an element that violates one of the rules inside, which may be any of those above but for lists |
/// | `nested` | structs and enums with `Validate`, lists of such | what is inside; on an open enum, a text that no variant names |
/// | `required` | options | `None` |
/// | `required_if = "…"` | options | `None`, if the [condition](#conditions) holds |
/// | `skip` | anything | nothing; says that the field is not checked on purpose |
///
/// A field has one unit of length. All limits are inclusive.
///
/// What a field is, is up to traits in `koo_runtime::validate`:
///
/// - a text is `AsText`: `String`, `&str`, `Cow<str>`, `Decimal`, open enums, result codes;
/// - a number is `Number`: integers, floating-point numbers, `Decimal`;
/// - a list is `Items`: `Vec`, `VecDeque`, slices, arrays, sets, and maps with text keys, whose values are its elements;
/// - an option is `Option`.
///
/// Of an `Option<T>` all rules but the last three look at the `T`; on `None` none of them is violated. References and
/// boxes are looked through.
///
/// # Paths
///
/// Paths hold the names on the wire: serde's `rename`, `rename_all`, `flatten` and `transparent` are read, and where
/// names differ between reading and writing, that for reading counts. A struct with a single unnamed field stands for
/// that field.
///
/// # Formats
///
/// | format | accepts |
/// | --- | --- |
/// | `url` | an absolute `http` or `https` URL |
/// | `uuid` | a UUID with hyphens |
/// | `hex` | hexadecimal digits |
/// | `base64` | base64 with padding |
/// | `epoch_millis` | milliseconds since 1970, in 13 digits |
/// | `timestamp("yyyyMMddHHmmss", …)` | a time that exists, in one of these layouts |
/// | `json` | a JSON text |
/// | `url_encoded_base64_json` | a JSON text in base64, URL-encoded |
/// | `comma_list`, `comma_list(max_items = 10, max_chars_each = 64)` | texts separated by commas, none of them empty |
///
/// None accepts the empty text. A layout is made of `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss` and `SSS`, and of characters
/// that stand for themselves: those that are no letters, `T`, `Z`, and anything between single quotes.
///
/// # Conditions
///
/// A condition is a small part of Rust's expressions, over the other fields of the struct by their names in Rust:
///
/// - `status == "FREEZE"`, `status != "FREEZE"`: compares a field with a text, an integer, `true`, `false` or another
///   field. An absent field equals no literal; two absent fields are equal. Fields of the types of
///   `koo_runtime::validate::Operand` can be compared: texts, open enums, integers, `bool`, and options of those;
/// - `in(status, ["FREEZE", "DELETE"])`: whether the field equals one of the literals;
/// - `present(order_id)`: whether the field is not `None`; what is no `Option` always is present;
/// - `is_trial`: whether a field of type `bool` is true;
/// - `!`, `&&`, `||` and parentheses, with Rust's precedence.
///
/// Besides `required_if = "…"` there is `required_if(…)`, which needs no quotes around its texts escaped, and whose
/// mistakes the compiler points at more exactly.
///
/// ```
/// use koo_runtime::Validate;
///
/// #[derive(Validate)]
/// struct Change {
///     status: String,
///     days: Option<u32>,
///     #[validate(required_if(in(status, ["FREEZE", "DELETE"]) && !(days == 0) || !present(days)))]
///     reason: Option<String>,
/// }
///
/// let change = |status: &str, days| Change { status: status.to_owned(), days, reason: None };
/// assert!(change("FREEZE", Some(7)).validate().is_err());
/// assert!(change("FREEZE", Some(0)).validate().is_ok());
/// assert!(change("RENEW", Some(7)).validate().is_ok());
/// assert!(change("RENEW", None).validate().is_err());
/// ```
///
/// # Type parameters
///
/// Where a rule is on a field whose type has parameters of the struct, the implementation asks for the trait.
///
/// ```
/// use koo_runtime::Validate;
///
/// #[derive(Validate)]
/// struct Page<T> {
///     #[validate(nested, max_items = 2)]
///     items: Vec<T>,
/// }
///
/// #[derive(Validate)]
/// struct Id(#[validate(max_chars = 3)] String);
///
/// let page = Page { items: vec![Id("abcd".to_owned())] };
/// let found = page.validate().unwrap_err();
/// assert_eq!(found.to_string(), "items[0]: 4 characters, at most 3 allowed");
/// ```
#[proc_macro_derive(Validate, attributes(validate, koo))]
pub fn derive_validate(input: TokenStream) -> TokenStream {
    validate::derive(input.into()).into()
}

/// A `Debug` that shows `***` for fields marked `#[redact]`, and the others as usual.
///
/// A marked field shows `***` whatever it holds, `None` too, and its type need not have `Debug`. For structs and
/// enums, with type parameters or without.
///
/// ```
/// use koo_runtime::Redact;
///
/// #[derive(Redact)]
/// struct Account<P> {
///     name: String,
///     #[redact]
///     password: Option<P>,
///     login: Login,
/// }
///
/// #[derive(Redact)]
/// enum Login {
///     Local,
///     Token { server: String, #[redact] token: String },
/// }
///
/// let account = Account {
///     name: "admin".to_owned(),
///     password: Some("hunter2"),
///     login: Login::Token { server: "sso".to_owned(), token: "t0ken".to_owned() },
/// };
/// assert_eq!(
///     format!("{account:?}"),
///     r#"Account { name: "admin", password: ***, login: Token { server: "sso", token: *** } }"#
/// );
/// # let _ = Login::Local;
/// ```
#[proc_macro_derive(Redact, attributes(redact))]
pub fn derive_redact(input: TokenStream) -> TokenStream {
    redact::derive(input.into()).into()
}

/// An enum of texts that keeps the texts it does not know.
///
/// A contract grows: a value that it does not name today must not lose an order. So one variant, marked
/// `#[wire(other)]` and holding a `String`, keeps any text that no other variant names. Every other variant has its
/// text in `#[wire("TEXT")]` and holds nothing.
///
/// Gives:
///
/// - `KNOWN: &'static [&'static str]`, the texts that variants name;
/// - `as_str(&self) -> &str`, the text; `is_known(&self) -> bool`, whether a variant names it;
/// - `From<&str>` and `From<String>`, which never fail, and `Display`;
/// - serde's `Serialize` and `Deserialize`, as a text;
/// - `koo_runtime::Validate`, violated by a text that no variant names: with `nested` on a field, the enum is closed;
/// - `AsText` and `Operand` of `koo_runtime::validate`, so that fields of the type can have rules for texts and stand
///   in conditions.
///
/// ```
/// use koo_runtime::{OpenEnum, Validate};
///
/// #[derive(Clone, Debug, PartialEq, OpenEnum)]
/// pub enum Scene {
///     /// Trial turned into a formal subscription.
///     #[wire("TRIAL_TO_FORMAL")]
///     TrialToFormal,
///     #[wire("RENEWAL")]
///     Renewal,
///     /// A value this version of the contract does not name; kept as received.
///     #[wire(other)]
///     Other(String),
/// }
///
/// assert_eq!(Scene::from("RENEWAL"), Scene::Renewal);
/// assert_eq!(Scene::Renewal.to_string(), "RENEWAL");
///
/// let later: Scene = serde_json::from_str(r#""UPGRADE""#)?;
/// assert_eq!(later, Scene::Other("UPGRADE".to_owned()));
/// assert!(!later.is_known());
/// assert_eq!(serde_json::to_string(&later)?, r#""UPGRADE""#);
/// assert_eq!(later.validate().unwrap_err().to_string(), ".: not one of TRIAL_TO_FORMAL, RENEWAL");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[proc_macro_derive(OpenEnum, attributes(wire, koo))]
pub fn derive_open_enum(input: TokenStream) -> TokenStream {
    open_enum::derive(input.into()).into()
}

/// The result codes of a contract, and what they mean.
///
/// As [`OpenEnum`], with `#[code(…)]` in place of `#[wire(…)]`. One variant is marked `#[code(other)]` and holds a
/// `String`; every other has its code as the first thing in the attribute, and after it, each if it applies:
///
/// - `role = success`: the part that the code plays, one of `success`, `pending`, `signature`, `parameter`,
///   `not_found` and `internal`. Every role is played by at most one code, `success` by exactly one;
/// - `success`: the call was carried out, although another code has the role;
/// - `retryable`: the caller is expected to send the call again;
/// - `meaning = "…"`: what the contract says the code means; without it, the first paragraph of the documentation, whose
///   full stop is left out.
///
/// Gives all that [`OpenEnum`] gives, and:
///
/// - `is_success(&self) -> bool`, `is_retryable(&self) -> bool`, `meaning(&self) -> Option<&'static str>`;
/// - `Default`, the code with the role `success`;
/// - `koo_runtime::ResultCode`, by which the server finds the code for a role.
///
/// ```
/// use koo_runtime::{CodeRole, ResultCode};
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, ResultCode)]
/// pub enum Code {
///     /// The call was carried out.
///     #[code("000000", role = success)]
///     Success,
///     #[code("000005", role = internal, retryable, meaning = "internal error of the merchant's service")]
///     Internal,
///     #[code("000100", meaning = "out of stock")]
///     OutOfStock,
///     #[code(other)]
///     Other(String),
/// }
///
/// assert_eq!(Code::default(), Code::Success);
/// assert_eq!(Code::for_role(CodeRole::Internal), Some(Code::Internal));
/// assert_eq!(Code::for_role(CodeRole::Pending), None);
/// assert!(Code::Internal.is_retryable() && !Code::OutOfStock.is_retryable());
/// assert_eq!(Code::Success.meaning(), Some("The call was carried out"));
/// assert_eq!(Code::from("000100").meaning(), Some("out of stock"));
/// assert_eq!(Code::from("999999").meaning(), None);
/// ```
#[proc_macro_derive(ResultCode, attributes(code, koo))]
pub fn derive_result_code(input: TokenStream) -> TokenStream {
    result_code::derive(input.into()).into()
}
