// Written by `koo generate`; do not edit.

//! SaaS Access Guide V2.0 (New Products) (SaaS类商品接入指南 V2.0(新商品上架)).
//!
//! How the server of a merchant delivers SaaS products sold on KooGallery. The platform sends
//! signed POST requests to one production address per product. They create, query, renew,
//! freeze, upgrade and release instances, and the merchant answers each with a result code. The
//! requests carry ids only; what was bought is read from the order query, which belongs to the
//! open API.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `changeInstanceCheck` | Verifying a change upon renewal (续费变更校验) | [`ChangeInstanceCheckRequest`] |
//! | `newInstance` | Creating an instance (创建实例) | [`NewInstanceRequest`] |
//! | `queryInstance` | Querying instance information (查询实例信息) | [`QueryInstanceRequest`] |
//! | `refreshInstance` | Updating an instance (更新实例) | [`RefreshInstanceRequest`] |
//! | `releaseInstance` | Releasing an instance (释放实例) | [`ReleaseInstanceRequest`] |
//! | `updateInstanceStatus` | Updating the instance status (更新实例状态) | [`UpdateInstanceStatusRequest`] |
//! | `upgradeInstance` | Upgrading an instance (实例升级) | [`UpgradeInstanceRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `access_topic_0000008` | [常见问题](<https://support.huaweicloud.com/accessg-marketplace/access_topic_0000008.html>) | mainland | 2025-07-03 |
//! | `code_merchant_java` | Endpoint of a merchant in Java | intl | unknown |
//! | `code_merchant_ts` | Endpoint of a merchant in TypeScript | intl | unknown |
//! | `code_merchant_v1` | Utility class of a V1.0 merchant | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `en-us_topic_0000002464934193` | [Verifying a Change upon Renewal](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/en-us_topic_0000002464934193.html>) | intl | 2025-09-28 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `en-us_topic_0082027567` | FAQ | intl | unknown |
//! | `eu_000002` | Access Process | eu | 2023-07-25 |
//! | `eu_000003` | API Description | eu | 2025-03-13 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `eu_000009` | Creating an Instance | eu | 2025-03-13 |
//! | `eu_000010` | Querying Instance Information | eu | 2023-09-01 |
//! | `eu_000011` | Updating an Instance | eu | 2025-03-13 |
//! | `eu_000012` | Updating the Instance Status | eu | 2023-09-01 |
//! | `eu_000013` | Releasing an Instance | eu | 2023-09-01 |
//! | `eu_000014` | Upgrading an Instance | eu | 2023-09-01 |
//! | `eu_000016` | Debugging an API | eu | 2023-09-01 |
//! | `eu_sp_topic_000086` | Application Access Debugging and Case Management | eu | 2023-08-08 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_395ef846` | 查询实例信息/响应消息 | mainland | 2025-02-12 |
//! | `guide_4eef2101` | 创建实例 | mainland | unknown |
//! | `guide_7ced1457` | 更新实例状态/响应消息 | mainland | 2024-05-16 |
//! | `guide_9a4a49b3` | 接口说明/接口调用场景(下单) | mainland | 2025-02-12 |
//! | `saascenter_0086_0091` | HTTP Body签名, 更新实例, 更新实例状态, 释放实例 (industrial SaaS centre) | mainland | 2024-06-25 |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `topic_0070649085` | [Access Process](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649085.html>) | intl | 2025-09-28 |
//! | `topic_0070649086` | [Interface Description](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649086.html>) | intl | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649092` | [Creating an Instance](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649092.html>) | intl | 2025-10-09 |
//! | `topic_0070649093` | [Querying Instance Information](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649093.html>) | intl | 2025-11-18 |
//! | `topic_0070649094` | [Updating an Instance](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649094.html>) | intl | unknown |
//! | `topic_0070649095` | [Updating the Instance Status](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649095.html>) | intl | 2025-10-09 |
//! | `topic_0070649096` | [Releasing an Instance](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649096.html>) | intl | 2024-06-12 |
//! | `topic_0070649097` | [Upgrading an Instance](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649097.html>) | intl | 2025-10-09 |
//! | `topic_0070649098` | [Interface Debugging](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649098.html>) | intl | 2025-09-28 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `zh-cn_topic_0000001945216782` | [SaaS类接入示例工程 V2.0](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0000001945216782.html>) | mainland | 2025-09-09 |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0000002411753620` | [续费变更校验](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0000002411753620.html>) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649282` | 接口说明 | mainland | 2023-12-26 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649414` | [接口说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649414.html>) | mainland | 2025-12-16 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649427` | [创建实例](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649427.html>) | mainland | 2025-09-09 |
//! | `zh-cn_topic_00706494271` | [创建实例](<https://support.huaweicloud.com/usermanual-marketplace/zh-cn_topic_00706494271.html>) | mainland | 2025-12-30 |
//! | `zh-cn_topic_0070649428` | [查询实例信息](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649428.html>) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649429` | [更新实例](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649429.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649430` | [更新实例状态](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649430.html>) | mainland | 2025-07-29 |
//! | `zh-cn_topic_0070649431` | [释放实例](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649431.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649432` | [实例升级](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649432.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |

mod change_instance_check;
mod codes;
mod new_instance;
mod query_instance;
mod refresh_instance;
mod release_instance;
mod types;
mod update_instance_status;
mod upgrade_instance;

#[doc(inline)]
pub use crate::common::instance::InstanceStatus;
#[doc(inline)]
pub use crate::common::signatures::{BodySign, UrlSignature};

pub use change_instance_check::*;
pub use codes::*;
pub use new_instance::*;
pub use query_instance::*;
pub use refresh_instance::*;
pub use release_instance::*;
pub use types::*;
pub use update_instance_status::*;
pub use upgrade_instance::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
