//! Replies as XML: members become elements; those beside a member that is the text of its element become attributes.

use koo_spec::catalogue::{Family, Parameter};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Map, Value};

use super::served::Served;

/// The document of a reply that is an object with one member, the root. `None` if it is something else, or holds a
/// name that is none for an element.
pub(super) fn document(served: Served<'_>, members: &Value) -> Option<Vec<u8>> {
    let form = served.reply_form();
    let mut all = members.as_object()?.iter();
    let ((name, value), None) = (all.next()?, all.next()) else {
        return None;
    };
    let mut document = Document {
        writer: Writer::new(Vec::new()),
        prefix: form.xml_prefix.as_deref().unwrap_or_default(),
        family: served.family,
    };
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    document.event(Event::Decl(declaration))?;
    let parameter = served.reply().find(|parameter| parameter.name == *name);
    let namespace = form.xml_namespace.as_deref();
    document.element(name, value, parameter, namespace)?;
    Some(document.writer.into_inner())
}

struct Document<'a> {
    writer: Writer<Vec<u8>>,
    prefix: &'a str,
    family: &'a Family,
}

impl<'a> Document<'a> {
    fn event(&mut self, event: Event<'_>) -> Option<()> {
        self.writer.write_event(event).ok()
    }

    fn element(
        &mut self,
        name: &str,
        value: &Value,
        parameter: Option<&'a Parameter>,
        namespace: Option<&str>,
    ) -> Option<()> {
        if let Value::Array(elements) = value {
            let mut elements = elements.iter();
            return elements.try_for_each(|it| self.element(name, it, parameter, namespace));
        }
        if value.is_null() {
            return Some(());
        }
        let name = match self.prefix {
            _ if !is_name(name) => return None,
            "" => name.to_owned(),
            prefix => format!("{prefix}:{name}"),
        };
        let mut start = BytesStart::new(name.as_str());
        if let Some(namespace) = namespace {
            let declaration = match self.prefix {
                "" => "xmlns".to_owned(),
                prefix => format!("xmlns:{prefix}"),
            };
            start.push_attribute((declaration.as_str(), namespace));
        }
        let family = self.family;
        let fields = parameter.and_then(|it| family.fields_of(it.r#type.value.innermost()));
        let fields = fields.unwrap_or_default();
        let text = fields.iter().find(|field| field.xml_text);
        match (value, text) {
            (Value::Object(members), Some(text)) => {
                self.with_attributes(start, members, text)?;
            }
            (Value::Object(members), None) => {
                self.event(Event::Start(start))?;
                for (name, member) in members {
                    let field = fields.iter().find(|field| field.name == *name);
                    self.element(name, member, field, None)?;
                }
            }
            (scalar, _) => {
                self.event(Event::Start(start))?;
                self.text(scalar)?;
            }
        }
        self.event(Event::End(BytesEnd::new(name.as_str())))
    }

    fn with_attributes(
        &mut self,
        mut start: BytesStart<'_>,
        members: &Map<String, Value>,
        text: &Parameter,
    ) -> Option<()> {
        for (name, member) in members {
            if *name != text.name && !member.is_null() {
                let written = visible(member);
                start.push_attribute((name.as_str(), written.as_str()));
            }
        }
        self.event(Event::Start(start))?;
        members.get(&text.name).map_or(Some(()), |it| self.text(it))
    }

    fn text(&mut self, value: &Value) -> Option<()> {
        self.event(Event::Text(BytesText::new(&visible(value))))
    }
}

/// The text of a value, without the characters that XML cannot hold in any form.
fn visible(value: &Value) -> String {
    let text = koo_spec::interpret::placeholder::written(value);
    let is_allowed = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

/// Whether a name can be that of an element. Narrower than XML: no colon, which would be a prefix.
fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let begins = letters
        .next()
        .is_some_and(|first| first.is_alphabetic() || first == '_');
    begins && letters.all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'))
}
