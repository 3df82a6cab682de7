//! XML answers as the JSON that the models describe.
//!
//! An element becomes the member of its local name, an attribute a member beside the elements inside; which
//! member holds the text of an element that has more than text, the contract says. Nothing is expanded: a document
//! type is refused, and so is every entity but the five of XML itself.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::interface::Xml;
use crate::json::{Json, Member};

/// Elements inside each other beyond this are refused.
const MAX_DEPTH: usize = 64;
/// Most bytes of a document: each may cost many in memory.
const MAX_BYTES: usize = 1024 * 1024;
/// Name of text that the contract has no place for.
const STRAY_TEXT: &str = "#text";

impl Xml {
    fn text_member(&self, path: &str) -> &'static str {
        let known = self.texts.iter().find(|(element, _)| *element == path);
        known.map_or(STRAY_TEXT, |(_, member)| member)
    }
}

/// Why an answer is no XML that can be read. Holds nothing of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XmlError {
    /// The bytes are not UTF-8.
    #[error("not UTF-8 text")]
    Encoding,
    /// The text is not XML.
    #[error("not XML (byte {0})")]
    Syntax(u64),
    /// There is a document type, which answers have no use for.
    #[error("XML with a document type")]
    DocumentType,
    /// An entity that XML itself does not have.
    #[error("XML with an unknown entity")]
    Entity,
    /// Nested too deeply.
    #[error("nested too deeply")]
    Depth,
    /// Longer than a reply can be.
    #[error("too long")]
    Length,
}

/// An element that is open.
struct Element {
    name: String,
    path: String,
    members: Vec<Member<'static>>,
    text: String,
}

impl Element {
    fn root() -> Self {
        Self {
            name: String::new(),
            path: String::new(),
            members: Vec::new(),
            text: String::new(),
        }
    }

    fn open(&self, start: &BytesStart<'_>) -> Result<Self, XmlError> {
        let name = start.local_name().as_ref().to_owned();
        let path = if self.path.is_empty() {
            name.clone()
        } else {
            format!("{}.{name}", self.path)
        };
        let mut element = Self {
            name,
            path,
            ..Self::root()
        };
        for attribute in start.attributes() {
            let syntax = |_: AttrError| XmlError::Syntax(0);
            let attribute = attribute.map_err(syntax)?;
            let key = attribute.key;
            if key.as_ref() == "xmlns" || key.prefix().is_some_and(|it| it.as_ref() == "xmlns") {
                continue;
            }
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|_| XmlError::Entity)?;
            element.members.push(Member {
                name: Cow::Owned(key.local_name().as_ref().to_owned()),
                value: Json::Text(Cow::Owned(value.into_owned())),
                repeated: false,
            });
        }
        Ok(element)
    }

    fn close(mut self, xml: &Xml) -> Json<'static> {
        let text = self.text.trim();
        if self.members.is_empty() && !xml.objects.contains(&self.path.as_str()) {
            return Json::Text(Cow::Owned(text.to_owned()));
        }
        if !text.is_empty() {
            self.members.push(Member {
                name: Cow::Borrowed(xml.text_member(&self.path)),
                value: Json::Text(Cow::Owned(text.to_owned())),
                repeated: false,
            });
        }
        Json::Object(self.members)
    }

    fn take(&mut self, child: Self, xml: &Xml) {
        let is_list = xml.lists.contains(&child.path.as_str());
        let name = child.name.clone();
        let value = child.close(xml);
        let earlier = self.members.iter_mut().find(|member| member.name == name);
        match (earlier, is_list) {
            (
                Some(Member {
                    value: Json::Array(items),
                    ..
                }),
                true,
            ) => items.push(value),
            (Some(member), _) => {
                member.value = value;
                member.repeated = true;
            }
            (None, _) => self.members.push(Member {
                name: Cow::Owned(name),
                value: if is_list {
                    Json::Array(vec![value])
                } else {
                    value
                },
                repeated: false,
            }),
        }
    }
}

/// Reads an XML document: an object with the root element as its only member.
pub(super) fn read(bytes: &[u8], xml: &Xml) -> Result<Json<'static>, XmlError> {
    if bytes.len() > MAX_BYTES {
        return Err(XmlError::Length);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| XmlError::Encoding)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    // The document, then the open elements; the last one is being filled.
    let mut open = vec![Element::root()];
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|_| XmlError::Syntax(at))?;
        let depth = open.len();
        let current = open.last_mut().ok_or(XmlError::Syntax(at))?;
        match event {
            Event::Start(start) => {
                if depth > MAX_DEPTH {
                    return Err(XmlError::Depth);
                }
                let element = current.open(&start)?;
                open.push(element);
            }
            Event::Empty(start) => {
                let element = current.open(&start)?;
                current.take(element, xml);
            }
            Event::End(_) => {
                let closed = open.pop().ok_or(XmlError::Syntax(at))?;
                let parent = open.last_mut().ok_or(XmlError::Syntax(at))?;
                parent.take(closed, xml);
            }
            Event::Text(text) => current.text.push_str(&text.xml10_content()),
            Event::CData(text) => current.text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => push_entity(&entity, &mut current.text)?,
            Event::DocType(_) => return Err(XmlError::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(document), true)
            if document.members.len() == 1 && document.text.trim().is_empty() =>
        {
            Ok(Json::Object(document.members))
        }
        _ => Err(XmlError::Syntax(reader.buffer_position())),
    }
}

fn push_entity(entity: &BytesRef<'_>, text: &mut String) -> Result<(), XmlError> {
    if let Some(character) = entity.resolve_char_ref().map_err(|_| XmlError::Entity)? {
        text.push(character);
        return Ok(());
    }
    let known = resolve_xml_entity(&entity.xml10_content()).ok_or(XmlError::Entity)?;
    text.push_str(known);
    Ok(())
}

#[cfg(test)]
mod tests;
