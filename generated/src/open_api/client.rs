// Written by `koo generate`; do not edit.

//! The calls a merchant makes: KooGallery open interfaces (云商店开放接口).

use koo_runtime::client::{ClientError, Interface, Part, Remote, Settings};
use koo_runtime::secret::Secret;

use super::{
    PushUsageLegacyV1Reply, PushUsageLegacyV1Request, PushUsageNewReply,
    PushUsageNewRequest, PushUsageOldReply, PushUsageOldRequest,
    QueryDeployedAssetsReply, QueryDeployedAssetsRequest, QueryOrderReply,
    QueryOrderRequest, ResultCode, SdkHmac, UploadEventFileReply,
    UploadEventFileRequest, UsagePushSignature,
};
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of KooGallery open interfaces (云商店开放接口).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
    site: Site,
    sdk_hmac: SdkHmac,
    usage_push_signature: UsagePushSignature,
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
    /// `access_key`: Secret text that the merchant creates in the seller console under key
    /// management (卖家中心 > 应用工具 > 密钥管理 on the mainland site, Seller Console on the
    /// international one) by adding a key ID and then reading its access key. It is the key of
    /// every HMAC and also the first part of the signed text. Its form is not documented, so
    /// treat it as opaque UTF-8 text.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(
        site: Site,
        access_key_id: impl Into<Secret>,
        secret_access_key: impl Into<Secret>,
        access_key: impl Into<Secret>,
        settings: Settings,
    ) -> Result<Self, ClientError> {
        Ok(Self {
            remote: Remote::new(settings)?,
            site,
            sdk_hmac: SdkHmac::new(access_key_id, secret_access_key),
            usage_push_signature: UsagePushSignature::new(access_key),
        })
    }

    /// Usage push, oldest address (按需使用量推送 (最早版本)).
    ///
    /// Oldest form of the usage push. No current guide describes it; it is known from the code
    /// of a merchant only and is kept here to recognise it.
    ///
    /// Deprecated: It is offline. Use the new usage push (`pushUsageNew`).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn push_usage_legacy_v1(
        &self,
        request: &PushUsageLegacyV1Request,
    ) -> Answer<PushUsageLegacyV1Reply> {
        let call = self
            .remote
            .call(&PUSH_USAGE_LEGACY_V1, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Usage push (new) (按需使用量推送(新)).
    ///
    /// Reports what instances of pay-per-use products have consumed. The platform rates the
    /// records and charges the customer. A code of success says that the records arrived, not
    /// that they are right.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 400: 94060004, 94060005.
    /// - HTTP status 401: 94060002.
    /// - HTTP status 500: 94060001.
    pub async fn push_usage_new(
        &self,
        request: &PushUsageNewRequest,
    ) -> Answer<PushUsageNewReply> {
        let call = self
            .remote
            .call(&PUSH_USAGE_NEW, request)
            .at(self.site.as_str())
            .signed_by(&self.usage_push_signature);
        call.send().await
    }

    /// Usage push (old) (按需使用量推送(旧)).
    ///
    /// Reports what instances of pay-per-use products have consumed, signed with the access key
    /// pair of the account. The new usage push replaces it; the guides of SaaS V1.0 still
    /// document it.
    ///
    /// Deprecated: The new usage push (`pushUsageNew`) has superseded it.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 400: MKT.0101, MKT.0102, MKT.0199.
    /// - HTTP status 401: MKT.0150, MKT.0151, MKT.0154, APIGW.0301.
    /// - HTTP status 500: MKT.0999, MKT.0100, MKT.9001, MKT.9002, MKT.9003, MKT.9004.
    /// - HTTP status 504: APIGW.0201.
    pub async fn push_usage_old(
        &self,
        request: &PushUsageOldRequest,
    ) -> Answer<PushUsageOldReply> {
        let call = self
            .remote
            .call(&PUSH_USAGE_OLD, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Querying deployed assets (查询云商店托管资产 (自动部署 Terraform 数据源)).
    ///
    /// Finds the image or the software package of an asset. It is the internal interface behind
    /// the Terraform data source `huaweicloud_koogallery_assets`, which templates for automatic
    /// deployment use. The automatic deployment guide describes the same call.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn query_deployed_assets(
        &self,
        request: &QueryDeployedAssetsRequest,
    ) -> Answer<QueryDeployedAssetsReply> {
        let call = self
            .remote
            .call(&QUERY_DEPLOYED_ASSETS, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Querying an order (查询订单).
    ///
    /// Returns an order with its lines, its customer and what was bought. Only orders of
    /// products that the owner of the access key pair has published can be read.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 400: MKT.0101, MKT.0199.
    /// - HTTP status 401: MKT.0150, MKT.0151, MKT.0154, APIGW.0301.
    /// - HTTP status 406: MKT.0250.
    /// - HTTP status 500: MKT.0999, MKT.0100, MKT.9001, MKT.9002, MKT.9003, MKT.9004, CBC.0999.
    /// - HTTP status 504: APIGW.0201.
    pub async fn query_order(
        &self,
        request: &QueryOrderRequest,
    ) -> Answer<QueryOrderReply> {
        let call = self
            .remote
            .call(&QUERY_ORDER, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// Uploading a string or a file (字符串/文件流上传).
    ///
    /// Delivers the result of an asynchronous event to the platform, in practice the license
    /// string or the license file of an online License product. The body is multipart/form-data
    /// with one JSON part and, for a file, a second part.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 91381033, 91381034, 91381035, 91381036, 91381037, 91381038, 91380150,
    ///   92020004, 92020005.
    /// - HTTP status 400: CBC.0101, 92020002.
    /// - HTTP status 401: APIGW.0301.
    /// - HTTP status 403: CBC.0150.
    /// - HTTP status 500: CBC.0999.
    /// - HTTP status 504: APIGW.0201.
    pub async fn upload_event_file(
        &self,
        request: &UploadEventFileRequest,
    ) -> Answer<UploadEventFileReply> {
        let call = self
            .remote
            .call(&UPLOAD_EVENT_FILE, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }
}

const PUSH_USAGE_LEGACY_V1: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/v1.0/{partnerId}/billing/bill-mgr/push-usage-data",
    )],
    path: &["partnerId"],
    json: true,
    opaque: true,
    ..Interface::new("pushUsageLegacyV1", "POST")
};

const PUSH_USAGE_NEW: Interface = Interface {
    urls: &[
        (
            "intl",
            "https://mkt-intl.myhuaweicloud.com/api/mkp-openapi-public/global/v1/isv/usage-data",
        ),
        (
            "mainland",
            "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/isv/usage-data",
        ),
    ],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v1/isv/usage-data",
    )],
    json: true,
    codes: &["error_code", "resultCode"],
    message: Some("error_msg"),
    repeatable: true,
    ..Interface::new("pushUsageNew", "POST")
};

const PUSH_USAGE_OLD: Interface = Interface {
    urls: &[
        (
            "intl",
            "https://mkt-intl.myhuaweicloud.com/rest/marketplace/v1/isv/usage-data",
        ),
        ("mainland", "https://mkt.myhuaweicloud.com/rest/marketplace/v1/isv/usage-data"),
    ],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/rest/marketplace/v1/isv/usage-data",
    )],
    json: true,
    codes: &["error_code", "resultCode"],
    message: Some("error_msg"),
    repeatable: true,
    ..Interface::new("pushUsageOld", "POST")
};

const QUERY_DEPLOYED_ASSETS: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/v1/asset/deployed-object",
    )],
    query: &["asset_id", "deployed_type", "region", "asset_version"],
    repeatable: true,
    ..Interface::new("queryDeployedAssets", "GET")
};

const QUERY_ORDER: Interface = Interface {
    urls: &[
        (
            "eu",
            "https://mkt.myhuaweicloud.eu/api/mkp-openapi-public/global/v1/order/query",
        ),
        (
            "intl",
            "https://mkt-intl.myhuaweicloud.com/api/mkp-openapi-public/global/v1/order/query",
        ),
        (
            "mainland",
            "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/order/query",
        ),
    ],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v1/order/query",
    )],
    query: &["orderId", "orderLineId"],
    content_type: Some("application/json;charset=UTF-8"),
    codes: &["resultCode", "error_code"],
    message: Some("resultMsg"),
    repeatable: true,
    ..Interface::new("queryOrder", "GET")
};

const UPLOAD_EVENT_FILE: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/global/v1/market-event/{event_id}/file",
    )],
    fallback_urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.cn/api/mkp-openapi-public/global/v1/market-event/{event_id}/file",
    )],
    path: &["event_id"],
    parts: &[
        Part::json("isvUpdateFileReq"),
        Part::file("file").named_by("isvUpdateFileReq", "file_name"),
    ],
    codes: &["error_code", "resultCode"],
    message: Some("error_msg"),
    ..Interface::new("uploadEventFile", "POST")
};
