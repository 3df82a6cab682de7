//! The contract after reading: references resolved, positions kept, nothing particular to a target language.

mod artifact;
mod cipher;
mod code;
mod common;
mod contract;
mod erratum;
mod example;
mod fact;
mod family;
mod format;
mod interface;
mod limits;
mod mock;
mod parameter;
mod product;
mod project;
mod provenance;
mod reply;
mod scenario;
mod scheme;
mod sdk;
mod secret;
mod site_difference;
mod text;
mod transport;
mod value_type;

pub use artifact::{Artifact, ArtifactFile, Forbidden, ForbiddenKind};
pub use cipher::{Cipher, CipherVector, RandomText};
pub use code::{Code, CodeRole, Meaning};
pub use common::CommonFile;
pub use contract::{Catalogue, Package, Site};
pub use erratum::{Erratum, ErratumReading};
pub use example::{Example, Side};
pub use fact::{Note, Placed, Text};
pub use family::{Family, Status};
pub use format::{Format, Timestamp, Zone};
pub use interface::{Callback, Direction, Idempotency, Interface, Retry, Variant};
pub use limits::{Length, LengthUnit, Limits};
pub use mock::{
    Action, Answer, Behaviour, Collection, Documented, Lookup, Otherwise, Redirect, Refuse, Step,
    Template,
};
pub use parameter::{Condition, Location, Parameter, Presence};
pub use product::{Applicability, Need, Product};
pub use provenance::{Confidence, Page, PageKind, Provenance};
pub use reply::{Reply, ReplyScheme};
pub use scenario::{
    Poll, Scenario, ScenarioRecord, ScenarioStep, ScenarioValue, ValueSource, is_value_name,
    value_names,
};
pub use scheme::{Alternatives, Carried, CarriedIn, Compare, Refusals, Scheme, Vector};
pub use sdk::{Event, Function};
pub use secret::{Secret, SecretKind};
pub use site_difference::{Reading, SiteDifference};
pub use text::{ComposedText, LetterCase, TextPart};
pub use transport::Transport;
pub use value_type::{ListedValue, Type, TypeDefinition, TypeShape};
