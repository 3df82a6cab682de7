//! XML, for the few interfaces that answer it.

mod write;

pub(crate) use write::write;
