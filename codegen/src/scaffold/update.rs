//! A newer template in an edited project: what becomes of each file.

use std::collections::{BTreeMap, BTreeSet};

use super::ProjectFile;
use super::merge::{Labels, Merged, is_unresolved, merge, merge_unrelated};

/// What ends the name of a template's file that could not be put together with an edited one.
pub const ASIDE: &str = ".koo-new";

/// A project before an update.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// The files as the recorded template wrote them; none where that is not known any more.
    pub base: BTreeMap<String, Option<Vec<u8>>>,
    /// The files of the project among those of the recorded and of the newer template, and those beside them that end
    /// in [`ASIDE`].
    pub project: BTreeMap<String, Vec<u8>>,
}

/// What happens to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Path below the project's folder.
    pub path: String,
    /// What is done, and why.
    pub action: Action,
    /// Content now.
    pub before: Option<Vec<u8>>,
    /// Content afterwards.
    pub after: Option<Vec<u8>>,
}

/// What is done to a file, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// The template has a new file.
    Create,
    /// Nobody edited it, the template has it differently.
    Update,
    /// Both edits are put together.
    Merge,
    /// Both edits touch the same lines: a person must choose.
    Conflict,
    /// Both edits of a file that is no text: the template's stands beside it.
    Aside,
    /// Nobody edited it, the template has it no more.
    Remove,
    /// The file is generated from the catalogue, which gives it differently now.
    Regenerate,
    /// It was deleted, and stays so, though the template changed it.
    StaysDeleted,
    /// It was edited, and stays, though the template has it no more.
    StaysEdited,
}

impl Action {
    /// What is said of it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Merge => "merge",
            Self::Conflict => "conflict",
            Self::Aside => "aside",
            Self::Remove => "remove",
            Self::Regenerate => "regenerate",
            Self::StaysDeleted => "stays deleted",
            Self::StaysEdited => "stays edited",
        }
    }

    /// Whether a person has to do something now.
    pub const fn needs_a_person(self) -> bool {
        matches!(self, Self::Conflict | Self::Aside)
    }
}

/// The files with conflicts of an earlier update, or of git, that nobody has resolved.
pub fn unresolved(before: &Before) -> Vec<&str> {
    let is_open = |(path, contents): &(&String, &Vec<u8>)| {
        // A template may show what a conflict looks like.
        let written_so = || {
            let base = before.base.get(*path).and_then(Option::as_ref);
            base.is_some_and(|base| is_unresolved(base))
        };
        path.ends_with(ASIDE) || is_unresolved(contents) && !written_so()
    };
    let open = before.project.iter().filter(is_open);
    open.map(|(path, _)| path.as_str()).collect()
}

/// What becomes of every file, sorted by path; files that stay as they are need no step.
pub fn plan(before: &Before, newer: &[ProjectFile], labels: &Labels) -> Vec<Step> {
    let newer: BTreeMap<&str, &[u8]> = newer
        .iter()
        .map(|file| (file.path.as_str(), file.contents.as_slice()))
        .collect();
    let recorded = before.base.keys().map(String::as_str);
    let paths: BTreeSet<&str> = recorded.chain(newer.keys().copied()).collect();
    let mut steps = Vec::new();
    for path in paths {
        let file = Versions {
            base: Base::of(before, path),
            yours: before.project.get(path).map(Vec::as_slice),
            template: newer.get(path).copied(),
        };
        let Some((action, after)) = file.decide(labels) else {
            continue;
        };
        let aside = action == Action::Aside;
        steps.push(Step {
            path: if aside {
                format!("{path}{ASIDE}")
            } else {
                path.to_owned()
            },
            action,
            before: file.yours.filter(|_| !aside).map(<[u8]>::to_vec),
            after,
        });
    }
    steps
}

/// The versions of a file.
struct Versions<'a> {
    base: Base<'a>,
    yours: Option<&'a [u8]>,
    template: Option<&'a [u8]>,
}

/// A file as the recorded template wrote it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Base<'a> {
    /// It did not.
    None,
    /// It did, and what is not known any more.
    Lost,
    /// It did.
    Known(&'a [u8]),
}

impl<'a> Base<'a> {
    fn of(before: &'a Before, path: &str) -> Self {
        match before.base.get(path) {
            Some(Some(contents)) => Self::Known(contents),
            Some(None) => Self::Lost,
            None => Self::None,
        }
    }
}

impl Versions<'_> {
    /// What is done, and the content afterwards; nothing where nothing has to be done or said.
    fn decide(&self, labels: &Labels) -> Option<(Action, Option<Vec<u8>>)> {
        let both = |merged| match merged {
            Merged::Clean(merged) if self.yours == Some(merged.as_slice()) => None,
            Merged::Clean(merged) => Some((Action::Merge, Some(merged))),
            Merged::Conflict(conflict) => Some((Action::Conflict, Some(conflict))),
            Merged::Binary => Some((Action::Aside, self.template.map(<[u8]>::to_vec))),
        };
        match (self.base, self.yours, self.template) {
            (_, Some(yours), Some(template)) if yours == template => None,
            (Base::Known(base), Some(yours), Some(template)) if yours == base => {
                (base != template).then(|| (Action::Update, Some(template.to_vec())))
            }
            (Base::Known(base), Some(yours), Some(template)) => {
                both(merge(base, yours, template, labels))
            }
            (_, Some(yours), Some(template)) => both(merge_unrelated(yours, template, labels)),
            (Base::None, None, Some(template)) => Some((Action::Create, Some(template.to_vec()))),
            (base, None, Some(template)) => {
                (base != Base::Known(template)).then_some((Action::StaysDeleted, None))
            }
            (base, Some(yours), None) if base == Base::Known(yours) => Some((Action::Remove, None)),
            (_, Some(yours), None) => Some((Action::StaysEdited, Some(yours.to_vec()))),
            (_, None, None) => None,
        }
    }
}
