//! CAS answers in XML. The shapes are those that the CAS protocol 3.0 prints, with the values of the catalogue.

use koogallery::joint_kit::client::CallError;
use koogallery::joint_kit::{CasServiceValidateReply, CasServiceValidateRequest};

use super::contract::Contract;
use super::joint_kit::{DOMAIN, client};
use super::stub::Stub;

const SUCCESS: &str = r#"<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
  <cas:authenticationSuccess>
    <cas:user>zhangsan</cas:user>
    <cas:attributes>
      <cas:authenticationDate>2021-11-17T01:37:52.729Z</cas:authenticationDate>
      <cas:longTermAuthenticationRequestTokenUsed>false</cas:longTermAuthenticationRequestTokenUsed>
      <cas:isFromNewLogin>true</cas:isFromNewLogin>
      <cas:role>user</cas:role>
      <cas:organizationCode>10000</cas:organizationCode>
      <cas:name>&#24352;三</cas:name>
      <cas:userName>zhangsan</cas:userName>
      <cas:tenant>68cbc8******b880d92f36422fa0e</cas:tenant>
    </cas:attributes>
  </cas:authenticationSuccess>
</cas:serviceResponse>
"#;

const FAILURE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
 <cas:authenticationFailure code="INVALID_TICKET">
    Ticket not recognized
  </cas:authenticationFailure>
</cas:serviceResponse>"#;

async fn validate(
    content_type: &str,
    body: &str,
) -> Result<CasServiceValidateReply, CallError<CasServiceValidateReply>> {
    let contract = Contract::of("joint-kit", "casServiceValidate");
    let stub = Stub::with(200, content_type, body).await;
    let request: CasServiceValidateRequest = contract.request(0, &[DOMAIN]);
    let reply = client(&stub).cas_service_validate(&request).await;
    contract.holds(&stub.call(), 0);
    reply
}

#[tokio::test]
async fn a_valid_ticket_is_read_from_xml() {
    let contract = Contract::of("joint-kit", "casServiceValidate");
    for content_type in ["application/xml;charset=UTF-8", "text/xml", "text/html"] {
        let reply = validate(content_type, SUCCESS).await.unwrap();
        contract.says(&reply, 0);
    }
}

#[tokio::test]
async fn a_refused_ticket_is_read_from_xml() {
    let reply = validate("application/xml", FAILURE).await.unwrap();
    Contract::of("joint-kit", "casServiceValidate").says(&reply, 1);
}

#[tokio::test]
async fn the_same_answers_come_as_json() {
    let contract = Contract::of("joint-kit", "casServiceValidate");
    for index in 0..2 {
        let body = contract.reply(index).to_string();
        let reply = validate("application/json", &body).await.unwrap();
        contract.says(&reply, index);
    }
}

#[tokio::test]
async fn nobody_is_logged_in_by_what_is_no_answer() {
    for body in [
        "",
        "<html><body>login</body></html>",
        "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>",
        "<!DOCTYPE r [<!ENTITY a 'b'>]><serviceResponse/>",
    ] {
        let error = validate("application/xml", body).await.unwrap_err();
        assert!(
            matches!(error, CallError::Unreadable(_)),
            "{body} {error:?}"
        );
    }
    let empty = "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'/>";
    let reply = validate("application/xml", empty).await.unwrap();
    assert!(reply.service_response.authentication_success.is_none());
}
