// Written by `koo generate`; do not edit.

//! What functions of the SDK take and give back.

use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the function takes: Sdk::GetLicenseFileRequest.
///
/// Asks ISCDesk for a license file, usually when the application starts. Call it as
/// `invoker->GetLicenseFileRequest(fileName, devInfo)`. The answer arrives as
/// `EVENT_LICENSE_VERIFY`.
///
/// Sites: mainland; source: `saascenter_usermanual_0068`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseFileRequestArguments {
    /// Name of the license file. It may be empty.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `saascenter_usermanual_0068`.
    pub file_name: String,
    /// Device fingerprint, or other data the merchant needs to make the license. It may be
    /// empty.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `saascenter_usermanual_0068`.
    #[redact]
    pub dev_info: String,
}

impl GetLicenseFileRequestArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(file_name: impl Into<String>, dev_info: impl Into<String>) -> Self {
        Self {
            file_name: file_name.into(),
            dev_info: dev_info.into(),
        }
    }
}

/// What the function takes: Sdk::GetLicenseStringRequest.
///
/// Asks ISCDesk for a license text, usually when the application starts. Call it as
/// `invoker->GetLicenseStringRequest(devInfo)`. The answer arrives as `EVENT_LICENSE_VERIFY`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649269`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetLicenseStringRequestArguments {
    /// Device data for the license.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`.
    #[redact]
    pub dev_info: String,
}

impl GetLicenseStringRequestArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(dev_info: impl Into<String>) -> Self {
        Self { dev_info: dev_info.into() }
    }
}

/// What the function takes: Sdk::GetSolution.
///
/// Runs a solver job in the cloud. Call it as `invoker->GetSolution(filePath)`.
///
/// Sites: mainland; source: `search_snippets`; read in a fragment only.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct GetSolutionArguments {
    /// Input of the solver job.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `search_snippets`; read in a fragment only.
    pub file_path: String,
}

impl GetSolutionArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(file_path: impl Into<String>) -> Self {
        Self {
            file_path: file_path.into(),
        }
    }
}

/// What the function takes: Sdk::LicenseVerifyNotify.
///
/// Tells ISCDesk whether the license proved valid. Call it as
/// `invoker->LicenseVerifyNotify(verifyResult, errorMsg)` after the application has checked the
/// license by its own means.
///
/// Sites: mainland; source: `saascenter_usermanual_0070`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LicenseVerifyNotifyArguments {
    /// Outcome of the check. Its type is not known.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `saascenter_usermanual_0070`.
    pub verify_result: Value,
    /// Why the check failed.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed: The check failed.
    ///
    /// Sites: mainland; source: `saascenter_usermanual_0070`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_msg: Option<String>,
}

impl LicenseVerifyNotifyArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(verify_result: Value) -> Self {
        Self {
            verify_result,
            error_msg: None,
        }
    }
}

/// What the function takes: Sdk::Save.
///
/// Saves to the cloud. Call it as `invoker->Save(path)`, or `invoker->Save(path, true)` for an
/// assembly, after saving locally. Folder and file of an assembly must have the same name, or
/// the upload fails, and the folder must hold every part file the assembly depends on. The
/// outcome arrives as `EVENT_SAVE_RESULT`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649277`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SaveArguments {
    /// Path of the file, or of the folder of an assembly.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    pub path: String,
    /// Whether the path is that of an assembly. That it is false when left out is a conclusion.
    ///
    /// Optional; false if absent.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assembly: Option<bool>,
}

impl SaveArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            assembly: None,
        }
    }
}

/// What the function takes: Sdk::SelectSaveAsPath.
///
/// Saves to the cloud under another name or in another place. Call it as
/// `invoker->SelectSaveAsPath(filePath)`, or with a second argument true for an assembly. The
/// outcome arrives as `EVENT_SAVE_RESULT`.
///
/// Sites: mainland; source: `search_snippets`; read in a fragment only.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SelectSaveAsPathArguments {
    /// Path of the file, or of the folder of an assembly.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `search_snippets`; read in a fragment only.
    pub file_path: String,
    /// Whether the path is that of an assembly.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assembly: Option<bool>,
}

impl SelectSaveAsPathArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(file_path: impl Into<String>) -> Self {
        Self {
            file_path: file_path.into(),
            assembly: None,
        }
    }
}

/// What the function takes: Sdk::UpgradeNotify.
///
/// Answers the notice of an upgrade that is not forced. Call it as
/// `invoker->UpgradeNotify(bUpgrade)`. ISCDesk upgrades after the application has quit.
///
/// Sites: mainland; source: `zh-cn_topic_0070649274`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeNotifyArguments {
    /// Whether to upgrade.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649274`.
    pub b_upgrade: bool,
}

impl UpgradeNotifyArguments {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(b_upgrade: bool) -> Self {
        Self { b_upgrade }
    }
}
