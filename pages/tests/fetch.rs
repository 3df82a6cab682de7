//! Fetching without a network: what is asked for, when, and what is remembered.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may panic"
)]

mod support;

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use koo_pages::fetch::{
    Answer, Conditions, Edge, Fetched, Manifest, Manners, Source, fetch, rebase, sha256, sources,
};
use support::catalogue;

/// A web of prepared answers; its clock moves with every pause.
#[derive(Default)]
struct Web {
    answers: HashMap<String, VecDeque<Result<Answer, String>>>,
    files: HashMap<String, Vec<u8>>,
    asked: Vec<(String, Conditions)>,
    pauses: Vec<Duration>,
    seconds: i64,
    /// Saving fails once this many files were saved.
    disk: Option<usize>,
}

impl Edge for Web {
    type Error = String;

    fn get(&mut self, url: &str, conditions: &Conditions) -> Result<Answer, String> {
        self.asked.push((url.to_owned(), conditions.clone()));
        let answers = self.answers.get_mut(url);
        answers
            .and_then(VecDeque::pop_front)
            .unwrap_or_else(|| Ok(status(404)))
    }

    fn pause(&mut self, duration: Duration) {
        self.seconds += i64::try_from(duration.as_secs()).expect("a short pause");
        self.pauses.push(duration);
    }

    fn now(&self) -> Timestamp {
        let start: Timestamp = "2026-11-20T00:00:00Z".parse().expect("a time");
        start + SignedDuration::from_secs(self.seconds)
    }

    fn hash(&self, file: &str) -> Result<Option<String>, String> {
        Ok(self.files.get(file).map(|bytes| sha256(bytes)))
    }

    fn save(&mut self, file: &str, bytes: &[u8]) -> Result<(), String> {
        if let Some(left) = &mut self.disk {
            *left = left.checked_sub(1).ok_or("the disk is full")?;
        }
        self.files.insert(file.to_owned(), bytes.to_vec());
        Ok(())
    }
}

fn status(status: u16) -> Answer {
    Answer {
        status,
        ..Answer::default()
    }
}

fn page(body: &str) -> Answer {
    Answer {
        status: 200,
        body: body.as_bytes().to_vec(),
        ..Answer::default()
    }
}

fn source(id: &str) -> Source {
    Source {
        id: id.to_owned(),
        title: id.to_owned(),
        site: "mainland".to_owned(),
        url: format!("https://docs.example/{id}.html"),
        families: Vec::new(),
    }
}

fn manners() -> Manners {
    Manners {
        agent: "koo".to_owned(),
        delay: Duration::from_secs(2),
        fresh_for: Duration::from_secs(3600),
    }
}

impl Web {
    fn answer(
        mut self,
        id: &str,
        answers: impl IntoIterator<Item = Result<Answer, String>>,
    ) -> Self {
        self.answers
            .insert(source(id).url, answers.into_iter().collect());
        self
    }

    fn run(
        &mut self,
        ids: &[&str],
        manifest: &mut Manifest,
    ) -> Result<Vec<(String, Fetched)>, String> {
        let sources: Vec<_> = ids.iter().map(|id| source(id)).collect();
        fetch(&sources, manifest, &manners(), self, |_, _| {})
    }
}

#[test]
fn one_request_after_the_other_with_a_pause_between() {
    let mut web = Web::default()
        .answer("a", [Ok(page("A"))])
        .answer("b", [Ok(page("B"))]);
    let mut manifest = Manifest::default();
    let results = web.run(&["a", "b"], &mut manifest).expect("saved");
    assert!(
        results
            .iter()
            .all(|(_, fetched)| *fetched == Fetched::Saved)
    );
    let asked: Vec<_> = web.asked.iter().map(|(url, _)| url.as_str()).collect();
    assert_eq!(
        asked,
        [
            "https://docs.example/robots.txt",
            "https://docs.example/a.html",
            "https://docs.example/b.html"
        ]
    );
    assert_eq!(web.pauses, [Duration::from_secs(2); 2]);
    assert_eq!(
        Manifest::from_json(&manifest.to_json()).expect("a manifest"),
        manifest
    );
    assert_eq!(web.files["a.html"], b"A");
}

#[test]
fn an_interrupted_run_goes_on_where_it_ended() {
    // Page, manifest, page: then the disk is full.
    let mut web = Web {
        disk: Some(3),
        ..Web::default()
    }
    .answer("a", [Ok(page("A"))])
    .answer("b", [Ok(page("B")), Ok(page("B"))]);
    assert!(web.run(&["a", "b"], &mut Manifest::default()).is_err());
    web.disk = None;
    web.asked.clear();
    let saved = String::from_utf8(web.files["manifest.json"].clone()).expect("UTF-8");
    let mut manifest = Manifest::from_json(&saved).expect("a manifest");
    let results = web.run(&["a", "b"], &mut manifest).expect("saved");
    assert_eq!(results[0].1, Fetched::Fresh);
    assert_eq!(results[1].1, Fetched::Saved);
    assert!(web.asked.iter().all(|(url, _)| !url.ends_with("a.html")));
}

#[test]
fn the_copy_at_hand_is_confirmed() {
    let tagged = Answer {
        etag: Some("\"1\"".to_owned()),
        last_modified: Some("Fri, 20 Nov 2026 00:00:00 GMT".to_owned()),
        ..page("A")
    };
    let mut web = Web::default().answer(
        "a",
        [Ok(tagged), Ok(status(304)), Ok(page("A")), Ok(page("new"))],
    );
    let mut manifest = Manifest::default();
    web.run(&["a"], &mut manifest).expect("saved");
    let fetched = manifest.pages["a"].fetched.clone();
    for expected in [Fetched::Unchanged, Fetched::Unchanged, Fetched::Saved] {
        web.seconds += 7200;
        let results = web.run(&["a"], &mut manifest).expect("saved");
        assert_eq!(results[0].1, expected);
    }
    let (_, conditions) = web
        .asked
        .iter()
        .filter(|(url, _)| url.ends_with("a.html"))
        .nth(1)
        .expect("a second request");
    assert_eq!(conditions.etag.as_deref(), Some("\"1\""));
    assert_eq!(
        conditions.last_modified.as_deref(),
        Some("Fri, 20 Nov 2026 00:00:00 GMT")
    );
    assert_ne!(
        manifest.pages["a"].fetched, fetched,
        "new bytes have a new date"
    );
}

#[test]
fn a_busy_server_is_asked_again_when_it_says() {
    let busy = |retry_after: &str| {
        Ok(Answer {
            retry_after: Some(retry_after.to_owned()),
            ..status(429)
        })
    };
    let mut web = Web::default()
        .answer(
            "a",
            [
                busy("7"),
                busy("Fri, 20 Nov 2026 00:01:00 GMT"),
                Ok(page("A")),
            ],
        )
        .answer("b", [busy("86400")]);
    let results = web
        .run(&["a", "b"], &mut Manifest::default())
        .expect("saved");
    assert_eq!(results[0].1, Fetched::Saved);
    assert!(
        web.pauses.contains(&Duration::from_secs(7)),
        "{:?}",
        web.pauses
    );
    assert!(
        web.pauses
            .iter()
            .any(|pause| (40..=60).contains(&pause.as_secs())),
        "{:?}",
        web.pauses
    );
    assert!(
        matches!(&results[1].1, Fetched::Failed(why) if why.contains("86400")),
        "{results:?}"
    );
}

#[test]
fn a_host_that_keeps_failing_is_left_alone() {
    let failure = || [Err("connection refused".to_owned())];
    let mut web = Web::default()
        .answer("a", failure())
        .answer("b", failure())
        .answer("c", failure())
        .answer("d", [Ok(page("D"))]);
    let results = web
        .run(&["a", "b", "c", "d"], &mut Manifest::default())
        .expect("nothing to save");
    assert!(
        results
            .iter()
            .all(|(_, fetched)| matches!(fetched, Fetched::Failed(_)))
    );
    assert!(web.asked.iter().all(|(url, _)| !url.ends_with("d.html")));
}

#[test]
fn robots_are_obeyed() {
    let mut web = Web::default()
        .answer("a", [Ok(page("A"))])
        .answer("b", [Ok(page("B"))]);
    let rules = "User-agent: *\nDisallow: /a\n\nUser-agent: koo\nDisallow: /b\n";
    web.answers.insert(
        "https://docs.example/robots.txt".to_owned(),
        [Ok(page(rules))].into(),
    );
    let results = web
        .run(&["a", "b"], &mut Manifest::default())
        .expect("saved");
    assert_eq!(results[0].1, Fetched::Saved);
    assert!(matches!(&results[1].1, Fetched::Failed(why) if why.contains("robots.txt")));
}

#[test]
fn sources_are_the_pages_with_an_address() {
    let all = sources(&catalogue().catalogue, &[], &[], &[]);
    assert!(all.len() > 20, "{}", all.len());
    assert!(all.iter().all(|source| source.url.starts_with("https://")));
    let intl = sources(
        &catalogue().catalogue,
        &["saas-v2".to_owned()],
        &["intl".to_owned()],
        &[],
    );
    assert!(!intl.is_empty() && intl.iter().all(|source| source.site == "intl"));
    assert_eq!(
        rebase("https://a.example/b/c.html", "http://127.0.0.1:1/"),
        "http://127.0.0.1:1/b/c.html"
    );
}
