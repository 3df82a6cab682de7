// Written by `koo generate`; do not edit.

//! `getDeployedObject`: Query the deployed objects of an asset (查询资产部署物 (data source
//! `huaweicloud_koogallery_assets`)).
//!
//! Finds the software package or the image of an asset. The Terraform provider makes the call
//! for the data source `huaweicloud_koogallery_assets`. The guide of the open interfaces
//! describes the same call.
//!
//! When: The stack of a buyer is being deployed, and its template needs the address of the
//! package or the id of the image.
//!
//! # Rules
//!
//! - The address is <https://mkt.{cloud}/api/mkp-openapi-public/v1/asset/deployed-object>. Host
//!   and scope come from the service catalogue of the provider, where mkt is a global service
//!   without a project id.
//! - The public client looks at HTTP status 200 only and never at `error_code`. An unknown
//!   asset gives an empty list, so a template that takes its first element fails when it is
//!   planned.
//! - The marks are those of the Terraform schema, where `asset_id` and `deployed_type` are
//!   required.
//!
//! # Repeated calls
//!
//! The call only reads.
//!
//! What the provider does by default.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`,
//! `provider-huaweicloud_koogallery_assets`; taken from code.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{DeployedObject, DeployedType};

/// What the caller sends: Query the deployed objects of an asset (查询资产部署物 (data source
/// `huaweicloud_koogallery_assets`)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct GetDeployedObjectRequest {
    /// Id of the asset, as the seller console shows it.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken from
    /// code.
    pub asset_id: String,
    /// Whether the software package or the image of the asset is wanted.
    ///
    /// Mandatory.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken from
    /// code.
    #[validate(nested)]
    pub deployed_type: DeployedType,
    /// Region whose object is wanted. The data source sends it only when its own region
    /// argument is set, and never fills in the region of the provider.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken from
    /// code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Version of the asset.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken from
    /// code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_version: Option<String>,
    /// Present in the types of the SDK, never sent by the data source. What it does is not
    /// documented.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query_all: Option<bool>,
}

impl GetDeployedObjectRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(asset_id: impl Into<String>, deployed_type: DeployedType) -> Self {
        Self {
            asset_id: asset_id.into(),
            deployed_type,
            region: None,
            asset_version: None,
            query_all: None,
        }
    }
}

impl Request for GetDeployedObjectRequest {
    const INTERFACE: &'static str = "getDeployedObject";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/v1/asset/deployed-object",
    ];
    type Reply = GetDeployedObjectReply;
}

/// What is answered: Query the deployed objects of an asset (查询资产部署物 (data source
/// `huaweicloud_koogallery_assets`)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct GetDeployedObjectReply {
    /// Result code. Its values are not documented.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// Text of the result.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
    /// The objects that were found.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub data: Option<Vec<DeployedObject>>,
}
