// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Other directions (方向).

use koo_runtime::client::{ClientError, Interface, NoCode, Part, Remote, Settings};
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{
    ReadOrderReply, ReadOrderRequest, UploadFileReply, UploadFileRequest, XTrace,
};

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<NoCode, F>;

/// Calls the interfaces of Other directions (方向).
///
/// Cheap to clone; keeps connections open between calls.
#[derive(Clone, Debug)]
pub struct Client {
    remote: Remote,
}

impl Client {
    /// A client with the secrets it needs.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if TLS cannot be set up.
    pub fn new(settings: Settings) -> Result<Self, ClientError> {
        Ok(Self {
            remote: Remote::new(settings)?,
        })
    }

    /// Reading an order (查询).
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn read_order(
        &self,
        headers: &ReadOrderHeaders,
        request: &ReadOrderRequest,
    ) -> Answer<ReadOrderReply> {
        let call = self.remote.call(&READ_ORDER, request).headers(headers);
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
}

/// Headers of the call: Reading an order (查询).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ReadOrderHeaders {
    /// Stands in no model.
    ///
    /// Mandatory.
    ///
    /// Sites: north, south; source: `calls`.
    #[serde(rename = "X-Trace")]
    #[validate(nested)]
    pub x_trace: XTrace,
}

impl ReadOrderHeaders {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(x_trace: XTrace) -> Self {
        Self { x_trace }
    }
}

const READ_ORDER: Interface = Interface {
    urls: &[("", "/orders/{orderId}")],
    path: &["orderId"],
    query: &["page"],
    repeatable: true,
    ..Interface::new("readOrder", "GET")
};

const UPLOAD_FILE: Interface = Interface {
    parts: &[Part::text("name"), Part::file("file")],
    opaque: true,
    ..Interface::new("uploadFile", "POST")
};
