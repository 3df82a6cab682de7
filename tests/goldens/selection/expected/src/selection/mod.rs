// Written by `koo generate`; do not edit.

//! Selectors and fixed values (选择).
//!
//! Constructors fill in what tells an interface from others.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `byNumber` | Number and truth (四) | [`ByNumberRequest`] |
//! | `byOptional` | Optional enumeration written inline (三) | [`ByOptionalRequest`] |
//! | `byText` | Text (二) | [`ByTextRequest`] |
//! | `byType` | Enumeration by name (一) | [`ByTypeRequest`] |
//! | `manyArguments` | Too many arguments for a function (五) | [`ManyArgumentsRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `orders` | Orders | north | unknown |

mod by_number;
mod by_optional;
mod by_text;
mod by_type;
mod many_arguments;
mod types;

pub use by_number::*;
pub use by_optional::*;
pub use by_text::*;
pub use by_type::*;
pub use many_arguments::*;
pub use types::*;
