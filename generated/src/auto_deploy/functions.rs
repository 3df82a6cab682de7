// Written by `koo generate`; do not edit.

//! What functions of the SDK take and give back.

use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{DeployedImage, DeployedPackage, DeployedType};

/// What the function takes: Data source of the Terraform provider.
///
/// Finds the software package or the image of an asset inside a template. The provider marks it
/// as internal. Of the two object lists, the one that does not apply has one element with empty
/// texts.
///
/// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct HuaweicloudKoogalleryAssetsArguments {
    /// Region of the query.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Id of the asset.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    pub asset_id: String,
    /// Whether the software package or the image is wanted.
    ///
    /// Mandatory.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[validate(nested)]
    pub deployed_type: DeployedType,
    /// Version of the asset.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_version: Option<String>,
}

impl HuaweicloudKoogalleryAssetsArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(asset_id: impl Into<String>, deployed_type: DeployedType) -> Self {
        Self {
            region: None,
            asset_id: asset_id.into(),
            deployed_type,
            asset_version: None,
        }
    }
}

/// What the function gives back: Data source of the Terraform provider.
///
/// Finds the software package or the image of an asset inside a template. The provider marks it
/// as internal. Of the two object lists, the one that does not apply has one element with empty
/// texts.
///
/// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct HuaweicloudKoogalleryAssetsResult {
    /// The objects that were found; empty when the asset is unknown.
    ///
    /// Mandatory.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[validate(nested)]
    pub assets: Vec<HuaweicloudKoogalleryAssetsResultAssets>,
}

impl HuaweicloudKoogalleryAssetsResult {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(assets: Vec<HuaweicloudKoogalleryAssetsResultAssets>) -> Self {
        Self { assets }
    }
}

/// The objects that were found; empty when the asset is unknown.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct HuaweicloudKoogalleryAssetsResultAssets {
    /// Id of the asset.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `tf_koogallery_assets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_id: Option<String>,
    /// Kind of the object.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `tf_koogallery_assets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub deployed_type: Option<DeployedType>,
    /// Name of the version.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `tf_koogallery_assets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Id of the version.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `tf_koogallery_assets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    /// Region of the object.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `tf_koogallery_assets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The image, always one element.
    ///
    /// Mandatory; at least 1 element; at most 1 element.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[validate(max_items = 1, min_items = 1, nested)]
    pub image_deployed_object: Vec<DeployedImage>,
    /// The software package, always one element.
    ///
    /// Mandatory; at least 1 element; at most 1 element.
    ///
    /// Sites: intl, mainland; source: `provider-huaweicloud_koogallery_assets`.
    #[validate(max_items = 1, min_items = 1, nested)]
    pub software_pkg_deployed_object: Vec<DeployedPackage>,
}

impl HuaweicloudKoogalleryAssetsResultAssets {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        image_deployed_object: Vec<DeployedImage>,
        software_pkg_deployed_object: Vec<DeployedPackage>,
    ) -> Self {
        Self {
            asset_id: None,
            deployed_type: None,
            version: None,
            version_id: None,
            region: None,
            image_deployed_object,
            software_pkg_deployed_object,
        }
    }
}
