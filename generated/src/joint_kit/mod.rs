// Written by `koo generate`; do not edit.

//! Joint operations kit and joint account login (联营Kit接口与联营账号登录).
//!
//! How the server of a merchant takes part in joint operation. Five sync interfaces tell it
//! which enterprise (tenant), application credential, departments and users belong to an order
//! of a joint product. The users then log in through the authentication centre of their
//! enterprise with OAuth 2.0 or CAS 3.0. The sync interfaces exist in two versions. V2.0 is for
//! new products and signs with x-sign headers; V1.0 signs with an `authToken` header and is
//! still used by older products and by OrgID.
//!
//! | interface | title | request |
//! | --- | --- | --- |
//! | `allOrgSync` | Department full sync (部门全量同步) | [`AllOrgSyncRequest`] |
//! | `allOrgSyncV1` | Department full sync (V1.0) (组织部门信息同步(全量)) | [`AllOrgSyncV1Request`] |
//! | `allOrgSyncV1Decoded` | Department full sync (V1.0): The list inside the text (组织部门信息同步(全量)) | [`AllOrgSyncV1DecodedRequest`] |
//! | `applicationSync` | Application credential sync (应用同步) | [`ApplicationSyncRequest`] |
//! | `applicationSyncV1` | Application credential sync (V1.0) (租户应用信息同步接口) | [`ApplicationSyncV1Request`] |
//! | `authSync` | User authorisation sync (用户授权同步) | [`AuthSyncRequest`] |
//! | `authSyncV1` | User authorisation sync (V1.0) (租户应用授权信息同步接口) | [`AuthSyncV1Request`] |
//! | `authSyncV1Decoded` | User authorisation sync (V1.0): The list inside the text (租户应用授权信息同步接口) | [`AuthSyncV1DecodedRequest`] |
//! | `casLogin` | CAS login (CAS登录认证) | [`CasLoginRequest`] |
//! | `casLogout` | CAS logout (CAS登出) | [`CasLogoutRequest`] |
//! | `casServiceValidate` | CAS 3.0 ticket validation (验证票据(CAS3.0)) | [`CasServiceValidateRequest`] |
//! | `loginCallback` | Login callback at the merchant (应用回调) | [`LoginCallbackRequest`] |
//! | `oauthAuthorize` | OAuth authorisation (OAuth统一登录页面认证) | [`OauthAuthorizeRequest`] |
//! | `oauthLogout` | OAuth logout (OAuth登出) | [`OauthLogoutRequest`] |
//! | `oauthRefreshToken` | OAuth token refresh (OAuth刷新Access Token) | [`OauthRefreshTokenRequest`] |
//! | `oauthToken` | OAuth access token (OAuth获取AccessToken) | [`OauthTokenRequest`] |
//! | `oauthUserinfo` | OAuth user information (OAuth获取用户信息) | [`OauthUserinfoRequest`] |
//! | `orgidCasServiceValidate` | OrgID CAS 3.0 ticket validation (OrgID 验证票据) | [`OrgidCasServiceValidateRequest`] |
//! | `orgidToken` | OrgID access token (OrgID 获取AccessToken) | [`OrgidTokenRequest`] |
//! | `orgidTokenFailure` | OrgID access token: Failed call (OrgID 获取AccessToken) | [`OrgidTokenFailureRequest`] |
//! | `orgidUserinfo` | OrgID user information (OrgID 获取用户信息) | [`OrgidUserinfoRequest`] |
//! | `orgidUserinfoFailure` | OrgID user information: Failed call (OrgID 获取用户信息) | [`OrgidUserinfoFailureRequest`] |
//! | `singleOrgSync` | Department incremental sync (部门增量同步) | [`SingleOrgSyncRequest`] |
//! | `singleOrgSyncV1` | Department incremental sync (V1.0) (组织部门信息同步(增量)) | [`SingleOrgSyncV1Request`] |
//! | `tenantSync` | Enterprise sync (企业同步) | [`TenantSyncRequest`] |
//! | `tenantSyncV1` | Tenant sync (V1.0) (租户信息同步接口) | [`TenantSyncV1Request`] |
//! | `unifiedLogin` | Unified login page (统一登录页面) | [`UnifiedLoginRequest`] |
//!
//! # Sources
//!
//! | page | title | site | updated |
//! | --- | --- | --- | --- |
//! | `code_merchant_vhall` | Test code of a merchant | mainland | unknown |
//! | `code_official_sample` | SaaS类商品接入示例工程 (copy of the V2.0 sample project) | mainland | unknown |
//! | `crate_orgid` | OrgID OpenAPI definitions, crate of version 0.1.20240402 | mainland | 2024-04-02 |
//! | `en-us_topic_0070649057` | Invocation Result Codes | intl | 2025-07-03 |
//! | `en-us_topic_0070649067` | HTTP Body Signature | intl | 2022-06-22 |
//! | `eu_000006` | authToken Value | eu | 2023-07-25 |
//! | `eu_000007` | HTTP Body Signature | eu | 2023-07-14 |
//! | `guide_24c754cd` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `guide_396fd955` | 企业同步 | mainland | unknown |
//! | `guide_542858e3` | 部门全量同步 | mainland | unknown |
//! | `guide_7a5e6212` | 应用授权 | mainland | unknown |
//! | `guide_9e0b27fe` | oAuth2.0协议API | mainland | unknown |
//! | `guide_a12a064a` | OAuth统一登录页面认证 | mainland | unknown |
//! | `imc_01_0005` | 开天工业工作台 partner guide V2 | mainland | unknown |
//! | `imc_01_0038` | 开天工业工作台 partner guide V2 | mainland | unknown |
//! | `imc_01_0039` | 开天工业工作台 partner guide V2 | mainland | 2025-09-22 |
//! | `imc_01_0043` | 开天工业工作台 partner guide V2 | mainland | unknown |
//! | `imc_08_0000` | 开天工业工作台 FAQ | mainland | 2023-11-09 |
//! | `imc_08_0001` | 开天工业工作台 FAQ | mainland | unknown |
//! | `imc_08_0019` | 开天工业工作台 FAQ | mainland | unknown |
//! | `oneaccess_AuthorizeCASLogin` | OneAccess API, CAS login | mainland | unknown |
//! | `oneaccess_CancelCASLogin` | OneAccess API, CAS logout | mainland | unknown |
//! | `oneaccess_RenewOAuthToken` | OneAccess API, token renewal | mainland | unknown |
//! | `oneaccess_SingleLogout` | OneAccess API, single logout | mainland | 2025-11-03 |
//! | `oneaccess_ValidateServiceCAS20` | OneAccess API, validation of a CAS 2.0 ticket | mainland | unknown |
//! | `oneaccess_ValidateServiceCAS30` | OneAccess API, validation of a CAS 3.0 ticket | mainland | 2025-11-03 |
//! | `orgid_03_0020` | OrgID 同步集成配置 | mainland | 2026-01-12 |
//! | `orgid_ShowOauth2Token` | OrgID API, access token | mainland | unknown |
//! | `orgid_ShowOauth2UserInfo` | OrgID API, user information | mainland | unknown |
//! | `orgid_ValidateService` | OrgID API, validation of a CAS 3.0 ticket | mainland | 2025-10-30 |
//! | `saascenter_0139_0143` | 租户信息同步接口 to 组织部门信息同步(全量) (industrial SaaS centre) | mainland | unknown |
//! | `saascenter_0147` | 应用凭证申请 (industrial SaaS centre) | mainland | unknown |
//! | `saascenter_0153_0155` | WEB login, token renewal and logout (industrial SaaS centre) | mainland | 2024-06-25 |
//! | `saascenter_0161_0165` | OAuth interfaces (industrial SaaS centre) | mainland | unknown |
//! | `saascenter_0169` | 常见问题 (industrial SaaS centre) | mainland | unknown |
//! | `search_snippets` | Fragments of the guides quoted on huaweicloud.com/s/\* search pages | mainland | unknown |
//! | `topic_0070649090` | [HTTP Body Signature](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649090.html>) | intl | 2025-10-09 |
//! | `topic_0070649099` | [Result Codes](<https://support.huaweicloud.com/intl/en-us/accessg-marketplace/topic_0070649099.html>) | intl | unknown |
//! | `zh-cn_topic_0000002055600456` | HTTP Body签名 | mainland | 2025-10-15 |
//! | `zh-cn_topic_0070649057` | 调用结果码说明 | mainland | 2024-04-29 |
//! | `zh-cn_topic_0070649062` | Java sample: signing the response body | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649067` | HTTP Body签名 | mainland | unknown |
//! | `zh-cn_topic_0070649107` | 联营Kit接口描述 | mainland | unknown |
//! | `zh-cn_topic_0070649109` | 租户信息同步接口 | mainland | unknown |
//! | `zh-cn_topic_0070649110` | 租户应用信息同步接口 | mainland | unknown |
//! | `zh-cn_topic_0070649111` | 租户应用授权信息同步接口 | mainland | 2024-01-19 |
//! | `zh-cn_topic_0070649112` | 组织部门信息同步(增量) | mainland | 2024-01-19 |
//! | `zh-cn_topic_0070649113` | 组织部门信息同步(全量) | mainland | 2024-01-23 |
//! | `zh-cn_topic_0070649114` | 调用结果码说明 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649123` | oAuth2.0协议API | mainland | unknown |
//! | `zh-cn_topic_0070649134` | 登出场景:用户清理会话 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649135` | auth Token取值说明 | mainland | 2025-12-30 |
//! | `zh-cn_topic_0070649141` | OAuth统一登录页面认证 | mainland | 2024-01-23 |
//! | `zh-cn_topic_0070649143` | OAuth刷新Access Token | mainland | unknown |
//! | `zh-cn_topic_0070649145` | OAuth登出 | mainland | 2022-10-21 |
//! | `zh-cn_topic_0070649157` | HTTP Body签名 | mainland | 2025-02-12 |
//! | `zh-cn_topic_0070649159` | ISV Server验证所有的post body通知请求 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649247` | 接口要求 | mainland | 2023-05-23 |
//! | `zh-cn_topic_0070649248` | 请求认证说明 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649286` | HTTP Body签名 | mainland | 2025-04-25 |
//! | `zh-cn_topic_0070649300` | 常见问题 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649421` | [调用结果码说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649421.html>) | mainland | unknown |
//! | `zh-cn_topic_0070649433` | 企业同步 | mainland | unknown |
//! | `zh-cn_topic_0070649434` | 应用同步 | mainland | unknown |
//! | `zh-cn_topic_0070649435` | 用户授权同步 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649436` | 部门增量同步 | mainland | unknown |
//! | `zh-cn_topic_0070649437` | 部门全量同步 | mainland | unknown |
//! | `zh-cn_topic_0070649438` | 应用凭证申请 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649439` | 应用凭证修改 | mainland | 2024-12-25 |
//! | `zh-cn_topic_0070649442` | 登录场景:基于WEB登录时序 | mainland | 2025-11-13 |
//! | `zh-cn_topic_0070649443` | 登录场景:accesstoken续期 | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649448` | OAuth获取AccessToken | mainland | unknown |
//! | `zh-cn_topic_0070649450` | OAuth获取用户信息 | mainland | unknown |
//! | `zh-cn_topic_0070649473` | CAS协议API | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649475` | [authToken取值说明](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649475.html>) | mainland | 2024-04-26 |
//! | `zh-cn_topic_0070649476` | [HTTP Body签名](<https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649476.html>) | mainland | 2025-08-06 |

mod all_org_sync;
mod all_org_sync_v1;
mod all_org_sync_v1_decoded;
mod application_sync;
mod application_sync_v1;
mod auth_sync;
mod auth_sync_v1;
mod auth_sync_v1_decoded;
mod cas_login;
mod cas_logout;
mod cas_service_validate;
mod codes;
mod login_callback;
mod oauth_authorize;
mod oauth_logout;
mod oauth_refresh_token;
mod oauth_token;
mod oauth_userinfo;
mod orgid_cas_service_validate;
mod orgid_token;
mod orgid_token_failure;
mod orgid_userinfo;
mod orgid_userinfo_failure;
mod schemes;
mod single_org_sync;
mod single_org_sync_v1;
mod tenant_sync;
mod tenant_sync_v1;
mod types;
mod unified_login;

#[doc(inline)]
pub use crate::common::signatures::BodySign;

pub use all_org_sync::*;
pub use all_org_sync_v1::*;
pub use all_org_sync_v1_decoded::*;
pub use application_sync::*;
pub use application_sync_v1::*;
pub use auth_sync::*;
pub use auth_sync_v1::*;
pub use auth_sync_v1_decoded::*;
pub use cas_login::*;
pub use cas_logout::*;
pub use cas_service_validate::*;
pub use codes::*;
pub use login_callback::*;
pub use oauth_authorize::*;
pub use oauth_logout::*;
pub use oauth_refresh_token::*;
pub use oauth_token::*;
pub use oauth_userinfo::*;
pub use orgid_cas_service_validate::*;
pub use orgid_token::*;
pub use orgid_token_failure::*;
pub use orgid_userinfo::*;
pub use orgid_userinfo_failure::*;
pub use schemes::*;
pub use single_org_sync::*;
pub use single_org_sync_v1::*;
pub use tenant_sync::*;
pub use tenant_sync_v1::*;
pub use types::*;
pub use unified_login::*;

#[cfg(feature = "rsa")]
mod rsa_ciphers;

#[cfg(feature = "rsa")]
pub use rsa_ciphers::*;

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
