//! The generated validator of a request against the same rules in garde and validator.
//!
//! The rules are equal on all sides: five fields, the last one optional, none longer than so many characters. What
//! differs:
//!
//! - The generated request holds `activity` and `testFlag` as enums, the peers hold them as text, which is how one
//!   would write them by hand there. `derived` is koo's derive on the very struct the peers have.
//! - garde and validator count the characters of every text. koo passes a text that has no more bytes than characters
//!   are allowed, and of any other reads only as much as settles the question; the reports still say the exact count.
//! - All collect every violation. koo and garde report paths and messages as text; validator keeps the field names,
//!   parameters and a copy of the offending value in maps, and writes no message.
//!
//! Every call includes dropping its report.

use std::hint::black_box;

use criterion::BenchmarkGroup;
use criterion::measurement::WallTime;
use koo_benchmarks::{Report, Row, Target};
use koogallery::saas_v2::{NewInstanceRequest, TestFlag};

/// The request as one writes it for each of the three derives.
mod peers {
    /// For koo.
    #[derive(koo_runtime::Validate)]
    pub(super) struct Derived {
        #[validate(max_chars = 20)]
        pub(super) activity: String,
        #[validate(max_chars = 64)]
        pub(super) order_id: String,
        #[validate(max_chars = 64)]
        pub(super) order_line_id: String,
        #[validate(max_chars = 64)]
        pub(super) business_id: String,
        #[validate(max_chars = 2)]
        pub(super) test_flag: Option<String>,
    }

    /// For garde. Without `chars` its lengths are bytes.
    #[derive(garde::Validate)]
    pub(super) struct Garde {
        #[garde(length(chars, max = 20))]
        pub(super) activity: String,
        #[garde(length(chars, max = 64))]
        pub(super) order_id: String,
        #[garde(length(chars, max = 64))]
        pub(super) order_line_id: String,
        #[garde(length(chars, max = 64))]
        pub(super) business_id: String,
        #[garde(length(chars, max = 2))]
        pub(super) test_flag: Option<String>,
    }

    /// For validator.
    #[derive(validator::Validate)]
    pub(super) struct Validator {
        #[validate(length(max = 20))]
        pub(super) activity: String,
        #[validate(length(max = 64))]
        pub(super) order_id: String,
        #[validate(length(max = 64))]
        pub(super) order_line_id: String,
        #[validate(length(max = 64))]
        pub(super) business_id: String,
        #[validate(length(max = 2))]
        pub(super) test_flag: Option<String>,
    }
}

/// The ids of a request, which vary between the cases.
struct Ids {
    order: String,
    order_line: String,
    business: String,
}

fn main() {
    let mut report = Report::from_args(env!("CARGO_TARGET_TMPDIR"));
    let chinese = |characters| "云".repeat(characters);
    let same = |text: String| Ids {
        order: text.clone(),
        order_line: text.clone(),
        business: text,
    };
    let example = || Ids {
        order: "CS2211181819B4LVS".to_owned(),
        order_line: "CS2211181819B4LVS-000001".to_owned(),
        business: "87b94795-0603-4e24-8ae5-69420d60e3c8".to_owned(),
    };
    // The example of the contract.
    case(&mut report, "ok, ASCII", true, &example());
    // 60 bytes, so they need no counting.
    case(
        &mut report,
        "ok, Chinese, 20 characters",
        true,
        &same(chinese(20)),
    );
    // 120 bytes where 64 characters are allowed.
    case(
        &mut report,
        "ok, Chinese, 40 characters",
        true,
        &same(chinese(40)),
    );
    // As long as can be: every byte has to be looked at.
    case(
        &mut report,
        "ok, Chinese, 64 characters",
        true,
        &same(chinese(64)),
    );
    case(
        &mut report,
        "one too long, ASCII",
        false,
        &Ids {
            order: "C".repeat(65),
            ..example()
        },
    );
    case(
        &mut report,
        "one too long, Chinese",
        false,
        &Ids {
            order: chinese(65),
            ..example()
        },
    );
    report.criterion.final_summary();
    report.print();
}

/// Measures the four validators on the same texts.
fn case(report: &mut Report, name: &'static str, is_ok: bool, ids: &Ids) {
    let (activity, test_flag) = ("newInstance".to_owned(), Some("1".to_owned()));
    let Ids {
        order,
        order_line,
        business,
    } = ids;

    let mut group = report.criterion.benchmark_group(name);
    let mut generated = NewInstanceRequest::new(order, order_line, business);
    generated.test_flag = Some(TestFlag::Debug);
    measure(
        &mut group,
        "generated",
        is_ok,
        &generated,
        koo_runtime::Validate::validate,
    );
    let derived = peers::Derived {
        activity: activity.clone(),
        order_id: order.clone(),
        order_line_id: order_line.clone(),
        business_id: business.clone(),
        test_flag: test_flag.clone(),
    };
    measure(
        &mut group,
        "derived",
        is_ok,
        &derived,
        koo_runtime::Validate::validate,
    );
    let garde = peers::Garde {
        activity: activity.clone(),
        order_id: order.clone(),
        order_line_id: order_line.clone(),
        business_id: business.clone(),
        test_flag: test_flag.clone(),
    };
    measure(
        &mut group,
        "garde",
        is_ok,
        &garde,
        garde::Validate::validate,
    );
    let validator = peers::Validator {
        activity,
        order_id: order.clone(),
        order_line_id: order_line.clone(),
        business_id: business.clone(),
        test_flag,
    };
    measure(
        &mut group,
        "validator",
        is_ok,
        &validator,
        validator::Validate::validate,
    );
    group.finish();

    for own in ["generated", "derived"] {
        report.row(Row {
            group: name,
            own,
            peer: Some("garde"),
            target: Target::TimesAsFast(5.0),
        });
    }
    report.row(Row {
        group: name,
        own: "generated",
        peer: Some("validator"),
        target: Target::None,
    });
}

/// Measures one validator, after making sure that it judges as it should.
fn measure<T, E>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    is_ok: bool,
    request: &T,
    validate: impl Fn(&T) -> Result<(), E>,
) {
    assert_eq!(validate(request).is_ok(), is_ok, "{name}");
    group.bench_function(name, |bencher| {
        bencher.iter(|| validate(black_box(request)));
    });
}
