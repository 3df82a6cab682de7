// Written by `koo generate`; do not edit.

//! What guides have in common.
//!
//! The module of each guide brings what the guide uses of it.

#[cfg(any(feature = "shared_files", feature = "shared_files_too"))]
pub mod accounts;

#[cfg(any(feature = "shared_files", feature = "shared_files_too"))]
pub mod parcels;
