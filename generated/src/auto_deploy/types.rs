// Written by `koo generate`; do not edit.

//! Objects and enumerations that the interfaces share.

use std::collections::BTreeMap;

use koo_runtime::{OpenEnum, Redact, Validate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A label in both languages.
///
/// Sites: intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct LabelTranslation {
    /// Chinese.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh_cn: Option<String>,
    /// English.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en_us: Option<String>,
}

/// What is shown for a variable.
///
/// Sites: intl, mainland.
#[derive(Clone, Default, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct Localization {
    /// Name that is shown.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(rename = "variable_name", default, skip_serializing_if = "Option::is_none")]
    pub variable_name: Option<String>,
    /// Description that is shown.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Type that is shown.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// A variable whose values are offered as a list that is loaded from a cloud service.
///
/// Sites: intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct PickList {
    /// Name of the variable.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    pub name: String,
    /// Which list is loaded.
    ///
    /// Mandatory.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[validate(nested)]
    pub prompt: PickListSource,
    /// Query parameters for the list, from key to value.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<BTreeMap<String, Value>>,
    /// A label of your own. It is seen with hwc:ecs:flavors only.
    ///
    /// Optional; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_custom: Option<String>,
    /// Translations of labels, from label to languages. The name is spelled without a final n.
    ///
    /// Optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0025`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub value_i18: Option<BTreeMap<String, LabelTranslation>>,
}

impl PickList {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(name: impl Into<String>, prompt: PickListSource) -> Self {
        Self {
            name: name.into(),
            prompt,
            query: None,
            label_custom: None,
            value_i18: None,
        }
    }
}

/// A list that RFS can load.
///
/// Sites: intl, mainland; source: `rf_05_0025`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum)]
pub enum PickListSource {
    /// Flavors of cloud servers.
    #[wire("hwc:ecs:flavors")]
    EcsFlavors,
    /// Virtual private clouds.
    #[wire("hwc:vpc:myVpcs")]
    MyVpcs,
    /// Subnets.
    #[wire("hwc:vpc:mySubnets")]
    MySubnets,
    /// Security groups.
    #[wire("hwc:vpc:mySecurityGroups")]
    MySecurityGroups,
    /// Types of block storage.
    #[wire("hwc:evs:types")]
    EvsTypes,
    /// Availability zones.
    #[wire("hwc:ecs:availabilityZones")]
    AvailabilityZones,
    /// A value the contract does not list, kept as received.
    #[wire(other)]
    Other(String),
}

/// Texts shown for one variable in one language.
///
/// Sites: intl, mainland.
#[derive(Clone, PartialEq, Redact, Serialize, Deserialize, Validate)]
pub struct VariableTranslation {
    /// Name of the variable to translate.
    ///
    /// Mandatory; length not documented.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    pub variable_name: String,
    /// What is shown instead.
    ///
    /// Optional.
    ///
    /// Whether it must be there is not documented; its members are all optional.
    ///
    /// Sites: intl, mainland; source: `rf_05_0024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub localization: Option<Localization>,
}

impl VariableTranslation {
    /// With what is mandatory; everything optional is absent.
    #[must_use]
    pub fn new(variable_name: impl Into<String>) -> Self {
        Self {
            variable_name: variable_name.into(),
            localization: None,
        }
    }
}
