// Written by `koo generate`; do not edit.

//! Joint-operation License products, access guide for client software
//! (联营License客户端软件对接指南).
//!
//! How a merchant licenses desktop software, above all industrial software, online. The guide
//! has two halves. A production server of the merchant answers signed requests that create,
//! update, freeze and release instances and ask for licenses; the license itself is made
//! afterwards and pushed to the platform as text or as a file. The application is linked with
//! the C++ SDK of ISCDesk, the desktop client of the industrial software zone. Through it, it
//! asks for its license, checks the license by its own means and reports the outcome, and it
//! may use cloud files and upgrades.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `getLicenseAsync` | Requesting a license asynchronously (异步申请License) | [`GetLicenseAsyncRequest`] |
//! | `newInstance` | Creating an instance (创建实例) | [`NewInstanceRequest`] |
//! | `refreshInstance` | Updating an instance (更新实例) | [`RefreshInstanceRequest`] |
//! | `releaseInstance` | Releasing an instance (释放实例) | [`ReleaseInstanceRequest`] |
//! | `updateInstanceStatus` | Changing the status of an instance (更新实例状态) | [`UpdateInstanceStatusRequest`] |
//! | `uploadLicense` | Uploading a license as text or as a file (字符串/文件流上传) | [`UploadLicenseRequest`] |
//!
//! # Functions of the SDK
//!
//! | function | what it does | takes | gives back |
//! | --- | --- | --- | --- |
//! | `CheckNewVersions` | Asks whether there is a newer version. Call it as \`invoker->CheckNewVersions()\`. The answer arrives as EVENT\_UPGRADENOTICE, and EVENT\_UPDATE follows when the user chooses to upgrade. |  |  |
//! | `GetLicenseFileRequest` | Asks ISCDesk for a license file, usually when the application starts. Call it as \`invoker->GetLicenseFileRequest(fileName, devInfo)\`. The answer arrives as EVENT\_LICENSE\_VERIFY. | [`GetLicenseFileRequestArguments`] |  |
//! | `GetLicenseStringRequest` | Asks ISCDesk for a license text, usually when the application starts. Call it as \`invoker->GetLicenseStringRequest(devInfo)\`. The answer arrives as EVENT\_LICENSE\_VERIFY. | [`GetLicenseStringRequestArguments`] |  |
//! | `GetSolution` | Runs a solver job in the cloud. Call it as \`invoker->GetSolution(filePath)\`. | [`GetSolutionArguments`] |  |
//! | `Init` | Connects to ISCDesk and initialises the SDK. Call it before anything else, as \`invoker.IscdeskFactory()->Init()\`. |  |  |
//! | `LicenseVerifyNotify` | Tells ISCDesk whether the license proved valid. Call it as \`invoker->LicenseVerifyNotify(verifyResult, errorMsg)\` after the application has checked the license by its own means. | [`LicenseVerifyNotifyArguments`] |  |
//! | `OpenCloudFile` | Opens the browser for cloud files of ISCDesk. Call it as \`invoker->OpenCloudFile()\`. The choice of the user arrives as EVENT\_OPENCLOUDFILE\_RESULT. |  |  |
//! | `RegisterEventRecall` | Registers the function that receives events. Call it as \`invoker->RegisterEventRecall(object, member function)\` after Init. Never call ShutOut inside the registered function, because that blocks for ever. |  |  |
//! | `Save` | Saves to the cloud. Call it as \`invoker->Save(path)\`, or \`invoker->Save(path, true)\` for an assembly, after saving locally. Folder and file of an assembly must have the same name, or the upload fails, and the folder must hold every part file the assembly depends on. The outcome arrives as EVENT\_SAVE\_RESULT. | [`SaveArguments`] |  |
//! | `SelectSaveAsPath` | Saves to the cloud under another name or in another place. Call it as \`invoker->SelectSaveAsPath(filePath)\`, or with a second argument true for an assembly. The outcome arrives as EVENT\_SAVE\_RESULT. | [`SelectSaveAsPathArguments`] |  |
//! | `ShutOut` | Disconnects from ISCDesk and frees resources. Call it as \`invoker->ShutOut()\` before the application closes, and never inside the function that receives events. |  |  |
//! | `UpgradeNotify` | Answers the notice of an upgrade that is not forced. Call it as \`invoker->UpgradeNotify(bUpgrade)\`. ISCDesk upgrades after the application has quit. | [`UpgradeNotifyArguments`] |  |
//!
//! # Events of the SDK
//!
//! | event | when it occurs | message |
//! | --- | --- | --- |
//! | `EVENT_LICENSE_VERIFY` | Answers GetLicenseFileRequest and GetLicenseStringRequest with the license, or says that none was obtained. Check the license and report the outcome with LicenseVerifyNotify. | [`LicenseVerifyMessage`] |
//! | `EVENT_OPENCLOUDFILE_RESULT` | Answers OpenCloudFile with what the user chose. A file that was checked in and opened only cannot be saved to the cloud. | [`OpenFileMessage`] |
//! | `EVENT_SAVE_RESULT` | Answers Save and SelectSaveAsPath. | [`SaveResultMessage`] |
//! | `EVENT_UPDATE` | The user chose to upgrade in ISCDesk. A forced upgrade is made after the application has closed; for another one the application decides and answers with UpgradeNotify. | [`UpdateMessage`] |
//! | `EVENT_UPGRADENOTICE` | Answers CheckNewVersions. | [`UpgradeNoticeMessage`] |
//! | `EVENT_UPLOAD_END` | The upload has ended, and the file may be saved again. | not documented |
//! | `EVENT_UPLOAD_START` | The upload of Save or SelectSaveAsPath begins. The application should forbid saving that file until EVENT\_UPLOAD\_END. | not documented |
//! | `client-closed` | Named in the list of events and nowhere else. The id of this entry is made up. | not documented |
//! | `heartbeat-reply` | Named in the list of events and nowhere else. The id of this entry is made up. | not documented |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `devg-apisign_api-sign-algorithm-001` | API签名指南 - API签名认证机制 | mainland | 2025-01-24 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `gem_gateway_sdk` | JackieHow/huawei\_cloud\_store\_gateway\_sdk | mainland | unknown |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_31e68ffb` | 释放实例 | mainland | unknown |
//! | `saascenter_usermanual_0063` | Sdk::Init | mainland | 2024-04-30 |
//! | `saascenter_usermanual_0068` | Sdk::GetLicenseFileRequest | mainland | 2024-04-30 |
//! | `saascenter_usermanual_0070` | Sdk::LicenseVerifyNotify | mainland | 2024-04-30 |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `signer_go` | huaweicloud/huaweicloud-sdk-go-v3 core/auth/signer/signer.go | mainland | unknown |
//! | `signer_py` | huaweicloud/huaweicloud-sdk-python-v3 huaweicloudsdkcore/signer/signer.py | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649251` | 创建实例 | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649252` | 更新实例 | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649253` | 更新实例状态 | mainland | unknown |
//! | `zh-cn_topic_0070649255` | 异步申请License | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649260` | 工业软件接入ISCDesk | mainland | 2024-03-08 |
//! | `zh-cn_topic_0070649265` | Sdk::RegisterEventRecall | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649268` | License相关 | mainland | 2024-01-23 |
//! | `zh-cn_topic_0070649269` | Sdk::GetLicenseStringRequest | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649273` | Sdk::CheckNewVersions | mainland | 2024-02-20 |
//! | `zh-cn_topic_0070649274` | Sdk::UpgradeNotify | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649276` | Sdk::OpenCloudFile | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649277` | Sdk::Save | mainland | 2024-01-19 |
//! | `zh-cn_topic_0070649282` | 接口说明 | mainland | 2023-12-26 |
//! | `zh-cn_topic_0070649285` | authToken取值说明 | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649288` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649351` | 字符串/文件流上传 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649352` | 公共错误码 | mainland | unknown |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649463` | 公共请求消息头参数 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649470` | 请求签名流程 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |

mod codes;
mod events;
mod functions;
mod get_license_async;
mod new_instance;
mod refresh_instance;
mod release_instance;
mod texts;
mod types;
mod update_instance_status;
mod upload_license;

#[doc(inline)]
pub use crate::common::instance::InstanceStatus;
#[doc(inline)]
pub use crate::common::sdk_hmac::SdkHmac;
#[doc(inline)]
pub use crate::common::signatures::UrlSignature;
#[doc(inline)]
pub use crate::common::test_flag::TestFlag;

pub use codes::*;
pub use events::*;
pub use functions::*;
pub use get_license_async::*;
pub use new_instance::*;
pub use refresh_instance::*;
pub use release_instance::*;
pub use texts::*;
pub use types::*;
pub use update_instance_status::*;
pub use upload_license::*;

#[cfg(feature = "client")]
pub mod client;

#[cfg(feature = "mock")]
mod examples;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "mock")]
pub mod platform;

#[cfg(feature = "server")]
pub mod server;
