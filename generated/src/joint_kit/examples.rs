// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `casServiceValidate`.
pub(super) mod cas_service_validate {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "service": "https://example.com/cas",
  "ticket": "ST-example",
  "format": "XML"
}"#;
    const ANSWER_1: &str = r#"{
  "serviceResponse": {
    "authenticationSuccess": {
      "user": "zhangsan",
      "attributes": {
        "authenticationDate": "2021-11-17T01:37:52.729Z",
        "longTermAuthenticationRequestTokenUsed": false,
        "isFromNewLogin": true,
        "role": "user",
        "organizationCode": "10000",
        "name": "张三",
        "userName": "zhangsan",
        "tenant": "68cbc8******b880d92f36422fa0e"
      }
    }
  }
}"#;
}

/// Of `oauthRefreshToken`.
pub(super) mod oauth_refresh_token {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "client_id": "example-client-id",
  "client_secret": "example-client-secret",
  "grant_type": "refresh_token",
  "refresh_token": "example-refresh-token"
}"#;
    const ANSWER_1: &str = r#"{
  "access_token": "...",
  "token_type": "Bearer",
  "expires_in": 7200,
  "scope": "get_user_info",
  "refresh_token": "..."
}"#;
}

/// Of `oauthToken`.
pub(super) mod oauth_token {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "client_id": "example-client-id",
  "client_secret": "example-client-secret",
  "code": "example-code",
  "grant_type": "authorization_code"
}"#;
    const ANSWER_1: &str = r#"{
  "access_token": "...",
  "token_type": "Bearer",
  "expires_in": 7200,
  "scope": "get_user_info",
  "refresh_token": "..."
}"#;
}

/// Of `oauthUserinfo`.
pub(super) mod oauth_userinfo {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{}"#;
    const ANSWER_1: &str = r#"{
  "userName": "zhangsan01",
  "name": "张三",
  "role": "user",
  "organizationCode": "00000001",
  "tenant": "68cbc8******b880d92f36422fa0e"
}"#;
}

/// Of `orgidCasServiceValidate`.
pub(super) mod orgid_cas_service_validate {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "service": "https://example.com/cas",
  "ticket": "ST-example"
}"#;
    const ANSWER_1: &str = r#"{
  "serviceResponse": {
    "authenticationFailure": {
      "code": "INVALID_TICKET",
      "description": "Ticket not recognized"
    },
    "authenticationSuccess": null
  }
}"#;
}

/// Of `orgidToken`.
pub(super) mod orgid_token {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "grant_type": "authorization_code",
  "code": "example-code",
  "client_id": "example-client-id",
  "client_secret": "example-client-secret",
  "redirect_uri": "https://example.com/home"
}"#;
    const ANSWER_1: &str = r#"{
  "access_token": "...",
  "token_type": "Bearer",
  "expires_in": 7200,
  "scope": "get_user_info"
}"#;
}

/// Of `orgidUserinfo`.
pub(super) mod orgid_userinfo {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{}"#;
    const ANSWER_1: &str = r#"{
  "tenant": "9190086000000010904",
  "name": "张三",
  "user_name": "zhangsan01",
  "role": "user"
}"#;
}
