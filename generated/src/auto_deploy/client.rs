// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Automatic deployment access guide (自动部署接入指南).

use koo_runtime::client::{ClientError, Interface, NoCode, Remote, Settings};
use koo_runtime::secret::Secret;
use koo_runtime::{Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{
    GetDeployedObjectReply, GetDeployedObjectRequest, ParseTemplateVariablesReply,
    ParseTemplateVariablesRequest, SdkHmac,
};
use crate::Site;

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<NoCode, F>;

/// Calls the interfaces of Automatic deployment access guide (自动部署接入指南).
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

    /// Query the deployed objects of an asset (查询资产部署物 (data source
    /// `huaweicloud_koogallery_assets`)).
    ///
    /// Finds the software package or the image of an asset. The Terraform provider makes the
    /// call for the data source `huaweicloud_koogallery_assets`. The guide of the open
    /// interfaces describes the same call.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn get_deployed_object(
        &self,
        request: &GetDeployedObjectRequest,
    ) -> Answer<GetDeployedObjectReply> {
        let call = self
            .remote
            .call(&GET_DEPLOYED_OBJECT, request)
            .at(self.site.as_str())
            .signed_by(&self.sdk_hmac);
        call.send().await
    }

    /// RFS: parse template variables (RFS 解析模板参数).
    ///
    /// Reads the variables of a template. It is an interface of the Resource Formation Service
    /// and not of the marketplace, useful to check a template before it is handed in. It is
    /// listed for its limits; address and reply are not known.
    ///
    /// The contract does not know the `address`.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn parse_template_variables(
        &self,
        address: &str,
        headers: &ParseTemplateVariablesHeaders,
        request: &ParseTemplateVariablesRequest,
    ) -> Answer<ParseTemplateVariablesReply> {
        let call = self
            .remote
            .call(&PARSE_TEMPLATE_VARIABLES, request)
            .to(address)
            .headers(headers)
            .signed_by(&self.sdk_hmac);
        call.send().await
    }
}

/// Headers of the call: RFS: parse template variables (RFS 解析模板参数).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct ParseTemplateVariablesHeaders {
    /// Unique id of the request. A UUID is advised.
    ///
    /// Mandatory; at least 36 characters; at most 128 characters.
    ///
    /// Sites: intl, mainland; source: `guide-4736a17e`.
    #[serde(rename = "Client-Request-Id")]
    #[validate(max_chars = 128, min_chars = 36)]
    pub client_request_id: String,
}

impl ParseTemplateVariablesHeaders {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(client_request_id: impl Into<String>) -> Self {
        Self {
            client_request_id: client_request_id.into(),
        }
    }
}

const GET_DEPLOYED_OBJECT: Interface = Interface {
    urls: &[(
        "mainland",
        "https://mkt.myhuaweicloud.com/api/mkp-openapi-public/v1/asset/deployed-object",
    )],
    query: &["asset_id", "deployed_type", "region", "asset_version", "query_all"],
    repeatable: true,
    ..Interface::new("getDeployedObject", "GET")
};

const PARSE_TEMPLATE_VARIABLES: Interface = Interface {
    json: true,
    opaque: true,
    repeatable: true,
    ..Interface::new("parseTemplateVariables", "POST")
};
