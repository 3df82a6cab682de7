//! The Rust target: a crate with models, validators, schemes, a server, a mock of the calling side, and a client.
//!
//! Every emitter here turns a part of the catalogue into items; [`print`] turns items into files.

mod artifact;
mod cipher;
mod client;
mod codes;
mod common;
mod docs;
mod enumeration;
mod family;
mod imports;
mod interface;
mod item_path;
mod manifest;
mod model;
mod names;
mod order;
mod print;
mod recipe;
mod redirect;
mod scheme;
mod sdk;
mod server;
mod text;
mod types;

use koo_spec::catalogue::Catalogue;

pub(crate) use item_path::{Model, Module};
pub(crate) use manifest::toml_string;
pub(crate) use server::outline;

use crate::{EmitError, File};

/// How the crate is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Path from the crate to `koo-runtime`, for a checkout; released versions otherwise.
    pub runtime_path: Option<String>,
    /// Version of `koo-runtime`.
    pub runtime_version: String,
}

/// The files of the crate, sorted by path.
///
/// # Errors
///
/// [`EmitError`] for a defect of the emitter; every checked catalogue can be emitted.
pub fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<File>, EmitError> {
    let catalogue = &order::canonical(catalogue);
    let common = common::Common::of(catalogue);
    let mut files = manifest::emit(catalogue, &common, options)?;
    files.extend(common.files()?);
    for family in &catalogue.families {
        files.extend(family::emit(catalogue, family, &common.taken_by(family))?);
    }
    files.sort();
    Ok(files)
}
