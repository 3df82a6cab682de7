// Written by `koo generate`; do not edit.

//! `casServiceValidate`: CAS 3.0 ticket validation (验证票据(CAS3.0)).
//!
//! Says who logged in, by the ticket of the CAS callback. The ticket is the only proof that is
//! needed.
//!
//! When: After the CAS callback.
//!
//! # Rules
//!
//! - The HTTP status is 200 for a refused ticket too. Look for `authenticationFailure` in the
//!   answer.
//! - Always send format, because the pages differ on its default.
//!
//! # Repeated calls
//!
//! A ticket can be validated once.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649473`, `oneaccess_ValidateServiceCAS30`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{CasServiceResponse, Format};

/// What the caller sends: CAS 3.0 ticket validation (验证票据(CAS3.0)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasServiceValidateRequest {
    /// Address that received the ticket, URL-encoded. It must equal the callback that is set
    /// up.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    pub service: String,
    /// Service ticket of the callback.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[redact]
    pub ticket: String,
    /// Format of the answer. Always send it.
    ///
    /// Optional; JSON if absent.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub format: Option<Format>,
    /// `domainName` of the tenant sync, without https:// in front.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649433`, `zh-cn_topic_0070649109`.
    #[serde(rename = "domain_name")]
    pub domain_name: String,
}

impl CasServiceValidateRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        service: impl Into<String>,
        ticket: impl Into<String>,
        domain_name: impl Into<String>,
    ) -> Self {
        Self {
            service: service.into(),
            ticket: ticket.into(),
            format: None,
            domain_name: domain_name.into(),
        }
    }
}

impl Request for CasServiceValidateRequest {
    const INTERFACE: &'static str = "casServiceValidate";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://{domain_name}/api/v1/cas/p3/serviceValidate"];
    type Reply = CasServiceValidateReply;
}

/// What is answered: CAS 3.0 ticket validation (验证票据(CAS3.0)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasServiceValidateReply {
    /// Root of the answer. In XML the prefix is cas, of the namespace
    /// <http://www.yale.edu/tp/cas>.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[validate(nested)]
    pub service_response: CasServiceResponse,
}

impl CasServiceValidateReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(service_response: CasServiceResponse) -> Self {
        Self { service_response }
    }
}
