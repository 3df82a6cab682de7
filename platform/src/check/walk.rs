//! An ordinary call of every interface, on an instance of its own where it needs one.

use koo_spec::catalogue::Interface;

use super::answer::Answer;
use super::trial::Trial;
use crate::message::{Caller, Payload};
use crate::simulate::Step;

/// The title of an ordinary call.
const ORDINARY: &str = "an ordinary call";

/// The calls and their answers.
pub(super) struct Walk {
    /// Interface and answer.
    calls: Vec<(String, Answer)>,
    /// Every exchange, those that made the instances too.
    steps: Vec<Step>,
}

impl Walk {
    async fn make(trial: &mut Trial<'_>) -> Self {
        let first_step = trial.steps.len();
        let mut calls = Vec::new();
        for interface in trial.ground.called.iter().copied() {
            let is_using = trial
                .ground
                .life
                .as_ref()
                .is_some_and(|life| life.is_using(interface));
            let given = match is_using {
                true => match trial.instance().await {
                    Some(instance) => instance.handle,
                    // The creations themselves are looked at, so it is said why.
                    None => continue,
                },
                false => Payload::new(),
            };
            let payload = trial.payload(interface, &given);
            let Some(answer) = trial.call(ORDINARY, interface, &payload).await else {
                continue;
            };
            let is_silent = answer.failure().is_some();
            calls.push((interface.id.clone(), answer));
            if is_silent {
                break;
            }
        }
        // What the trial could not do is no matter of the check that happened to come first.
        trial.skipped = None;
        Self {
            calls,
            steps: trial.steps.split_off(first_step),
        }
    }

    /// The first call, if not even that was answered.
    pub(super) fn unanswered(&self) -> Option<&Answer> {
        let (_, first) = self.calls.first()?;
        first.failure().map(|_| first)
    }

    /// The step of an interface's ordinary call.
    pub(super) fn step(&self, interface: &str) -> Option<&Step> {
        let mut steps = self.steps.iter();
        steps.find(|step| step.interface == interface && step.title.en == ORDINARY)
    }

    /// Makes every exchange a step of a trial.
    pub(super) fn show(&self, trial: &mut Trial<'_>) {
        trial.steps.extend(self.steps.iter().cloned());
    }

    /// The interfaces and their answers.
    pub(super) fn of<'w, 'a>(
        &'w self,
        caller: &Caller<'a>,
    ) -> impl Iterator<Item = (&'a Interface, &'w Answer)> {
        let family = caller.family;
        let calls = self.calls.iter();
        calls.filter_map(|(id, answer)| Some((family.interface(id)?, answer)))
    }
}

/// Why nothing can be tried: nobody answers.
pub(super) async fn silence(trial: &mut Trial<'_>) -> Option<String> {
    let walk = walk(trial).await;
    let why = walk.unanswered()?.describe();
    Some(format!("the merchant does not answer: {why}"))
}

/// The ordinary calls.
pub(super) async fn walk<'s>(trial: &mut Trial<'s>) -> &'s Walk {
    let ground = trial.ground;
    ground.walk.get_or_init(|| Walk::make(trial)).await
}
