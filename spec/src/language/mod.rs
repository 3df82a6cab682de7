//! The spec language as data: which maps there are, which keys they have, what each key may hold.
//!
//! One description serves three readers: the structure check (unknown and missing keys, wrong kinds), the JSON
//! Schema for editors ([`json_schema`]) and the people who read `forms`.

mod forms;
mod json_schema;
mod structure;

pub use forms::{CATALOGUE, COMMON, FAMILY, PARAMETER};
pub use json_schema::json_schema;
pub use structure::check_structure;

/// A kind of map: which keys it has.
#[derive(Debug)]
pub struct Form {
    /// What it is called in messages, such as `parameter`.
    pub name: &'static str,
    /// What it describes.
    pub doc: &'static str,
    /// Its keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

/// One key of a [`Form`].
#[derive(Debug)]
pub struct Key {
    /// The key as written.
    pub name: &'static str,
    /// What it may hold.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it says.
    pub doc: &'static str,
}

/// What a value may be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text.
    Text,
    /// Text or number or boolean, taken as text: wire values.
    Scalar,
    /// A whole number, not negative.
    Count,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Anything JSON can say.
    Any,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A map with fixed keys.
    Map(&'static Form),
    /// A map whose keys are names of the writer's choice.
    Named(&'static Shape),
    /// A list.
    List(&'static Shape),
    /// One of several shapes; which one is told by the kind of the value.
    Either(&'static [Shape]),
}

impl Form {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}
