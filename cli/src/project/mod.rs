//! Projects that `koo new` writes and `koo update` keeps: where templates come from, what is recorded, how files get
//! their places.

mod bindings;
mod layers;
mod place;
mod record;
mod source;

pub(crate) use bindings::{bindings, regenerate};
pub(crate) use layers::templates;
pub(crate) use place::{apply, check_free, create, read};
pub(crate) use record::Record;
pub(crate) use source::SourceArguments;
