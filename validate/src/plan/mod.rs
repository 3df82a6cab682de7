//! An interface made ready for checking: members by name, limits and rules resolved once.

mod compile;
mod condition;

use std::sync::atomic::{AtomicUsize, Ordering};

use koo_runtime::validate::{Format, LengthUnit};
use koo_spec::catalogue::{Location, Placed};
use serde_json::Value;

pub(crate) use condition::Expression;

/// What one message of an interface may hold.
#[derive(Debug)]
pub(crate) struct Plan<'c> {
    nodes: Vec<Node<'c>>,
    objects: Vec<Object<'c>>,
    /// By location, in the order of [`Location::ALL`].
    roots: [usize; Location::ALL.len()],
    /// Where the members of a JSON text belong: in the body, or where the parameters of a message without one are.
    home: Location,
    /// The members of all places, as one object for the call has them.
    call: usize,
}

impl<'c> Plan<'c> {
    /// A node by its number.
    #[inline]
    pub(crate) fn node(&self, number: usize) -> &Node<'c> {
        self.nodes.get(number).unwrap_or(&ANYTHING)
    }

    /// An object by its number.
    #[inline]
    pub(crate) fn object(&self, number: usize) -> &Object<'c> {
        self.objects.get(number).unwrap_or(&EMPTY)
    }

    /// What travels at a location.
    pub(crate) fn at(&self, location: Location) -> &Object<'c> {
        self.object(
            self.roots
                .get(location as usize)
                .copied()
                .unwrap_or(usize::MAX),
        )
    }

    /// What a JSON text is that travels.
    pub(crate) fn home(&self) -> &Object<'c> {
        self.at(self.home)
    }

    /// One object with the values of all places of a call. Those of its home must be there, those of other places may.
    pub(crate) fn call(&self) -> &Object<'c> {
        self.object(self.call)
    }

    /// The place of a member of [`call`](Self::call).
    pub(crate) fn place_of(&self, name: &str) -> Location {
        let knows = |location: &Location| self.at(*location).names().any(|known| known == name);
        if knows(&self.home) {
            return self.home;
        }
        let others = Location::ALL.into_iter().find(knows);
        others.unwrap_or(self.home)
    }
}

/// Where JSON belongs, the most likely place first.
const HOMES: [Location; 4] = [
    Location::Body,
    Location::Part,
    Location::Form,
    Location::Query,
];

static ANYTHING: Node<'static> = Node {
    origin: Origin { pages: &[] },
    kind: Kind::Any,
};

static EMPTY: Object<'static> = Object {
    fields: Vec::new(),
    checked: Vec::new(),
    order: Order(Vec::new()),
};

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Origin<'c> {
    /// Ids of source pages.
    pub(crate) pages: &'c [Placed<String>],
}

/// What a value must be.
#[derive(Debug)]
pub(crate) struct Node<'c> {
    pub(crate) origin: Origin<'c>,
    pub(crate) kind: Kind<'c>,
}

/// The kinds of values.
#[derive(Debug)]
pub(crate) enum Kind<'c> {
    /// Text or a number.
    Scalar(Scalar<'c>),
    /// A list; its elements are the node.
    List(Items, usize),
    /// An object with names of any kind; its values are the node.
    Map(Items, usize),
    /// An object by its number.
    Object(usize),
    /// `true` or `false`.
    Boolean,
    /// Anything.
    Any,
}

/// How many elements there may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Items {
    pub(crate) most: Option<usize>,
    pub(crate) fewest: Option<usize>,
}

/// The rules of a text or number.
#[derive(Debug, Clone)]
pub(crate) struct Scalar<'c> {
    /// Numbers are taken besides text.
    pub(crate) is_number: bool,
    pub(crate) is_integer: bool,
    /// Texts of no more bytes than this break no rule; none if they have to be looked at.
    pub(crate) free_up_to: Option<usize>,
    pub(crate) most: Option<usize>,
    /// Whether the most is only what is printed, known to be wrong.
    pub(crate) advisory: bool,
    pub(crate) least: Option<usize>,
    pub(crate) unit: LengthUnit,
    pub(crate) minimum: Option<i128>,
    pub(crate) maximum: Option<i128>,
    /// Precision and scale.
    pub(crate) decimal: Option<(u32, u32)>,
    /// Texts allowed; any if empty.
    pub(crate) allowed: Vec<&'c str>,
    pub(crate) format: Option<Form<'c>>,
    /// Node of the JSON inside.
    pub(crate) holds: Option<usize>,
}

impl Scalar<'_> {
    /// Whether a text that takes this many bytes breaks no rule whatever it says: one that is only limited in length
    /// is never longer than its bytes, and escapes only make those more.
    #[inline]
    pub(crate) fn passes(&self, bytes: usize) -> bool {
        self.free_up_to.is_some_and(|most| bytes <= most)
    }

    /// What [`passes`](Self::passes), once all rules are known.
    pub(super) fn free_up_to(&self) -> Option<usize> {
        let has_others = self.is_integer
            || self.least.is_some()
            || self.minimum.is_some()
            || self.maximum.is_some()
            || self.decimal.is_some()
            || !self.allowed.is_empty()
            || self.format.is_some()
            || self.holds.is_some();
        (!has_others).then_some(self.most.unwrap_or(usize::MAX))
    }
}

/// The form of a text.
#[derive(Debug, Clone)]
pub(crate) enum Form<'c> {
    /// One of these layouts.
    Timestamp(Vec<&'c str>),
    /// Any other form.
    Other(Format<'static>),
}

impl Form<'_> {
    #[inline]
    pub(crate) fn format(&self) -> Format<'_> {
        match self {
            Self::Timestamp(layouts) => Format::Timestamp(layouts),
            Self::Other(format) => *format,
        }
    }
}

/// The members of an object.
#[derive(Debug)]
pub(crate) struct Object<'c> {
    pub(crate) fields: Vec<Field<'c>>,
    /// Numbers of the fields whose absence matters.
    pub(crate) checked: Vec<usize>,
    /// The order in which members came last.
    pub(crate) order: Order,
}

/// Which member came after which when an object was last read: the next object mostly has them in the same order.
///
/// Being wrong costs a search by name and nothing else, so threads need not agree about it.
#[derive(Debug)]
pub(crate) struct Order(Vec<AtomicUsize>);

impl Order {
    /// The documented order.
    fn documented(fields: usize) -> Self {
        Self((0..=fields).map(AtomicUsize::new).collect())
    }

    /// The number of the member that probably comes at `place`: 0 is the beginning of the object, and any other place
    /// is behind the member whose number is one less.
    #[inline]
    pub(crate) fn guess(&self, place: usize) -> usize {
        let guess = self.0.get(place);
        guess.map_or(place, |guess| guess.load(Ordering::Relaxed))
    }

    /// Remembers what came at a place.
    #[inline]
    pub(crate) fn learn(&self, place: usize, number: usize) {
        if let Some(guess) = self.0.get(place) {
            guess.store(number, Ordering::Relaxed);
        }
    }
}

impl<'c> Object<'c> {
    /// The number of a member.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The names the contract knows.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'c str> {
        let known = self.fields.iter().filter(|field| field.node.is_some());
        known.map(|field| field.name)
    }
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Field<'c> {
    pub(crate) name: &'c str,
    /// The name as it mostly stands in JSON, with its quotes and colon.
    pub(crate) quoted: String,
    /// What it must be; none if only conditions ask for it.
    pub(crate) node: Option<usize>,
    pub(crate) need: Need,
    /// What conditions want to know of it.
    pub(crate) facts: Vec<Fact<'c>>,
}

impl<'c> Field<'c> {
    /// A member that need not be there.
    fn new(name: &'c str, node: Option<usize>) -> Self {
        Self {
            name,
            quoted: format!("{}:", Value::from(name)),
            node,
            need: Need::Never,
            facts: Vec::new(),
        }
    }
}

/// Whether the member has one of these values.
#[derive(Debug)]
pub(crate) struct Fact<'c> {
    /// Number of the fact in the object.
    pub(crate) number: usize,
    pub(crate) values: Vec<&'c str>,
}

/// Whether a member must be there.
#[derive(Debug)]
pub(crate) enum Need {
    Always,
    Never,
    /// When the expression holds; then the condition in words.
    When(Expression, String),
}
