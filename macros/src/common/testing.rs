//! For the tests of the derives.

use proc_macro2::TokenStream;

/// What a derive expands to, formatted for people.
pub(crate) fn pretty(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).expect("an expansion is a list of items");
    prettyplease::unparse(&file)
}

/// Compares what `$derive` makes of an item with the snapshot `$name`.
macro_rules! assert_expands {
    ($derive:path, $name:literal, { $($item:tt)* }) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            let expansion = $derive(quote::quote!($($item)*));
            insta::assert_snapshot!($name, $crate::common::testing::pretty(expansion));
        })
    };
}

pub(crate) use assert_expands;
