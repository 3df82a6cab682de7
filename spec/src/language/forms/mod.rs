//! Every map of the language and its keys, one file per concept, named as those of the catalogue.

mod artifact;
mod cipher;
mod code;
mod contract;
mod erratum;
mod example;
mod family;
mod interface;
mod mock;
mod parameter;
mod product;
mod provenance;
mod scenario;
mod scheme;
mod sdk;
mod secret;
mod shape;
mod text;
mod transport;
mod value_type;

pub use contract::CATALOGUE;
pub use family::{COMMON, FAMILY};
pub use parameter::PARAMETER;
