// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use std::collections::BTreeMap;

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};

/// Says that this request is an order notification.
///
/// Sites: mainland; source: `zh-cn_topic_0000002091799153`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum Activity {
    /// Order notification.
    #[wire("orderNotify")]
    OrderNotify,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// The customer of an order. The table was not seen; members and types come from a real answer
/// for a mock order, in which nothing was encrypted.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct BuyerInfo {
    /// Phone number of the customer.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile_phone: Option<String>,
    /// Mail address of the customer.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Account id of the customer, 32 hexadecimal digits in the mock order.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// The instance interfaces allow 100 characters for it.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// Account name of the customer.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// The instance interfaces allow 64 characters for it.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// Name from the real-name check of the customer.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_real_name: Option<String>,
    /// Kind of customer. A mock order has 0, which presumably is a person, with 1 for an
    /// enterprise.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_type: Option<i64>,
    /// IAM user id, when the customer is logged in as an IAM user.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// The instance interfaces allow 64 characters for it.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// Name of the IAM user.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
}

/// How an order line is charged.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum ChargingMode {
    /// Pay per use.
    #[wire("ON_DEMAND")]
    OnDemand,
    /// Bought once.
    #[wire("ONE_TIME")]
    OneTime,
    /// Bought for a period.
    #[wire("PERIOD")]
    Period,
    /// Package of pay-per-use amounts.
    #[wire("ON_DEMAND_PKG")]
    OnDemandPkg,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// An extension parameter that the merchant defined when publishing the product. The members
/// come from a parameter of an order line; those of the whole order are taken to be the same.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct ExtendParam {
    /// Name of the parameter as the merchant defined it when publishing, such as
    /// `emailDomainName` or ip.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the buyer filled in.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[redact]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// One metered span of an instance, as the oldest address took it.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct LegacyUsageRecord {
    /// Id of the instance.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    pub instance_id: String,
    /// When the record was made, in UTC.
    ///
    /// Mandatory; length not documented; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    #[validate(format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub record_time: String,
    /// Start of the metered span in UTC.
    ///
    /// Mandatory; length not documented; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    #[validate(format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub begin_time: String,
    /// End of the metered span in UTC.
    ///
    /// Mandatory; length not documented; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    #[validate(format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub end_time: String,
    /// Metering factor to amount, such as times (number of uses) to 3524.
    ///
    /// Mandatory.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_push_v1`; taken from code.
    pub usage_entity: BTreeMap<String, String>,
}

impl LegacyUsageRecord {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        record_time: impl Into<String>,
        begin_time: impl Into<String>,
        end_time: impl Into<String>,
        usage_entity: BTreeMap<String, String>,
    ) -> Self {
        Self {
            instance_id: instance_id.into(),
            record_time: record_time.into(),
            begin_time: begin_time.into(),
            end_time: end_time.into(),
            usage_entity,
        }
    }
}

/// One metered amount of an instance, as the old usage push takes it. It has no unique id.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct OldUsageRecord {
    /// Id of the pay-per-use instance.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// The `productId` of the instance.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[validate(max_chars = 64)]
    pub product_id: String,
    /// When the record was made, in UTC.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub record_time: String,
    /// Start of the metered span in UTC, at most 21 days in the past.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub begin_time: String,
    /// End of the metered span in UTC, not before its start.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub end_time: String,
    /// Amount used, greater than 0 and with at most four decimals. Send it as JSON text.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`, `zh-cn_topic_0070649411`.
    #[validate(max_chars = 20)]
    pub usage_value: String,
    /// Id of the package instance from which the usage is taken.
    ///
    /// Conditional; at most 64 characters.
    ///
    /// Needed: The usage is taken from a package that stops when it is used up.
    ///
    /// Sites: intl, mainland; source: `intl_topic_0070649082`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub relate_pkg_instance: Option<String>,
}

impl OldUsageRecord {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        instance_id: impl Into<String>,
        product_id: impl Into<String>,
        record_time: impl Into<String>,
        begin_time: impl Into<String>,
        end_time: impl Into<String>,
        usage_value: impl Into<String>,
    ) -> Self {
        Self {
            instance_id: instance_id.into(),
            product_id: product_id.into(),
            record_time: record_time.into(),
            begin_time: begin_time.into(),
            end_time: end_time.into(),
            usage_value: usage_value.into(),
            relate_pkg_instance: None,
        }
    }
}

/// An order of the marketplace.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrderInfo {
    /// Id of the order.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(max_chars = 64)]
    pub order_id: String,
    /// Kind of the order.
    ///
    /// Mandatory; at most 32 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(max_chars = 32, nested)]
    pub order_type: OrderType,
    /// When the customer placed the order, which is not when it takes effect.
    ///
    /// Mandatory; at most 20 characters; `yyyyMMddHHmmss`.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub create_time: String,
    /// The lines of the order. The name is singular although it is a list.
    ///
    /// Mandatory.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(nested)]
    pub order_line: Vec<OrderLine>,
    /// The customer.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub buyer_info: Option<BuyerInfo>,
    /// Extension parameters of the whole order. A real answer had an empty list.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub extend_params: Option<Vec<ExtendParam>>,
}

impl OrderInfo {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        order_id: impl Into<String>,
        order_type: OrderType,
        create_time: impl Into<String>,
        order_line: Vec<OrderLine>,
    ) -> Self {
        Self {
            order_id: order_id.into(),
            order_type,
            create_time: create_time.into(),
            order_line,
            buyer_info: None,
            extend_params: None,
        }
    }
}

/// A line of an order, which is one thing that was bought.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrderLine {
    /// Id of the order line.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(max_chars = 64)]
    pub order_line_id: String,
    /// How the line is charged.
    ///
    /// Mandatory; at most 25 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
    #[validate(max_chars = 25, nested)]
    pub charging_mode: ChargingMode,
    /// Computed end of the term in UTC. It is there for products sold by period and not for
    /// one-time products, and it only approximates the real end.
    ///
    /// Optional; at most 20 characters; `yyyyMMddHHmmss`, UTC.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`, `zh-cn_topic_0070649350`; read in
    /// a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 20, format = timestamp("yyyyMMddHHmmss"))]
    pub expire_time: Option<String>,
    /// Unit of the term. It is there when `chargingMode` is PERIOD.
    ///
    /// Optional; at most 2 characters.
    ///
    /// The printed limit is not enforced, see the erratum "period-type-length".
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub period_type: Option<PeriodType>,
    /// How many units the term has, for products sold by period.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_number: Option<i64>,
    /// What was bought. The name is singular although it is a list.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Whether it is always there was not seen. A real answer has it.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub product_info: Option<Vec<OrderedProduct>>,
    /// Extension parameters that the buyer filled in for this line.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Name and mark come from a fragment of the table, the type comes from a real answer.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`, `merchant_query_order`; read in a
    /// fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub extend_params: Option<Vec<ExtendParam>>,
    /// Amount of the order as decimal text. In spite of its name it is no currency code. It is
    /// positive for a purchase, a renewal and a change, and empty for an unsubscription, also
    /// that of a renewed term.
    ///
    /// Optional; at most 64 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub currency: Option<String>,
    /// Amount at which the order was closed, as decimal text, without cash coupons and
    /// discounts. It is positive for a purchase, a renewal and a change, and negative for an
    /// unsubscription, also that of a renewed term.
    ///
    /// Optional; at most 25 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 25)]
    pub currency_after_discount: Option<String>,
}

impl OrderLine {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(order_line_id: impl Into<String>, charging_mode: ChargingMode) -> Self {
        Self {
            order_line_id: order_line_id.into(),
            charging_mode,
            expire_time: None,
            period_type: None,
            period_number: None,
            product_info: None,
            extend_params: None,
            currency: None,
            currency_after_discount: None,
        }
    }
}

/// Kind of an order.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649350`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum OrderType {
    /// New purchase.
    #[wire("NEW")]
    New,
    /// Trial.
    #[wire("TRIAL")]
    Trial,
    /// A trial was turned into a purchase.
    #[wire("TRIAL_TO_FORMAL")]
    TrialToFormal,
    /// Unsubscription.
    #[wire("UNSUBSCRIBE")]
    Unsubscribe,
    /// Renewal.
    #[wire("RENEW")]
    Renew,
    /// Change or upgrade.
    #[wire("CHANGE")]
    Change,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// A product of an order line.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct OrderedProduct {
    /// Id of the price level. One `skuCode` has one `productId` for each period type, so the id
    /// may change on renewal.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
    #[validate(max_chars = 64)]
    pub product_id: String,
    /// Id of the specification. It stays the same when the period type changes.
    ///
    /// Optional; at most 64 characters.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub sku_code: Option<String>,
    /// How many units were bought, for products priced by unit.
    ///
    /// Optional.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linear_value: Option<i64>,
    /// Text to show, which is product, specification, edition and charging mode joined with
    /// commas.
    ///
    /// Optional; length not documented.
    ///
    /// On eu: Not seen on this site.
    ///
    /// On intl: Not seen on this site.
    ///
    /// Sites: eu, intl, mainland; source: `merchant_query_order`; taken from code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_name: Option<String>,
}

impl OrderedProduct {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(product_id: impl Into<String>) -> Self {
        Self {
            product_id: product_id.into(),
            sku_code: None,
            linear_value: None,
            product_name: None,
        }
    }
}

/// Unit of a term.
///
/// Sites: eu, intl, mainland; source: `search_snippets`; read in a fragment only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum PeriodType {
    /// Days.
    #[wire("day")]
    Day,
    /// Months.
    #[wire("month")]
    Month,
    /// Years.
    #[wire("year")]
    Year,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Whether a notification is a debug call.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0000002091799153`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum TestFlag {
    /// Real call.
    #[wire("0")]
    Real,
    /// Debug call.
    #[wire("1")]
    Debug,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// What is uploaded.
///
/// Sites: eu, intl, mainland; source: `zh-cn_topic_0070649351`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum UploadKind {
    /// A string, which stands in the JSON part.
    #[wire("CHARACTERS")]
    Characters,
    /// A file, which is a part of its own.
    #[wire("FILE")]
    File,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// One metered amount of an instance. The members stand in alphabetical order, because that is
/// the order in which they are signed.
///
/// Sites: eu, intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct UsageRecord {
    /// Start of the metered span in UTC, at most 21 days in the past.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub begin_time: String,
    /// End of the metered span in UTC, not before its start.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub end_time: String,
    /// Id of the instance that the merchant returned for the pay-per-use order, never that of a
    /// package instance.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 64)]
    pub instance_id: String,
    /// Unique id of the record, chosen by the merchant. A random value is advised.
    ///
    /// Mandatory; at most 64 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 64)]
    pub metering_sn: String,
    /// When the record was made, in UTC.
    ///
    /// Mandatory; at most 17 characters; yyyyMMdd'T'HHmmss'Z', UTC.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 17, format = timestamp("yyyyMMdd'T'HHmmss'Z'"))]
    pub record_time: String,
    /// Id of the package instance from which the usage is taken.
    ///
    /// Conditional; at most 64 characters.
    ///
    /// Needed: The usage is taken from a package that stops when it is used up.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(max_chars = 64)]
    pub relate_pkg_instance: Option<String>,
    /// Amount used, greater than 0 and with at most four decimals. Send it as JSON text.
    ///
    /// Mandatory; at most 20 characters.
    ///
    /// Sites: intl, mainland; source: `zh-cn_topic_0070649410`, `intl_topic_0070649117`.
    #[validate(max_chars = 20)]
    pub usage_value: String,
}

impl UsageRecord {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(
        begin_time: impl Into<String>,
        end_time: impl Into<String>,
        instance_id: impl Into<String>,
        metering_sn: impl Into<String>,
        record_time: impl Into<String>,
        usage_value: impl Into<String>,
    ) -> Self {
        Self {
            begin_time: begin_time.into(),
            end_time: end_time.into(),
            instance_id: instance_id.into(),
            metering_sn: metering_sn.into(),
            record_time: record_time.into(),
            relate_pkg_instance: None,
            usage_value: usage_value.into(),
        }
    }
}
