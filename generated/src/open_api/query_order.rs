// Written by `koo generate`; do not edit.

//! `queryOrder`: Querying an order (查询订单).
//!
//! Returns an order with its lines, its customer and what was bought. Only orders of products
//! that the owner of the access key pair has published can be read.
//!
//! When: Call it after a creation (SaaS V2.0, online License) or an order notification has
//! brought an order id, to learn what was bought and by whom.
//!
//! # Rules
//!
//! - Ignore members that are not documented here. The platform may add some without a new
//!   version.
//!
//! # Repeated calls
//!
//! The call only reads.
//!
//! No schedule is published. When the first mainland domain cannot be reached, repeat the call
//! against the second one.
//!
//! # Result codes
//!
//! MKT.0000, MKT.0999, MKT.0100, MKT.0101, MKT.0199, MKT.0150, MKT.0151, MKT.0154, MKT.0250,
//! MKT.9001, MKT.9002, MKT.9003, MKT.9004, MKT.9005, CBC.0000, CBC.0999, APIGW.0301,
//! APIGW.0303, APIGW.0201.
//!
//! # Source
//!
//! Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `zh-cn_topic_0070649466`,
//! `mpintro_zh-cn_topic_0000001911267757`, `usermanual_zh-cn_topic_0000002497812372`,
//! `saascenter_usermanual_0113`, `intl_topic_0070649116`, `eu_en-us_topic_000033`.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{OrderInfo, ResultCode};

/// What the caller sends: Querying an order (查询订单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryOrderRequest {
    /// Id of the order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `intl_topic_0070649116`,
    /// `eu_en-us_topic_000033`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Id of an order line.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `intl_topic_0070649116`,
    /// `eu_en-us_topic_000033`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub order_line_id: Option<String>,
}

impl QueryOrderRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_id: impl Into<String>) -> Self {
        Self {
            order_id: order_id.into(),
            order_line_id: None,
        }
    }
}

impl Request for QueryOrderRequest {
    const INTERFACE: &'static str = "queryOrder";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &[
        "https://mkt-intl.myhuaweicloud.com/api/mkp-openapi-public/global/v1/order/query",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/order/query",
        "https://mkt.myhuaweicloud.eu/api/mkp-openapi-public/global/v1/order/query",
    ];
    type Reply = QueryOrderReply;
}

/// What is answered: Querying an order (查询订单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct QueryOrderReply {
    /// Outcome of the call. MKT.0000 is success.
    ///
    /// Mandatory; at most 16 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `intl_topic_0070649116`,
    /// `eu_en-us_topic_000033`.
    #[validate(max_chars = 16, nested)]
    pub result_code: ResultCode,
    /// Text of the outcome. On failure it carries detail.
    ///
    /// Mandatory; at most 1024 characters.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `intl_topic_0070649116`,
    /// `eu_en-us_topic_000033`.
    #[validate(max_chars = 1024)]
    pub result_msg: String,
    /// The order. It is there when the call succeeded.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`, `intl_topic_0070649116`,
    /// `eu_en-us_topic_000033`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub order_info: Option<OrderInfo>,
    /// Further data to find out what is wrong. It comes with failures only, with the codes
    /// MKT.0100, MKT.0150, MKT.0250, MKT.9001, MKT.9002, MKT.9004 and MKT.9005. Its type is not
    /// documented.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `guide_0dff4d8a-support0`; read in a fragment only.
    #[serde(rename = "extra_info", default, skip_serializing_if = "Option::is_none")]
    pub extra_info: Option<Value>,
}

impl QueryOrderReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(result_msg: impl Into<String>) -> Self {
        Self {
            result_code: ResultCode::default(),
            result_msg: result_msg.into(),
            order_info: None,
            extra_info: None,
        }
    }
}
