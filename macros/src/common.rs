//! What the derives share.

pub(crate) mod attributes;
pub(crate) mod crate_path;
pub(crate) mod errors;
pub(crate) mod serde_names;
pub(crate) mod shape;
pub(crate) mod suggest;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod text_enum;
