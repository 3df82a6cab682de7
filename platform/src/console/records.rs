//! What is remembered between calls: orders, instances, tokens, whatever the called side keeps.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use koo_spec::catalogue::Text;
use serde_json::{Value, json};

use super::calls::address;
use super::language::choose;
use super::page::Frame;
use super::view::shortened;
use super::{Shared, internal};
use crate::journal::mask_value;

/// Records of one collection that are shown.
const MOST_RECORDS: usize = 200;

/// Records of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// Name, such as `orders`.
    pub name: String,
    /// Family it belongs to, which says what is sensitive.
    pub family: Option<String>,
    /// What the records are.
    pub doc: Option<Text>,
    /// How many records there are.
    pub count: usize,
    /// The newest records, the newest first.
    pub records: Vec<Value>,
}

/// What the called side remembers.
pub trait Records: Send + Sync {
    /// Every collection, each with at most `most` of its newest records. Must not block.
    fn collections(&self, most: usize) -> Vec<Collection>;
}

/// The collections.
pub(super) async fn show(State(state): Shared, uri: Uri, headers: HeaderMap) -> Response {
    let Some(records) = &state.records else {
        return (StatusCode::NOT_FOUND, "nothing is remembered here\n").into_response();
    };
    let choice = choose(uri.query(), &headers);
    let catalogue = &state.catalogue;
    let collections: Vec<Value> = records
        .collections(MOST_RECORDS)
        .into_iter()
        .map(|collection| {
            let family = collection.family.as_deref();
            let shown: Vec<Value> = collection
                .records
                .into_iter()
                .map(|value| {
                    let value = mask_value(catalogue, family, value);
                    let text = serde_json::to_string_pretty(&value).unwrap_or_default();
                    json!({"members": members(&value), "text": text})
                })
                .collect();
            json!({
                "name": collection.name,
                "family": collection.family,
                "doc": collection.doc.as_ref().map(|doc| choice.language.text(doc)),
                "count": collection.count,
                "records": shown,
            })
        })
        .collect();
    let frame = Frame {
        choice,
        title: &Text {
            en: "State".to_owned(),
            zh: Some("状态".to_owned()),
        },
        address: address(&uri),
        here: "records",
        has_records: true,
    };
    state
        .pages
        .page(
            "records.html",
            &frame,
            json!({ "collections": collections }),
        )
        .unwrap_or_else(|error| internal(&error))
}

/// The first members of a record that have plain values, to recognise it by.
fn members(value: &Value) -> Vec<(String, String)> {
    let members = value.as_object().into_iter().flatten();
    members
        .filter_map(|(name, value)| match value {
            Value::String(text) => Some((name.clone(), shortened(text, 60))),
            Value::Number(_) | Value::Bool(_) => Some((name.clone(), value.to_string())),
            _ => None,
        })
        .take(8)
        .collect()
}
