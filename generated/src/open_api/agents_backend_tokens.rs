// Written by `koo generate`; do not edit.

//! `agentsBackendTokens`: Back end behind the Agents gateway: Metered by tokens
//! (Agents网关类商品后端接口).
//!
//! The item is input tokens, output tokens, or both. The answer, JSON or a stream, has an
//! object usage at its first level.
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

/// What the caller sends: Back end behind the Agents gateway: Metered by tokens
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendTokensRequest {}

impl Request for AgentsBackendTokensRequest {
    const INTERFACE: &'static str = "agentsBackendTokens";
    type Reply = AgentsBackendTokensReply;
}

/// What is answered: Back end behind the Agents gateway: Metered by tokens
/// (Agents网关类商品后端接口).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct AgentsBackendTokensReply {
    /// What the call consumed.
    ///
    /// Conditional.
    ///
    /// Needed: Tokens, images or video seconds are metered.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub usage: Option<AgentsBackendTokensReplyUsage>,
}

/// What the call consumed.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct AgentsBackendTokensReplyUsage {
    /// Tokens of the input.
    ///
    /// Conditional.
    ///
    /// Needed: Input tokens are metered and `input_tokens` is not given.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt_tokens: Option<i64>,
    /// Tokens of the input, under another name.
    ///
    /// Conditional.
    ///
    /// Needed: Input tokens are metered and `prompt_tokens` is not given.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_tokens: Option<i64>,
    /// Tokens of the output.
    ///
    /// Conditional.
    ///
    /// Needed: Output tokens are metered and `output_tokens` is not given.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion_tokens: Option<i64>,
    /// Tokens of the output, under another name.
    ///
    /// Conditional.
    ///
    /// Needed: Output tokens are metered and `completion_tokens` is not given.
    ///
    /// Sites: eu, intl, mainland; source: `usermanual_zh-cn_topic_0000002497990256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_tokens: Option<i64>,
    /// All tokens. The page prints no required mark.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_tokens: Option<i64>,
}
