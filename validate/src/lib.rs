//! Holds payloads, captures and tables against a contract.
//!
//! A [`Session`] takes files and gives a [`Report`]: every violation with file, line, column, JSON pointer, rule, limit,
//! what was counted, and the page that says so. Never with the value.
//!
//! An interface is compiled once into a plan (members by name, limits, rules); a payload is then read once, from its
//! bytes, without a tree in between. The rules are those of `koo_runtime::validate`, so generated code, the interpreter
//! of `koo-spec` and this crate judge alike.
//!
//! ```
//! use koo_spec::catalogue::Side;
//! use koo_spec::load::{Input, load};
//! use koo_validate::{Options, Session, resolve};
//!
//! let spec = "
//! family: shop
//! title: {en: Shop, zh: 商店}
//! status: current
//! doc: Orders.
//! sites: [north]
//! pages: {orders: {title: Orders, site: north}}
//! interfaces:
//!   place:
//!     title: {en: Place, zh: 下单}
//!     page: orders
//!     scheme: none
//!     body:
//!       id: {type: string, required: true, max_length: 4, doc: Id., page: orders}
//! ";
//! let top = "catalogue: demo\ntitle: Demo\ndoc: Demo.\nsites: {north: {title: North}}\n";
//! let loaded = load(vec![Input::new("catalogue.yaml", top), Input::new("shop.yaml", spec)]);
//! assert!(loaded.is_usable(), "{:#?}", loaded.diagnostics);
//!
//! let target = resolve::interface(&loaded.catalogue, "shop/place", Side::Request)?;
//! let mut session = Session::new(&loaded.catalogue, Options { target: Some(target), ..Options::default() });
//! session.json("order.json", &b"{\n  \"id\": \"12345\"\n}"[..])?;
//! let report = session.finish();
//! let finding = &report.findings[0];
//! assert_eq!((finding.place.line, finding.place.column), (2, 9));
//! assert_eq!(finding.text(), "id: 5 characters, at most 4 allowed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod finding;
mod lines;
pub mod package;
mod plan;
mod policy;
mod position;
mod query;
pub mod report;
pub mod resolve;
mod scan;
mod session;
pub mod table;
mod tree;

pub use finding::{About, Finding, Page, Place, Report, Severity, Tally};
pub use policy::Policy;
pub use session::{Options, Session};
