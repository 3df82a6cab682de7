//! `koo simulate`: the platform against one merchant.

pub mod case;
pub mod load;
