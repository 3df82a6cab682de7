// Written by `koo generate`; do not edit.

//! Documented calls and answers of the platform.

/// Of `pushUsageNew`.
pub(super) mod push_usage_new {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "usage_records": [
    {
      "begin_time": "20220809T080000Z",
      "end_time": "20220809T090000Z",
      "instance_id": "7f141bf1-aec8-4859-8323-fb3a8ad50721",
      "metering_sn": "sn-0001",
      "record_time": "20220809T091000Z",
      "usage_value": "99"
    }
  ]
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "MKT.0000",
  "error_msg": "success"
}"#;
}

/// Of `pushUsageOld`.
pub(super) mod push_usage_old {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "usage_records": [
    {
      "instance_id": "7f141bf1-aec8-4859-8323-fb3a8ad50721",
      "product_id": "OFFI0000000000000000",
      "record_time": "20220809T091000Z",
      "begin_time": "20220809T080000Z",
      "end_time": "20220809T090000Z",
      "usage_value": "99"
    }
  ]
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "MKT.0000",
  "error_msg": "success"
}"#;
}

/// Of `queryOrder`.
pub(super) mod query_order {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[
        Example::new(CALL_1, ANSWER_1),
        Example::new(CALL_2, ANSWER_2),
        Example::new(CALL_3, ANSWER_3),
        Example::new(CALL_4, ANSWER_4),
        Example::new(CALL_5, ANSWER_5),
        Example::new(CALL_6, ANSWER_6),
        Example::new(CALL_7, ANSWER_7),
        Example::new(CALL_8, ANSWER_8),
        Example::new(CALL_9, ANSWER_9),
    ];
    const CALL_1: &str = r#"{
  "orderId": "MOCKPERIODYEARNEW",
  "orderLineId": "MOCKPERIODYEARNEW-000001"
}"#;
    const ANSWER_1: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKPERIODYEARNEW",
    "orderType": "NEW",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKPERIODYEARNEW-000001",
        "chargingMode": "PERIOD",
        "periodType": "year",
        "periodNumber": 1,
        "expireTime": "20251121235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "linearValue": 50,
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [
          {
            "name": "emailDomainName",
            "value": "test.example.com"
          },
          {
            "name": "ip",
            "value": "127.0.0.1"
          }
        ],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "mobilePhone": "10000000000",
      "email": null,
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerRealName": "mock user",
      "customerType": 0,
      "userId": null,
      "userName": null
    },
    "extendParams": []
  }
}"#;
    const CALL_2: &str = r#"{
  "orderId": "MOCKONETIMENEW",
  "orderLineId": "MOCKONETIMENEW-000001"
}"#;
    const ANSWER_2: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKONETIMENEW",
    "orderType": "NEW",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKONETIMENEW-000001",
        "chargingMode": "ONE_TIME",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,once"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_3: &str = r#"{
  "orderId": "MOCKONDEMAND",
  "orderLineId": "MOCKONDEMAND-000001"
}"#;
    const ANSWER_3: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKONDEMAND",
    "orderType": "NEW",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKONDEMAND-000001",
        "chargingMode": "ON_DEMAND",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,on demand"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_4: &str = r#"{
  "orderId": "MOCKONDEMANDPKG",
  "orderLineId": "MOCKONDEMANDPKG-000001"
}"#;
    const ANSWER_4: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKONDEMANDPKG",
    "orderType": "NEW",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKONDEMANDPKG-000001",
        "chargingMode": "ON_DEMAND_PKG",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,package"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_5: &str = r#"{
  "orderId": "MOCKPERIODDAYTRIAL",
  "orderLineId": "MOCKPERIODDAYTRIAL-000001"
}"#;
    const ANSWER_5: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKPERIODDAYTRIAL",
    "orderType": "TRIAL",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKPERIODDAYTRIAL-000001",
        "chargingMode": "PERIOD",
        "periodType": "day",
        "periodNumber": 7,
        "expireTime": "20241128235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [],
        "currency": "0",
        "currencyAfterDiscount": "0"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_6: &str = r#"{
  "orderId": "MOCKMONTYTRIALTOFORMAL",
  "orderLineId": "MOCKMONTYTRIALTOFORMAL-000001"
}"#;
    const ANSWER_6: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKMONTYTRIALTOFORMAL",
    "orderType": "TRIAL_TO_FORMAL",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKMONTYTRIALTOFORMAL-000001",
        "chargingMode": "PERIOD",
        "periodType": "month",
        "periodNumber": 1,
        "expireTime": "20241221235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_7: &str = r#"{
  "orderId": "MOCKMONTYUNSUBSCRIBE",
  "orderLineId": "MOCKMONTYUNSUBSCRIBE-000001"
}"#;
    const ANSWER_7: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKMONTYUNSUBSCRIBE",
    "orderType": "UNSUBSCRIBE",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKMONTYUNSUBSCRIBE-000001",
        "chargingMode": "PERIOD",
        "periodType": "month",
        "periodNumber": 1,
        "expireTime": "20241221235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [],
        "currency": "",
        "currencyAfterDiscount": "-100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_8: &str = r#"{
  "orderId": "MOCKMONTYRENEW",
  "orderLineId": "MOCKMONTYRENEW-000001"
}"#;
    const ANSWER_8: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKMONTYRENEW",
    "orderType": "RENEW",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKMONTYRENEW-000001",
        "chargingMode": "PERIOD",
        "periodType": "month",
        "periodNumber": 1,
        "expireTime": "20241221235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
    const CALL_9: &str = r#"{
  "orderId": "MOCKMONTYCHANGE",
  "orderLineId": "MOCKMONTYCHANGE-000001"
}"#;
    const ANSWER_9: &str = r#"{
  "resultCode": "MKT.0000",
  "resultMsg": "Success",
  "orderInfo": {
    "orderId": "MOCKMONTYCHANGE",
    "orderType": "CHANGE",
    "createTime": "20241121090846",
    "orderLine": [
      {
        "orderLineId": "MOCKMONTYCHANGE-000001",
        "chargingMode": "PERIOD",
        "periodType": "month",
        "periodNumber": 1,
        "expireTime": "20241221235959",
        "productInfo": [
          {
            "productId": "OFFI0000000000000000",
            "skuCode": "00000000-0000-0000-0000-000000000000",
            "productName": "mock product,mock spec,basic,period"
          }
        ],
        "extendParams": [],
        "currency": "100",
        "currencyAfterDiscount": "100"
      }
    ],
    "buyerInfo": {
      "customerId": "00000000000000000000000000000000",
      "customerName": "mock_user_01",
      "customerType": 0
    },
    "extendParams": []
  }
}"#;
}

/// Of `uploadEventFile`.
pub(super) mod upload_event_file {
    use koo_runtime::mock::Example;
    pub(crate) const ALL: &[Example] = &[Example::new(CALL_1, ANSWER_1)];
    const CALL_1: &str = r#"{
  "event_id": "87b94795-0603-4e24-8ae5-69420d60e3c8"
}"#;
    const ANSWER_1: &str = r#"{
  "error_code": "CBC.0000",
  "error_msg": "Success"
}"#;
}
