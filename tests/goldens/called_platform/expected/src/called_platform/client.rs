// Written by `koo generate`; do not edit.

//! The calls a merchant makes: What merchants call (平台).

use koo_runtime::client::{ClientError, Interface, Part, Remote, Settings, Xml};
use koo_runtime::secret::Secret;

use super::{
    Bearer, GetTokenReply, GetTokenRequest, HeaderHmac, ReadOrderReply,
    ReadOrderRequest, RefreshTokenReply, RefreshTokenRequest, ResultCode,
    UploadFileReply, UploadFileRequest, WhoIsItReply, WhoIsItRequest,
};
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of What merchants call (平台).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
    site: Site,
    header_hmac: HeaderHmac,
}

impl Client {
    /// A client with the secrets it needs.
    ///
    /// `access_key`: Key that both sides know.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(
        site: Site,
        access_key: impl Into<Secret>,
        settings: Settings,
    ) -> Result<Self, ClientError> {
        Ok(Self {
            remote: Remote::new(settings)?,
            site,
            header_hmac: HeaderHmac::new(access_key),
        })
    }

    /// Getting a token (令牌).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn get_token(&self, request: &GetTokenRequest) -> Answer<GetTokenReply> {
        let call = self.remote.call(&GET_TOKEN, request).at(self.site.as_str());
        call.send().await
    }

    /// Reading an order (查询).
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 400: A.2.
    /// - HTTP status 401: A.1.
    /// - HTTP status 500: A.9.
    pub async fn read_order(
        &self,
        request: &ReadOrderRequest,
    ) -> Answer<ReadOrderReply> {
        let call = self
            .remote
            .call(&READ_ORDER, request)
            .at(self.site.as_str())
            .signed_by(&self.header_hmac);
        call.send().await
    }

    /// Getting another token (令牌).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn refresh_token(
        &self,
        request: &RefreshTokenRequest,
    ) -> Answer<RefreshTokenReply> {
        let call = self.remote.call(&REFRESH_TOKEN, request).at(self.site.as_str());
        call.send().await
    }

    /// Uploading a file (上传).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 401: A.1.
    /// - HTTP status 500: A.9.
    pub async fn upload_file(
        &self,
        request: &UploadFileRequest,
    ) -> Answer<UploadFileReply> {
        let call = self
            .remote
            .call(&UPLOAD_FILE, request)
            .at(self.site.as_str())
            .signed_by(&self.header_hmac);
        call.send().await
    }

    /// Asking who it is (用户).
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn who_is_it(
        &self,
        token: impl Into<Secret>,
        request: &WhoIsItRequest,
    ) -> Answer<WhoIsItReply> {
        let scheme = Bearer::new(token);
        let call = self
            .remote
            .call(&WHO_IS_IT, request)
            .at(self.site.as_str())
            .signed_by(&scheme);
        call.send().await
    }
}

const GET_TOKEN: Interface = Interface {
    urls: &[("", "https://{tenant}.north.example/token")],
    path: &["tenant"],
    form: &["grant"],
    ..Interface::new("getToken", "POST")
};

const READ_ORDER: Interface = Interface {
    urls: &[
        ("north", "https://north.example/orders/{orderId}"),
        ("south", "https://south.example/orders/{orderId}"),
    ],
    path: &["orderId"],
    query: &["line"],
    codes: &["code"],
    message: Some("text"),
    repeatable: true,
    ..Interface::new("readOrder", "GET")
};

const REFRESH_TOKEN: Interface = Interface {
    urls: &[("", "https://{tenant}.north.example/token")],
    path: &["tenant"],
    form: &["grant"],
    ..Interface::new("refreshToken", "POST")
};

const UPLOAD_FILE: Interface = Interface {
    urls: &[("", "https://north.example/files")],
    parts: &[Part::json("about"), Part::file("file")],
    codes: &["code"],
    message: Some("text"),
    ..Interface::new("uploadFile", "POST")
};

const WHO_IS_IT: Interface = Interface {
    urls: &[("", "https://north.example/user")],
    xml: Some(Xml {
        objects: &["user"],
        lists: &[],
        texts: &[],
    }),
    repeatable: true,
    ..Interface::new("whoIsIt", "GET")
};
