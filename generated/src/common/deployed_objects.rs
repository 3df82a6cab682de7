// Written by `koo generate`; do not edit.

//! What a deployment template asks the platform for, which is the image or the software package
//! of an asset. Two guides describe the call.
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code-golangsdk-mkp` | Go SDK, request and response types of the deployed-object call | mainland | unknown |
//! | `tf_koogallery_assets` | huaweicloud/terraform-provider-huaweicloud, data source koogallery\_assets | mainland | unknown |

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// An image that an asset deploys.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct DeployedImage {
    /// Id of the image.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// Name of the image.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_name: Option<String>,
    /// Operating system of the image.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub os_type: Option<String>,
    /// When the image was made. The form of the text is not documented.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<String>,
    /// Processor architecture of the image.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub architecture: Option<String>,
}

/// The image or the software package of one version of an asset. Code shows no required marks,
/// so expect any member to be absent.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct DeployedObject {
    /// Id of the asset.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset_id: Option<String>,
    /// Kind of the object.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub deployed_type: Option<DeployedType>,
    /// Name of the version.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Id of the version.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    /// Region of the object.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The image, when the object is one.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub image_deployed_object: Option<DeployedImage>,
    /// The software package, when the object is one.
    ///
    /// Optional.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub software_pkg_deployed_object: Option<DeployedPackage>,
}

/// A software package that an asset deploys.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct DeployedPackage {
    /// Name of the package.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package_name: Option<String>,
    /// Address to download the package from. The text is escaped as JSON once more, so a
    /// template puts it in quotes and reads it with jsondecode. How long the address works is
    /// not documented.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_path: Option<String>,
    /// Checksum of the package. Its algorithm is not documented.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`, `tf_koogallery_assets`; taken
    /// from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<String>,
}

/// Kind of object that an asset deploys.
///
/// Sites: eu, intl, mainland; source: `code-golangsdk-mkp`; taken from code.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum DeployedType {
    /// A software package that is downloaded and unpacked on a server.
    #[wire("software_package")]
    SoftwarePackage,
    /// An image from which a server is made.
    #[wire("image")]
    Image,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}
