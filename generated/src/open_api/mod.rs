// Written by `koo generate`; do not edit.

//! KooGallery open interfaces (云商店开放接口).
//!
//! What a merchant may ask of the platform and report to it. The order query tells what was
//! bought and by whom, the usage push reports the consumption of pay-per-use products, and the
//! upload of a string or file delivers the result of an asynchronous event. Two calls in the
//! other direction belong here as well, which are the order notification and the back end of a
//! product that is sold through the Agents gateway. Instances, joint-operations kits and
//! licenses have guides of their own.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `agentsBackendTokens` | Back end behind the Agents gateway: Metered by tokens (Agents网关类商品后端接口) | [`AgentsBackendTokensRequest`] |
//! | `agentsBackendImages` | Back end behind the Agents gateway: Metered by images (Agents网关类商品后端接口) | [`AgentsBackendImagesRequest`] |
//! | `agentsBackendVideo` | Back end behind the Agents gateway: Metered by video seconds (Agents网关类商品后端接口) | [`AgentsBackendVideoRequest`] |
//! | `agentsBackendSpeech` | Back end behind the Agents gateway: Metered by speech seconds (Agents网关类商品后端接口) | [`AgentsBackendSpeechRequest`] |
//! | `agentsBackendText` | Back end behind the Agents gateway: Metered by bytes or characters (Agents网关类商品后端接口) | [`AgentsBackendTextRequest`] |
//! | `orderNotify` | Order notification (订单通知接口) | [`OrderNotifyRequest`] |
//! | `pushUsageLegacyV1` | Usage push, oldest address (按需使用量推送 (最早版本)) | [`PushUsageLegacyV1Request`] |
//! | `pushUsageNew` | Usage push (new) (按需使用量推送(新)) | [`PushUsageNewRequest`] |
//! | `pushUsageOld` | Usage push (old) (按需使用量推送(旧)) | [`PushUsageOldRequest`] |
//! | `queryDeployedAssets` | Querying deployed assets (查询云商店托管资产 (自动部署 Terraform 数据源)) | [`QueryDeployedAssetsRequest`] |
//! | `queryOrder` | Querying an order (查询订单) | [`QueryOrderRequest`] |
//! | `uploadEventFile` | Uploading a string or a file (字符串/文件流上传) | [`UploadEventFileRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `access_topic_0000008` | 常见问题 | mainland | unknown |
//! | `code-golangsdk-mkp` | Go SDK, request and response types of the deployed-object call | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `devg-apisign_api-sign-algorithm-001` | API签名指南 - API签名认证机制 | mainland | 2025-01-24 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `eu_en-us_topic_000033` | Querying an Order | eu | 2025-03-13 |
//! | `gem_gateway_sdk` | JackieHow/huawei\_cloud\_store\_gateway\_sdk | mainland | unknown |
//! | `guide_0dff4d8a-support0` | 云商店-查询订单:错误码 | mainland | 2024-11-21 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_74767911-support0` | 公共错误码 | mainland | unknown |
//! | `guide_category_29d6938a` | HTTP Body签名 | mainland | unknown |
//! | `intl_topic_0070649082` | Usage Push (Old) | intl | unknown |
//! | `intl_topic_0070649083` | Usage Push (New) | intl | 2025-11-18 |
//! | `intl_topic_0070649110` | APIGW Error Codes | intl | 2024-05-09 |
//! | `intl_topic_0070649116` | Querying an Order | intl | 2024-08-20 |
//! | `intl_topic_0070649117` | Pushing the Pay-per-Use Resource Usage (New) | intl | 2025-11-18 |
//! | `merchant_push_v1` | Java code of a merchant that pushes usage to the oldest address | mainland | unknown |
//! | `merchant_query_order` | Java test of a merchant that pastes a real answer for a mock order | mainland | 2024-11-21 |
//! | `mpintro_zh-cn_topic_0000001911267757` | 查询订单 | mainland | unknown |
//! | `saascenter_usermanual_0113` | 查询订单 (industrial SaaS centre) | mainland | unknown |
//! | `saascenter_usermanual_0114` | 字符串/文件流上传 (industrial SaaS centre) | mainland | unknown |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `signer_go` | huaweicloud/huaweicloud-sdk-go-v3 core/auth/signer/signer.go | mainland | unknown |
//! | `signer_py` | huaweicloud/huaweicloud-sdk-python-v3 huaweicloudsdkcore/signer/signer.py | mainland | unknown |
//! | `skill_marketplace` | Listing "huaweicloud-marketplace" of six interfaces for buyers | mainland | unknown |
//! | `tf_koogallery_assets` | huaweicloud/terraform-provider-huaweicloud, data source koogallery\_assets | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `usermanual_zh-cn_topic_0000002091799149` | 订单通知功能说明 | mainland | 2025-12-30 |
//! | `usermanual_zh-cn_topic_0000002497812372` | 查询订单 | mainland | unknown |
//! | `usermanual_zh-cn_topic_0000002497990256` | Agents网关类商品技术对接方案 | mainland | 2026-04-10 |
//! | `usermanual_zh-cn_topic_0000002529772299` | 公共请求消息头参数 | mainland | 2025-12-30 |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0000002091799149` | 订单通知 - 接口功能及说明 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0000002091799153` | 订单通知接口描述 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0000002091917705` | 订单通知 - 接口安全令牌 | mainland | unknown |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649186` | 云商店-按需使用量推送:响应消息 | mainland | 2023-11-09 |
//! | `zh-cn_topic_0070649242` | 公共请求消息头参数 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649285` | authToken取值说明 (接口整体要求) | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649347` | 公共请求消息头参数 | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649350` | 查询订单 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649351` | 字符串/文件流上传 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649352` | 公共错误码 | mainland | 2023-12-25 |
//! | `zh-cn_topic_0070649410` | 按需使用量推送(新) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649411` | 按需使用量推送(旧) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649463` | 公共请求消息头参数 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649466` | 查询订单 | mainland | unknown |
//! | `zh-cn_topic_0070649470` | 请求签名流程 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |

mod agents_backend_images;
mod agents_backend_speech;
mod agents_backend_text;
mod agents_backend_tokens;
mod agents_backend_video;
mod codes;
mod order_notify;
mod push_usage_legacy_v1;
mod push_usage_new;
mod push_usage_old;
mod query_deployed_assets;
mod query_order;
mod schemes;
mod types;
mod upload_event_file;

#[doc(inline)]
pub use crate::common::deployed_objects::{
    DeployedImage, DeployedObject, DeployedPackage, DeployedType,
};
#[doc(inline)]
pub use crate::common::sdk_hmac::SdkHmac;
#[doc(inline)]
pub use crate::common::signatures::UrlSignature;

pub use agents_backend_images::*;
pub use agents_backend_speech::*;
pub use agents_backend_text::*;
pub use agents_backend_tokens::*;
pub use agents_backend_video::*;
pub use codes::*;
pub use order_notify::*;
pub use push_usage_legacy_v1::*;
pub use push_usage_new::*;
pub use push_usage_old::*;
pub use query_deployed_assets::*;
pub use query_order::*;
pub use schemes::*;
pub use types::*;
pub use upload_event_file::*;

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
