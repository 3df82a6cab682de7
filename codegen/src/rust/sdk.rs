//! Client SDKs: events with the messages they bring, and what functions take and give back.

use koo_spec::catalogue::{Event, Family, Function, Parameter, Type};
use koo_spec::identifier::camel_case;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::markdown;
use super::model::Model;
use super::names;

/// An event whose message is documented.
struct Known<'a> {
    id: &'a str,
    event: &'a Event,
    code: &'a str,
}

impl Known<'_> {
    fn variant(&self) -> Ident {
        names::r#type(self.code)
    }

    fn message_name(&self) -> String {
        camel_case(&format!("{}_message", self.code))
    }
}

/// The member of messages that tells events apart, and the events whose message says by it what they are.
fn known(family: &Family) -> Option<(&str, Vec<Known<'_>>)> {
    let events = family.events.iter().filter_map(|(id, event)| {
        let code = event.code.as_deref()?;
        Some(Known { id, event, code })
    });
    let says = |parameter: &&Parameter, code: &str| {
        let mut values = family.values_of(parameter).iter();
        values.any(|listed| listed.value == code)
    };
    let member = events.clone().find_map(|known| {
        let mut message = known.event.message.iter();
        message.find(|parameter| says(parameter, known.code))
    })?;
    let has_member = |known: &Known<'_>| {
        let mut message = known.event.message.iter();
        message.any(|parameter| parameter.name == member.name && says(&parameter, known.code))
    };
    Some((&member.name, events.filter(has_member).collect()))
}

/// What a function takes or gives back, if anything of it can be said in a struct.
fn documented(parameters: &[Parameter]) -> bool {
    let mut types = parameters.iter().map(|parameter| &parameter.r#type.value);
    types.any(|r#type| *r#type != Type::Any)
}

fn arguments_name(id: &str) -> String {
    camel_case(&format!("{id}_arguments"))
}

fn result_name(id: &str) -> String {
    camel_case(&format!("{id}_result"))
}

/// The structs of a family's events and functions with their parameters.
pub(super) fn owners(family: &Family) -> Vec<(String, Vec<&Parameter>)> {
    let mut owners = Vec::new();
    for known in known(family).into_iter().flat_map(|(_, known)| known) {
        owners.push((known.message_name(), known.event.message.iter().collect()));
    }
    for (id, function) in &family.functions {
        for (name, parameters) in sides(id, function) {
            owners.push((name, parameters.iter().collect()));
        }
    }
    owners
}

/// What a function takes and what it gives back, as far as they are documented.
fn sides<'a>(id: &str, function: &'a Function) -> Vec<(String, &'a [Parameter])> {
    let sides = [
        (arguments_name(id), function.parameters.as_slice()),
        (result_name(id), function.returns.as_slice()),
    ];
    sides
        .into_iter()
        .filter(|(_, parameters)| documented(parameters))
        .collect()
}

/// Whether a family has events whose messages can be read.
pub(super) fn has_events(family: &Family) -> bool {
    known(family).is_some()
}

/// Whether a family has functions whose arguments or results are documented.
pub(super) fn has_functions(family: &Family) -> bool {
    let mut functions = family.functions.iter();
    functions.any(|(id, function)| !sides(id, function).is_empty())
}

/// The messages of events, and the enumeration that holds one of them.
pub(super) fn events(family: &Family, enumerations: &Enumerations) -> Vec<TokenStream> {
    let Some((member, events)) = known(family) else {
        return Vec::new();
    };
    let mut items = enumeration(member, &events);
    for known in &events {
        let mut docs = Docs::new(docs::sentence(&format!(
            "The message of `{}`: {}",
            known.id,
            docs::title(&known.event.title)
        )));
        docs.markdown(docs::source(family, &known.event.provenance, &[]));
        let model = Model {
            name: known.message_name(),
            docs,
            parameters: known.event.message.iter().collect(),
            fixed: vec![(member, known.code)],
        };
        items.extend(model.items(family, enumerations));
    }
    items
}

fn enumeration(member: &str, events: &[Known<'_>]) -> Vec<TokenStream> {
    let variants: Vec<_> = events.iter().map(Known::variant).collect();
    let messages: Vec<_> = events
        .iter()
        .map(|known| names::item(&known.message_name()))
        .collect();
    let codes = events.iter().map(|known| known.code);
    let documented = events.iter().map(|known| {
        let mut docs = Docs::new(docs::sentence(&format!(
            "`{}`: {}",
            known.id,
            docs::title(&known.event.title)
        )));
        docs.paragraph(docs::sentence(&known.event.doc.en));
        docs.outer(4)
    });
    let other = if variants.iter().any(|variant| variant == "Other") {
        names::r#type("Unlisted")
    } else {
        names::r#type("Other")
    };
    let mut docs = Docs::new("What happened, by the text of the message that says so.");
    docs.markdown(format!(
        "The member `{member}` of the message tells one from another."
    ));
    let docs = docs.outer(0);
    let read = Docs::new("Reads the text of a message, forgivingly.")
        .paragraph("An error if it is no JSON, or what a documented event must bring is not there.")
        .outer(4);
    vec![
        quote! {
            #docs
            #[derive(Clone, PartialEq, Redact)]
            #[non_exhaustive]
            pub enum Event {
                #(#documented #variants(#messages),)*
                /// An event whose message is not documented, as it arrived.
                #other(#[redact] Value),
            }
        },
        quote! {
            impl Event {
                #read
                pub fn parse(message: &str) -> Result<Reading<Self>, ReadError> {
                    let json = message.as_bytes();
                    let any: Reading<Value> = lenient::from_slice(json)?;
                    match any.value.get(#member).and_then(Value::as_str) {
                        #(Some(#codes) => Ok(lenient::from_slice(json)?.map(Self::#variants)),)*
                        _ => Ok(any.map(Self::#other)),
                    }
                }
            }
        },
        quote! {
            impl Validate for Event {
                fn violations(&self, at: &Path<'_>, found: &mut Violations) {
                    match self {
                        #(Self::#variants(message) => message.violations(at, found),)*
                        Self::#other(_) => {}
                    }
                }
            }
        },
    ]
}

/// What functions take and give back.
pub(super) fn functions(family: &Family, enumerations: &Enumerations) -> Vec<TokenStream> {
    let mut items = Vec::new();
    for (id, function) in &family.functions {
        for (name, parameters) in sides(id, function) {
            let what = if name == arguments_name(id) {
                "What the function takes"
            } else {
                "What the function gives back"
            };
            let title = docs::title(&function.title);
            let mut docs = Docs::new(docs::sentence(&format!("{what}: {title}")));
            docs.paragraph(docs::sentence(&function.doc.en));
            docs.markdown(docs::source(family, &function.provenance, &[]));
            let model = Model {
                name,
                docs,
                parameters: parameters.iter().collect(),
                fixed: Vec::new(),
            };
            items.extend(model.items(family, enumerations));
        }
    }
    items
}

/// The functions of a family, for the documentation of its root.
pub(super) fn function_table(family: &Family) -> Option<String> {
    let row = |(id, function): (&String, &Function)| {
        let link = |name: String, parameters: &[Parameter]| {
            if documented(parameters) {
                format!("[`{}`]", names::item(&name))
            } else {
                String::new()
            }
        };
        let doc = markdown::escape_cell(&docs::sentence(&function.doc.en));
        let arguments = link(arguments_name(id), &function.parameters);
        let result = link(result_name(id), &function.returns);
        format!("| `{id}` | {doc} | {arguments} | {result} |")
    };
    let rows: Vec<_> = family.functions.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        format!(
            "# Functions of the SDK\n\n| function | what it does | takes | gives back |\n\
             | --- | --- | --- | --- |\n{}",
            rows.join("\n")
        )
    })
}

/// The events of a family, for the documentation of its root.
pub(super) fn event_table(family: &Family) -> Option<String> {
    let known = known(family).map(|(_, known)| known).unwrap_or_default();
    let row = |(id, event): (&String, &Event)| {
        let message = known.iter().find(|known| known.id == id);
        let message = message.map_or_else(
            || "not documented".to_owned(),
            |known| format!("[`{}`]", names::item(&known.message_name())),
        );
        let doc = markdown::escape_cell(&docs::sentence(&event.doc.en));
        format!("| `{id}` | {doc} | {message} |")
    };
    let rows: Vec<_> = family.events.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        format!(
            "# Events of the SDK\n\n| event | when it occurs | message |\n| --- | --- | --- |\n{}",
            rows.join("\n")
        )
    })
}
