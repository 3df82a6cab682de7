// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Joint-operation License products delivered by authorization
//! code, access guide 2.0 (联营License类授权码商品接入指南(2.0版本)).

use koo_runtime::client::{ClientError, Interface, Remote, Settings};
use koo_runtime::secret::Secret;

use super::{
    ActivateLicenseV1Reply, ActivateLicenseV1Request, ActivateLicenseV2Reply,
    ActivateLicenseV2Request, QueryLicenseV1Reply, QueryLicenseV1Request,
    QueryLicenseV2Reply, QueryLicenseV2Request, ReportSoftwareUsageReply,
    ReportSoftwareUsageRequest, ResultCode, SdkHmac,
};
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of Joint-operation License products delivered by authorization code,
/// access guide 2.0 (联营License类授权码商品接入指南(2.0版本)).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
    site: Site,
    sdk_hmac: SdkHmac,
}

impl Client {
    /// A client with the secrets it needs.
    ///
    /// `access_key_id`: First half of the access key pair of the merchant account, made under
    /// My Credentials. It names the caller, is sent with every call and is not part of the
    /// signed text.
    ///
    /// `secret_access_key`: Second half of the access key pair. Its bytes are the key of the
    /// signature, without anything derived from them, and it is never sent.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(
        site: Site,
        access_key_id: impl Into<Secret>,
        secret_access_key: impl Into<Secret>,
        settings: Settings,
    ) -> Result<Self, ClientError> {
        Ok(Self {
            remote: Remote::new(settings)?,
            site,
            sdk_hmac: SdkHmac::new(access_key_id, secret_access_key),
        })
    }

    /// Activating authorization codes: Single code (激活授权码(必选)).
    ///
    /// Activates one authorization code and answers its details.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 92020001, 92020002, 92020003, 92020004, 92020005, 92020020.
    /// - HTTP status 400: 95000001, 95000004.
    /// - HTTP status 405: 95000002.
    /// - HTTP status 415: 95000003.
    pub async fn activate_license_v1(
        &self,
        request: &ActivateLicenseV1Request,
    ) -> Answer<ActivateLicenseV1Reply> {
        let call = self
            .remote
            .call(&ACTIVATE_LICENSE_V1, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Activating authorization codes: Batch (激活授权码(必选)).
    ///
    /// Activates up to 100 authorization codes. The answer has no details.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 92020001, 92020002, 92020003, 92020004, 92020005, 92020020.
    /// - HTTP status 400: 95000001, 95000004.
    /// - HTTP status 405: 95000002.
    /// - HTTP status 415: 95000003.
    pub async fn activate_license_v2(
        &self,
        request: &ActivateLicenseV2Request,
    ) -> Answer<ActivateLicenseV2Reply> {
        let call = self
            .remote
            .call(&ACTIVATE_LICENSE_V2, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Querying authorization codes: Single code (查询授权码(必选)).
    ///
    /// Asks for one authorization code.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 92020001, 92020002, 92020005, 92020011, 92020020.
    /// - HTTP status 400: 95000001, 95000004.
    /// - HTTP status 405: 95000002.
    /// - HTTP status 415: 95000003.
    pub async fn query_license_v1(
        &self,
        request: &QueryLicenseV1Request,
    ) -> Answer<QueryLicenseV1Reply> {
        let call = self
            .remote
            .call(&QUERY_LICENSE_V1, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Querying authorization codes: Batch (查询授权码(必选)).
    ///
    /// Asks for several authorization codes. Only the address and the existence of this version
    /// are certain; its tables are not known.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 92020001, 92020002, 92020005, 92020011, 92020020.
    /// - HTTP status 400: 95000001, 95000004.
    /// - HTTP status 405: 95000002.
    /// - HTTP status 415: 95000003.
    pub async fn query_license_v2(
        &self,
        request: &QueryLicenseV2Request,
    ) -> Answer<QueryLicenseV2Reply> {
        let call = self
            .remote
            .call(&QUERY_LICENSE_V2, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Reporting the usage of the software (授权码软件使用统计(可选)).
    ///
    /// Reports who uses the software under an authorization code, or how many clients do. At
    /// most 100 codes fit into one call.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 92020001, 92020002, 92020005, 92020011, 92020020.
    /// - HTTP status 400: 95000001, 95000004.
    /// - HTTP status 405: 95000002.
    /// - HTTP status 415: 95000003.
    pub async fn report_software_usage(
        &self,
        request: &ReportSoftwareUsageRequest,
    ) -> Answer<ReportSoftwareUsageReply> {
        let call = self
            .remote
            .call(&REPORT_SOFTWARE_USAGE, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }
}

const ACTIVATE_LICENSE_V1: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/license/activate",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v1/license/activate",
    )],
    json: true,
    codes: &["error_code"],
    message: Some("error_msg"),
    ..Interface::new("activateLicenseV1", "POST")
};

const ACTIVATE_LICENSE_V2: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v2/license/activate",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v2/license/activate",
    )],
    json: true,
    codes: &["error_code"],
    message: Some("error_msg"),
    ..Interface::new("activateLicenseV2", "POST")
};

const QUERY_LICENSE_V1: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/license/heartbeat",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v1/license/heartbeat",
    )],
    json: true,
    codes: &["error_code"],
    message: Some("error_msg"),
    repeatable: true,
    ..Interface::new("queryLicenseV1", "POST")
};

const QUERY_LICENSE_V2: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v2/license/heartbeat",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v2/license/heartbeat",
    )],
    json: true,
    codes: &["error_code"],
    message: Some("error_msg"),
    repeatable: true,
    ..Interface::new("queryLicenseV2", "POST")
};

const REPORT_SOFTWARE_USAGE: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v2/license/software-usage-info",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v2/license/software-usage-info",
    )],
    json: true,
    codes: &["error_code"],
    message: Some("error_msg"),
    ..Interface::new("reportSoftwareUsage", "POST")
};
