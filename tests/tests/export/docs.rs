//! The HTML reference in a browser, and the Markdown one by its links.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use koo_codegen::docs::{Options, html, markdown};
use koo_codegen::select::{Selection, select};

use crate::support::{CATALOGUE, folder, write};

/// A headless browser, if there is one.
fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let found = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        eprintln!("SKIPPED: no chromium on the path; run apt-get install chromium");
    }
    found
}

fn headless(browser: &Path, profile: &Path) -> Command {
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--virtual-time-budget=5000",
    ]);
    command.arg(format!("--user-data-dir={}", profile.display()));
    command
}

/// The page of one guide, on disk.
fn page(folder: &Path) -> String {
    let selection = Selection {
        families: vec!["saas-v2".to_owned()],
        ..Selection::default()
    };
    let catalogue = select(&CATALOGUE, &selection).unwrap();
    let files = html(&catalogue, &Options::default()).unwrap();
    write(folder, &files);
    format!("file://{}", folder.join("index.html").display())
}

#[test]
fn a_browser_searches_the_page() {
    let Some(browser) = browser() else { return };
    let folder = folder();
    let url = page(folder.path());
    let dom = |address: &str| {
        let output = headless(&browser, &folder.path().join("profile"))
            .args(["--dump-dom", address])
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let results = |dom: &str| {
        let (_, behind) = dom.split_once("id=\"results\">").unwrap();
        behind.split_once("</ol>").unwrap().0.to_owned()
    };
    assert_eq!(results(&dom(&url)), "");
    let found = results(&dom(&format!("{url}#q=orderId")));
    assert!(
        found.contains("href=\"#saas-v2.newInstance.request.body.orderId\""),
        "{found}"
    );
    assert!(found.contains("<mark>orderId</mark>"), "{found}");
    // Chinese titles, and words of a description.
    let found = results(&dom(&format!(
        "{url}#q=%E5%88%9B%E5%BB%BA%E5%AE%9E%E4%BE%8B"
    )));
    assert!(found.contains("href=\"#saas-v2.newInstance\""), "{found}");
    let found = results(&dom(&format!("{url}#q=000004")));
    assert!(found.contains("href=\"#saas-v2.code.000004\""), "{found}");
    let found = results(&dom(&format!("{url}#q=no-such-thing")));
    assert_eq!(found, "");
}

#[test]
fn a_browser_paints_the_page() {
    let Some(browser) = browser() else { return };
    let folder = folder();
    let url = page(folder.path());
    let shot = folder.path().join("shot.png");
    headless(&browser, &folder.path().join("profile"))
        .arg("--window-size=1280,1600")
        .arg(format!("--screenshot={}", shot.display()))
        .arg(url)
        .output()
        .unwrap();
    // A blank page of this size compresses to less than 10 kB.
    let size = std::fs::metadata(&shot).unwrap().len();
    assert!(size > 50_000, "{size} bytes");
}

/// The values of an attribute.
fn attributes<'a>(text: &'a str, start: &str, end: char) -> impl Iterator<Item = &'a str> {
    text.split(start)
        .skip(1)
        .filter_map(move |rest| rest.split_once(end).map(|(value, _)| value))
}

#[test]
fn the_page_needs_nothing_else_and_every_link_arrives() {
    let files = html(&CATALOGUE, &Options::default()).unwrap();
    let [file] = files.as_slice() else {
        panic!("one file")
    };
    let text = &file.contents;
    for outside in ["<link", "<script src", "<img", "@import", "url(http"] {
        assert!(!text.contains(outside), "{outside}");
    }
    let mut ids = BTreeSet::new();
    for id in attributes(text, " id=\"", '"') {
        assert!(ids.insert(id), "two elements have the id {id}");
    }
    let mut links = 0;
    for target in attributes(text, "href=\"#", '"') {
        links += 1;
        assert!(ids.contains(target), "nothing has the id {target}");
    }
    assert!(links > 3000, "{links} links");
    for interface in CATALOGUE.families.iter().flat_map(|family| {
        family
            .interfaces
            .iter()
            .map(move |interface| format!("{}.{}", family.id, interface.id))
    }) {
        assert!(ids.contains(interface.as_str()), "{interface}");
    }
}

#[test]
fn links_of_the_markdown_arrive() {
    let files = markdown(&CATALOGUE, &Options::default()).unwrap();
    assert_eq!(files.len(), CATALOGUE.families.len() + 1);
    let paths: BTreeSet<_> = files.iter().map(|file| file.path.as_str()).collect();
    for file in &files {
        let ids: BTreeSet<_> = attributes(&file.contents, "<a id=\"", '"').collect();
        for target in attributes(&file.contents, "](#", ')') {
            assert!(ids.contains(target), "{}: {target}", file.path);
        }
        for target in attributes(&file.contents, "](", ')') {
            let is_elsewhere = target.starts_with(['#', '<']);
            assert!(
                is_elsewhere || paths.contains(target),
                "{}: {target}",
                file.path
            );
        }
        // Rows of tables must not break apart.
        let width = |row: &str| row.replace("\\|", "").matches('|').count();
        let mut columns = None;
        for line in file.contents.lines() {
            columns = match columns {
                Some(columns) if line.starts_with('|') => {
                    assert_eq!(width(line), columns, "{}: {line}", file.path);
                    Some(columns)
                }
                _ => line.starts_with('|').then(|| width(line)),
            };
        }
    }
}
