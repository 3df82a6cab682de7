//! The Postman collection has the shape of format 2.1 and no secret.

use koo_codegen::postman::{Options, emit};
use serde_json::Value;

use crate::support::CATALOGUE;

#[test]
fn every_request_can_be_sent() {
    let files = emit(&CATALOGUE, &Options::default()).unwrap();
    let collection: Value = serde_json::from_str(&files[0].contents).unwrap();
    assert_eq!(
        collection["info"]["schema"],
        "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    );
    let variables: Vec<_> = collection["variable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|variable| variable["key"].as_str().unwrap())
        .collect();
    let mut requests = 0;
    for folder in collection["item"].as_array().unwrap() {
        for item in folder["item"].as_array().unwrap() {
            requests += 1;
            let name = item["name"].as_str().unwrap();
            let request = &item["request"];
            assert!(
                ["GET", "POST"].contains(&request["method"].as_str().unwrap()),
                "{name}"
            );
            let url = &request["url"];
            let host = url["host"].as_array().unwrap();
            assert!(!host.is_empty(), "{name}");
            if let Some(raw) = request["body"]["raw"].as_str() {
                let body: Value = serde_json::from_str(raw).unwrap();
                assert!(body.is_object(), "{name}: {raw}");
            }
            // A request that is signed names variables that the collection has, with no value.
            for entry in url["query"]
                .as_array()
                .into_iter()
                .chain(request["header"].as_array())
                .flatten()
            {
                let value = entry["value"].as_str().unwrap();
                if let Some(variable) = value
                    .strip_prefix("{{")
                    .and_then(|value| value.strip_suffix("}}"))
                {
                    assert!(variables.contains(&variable), "{name}: {variable}");
                }
            }
            assert!(item["response"].is_array(), "{name}");
        }
    }
    assert!(requests >= 63, "{requests}");
    for variable in collection["variable"].as_array().unwrap() {
        let is_address = variable["key"] == "merchant_url";
        assert_eq!(variable["value"] == "", !is_address, "{variable}");
    }
}
