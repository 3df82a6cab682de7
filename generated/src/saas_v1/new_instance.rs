// Written by `koo generate`; do not edit.

//! `newInstance`: Subscription (新购商品).
//!
//! Creates the instance that a buyer has paid for. The request carries everything about buyer,
//! product and period.
//!
//! When: A buyer has paid a new order. The platform also calls each time the buyer opens the
//! resource details of the product, so the call doubles as a lookup. Probing and the debug
//! console send it too.
//!
//! # Rules
//!
//! - Make an `instanceId` that is unique everywhere and different for each order. A good one is
//!   the `businessId` of the first call, which has to be stored because the next call has
//!   another; a UUID does as well.
//! - Answer with `appInfo` unless the buyer gets the access data another way, such as by SMS or
//!   e-mail. The debug console wants `frontEndUrl` in any case.
//! - Do not act on `expireTime`; the service ends with the expire call.
//! - More than 5 orders that fail within a month because of the interface lead to removal of
//!   the product.
//!
//! # Repeated calls
//!
//! Two calls are the same call when they agree in `orderId`, `productId`.
//!
//! A repeated call creates nothing and answers success with the same `instanceId`. The pages
//! name `orderId` as the key, and `orderId` with `productId` for pay-per-use products, whose
//! order is sent as one call for each metered item and owns one instance for each. `businessId`
//! changes on every call and must not be part of the key.
//!
//! # Debug calls
//!
//! A call whose `testFlag` is `1` comes from debugging or probing. It is checked and answered
//! like any other, and changes nothing: [`Call::is_debug`](koo_runtime::Call::is_debug) tells.
//!
//! The caller tries again for 3h.
//!
//! The order counts as failed and is unsubscribed, which refunds it. Until then the merchant
//! can restart the call among the production interface messages (生产接口消息) of the seller
//! console.
//!
//! Each failure is mailed to the merchant. Pages of different age name different intervals.
//!
//! # Result codes
//!
//! 000000, 000001, 000002, 000004, 000005, 000100, 000101, 000102, 000103, 000104, 000105,
//! 000106, 000107.
//!
//! # Source
//!
//! Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.

use koo_runtime::call::Request;
use koo_runtime::cipher::{CipherError, Decrypt, Encrypt};
use koo_runtime::secret::Secret;
use koo_runtime::{Decimal, Redact, Validate};
use serde::{Deserialize, Serialize};

use super::{
    Activity, AppInfo, ChargingMode, EncryptType, PurchasePeriod, ResultCode, TestFlag,
    TrialFlag,
};

/// What the caller sends: Subscription (新购商品).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewInstanceRequest {
    /// Time at which the request was sent, in UTC. It is a signed parameter like the others and
    /// also the second part of the key of the signature, so use it exactly as it arrives. Do
    /// not insist on 17 digits. No limit on its age is documented.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmssSSS`, UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmssSSS"))]
    pub time_stamp: String,
    /// Says that this request creates an instance.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[validate(max_chars = 20, nested)]
    pub activity: Activity,
    /// Id of the buyer's Huawei Cloud account. It is unique.
    ///
    /// Mandatory; at most 100 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[validate(max_chars = 100)]
    pub customer_id: String,
    /// Account name of the buyer.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On intl: optional; The Chinese copy of 2025-11-18 marks the row as optional.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[redact]
    #[validate(max_chars = 64)]
    pub customer_name: String,
    /// Id of the IAM user who bought. It is sent only when the merchant ticked the IAM option
    /// of buyer authorization when publishing, and since 2025-10-25 no longer for newly added
    /// SaaS assets; existing ones are unchanged.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub user_id: Option<String>,
    /// Name of the IAM user who bought. It is sent only when the merchant ticked the IAM option
    /// of buyer authorization when publishing, and since 2025-10-25 no longer for newly added
    /// SaaS assets; existing ones are unchanged.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `en-us_topic_0070649013`.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub user_name: Option<String>,
    /// Phone number of the buyer without country code, encrypted under the algorithm that was
    /// chosen when publishing. It is sent only when the merchant ticked the phone option of
    /// buyer authorization.
    ///
    /// Optional; length not documented; encrypted under sensitive-256.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `blog_14630799`; read in a fragment
    /// only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile_phone: Option<String>,
    /// E-mail address of the buyer, encrypted under the algorithm that was chosen when
    /// publishing. It is sent only when the merchant ticked the e-mail option of buyer
    /// authorization.
    ///
    /// Optional; length not documented; encrypted under sensitive-256.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `blog_14630799`; read in a fragment
    /// only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Business id of the platform. It is different on every request, also when the same order
    /// is sent again, so it never identifies an order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `search_snippets`; read in a
    /// fragment only.
    #[validate(max_chars = 64)]
    pub business_id: String,
    /// Id of the order that was paid.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649013`, `search_snippets`; read in a
    /// fragment only.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Code of the specification that was bought. A renewal keeps it, even when the period type
    /// changes.
    ///
    /// Optional; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `code_java_welink`; read in a fragment
    /// only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub sku_code: Option<String>,
    /// Id of the product. Under one `skuCode` every period type, such as monthly and yearly,
    /// has an id of its own, and so has every metered item of a pay-per-use product.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `code_official_sample_v1`; read in a
    /// fragment only.
    #[validate(max_chars = 64)]
    pub product_id: String,
    /// Marks a call of the debug console or of probing. Treat only `1` as a debug call, and an
    /// absent value and `0` as a real one. A debug call must not create orders, users or
    /// charges.
    ///
    /// Optional; at most 1 character.
    ///
    /// `1` marks a debug call, which changes nothing.
    ///
    /// On intl: at most 2 characters; values 1, 0; 0 if absent; A text. Real calls may carry
    /// `0`, which is also the default.
    ///
    /// On mainland: values 1; An integer. Real calls leave the parameter out.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `code_java_welink`,
    /// `en-us_topic_0070649013`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 1, nested)]
    pub test_flag: Option<TestFlag>,
    /// Start of the term. It is sent only when a pay-per-use package is newly bought, never for
    /// other charging modes.
    ///
    /// Optional; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub start_time: Option<String>,
    /// Whether the purchase is a trial. It is left out when the value would be 0. With 1 the
    /// period type is day.
    ///
    /// Optional.
    ///
    /// The row was seen as text; its type and length were cut off.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `code_java_welink`,
    /// `code_java_tenant_order`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub trial_flag: Option<TrialFlag>,
    /// Expected end of the service, the creation of the order plus the period. The real end may
    /// differ, so act on the expire call only. It is sent for products for a period and
    /// pay-per-use packages, not for pay-per-use and one-time products.
    ///
    /// Optional; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: Option<String>,
    /// Charging mode of the order.
    ///
    /// Optional; at most 3 characters.
    ///
    /// The table has the type Integer and prints \[3\] as the length. An older comment in code
    /// explains only 3, one-time.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 3, nested)]
    pub charging_mode: Option<ChargingMode>,
    /// Further parameters that the merchant defined when publishing and the buyer filled in. It
    /// is a JSON list of SaasExtendParam, in base64, URL-encoded. Undo the two encodings from
    /// the outside in; most servers have already URL-decoded the query.
    ///
    /// Optional; at most 2048 characters; URL-encoded base64 of JSON.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `code_official_sample_v1`; read in a
    /// fragment only.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 2048, format = url_encoded_base64_json)]
    pub saas_extend_params: Option<String>,
    /// Value of the numeric attribute for quantity, in pieces or times. It is sent for products
    /// with several specifications that have such an attribute, for a period or one-time.
    ///
    /// Optional; at most 7 characters.
    ///
    /// On intl: at most 4 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0000001297828992`; read
    /// in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// Value of the numeric attribute for disk size, in GB. It is sent for products with
    /// several specifications that have such an attribute.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_size: Option<i64>,
    /// Value of the numeric attribute for bandwidth, in Mbps. It is sent for products with
    /// several specifications that have such an attribute.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band_width: Option<i64>,
    /// Period type. It is sent for `chargingMode` 1 and 5, not for 3.
    ///
    /// Optional; at most 10 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0070649014`; read in a
    /// fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 10, nested)]
    pub period_type: Option<PurchasePeriod>,
    /// Number of periods, such as 1, 2 or 3. It is sent for `chargingMode` 1 and 5, not for 3.
    ///
    /// Optional; at most 2 characters.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0070649014`; read in a
    /// fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_number: Option<i64>,
    /// Amount that was paid for the order, with at most three decimals, in CNY on the mainland
    /// site and in USD on the international one.
    ///
    /// Optional; at most 20 characters; not below 0; at most 20 digits, 3 of them after the
    /// point.
    ///
    /// The type is printed as bigdecimal. How many digits it may have is not said beyond the
    /// length.
    ///
    /// Sites: intl, mainland; source: `search_snippets`, `zh-cn_topic_0070649014`; read in a
    /// fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, decimal(20, 3), minimum = 0)]
    pub order_amount: Option<Decimal>,
    /// How the instance is opened. The value 1 is the only one seen, and its meaning is not
    /// documented.
    ///
    /// Optional.
    ///
    /// Sites: mainland; source: `code_python_get_license`, `search_snippets`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision_type: Option<i64>,
}

impl NewInstanceRequest {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        time_stamp: impl Into<String>,
        customer_id: impl Into<String>,
        customer_name: impl Into<String>,
        business_id: impl Into<String>,
        order_id: impl Into<String>,
        product_id: impl Into<String>,
    ) -> Self {
        Self {
            time_stamp: time_stamp.into(),
            activity: Activity::NewInstance,
            customer_id: customer_id.into(),
            customer_name: customer_name.into(),
            user_id: None,
            user_name: None,
            mobile_phone: None,
            email: None,
            business_id: business_id.into(),
            order_id: order_id.into(),
            sku_code: None,
            product_id: product_id.into(),
            test_flag: None,
            start_time: None,
            trial_flag: None,
            expire_time: None,
            charging_mode: None,
            saas_extend_params: None,
            amount: None,
            disk_size: None,
            band_width: None,
            period_type: None,
            period_number: None,
            order_amount: None,
            provision_type: None,
        }
    }
}

impl NewInstanceRequest {
    /// `mobile_phone` in the clear; `None` if it is absent.
    pub fn mobile_phone_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Option<Secret>, CipherError> {
        self.mobile_phone.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose()
    }

    /// Puts a value into `mobile_phone`, encrypted.
    pub fn encrypt_mobile_phone(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.mobile_phone = Some(cipher.encrypt(plain)?);
        Ok(())
    }

    /// `email` in the clear; `None` if it is absent.
    pub fn email_decrypted(
        &self,
        cipher: &(impl Decrypt + ?Sized),
    ) -> Result<Option<Secret>, CipherError> {
        self.email.as_deref().map(|sealed| cipher.decrypt(sealed)).transpose()
    }

    /// Puts a value into `email`, encrypted.
    pub fn encrypt_email(
        &mut self,
        plain: &str,
        cipher: &(impl Encrypt + ?Sized),
    ) -> Result<(), CipherError> {
        self.email = Some(cipher.encrypt(plain)?);
        Ok(())
    }
}

impl Request for NewInstanceRequest {
    const INTERFACE: &'static str = "newInstance";
    const IS_DEBUG: fn(&Self) -> bool = |call| call.test_flag == Some(TestFlag::Debug);
    type Reply = NewInstanceReply;

    fn idempotency_key(&self) -> Option<String> {
        Some([Self::INTERFACE, &self.order_id, &self.product_id].join("\u{1f}"))
    }

    fn vary(&mut self, fresh: &str) {
        self.business_id = fresh.to_owned();
    }
}

/// What is answered: Subscription (新购商品).
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewInstanceReply {
    /// Result code. Only 000000 counts as success.
    ///
    /// Mandatory; at most 6 characters.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`.
    #[validate(max_chars = 6, nested)]
    pub result_code: ResultCode,
    /// Text that explains the result code. Always send it; the debug console cannot read a
    /// reply without it.
    ///
    /// Optional; sent always; at most 255 characters.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 255)]
    pub result_msg: Option<String>,
    /// Algorithm under which `userName` and password of `appInfo` are encrypted. Without it
    /// they are under AES-256.
    ///
    /// Optional; at most 3 characters; 1 if absent.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 3, nested)]
    pub encrypt_type: Option<EncryptType>,
    /// Id of the instance, made by the merchant and unique everywhere. The platform checks it
    /// also in debugging.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// How the buyer gets to the product. Leave it out only when the buyer gets these data
    /// another way, such as by SMS or e-mail; the debug console nevertheless wants
    /// `frontEndUrl`.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `guide_00a3aa73`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub app_info: Option<AppInfo>,
}

impl NewInstanceReply {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self {
            result_code: ResultCode::default(),
            result_msg: None,
            encrypt_type: None,
            instance_id: instance_id.into(),
            app_info: None,
        }
    }
}
