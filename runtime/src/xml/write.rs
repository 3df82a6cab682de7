//! JSON → XML: members become elements, the elements of a list elements of one name, `null` nothing.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::json::Json;

/// The document for a JSON object with one member, which becomes the root; every element has the prefix. `None` if the
/// JSON is something else, or a name is none for an element.
pub(crate) fn write(json: &[u8], prefix: &str, namespace: &str) -> Option<Vec<u8>> {
    let Json::Object(members) = Json::from_slice(json).ok()? else {
        return None;
    };
    let [root] = members.as_slice() else {
        return None;
    };
    let mut document = Document {
        writer: Writer::new(Vec::new()),
        prefix,
    };
    document.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let declaration = match prefix {
        "" => "xmlns".to_owned(),
        prefix => format!("xmlns:{prefix}"),
    };
    let namespace = (!namespace.is_empty()).then_some((declaration.as_str(), namespace));
    document.element(&root.name, &root.value, namespace)?;
    Some(document.writer.into_inner())
}

struct Document<'a> {
    writer: Writer<Vec<u8>>,
    prefix: &'a str,
}

impl Document<'_> {
    fn event(&mut self, event: Event<'_>) -> Option<()> {
        self.writer.write_event(event).ok()
    }

    fn element(
        &mut self,
        name: &str,
        value: &Json<'_>,
        attribute: Option<(&str, &str)>,
    ) -> Option<()> {
        if !is_name(name) {
            return None;
        }
        if let Json::Array(items) = value {
            return items
                .iter()
                .try_for_each(|item| self.element(name, item, attribute));
        }
        if matches!(value, Json::Null) {
            return Some(());
        }
        let name = match self.prefix {
            "" => name.to_owned(),
            prefix => format!("{prefix}:{name}"),
        };
        let start = BytesStart::new(name.as_str()).with_attributes(attribute);
        self.event(Event::Start(start))?;
        match value {
            Json::Object(members) => members
                .iter()
                .try_for_each(|member| self.element(&member.name, &member.value, None))?,
            Json::Text(text) => self.text(text)?,
            Json::Number(number) => self.text(number)?,
            Json::Bool(value) => self.text(if *value { "true" } else { "false" })?,
            Json::Array(_) | Json::Null => {}
        }
        self.event(Event::End(BytesEnd::new(name.as_str())))
    }

    /// Text, without the characters that XML cannot hold in any form.
    fn text(&mut self, text: &str) -> Option<()> {
        let kept: String = text.chars().filter(|found| is_character(*found)).collect();
        self.event(Event::Text(BytesText::new(&kept)))
    }
}

fn is_character(found: char) -> bool {
    matches!(found, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Whether a name can be that of an element. Narrower than XML: no colon, which would be a prefix.
fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    let starts = characters
        .next()
        .is_some_and(|first| first.is_alphabetic() || first == '_');
    starts && characters.all(|other| other.is_alphanumeric() || "_-.".contains(other))
}

#[cfg(test)]
mod tests {
    use super::write;

    fn written(json: &str, prefix: &str, namespace: &str) -> Option<String> {
        let xml = write(json.as_bytes(), prefix, namespace)?;
        let text = String::from_utf8(xml).ok()?;
        let body = text.strip_prefix(r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        Some(body.to_owned())
    }

    #[test]
    fn members_become_elements() {
        let json = r#"{"answer":{"name":"a<b>&\"c\"","tags":["x","y"],"n":1.50,"ok":true,"no":null,"e":{}}}"#;
        let expected = concat!(
            "<answer><name>a&lt;b&gt;&amp;&quot;c&quot;</name><tags>x</tags><tags>y</tags>",
            "<n>1.50</n><ok>true</ok><e></e></answer>"
        );
        assert_eq!(written(json, "", "").as_deref(), Some(expected));
    }

    #[test]
    fn the_root_declares_the_namespace_of_the_prefix() {
        let xml = written(r#"{"r":{"a":"1"}}"#, "p", "http://n.example/x?a=1&b");
        let expected = r#"<p:r xmlns:p="http://n.example/x?a=1&amp;b"><p:a>1</p:a></p:r>"#;
        assert_eq!(xml.as_deref(), Some(expected));
        let xml = written(r#"{"r":"1"}"#, "", "http://n.example");
        assert_eq!(xml.as_deref(), Some(r#"<r xmlns="http://n.example">1</r>"#));
    }

    #[test]
    fn what_xml_cannot_say_is_left_out_or_refused() {
        assert_eq!(
            written("{\"r\":\"a\\u0000b\\uFFFEc\"}", "", "").as_deref(),
            Some("<r>abc</r>")
        );
        for json in [
            "[]",
            "{}",
            r#"{"a":1,"b":2}"#,
            r#"{"a b":1}"#,
            r#"{"a":{"x><y":1}}"#,
            "no",
        ] {
            assert_eq!(written(json, "", ""), None, "{json}");
        }
    }
}
