//! What derived checks find, where, and what they say about it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use koo_runtime::validate::{Actual, LengthUnit, Limit, Path, Rule, Violation, Violations};
use koo_runtime::{Decimal, OpenEnum, Validate};
use serde::{Deserialize, Serialize};

/// Violations as text, one line each.
fn report(value: &impl Validate) -> String {
    value
        .validate()
        .map_or_else(|found| found.to_string(), |()| String::new())
}

#[derive(Clone, Debug, PartialEq, OpenEnum)]
enum Status {
    #[wire("FREEZE")]
    Freeze,
    #[wire("NORMAL")]
    Normal,
    #[wire(other)]
    Other(String),
}

#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Reply {
    #[validate(max_chars = 6)]
    result_code: String,
    #[validate(max_chars = 10)]
    result_msg: Option<String>,
    #[serde(default)]
    #[validate(nested, max_items = 2)]
    info: Option<Vec<InstanceInfo>>,
}

#[derive(Clone, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct InstanceInfo {
    #[validate(min_chars = 1, max_chars = 8)]
    instance_id: String,
    #[validate(nested)]
    app_info: AppInfo,
}

#[derive(Clone, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct AppInfo {
    #[validate(max_chars = 512, format = url)]
    front_end_url: String,
    #[serde(rename = "pwd")]
    #[validate(max_chars = 8)]
    password: Option<String>,
}

fn info(id: &str, url: &str, password: &str) -> InstanceInfo {
    InstanceInfo {
        instance_id: id.to_owned(),
        app_info: AppInfo {
            front_end_url: url.to_owned(),
            password: Some(password.to_owned()),
        },
    }
}

#[test]
fn everything_wrong_is_found_with_its_path_on_the_wire() {
    let reply = Reply {
        result_code: "0000001".to_owned(),
        result_msg: Some("a message too long".to_owned()),
        info: Some(vec![
            info("i-1", "https://example.com", "short"),
            info("", "nowhere", "hunter2hunter2"),
            info("instance-1", "https://example.com", "short"),
        ]),
    };
    assert_eq!(
        report(&reply),
        "\
resultCode: 7 characters, at most 6 allowed
resultMsg: 18 characters, at most 10 allowed
info[1].instanceId: 0 characters, at least 1 required
info[1].appInfo.frontEndUrl: not an absolute http or https URL
info[1].appInfo.pwd: 14 characters, at most 8 allowed
info[2].instanceId: 10 characters, at most 8 allowed
info: 3 items, at most 2 allowed"
    );
    let found = reply.validate().unwrap_err();
    assert_eq!(found.len(), 7);
    let pointers: Vec<_> = found.iter().map(Violation::pointer).collect();
    assert_eq!(pointers[3], "/info/1/appInfo/frontEndUrl");
    let length = found.iter().next().unwrap();
    assert_eq!(length.rule(), Rule::MaxLength);
    assert_eq!(
        length.limit(),
        Some(&Limit::Length {
            count: 6,
            unit: LengthUnit::Characters
        })
    );
    assert_eq!(length.actual(), Some(Actual::Length(7)));
}

#[test]
fn no_report_holds_a_value() {
    const SECRET: &str = "hunter2-😀-秘密";

    #[derive(Validate)]
    #[allow(clippy::struct_field_names)]
    struct Everything {
        #[validate(max_chars = 3)]
        long: String,
        #[validate(min_bytes = 99)]
        short: String,
        #[validate(format = json)]
        form: String,
        #[validate(one_of("A"))]
        choice: String,
        #[validate(decimal(2, 1))]
        number: String,
        #[validate(nested)]
        status: Status,
        #[validate(each(max_utf16 = 1))]
        list: Vec<String>,
        #[validate(maximum = 1)]
        amount: u64,
        #[validate(required_if(long == "hunter2-😀-秘密 once more" || present(long)))]
        absent: Option<String>,
    }
    let text = || SECRET.to_owned();
    let value = Everything {
        long: text(),
        short: text(),
        form: text(),
        choice: text(),
        number: text(),
        status: Status::from(SECRET),
        list: vec![text()],
        amount: 987_654_321,
        absent: None,
    };
    let found = value.validate().unwrap_err();
    assert_eq!(found.len(), 9);
    let shown = [
        found.to_string(),
        format!("{found:?}"),
        format!("{found:#?}"),
        serde_json::to_string(&found.iter().collect::<Vec<_>>()).unwrap(),
    ];
    // The condition is part of the contract; of the value nothing else is there.
    for text in shown.map(|text| text.replace("hunter2-😀-秘密 once more", "")) {
        for fragment in [SECRET, "hunter2", "😀", "秘", "987654321"] {
            assert!(!text.contains(fragment), "{fragment} in {text}");
        }
    }
}

#[test]
fn units() {
    #[derive(Validate)]
    struct Texts<'a> {
        #[validate(max_chars = 4, min_chars = 2)]
        characters: &'a str,
        #[validate(max_bytes = 12, min_bytes = 5)]
        bytes: Cow<'a, str>,
        #[validate(max_utf16 = 4, min_utf16 = 2)]
        utf16: Option<Box<str>>,
    }
    let report = |text: &str| {
        report(&Texts {
            characters: text,
            bytes: text.into(),
            utf16: Some(text.into()),
        })
    };
    assert_eq!(report("实例名称"), "");
    assert_eq!(report("abcd"), "bytes: 4 bytes, at least 5 required");
    assert_eq!(
        report("实例名称 "),
        "\
characters: 5 characters, at most 4 allowed
bytes: 13 bytes, at most 12 allowed
utf16: 5 UTF-16 units, at most 4 allowed"
    );
    // Outside the basic plane: one character, four bytes, two units.
    assert_eq!(report("😀😀"), "");
    assert_eq!(report("😀😀😀"), "utf16: 6 UTF-16 units, at most 4 allowed");
    assert_eq!(
        report("😀"),
        "\
characters: 1 character, at least 2 required
bytes: 4 bytes, at least 5 required"
    );
}

#[test]
fn absent_options_break_no_rule_but_required() {
    #[derive(Default, Validate)]
    struct Options {
        #[validate(min_chars = 1, format = url)]
        text: Option<String>,
        #[validate(min_items = 1, each(min_chars = 1))]
        list: Option<Vec<String>>,
        #[validate(minimum = 1, maximum = 2)]
        number: Option<u8>,
        #[validate(decimal(2, 1), minimum = 1)]
        decimal: Option<Decimal>,
        #[validate(nested)]
        status: Option<Status>,
        #[validate(required)]
        required: Option<bool>,
        #[allow(dead_code)]
        #[validate(skip)]
        skipped: Option<String>,
    }
    assert_eq!(report(&Options::default()), "required: missing");
    let options = Options {
        text: Some(String::new()),
        list: Some(Vec::new()),
        number: Some(0),
        decimal: Some("0.25".parse().unwrap()),
        status: Some(Status::from("GONE")),
        required: Some(false),
        skipped: None,
    };
    assert_eq!(
        report(&options),
        "\
text: 0 characters, at least 1 required
text: not an absolute http or https URL
list: 0 items, at least 1 required
number: less than 1
decimal: 0 digits before the point and 2 after it, at most 1 and 1 allowed
decimal: less than 1
status: not one of FREEZE, NORMAL"
    );
    let options = Options {
        list: Some(vec!["a".to_owned(), String::new()]),
        number: Some(3),
        decimal: Some(Decimal::from(1)),
        required: Some(true),
        ..Options::default()
    };
    assert_eq!(
        report(&options),
        "\
list[1]: 0 characters, at least 1 required
number: more than 2"
    );
}

#[test]
fn conditions() {
    #[derive(Clone, Serialize, Validate)]
    #[serde(rename_all = "camelCase")]
    struct Change {
        status: Status,
        next_status: Option<Status>,
        order_id: Option<String>,
        size: Option<i64>,
        trial: bool,
        #[validate(required_if = "status == \"FREEZE\" && present(order_id)")]
        reason: Option<String>,
        #[validate(required_if = "next_status != \"NORMAL\"")]
        note: Option<String>,
        #[validate(required_if(in(size, [-1, 7]) || trial && !(size == 5)))]
        period: Option<u8>,
        #[validate(required_if(next_status == status))]
        why: Option<String>,
    }
    let fine = Change {
        status: Status::Normal,
        next_status: Some(Status::Normal),
        order_id: None,
        size: Some(5),
        trial: true,
        reason: None,
        note: None,
        period: None,
        why: Some("same".to_owned()),
    };
    assert_eq!(report(&fine), "");

    let mut change = fine.clone();
    change.status = Status::Freeze;
    assert_eq!(report(&change), "", "no order");
    change.order_id = Some(String::new());
    assert_eq!(
        report(&change),
        "reason: missing, required when status == \"FREEZE\" && present(orderId)"
    );
    change.reason = Some(String::new());
    assert_eq!(report(&change), "");

    let mut change = fine.clone();
    change.next_status = None;
    assert_eq!(
        report(&change),
        "note: missing, required when nextStatus != \"NORMAL\"",
        "what is absent is different"
    );

    let mut change = fine.clone();
    change.why = None;
    assert_eq!(
        report(&change),
        "why: missing, required when nextStatus == status"
    );
    change.status = Status::from("ELSE");
    assert_eq!(report(&change), "");

    let expected = "period: missing, required when in(size, [-1, 7]) || (trial && !(size == 5))";
    for (size, trial, needed) in [
        (Some(-1), false, true),
        (Some(7), false, true),
        (Some(8), false, false),
        (Some(8), true, true),
        (Some(5), true, false),
        (None, true, true),
        (None, false, false),
    ] {
        let change = Change {
            size,
            trial,
            ..fine.clone()
        };
        assert_eq!(
            report(&change),
            if needed { expected } else { "" },
            "{size:?} {trial}"
        );
    }
}

#[test]
fn present_sees_through_aliases_and_takes_others_for_present() {
    type Maybe = Option<String>;

    #[derive(Validate)]
    struct Change {
        order: Maybe,
        id: String,
        #[validate(required_if = "present(order)")]
        a: Option<u8>,
        #[validate(required_if = "!present(id)")]
        b: Option<u8>,
    }
    let change = |order| Change {
        order,
        id: String::new(),
        a: None,
        b: None,
    };
    assert_eq!(report(&change(None)), "");
    assert_eq!(
        report(&change(Some(String::new()))),
        "a: missing, required when present(order)"
    );
    assert_eq!(change(None).id, "");
}

#[test]
fn maps_lists_of_lists_and_boxes() {
    #[derive(Validate)]
    struct Deep {
        #[validate(nested, max_items = 3)]
        by_name: BTreeMap<String, Box<AppInfo>>,
        #[validate(nested)]
        grid: Vec<Vec<AppInfo>>,
        #[validate(each(max_chars = 1))]
        labels: HashMap<Cow<'static, str>, String>,
        #[validate(each(minimum = 2))]
        numbers: [u8; 2],
        #[validate(nested)]
        child: Option<Box<Deep>>,
    }
    let bad = || AppInfo {
        front_end_url: String::new(),
        password: None,
    };
    let deep = |child| Deep {
        by_name: BTreeMap::from([("a b".to_owned(), Box::new(bad()))]),
        grid: vec![Vec::new(), vec![bad()]],
        labels: HashMap::from([("k".into(), "long".to_owned())]),
        numbers: [2, 1],
        child,
    };
    assert_eq!(
        report(&deep(Some(Box::new(deep(None))))),
        "\
by_name[\"a b\"].frontEndUrl: not an absolute http or https URL
grid[1][0].frontEndUrl: not an absolute http or https URL
labels.k: 4 characters, at most 1 allowed
numbers[1]: less than 2
child.by_name[\"a b\"].frontEndUrl: not an absolute http or https URL
child.grid[1][0].frontEndUrl: not an absolute http or https URL
child.labels.k: 4 characters, at most 1 allowed
child.numbers[1]: less than 2"
    );
}

#[test]
fn flattened_transparent_and_tuple_structs() {
    #[derive(Serialize, Validate)]
    struct Id(#[validate(max_chars = 2)] String);

    #[derive(Serialize, Validate)]
    #[serde(transparent)]
    struct Wrapped {
        #[validate(nested)]
        id: Id,
    }

    #[derive(Serialize, Validate)]
    struct Inner {
        #[validate(nested)]
        wrapped: Wrapped,
        #[serde(rename(serialize = "out", deserialize = "in"))]
        #[validate(maximum = 0)]
        renamed: u8,
    }

    #[derive(Serialize, Validate)]
    struct Outer {
        #[serde(flatten)]
        #[validate(nested)]
        inner: Inner,
        #[validate(nested)]
        pair: Pair,
    }

    #[derive(Serialize, Validate)]
    struct Pair(#[validate(nested)] Id, #[validate(nested)] Id);

    let id = || Id("abc".to_owned());
    let outer = Outer {
        inner: Inner {
            wrapped: Wrapped { id: id() },
            renamed: 1,
        },
        pair: Pair(Id(String::new()), id()),
    };
    assert_eq!(
        report(&outer),
        "\
wrapped: 3 characters, at most 2 allowed
in: more than 0
pair[1]: 3 characters, at most 2 allowed"
    );
}

#[test]
fn checks_written_by_hand_take_part() {
    struct Even(u32);

    impl Validate for Even {
        fn violations(&self, at: &Path<'_>, found: &mut Violations) {
            if !self.0.is_multiple_of(2) {
                found.push(Violation::new(at, Rule::Custom("even")));
            }
        }
    }

    #[derive(Validate)]
    struct Numbers {
        #[validate(nested)]
        numbers: Vec<Even>,
    }
    let numbers = Numbers {
        numbers: vec![Even(2), Even(3)],
    };
    assert_eq!(report(&numbers), "numbers[1]: breaks the rule even");
}

#[test]
fn another_path_of_the_runtime() {
    mod support {
        pub(super) use koo_runtime as runtime;
    }

    #[derive(Validate)]
    #[koo(crate = support::runtime)]
    struct Text {
        #[validate(max_chars = 1)]
        text: String,
    }
    let text = Text {
        text: "ab".to_owned(),
    };
    assert_eq!(report(&text), "text: 2 characters, at most 1 allowed");
}
