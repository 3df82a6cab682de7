//! Source files → checked catalogue. Pure: reading folders is the business of [`files`](crate::files).

use crate::catalogue::Catalogue;
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Severity};
use crate::lower::{Document, check_forms, lower};
use crate::source::{SourceFile, SourceMap, Span};
use crate::yaml;

/// A file to load: its path relative to the catalogue folder, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Path relative to the catalogue folder, with `/`; includes refer to it.
    pub path: String,
    /// Path as it should be shown in messages.
    pub shown: String,
    /// Content.
    pub text: String,
}

impl Input {
    /// A file shown under its relative path.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let path = path.into();
        Self {
            shown: path.clone(),
            path,
            text: text.into(),
        }
    }
}

/// A file that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Path as it should be shown in messages.
    pub shown: String,
    /// Why, as the second half of a sentence: `it is …`.
    pub problem: String,
}

/// What loading gives: a catalogue, and everything wrong with it.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The catalogue as far as it could be understood. Use it only if [`is_usable`](Self::is_usable).
    pub catalogue: Catalogue,
    /// The files, for messages.
    pub sources: SourceMap,
    /// Problems, ordered by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Whether there is no error; warnings do not matter.
    pub fn is_usable(&self) -> bool {
        self.diagnostics
            .iter()
            .all(|diagnostic| diagnostic.severity != Severity::Error)
    }
}

/// Loads and checks a catalogue.
///
/// ```
/// use koo_spec::load::{Input, load};
///
/// let loaded = load(vec![Input::new("demo.yaml", "family: demo\ntitel: x\n")]);
/// let first = &loaded.diagnostics[0];
/// assert!(!loaded.is_usable());
/// assert_eq!(loaded.sources.locate(first.span()).to_string(), "demo.yaml:1:1");
/// ```
pub fn load(inputs: Vec<Input>) -> Loaded {
    load_with(inputs, Vec::new())
}

/// Loads a catalogue some of whose files could not be read, which is reported with the other problems.
pub fn load_with(inputs: Vec<Input>, unreadable: Vec<Unreadable>) -> Loaded {
    let mut found = Diagnostics::default();
    let mut sources = SourceMap::default();
    for Unreadable { shown, problem } in unreadable {
        // An empty file stands for it, so that reports have a place to name.
        let message = format!("cannot read {shown}: {problem}");
        let file = sources.add(SourceFile::new(shown, ""));
        found.push(Diagnostic::new(Rule::UnreadableFile, message).at(
            Span {
                file,
                ..Span::default()
            },
            "",
        ));
    }
    let mut documents = Vec::new();
    for input in inputs {
        let file = sources.add(SourceFile::new(input.shown, input.text));
        let Some(source) = sources.file(file) else {
            continue;
        };
        match yaml::parse(source, file) {
            Ok(node) => documents.push(Document {
                path: input.path,
                node,
            }),
            Err(problem) => found.push(problem),
        }
    }
    load_documents(&documents, sources, found)
}

/// Checks files that were parsed, and turns them into a catalogue.
pub(crate) fn load_documents(
    documents: &[Document],
    sources: SourceMap,
    mut found: Diagnostics,
) -> Loaded {
    check_forms(documents, &mut found);
    let lowered = lower(documents, &sources, &mut found);
    check::check(&lowered, &mut found);
    Loaded {
        catalogue: lowered.catalogue,
        sources,
        diagnostics: found.into_sorted(),
    }
}
