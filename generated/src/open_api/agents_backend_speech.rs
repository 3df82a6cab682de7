// Written by `koo generate`; do not edit.

//! `agentsBackendSpeech`: Back end behind the Agents gateway: Metered by speech seconds
//! (Agents网关类商品后端接口).
//!
//! The item is seconds of speech, while the field is in milliseconds.
//!
//! When: A customer calls an agent that was bought on the marketplace.
//!
//! # Rules
//!
//! - A back end is registered with its protocol (HTTPS or HTTP), request type (GET or POST),
//!   access prefix, access path, call mode (stream or sync), timeout, and its APP Key and APP
//!   Secret.
//! - The access prefix is a domain without protocol. The default port is 80 for HTTP and 443
//!   for HTTPS. The address must first pass the production address management (生产地址管理).
//! - The access path begins with a slash and has no path parameters.
//! - The console tests the back end before the registration can be saved.
//! - The only region so far is cn-north-4.
//! - Use the key pair entered at registration (APP Key and APP Secret), which is recommended,
//!   or a scheme of your own.
//! - The gateway reads the amount from the answer, or counts the request. For each item a field
//!   of the merchant's own choice may replace the ones that are listed.
//!
//! # Source
//!
//! Sites: mainland; source: `usermanual_zh-cn_topic_0000002497990256`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Back end behind the Agents gateway: Metered by speech seconds
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendSpeechRequest {}

impl Request for AgentsBackendSpeechRequest {
    const INTERFACE: &'static str = "agentsBackendSpeech";
    type Reply = AgentsBackendSpeechReply;
}

/// What is answered: Back end behind the Agents gateway: Metered by speech seconds
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AgentsBackendSpeechReply {
    /// What was spoken.
    ///
    /// Conditional.
    ///
    /// Needed: Speech seconds are metered and no field of the merchant's own is chosen.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub transcripts: Option<AgentsBackendSpeechReplyTranscripts>,
}

/// What was spoken.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendSpeechReplyTranscripts {
    /// Length of the speech in milliseconds.
    ///
    /// Conditional.
    ///
    /// Needed: Speech seconds are metered and no field of the merchant's own is chosen.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_duration_in_milliseconds: Option<i64>,
}
