//! OpenAPI documents, as validators, generators and testers of OpenAPI read them.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use koo_codegen::File;
use koo_codegen::openapi::{Format, Options, emit};
use serde_json::Value;

use crate::support::{edition, editions, folder, python_tool, root, run, write};

fn documents(site: Option<&str>, format: Format) -> Vec<File> {
    let options = Options {
        format,
        site: site.map(str::to_owned),
        address: None,
    };
    emit(&edition(site), &options).unwrap()
}

fn json(file: &File) -> Value {
    serde_json::from_str(&file.contents).unwrap()
}

#[test]
fn yaml_and_json_say_the_same() {
    let yaml = documents(None, Format::Yaml);
    let json = documents(None, Format::Json);
    assert_eq!(yaml.len(), json.len());
    for (yaml, json) in yaml.iter().zip(&json) {
        assert_eq!(
            yaml.path.strip_suffix("yaml"),
            json.path.strip_suffix("json")
        );
        // A reader of YAML that has nothing to do with the writer.
        let read: Value = serde_yaml::from_str(&yaml.contents).unwrap();
        let mut expected = self::json(json);
        let banner = expected
            .as_object_mut()
            .unwrap()
            .shift_remove("x-koo-banner");
        assert!(yaml.contents.contains(banner.unwrap().as_str().unwrap()));
        assert_eq!(read, expected, "{}", yaml.path);
    }
}

/// OpenAPI 3.0.3: `nullable` adds `null` to the type "only if `type` is explicitly defined within the same Schema Object".
#[test]
fn what_may_be_null_has_a_type_beside_it() {
    fn walk(value: &Value, found: &mut usize) {
        if let Some(members) = value.as_object() {
            if members.get("nullable") == Some(&Value::Bool(true)) {
                *found += 1;
                assert!(members.contains_key("type"), "{value:#}");
            }
            members.values().for_each(|member| walk(member, found));
        } else if let Some(elements) = value.as_array() {
            elements.iter().for_each(|element| walk(element, found));
        }
    }
    let mut found = 0;
    for document in documents(None, Format::Json) {
        walk(&json(&document), &mut found);
    }
    assert!(found > 0);
}

#[test]
fn every_interface_with_an_address_is_in_a_document() {
    let documents: Vec<_> = documents(None, Format::Json).iter().map(json).collect();
    let mut found = Vec::new();
    let mut omitted = Vec::new();
    for document in &documents {
        let family = document["tags"][0]["name"].as_str().unwrap();
        let name = |id: &Value| format!("{family}/{}", id.as_str().unwrap());
        for path in document["paths"].as_object().unwrap().values() {
            for operation in path.as_object().unwrap().values() {
                let ids = operation["x-koo-interfaces"].as_array().unwrap();
                found.extend(ids.iter().map(name));
            }
        }
        let ids = document["x-koo-omitted"].as_array().into_iter().flatten();
        omitted.extend(ids.map(name));
    }
    // Its parameters stand behind a fragment, which no request carries.
    assert_eq!(omitted, ["joint-kit/unifiedLogin"]);
    for family in &edition(None).families {
        for interface in &family.interfaces {
            let name = format!("{}/{}", family.id, interface.id);
            let is_there = |id: &String| {
                *id == name
                    || interface.variants.keys().any(|variant| {
                        id.strip_prefix(&name)
                            .is_some_and(|rest| rest.eq_ignore_ascii_case(variant))
                    })
            };
            assert!(
                found.iter().chain(&omitted).any(is_there),
                "{name} is nowhere"
            );
        }
    }
}

#[test]
fn limits_are_those_of_the_catalogue() {
    let documents = documents(None, Format::Json);
    let saas = documents
        .iter()
        .find(|file| file.path == "saas-v2-merchant.json");
    let saas = json(saas.unwrap());
    let schemas = &saas["components"]["schemas"];
    let request = &schemas["NewInstanceRequest"]["properties"];
    assert_eq!(request["orderId"]["maxLength"], 64);
    assert_eq!(
        request["activity"]["enum"],
        serde_json::json!(["newInstance"])
    );
    assert_eq!(
        request["testFlag"]["x-extensible-enum"],
        serde_json::json!(["1", "0"])
    );
    assert_eq!(request["testFlag"]["enum"], Value::Null);
    // Printed but not enforced.
    let ids = &schemas["QueryInstanceRequest"]["properties"]["instanceId"];
    assert_eq!(ids["maxLength"], Value::Null);
    assert_eq!(ids["pattern"], "^[^,]{1,64}(?:,[^,]{1,64}){0,99}$");
    assert_eq!(
        schemas["AppInfo"]["properties"]["frontEndUrl"]["maxLength"],
        512
    );
    let body = &saas["paths"]["/"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(body["discriminator"]["propertyName"], "activity");
    assert_eq!(body["oneOf"].as_array().unwrap().len(), 7);
}

#[test]
fn a_validator_accepts_every_document() {
    let Some(validator) = python_tool("openapi-spec-validator") else {
        return;
    };
    let folder = folder();
    let mut command = Command::new(validator);
    let mut count = 0;
    for site in editions() {
        let below = folder.path().join(site.unwrap_or("union"));
        let documents = documents(site, Format::Yaml);
        write(&below, &documents);
        command.args(documents.iter().map(|file| below.join(&file.path)));
        count += documents.len();
    }
    let printed = run(&mut command);
    assert_eq!(printed.matches(": OK").count(), count, "{printed}");
}

/// What the generated client must do, in its own language.
const USE: &str = r#"
import sys
from saas_v2 import CallByActivityRequest, NewInstanceRequest, QueryInstanceReply
from open_api import PushUsageNewRequest
from joint_kit import TenantSyncRequest

# The discriminator picks the body, and a value that a later edition may add passes.
body = '{"activity":"newInstance","businessId":"b","orderId":"CS1","orderLineId":"CS1-1","testFlag":"7"}'
request = CallByActivityRequest.from_json(body).actual_instance
assert isinstance(request, NewInstanceRequest), type(request)
assert request.test_flag == "7"

def refused(model, body):
    try:
        model.from_json(body)
    except ValueError:
        return True
    return False

assert not refused(NewInstanceRequest, body)
assert not refused(NewInstanceRequest, body.replace("CS1-1", "数" * 64))
assert refused(NewInstanceRequest, body.replace("CS1-1", "数" * 65)), "too long"
assert refused(NewInstanceRequest, body.replace('"orderId":"CS1",', "")), "missing"
reply = QueryInstanceReply.from_json('{"resultCode":"000000","info":[{"instanceId":"i","appInfo":{"frontEndUrl":"https://example.com"}}]}')
assert reply.info[0].app_info.front_end_url == "https://example.com"
print("used")
"#;

#[test]
fn a_generator_makes_clients_that_work() {
    let (Some(generator), Some(python)) =
        (python_tool("openapi-generator-cli"), python_tool("python"))
    else {
        return;
    };
    let folder = folder();
    let documents = documents(None, Format::Yaml);
    write(folder.path(), &documents);
    let packages = [
        ("saas_v2", "saas-v2-merchant"),
        ("open_api", "open-api-platform"),
        ("joint_kit", "joint-kit-merchant"),
    ];
    let mut batch = Command::new(generator);
    batch
        .current_dir(folder.path())
        .args(["batch", "--threads", "2", "--fail-fast"]);
    for (package, document) in packages {
        let settings = format!(
            "generatorName: python\ninputSpec: {document}.yaml\noutputDir: {package}\npackageName: {package}\n"
        );
        let path = format!("{package}.settings.yaml");
        std::fs::write(folder.path().join(&path), settings).unwrap();
        batch.arg(path);
    }
    let printed = run(&mut batch);
    assert!(!printed.contains("[ERROR]"), "{printed}");
    let paths = packages.map(|(package, _)| folder.path().join(package));
    let printed = run(Command::new(python)
        .args(["-c", USE])
        .env("PYTHONPATH", std::env::join_paths(paths).unwrap())
        .env("PYTHONDONTWRITEBYTECODE", "1"));
    assert_eq!(printed.trim(), "used");
}

/// The example merchant, ended with the test.
struct Merchant(Child);

impl Drop for Merchant {
    fn drop(&mut self) {
        // Fails if it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

const KEY: &str = "key-of-the-fuzzed-merchant";

#[test]
fn a_generated_server_keeps_its_document() {
    let Some(schemathesis) = python_tool("schemathesis") else {
        return;
    };
    run(Command::new(env!("CARGO")).args([
        "build",
        "--quiet",
        "--package",
        "koo-tests",
        "--example",
        "merchant",
    ]));
    // This test is `<profile>/deps/export-<hash>`, an example `<profile>/examples/<name>`.
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("examples/merchant");
    let process = Command::new(program)
        .args(["--listen", "127.0.0.1:0"])
        .env("KOO_ACCESS_KEY", KEY)
        .stdout(Stdio::piped())
        .spawn();
    let mut merchant = Merchant(process.unwrap());
    let mut lines = BufReader::new(merchant.0.stdout.take().unwrap()).lines();
    let serving = lines.next().unwrap().unwrap();
    let address = serving.strip_prefix("serving ").unwrap();
    let address = address.split(',').next().unwrap().to_owned();
    let codes = std::thread::spawn(move || {
        let lines = lines.map_while(Result::ok);
        lines.filter(|line| line.ends_with(": 000000")).count()
    });

    let folder = folder();
    let options = Options {
        format: Format::Yaml,
        site: Some("mainland".to_owned()),
        address: Some(address.clone()),
    };
    let documents = emit(&edition(Some("mainland")), &options).unwrap();
    write(folder.path(), &documents);
    let origin = address.strip_suffix("/saas").unwrap();
    let printed = run(Command::new(schemathesis)
        .current_dir(folder.path())
        .args(["run", "saas-v2-merchant.yaml", "--url", origin])
        .args(["--checks", "not_a_server_error,status_code_conformance"])
        .args([
            "--checks",
            "content_type_conformance,response_schema_conformance",
        ])
        .args(["--max-examples", "60", "--seed", "7", "--no-color"])
        .env("KOO_ACCESS_KEY", KEY)
        .env("SCHEMATHESIS_HOOKS", "sign")
        .env("PYTHONPATH", root().join("tests/tests/export"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        // The merchant is on this machine, whatever proxy is set.
        .env("no_proxy", "*"));
    assert!(printed.contains("No issues found"), "{printed}");
    drop(merchant);
    let succeeded = codes.join().unwrap();
    assert!(
        succeeded > 20,
        "{succeeded} calls succeeded: the signature never fitted"
    );
}
