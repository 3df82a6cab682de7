//! Events of the client SDK, device fingerprints and the rules of packages: generated code against the catalogue.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests are no test functions to clippy"
)]

mod support;

use koo_runtime::Validate;
use koo_runtime::artifact::{ForbiddenKind, Package};
use koo_runtime::composed::ComposedError;
use koo_spec::catalogue::{
    Artifact, Family, ForbiddenKind as SpecForbiddenKind, Parameter, Presence, Type,
};
use koo_spec::interpret::{payload, text};
use koogallery::auto_deploy::{self, TemplateExtensionRfsJson};
use koogallery::license_client::{
    DeviceFingerprint, Event, GetLicenseFileRequestArguments, SaveArguments,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::CATALOGUE;

fn license_client() -> &'static Family {
    CATALOGUE.family("license-client").unwrap()
}

/// A value the contract allows: the example, the first listed value, or something of the type.
fn value(family: &Family, parameter: &Parameter) -> Value {
    if let Some(example) = &parameter.example {
        return example.clone();
    }
    if let Some(first) = family.values_of(parameter).first() {
        return first.value.clone().into();
    }
    match &parameter.r#type.value {
        Type::Object(fields) => members(family, fields),
        Type::Any | Type::Boolean => true.into(),
        Type::String => "text".into(),
        other => panic!("{other:?} of {} is new: add it here", parameter.name),
    }
}

/// A message with every member, so that whatever a condition needs is there.
fn members(family: &Family, fields: &[Parameter]) -> Value {
    let members = fields
        .iter()
        .map(|field| (field.name.clone(), value(family, field)));
    Value::Object(members.collect::<Map<_, _>>())
}

#[test]
fn every_documented_event_is_read_as_itself() {
    let family = license_client();
    let mut variants = Vec::new();
    for (id, event) in family
        .events
        .iter()
        .filter(|(_, event)| event.code.is_some())
    {
        let message = members(family, &event.message);
        let read = Event::parse(&message.to_string()).unwrap();
        assert_eq!(read.observations, [], "{id}");
        assert!(read.value.validate().is_ok(), "{id}");
        let (name, written) = match &read.value {
            Event::LicenseVerify(message) => ("LicenseVerify", serde_json::to_value(message)),
            Event::UpgradeNotice(message) => ("UpgradeNotice", serde_json::to_value(message)),
            Event::Update(message) => ("Update", serde_json::to_value(message)),
            Event::OpenFile(message) => ("OpenFile", serde_json::to_value(message)),
            Event::SaveResult(message) => ("SaveResult", serde_json::to_value(message)),
            other => panic!("{id} is read as {other:?}"),
        };
        assert_eq!(Some(name), event.code.as_deref(), "{id}");
        assert_eq!(written.unwrap(), message, "{id}");
        variants.push(name);

        // Without one of its members, interpreter and generated code refuse alike.
        for member in event
            .message
            .iter()
            .filter(|member| member.presence == Presence::Mandatory)
        {
            let mut broken = message.clone();
            broken.as_object_mut().unwrap().remove(&member.name);
            let parameters: Vec<_> = event.message.iter().collect();
            let findings = payload::check(family, &parameters, None, &broken);
            assert!(
                !findings.violations.is_empty(),
                "{id} without {}",
                member.name
            );
            match Event::parse(&broken.to_string()) {
                Err(error) => assert!(error.to_string().contains(&member.name), "{error}"),
                // Without its name nobody knows which event it is.
                Ok(read) => assert!(matches!(read.value, Event::Other(_)), "{id}"),
            }
        }
    }
    assert_eq!(variants.len(), 5);
}

#[test]
fn events_nobody_documents_are_kept_as_they_came() {
    let message = json!({"operate": "HeartbeatReply", "params": {"interval": 30}});
    let read = Event::parse(&message.to_string()).unwrap();
    assert_eq!(read.value, Event::Other(message));
    let read = Event::parse(r#"{"operate": 7}"#).unwrap();
    assert!(matches!(read.value, Event::Other(_)));
    for text in ["[]", "null", r#""LicenseVerify""#] {
        let read = Event::parse(text).unwrap();
        assert_eq!(
            read.value,
            Event::Other(serde_json::from_str(text).unwrap())
        );
    }
    for text in ["", "{", "LicenseVerify"] {
        assert!(Event::parse(text).is_err(), "{text}");
    }
}

#[test]
fn limits_of_events_are_checked_and_licenses_stay_hidden() {
    let message = json!({
        "operate": "LicenseVerify",
        "params": {"Status": "success", "LicenseType": "string", "LicenseContent": "TOP-SECRET"},
        "comeBackParams": {},
    });
    let event = Event::parse(&message.to_string()).unwrap().value;
    assert!(event.validate().is_ok());
    assert!(!format!("{event:?}").contains("TOP-SECRET"));
    let mut lacking = message;
    lacking["params"]
        .as_object_mut()
        .unwrap()
        .remove("LicenseContent");
    let event = Event::parse(&lacking.to_string()).unwrap().value;
    let found = event.validate().unwrap_err().to_string();
    assert!(
        found.starts_with("params.LicenseContent: missing"),
        "{found}"
    );
    let unknown = Event::parse(r#"{"operate": "Later", "key": "TOP-SECRET"}"#)
        .unwrap()
        .value;
    assert!(!format!("{unknown:?}").contains("TOP-SECRET"));
}

#[test]
fn functions_have_structs_where_they_take_something() {
    let save = SaveArguments::new("/tmp/part");
    assert_eq!(
        serde_json::to_value(&save).unwrap(),
        json!({"path": "/tmp/part"})
    );
    let license = GetLicenseFileRequestArguments::new("license.lic", "FINGERPRINT");
    assert!(!format!("{license:?}").contains("FINGERPRINT"));
}

#[test]
fn the_printed_fingerprint_is_taken_apart_and_put_together() {
    let printed = "04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672";
    let device = DeviceFingerprint::parse(printed).unwrap();
    assert_eq!(device.mac_addresses, ["04:7C:16:5E:E3:5D"]);
    assert_eq!(device.disk_serials, ["001B_444A_488B_5CEC."]);
    assert_eq!(device.board_serial, None);
    assert_eq!(device.cpu_serial.as_deref(), Some("BFEBFBFF00090672"));
    assert_eq!(device.compose().unwrap(), printed);
    assert!(!format!("{device:?}").contains("BFEB"));
}

#[test]
fn fingerprints_are_built_in_upper_case_and_checked() {
    let device = DeviceFingerprint {
        mac_addresses: vec![
            "04:7c:16:5e:e3:5d".to_owned(),
            "04:7c:16:5e:e3:5e".to_owned(),
        ],
        cpu_serial: Some("bfeb".to_owned()),
        ..DeviceFingerprint::default()
    };
    let text = "04:7C:16:5E:E3:5D,04:7C:16:5E:E3:5E|||BFEB";
    assert_eq!(device.compose().unwrap(), text);
    let refused = |text: &str| DeviceFingerprint::parse(text).unwrap_err();
    let part = |name: &str| name.to_owned();
    assert_eq!(
        refused("04|A|B"),
        ComposedError::Parts {
            expected: 4,
            found: 3
        }
    );
    assert_eq!(
        refused("a|A|B|C"),
        ComposedError::Case(part("macAddresses"))
    );
    assert_eq!(
        refused("A,|A|B|C"),
        ComposedError::Value(part("macAddresses"))
    );
    let long = format!("|||{}", "X".repeat(4998));
    assert_eq!(
        refused(&long),
        ComposedError::TooLong {
            bytes: 5001,
            max: 5000
        }
    );
    let device = DeviceFingerprint {
        board_serial: Some("A|B".to_owned()),
        ..DeviceFingerprint::default()
    };
    assert_eq!(
        device.compose(),
        Err(ComposedError::Value(part("boardSerial")))
    );
    assert_eq!(DeviceFingerprint::default().compose().unwrap(), "|||");
}

proptest! {
    #[test]
    fn interpreter_and_generated_code_take_texts_apart_alike(
        written in "[A-Za-z0-9:,|]{0,40}",
        macs in proptest::collection::vec("[A-Za-z0-9:|,]{0,6}", 0..3),
        board in proptest::option::of("[a-z0-9|]{0,6}"),
    ) {
        let definition = &license_client().texts["DeviceFingerprint"];
        let interpreted = text::split(definition, &written);
        let generated = DeviceFingerprint::parse(&written);
        prop_assert_eq!(interpreted.as_ref().err(), generated.as_ref().err());
        if let Ok(device) = generated {
            prop_assert_eq!(device.compose().unwrap(), written);
        }
        let values = [macs.clone(), Vec::new(), board.iter().cloned().collect(), Vec::new()];
        let device = DeviceFingerprint {
            mac_addresses: macs,
            board_serial: board,
            ..DeviceFingerprint::default()
        };
        prop_assert_eq!(text::compose(definition, &values), device.compose());
    }
}

#[test]
fn the_rules_of_packages_are_those_of_the_catalogue() {
    let family = CATALOGUE.family("auto-deploy").unwrap();
    let packages = [auto_deploy::SOFTWARE_PACKAGE, auto_deploy::TEMPLATE];
    assert_eq!(packages.len(), family.artifacts.len());
    for package in packages {
        let artifact = &family.artifacts[package.name];
        assert_eq!(package.max_bytes, artifact.max_bytes);
        let names: Vec<_> = artifact
            .names
            .iter()
            .map(|name| name.value.as_str())
            .collect();
        assert_eq!(package.file_names, names);
        assert_eq!(package.files.len(), artifact.files.len());
        for rule in package.files {
            let file = &artifact.files[rule.pattern];
            assert_eq!(rule.max_bytes, file.max_bytes);
            assert_eq!(rule.max_count, file.max_count);
            assert_eq!(rule.required, file.presence == Presence::Mandatory);
        }
        assert_forbidden(&package, artifact);
    }
}

fn assert_forbidden(package: &Package, artifact: &Artifact) {
    assert_eq!(package.forbidden.len(), artifact.forbidden.len());
    for forbidden in package.forbidden {
        let known = artifact.forbidden.get(forbidden.name).unwrap();
        assert_eq!(forbidden.why, known.doc.en);
        assert_eq!(forbidden.sites.len(), known.sites.len());
        let same = match (forbidden.kind, &known.kind) {
            (ForbiddenKind::Block(around), SpecForbiddenKind::Block { within }) => {
                around == within.as_deref()
            }
            (ForbiddenKind::Function, SpecForbiddenKind::Function)
            | (ForbiddenKind::Resource, SpecForbiddenKind::Resource)
            | (ForbiddenKind::File, SpecForbiddenKind::File) => true,
            other => panic!("{}: {other:?}", forbidden.name),
        };
        assert!(same, "{}", forbidden.name);
    }
}

#[test]
fn structured_files_of_packages_have_a_model() {
    let text = r#"{"variables": [{"name": "flavor", "prompt": "hwc:ecs:flavors"}]}"#;
    let extension: TemplateExtensionRfsJson = serde_json::from_str(text).unwrap();
    assert!(extension.validate().is_ok());
    assert_eq!(
        serde_json::to_string(&extension)
            .unwrap()
            .replace([' ', '\n'], ""),
        text.replace(' ', "")
    );
}
