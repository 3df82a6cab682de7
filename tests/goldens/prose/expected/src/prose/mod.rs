// Written by `koo generate`; do not edit.

//! Words with \[brackets\], \<tags> \& \*stars\* (文字\_与|符号).
//!
//! A summary with \<b>tags\</b>, an address <https://bazaar.example/a_b?c=d*e> and a
//! \[link\](nowhere).
//!
//! 1\. A paragraph that begins like a list, with `code [x] <y>` and an odd \` mark.
//!
//! \# Not a heading
//!
//! \- Not a list.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `placeOrder` | Placing \<an> order\_id (下单\[一\]) | [`PlaceOrderRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `a_page` | [Title \| with \[marks\] \<and> https://bazaar.example](<https://bazaar.example/(a)%20b%7Cc>) | north | 2024-01-01 |
//! | `b_page` | Title \* \_without\_ address | south | unknown |

mod codes;
mod place_order;
mod types;

pub use codes::*;
pub use place_order::*;
pub use types::*;
