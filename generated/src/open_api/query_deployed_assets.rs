// Written by `koo generate`; do not edit.

//! `queryDeployedAssets`: Querying deployed assets (查询云商店托管资产 (自动部署 Terraform
//! 数据源)).
//!
//! Finds the image or the software package of an asset. It is the internal interface behind the
//! Terraform data source `huaweicloud_koogallery_assets`, which templates for automatic
//! deployment use. The automatic deployment guide describes the same call.
//!
//! When: A deployment template needs the image or the software package that is stored at the
//! platform.
//!
//! # Repeated calls
//!
//! The call only reads.
//!
//! # Source
//!
//! Sites: mainland; source: `tf_koogallery_assets`, `code-golangsdk-mkp`; taken from code.

use koo_runtime::call::Request;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{DeployedObject, DeployedType};

/// What the caller sends: Querying deployed assets (查询云商店托管资产 (自动部署 Terraform
/// 数据源)).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryDeployedAssetsRequest {
    /// Id of the asset, as the seller console shows it.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    pub asset_id: String,
    /// Whether the software package or the image of the asset is wanted.
    ///
    /// Mandatory.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[validate(nested)]
    pub deployed_type: DeployedType,
    /// Region whose object is wanted. The data source sends it only when its own region
    /// argument is set, and never fills in the region of the provider.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Version of the asset.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_version: Option<String>,
}

impl QueryDeployedAssetsRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(asset_id: impl Into<String>, deployed_type: DeployedType) -> Self {
        Self {
            asset_id: asset_id.into(),
            deployed_type,
            region: None,
            asset_version: None,
        }
    }
}

impl Request for QueryDeployedAssetsRequest {
    const INTERFACE: &'static str = "queryDeployedAssets";
    const METHOD: &'static str = "GET";
    const URLS: &'static [&'static str] = &[
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/v1/asset/deployed-object",
    ];
    type Reply = QueryDeployedAssetsReply;
}

/// What is answered: Querying deployed assets (查询云商店托管资产 (自动部署 Terraform 数据源)).
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct QueryDeployedAssetsReply {
    /// Outcome of the call. Its values are not documented.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// Text of the outcome.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
    /// The objects that were found.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub data: Option<Vec<DeployedObject>>,
}
