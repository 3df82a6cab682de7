// Written by `koo generate`; do not edit.

//! Automatic deployment access guide (自动部署接入指南).
//!
//! How a merchant lets buyers deploy a product by themselves. The merchant hands in a Terraform
//! template and, for License products, a software package. The Resource Formation Service (RFS)
//! of the platform builds a stack from them in the account of the buyer. The platform calls no
//! interface of the merchant; the only call to the platform stands behind the Terraform data
//! source that finds the package or image of an asset.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `getDeployedObject` | Query the deployed objects of an asset (查询资产部署物 (data source huaweicloud\_koogallery\_assets)) | [`GetDeployedObjectRequest`] |
//! | `parseTemplateVariables` | RFS: parse template variables (RFS 解析模板参数) | [`ParseTemplateVariablesRequest`] |
//!
//! # Functions of the SDK
//!
//! | function | what it does | takes | gives back |
//! | --- | --- | --- | --- |
//! | `huaweicloud_koogallery_assets` | Finds the software package or the image of an asset inside a template. The provider marks it as internal. Of the two object lists, the one that does not apply has one element with empty texts. | [`HuaweicloudKoogalleryAssetsArguments`] | [`HuaweicloudKoogalleryAssetsResult`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `api-aos-ErrorCode` | RFS 错误码 | mainland | unknown |
//! | `code-golangsdk-mkp` | Go SDK, request and response types of the deployed-object call | mainland | unknown |
//! | `devg-apisign_api-sign-algorithm-001` | API签名指南 - API签名认证机制 | mainland | 2025-01-24 |
//! | `en-us_topic_0070649077` | Sample Code | intl | 2024-03-05 |
//! | `gem_gateway_sdk` | JackieHow/huawei\_cloud\_store\_gateway\_sdk | mainland | unknown |
//! | `guide-4736a17e` | RFS 解析模板参数 | mainland | unknown |
//! | `guide-8480ee40` | 资源编排 best practice, older list of modules | mainland | unknown |
//! | `provider-huaweicloud_koogallery_assets` | Terraform provider documentation of the data source huaweicloud\_koogallery\_assets | mainland | unknown |
//! | `rf_05_0024` | RFS 多语义化 | mainland | 2023-10-26 |
//! | `rf_05_0025` | RFS 参数预加载 | mainland | 2025-10-13 |
//! | `rf_05_0026` | RFS Extension简介 | mainland | 2023-10-26 |
//! | `rf_05_0028` | RFS 模板约束与限制 | mainland | unknown |
//! | `search_snippets` | Fragments of the guide quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `signer_go` | huaweicloud/huaweicloud-sdk-go-v3 core/auth/signer/signer.go | mainland | unknown |
//! | `signer_py` | huaweicloud/huaweicloud-sdk-python-v3 huaweicloudsdkcore/signer/signer.py | mainland | unknown |
//! | `tf_koogallery_assets` | huaweicloud/terraform-provider-huaweicloud, data source koogallery\_assets | mainland | unknown |
//! | `zh-cn_topic_0000002290378605` | 管理应用资产 | mainland | unknown |
//! | `zh-cn_topic_0070649075` | 开发自动部署模板 | intl | 2025-11-18 |
//! | `zh-cn_topic_0070649327` | 软件包制作 | mainland | 2023-12-01 |
//! | `zh-cn_topic_0070649328` | 开发自动部署模板 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649463` | 公共请求消息头参数 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649468` | 获取软件包下载地址 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649470` | 请求签名流程 | mainland | 2024-12-25 |

mod artifacts;
mod functions;
mod get_deployed_object;
mod parse_template_variables;
mod types;

#[doc(inline)]
pub use crate::common::deployed_objects::{
    DeployedImage, DeployedObject, DeployedPackage, DeployedType,
};
#[doc(inline)]
pub use crate::common::sdk_hmac::SdkHmac;

pub use artifacts::*;
pub use functions::*;
pub use get_deployed_object::*;
pub use parse_template_variables::*;
pub use types::*;

#[cfg(feature = "client")]
pub mod client;

#[cfg(feature = "mock")]
mod examples;

#[cfg(feature = "mock")]
pub mod platform;
