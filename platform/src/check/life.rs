//! The life of what a merchant sells, as far as interfaces tell: which one makes an instance, and which work on it.

use koo_spec::catalogue::{Interface, Need, Parameter, Presence};

use crate::message::Caller;

/// The interfaces of a life.
#[derive(Debug, Clone)]
pub(super) struct Life<'a> {
    /// Makes an instance.
    pub(super) creating: &'a Interface,
    /// The parameter of its reply that names the instance, and of the requests of the others.
    pub(super) handle: &'a str,
    /// Work on an instance.
    pub(super) using: Vec<&'a Interface>,
}

impl Life<'_> {
    /// Whether an interface works on an instance.
    pub(super) fn is_using(&self, interface: &Interface) -> bool {
        self.using.iter().any(|other| other.id == interface.id)
    }
}

/// The life of a family: an interface that is called only once for what its key names, and whose reply must name something that
/// most other requests must bring.
pub(super) fn life<'a>(called: &[&'a Interface]) -> Option<Life<'a>> {
    let mut lives: Vec<Life<'a>> = Vec::new();
    for creating in called {
        let has_key = creating.idempotency.as_ref();
        if has_key.is_none_or(|idempotency| idempotency.key.is_empty()) {
            continue;
        }
        let named = creating.reply.parameters.iter().filter(|parameter| {
            is_mandatory(parameter)
                && !creating
                    .request
                    .iter()
                    .any(|other| other.name == parameter.name)
        });
        for handle in named {
            let using: Vec<_> = called
                .iter()
                .copied()
                .filter(|interface| takes(interface, &handle.name))
                .collect();
            if !using.is_empty() {
                lives.push(Life {
                    creating,
                    handle: &handle.name,
                    using,
                });
            }
        }
    }
    lives.into_iter().rev().max_by_key(|life| life.using.len())
}

fn takes(interface: &Interface, handle: &str) -> bool {
    interface
        .request
        .iter()
        .any(|parameter| parameter.name == handle && is_mandatory(parameter))
}

fn is_mandatory(parameter: &Parameter) -> bool {
    matches!(parameter.presence, Presence::Mandatory)
}

/// Whether every merchant must answer an interface.
pub(super) fn must_answer(caller: &Caller<'_>, interface: &Interface) -> bool {
    let need = caller.family.need(&interface.id);
    need.is_none_or(|need| need == Need::Mandatory)
}
