// Written by `koo generate`; do not edit.

//! Joint-operation License products delivered by authorization code, access guide 2.0
//! (联营License类授权码商品接入指南(2.0版本)).
//!
//! How a merchant delivers License products by authorization code. The platform makes an
//! authorization code for every License resource that is bought and gives it to the buyer and
//! to the merchant; the merchant neither makes nor uploads codes. The merchant calls open
//! interfaces to activate a code and to ask for its status and expiry, and may report how much
//! the software is used. If the merchant supplies a production address, the platform also sends
//! signed notices there when a code is renewed, frozen, unfrozen or released.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `activateLicense` | Activating authorization codes (激活授权码(必选)) | [`ActivateLicenseRequest`] |
//! | `activateLicenseV1` | Activating authorization codes: Single code (激活授权码(必选)) | [`ActivateLicenseV1Request`] |
//! | `activateLicenseV2` | Activating authorization codes: Batch (激活授权码(必选)) | [`ActivateLicenseV2Request`] |
//! | `queryLicense` | Querying authorization codes (查询授权码(必选)) | [`QueryLicenseRequest`] |
//! | `queryLicenseV1` | Querying authorization codes: Single code (查询授权码(必选)) | [`QueryLicenseV1Request`] |
//! | `queryLicenseV2` | Querying authorization codes: Batch (查询授权码(必选)) | [`QueryLicenseV2Request`] |
//! | `refreshLicenseCode` | Updating the validity of an authorization code (更新授权码有效期(可选)) | [`RefreshLicenseCodeRequest`] |
//! | `releaseLicenseCode` | Releasing an authorization code (释放授权码(可选)) | [`ReleaseLicenseCodeRequest`] |
//! | `reportSoftwareUsage` | Reporting the usage of the software (授权码软件使用统计(可选)) | [`ReportSoftwareUsageRequest`] |
//! | `updateLicenseCodeStatus` | Changing the status of an authorization code (变更授权码状态(可选)) | [`UpdateLicenseCodeStatusRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_hw_license_controller` | Controller of a merchant in C# for the three notices | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `devg-apisign_api-sign-algorithm-001` | API签名指南 - API签名认证机制 | mainland | 2025-01-24 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `gem_gateway_sdk` | JackieHow/huawei\_cloud\_store\_gateway\_sdk | mainland | unknown |
//! | `guide_22b6fdfe` | 激活授权码 | mainland | 2025-05-23 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_74767911` | 公共错误码 | mainland | unknown |
//! | `guide_category_6d9ba37b` | 公共错误码 | mainland | unknown |
//! | `guide_category_925e9086` | 领取授权码操作步骤 | mainland | unknown |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `signer_go` | huaweicloud/huaweicloud-sdk-go-v3 core/auth/signer/signer.go | mainland | unknown |
//! | `signer_py` | huaweicloud/huaweicloud-sdk-python-v3 huaweicloudsdkcore/signer/signer.py | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0000002290055385` | 授权码软件使用统计(可选) | mainland | 2025-10-15 |
//! | `zh-cn_topic_0000002290378605` | 管理应用资产 | mainland | unknown |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649167` | 更新授权码有效期(可选) | mainland | unknown |
//! | `zh-cn_topic_0070649168` | 变更授权码状态(可选) | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649169` | 释放授权码(可选) | mainland | unknown |
//! | `zh-cn_topic_0070649172` | 商家接入接口说明 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649173` | 授权码交付简介 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649187` | 接口安全令牌 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649189` | 调用结果码说明 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649191` | 接口兼容性说明 | mainland | 2023-05-26 |
//! | `zh-cn_topic_0070649244` | 激活授权码(必选) | mainland | 2025-05-22 |
//! | `zh-cn_topic_0070649245` | 查询授权码(必选) | mainland | 2025-07-03 |
//! | `zh-cn_topic_0070649247` | 接口要求 | mainland | 2023-05-23 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649463` | 公共请求消息头参数 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649470` | 请求签名流程 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |
//! | `zh-cn_topic_0070649478` | 接口调试 | mainland | 2025-11-13 |

mod activate_license;
mod activate_license_v1;
mod activate_license_v2;
mod codes;
mod query_license;
mod query_license_v1;
mod query_license_v2;
mod refresh_license_code;
mod release_license_code;
mod report_software_usage;
mod types;
mod update_license_code_status;

#[doc(inline)]
pub use crate::common::sdk_hmac::SdkHmac;
#[doc(inline)]
pub use crate::common::signatures::UrlSignature;
#[doc(inline)]
pub use crate::common::test_flag::TestFlag;

pub use activate_license::*;
pub use activate_license_v1::*;
pub use activate_license_v2::*;
pub use codes::*;
pub use query_license::*;
pub use query_license_v1::*;
pub use query_license_v2::*;
pub use refresh_license_code::*;
pub use release_license_code::*;
pub use report_software_usage::*;
pub use types::*;
pub use update_license_code_status::*;

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
