// Written by `koo generate`; do not edit.

//! `orgidCasServiceValidate`: OrgID CAS 3.0 ticket validation (OrgID 验证票据).
//!
//! Says who logged in through OrgID, by the ticket of the CAS callback. It has no parameter
//! format and answers JSON.
//!
//! When: After the CAS callback, when the application is integrated with OrgID by CAS.
//!
//! # Rules
//!
//! - The HTTP status is 200 for a refused ticket too. Look for `authenticationFailure` in the
//!   answer.
//!
//! # Repeated calls
//!
//! A ticket can be validated once.
//!
//! # Source
//!
//! Sites: mainland; source: `orgid_ValidateService`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::OrgidServiceResponse;

/// What the caller sends: OrgID CAS 3.0 ticket validation (OrgID 验证票据).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidCasServiceValidateRequest {
    /// Callback that was sent at the login.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[validate(max_chars = 1024)]
    pub service: String,
    /// Ticket that came back from the login.
    ///
    /// Mandatory; at most 128 characters.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[validate(max_chars = 128)]
    pub ticket: String,
}

impl OrgidCasServiceValidateRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(service: impl Into<String>, ticket: impl Into<String>) -> Self {
        Self {
            service: service.into(),
            ticket: ticket.into(),
        }
    }
}

impl Request for OrgidCasServiceValidateRequest {
    const INTERFACE: &'static str = "orgidCasServiceValidate";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] =
        &["https://orgid.huaweiapaas.cn/orgid/openapi/v1/cas/p3/serviceValidate"];
    type Reply = OrgidCasServiceValidateReply;
}

/// What is answered: OrgID CAS 3.0 ticket validation (OrgID 验证票据).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidCasServiceValidateReply {
    /// Root of the answer.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub service_response: Option<OrgidServiceResponse>,
}
