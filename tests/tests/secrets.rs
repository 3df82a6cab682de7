//! What the contract calls sensitive (passwords, client secrets, tokens, phone numbers, mail addresses) is shown
//! nowhere: not by `Debug`, not by violations, not by reading errors. For every generated model of every guide.
//!
//! The models are found in the generated sources, so that one more with a sensitive field fails this test until it
//! is listed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use koo_runtime::Validate;
use koo_runtime::lenient;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Stands for every sensitive text.
const SECRET: &str = "s3cr3t-7d41";

/// Everything a model shows of itself when it is read from these documents, complete and broken.
fn shown<T: DeserializeOwned + Validate + std::fmt::Debug>(good: &Value, broken: &Value) -> String {
    let reading = lenient::from_value::<T>(good).unwrap_or_else(|error| panic!("{error}: {good}"));
    let mut shown = vec![format!("{reading:?} {reading:#?}")];
    if let Err(violations) = reading.value.validate() {
        let listed: Vec<_> = violations.iter().collect();
        shown.push(format!("{violations} {violations:?} {}", json!(listed)));
    }
    if let Err(error) = lenient::from_value::<T>(broken) {
        shown.push(format!("{error} {error:?}"));
    }
    if let Err(error) = lenient::from_value::<T>(&Value::from(SECRET)) {
        shown.push(format!("{error} {error:?}"));
    }
    shown.join(" ")
}

type Shown = fn(&Value, &Value) -> String;

macro_rules! models {
    ($($family:ident: $($model:ident)*;)*) => {
        BTreeMap::from([$($(
            (concat!(stringify!($family), "::", stringify!($model)), shown::<koogallery::$family::$model> as Shown),
        )*)*])
    };
}

fn models() -> BTreeMap<&'static str, Shown> {
    models! {
        joint_kit: ApplicationSyncRequest ApplicationSyncV1Request AuthSyncV1Request CasAttributes CasAuthenticationSuccess CasLoginCallback CasServiceValidateRequest LoginCallbackRequest OauthAuthorizeCallback OauthRefreshTokenReply OauthRefreshTokenRequest OauthTokenReply OauthTokenRequest OauthUserinfoReply OrgidAuthenticationSuccess OrgidCasAttributes OrgidCasServiceValidateRequest OrgidTokenFailureReply OrgidTokenFailureRequest OrgidTokenReply OrgidTokenRequest OrgidUserinfoFailureReply OrgidUserinfoReply UnifiedLoginCallback User UserV1;
        license_client: GetLicenseAsyncRequest GetLicenseFileRequestArguments GetLicenseStringRequestArguments LicenseUpload LicenseVerifyMessageParams;
        license_v1: GetLicenseReply GetLicenseRequest;
        license_v2: ActivateLicenseV1Request ActivateLicenseV2Request HeartbeatInfo LicenseInfo QueryLicenseV1Request QueryLicenseV2Request RefreshLicenseCodeRequest ReleaseLicenseCodeRequest SoftwareUsageInfo UpdateLicenseCodeStatusRequest Usage;
        open_api: AgentsBackendTextRequest BuyerInfo ExtendParam UploadEventFileRequestIsvUpdateFileReq;
        saas_v1: AppInfo NewInstanceRequest UpgradeRequest;
        saas_v2: AppInfo;
    }
}

/// A generated struct.
struct Struct {
    name: String,
    fields: Vec<Field>,
}

struct Field {
    wire: String,
    r#type: String,
    is_secret: bool,
}

/// The value of a member such as `rename = "…"` inside an attribute.
fn member(attribute: &syn::Attribute, name: &str) -> Option<String> {
    let mut found = None;
    if !attribute.path().is_ident("serde") {
        return None;
    }
    // Members without a value, such as `default`, end the walk early where they are not consumed.
    let _ = attribute.parse_nested_meta(|meta| {
        if let Ok(value) = meta.value() {
            let literal: syn::Lit = value.parse()?;
            if let (true, syn::Lit::Str(text)) = (meta.path.is_ident(name), literal) {
                found = Some(text.value());
            }
        }
        Ok(())
    });
    found
}

fn camel_case(snake: &str) -> String {
    let mut words = snake.split('_').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| {
        let (head, tail) = word.split_at(1);
        camel + &head.to_uppercase() + tail
    })
}

fn structs(family: &str) -> Vec<Struct> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../generated/src")
        .join(family);
    let mut structs = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for item in syn::parse_file(&source).unwrap().items {
            let syn::Item::Struct(item) = item else {
                continue;
            };
            // What is not read from outside has no document here; it is tried below.
            let text = quote::quote!(#item).to_string();
            if !text.contains("Deserialize") {
                let is_tried = !text.contains("redact") || item.ident == "DeviceFingerprint";
                assert!(is_tried, "try {} below", item.ident);
                continue;
            }
            let rename_all = item
                .attrs
                .iter()
                .find_map(|attribute| member(attribute, "rename_all"));
            let fields = item.fields.iter().filter_map(|field| {
                let name = field.ident.as_ref()?.to_string();
                let name = name.trim_start_matches("r#");
                let renamed = field
                    .attrs
                    .iter()
                    .find_map(|attribute| member(attribute, "rename"));
                let r#type = &field.ty;
                Some(Field {
                    wire: renamed.unwrap_or_else(|| match rename_all.as_deref() {
                        Some("camelCase") => camel_case(name),
                        _ => name.to_owned(),
                    }),
                    r#type: quote::quote!(#r#type).to_string().replace(' ', ""),
                    is_secret: field
                        .attrs
                        .iter()
                        .any(|attribute| attribute.path().is_ident("redact")),
                })
            });
            structs.push(Struct {
                name: item.ident.to_string(),
                fields: fields.collect(),
            });
        }
    }
    structs
}

/// A document for a struct: sensitive texts are the secret many times over, which is longer than any limit.
fn document(structs: &[Struct], of: &Struct, depth: usize) -> Value {
    let members: Map<_, _> = of
        .fields
        .iter()
        .filter(|field| field.is_secret || !field.r#type.starts_with("Option<"))
        .map(|field| {
            (
                field.wire.clone(),
                value(structs, field, &field.r#type, depth),
            )
        })
        .collect();
    Value::Object(members)
}

fn value(structs: &[Struct], field: &Field, r#type: &str, depth: usize) -> Value {
    let inner = |prefix: &str| r#type.strip_prefix(prefix)?.strip_suffix('>');
    if let Some(inner) = inner("Option<") {
        return value(structs, field, inner, depth);
    }
    if let Some(inner) = inner("Vec<") {
        return json!([value(structs, field, inner, depth)]);
    }
    match r#type {
        "String" if field.is_secret => SECRET.repeat(500).into(),
        "Value" if field.is_secret => json!({"secret": SECRET}),
        "i64" | "u64" | "Decimal" => 1.into(),
        "bool" => true.into(),
        _ => match structs.iter().find(|other| other.name == r#type) {
            Some(nested) if depth < 4 => document(structs, nested, depth + 1),
            _ => "x".into(),
        },
    }
}

#[test]
fn no_model_shows_what_is_sensitive() {
    let models = models();
    let mut tried = BTreeSet::new();
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    for entry in fs::read_dir(generated).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_type().unwrap().is_dir() {
            continue;
        }
        let family = entry.file_name().into_string().unwrap();
        let structs = structs(&family);
        for of in &structs {
            if !of.fields.iter().any(|field| field.is_secret) {
                continue;
            }
            let name = format!("{family}::{}", of.name);
            let Some(shown) = models.get(name.as_str()) else {
                panic!("list {name} among the models of this test");
            };
            let good = document(&structs, of, 0);
            // Every sensitive member in turn is something it must not be.
            let mut broken = good.clone();
            for field in of.fields.iter().filter(|field| field.is_secret) {
                broken[&field.wire] = json!([{SECRET: SECRET}]);
            }
            let text = shown(&good, &broken);
            assert!(good.to_string().contains(SECRET), "{name}: {good}");
            assert!(!text.contains(SECRET), "{name} shows a secret: {text}");
            tried.insert(name);
        }
    }
    let listed: BTreeSet<_> = models.keys().map(|name| (*name).to_owned()).collect();
    assert_eq!(listed, tried, "every listed model was tried");
}

#[test]
fn parts_of_a_fingerprint_are_not_shown() {
    let fingerprint = koogallery::license_client::DeviceFingerprint {
        mac_addresses: vec![SECRET.to_owned()],
        disk_serials: vec![SECRET.to_owned()],
        board_serial: Some(SECRET.to_owned()),
        cpu_serial: Some(SECRET.to_owned()),
    };
    assert!(!format!("{fingerprint:?}").contains(SECRET));
}
