//! What `Validate` expands to.

use super::derive;
use super::syntax::layout_is_known;
use crate::common::testing::assert_expands;

#[test]
fn every_rule() {
    assert_expands!(derive, "every_rule", {
        #[derive(Validate)]
        #[serde(rename_all = "camelCase")]
        pub struct Order {
            #[validate(min_chars = 1, max_chars = 64)]
            pub order_id: String,
            #[validate(max_bytes = 255, format = url)]
            #[serde(rename = "callback")]
            pub callback_url: Option<String>,
            #[validate(min_utf16 = 2, one_of("CN", "EN"))]
            pub language: String,
            #[validate(minimum = -1, maximum = 10)]
            pub count: i32,
            #[validate(decimal(12, 4))]
            pub price: Decimal,
            #[validate(required)]
            pub customer: Option<Customer>,
            #[validate(nested, min_items = 1, max_items = 100)]
            pub items: Option<Vec<Item>>,
            #[validate(each(max_chars = 8, format = hex))]
            pub labels: Vec<String>,
            #[validate(format = timestamp("yyyyMMddHHmmss", "yyyy-MM-dd"))]
            pub created: String,
            #[validate(format = comma_list(max_items = 3))]
            pub tags: String,
            #[validate(skip)]
            pub note: String,
            pub other: String,
        }
    });
}

#[test]
fn conditions() {
    assert_expands!(derive, "conditions", {
        #[serde(rename_all = "camelCase")]
        struct Change {
            kind: Kind,
            is_trial: bool,
            order_id: Option<String>,
            size: Option<u32>,
            r#type: String,
            #[validate(required_if = "kind == \"FREEZE\" && present(order_id)")]
            reason: Option<String>,
            #[validate(required_if(in(size, [1, -2]) || !(is_trial && "A" != type) || !present(order_id)))]
            period: Option<String>,
            #[validate(required_if(order_id == type))]
            link: Option<String>,
        }
    });
}

#[test]
fn generic_parameters() {
    assert_expands!(derive, "generic_parameters", {
        struct Page<'a, T: Clone, K, const N: usize>
        where
            K: Ord,
        {
            #[validate(nested, max_items = 10)]
            items: Vec<T>,
            #[validate(max_chars = 5)]
            title: &'a Cow<'a, str>,
            #[validate(max_chars = 5)]
            key: Option<K>,
            #[validate(nested)]
            next: Option<Box<Page<'a, T, K, N>>>,
            #[validate(nested)]
            map: HashMap<String, Wrapper<T>>,
        }
    });
}

#[test]
fn tuples_newtypes_and_flattened_fields() {
    assert_expands!(derive, "newtype", {
        struct Id(#[validate(max_chars = 8)] String);
    });
    assert_expands!(derive, "tuple", {
        struct Pair(#[validate(max_chars = 8)] String, #[validate(nested)] Item);
    });
    assert_expands!(derive, "flattened", {
        struct Outer {
            #[serde(flatten)]
            #[validate(nested)]
            inner: Inner,
        }
    });
}

#[test]
fn other_path_of_the_runtime_and_no_rules() {
    assert_expands!(derive, "no_rules", {
        #[koo(crate = crate::support::runtime)]
        struct Empty {
            anything: String,
        }
    });
}

#[test]
fn layouts_are_those_of_the_runtime() {
    for layout in [
        "",
        "-",
        "T",
        "TZ",
        "''",
        "'",
        "yyyy",
        "yy",
        "yyyyy",
        "MM",
        "MMM",
        "dd",
        "HH",
        "hh",
        "mm",
        "ss",
        "SSS",
        "SS",
        "x",
        "yyyyMMddHHmmssSSS",
        "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
        "yyyy-MM-ddTHH:mm:ssZ",
        "yyyy'",
        "yyyy'年'",
        "yyyy年",
        "HH:mm:ss+08:00",
        "dd MMM yyyy",
        "yyyy MM",
        "TTyyyy",
        "yyyy''MM",
        "1yyyy2",
    ] {
        assert_eq!(
            layout_is_known(layout),
            koo_runtime::validate::layout_is_known(layout),
            "{layout}"
        );
    }
}
