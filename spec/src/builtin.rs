//! The contract of this package, `catalog/`, for programs that carry it with them.

use crate::load::{Input, Loaded, load as load_inputs};

/// What stands before the paths of built-in files in messages.
pub const SHOWN: &str = "<built-in>";

/// The files, by path below `catalog/`, in the order in which [`files`](crate::files) finds them.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// Loads and checks the built-in catalogue.
pub fn load() -> Loaded {
    let inputs = FILES.iter().map(|(path, text)| Input {
        path: (*path).to_owned(),
        shown: format!("{SHOWN}/{path}"),
        text: (*text).to_owned(),
    });
    load_inputs(inputs.collect())
}
