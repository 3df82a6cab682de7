//! XML, for the few interfaces that answer it.

mod write;

pub use write::write;
