//! What the rules ask of a field's type.
//!
//! Each rule works on any type with the matching trait, so it is the type that decides how a field is read: an
//! `Option` that is absent has no length to violate, a `Box` is what it holds.

mod items;
mod number;
mod operand;
mod presence;
mod text;

pub use items::Items;
pub use number::Number;
pub use operand::Operand;
pub use presence::Presence;
pub use text::AsText;
