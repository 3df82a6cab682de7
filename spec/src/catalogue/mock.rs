//! What a mock of the called side does, as data: records it keeps, and steps over them.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{Condition, Placed, Text};
use crate::node::Node;
use crate::source::Span;

/// JSON in which texts may have placeholders, with the places where they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The JSON.
    pub value: Json,
    /// What was written.
    pub node: Node,
}

/// Records of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// What the records are.
    pub doc: Text,
    /// Templates over a record that together are its key.
    pub key: Vec<Placed<String>>,
    /// Records there are from the start.
    pub records: Vec<Template>,
    /// Records that documented replies show.
    pub documented: Option<Documented>,
    /// Where it is defined.
    pub span: Span,
}

/// A member of the documented replies of an interface.
#[derive(Debug, Clone, PartialEq)]
pub struct Documented {
    /// The interface.
    pub interface: Placed<String>,
    /// The member of its reply.
    pub member: Placed<String>,
}

/// What a mock does with a call that is in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behaviour {
    /// Secret of the scheme → collection whose keys are such secrets; a call carries its own.
    pub secrets: IndexMap<String, Placed<String>>,
    /// What is answered to calls that are not in order, where that is no result code of a role.
    pub refuse: Refuse,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// Template of the reply, instead of the documented example.
    pub reply: Option<Template>,
    /// Where a browser is sent.
    pub redirect: Option<Redirect>,
    /// Where it is defined.
    pub span: Span,
}

/// What is answered to calls that are not in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Refuse {
    /// The signature is wrong.
    pub signature: Option<Answer>,
    /// A parameter is wrong, and none of `parameters` says more.
    pub parameter: Option<Answer>,
    /// Path of a parameter without indexes, a rule behind a colon, or both → answer if it is broken. Without it, wrong
    /// headers are left alone.
    pub parameters: IndexMap<String, (Span, Answer)>,
    /// The body cannot be read.
    pub malformed: Option<Answer>,
    /// The HTTP method is another one.
    pub method: Option<Answer>,
    /// There are too many calls.
    pub throttled: Option<Answer>,
}

impl Refuse {
    /// Every answer.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        let single = [
            &self.signature,
            &self.parameter,
            &self.malformed,
            &self.method,
            &self.throttled,
        ];
        let of_parameters = self.parameters.values().map(|(_, answer)| answer);
        single.into_iter().flatten().chain(of_parameters)
    }
}

/// An answer that is written down.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A result code in a reply that has nothing else.
    Code(Placed<String>),
    /// A reply.
    Reply {
        /// HTTP status, if not that of the interface.
        status: Option<u16>,
        /// Template of the body.
        body: Option<Template>,
    },
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What.
    pub action: Action,
    /// Only if this holds for the parameters of the request.
    pub when: Option<Placed<Condition>>,
    /// Parameter of the request: once for each of its elements, which is called `each`.
    pub each: Option<Placed<String>>,
    /// What follows if it cannot be done.
    pub otherwise: Option<Otherwise>,
    /// Where it is defined.
    pub span: Span,
}

/// What follows if a step cannot be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Otherwise {
    /// The call is refused, and what earlier steps did is undone.
    Refuse(Answer),
    /// A result code is noted for the person who tests; the call goes on.
    Note(Placed<String>),
}

/// What a step does. Texts are templates.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A record is there.
    Find(Lookup),
    /// A record is there, and gone afterwards.
    Take(Lookup),
    /// A record is there, and these members of it change.
    Change(Lookup),
    /// There is no such record yet, and now there is.
    Add(Lookup),
    /// A record with a key that nobody can guess.
    Issue {
        /// Where it is kept; the record has the key as `key`.
        lookup: Lookup,
        /// Beginning of the key.
        prefix: String,
    },
    /// A record is gone, if it was there; without a key all of them.
    Remove(Lookup),
    /// These, one after the other.
    Steps(Vec<Step>),
    /// The first value is one of the others.
    Equal(Vec<Template>),
    /// Texts are in order, such as timestamps of one form.
    Ordered(Vec<Template>),
    /// A timestamp is at most so old.
    Recent {
        /// The timestamp.
        value: Template,
        /// Its layout.
        layout: Placed<String>,
        /// Highest age in milliseconds.
        within_millis: u64,
    },
    /// A value is a secret of the mock, if that has been set.
    Secret {
        /// The secret.
        name: Placed<String>,
        /// The value.
        value: Template,
    },
}

impl Action {
    /// The record it is about, if it is about one.
    pub const fn lookup(&self) -> Option<&Lookup> {
        match self {
            Self::Find(lookup)
            | Self::Take(lookup)
            | Self::Change(lookup)
            | Self::Add(lookup)
            | Self::Issue { lookup, .. }
            | Self::Remove(lookup) => Some(lookup),
            _ => None,
        }
    }

    /// The values it compares.
    pub fn values(&self) -> &[Template] {
        match self {
            Self::Equal(values) | Self::Ordered(values) => values,
            Self::Recent { value, .. } | Self::Secret { value, .. } => std::slice::from_ref(value),
            _ => &[],
        }
    }
}

/// A record of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    /// The collection.
    pub collection: Placed<String>,
    /// Templates that together are the key.
    pub key: Vec<Placed<String>>,
    /// Template of the record, or of the members that change.
    pub record: Option<Template>,
    /// What later templates call it.
    pub name: Option<Placed<String>>,
    /// How long it is kept, in milliseconds.
    pub lifetime_millis: Option<u64>,
}

/// Where a browser is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Redirect {
    /// Template of the address. Nothing is sent there if it is empty.
    pub to: Placed<String>,
    /// Query parameters that are added, with templates of their values; those without a value are left out.
    pub query: IndexMap<String, Placed<String>>,
}
