// Written by `koo generate`; do not edit.

//! The calls a merchant makes: Joint operations kit and joint account login
//! (联营Kit接口与联营账号登录).

use koo_runtime::client::{ClientError, Interface, Remote, Settings, Xml};
use koo_runtime::secret::Secret;

use super::{
    BearerToken, CasServiceValidateReply, CasServiceValidateRequest,
    OauthRefreshTokenReply, OauthRefreshTokenRequest, OauthTokenReply,
    OauthTokenRequest, OauthUserinfoReply, OauthUserinfoRequest, OrgidBearerToken,
    OrgidCasServiceValidateReply, OrgidCasServiceValidateRequest,
    OrgidTokenFailureReply, OrgidTokenReply, OrgidTokenRequest,
    OrgidUserinfoFailureReply, OrgidUserinfoReply, OrgidUserinfoRequest, ResultCode,
};

/// What a call brings: a reply, or why there is none.
pub type Answer<R, F = R> = Result<R, CallError<F>>;

/// Why a call brought no reply; `F` is what a failed call answers.
pub type CallError<F> = koo_runtime::client::CallError<ResultCode, F>;

/// Calls the interfaces of Joint operations kit and joint account login
/// (联营Kit接口与联营账号登录).
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

    /// CAS 3.0 ticket validation (验证票据(CAS3.0)).
    ///
    /// Says who logged in, by the ticket of the CAS callback. The ticket is the only proof that
    /// is needed.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn cas_service_validate(
        &self,
        request: &CasServiceValidateRequest,
    ) -> Answer<CasServiceValidateReply> {
        let call = self.remote.call(&CAS_SERVICE_VALIDATE, request);
        call.send().await
    }

    /// OAuth token refresh (OAuth刷新Access Token).
    ///
    /// Gets a new access token without a new login.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn oauth_refresh_token(
        &self,
        request: &OauthRefreshTokenRequest,
    ) -> Answer<OauthRefreshTokenReply> {
        let call = self.remote.call(&OAUTH_REFRESH_TOKEN, request);
        call.send().await
    }

    /// OAuth access token (OAuth获取AccessToken).
    ///
    /// Exchanges the authorisation code for an access token and a refresh token.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn oauth_token(
        &self,
        request: &OauthTokenRequest,
    ) -> Answer<OauthTokenReply> {
        let call = self.remote.call(&OAUTH_TOKEN, request);
        call.send().await
    }

    /// OAuth user information (OAuth获取用户信息).
    ///
    /// Says who logged in. name, `userName`, tenant, role and `organizationCode` are the
    /// attributes to check.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn oauth_userinfo(
        &self,
        access_token: impl Into<Secret>,
        request: &OauthUserinfoRequest,
    ) -> Answer<OauthUserinfoReply> {
        let scheme = BearerToken::new(access_token);
        let call = self.remote.call(&OAUTH_USERINFO, request).signed_by(&scheme);
        call.send().await
    }

    /// OrgID CAS 3.0 ticket validation (OrgID 验证票据).
    ///
    /// Says who logged in through OrgID, by the ticket of the CAS callback. It has no parameter
    /// format and answers JSON.
    ///
    /// # Errors
    ///
    /// [`CallError`].
    pub async fn orgid_cas_service_validate(
        &self,
        request: &OrgidCasServiceValidateRequest,
    ) -> Answer<OrgidCasServiceValidateReply> {
        let call = self.remote.call(&ORGID_CAS_SERVICE_VALIDATE, request);
        call.send().await
    }

    /// OrgID access token (OrgID 获取AccessToken).
    ///
    /// Exchanges a code of OrgID for an access token. OrgID is a related service with a host of
    /// its own that uses the V1.0 sync interfaces.
    ///
    /// # Errors
    ///
    /// [`CallError`], where a failed call answers [`OrgidTokenFailureReply`].
    pub async fn orgid_token(
        &self,
        request: &OrgidTokenRequest,
    ) -> Answer<OrgidTokenReply, OrgidTokenFailureReply> {
        let call = self.remote.call(&ORGID_TOKEN, request);
        call.send().await
    }

    /// OrgID user information (OrgID 获取用户信息).
    ///
    /// Says who logged in through OrgID. The members are in `snake_case` here and in
    /// `camelCase` at the tenants' own centres.
    ///
    /// A call that was not answered is repeated: that has no further effect.
    ///
    /// # Errors
    ///
    /// [`CallError`], where a failed call answers [`OrgidUserinfoFailureReply`].
    pub async fn orgid_userinfo(
        &self,
        access_token: impl Into<Secret>,
        request: &OrgidUserinfoRequest,
    ) -> Answer<OrgidUserinfoReply, OrgidUserinfoFailureReply> {
        let scheme = OrgidBearerToken::new(access_token);
        let call = self.remote.call(&ORGID_USERINFO, request).signed_by(&scheme);
        call.send().await
    }
}

const CAS_SERVICE_VALIDATE: Interface = Interface {
    urls: &[("", "https://{domain_name}/api/v1/cas/p3/serviceValidate")],
    path: &["domain_name"],
    query: &["service", "ticket", "format"],
    xml: Some(Xml {
        objects: &[
            "serviceResponse",
            "serviceResponse.authenticationSuccess",
            "serviceResponse.authenticationSuccess.attributes",
            "serviceResponse.authenticationFailure",
        ],
        lists: &[],
        texts: &[("serviceResponse.authenticationFailure", "description")],
    }),
    ..Interface::new("casServiceValidate", "GET")
};

const OAUTH_REFRESH_TOKEN: Interface = Interface {
    urls: &[("", "https://{domain_name}/api/v1/oauth2/token")],
    path: &["domain_name"],
    form: &["client_id", "client_secret", "grant_type", "refresh_token"],
    ..Interface::new("oauthRefreshToken", "POST")
};

const OAUTH_TOKEN: Interface = Interface {
    urls: &[("", "https://{domain_name}/api/v1/oauth2/token")],
    path: &["domain_name"],
    form: &["client_id", "client_secret", "code", "grant_type", "redirect_uri"],
    ..Interface::new("oauthToken", "POST")
};

const OAUTH_USERINFO: Interface = Interface {
    urls: &[("", "https://{domain_name}/api/v1/oauth2/userinfo")],
    path: &["domain_name"],
    repeatable: true,
    ..Interface::new("oauthUserinfo", "GET")
};

const ORGID_CAS_SERVICE_VALIDATE: Interface = Interface {
    urls: &[(
        "",
        "https://orgid.huaweiapaas.cn/orgid/openapi/v1/cas/p3/serviceValidate",
    )],
    query: &["service", "ticket"],
    ..Interface::new("orgidCasServiceValidate", "GET")
};

const ORGID_TOKEN: Interface = Interface {
    urls: &[("", "https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/token")],
    form: &[
        "grant_type",
        "code",
        "client_id",
        "client_secret",
        "redirect_uri",
        "access_type",
    ],
    ..Interface::new("orgidToken", "POST")
};

const ORGID_USERINFO: Interface = Interface {
    urls: &[("", "https://orgid.huaweiapaas.cn/orgid/openapi/v1/oauth2/userinfo")],
    repeatable: true,
    ..Interface::new("orgidUserinfo", "GET")
};
