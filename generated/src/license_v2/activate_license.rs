// Written by `koo generate`; do not edit.

//! `activateLicense`: Activating authorization codes (激活授权码(必选)).
//!
//! Activates authorization codes. Version 1 takes a single code and answers its details,
//! version 2 takes up to 100 codes. Either is enough for access.
//!
//! When: After the purchase, when the customer hands in the code. The moment counts as the real
//! start of the service, and the service supervision passes its activation step by itself once
//! the code is active.
//!
//! # Rules
//!
//! - Verify the certificate of the platform strictly.
//! - A code that the buyer has not picked up yet is answered with 92020004. Try again after the
//!   pick-up.
//! - Business errors come with HTTP status 200, so look at `error_code`.
//!
//! # Repeated calls
//!
//! A code must not be activated twice. A second call is answered with 92020003.
//!
//! The platform does not repeat anything. When mkt.myhuaweicloud.com cannot be reached, send
//! the call to the same path on mkt.myhuaweicloud.cn.
//!
//! # Result codes
//!
//! 92020000, 92020001, 92020002, 92020003, 92020004, 92020005, 92020020, 95000001, 95000002,
//! 95000003, 95000004.
//!
//! # Source
//!
//! Sites: mainland; source: `zh-cn_topic_0070649244`, `guide_22b6fdfe`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

/// What the caller sends: Activating authorization codes (激活授权码(必选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ActivateLicenseRequest {}

impl Request for ActivateLicenseRequest {
    const INTERFACE: &'static str = "activateLicense";
    type Reply = ActivateLicenseReply;
}

/// What is answered: Activating authorization codes (激活授权码(必选)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ActivateLicenseReply {}
