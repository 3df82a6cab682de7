//! Files and strings of asynchronous events.

use koogallery::open_api::client::CallError;
use koogallery::open_api::{
    ResultCode, UploadEventFileRequest, UploadEventFileRequestIsvUpdateFileReq, UploadKind,
};

use super::Platform;
use super::orders::client;

fn upload(kind: UploadKind) -> UploadEventFileRequest {
    let info = UploadEventFileRequestIsvUpdateFileReq::new(kind);
    UploadEventFileRequest::new("e-1", info)
}

#[tokio::test]
async fn a_file_and_a_string_are_taken() {
    let platform = Platform::new().await;
    let mut file = upload(UploadKind::File);
    file.isv_update_file_req.file_name = Some("license.lic".to_owned());
    file.file = Some(b"\r\n--\r\n\x00\xff".to_vec());
    let reply = client(&platform).upload_event_file(&file).await.unwrap();
    assert_eq!(reply.error_code, ResultCode::CbcSuccess);
    let last = platform.last();
    assert_eq!(
        last.interface.unwrap().to_string(),
        "open-api/uploadEventFile"
    );

    let mut string = upload(UploadKind::Characters);
    string.isv_update_file_req.characters = Some("license".into());
    let reply = client(&platform).upload_event_file(&string).await.unwrap();
    assert_eq!(reply.error_code, ResultCode::CbcSuccess);
}

#[tokio::test]
async fn an_event_with_too_long_an_id_is_refused() {
    let platform = Platform::new().await;
    let mut request = upload(UploadKind::Characters);
    request.event_id = "e".repeat(65);
    // The client checks what it sends, so nothing arrives.
    let error = client(&platform).upload_event_file(&request).await;
    assert!(matches!(error, Err(CallError::Invalid(_))), "{error:?}");

    let address = format!(
        "{}/api/mkp-openapi-public/global/v1/market-event/{}/file",
        platform.url, request.event_id
    );
    let unsigned = reqwest::Client::new().post(address).send().await.unwrap();
    assert_eq!(unsigned.status(), 401);
}
