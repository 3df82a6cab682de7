// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use std::collections::BTreeMap;

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Mode of the token. It is the online mode when the parameter is absent.
///
/// Sites: mainland; source: `orgid_ShowOauth2Token`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum AccessType {
    /// The answer has a refresh token as well.
    #[wire("offline")]
    Offline,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether an account may be used. It is text and no JSON boolean.
///
/// Sites: mainland; source: `zh-cn_topic_0070649435`, `zh-cn_topic_0070649111`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum AccountState {
    /// The account is enabled.
    #[wire("true")]
    Enabled,
    /// The account is disabled.
    #[wire("false")]
    Disabled,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// What the authentication centre says of a user.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasAttributes {
    /// Time of the login, in ISO 8601 with milliseconds and Z.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authentication_date: Option<String>,
    /// Whether a remembered login was used. A standard attribute of CAS.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_term_authentication_request_token_used: Option<bool>,
    /// Whether the user has just logged in. A standard attribute of CAS.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_from_new_login: Option<bool>,
    /// Role of the user.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub role: Option<Role>,
    /// Code of the department, equal to `orgCode` of the sync interfaces.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_code: Option<String>,
    /// Display name.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Login account, equal to `userName` of the user authorisation sync.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// `domainId` of the enterprise, that is, the tenant id.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<String>,
}

/// Why a ticket is refused.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasAuthenticationFailure {
    /// Code of the failure. XML carries it as an attribute.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `oneaccess_ValidateServiceCAS20`.
    pub code: String,
    /// Text of the failure. XML carries it as the text of the element.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `oneaccess_ValidateServiceCAS20`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl CasAuthenticationFailure {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            description: None,
        }
    }
}

/// The user of a valid ticket.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasAuthenticationSuccess {
    /// Login account.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[redact]
    pub user: String,
    /// What is known of the user.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[validate(nested)]
    pub attributes: CasAttributes,
}

impl CasAuthenticationSuccess {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(user: impl Into<String>, attributes: CasAttributes) -> Self {
        Self {
            user: user.into(),
            attributes,
        }
    }
}

/// Answer of the ticket validation. In XML the prefix is cas, of the namespace
/// <http://www.yale.edu/tp/cas>.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct CasServiceResponse {
    /// Who logged in.
    ///
    /// Conditional.
    ///
    /// Needed: The ticket is valid.
    ///
    /// Needed when `!(present(authenticationFailure))`.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649473`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(authentication_failure)", nested)]
    pub authentication_success: Option<CasAuthenticationSuccess>,
    /// Why the ticket is refused.
    ///
    /// Conditional.
    ///
    /// Needed: The ticket is not valid.
    ///
    /// Needed when `!(present(authenticationSuccess))`.
    ///
    /// Sites: mainland; source: `oneaccess_ValidateServiceCAS20`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(required_if = "!present(authentication_success)", nested)]
    pub authentication_failure: Option<CasAuthenticationFailure>,
}

/// Kind of employment, as text. In the example it stands inside extension.
///
/// Sites: mainland; source: `zh-cn_topic_0070649111`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum EmployeeType {
    /// Regular.
    #[wire("1")]
    Regular,
    /// Intern.
    #[wire("2")]
    Intern,
    /// Dispatched labour.
    #[wire("3")]
    Dispatched,
    /// Outsourced labour.
    #[wire("4")]
    Outsourced,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Format of the answer. Always send it.
///
/// Sites: mainland; source: `zh-cn_topic_0070649473`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Format {
    /// XML.
    #[wire("XML")]
    Xml,
    /// JSON.
    #[wire("JSON")]
    Json,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Kind of grant, always `authorization_code`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649448`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum GrantType {
    /// Exchange of an authorisation code.
    #[wire("authorization_code")]
    AuthorizationCode,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Kind of login, always UNOP.
///
/// Sites: mainland; source: `zh-cn_topic_0070649442`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Ind {
    /// The only kind of login.
    #[wire("UNOP")]
    Unop,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Kind of grant, always `refresh_token`.
///
/// Sites: mainland; source: `zh-cn_topic_0070649143`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum OauthRefreshTokenRequestGrantType {
    /// Exchange of a refresh token.
    #[wire("refresh_token")]
    RefreshToken,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// A department in the full sync (V2.0). The list is flat; `parentCode` makes the tree.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgInfo {
    /// Code of the department, unique in the tenant.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649437`.
    #[validate(max_chars = 64)]
    pub org_code: String,
    /// Name of the department.
    ///
    /// Mandatory; at most 128 characters.
    ///
    /// An older copy spells it OrgName.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649437`.
    #[validate(max_chars = 128)]
    pub org_name: String,
    /// `orgCode` of the parent department. A top department leaves it empty.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649437`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub parent_code: Option<String>,
}

impl OrgInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(org_code: impl Into<String>, org_name: impl Into<String>) -> Self {
        Self {
            org_code: org_code.into(),
            org_name: org_name.into(),
            parent_code: None,
        }
    }
}

/// A department in the full sync (V1.0). No lengths are printed.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgInfoV1 {
    /// Code of the department.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    pub org_code: String,
    /// Name of the department. The key is name here and not `orgName`.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    pub name: String,
    /// `orgCode` of the parent department.
    ///
    /// Optional; length not documented.
    ///
    /// V1.0 does not say whether it must be there.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649113`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_code: Option<String>,
}

impl OrgInfoV1 {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(org_code: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            org_code: org_code.into(),
            name: name.into(),
            parent_code: None,
        }
    }
}

/// Why OrgID refuses a ticket.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidAuthenticationFailure {
    /// Code of the failure.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Text of the failure.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// The user of a ticket that OrgID accepts.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidAuthenticationSuccess {
    /// The user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Ticket for calls on behalf of the user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy_granting_ticket: Option<String>,
    /// Proxies through which the user came.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies: Option<Vec<String>>,
    /// What is known of the user.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub attributes: Option<OrgidCasAttributes>,
}

/// What OrgID says of a user.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidCasAttributes {
    /// Time of the login.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authentication_date: Option<String>,
    /// Whether a remembered login was used. A standard attribute of CAS.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_term_authentication_request_token_used: Option<bool>,
    /// Whether the user has just logged in. A standard attribute of CAS.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_from_new_login: Option<bool>,
    /// Token for the query of the user.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Address of a picture.
    ///
    /// Optional; length not documented; a URL.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(format = url)]
    pub logo: Option<String>,
    /// Display name.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Id of the HUAWEI ID.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
}

/// Answer of the ticket validation of OrgID. The branch that does not apply is null.
///
/// Sites: mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrgidServiceResponse {
    /// Why the ticket is refused.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub authentication_failure: Option<OrgidAuthenticationFailure>,
    /// Who logged in.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `orgid_ValidateService`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub authentication_success: Option<OrgidAuthenticationSuccess>,
}

/// Kind of flow, always code.
///
/// Sites: mainland; source: `zh-cn_topic_0070649141`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum ResponseType {
    /// Authorisation code.
    #[wire("code")]
    Code,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Role of a user in the application. There are these two only; the merchant maps them to its
/// own permissions.
///
/// Sites: mainland; source: `zh-cn_topic_0070649435`, `zh-cn_topic_0070649111`,
/// `zh-cn_topic_0070649450`, `zh-cn_topic_0070649473`, `orgid_ShowOauth2UserInfo`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Role {
    /// Ordinary user.
    #[wire("user")]
    User,
    /// Administrator. Give administrator rights to this user.
    #[wire("admin")]
    Admin,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Kind of token. It is there when the call succeeded.
///
/// Sites: mainland; source: `zh-cn_topic_0070649143`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TokenType {
    /// Whoever has the token may use it, in the header `Authorization: Bearer …`.
    #[wire("Bearer")]
    Bearer,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// A user whose right to use the application changes (V2.0). Mobile number, e-mail address and
/// the like arrive masked unless the credential asks for extra user information and the buyer
/// agreed to share it.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Name of the joint account, unique in the tenant only. It equals `userName` of the user
    /// information, and no other id of the user is sent, so key local accounts by tenant and
    /// `userName`.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[redact]
    #[validate(max_chars = 64)]
    pub user_name: String,
    /// Display name.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[redact]
    #[validate(max_chars = 64)]
    pub name: String,
    /// Department to which the user belongs.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[validate(max_chars = 64)]
    pub org_code: String,
    /// Job title.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub position: Option<String>,
    /// Staff number.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub employee_code: Option<String>,
    /// Kind of employment.
    ///
    /// Optional; at most 11 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee_type: Option<i64>,
    /// Role of the user.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[validate(max_chars = 32, nested)]
    pub role: Role,
    /// Whether the account may be used, as the text true or false.
    ///
    /// Mandatory; at most 8 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[validate(max_chars = 8, nested)]
    pub enable: AccountState,
    /// Mobile number, masked by default.
    ///
    /// Optional; at most 32 characters.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 32)]
    pub mobile: Option<String>,
    /// E-mail address, masked by default.
    ///
    /// Optional; at most 128 characters.
    ///
    /// The row was seen without its name. Type, length and meaning are from the table.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`; concluded, not printed.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 128)]
    pub email: Option<String>,
    /// Place of work.
    ///
    /// Optional; length not documented.
    ///
    /// Every copy of the page breaks off inside this row, before its length.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649435`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_place: Option<String>,
    /// Date of joining. V1.0 prints it as year, month and day joined with hyphens.
    ///
    /// Optional; length not documented.
    ///
    /// The row was seen in V1.0 only.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`; concluded, not printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_date: Option<String>,
    /// Extra fields that the enterprise set up in its workbench. It is empty when none was set
    /// up.
    ///
    /// Optional.
    ///
    /// The row was not seen in V2.0.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`, `imc_01_0039`; concluded, not
    /// printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<BTreeMap<String, Value>>,
}

impl User {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        user_name: impl Into<String>,
        name: impl Into<String>,
        org_code: impl Into<String>,
        role: Role,
        enable: AccountState,
    ) -> Self {
        Self {
            user_name: user_name.into(),
            name: name.into(),
            org_code: org_code.into(),
            position: None,
            employee_code: None,
            employee_type: None,
            role,
            enable,
            mobile: None,
            email: None,
            work_place: None,
            entry_date: None,
            extension: None,
        }
    }
}

/// A user whose right to use the application changes (V1.0). No lengths are printed.
///
/// Sites: mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct UserV1 {
    /// Name of the account, unique in the tenant only.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    pub user_name: String,
    /// Display name.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    pub name: String,
    /// Job title.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Department to which the user belongs.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    pub org_code: String,
    /// Role of the user.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(nested)]
    pub role: Role,
    /// Whether the account may be used, as the text true or false.
    ///
    /// Mandatory.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[validate(nested)]
    pub enable: AccountState,
    /// Staff number. It may be an empty text.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employee_code: Option<String>,
    /// Kind of employment, as text. In the example it stands inside extension.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub employee_type: Option<EmployeeType>,
    /// Mobile number. It may be an empty text.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// E-mail address. It may be an empty text.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Place of work. In the example it stands inside extension.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_place: Option<String>,
    /// Date of joining. The layout is printed as yyyy-MM-d and the example is 2022-11-9, so the
    /// day may have one digit. In the example it stands inside extension.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_date: Option<String>,
    /// Holds `entryDate`, `employeeType` and `workPlace` in the example, and the extra fields
    /// that the enterprise set up in its workbench.
    ///
    /// Optional.
    ///
    /// It appears in the example and has no row of its own.
    ///
    /// Sites: mainland; source: `zh-cn_topic_0070649111`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<BTreeMap<String, Value>>,
}

impl UserV1 {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        user_name: impl Into<String>,
        name: impl Into<String>,
        org_code: impl Into<String>,
        role: Role,
        enable: AccountState,
    ) -> Self {
        Self {
            user_name: user_name.into(),
            name: name.into(),
            position: None,
            org_code: org_code.into(),
            role,
            enable,
            employee_code: None,
            employee_type: None,
            mobile: None,
            email: None,
            work_place: None,
            entry_date: None,
            extension: None,
        }
    }
}
