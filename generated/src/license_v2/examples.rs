// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `activateLicenseV1`.
pub(super) mod activate_license_v1 {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "license": "PLXXXXXX"
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "92020000",
  "error_msg": "success",
  "data": {
    "license_code_info": "{\"status\":\"ALIVE\",\"expire_time\":\"20230726121646\",\"product_id\":\"12345\",\"amount\":2,\"order_id\":\"CS123\"}"
  }
}"#;
}

/// Of `activateLicenseV2`.
pub(super) mod activate_license_v2 {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "license_list": [
    "PL****001",
    "PL****002",
    "PL****003"
  ],
  "real_effect_time": "20260102153555"
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "92020000",
  "error_msg": "success"
}"#;
}

/// Of `queryLicenseV1`.
pub(super) mod query_license_v1 {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "license": "PLXXXXXX",
  "heartbeatInfo": {
    "thirdPartyAccount": "myaccount1",
    "ip": "192.168.1.51"
  }
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "92020000",
  "error_msg": "success",
  "data": {
    "license_code": "PLXXXXXX",
    "status": "ALIVE",
    "activate_time": "20250726121646",
    "expire_time": "20260726121646"
  }
}"#;
}

/// Of `reportSoftwareUsage`.
pub(super) mod report_software_usage {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "usage_info": [
    {
      "license": "PLXXXXXX",
      "software_usage_Info": [
        {
          "active_num": 100
        }
      ]
    }
  ]
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "92020000",
  "error_msg": "success"
}"#;
}
