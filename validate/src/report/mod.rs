//! Reports for people and for machines. Pure: text out, nothing printed.

mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod sarif;

pub use github::github;
pub use gitlab::gitlab;
pub use human::{human, summary};
pub use json::{json, ndjson};
pub use junit::junit;
pub use sarif::sarif;

use koo_spec::report::visible;

use crate::finding::Finding;

/// What a rule is about, in one sentence.
fn about(rule: &str) -> &'static str {
    match rule {
        "required" => "A mandatory value is missing.",
        "max_length" => "A text is longer than the contract allows.",
        "min_length" => "A text is shorter than the contract allows.",
        "max_items" => "A list has more elements than the contract allows.",
        "min_items" => "A list has fewer elements than the contract allows.",
        "minimum" => "A number is less than the contract allows.",
        "maximum" => "A number is more than the contract allows.",
        "decimal" => "A decimal number has more digits than the contract allows.",
        "one_of" => "A value is not among those the contract lists.",
        "format" => "A text has not the form the contract demands.",
        "type" => "A value has another type than the contract says.",
        "unknown" => "The contract does not name a member.",
        "duplicate" => "A name is given more than once.",
        "syntax" => "The input cannot be read.",
        "interface" => "The interface of a payload cannot be told.",
        "column_width" => "A column of a table is narrower than what the platform may send.",
        "column_kind" => "A column of a table holds other values than the platform sends.",
        "mapping" => "An entry of the map names something that does not exist.",
        "package_name" => "A package has not the name the contract demands.",
        "max_bytes" => "A file or a package is larger than the contract allows.",
        "max_count" => "There are more files than the contract allows.",
        "missing_file" => "A file is missing that must be there.",
        "forbidden" => "Something occurs that the contract forbids.",
        "encoding" => "A text is not in UTF-8.",
        "malformed" => "A structured file cannot be read as what it is.",
        "field" => "A key of a structured file breaks the contract.",
        "unreadable" => "A file cannot be looked into.",
        _ => "The contract is broken.",
    }
}

/// What to know besides the message: the interface, the hint, the pages.
fn notes(finding: &Finding) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(about) = &finding.about {
        let side = about.side.as_str();
        let place = match finding.pointer.as_deref() {
            Some("") | None => String::new(),
            Some(pointer) => format!("{} in ", visible(pointer)),
        };
        notes.push(format!("{place}the {side} of {}", about.interface));
    }
    if let Some((first, others)) = finding.pages.split_first() {
        let url = first.url.as_deref().unwrap_or(&first.id);
        let more = match others.len() {
            0 => String::new(),
            count => format!(", and {count} more"),
        };
        notes.push(format!("documented in {} <{url}>{more}", first.title));
    }
    notes
}
