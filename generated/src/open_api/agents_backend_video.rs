// Written by `koo generate`; do not edit.

//! `agentsBackendVideo`: Back end behind the Agents gateway: Metered by video seconds
//! (Agents网关类商品后端接口).
//!
//! The item is seconds of video.
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
use serde_json::Value;

/// What the caller sends: Back end behind the Agents gateway: Metered by video seconds
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendVideoRequest {}

impl Request for AgentsBackendVideoRequest {
    const INTERFACE: &'static str = "agentsBackendVideo";
    type Reply = AgentsBackendVideoReply;
}

/// What is answered: Back end behind the Agents gateway: Metered by video seconds
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AgentsBackendVideoReply {
    /// What the call consumed.
    ///
    /// Conditional.
    ///
    /// Needed: Tokens, images or video seconds are metered.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub usage: Option<AgentsBackendVideoReplyUsage>,
}

/// What the call consumed.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendVideoReplyUsage {
    /// Length of the video in seconds, as a JSON number.
    ///
    /// Conditional.
    ///
    /// Needed: Video seconds are metered and no field of the merchant's own is chosen.
    ///
    /// The page says number, without digits or decimals.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_duration: Option<Value>,
}
