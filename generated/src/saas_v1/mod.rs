// Written by `koo generate`; do not edit.

//! SaaS Access Guide V1.0 (Deprecated) (SaaS类商品接入指南
//! V1.0(已下线):通用和自服务SaaS类商品接入指南 V1.0、联营SaaS类商品接入指南 V1.0(基础接口)).
//!
//! How the server of a merchant delivers SaaS products that were published under V1.0. The
//! platform sends signed GET requests, with everything in the query, to one production address
//! per product. They create, renew, freeze, release, upgrade and query instances, and the
//! merchant answers each with signed JSON. The guide holds the general and self-service
//! products and the base interfaces of joint-operation products. New products use V2.0;
//! products on sale with V1.0 are still called and probed.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `expireInstance` | Expiration (商品过期) | [`ExpireInstanceRequest`] |
//! | `instanceStatus` | Resource status change (资源状态变更) | [`InstanceStatusRequest`] |
//! | `newInstance` | Subscription (新购商品) | [`NewInstanceRequest`] |
//! | `queryInstance` | Instance Query (查询实例信息) | [`QueryInstanceRequest`] |
//! | `refreshInstance` | Renewal (商品续费) | [`RefreshInstanceRequest`] |
//! | `releaseInstance` | Resource Release (商品资源释放) | [`ReleaseInstanceRequest`] |
//! | `upgrade` | Upgrade (商品升级) | [`UpgradeRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `blog_14630799` | Article of a developer with a request class that follows the table of 2021 | mainland | 2021-04 |
//! | `code_java_service` | Service class of a merchant in Java | mainland | unknown |
//! | `code_java_tenant_order` | Code of a merchant in Java that stores the parameters of a purchase | mainland | unknown |
//! | `code_java_utility` | Utility class and controller of a merchant in Java | mainland | unknown |
//! | `code_java_welink` | Data class of a WeLink merchant in Java | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `code_official_sample_v1` | Public repository that holds the official Java sample class | mainland | unknown |
//! | `code_python_get_license` | Handler of a merchant in Python for getLicense | mainland | unknown |
//! | `code_python_tornado` | Handler of a merchant in Python | mainland | unknown |
//! | `en-us_topic_0070649013` | Subscription | intl | 2025-11-27 |
//! | `en-us_topic_0070649014` | Renewal | intl | 2025-01-17 |
//! | `en-us_topic_0070649055` | Expiration | intl | 2025-01-17 |
//! | `en-us_topic_0070649056` | Resource Release | intl | 2025-11-18 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649058` | Interface Debugging | intl | 2025-10-09 |
//! | `en-us_topic_0070649066` | authToken Value | intl | 2022-06-27 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `en-us_topic_0070649069` | Resource status change | intl | 2023-12-04 |
//! | `en-us_topic_0082027567` | FAQs | intl | 2022-06-27 |
//! | `en-us_topic_0182376880` | Interface Functions | intl | 2025-11-18 |
//! | `en-us_topic_0213512664` | Upgrade | intl | unknown |
//! | `en-us_topic_0272347033` | Java sample, complete class | intl | 2025-11-18 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `guide_00a3aa73` | 新购商品 | mainland | unknown |
//! | `guide_060db51a` | 查询实例信息 | mainland | 2024-07-17 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_7170f58a` | 查询实例信息 | mainland | unknown |
//! | `guide_d1455308` | 接口功能及说明 | mainland | unknown |
//! | `imc_01_0005` | distributed-devg-v2-imc, list of production interfaces | mainland | unknown |
//! | `jvm_check` | Key derivation and encryption run on OpenJDK 17 (SUN provider) | mainland | unknown |
//! | `saas_topic_0000001` | 接口功能及说明 | mainland | 2025-11-13 |
//! | `saascenter_usermanual_0127` | auth Token取值说明 | mainland | unknown |
//! | `saascenter_usermanual_0131` | 新购商品 | mainland | unknown |
//! | `saascenter_usermanual_0132` | 商品续费 | mainland | unknown |
//! | `saascenter_usermanual_0134` | 商品资源释放 | mainland | unknown |
//! | `saascenter_usermanual_0135` | 商品升级 | mainland | unknown |
//! | `saascenter_usermanual_0136` | 资源状态变更 | mainland | unknown |
//! | `saascenter_usermanual_0137` | 查询实例信息 | mainland | unknown |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `sp_topic_0000120` | SaaS V1.0 interface list in another manual | intl | 2024-11-22 |
//! | `topic_0070649081` | Instance Query | intl | 2024-06-12 |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `upgrade_fragments` | Fragments about upgrades on site-search pages | mainland | unknown |
//! | `zh-cn_topic_0000001297828992` | 商品升级 | mainland | unknown |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649013` | 新购商品 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649014` | 商品续费 | mainland | unknown |
//! | `zh-cn_topic_0070649055` | 商品过期 | mainland | unknown |
//! | `zh-cn_topic_0070649056` | 商品资源释放 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649061` | Java sample: ISV Server验证所有的通知请求 (GET) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649063` | Java sample: encrypting user name and password | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649064` | Java sample: decrypting phone and e-mail | mainland | unknown |
//! | `zh-cn_topic_0070649066` | authToken取值说明 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649135` | auth Token取值说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649156` | auth Token取值说明 | mainland | 2023-04-21 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649159` | Java sample: ISV Server验证所有的post body通知请求 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649180` | 商品续费 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649181` | 商品过期 | mainland | unknown |
//! | `zh-cn_topic_0070649185` | 查询实例信息 | mainland | 2024-07-17 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649407` | 资源状态变更 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |
//! | `zh-cn_topic_0082027567` | 常见问题 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0213512664` | 商品升级 | mainland | unknown |
//! | `zh-cn_topic_0272346898` | Java代码示例 | mainland | 2023-04-21 |

mod ciphers;
mod codes;
mod expire_instance;
mod instance_status;
mod new_instance;
mod query_instance;
mod refresh_instance;
mod release_instance;
mod types;
mod upgrade;

#[doc(inline)]
pub use crate::common::auth_token::AuthToken;
#[doc(inline)]
pub use crate::common::signatures::BodySign;

pub use ciphers::*;
pub use codes::*;
pub use expire_instance::*;
pub use instance_status::*;
pub use new_instance::*;
pub use query_instance::*;
pub use refresh_instance::*;
pub use release_instance::*;
pub use types::*;
pub use upgrade::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
