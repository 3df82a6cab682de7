//! What can be tried.

use std::pin::Pin;

use koo_spec::catalogue::Text;

use super::{Stage, Step, Verdict};
use crate::message::Source;
use crate::records::Record;

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

    /// Values without which it is not tried: nobody but the user can say them.
    fn needs(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Where the rule stands that it tries.
    fn sources(&self) -> Vec<Source> {
        Vec::new()
    }

    /// Tries it. Calls go through [`Stage::send`], so that who watches sees them.
    fn run<'a>(&'a self, stage: &'a Stage<'a>) -> Running<'a>;
}

/// An answer on its way to whoever gives it.
pub type Placing<'a> = Pin<Box<dyn Future<Output = Result<(), String>> + Send + 'a>>;

/// Watches a run: progress on a terminal, a journal.
pub trait Observer: Send + Sync {
    /// A case begins.
    fn started(&self, _case: &dyn Case) {}

    /// From now on an interface of the platform, `family/interface`, has an answer, such as an order. Calls that are about
    /// it wait until this is done; if it cannot be done, the error says why.
    fn placed<'a>(&'a self, _interface: &'a str, _record: &'a Record) -> Placing<'a> {
        Box::pin(std::future::ready(Ok(())))
    }

    /// A call was made and judged.
    fn step(&self, _case: &str, _step: &Step) {}

    /// A case got its verdict.
    fn finished(&self, _verdict: &Verdict) {}
}

/// Watches nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Observer for Silent {}

/// Several who watch.
pub struct Several<'a>(pub Vec<&'a dyn Observer>);

impl Observer for Several<'_> {
    fn started(&self, case: &dyn Case) {
        self.0.iter().for_each(|one| one.started(case));
    }

    fn placed<'a>(&'a self, interface: &'a str, record: &'a Record) -> Placing<'a> {
        Box::pin(async move {
            for one in &self.0 {
                one.placed(interface, record).await?;
            }
            Ok(())
        })
    }

    fn step(&self, case: &str, step: &Step) {
        self.0.iter().for_each(|one| one.step(case, step));
    }

    fn finished(&self, verdict: &Verdict) {
        self.0.iter().for_each(|one| one.finished(verdict));
    }
}
