// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Calling the market (调用).

use koo_runtime::client::{ClientError, Interface, Part, Remote, Settings, Xml};
use koo_runtime::secret::Secret;
use koo_runtime::secret::Secret;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{
    Bearer, BodySignature, KeyAndSignature, LoginFailureReply, LoginReply, LoginRequest,
    NewReply, NewRequest, NewV2Reply, NewV2Request, PlaceOrderReply, PlaceOrderRequest,
    RateManyReply, RateManyRequest, RateOneReply, RateOneRequest, ReadOrderReply,
    ReadOrderRequest, ResultCode, UploadFileReply, UploadFileRequest, WhoAmIReply,
    WhoAmIRequest, XMode,
};
use crate::Site;
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of Calling the market (调用).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
    site: Site,
    body_signature: BodySignature,
    key_and_signature: KeyAndSignature,
}

impl Client {
    /// A client with the secrets it needs.
    ///
    /// `access_key`: Key of the merchant.
    ///
    /// `app_key`: Name of the key.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(
        site: Site,
        access_key: impl Into<Secret>,
        app_key: impl Into<Secret>,
        settings: Settings,
    ) -> Result<Self, ClientError> {
        let access_key: Secret = access_key.into();
        Ok(Self {
            remote: Remote::new(settings)?,
            site,
            body_signature: BodySignature::new(access_key.clone()),
            key_and_signature: KeyAndSignature::new(access_key.clone(), app_key),
        })
    }

    /// Login (登录).
    ///
    /// # Errors
    ///
    /// [`CallError`], where a failed call answers [`LoginFailureReply`].
    pub async fn login(
        &self,
        request: &LoginRequest,
    ) -> Answer<LoginReply, LoginFailureReply> {
        let call = self.remote.call(&LOGIN, request).at(self.site.as_str());
        call.send().await
    }

    /// New (新).
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn new_(&self, request: &NewRequest) -> Answer<NewReply> {
        let call = self.remote.call(&NEW, request).at(self.site.as_str());
        call.send().await
    }

    /// New (新).
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn new_v2(&self, request: &NewV2Request) -> Answer<NewV2Reply> {
        let call = self.remote.call(&NEW_V2, request).at(self.site.as_str());
        call.send().await
    }

    /// Placing an order (下单).
    ///
    /// Deprecated: Use another shop.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn place_order(
        &self,
        headers: &PlaceOrderHeaders,
        request: &PlaceOrderRequest,
    ) -> Answer<PlaceOrderReply> {
        let call = self
            .remote
            .call(&PLACE_ORDER, request)
            .at(self.site.as_str())
            .headers(headers)
            .signed_by(&self.body_signature);
        call.send().await
    }

    /// Rating (评价).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn rate_one(&self, request: &RateOneRequest) -> Answer<RateOneReply> {
        let call = self
            .remote
            .call(&RATE_ONE, request)
            .at(self.site.as_str())
            .signed_by(&self.body_signature);
        call.send().await
    }

    /// Rating (评价).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn rate_many(&self, request: &RateManyRequest) -> Answer<RateManyReply> {
        let call = self
            .remote
            .call(&RATE_MANY, request)
            .at(self.site.as_str())
            .signed_by(&self.body_signature);
        call.send().await
    }

    /// Reading an order (查询).
    ///
    /// Returns an order.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    ///
    /// - HTTP status 403: 4.
    /// - HTTP status 503: 5, 6.
    pub async fn read_order(
        &self,
        request: &ReadOrderRequest,
    ) -> Answer<ReadOrderReply> {
        let call = self
            .remote
            .call(&READ_ORDER, request)
            .at(self.site.as_str())
            .signed_by(&self.key_and_signature);
        call.send().await
    }

    /// Uploading a file (上传).
    ///
    /// The contract does not know the `address`.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn upload_file(
        &self,
        address: &str,
        request: &UploadFileRequest,
    ) -> Answer<UploadFileReply> {
        let call = self.remote.call(&UPLOAD_FILE, request).to(address);
        call.send().await
    }

    /// Who am I (我是谁).
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn who_am_i(
        &self,
        session: impl Into<Secret>,
        request: &WhoAmIRequest,
    ) -> Answer<WhoAmIReply> {
        let scheme = Bearer::new(session);
        let call = self
            .remote
            .call(&WHO_AM_I, request)
            .at(self.site.as_str())
            .signed_by(&scheme);
        call.send().await
    }
}

/// Headers of the call: Placing an order (下单).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct PlaceOrderHeaders {
    /// Id of the call.
    ///
    /// Mandatory; at most 36 characters.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(rename = "X-Trace")]
    #[validate(max_chars = 36)]
    pub x_trace: String,
    /// Mode.
    ///
    /// Optional.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(rename = "X-Mode", default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub x_mode: Option<XMode>,
}

impl PlaceOrderHeaders {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(x_trace: impl Into<String>) -> Self {
        Self {
            x_trace: x_trace.into(),
            x_mode: None,
        }
    }
}

const LOGIN: Interface = Interface {
    urls: &[("", "https://{domain}/login")],
    path: &["domain"],
    form: &["user"],
    ..Interface::new("login", "POST")
};

const NEW: Interface = Interface {
    urls: &[("", "https://people.example/new")],
    json: true,
    opaque: true,
    repeatable: true,
    ..Interface::new("new", "POST")
};

const NEW_V2: Interface = Interface {
    urls: &[("", "https://people.example/v2/new")],
    json: true,
    opaque: true,
    repeatable: true,
    ..Interface::new("newV2", "POST")
};

const PLACE_ORDER: Interface = Interface {
    urls: &[("north", "https://north.example/orders")],
    json: true,
    codes: &["status", "code"],
    message: Some("reason"),
    repeatable: true,
    ..Interface::new("placeOrder", "POST")
};

const RATE_ONE: Interface = Interface {
    urls: &[("north", "https://north.example/rate")],
    fallback_urls: &[("north", "https://north.example.org/rate")],
    json: true,
    opaque: true,
    ..Interface::new("rateOne", "POST")
};

const RATE_MANY: Interface = Interface {
    urls: &[("north", "https://north.example/rates")],
    json: true,
    opaque: true,
    ..Interface::new("rateMany", "POST")
};

const READ_ORDER: Interface = Interface {
    urls: &[
        ("north", "https://north.example/orders/{orderId}"),
        ("south", "https://south.example/orders/{orderId}"),
    ],
    fallback_urls: &[("north", "https://north.example.org/orders/{orderId}")],
    path: &["orderId"],
    query: &["lines"],
    content_type: Some("application/json"),
    codes: &["code", "status"],
    message: Some("text"),
    repeatable: true,
    ..Interface::new("readOrder", "GET")
};

const UPLOAD_FILE: Interface = Interface {
    parts: &[
        Part::text("note"),
        Part::json("info"),
        Part::file("file").named_by("info", "name"),
        Part::file("plain"),
    ],
    opaque: true,
    ..Interface::new("uploadFile", "POST")
};

const WHO_AM_I: Interface = Interface {
    urls: &[("", "https://people.example/me")],
    xml: Some(Xml {
        objects: &["me", "me.line", "me.fault"],
        lists: &["me.line", "me.tag"],
        texts: &[("me.fault", "description")],
    }),
    ..Interface::new("whoAmI", "GET")
};
