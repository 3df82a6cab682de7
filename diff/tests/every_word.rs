//! Every word of the spec language is compared: whatever a guide says with it, saying something else is a change.
//!
//! `every_word.yaml` writes each word; the test lets each say something else, keeps what is still a sound guide, and
//! compares. A word that nobody compares fails, unless [`SILENT`] says why.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Mutex;

use koo_codegen::catalogue_json::export;
use koo_diff::compare;
use koo_diff::outline::Outline;
use koo_spec::language::{CATALOGUE, COMMON, FAMILY, Form};
use koo_spec::load::{Input, load};
use koo_spec::source::SourceFile;
use koo_spec::yaml;
use serde_json::Value;
use support::words::{Known, Word, Written, all_words, known, mutants, written};

const FILES: [(&str, &str, &Form); 3] = [
    (
        "catalogue.yaml",
        "catalogue: demo\ntitle: {en: Demo, zh: 演示}\ndoc: A made-up contract.\nsites: {north: {title: North, doc: In the north.}, south: {title: South}, west: {title: West}}\npackages: {rust: {version: 0.1.0, description: Demo., license: MIT, keywords: [demo]}}\n",
        &CATALOGUE,
    ),
    (
        "common/shared.yaml",
        include_str!("every_common_word.yaml"),
        &COMMON,
    ),
    ("shop.yaml", include_str!("every_word.yaml"), &FAMILY),
];

/// Words that change nothing anybody gets, and why.
const SILENT: &[(Word, &str)] = &[
    (
        ("package", "version"),
        "the verdict says which version is needed, measured against it",
    ),
    (
        ("family", "include"),
        "which file says something; what is included is compared where it is used",
    ),
    (("common file", "common"), "the same: it names the file"),
    (("common file", "doc"), "the same: it describes the file"),
    (
        ("family", "allow"),
        "warnings of the checker that are accepted; nothing of the contract",
    ),
];

/// Words for which the test finds nothing else that is sound, or which the sample does not write, and why that is well.
const UNTRIED: &[(Word, &str)] = &[
    (
        ("scheme", "equals"),
        "a recipe and its test vectors hold together; another recipe is compared in tests/rules.rs",
    ),
    (
        ("cipher", "let"),
        "a recipe and its test vectors hold together; another recipe is compared in tests/rules.rs",
    ),
    (
        ("test vector", "secrets"),
        "part of a vector that no longer verifies",
    ),
    (
        ("test vector", "body"),
        "part of a vector that no longer verifies",
    ),
    (
        ("test vector", "carries"),
        "part of a vector that no longer verifies",
    ),
    (
        ("cipher vector", "secrets"),
        "part of a vector that no longer verifies",
    ),
    (
        ("cipher vector", "plain"),
        "part of a vector that no longer verifies",
    ),
    (
        ("cipher vector", "sealed"),
        "part of a vector that no longer verifies",
    ),
    (("family", "family"), "names what there is only one of"),
    (
        ("documented records", "interface"),
        "names what there is only one of",
    ),
    (
        ("documented records", "member"),
        "names what there is only one of",
    ),
    (("scenario record", "of"), "names what there is only one of"),
    (("scenario step", "call"), "names what there is only one of"),
    (("example", "of"), "names what there is only one of"),
    (
        ("family", "sites"),
        "all that stands in the guide rests on it",
    ),
    (
        ("family", "include"),
        "all that stands in the guide rests on it",
    ),
    (
        ("parameter", "erratum"),
        "the sample has one erratum for it",
    ),
    (("variant", "path"), "parameters, as in the interface"),
    (("variant", "form"), "parameters, as in the interface"),
    (("variant", "parts"), "parameters, as in the interface"),
    (
        ("step", "find"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "take"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "change"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "issue"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "remove"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "secret"),
        "other steps rest on it; what it says beside is tried",
    ),
    (
        ("step", "each"),
        "other steps rest on it; what it says beside is tried",
    ),
    (("composed text", "separator"), "its examples hold it"),
    (
        ("allowed warning", "rule"),
        "no other warning is there to allow",
    ),
];

/// How many things a word is made to say until one is sound.
const MOST: usize = 8;

/// Parameters with every word, put wherever a guide has parameters, if they may stand there.
const PARAMETERS: &str = include_str!("every_parameter.yaml");

/// The documents of a contract, by file.
type Documents = Vec<Value>;

fn documents() -> Documents {
    let document = |(name, text, _): &(&str, &str, &Form)| {
        yaml::parse(&SourceFile::new(*name, *text), 0)
            .unwrap()
            .to_json()
    };
    FILES.iter().map(document).collect()
}

/// What a contract exports, if it is sound; otherwise what is wrong with it.
fn outline(documents: &[Value]) -> Result<Outline, String> {
    let inputs = FILES.iter().zip(documents);
    let loaded = load(
        inputs
            .map(|((name, ..), document)| Input::new(*name, document.to_string()))
            .collect(),
    );
    if loaded.is_usable() {
        Ok(Outline::read(&export(&loaded.catalogue)).unwrap())
    } else {
        Err(koo_spec::report::human(
            &loaded.diagnostics,
            &loaded.sources,
            false,
        ))
    }
}

#[derive(Default)]
struct Tried {
    sound: usize,
    /// Whether something that stands in it was tried.
    inside: bool,
    unnoticed: BTreeSet<String>,
}

#[test]
fn every_word_is_compared_somewhere() {
    assert_compared(Places::OneForEachWord);
}

#[test]
#[ignore = "two thousand contracts are loaded: some minutes; `cargo test -p koo-diff --test every_word -- --ignored`"]
fn every_word_is_compared_everywhere() {
    assert_compared(Places::All);
}

/// Where a word that stands in many places is tried.
#[derive(Clone, Copy, PartialEq)]
enum Places {
    OneForEachWord,
    All,
}

fn assert_compared(places: Places) {
    let documents = documents();
    let base = outline(&documents).unwrap_or_else(|problems| panic!("{problems}"));
    let mut words = Vec::new();
    let mut trials = Vec::new();
    for (file, (.., form)) in FILES.iter().enumerate() {
        all_words(form, &mut words);
        let all = written(form, &documents[file]);
        let known = known(&all, &documents[file]);
        trials.extend(all.into_iter().map(|one| Trial {
            documents: &documents,
            file,
            one,
            known: known.clone(),
            base: &base,
        }));
    }
    let everywhere = everywhere(&documents);
    for (documents, base) in &everywhere {
        let file = FILES.len() - 1;
        let all = written(&FAMILY, &documents[file]);
        let known = known(&all, &documents[file]);
        let inserted = all
            .into_iter()
            .filter(|one| one.pointer.contains("/every_"));
        trials.extend(inserted.map(|one| Trial {
            documents,
            file,
            one,
            known: known.clone(),
            base,
        }));
    }
    let tried = tried(&trials, places);
    let silent: BTreeMap<Word, &str> = SILENT.iter().copied().collect();
    let untried: BTreeMap<Word, &str> = UNTRIED.iter().copied().collect();
    let mut report = String::new();
    for word in &words {
        let (form, key) = word;
        match tried.get(word) {
            Some(tried) if tried.sound > 0 || tried.inside => {
                if untried.contains_key(word) {
                    writeln!(
                        report,
                        "{form}.{key}: is tried, and need not stand among the untried words"
                    )
                    .unwrap();
                }
                if !silent.contains_key(word) {
                    for place in &tried.unnoticed {
                        writeln!(report, "{form}.{key}: nobody notices another {place}").unwrap();
                    }
                } else if tried.unnoticed.is_empty() {
                    writeln!(
                        report,
                        "{form}.{key}: is compared, and need not stand among the silent words"
                    )
                    .unwrap();
                }
            }
            _ if untried.contains_key(word) => {}
            None => writeln!(report, "{form}.{key}: the sample does not write it").unwrap(),
            Some(_) => {
                writeln!(report, "{form}.{key}: nothing else that is sound was found").unwrap();
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// A word at a place of a contract.
struct Trial<'a> {
    documents: &'a [Value],
    file: usize,
    one: Written,
    known: Known,
    base: &'a Outline,
}

/// The contract with every parameter in it, once for each kind of place where parameters stand.
fn everywhere(documents: &[Value]) -> Vec<(Documents, Outline)> {
    let file = FILES.len() - 1;
    let source = SourceFile::new("every_parameter.yaml", PARAMETERS);
    let parameters = yaml::parse(&source, 0).unwrap().to_json();
    let mut small = documents.to_vec();
    for name in ["scenarios", "texts", "notes", "allow"] {
        small[file].as_object_mut().unwrap().shift_remove(name);
    }
    let all = written(&FAMILY, &small[file]);
    // Headers, query and body of a message are alike.
    let mut kinds = BTreeSet::new();
    let places = all.iter().filter(|one| {
        // Shared parameters that nobody takes over stand in no catalogue.
        one.words.len() > 1
            && one.holds_parameters()
            && kinds.insert(one.words[..one.words.len() - 1].to_vec())
    });
    places
        .map(|place| {
            let mut sound = small.clone();
            for (name, parameter) in parameters.as_object().unwrap() {
                let mut more = sound.clone();
                let at = more[file].pointer_mut(&place.pointer).unwrap();
                at.as_object_mut()
                    .unwrap()
                    .insert(name.clone(), parameter.clone());
                if outline(&more).is_ok() {
                    sound = more;
                }
            }
            let base = outline(&sound).unwrap();
            (sound, base)
        })
        .collect()
}

/// What became of all trials, by word.
fn tried(trials: &[Trial<'_>], places: Places) -> BTreeMap<Word, Tried> {
    // Words that were tried somewhere.
    let done: Mutex<BTreeSet<Word>> = Mutex::default();
    let outcome = |trial: &Trial<'_>| {
        let word = trial.one.words.last().unwrap();
        if places == Places::OneForEachWord {
            if UNTRIED.iter().any(|(untried, _)| untried == word) {
                return Outcome::Unsound;
            }
            if done.lock().unwrap().contains(word) {
                return Outcome::Elsewhere;
            }
        }
        let outcome = trial.outcome();
        if !matches!(outcome, Outcome::Unsound) {
            done.lock().unwrap().insert(*word);
        }
        outcome
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = trials.len().div_ceil(threads).max(1);
    let mut all: BTreeMap<Word, Tried> = BTreeMap::new();
    std::thread::scope(|scope| {
        let running: Vec<_> = trials
            .chunks(share)
            .map(|share| {
                scope.spawn(|| {
                    share
                        .iter()
                        .map(|trial| (&trial.one.words, outcome(trial)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        for share in running {
            for (words, outcome) in share.join().unwrap() {
                let (word, around) = words.split_last().unwrap();
                if !matches!(outcome, Outcome::Unsound) {
                    for word in around {
                        all.entry(*word).or_default().inside = true;
                    }
                }
                let tried = all.entry(*word).or_default();
                match outcome {
                    Outcome::Unsound | Outcome::Elsewhere => {}
                    Outcome::Noticed => tried.sound += 1,
                    Outcome::Unnoticed(place) => {
                        tried.sound += 1;
                        tried.unnoticed.insert(place);
                    }
                }
            }
        }
    });
    all
}

enum Outcome {
    /// Nothing else that is sound was found.
    Unsound,
    /// The word was tried in another place.
    Elsewhere,
    Noticed,
    Unnoticed(String),
}

impl Trial<'_> {
    fn outcome(&self) -> Outcome {
        let word = self.one.words.last().unwrap();
        // What a silent word holds is silent as well.
        let is_silent = |word: &Word| SILENT.iter().any(|(silent, _)| silent == word);
        let silent = !is_silent(word) && self.one.words.iter().any(is_silent);
        for mutant in mutants(&self.one, &self.documents[self.file], &self.known)
            .into_iter()
            .take(MOST)
        {
            let mut documents = self.documents.to_vec();
            documents[self.file] = mutant;
            let Ok(other) = outline(&documents) else {
                continue;
            };
            if silent || !compare(self.base, &other).changes.is_empty() {
                return Outcome::Noticed;
            }
            let was = self.documents[self.file].pointer(&self.one.pointer);
            let is = documents[self.file].pointer(&self.one.pointer);
            let shown = |value: Option<&Value>| {
                value.map_or_else(|| "nothing".to_owned(), Value::to_string)
            };
            return Outcome::Unnoticed(format!(
                "{}: {} → {}",
                self.one.pointer,
                shown(was),
                shown(is)
            ));
        }
        Outcome::Unsound
    }
}
