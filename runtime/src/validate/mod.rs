//! Checking values against the limits of a contract.
//!
//! `#[derive(Validate)]` writes [`Validate`] from attributes on the fields; [`rules`] holds what it calls, for use by
//! hand and by interpreters. A check collects every [`Violation`], not just the first, each with its path on the wire,
//! and never with the value.
//!
//! ```
//! use koo_runtime::validate::{LengthUnit, Path, Validate, Violations, rules};
//!
//! struct Order {
//!     id: String,
//!     items: Vec<Item>,
//! }
//!
//! struct Item {
//!     name: String,
//! }
//!
//! // What `#[derive(Validate)]` writes.
//! impl Validate for Order {
//!     fn violations(&self, at: &Path<'_>, found: &mut Violations) {
//!         rules::max_length(&self.id, 8, LengthUnit::Characters, at.field("id"), found);
//!         rules::min_items(&self.items, 1, at.field("items"), found);
//!         self.items.violations(&at.field("items"), found);
//!     }
//! }
//!
//! impl Validate for Item {
//!     fn violations(&self, at: &Path<'_>, found: &mut Violations) {
//!         rules::max_length(&self.name, 4, LengthUnit::Characters, at.field("name"), found);
//!     }
//! }
//!
//! let order = Order { id: "CS1".to_owned(), items: vec![Item { name: "clock".to_owned() }] };
//! let found = order.validate().unwrap_err();
//! assert_eq!(found.to_string(), "items[0].name: 5 characters, at most 4 allowed");
//! ```

mod digits;
mod format;
mod length;
mod nested;
mod path;
mod rule;
pub mod rules;
mod values;
mod violation;

pub use digits::{decimal_digits, decimal_fits};
pub use format::{Format, layout_is_known};
pub use length::{LengthUnit, exceeds, falls_short, length};
pub use path::Path;
pub use rule::{Actual, Limit, Rule};
pub use values::{AsText, Items, Number, Operand, Presence};
pub use violation::{Violation, Violations};

pub(crate) use digits::NumberText;

/// A value that can be checked.
///
/// Derived for structs by `#[derive(Validate)]`, for enums of texts by `#[derive(OpenEnum)]` and
/// `#[derive(ResultCode)]`; lists, maps, options and boxes of what has it have it too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be checked: it has no `Validate`",
    label = "this type has no `Validate`",
    note = "derive `Validate` for `{Self}`, or take `nested` off the field"
)]
pub trait Validate {
    /// Adds every violation in `self`, whose path is `at`, to `found`. Allocates nothing when there is none.
    fn violations(&self, at: &Path<'_>, found: &mut Violations);

    /// Checks `self` as a whole.
    ///
    /// # Errors
    ///
    /// Every violation, in the order of the fields.
    fn validate(&self) -> Result<(), Violations> {
        let mut found = Violations::new();
        self.violations(&Path::root(), &mut found);
        found.into_result()
    }
}

/// What derived code needs besides the rules. No part of the interface.
#[doc(hidden)]
pub mod __private;
