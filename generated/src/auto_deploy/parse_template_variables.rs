// Written by `koo generate`; do not edit.

//! `parseTemplateVariables`: RFS: parse template variables (RFS 解析模板参数).
//!
//! Reads the variables of a template. It is an interface of the Resource Formation Service and
//! not of the marketplace, useful to check a template before it is handed in. It is listed for
//! its limits; address and reply are not known.
//!
//! When: A merchant's tool checks a template before handing it in.
//!
//! # Repeated calls
//!
//! The call only reads the template.
//!
//! # Result codes
//!
//! RF.10011003, RF.10011005, RF.10011006, RF.10011013, RF.10011026, RF.10011042.
//!
//! # Source
//!
//! Sites: mainland; source: `guide-4736a17e`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: RFS: parse template variables (RFS 解析模板参数).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ParseTemplateVariablesRequest {
    /// Text of the template.
    ///
    /// Conditional; at most 51200 characters.
    ///
    /// Needed: Exactly one of `template_body` and `template_uri` is given.
    ///
    /// Needed when `!(present(template_uri))`.
    ///
    /// Sites: intl, mainland; source: `guide-4736a17e`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(template_uri)", max_chars = 51200)]
    pub template_body: Option<String>,
    /// Address in OBS of the template, a .tf, .tf.json or .zip file.
    ///
    /// Conditional; at most 2048 characters.
    ///
    /// Needed: Exactly one of `template_body` and `template_uri` is given.
    ///
    /// Needed when `!(present(template_body))`.
    ///
    /// Sites: intl, mainland; source: `guide-4736a17e`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(template_body)", max_chars = 2048)]
    pub template_uri: Option<String>,
}

impl Request for ParseTemplateVariablesRequest {
    const INTERFACE: &'static str = "parseTemplateVariables";
    type Reply = ParseTemplateVariablesReply;
}

/// What is answered: RFS: parse template variables (RFS 解析模板参数).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ParseTemplateVariablesReply {}
