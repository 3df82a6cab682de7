//! Whatever stands in a folder, loading it ends soon, without a panic, and with a problem that says what is wrong.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::fmt::Write;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use koo_spec::diagnostic::Rule;
use koo_spec::files::{MAX_FILES, ReadError, load_path};
use koo_spec::load::{Input, Loaded, load};
use koo_spec::report;
use koo_spec::yaml::{MAX_DEPTH, MAX_FILE_BYTES};
use proptest::prelude::*;
use tempfile::TempDir;

/// Far above what anything here needs, even without optimisation on a busy machine.
const SOON: Duration = Duration::from_secs(60);

const HEAD: &str =
    "family: shop\ntitle: {en: Shop, zh: 商店}\nstatus: current\ndoc: How.\nsites: [home]\n";

fn head_and_page() -> String {
    format!("{HEAD}pages: {{orders: {{title: Orders, site: home}}}}\n")
}

/// Loads and renders in every way, within the time limit.
fn survives(text: impl Into<String>) -> Loaded {
    let started = Instant::now();
    let loaded = load(vec![Input::new("shop.yaml", text)]);
    render(&loaded);
    assert!(started.elapsed() < SOON, "took {:?}", started.elapsed());
    loaded
}

fn render(loaded: &Loaded) {
    report::human(&loaded.diagnostics, &loaded.sources, true);
    report::json(&loaded.diagnostics, &loaded.sources);
    report::sarif(&loaded.diagnostics, &loaded.sources, "0");
    report::github(&loaded.diagnostics, &loaded.sources);
}

/// The one problem of a file: its rule and its message.
fn only_problem(loaded: &Loaded) -> (Rule, String) {
    let shown: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|diagnostic| (diagnostic.rule, diagnostic.message.clone()))
        .collect();
    assert_eq!(shown.len(), 1, "{shown:?}");
    shown.into_iter().next().expect("one problem")
}

fn message(text: impl Into<String>) -> String {
    let (rule, message) = only_problem(&survives(text));
    assert_eq!(rule, Rule::YamlSyntax);
    message
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(
        folder.path().join("fine.yaml"),
        format!("{HEAD}pages: {{}}\n"),
    )
    .expect("writable");
    folder
}

/// Loads the folder and gives the messages of rule KG0002.
fn unreadable(folder: &Path) -> Vec<String> {
    let started = Instant::now();
    let loaded = load_path(folder).expect("the folder itself can be read");
    render(&loaded);
    assert!(started.elapsed() < SOON);
    assert_eq!(
        loaded.catalogue.families.len(),
        1,
        "the other file is read all the same"
    );
    let about = loaded
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.rule == Rule::UnreadableFile);
    about
        .map(|diagnostic| {
            let place = loaded.sources.locate(diagnostic.span());
            assert!(
                diagnostic.message.contains(&place.path),
                "the place is the file: {place}"
            );
            diagnostic.message.clone()
        })
        .collect()
}

fn one_unreadable(folder: &Path) -> String {
    let mut messages = unreadable(folder);
    assert_eq!(messages.len(), 1, "{messages:?}");
    messages.remove(0)
}

#[test]
fn an_alias_bomb_is_defused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let below = format!("*a{}", level - 1);
        writeln!(bomb, "a{level}: &a{level} [{}]", vec![below; 10].join(", ")).expect("memory");
    }
    assert_eq!(
        message(bomb),
        "too large once its aliases are expanded: more than 200000 values"
    );
}

#[test]
fn deep_nesting_is_refused_in_either_style() {
    let deep = format!("nested deeper than {MAX_DEPTH} levels");
    assert_eq!(
        message(format!(
            "family: {}{}\n",
            "[".repeat(100_000),
            "]".repeat(100_000)
        )),
        deep
    );
    assert_eq!(
        message(format!("family: {}\n", "{a: ".repeat(100_000))),
        deep
    );
    assert_eq!(message(format!("{}x\n", "- ".repeat(100_000))), deep);
    let mut block = String::new();
    for level in 0..1_000 {
        writeln!(block, "{}k:", " ".repeat(level)).expect("memory");
    }
    assert_eq!(message(block), deep);
}

#[test]
fn nesting_inside_texts_is_refused_too() {
    let with = |condition: &str| {
        format!(
            "{}interfaces:\n  place:\n    title: {{en: A, zh: 甲}}\n    page: orders\n    scheme: none\n    body:\n      id: \
             {{type: string, required: conditional, doc: Id., page: orders, when: '{condition}'}}\n",
            head_and_page()
        )
    };
    for hostile in [
        "(".repeat(100_000),
        "!".repeat(100_000),
        "a == ".repeat(50_000),
        "a && ".repeat(50_000),
        "return ".repeat(50_000),
        "(".repeat(120),
        "!".repeat(120),
        "a + ".repeat(249),
        "return ".repeat(142),
        "|| ".repeat(60),
        "if a { ".repeat(120),
        "unsafe ".repeat(140),
        "a.b".repeat(300),
        "move || ".repeat(60),
        "break ".repeat(160),
        "..".repeat(490),
    ] {
        let loaded = survives(with(&hostile));
        assert!(
            loaded
                .diagnostics
                .iter()
                .any(|found| found.rule == Rule::ConditionSyntax),
            "{}",
            &hostile[..20]
        );
    }
    for hostile in [
        "[]".repeat(100_000),
        "map<".repeat(50_000),
        format!("{}x{}", "map<".repeat(99), ">".repeat(99)),
    ] {
        let text = with("present(id)").replace("type: string", &format!("type: 'string{hostile}'"));
        let loaded = survives(text);
        assert!(
            loaded
                .diagnostics
                .iter()
                .any(|found| found.rule == Rule::InvalidType)
        );
    }
}

#[test]
fn shared_parameters_cannot_multiply_without_measure() {
    let mut text = format!("{}parameters:\n", head_and_page());
    for level in 0..60 {
        let below = level + 1;
        let fields: Vec<_> = (0..12)
            .map(|field| format!("f{field}: {{use: p{below}}}"))
            .collect();
        writeln!(
            text,
            "  p{level}: {{type: object, required: true, doc: D., page: orders, fields: {{{}}}}}",
            fields.join(", ")
        )
        .expect("memory");
    }
    text.push_str("  p60: {type: string, required: true, doc: D., page: orders}\n");
    text.push_str("interfaces:\n  place:\n    title: {en: A, zh: 甲}\n    page: orders\n    scheme: none\n    body: {a: {use: p0}}\n");
    let loaded = survives(text);
    assert!(
        loaded
            .diagnostics
            .iter()
            .any(|found| found.message.contains("uses deep"))
    );
}

#[test]
fn a_file_of_200_000_lines_is_read_or_refused_soon() {
    let mut text = format!("{HEAD}pages:\n");
    for line in 0..200_000 {
        writeln!(text, "  p{line}: 1").expect("memory");
    }
    assert!(message(text).starts_with("too large"));
    let mut text = format!("{HEAD}pages:\n");
    for line in 0..10_000 {
        writeln!(text, "  p{line}: {{title: T, site: hom}}").expect("memory");
    }
    assert_eq!(
        survives(text).diagnostics.len(),
        20_000,
        "all problems, however many"
    );
    assert_eq!(
        only_problem(&survives("# nothing\n".repeat(200_000))).0,
        Rule::MissingKey
    );
}

#[test]
fn files_without_a_map_are_told_what_to_be() {
    for text in [
        "",
        "\n\n",
        "# only a comment\n",
        "family",
        "7",
        "true",
        "[1, 2]",
        "\u{feff}",
        "---\n",
        "~",
    ] {
        assert_eq!(
            only_problem(&survives(text)).0,
            Rule::MissingKey,
            "{text:?}"
        );
    }
}

#[test]
fn parts_of_yaml_that_are_not_read_say_so() {
    assert_eq!(
        message("family: a\n---\nfamily: b\n"),
        "more than one YAML document in the file"
    );
    assert_eq!(
        message("a: &a {b: 1}\nc: {<<: *a}\n"),
        "YAML merge keys (`<<`) are not read"
    );
    assert_eq!(message("family: a\0b\n"), "a NUL byte cannot stand in YAML");
    assert_eq!(message("? [a, b]\n: c\n"), "a key must be a name");
    assert_eq!(message("~: c\n"), "a key must be a name");
    for text in [
        "a: *nobody\n",
        "a: &a [*a]\n",
        "a: [1\n",
        "a: \"x\n",
        "%YAML 9.9\n---\na: 1\n",
        "a: b: c\n",
        "a:\n\tb: 1\n",
        "@a\n",
    ] {
        assert_eq!(
            only_problem(&survives(text)).0,
            Rule::YamlSyntax,
            "{text:?}"
        );
    }
}

#[test]
fn odd_scalars_are_survived() {
    for text in [
        "family: !unknown x\n",
        "family: !!binary aGVsbG8=\n",
        "family: !!float 1\n",
        "family: 99999999999999999999999999999999\n",
        "family: -99999999999999999999999999999999\n",
        "family: 18446744073709551615\n",
        "family: 0x1F\n",
        "family: 1e999\n",
        "family: .nan\n",
        "family: -.inf\n",
        "family: |\n  a\n  b\n",
        "family: >-\n\n\n",
        "family: ''\n",
        "family: \"\\u0000\\uD83D\\uDE00\"\n",
        "family: \u{202e}\u{200b}x\u{7f}\n",
        "\"\": 1\n",
        "family: 😀\n😀😀: {😀: \"😀\n",
    ] {
        assert!(!survives(text).diagnostics.is_empty(), "{text:?}");
    }
}

#[test]
fn a_huge_file_is_not_read() {
    let folder = folder();
    let file = File::create(folder.path().join("huge.yaml")).expect("writable");
    file.set_len(100 * 1024 * 1024).expect("a sparse file");
    assert!(one_unreadable(folder.path()).contains("it is larger than 4 MiB"));
    file.set_len(MAX_FILE_BYTES).expect("a sparse file");
    assert_eq!(
        unreadable(folder.path()).len(),
        0,
        "just at the limit it is read, and has NUL bytes"
    );
}

#[test]
fn bytes_that_are_not_text_are_told_by_line() {
    let folder = folder();
    fs::write(
        folder.path().join("latin.yaml"),
        b"family: shop\ndoc: caf\xe9\n",
    )
    .expect("writable");
    assert!(
        one_unreadable(folder.path())
            .ends_with("it is not UTF-8 text: line 2 has bytes that mean nothing in UTF-8")
    );
}

#[test]
fn a_folder_may_be_called_like_a_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("x.yaml")).expect("writable");
    assert_eq!(unreadable(folder.path()).len(), 0);
}

#[test]
fn more_files_than_a_catalogue_has_are_refused() {
    let folder = folder();
    for number in 0..MAX_FILES {
        File::create(folder.path().join(format!("{number}.yaml"))).expect("writable");
    }
    assert!(matches!(
        load_path(folder.path()),
        Err(ReadError::TooMany { .. })
    ));
}

#[test]
fn paths_that_are_no_catalogue_are_refused() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    assert!(matches!(
        load_path(empty.path()),
        Err(ReadError::Empty { .. })
    ));
    assert!(matches!(
        load_path(&empty.path().join("nowhere")),
        Err(ReadError::Io { .. })
    ));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_reported() {
        let folder = folder();
        symlink("nowhere.yaml", folder.path().join("broken.yaml")).expect("a link");
        assert!(one_unreadable(folder.path()).ends_with("broken.yaml: the link leads nowhere"));
    }

    #[test]
    fn links_that_lead_back_are_reported() {
        let folder = folder();
        symlink("b.yaml", folder.path().join("a.yaml")).expect("a link");
        symlink("a.yaml", folder.path().join("b.yaml")).expect("a link");
        assert_eq!(unreadable(folder.path()).len(), 2);
    }

    #[test]
    fn links_to_folders_are_not_followed() {
        let folder = folder();
        symlink(".", folder.path().join("again")).expect("a link");
        assert_eq!(unreadable(folder.path()).len(), 0);
        symlink(".", folder.path().join("again.yaml")).expect("a link");
        assert!(one_unreadable(folder.path()).ends_with("it is a folder, not a file"));
    }

    #[test]
    fn pipes_and_devices_are_not_opened() {
        let folder = folder();
        let pipe = folder.path().join("a.yaml");
        let made = Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .is_ok_and(|status| status.success());
        assert!(made, "mkfifo is part of every Unix");
        assert!(one_unreadable(folder.path()).contains("not a regular file"));
        let alone = load_path(&pipe).expect("the pipe exists");
        assert_eq!(only_problem(&alone).0, Rule::UnreadableFile);
        fs::remove_file(&pipe).expect("removable");
        symlink("/dev/zero", &pipe).expect("a link");
        assert!(one_unreadable(folder.path()).contains("not a regular file"));
    }

    #[test]
    fn files_that_may_not_be_read_are_reported() {
        let folder = folder();
        let secret = folder.path().join("secret.yaml");
        fs::write(&secret, "family: secret\n").expect("writable");
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).expect("our own file");
        if File::open(&secret).is_ok() {
            // The superuser may read everything.
            return;
        }
        assert!(
            one_unreadable(folder.path()).ends_with("secret.yaml: reading it is not permitted")
        );
    }
}

/// A folder with a catalogue, a family below it with one unknown key, and a second family with another.
fn nested() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    fs::create_dir_all(root.join("guides/deep")).expect("writable");
    fs::write(
        root.join("catalogue.yaml"),
        "catalogue: c\ntitle: C\ndoc: C.\nsites: {home: {title: Home}}\n",
    )
    .expect("writable");
    fs::write(
        root.join("shop.yaml"),
        format!("{HEAD}pages: {{}}\nmine: 1\n"),
    )
    .expect("writable");
    let other = format!("{HEAD}pages: {{}}\nother: 1\n").replace("family: shop", "family: market");
    fs::write(root.join("guides/deep/market.yaml"), other).expect("writable");
    folder
}

#[test]
fn a_single_file_is_found_however_its_path_is_written() {
    let folder = nested();
    let root = folder.path();
    for path in [
        "shop.yaml",
        "./shop.yaml",
        "guides/../shop.yaml",
        "guides/deep/.././../shop.yaml",
    ] {
        let (rule, message) = only_problem(&load_path(&root.join(path)).expect("readable"));
        assert_eq!(
            (rule, message.as_str()),
            (Rule::UnknownKey, "a family has no key `mine`"),
            "{path}"
        );
    }
    let doubled = format!("{}//shop.yaml", root.display());
    assert_eq!(
        only_problem(&load_path(Path::new(&doubled)).expect("readable")).0,
        Rule::UnknownKey
    );
    let below = only_problem(&load_path(&root.join("guides/deep/market.yaml")).expect("readable"));
    assert_eq!(below.1, "a family has no key `other`");
}

#[test]
fn a_single_file_with_any_name_is_checked() {
    let folder = nested();
    let odd = folder.path().join("draft.yaml.bak");
    fs::write(&odd, "famly: x\n").expect("writable");
    assert_eq!(
        only_problem(&load_path(&odd).expect("readable")).0,
        Rule::MissingKey
    );
    let huge = folder.path().join("huge.yaml");
    File::create(&huge)
        .expect("writable")
        .set_len(100 * 1024 * 1024)
        .expect("a sparse file");
    assert_eq!(
        only_problem(&load_path(&huge).expect("readable")).0,
        Rule::UnreadableFile
    );
}

const REAL: &str = include_str!("../catalog/saas-v2.yaml");

#[derive(Debug, Clone)]
enum Mutation {
    DeleteLine(usize),
    RepeatLine(usize),
    SwapLines(usize, usize),
    CutLine(usize, usize),
    Insert(usize, &'static str),
    Delete(usize, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let tokens = [
        "{",
        "}",
        "[",
        "]",
        ":",
        "- ",
        "\"",
        "'",
        "&a ",
        "*a",
        "!t ",
        "\t",
        "\n",
        "|",
        ">",
        "#",
        "~",
        "0",
        "-1",
        "1.5",
        "true",
        "use: orderId, ",
        "<<: ",
        "---\n",
        "店",
        "😀",
        "\u{feff}",
        "\u{202e}",
        "(",
        ")",
        "==",
        "+",
        ",",
        "\r",
        "\\",
        "%",
    ];
    prop_oneof![
        any::<usize>().prop_map(Mutation::DeleteLine),
        any::<usize>().prop_map(Mutation::RepeatLine),
        any::<(usize, usize)>().prop_map(|(one, two)| Mutation::SwapLines(one, two)),
        any::<(usize, usize)>().prop_map(|(line, at)| Mutation::CutLine(line, at)),
        (any::<usize>(), prop::sample::select(tokens.to_vec()))
            .prop_map(|(at, token)| Mutation::Insert(at, token)),
        (any::<usize>(), 1..40_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
    ]
}

/// The nearest place between two characters.
fn whole(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

fn mutate(text: &str, mutation: &Mutation) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let count = lines.len().max(1);
    let mut bytes = text.to_owned();
    match *mutation {
        Mutation::DeleteLine(line) if !lines.is_empty() => drop(lines.remove(line % count)),
        Mutation::RepeatLine(line) if !lines.is_empty() => {
            lines.insert(line % count, lines[line % count]);
        }
        Mutation::SwapLines(one, two) if !lines.is_empty() => lines.swap(one % count, two % count),
        Mutation::CutLine(line, at) if !lines.is_empty() => {
            let line = line % count;
            lines[line] = &lines[line][..whole(lines[line], at % (lines[line].len() + 1))];
        }
        Mutation::Insert(at, token) => {
            bytes.insert_str(whole(&bytes, at % (bytes.len() + 1)), token);
            return bytes;
        }
        Mutation::Delete(at, length) => {
            let start = whole(&bytes, at % (bytes.len() + 1));
            let end = whole(&bytes, start + length);
            bytes.replace_range(start..end, "");
            return bytes;
        }
        _ => {}
    }
    lines.concat()
}

fn common_files() -> Vec<Input> {
    ["instance", "result-codes", "signatures"]
        .map(|name| {
            let path = format!("common/{name}.yaml");
            let text = fs::read_to_string(Path::new("catalog").join(&path))
                .expect("a file of the catalogue");
            Input::new(path, text)
        })
        .into()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic_and_never_take_long(mutations in prop::collection::vec(mutation(), 1..8)) {
        let damaged = mutations.iter().fold(REAL.to_owned(), |text, mutation| mutate(&text, mutation));
        let mut inputs = common_files();
        inputs.push(Input::new("saas-v2.yaml", damaged));
        let started = Instant::now();
        let loaded = load(inputs);
        render(&loaded);
        prop_assert!(started.elapsed() < SOON, "took {:?}", started.elapsed());
        for diagnostic in &loaded.diagnostics {
            prop_assert!(!diagnostic.labels.is_empty());
            for label in &diagnostic.labels {
                let file = loaded.sources.file(label.span.file).expect("a file");
                prop_assert!(label.span.start <= label.span.end && label.span.end as usize <= file.text().len());
            }
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,200}") {
        survives(text.as_str());
        survives(format!("{HEAD}pages: {{}}\nnotes:\n  x: {text}\n"));
    }
}
