//! Multipart bodies, read by a parser of its own.

use koogallery::Site;
use koogallery::license_client::client::Client;
use koogallery::license_client::{LicenseUpload, ResultCode, UploadLicenseRequest};
use koogallery::open_api::UploadEventFileRequest;
use serde_json::{Value, json};

use super::contract::Contract;
use super::stub::{Part, Stub};
use super::{open_api, secret, settings};

const EVENT: &str = "87b94795-0603-4e24-8ae5-69420d60e3c8";

fn client(stub: &Stub) -> Client {
    let (id, key) = (secret("access_key_id"), secret("secret_access_key"));
    Client::new(Site::Mainland, id, key, settings(stub)).unwrap()
}

fn upload(info: Value, file: Option<Vec<u8>>) -> UploadLicenseRequest {
    let info: LicenseUpload = serde_json::from_value(info).unwrap();
    let mut request = UploadLicenseRequest::new(EVENT, info);
    request.file = file;
    request
}

fn info(part: &Part) -> Value {
    assert_eq!(part.name, "isvUpdateFileReq");
    assert_eq!(part.content_type.as_deref(), Some("application/json"));
    assert_eq!(part.file_name, None);
    serde_json::from_slice(&part.bytes).unwrap()
}

#[tokio::test]
async fn a_license_file_travels_byte_for_byte_beside_what_it_is() {
    let contract = Contract::of("license-client", "uploadLicense");
    let stub = Stub::answering(contract.reply(0)).await;
    // Line ends, a boundary's beginning, and bytes that are no text.
    let bytes: Vec<u8> = b"\r\n--\r\n".iter().copied().chain(0..=255).collect();
    let described = json!({
        "type": "FILE", "file_name": "许可 \"1\".lic",
        "sha256": "350fafaffdba2a628e355b0174e90b05dba6b337b318629bce1d8ec063ebe1cd",
    });
    let request = upload(described.clone(), Some(bytes.clone()));
    let reply = client(&stub).upload_license(&request).await.unwrap();
    assert_eq!(reply.error_code, ResultCode::from("CBC.0000"));

    let call = stub.call();
    contract.is_called_at(&call, Some(&json!({"event_id": EVENT})));
    contract.is_signed(&call);
    let parts = call.parts().await;
    assert_eq!(parts.len(), 2);
    let file = parts.iter().find(|part| part.name == "file").unwrap();
    assert_eq!(file.bytes, bytes);
    assert_eq!(
        file.content_type.as_deref(),
        Some("application/octet-stream")
    );
    assert!(file.file_name.as_deref().unwrap().contains("lic"));
    let other = parts.iter().find(|part| part.name != "file").unwrap();
    assert_eq!(info(other), described);
}

#[tokio::test]
async fn without_a_file_there_is_no_such_part() {
    let contract = Contract::of("license-client", "uploadLicense");
    let stub = Stub::answering(contract.reply(0)).await;
    let described = json!({"type": "CHARACTERS", "characters": "111"});
    let request = upload(described.clone(), None);
    client(&stub).upload_license(&request).await.unwrap();
    let parts = stub.call().parts().await;
    assert_eq!(parts.len(), 1);
    assert_eq!(info(&parts[0]), described);
}

#[tokio::test]
async fn the_open_interface_of_the_same_name_sends_the_same() {
    let contract = Contract::of("open-api", "uploadEventFile");
    let stub = Stub::answering(contract.reply(0)).await;
    let info = json!({"type": "FILE", "file_name": "111.jpg"});
    let request: UploadEventFileRequest = serde_json::from_value(json!({
        "event_id": EVENT, "isvUpdateFileReq": info, "file": [1, 2, 3],
    }))
    .unwrap();
    let client = open_api::client(&stub);
    client.upload_event_file(&request).await.unwrap();
    let call = stub.call();
    contract.is_called_at(&call, Some(&json!({"event_id": EVENT})));
    contract.is_signed(&call);
    let parts = call.parts().await;
    let file = parts.iter().find(|part| part.name == "file").unwrap();
    assert_eq!(file.file_name.as_deref(), Some("111.jpg"));
    assert_eq!(file.bytes, [1, 2, 3]);
}
