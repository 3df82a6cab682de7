//! Packages in temporary folders, held against the artifacts of this repository's catalogue: a good one, and one for
//! each rule that breaks it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::fs;
use std::io;
use std::path::Path;
use std::sync::LazyLock;

use koo_spec::catalogue::{Catalogue, Family};
use koo_spec::interpret::artifact::{
    self, ArtifactRule, ArtifactViolation, ListedFile, Listing, MAX_READ_BYTES,
};
use proptest::prelude::*;
use tempfile::TempDir;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    koo_spec::files::load_path(&folder).unwrap().catalogue
});

fn family() -> &'static Family {
    CATALOGUE.family("auto-deploy").unwrap()
}

const MAIN: &str = r#"# file("not/read") in a comment
/* templatefile("neither", {}) */
terraform {
  required_providers {
    huaweicloud = { source = "huaweicloud/huaweicloud", version = ">= 1.56.0" }
  }
}

data "huaweicloud_koogallery_assets" "package" {
  asset_id      = "example-asset"
  deployed_type = "software_package"
  asset_version = "V1.0"
}

resource "huaweicloud_compute_instance" "server" {
  name      = "file(x) is text, $${file("escaped")} too"
  user_data = <<-EOT
    #!/bin/bash
    file("/etc/motd")
    echo ${upper("a")} > /tmp/cloud
  EOT
  tags      = { file = "x", cloud = "y" }
  network {
    uuid = var.file
  }
}
"#;

const EXTENSION: &str = r#"{
  "i18n": {
    "zh_cn": [{"variable_name": "password", "localization": {"variable_name": "密码"}}]
  },
  "variables": [{"name": "flavor", "prompt": "hwc:ecs:flavors"}]
}
"#;

/// A package that breaks no rule.
fn good() -> TempDir {
    let folder = TempDir::new().unwrap();
    put(&folder, "main.tf", MAIN);
    put(
        &folder,
        "variables.tf",
        "variable \"password\" {\n  sensitive = true\n}\n",
    );
    put(&folder, ".extension/texts.rfs.json", EXTENSION);
    folder
}

fn put(folder: &TempDir, path: &str, contents: impl AsRef<[u8]>) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, contents).unwrap();
}

/// Every file below a folder.
fn files(root: &Path, folder: &Path, listed: &mut Vec<ListedFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, listed);
            continue;
        }
        let relative = path.strip_prefix(root).unwrap().to_str().unwrap();
        listed.push(ListedFile {
            path: relative.replace('\\', "/"),
            bytes: path.metadata().unwrap().len(),
        });
    }
}

fn check_as(
    artifact: &str,
    site: Option<&str>,
    name: Option<&str>,
    folder: &TempDir,
) -> Vec<ArtifactViolation> {
    let mut listed = Vec::new();
    files(folder.path(), folder.path(), &mut listed);
    let package = Listing {
        name,
        packed_bytes: None,
        files: listed,
        read: &|path| fs::read(folder.path().join(path)),
    };
    artifact::check(family(), &family().artifacts[artifact], site, &package)
}

fn check(folder: &TempDir) -> Vec<String> {
    let found = check_as("template", None, None, folder);
    found.iter().map(ToString::to_string).collect()
}

/// The good template with one more file.
fn with(path: &str, contents: impl AsRef<[u8]>) -> Vec<String> {
    let folder = good();
    put(&folder, path, contents);
    check(&folder)
}

#[test]
fn a_good_template_breaks_nothing() {
    assert_eq!(check(&good()), Vec::<String>::new());
}

#[test]
fn forbidden_functions_are_found_where_they_are_called() {
    assert_eq!(
        with(
            "more.tf",
            "locals {\n  a = file(\"a\")\n  b = \"${ upper(filebase64 (\"b\")) }\"\n  c = <<EOT\n%{ if fileexists(\"c\") }x%{ endif }\nEOT\n}\n"
        ),
        [
            "more.tf:2:7: the function `file` is forbidden: Function that RFS forbids. Write user data inline.",
            "more.tf:3:17: the function `filebase64` is forbidden: Function that RFS forbids.",
            "more.tf:5:7: the function `fileexists` is forbidden: Function that RFS forbids.",
        ]
    );
}

#[test]
fn code_behind_text_is_still_code() {
    // Each line would hide the next if its text were not left again.
    let text = "locals {\n  a = \"}\"\n  b = \"\\\"\"\n  c = \"${ { x = \"}\" }[\"x\"] }\"\n  d = abspath(\".\")\n}\n";
    assert_eq!(
        with("more.tf", text),
        ["more.tf:5:7: the function `abspath` is forbidden: Function that RFS forbids."]
    );
}

#[test]
fn forbidden_resources_and_blocks_are_found() {
    let found = with(
        "more.tf",
        "terraform {\n  backend \"local\" {}\n  cloud {\n  }\n}\nresource \"huaweicloud_kps_keypair\" \"k\" {\n  provisioner \"local-exec\" {\n  }\n}\n",
    );
    let expected = [
        "more.tf:2:3: the block `backend` is forbidden: A backend configuration is not supported.",
        "more.tf:3:3: the block `cloud` is forbidden: A cloud block is not supported.",
        "more.tf:6:11: the resource `huaweicloud_kps_keypair` is forbidden: Resource that RFS forbids.",
        "more.tf:7:3: the block `provisioner` is forbidden: Provisioners are not supported.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_json_form_is_read_as_well() {
    let found = with(
        "more.tf.json",
        "{\n\t\"//\": \"${file(1)} is a comment\",\n  \"terraform\": {\"backend\": {\"local\": {}}},\n  \"resource\": {\n    \"huaweicloud_cce_chart\": {\"c\": {\"provisioner\": [], \"name\": \"${file(\\\"x\\\")}\"}}\n  },\n  \"output\": {\"cloud\": {\"value\": \"plain file(1)\"}}\n}\n",
    );
    let expected = [
        "more.tf.json:3:17: the block `backend` is forbidden: A backend configuration is not supported.",
        "more.tf.json:5:5: the resource `huaweicloud_cce_chart` is forbidden: Resource that RFS forbids.",
        "more.tf.json:5:37: the block `provisioner` is forbidden: Provisioners are not supported.",
        "more.tf.json:5:64: the function `file` is forbidden: Function that RFS forbids. Write user data inline.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_ban_of_one_site_holds_there_only() {
    let folder = good();
    put(
        &folder,
        "more.tf",
        "resource \"huaweicloud_dis_stream\" \"s\" {\n}\n",
    );
    let on = |site| check_as("template", Some(site), None, &folder).len();
    assert_eq!((on("mainland"), on("intl")), (1, 0));
}

#[test]
fn forbidden_files_and_too_many_of_one_kind_are_found() {
    assert_eq!(
        with("env/prod.tfvars", ""),
        ["env/prod.tfvars: the file is forbidden: A zip must not have files with this ending."]
    );
    assert_eq!(
        with(".extension/second.rfs.json", "{}"),
        [".extension/*.rfs.json: 2 files, at most 1 allowed"]
    );
    // Only the folder at the root counts.
    assert_eq!(
        with("module/.extension/x.rfs.json", "[]"),
        Vec::<String>::new()
    );
}

#[test]
fn keys_of_structured_files_are_checked_with_their_place() {
    let folder = good();
    put(
        &folder,
        ".extension/texts.rfs.json",
        "{\n  \"i18n\": {\n    \"zh_cn\": [\n      {\"localization\": {}},\n      {\"variable_name\": 7}\n    ]\n  }\n}\n",
    );
    let found = check_as("template", None, None, &folder);
    let shown: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            ".extension/texts.rfs.json:4:7: i18n.zh_cn[0].variable_name: missing",
            ".extension/texts.rfs.json:5:25: i18n.zh_cn[1].variable_name: must be text",
        ]
    );
    assert_eq!(
        found[1].pointer.as_deref(),
        Some("/i18n/zh_cn/1/variable_name")
    );
    assert!(
        found
            .iter()
            .all(|found| found.rule == ArtifactRule::Field && !found.pages.is_empty())
    );
}

#[test]
fn what_is_no_json_or_no_utf8_is_found_with_its_place() {
    let folder = good();
    put(
        &folder,
        ".extension/texts.rfs.json",
        "{\n  \"i18n\": {,\n}\n",
    );
    put(&folder, "bad.tf", b"# a\n\xff\n");
    put(&folder, "marked.tf.json", "\u{feff}{}");
    let found = check_as("template", None, None, &folder);
    let seen: Vec<_> = found
        .iter()
        .map(|found| {
            let position = found.position.unwrap();
            (
                found.path.as_str(),
                position.line,
                position.column,
                found.rule,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (".extension/texts.rfs.json", 2, 12, ArtifactRule::Malformed),
            ("bad.tf", 2, 1, ArtifactRule::Encoding),
            ("marked.tf.json", 1, 1, ArtifactRule::Malformed),
        ]
    );
}

#[test]
fn size_and_number_of_all_files_are_limited() {
    let folder = good();
    put(&folder, "large.bin", vec![0_u8; 1_048_576]);
    let found = check(&folder);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("the package has 104"), "{found:?}");
    assert!(found[1].starts_with("**: together 104"), "{found:?}");

    let folder = good();
    for number in 0..100 {
        put(&folder, &format!("modules/{number}.txt"), "");
    }
    assert_eq!(check(&folder), ["**: 103 files, at most 100 allowed"]);
}

#[test]
fn the_name_of_a_package_has_one_of_its_endings() {
    let folder = TempDir::new().unwrap();
    put(&folder, "bin/server", "");
    let named = |name| check_as("software-package", None, Some(name), &folder);
    assert_eq!(named("shop.tar.gz"), []);
    let found = named("shop.rar");
    assert_eq!(
        found[0].to_string(),
        "the package is called shop.rar, allowed are *.tar.gz, *.tar, *.zip"
    );
    assert_eq!(found[0].rule, ArtifactRule::Name);
}

#[test]
fn files_are_asked_for_only_if_a_rule_is_about_their_contents() {
    let listed = |path: &str, bytes| ListedFile {
        path: path.to_owned(),
        bytes,
    };
    let package = Listing {
        name: None,
        packed_bytes: Some(1),
        files: vec![
            listed("picture.png", 5),
            listed("huge.tf", MAX_READ_BYTES + 1),
        ],
        read: &|path| Err(io::Error::other(format!("{path} was asked for"))),
    };
    let artifact = &family().artifacts["template"];
    let found = artifact::check(family(), artifact, None, &package);
    let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
    assert_eq!(rules, [ArtifactRule::MaxBytes, ArtifactRule::Unreadable]);
    assert!(found[1].message.contains("too large"), "{found:?}");
}

#[test]
fn a_mandatory_file_that_is_missing_is_found() {
    let mut artifact = family().artifacts["template"].clone();
    artifact.files["main.tf"].presence = koo_spec::catalogue::Presence::Mandatory;
    let package = Listing {
        name: None,
        packed_bytes: None,
        files: Vec::new(),
        read: &|_| Ok(Vec::new()),
    };
    let found = artifact::check(family(), &artifact, None, &package);
    assert_eq!(found[0].to_string(), "main.tf: the file is missing");
}

/// What a check says of one file with this text.
fn check_text(path: &str, text: &str) -> Vec<ArtifactViolation> {
    let package = Listing {
        name: None,
        packed_bytes: None,
        files: vec![ListedFile {
            path: path.to_owned(),
            bytes: text.len() as u64,
        }],
        read: &|_| Ok(text.as_bytes().to_vec()),
    };
    artifact::check(family(), &family().artifacts["template"], None, &package)
}

#[test]
fn findings_of_one_file_have_an_end() {
    let calls = check_text("main.tf", &"a = file(1)\n".repeat(2_000));
    assert_eq!(calls.len(), 1_000);
    // Deep nesting and long lines are read once.
    check_text("main.tf", &"a {".repeat(100_000));
    check_text("main.tf", &"\"${".repeat(100_000));
    check_text("main.tf", &format!("a = <<E\n{}", "x".repeat(500_000)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_is_too_strange(
        text in r#"([a-z]{1,4}|[\t \n"\\${}()\[\]%#/*=<\-.,:]|\$\{|<<E\n|\nE\n|file|中){0,60}"#,
    ) {
        check_text("main.tf", &text);
        check_text("main.tf.json", &text);
        check_text(".extension/a.rfs.json", &text);
        // Whatever stands before, code on a line of its own outside of text is seen; a comment hides it.
        let commented = format!("# {}\n", text.replace('\n', " "));
        prop_assert!(check_text("main.tf", &commented).is_empty());
        let called = format!("{commented}a = file(1)\n");
        prop_assert_eq!(check_text("main.tf", &called).len(), 1);
    }
}
