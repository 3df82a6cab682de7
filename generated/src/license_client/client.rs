// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Joint-operation License products, access guide for client
//! software (联营License客户端软件对接指南).

use koo_runtime::client::{ClientError, Interface, Part, Remote, Settings};
use koo_runtime::secret::Secret;

use super::{ResultCode, SdkHmac, UploadLicenseReply, UploadLicenseRequest};
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of Joint-operation License products, access guide for client software
/// (联营License客户端软件对接指南).
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

    /// Uploading a license as text or as a file (字符串/文件流上传).
    ///
    /// Pushes a license to the platform, as text or as a file. The body is multipart/form-data
    /// with a JSON part and, for a file, the file itself.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 200: 91381033, 91381034, 91381035, 91381036, 91381037, 91381038, 91380150.
    /// - HTTP status 400: CBC.0101.
    /// - HTTP status 403: CBC.0150.
    /// - HTTP status 500: CBC.0999.
    pub async fn upload_license(
        &self,
        request: &UploadLicenseRequest,
    ) -> Answer<UploadLicenseReply> {
        let call = self
            .remote
            .call(&UPLOAD_LICENSE, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }
}

const UPLOAD_LICENSE: Interface = Interface {
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
        Part::file("file").named_by("isvUpdateFileReq", "file_name"),
        Part::json("isvUpdateFileReq"),
    ],
    codes: &["error_code"],
    message: Some("error_msg"),
    ..Interface::new("uploadLicense", "POST")
};
