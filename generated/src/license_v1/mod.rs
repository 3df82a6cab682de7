// Written by `koo generate`; do not edit.

//! Joint-operation License products, access guide (offline)
//! (联营License类商品接入指南(已下线)).
//!
//! How the server of a merchant delivered licenses before License 2.0. The platform sends
//! signed GET requests, with everything in the query, to one production address, and the
//! merchant answers with the text of the license. The interfaces obtain, renew, expire and
//! release a license; the oldest edition could only obtain one.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `expireLicense` | Expire a license (License过期) | [`ExpireLicenseRequest`] |
//! | `getLicense` | Obtain a license (new purchase) (获取License) | [`GetLicenseRequest`] |
//! | `refreshLicense` | Renew a license (License续费) | [`RefreshLicenseRequest`] |
//! | `releaseLicense` | Release a license (License释放) | [`ReleaseLicenseRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_java_service` | Service class of a merchant in Java | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `code_python_get_license` | Handler of a merchant in Python for getLicense | mainland | unknown |
//! | `code_python_tornado` | Handler of a merchant in Python | mainland | unknown |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649066` | authToken Value | intl | 2022-06-27 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `expire_license_fragment` | License过期 | mainland | unknown |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_bc03420c` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `guide_e8050184` | 获取License | mainland | 2024-07-31 |
//! | `imc_01_0038` | 对接License接口 | mainland | 2023-09-28 |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `zh-cn_topic_0000001353181669` | 获取License | mainland | unknown |
//! | `zh-cn_topic_0000001353261785` | License释放 | mainland | unknown |
//! | `zh-cn_topic_0000001353381237` | License续费 | mainland | unknown |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649061` | Java sample: ISV Server验证所有的通知请求 (GET) | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649066` | authToken取值说明 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649135` | auth Token取值说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649153` | 接口功能及说明 | mainland | unknown |
//! | `zh-cn_topic_0070649156` | auth Token取值说明 | mainland | 2023-04-21 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |
//! | `zh-cn_topic_0082027567` | 常见问题 | mainland | 2025-11-13 |

mod codes;
mod expire_license;
mod get_license;
mod refresh_license;
mod release_license;
mod types;

#[doc(inline)]
pub use crate::common::auth_token::AuthToken;
#[doc(inline)]
pub use crate::common::signatures::BodySign;

pub use codes::*;
pub use expire_license::*;
pub use get_license::*;
pub use refresh_license::*;
pub use release_license::*;
pub use types::*;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "server")]
pub mod server;
