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
mod get_license_async;
mod new_instance;
mod refresh_instance;
mod release_instance;
mod schemes;
mod types;
mod update_instance_status;
mod upload_license;

pub use codes::*;
pub use get_license_async::*;
pub use new_instance::*;
pub use refresh_instance::*;
pub use release_instance::*;
pub use schemes::*;
pub use types::*;
pub use update_instance_status::*;
pub use upload_license::*;

#[cfg(feature = "mock")]
mod examples;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "mock")]
pub mod platform;

#[cfg(feature = "server")]
pub mod server;
