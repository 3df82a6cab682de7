//! Automatic deployment, and the third party it needs.

use koogallery::Site;
use koogallery::auto_deploy::client::{CallError, Client, ParseTemplateVariablesHeaders};
use koogallery::auto_deploy::{GetDeployedObjectRequest, ParseTemplateVariablesRequest};

use super::contract::Contract;
use super::stub::Stub;
use super::{secret, settings};

fn client(stub: &Stub) -> Client {
    let (id, key) = (secret("access_key_id"), secret("secret_access_key"));
    Client::new(Site::Mainland, id, key, settings(stub)).unwrap()
}

#[tokio::test]
async fn a_deployed_object_is_found() {
    let contract = Contract::of("auto-deploy", "getDeployedObject");
    let stub = Stub::answering(contract.reply(0)).await;
    let request: GetDeployedObjectRequest = contract.request(0, &[]);
    let reply = client(&stub).get_deployed_object(&request).await.unwrap();
    contract.holds(&stub.call(), 0);
    contract.says(&reply, 0);
}

#[tokio::test]
async fn the_third_party_is_called_where_the_merchant_says() {
    let contract = Contract::of("auto-deploy", "parseTemplateVariables");
    let stub = Stub::answering("{}").await;
    let request: ParseTemplateVariablesRequest = contract.request(0, &[]);
    let headers = ParseTemplateVariablesHeaders::new("0c8a7f6e-2f0b-4a4e-9d7e-5b0b5d0c9a11");
    let address = format!("{}/v1/template-analyses/variables", stub.url());
    let client = client(&stub);
    client
        .parse_template_variables(&address, &headers, &request)
        .await
        .unwrap();
    let call = stub.call();
    contract.holds(&call, 0);
    assert_eq!(call.path, "/v1/template-analyses/variables");
    let signed = call.header("Authorization").unwrap();
    assert!(signed.contains("client-request-id;"), "{signed}");

    // The limits of a header are kept as well.
    let headers = ParseTemplateVariablesHeaders::new("short");
    let error = client
        .parse_template_variables(&address, &headers, &request)
        .await;
    assert!(matches!(error, Err(CallError::Invalid(_))));
    assert_eq!(stub.calls().len(), 1);
}
