//! The generated model of each interface and side.

use std::collections::BTreeSet;

use koo_runtime::lenient::{self, ObservationKind};
use koo_runtime::validate::{Validate, Violation, Violations};
use koo_spec::catalogue::Side;
use koogallery::saas_v2::*;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// JSON pointers, the rules broken there, and what is said about it.
pub(crate) type Broken = BTreeSet<(String, String, String)>;

/// The violations in a form that can be compared.
pub(crate) fn comparable(violations: &Violations) -> Broken {
    let part = |violation: &Violation| {
        (
            violation.pointer().to_owned(),
            violation.rule().to_string(),
            violation.to_string(),
        )
    };
    violations.iter().map(part).collect()
}

/// What generated code makes of a payload.
#[derive(Debug)]
pub(crate) struct Judged {
    /// What validation finds in the model that serde reads, `None` if it reads none.
    pub(crate) strictly: Option<Broken>,
    /// The same for the reader of the server, with the paths of the fields it does not know.
    pub(crate) leniently: Option<(Broken, BTreeSet<String>)>,
}

/// Reads and validates a payload as the model of an interface.
pub(crate) fn judge(interface: &str, side: Side, payload: &Value) -> Judged {
    let by_model = match (interface, side) {
        ("newInstance", Side::Request) => by_model::<NewInstanceRequest>,
        ("newInstance", Side::Reply) => by_model::<NewInstanceReply>,
        ("queryInstance", Side::Request) => by_model::<QueryInstanceRequest>,
        ("queryInstance", Side::Reply) => by_model::<QueryInstanceReply>,
        ("refreshInstance", Side::Request) => by_model::<RefreshInstanceRequest>,
        ("refreshInstance", Side::Reply) => by_model::<RefreshInstanceReply>,
        ("updateInstanceStatus", Side::Request) => by_model::<UpdateInstanceStatusRequest>,
        ("updateInstanceStatus", Side::Reply) => by_model::<UpdateInstanceStatusReply>,
        ("releaseInstance", Side::Request) => by_model::<ReleaseInstanceRequest>,
        ("releaseInstance", Side::Reply) => by_model::<ReleaseInstanceReply>,
        ("upgradeInstance", Side::Request) => by_model::<UpgradeInstanceRequest>,
        ("upgradeInstance", Side::Reply) => by_model::<UpgradeInstanceReply>,
        ("changeInstanceCheck", Side::Request) => by_model::<ChangeInstanceCheckRequest>,
        ("changeInstanceCheck", Side::Reply) => by_model::<ChangeInstanceCheckReply>,
        _ => panic!("no model for {interface}: add it here"),
    };
    by_model(payload)
}

fn by_model<T: DeserializeOwned + Validate>(payload: &Value) -> Judged {
    let written = payload.to_string();
    let strictly = serde_json::from_str::<T>(&written).ok();
    let leniently = lenient::from_slice::<T>(written.as_bytes()).ok();
    Judged {
        strictly: strictly.map(|model| broken(&model)),
        leniently: leniently.map(|reading| {
            let unknown = reading
                .observations
                .iter()
                .filter(|observation| observation.kind == ObservationKind::UnknownField);
            let paths = unknown
                .map(|observation| observation.path.clone())
                .collect();
            (broken(&reading.value), paths)
        }),
    }
}

fn broken(model: &impl Validate) -> Broken {
    comparable(&model.validate().err().unwrap_or_default())
}
