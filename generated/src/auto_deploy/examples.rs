// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `getDeployedObject`.
pub(super) mod get_deployed_object {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "asset_id": "example-asset",
  "deployed_type": "software_package",
  "asset_version": "V1.0"
}"#;
    const ANSWER_1: &str = r#"{
  "data": [
    {
      "asset_id": "example-asset",
      "deployed_type": "software_package",
      "version": "V1.0",
      "software_pkg_deployed_object": {
        "package_name": "example.tar.gz",
        "internal_path": "https://obs.example.com/example.tar.gz"
      }
    }
  ]
}"#;
}
