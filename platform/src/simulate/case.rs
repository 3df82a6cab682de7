//! What can be tried.

use std::pin::Pin;

use koo_spec::catalogue::Text;

use super::{Stage, Step, Verdict};
use crate::message::Source;

/// A case at work.
pub type Running<'a> = Pin<Box<dyn Future<Output = Verdict> + Send + 'a>>;

/// Something that is tried on a merchant and gets a verdict.
pub trait Case: Send + Sync {
    /// Id by which it is chosen, in kebab-case; unique among the cases of a family.
    fn id(&self) -> &str;

    /// What it tries, in a few words.
    fn title(&self) -> Text;

    /// What it tries, in a few sentences.
    fn doc(&self) -> Option<Text> {
        None
    }

    /// What to do about it when it fails.
    fn advice(&self) -> Option<Text> {
        None
    }

    /// The interfaces it calls, so that a merchant without one of them can leave the case out.
    fn interfaces(&self) -> Vec<&str>;

    /// The products to which it can happen; empty for all.
    fn products(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Where the rule stands that it tries.
    fn sources(&self) -> Vec<Source> {
        Vec::new()
    }

    /// Tries it. Calls go through [`Stage::send`], so that who watches sees them.
    fn run<'a>(&'a self, stage: &'a Stage<'a>) -> Running<'a>;
}

/// Watches a run: progress on a terminal, a journal.
pub trait Observer: Send + Sync {
    /// A case begins.
    fn started(&self, _case: &dyn Case) {}

    /// A call was made and judged.
    fn step(&self, _case: &str, _step: &Step) {}

    /// A case got its verdict.
    fn finished(&self, _verdict: &Verdict) {}
}

/// Watches nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Observer for Silent {}
