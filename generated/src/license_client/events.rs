// Written by `koo generate`; do not edit.

//! Events of the SDK, and the messages that bring them.

use koo_runtime::lenient::{ReadError, Reading};
use koo_runtime::validate::{Path, Violations};
use koo_runtime::{Redact, Validate, lenient};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Assembly, FromForceWin, LicenseType, OpenType, Status, WorkState};

/// What happened, by the text of the message that says so.
///
/// The member `operate` of the message tells one from another.
#[derive(Clone, PartialEq, Redact)]
#[non_exhaustive]
pub enum Event {
    /// `EVENT_LICENSE_VERIFY`: License to be verified (License验证事件).
    ///
    /// Answers GetLicenseFileRequest and GetLicenseStringRequest with the license, or says that
    /// none was obtained. Check the license and report the outcome with LicenseVerifyNotify.
    LicenseVerify(LicenseVerifyMessage),
    /// `EVENT_OPENCLOUDFILE_RESULT`: Cloud file opened (打开云端文件事件).
    ///
    /// Answers OpenCloudFile with what the user chose. A file that was checked in and opened
    /// only cannot be saved to the cloud.
    OpenFile(OpenFileMessage),
    /// `EVENT_SAVE_RESULT`: Outcome of saving (保存结果回复事件).
    ///
    /// Answers Save and SelectSaveAsPath.
    SaveResult(SaveResultMessage),
    /// `EVENT_UPDATE`: User chose to upgrade (升级事件).
    ///
    /// The user chose to upgrade in ISCDesk. A forced upgrade is made after the application has
    /// closed; for another one the application decides and answers with UpgradeNotify.
    Update(UpdateMessage),
    /// `EVENT_UPGRADENOTICE`: Outcome of the version check (升级事件).
    ///
    /// Answers CheckNewVersions.
    UpgradeNotice(UpgradeNoticeMessage),
    /// An event whose message is not documented, as it arrived.
    Other(#[redact] Value),
}

impl Event {
    /// Reads the text of a message, forgivingly.
    ///
    /// An error if it is no JSON, or what a documented event must bring is not there.
    pub fn parse(message: &str) -> Result<Reading<Self>, ReadError> {
        let json = message.as_bytes();
        let any: Reading<Value> = lenient::from_slice(json)?;
        match any.value.get("operate").and_then(Value::as_str) {
            Some("LicenseVerify") => {
                Ok(lenient::from_slice(json)?.map(Self::LicenseVerify))
            }
            Some("OpenFile") => Ok(lenient::from_slice(json)?.map(Self::OpenFile)),
            Some("SaveResult") => Ok(lenient::from_slice(json)?.map(Self::SaveResult)),
            Some("Update") => Ok(lenient::from_slice(json)?.map(Self::Update)),
            Some("UpgradeNotice") => {
                Ok(lenient::from_slice(json)?.map(Self::UpgradeNotice))
            }
            _ => Ok(any.map(Self::Other)),
        }
    }
}

impl Validate for Event {
    fn violations(&self, at: &Path<'_>, found: &mut Violations) {
        match self {
            Self::LicenseVerify(message) => message.violations(at, found),
            Self::OpenFile(message) => message.violations(at, found),
            Self::SaveResult(message) => message.violations(at, found),
            Self::Update(message) => message.violations(at, found),
            Self::UpgradeNotice(message) => message.violations(at, found),
            Self::Other(_) => {}
        }
    }
}

/// The message of `EVENT_LICENSE_VERIFY`: License to be verified (License验证事件).
///
/// Sites: mainland; source: `zh-cn_topic_0070649269`, `saascenter_usermanual_0068`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LicenseVerifyMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`, `saascenter_usermanual_0068`.
    pub operate: String,
    /// The license.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`.
    #[validate(nested)]
    pub params: LicenseVerifyMessageParams,
    /// An empty object in every example.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub come_back_params: LicenseVerifyMessageComeBackParams,
}

impl LicenseVerifyMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        params: LicenseVerifyMessageParams,
        come_back_params: LicenseVerifyMessageComeBackParams,
    ) -> Self {
        Self {
            operate: "LicenseVerify".into(),
            params,
            come_back_params,
        }
    }
}

/// The license.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LicenseVerifyMessageParams {
    /// Whether the license was obtained. The name begins with a capital letter, unlike status
    /// of `EVENT_SAVE_RESULT`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`.
    #[serde(rename = "Status")]
    #[validate(nested)]
    pub status: Status,
    /// Kind of license.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`.
    #[serde(rename = "LicenseType")]
    #[validate(nested)]
    pub license_type: LicenseType,
    /// Local path of the license file.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `LicenseType == "file"`.
    ///
    /// Sites: mainland; source: `saascenter_usermanual_0068`.
    #[serde(rename = "LicenseFilePath")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "license_type == \"file\"")]
    pub license_file_path: Option<String>,
    /// License text.
    ///
    /// Conditional; length not documented.
    ///
    /// Needed when `LicenseType == "string"`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649269`.
    #[redact]
    #[serde(rename = "LicenseContent")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "license_type == \"string\"")]
    pub license_content: Option<String>,
}

impl LicenseVerifyMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(status: Status, license_type: LicenseType) -> Self {
        Self {
            status,
            license_type,
            license_file_path: None,
            license_content: None,
        }
    }
}

/// An empty object in every example.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LicenseVerifyMessageComeBackParams {}

/// The message of `EVENT_OPENCLOUDFILE_RESULT`: Cloud file opened (打开云端文件事件).
///
/// Sites: mainland; source: `zh-cn_topic_0070649276`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OpenFileMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    pub operate: String,
    /// The file and how it was opened.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    #[validate(nested)]
    pub params: OpenFileMessageParams,
    /// An empty object in every example.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub come_back_params: OpenFileMessageComeBackParams,
}

impl OpenFileMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        params: OpenFileMessageParams,
        come_back_params: OpenFileMessageComeBackParams,
    ) -> Self {
        Self {
            operate: "OpenFile".into(),
            params,
            come_back_params,
        }
    }
}

/// The file and how it was opened.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OpenFileMessageParams {
    /// Absolute path of the file or, when a zip file was chosen, of the unpacked folder of the
    /// assembly.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    pub main_file: String,
    /// How the file was opened.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    #[validate(nested)]
    pub open_type: OpenType,
    /// State of the file. With CHECKIN and OpenOnly, saving to the cloud is not supported.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    #[validate(nested)]
    pub work_state: WorkState,
    /// Whether it is an assembly, as text.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649276`.
    #[validate(nested)]
    pub assembly: Assembly,
}

impl OpenFileMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        main_file: impl Into<String>,
        open_type: OpenType,
        work_state: WorkState,
        assembly: Assembly,
    ) -> Self {
        Self {
            main_file: main_file.into(),
            open_type,
            work_state,
            assembly,
        }
    }
}

/// An empty object in every example.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OpenFileMessageComeBackParams {}

/// The message of `EVENT_SAVE_RESULT`: Outcome of saving (保存结果回复事件).
///
/// Sites: mainland; source: `zh-cn_topic_0070649277`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SaveResultMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    pub operate: String,
    /// Outcome of saving.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub params: SaveResultMessageParams,
    /// An empty object in every example.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub come_back_params: SaveResultMessageComeBackParams,
}

impl SaveResultMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        params: SaveResultMessageParams,
        come_back_params: SaveResultMessageComeBackParams,
    ) -> Self {
        Self {
            operate: "SaveResult".into(),
            params,
            come_back_params,
        }
    }
}

/// Outcome of saving.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct SaveResultMessageParams {
    /// Whether the file was saved. The name begins with a small letter, unlike Status of
    /// `EVENT_LICENSE_VERIFY`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub status: Status,
}

impl SaveResultMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(status: Status) -> Self {
        Self { status }
    }
}

/// An empty object in every example.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct SaveResultMessageComeBackParams {}

/// The message of `EVENT_UPDATE`: User chose to upgrade (升级事件).
///
/// Sites: mainland; source: `zh-cn_topic_0070649273`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    pub operate: String,
    /// Kind of upgrade.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    #[validate(nested)]
    pub params: UpdateMessageParams,
    /// An empty object in every example.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub come_back_params: UpdateMessageComeBackParams,
}

impl UpdateMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        params: UpdateMessageParams,
        come_back_params: UpdateMessageComeBackParams,
    ) -> Self {
        Self {
            operate: "Update".into(),
            params,
            come_back_params,
        }
    }
}

/// Kind of upgrade.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpdateMessageParams {
    /// Whether the upgrade is forced, as text.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    #[validate(nested)]
    pub from_force_win: FromForceWin,
}

impl UpdateMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(from_force_win: FromForceWin) -> Self {
        Self { from_force_win }
    }
}

/// An empty object in every example.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UpdateMessageComeBackParams {}

/// The message of `EVENT_UPGRADENOTICE`: Outcome of the version check (升级事件).
///
/// Sites: mainland; source: `zh-cn_topic_0070649273`.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeNoticeMessage {
    /// Name of the message.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    pub operate: String,
    /// Outcome of the check.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    #[validate(nested)]
    pub params: UpgradeNoticeMessageParams,
    /// An empty object in every example.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649277`.
    #[validate(nested)]
    pub come_back_params: UpgradeNoticeMessageComeBackParams,
}

impl UpgradeNoticeMessage {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        params: UpgradeNoticeMessageParams,
        come_back_params: UpgradeNoticeMessageComeBackParams,
    ) -> Self {
        Self {
            operate: "UpgradeNotice".into(),
            params,
            come_back_params,
        }
    }
}

/// Outcome of the check.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UpgradeNoticeMessageParams {
    /// Whether there is a newer version. Accept both the boolean and the text `true` or
    /// `false`.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649273`.
    pub available: Value,
}

impl UpgradeNoticeMessageParams {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(available: Value) -> Self {
        Self { available }
    }
}

/// An empty object in every example.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UpgradeNoticeMessageComeBackParams {}
