//! Debug calls: those of the debug console and of probing, which are answered like any other and change nothing.

use koo_spec::catalogue::Interface;
use serde_json::Value;

use super::life::must_answer;
use super::pages::{Pages, mark};
use super::trial::Trial;
use super::{Definition, Words};
use crate::message::{Payload, Severity};

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "debug-answered",
        title: Words {
            en: "Debug calls are answered",
            zh: "调试请求正常响应",
        },
        rule: Words {
            en: "A call marked as debug call is checked like any other and answered with a well-formed success.",
            zh: "带调试标志的请求与正常请求一样校验，并返回格式完整的成功响应。",
        },
        advice: Words {
            en: "Probing replays these calls every day; answer them with sample data instead of an error.",
            zh: "平台每天拨测会重放这些请求；请返回示例数据而不是错误。",
        },
        pages: Pages::DebugMark,
        run: |trial| Box::pin(answered(trial)),
    },
    Definition {
        id: "debug-effect",
        title: Words {
            en: "Debug calls change nothing",
            zh: "调试请求不影响业务数据",
        },
        rule: Words {
            en: "A debug call creates no instance and changes none.",
            zh: "调试请求不得创建或变更实例。",
        },
        advice: Words {
            en: "Return before business data are touched when the mark is set; every other value means a real call.",
            zh: "带调试标志时在修改业务数据前返回；其他取值均视为真实请求。",
        },
        pages: Pages::DebugMark,
        run: |trial| Box::pin(effect(trial)),
    },
];

/// The payload of a debug call; `None` where an interface has no mark for them.
fn marked(trial: &mut Trial<'_>, interface: &Interface, mut given: Payload) -> Option<Payload> {
    let (parameter, value) = mark(trial.ground, interface)?;
    given.insert(parameter.name.clone(), Value::from(value));
    Some(trial.payload(interface, &given))
}

async fn answered(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    let mut handle = Payload::new();
    let mut is_tried = false;
    for interface in std::iter::once(&life.creating).chain(&life.using) {
        if !must_answer(&trial.stage.caller, interface) {
            continue;
        }
        let Some(payload) = marked(trial, interface, handle.clone()) else {
            continue;
        };
        is_tried = true;
        let label = format!("a debug call of {}", interface.id);
        let Some(answer) = trial.call(&label, interface, &payload).await else {
            return;
        };
        if !trial.expect_accepted(&label, &answer) {
            continue;
        }
        for finding in &answer.judgement.findings {
            if finding.severity == Severity::Error && finding.rule == "required" {
                trial.push(finding.clone());
            }
        }
        // The others are asked about what the first answered, as the debug console does it.
        if let Some(instance) = trial.made(&answer, payload) {
            handle = instance.handle;
        }
    }
    if !is_tried {
        trial.skip("the contract has no mark for debug calls");
    }
}

async fn effect(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    // What only reads, or sets a state, tells whether an instance is there.
    let Some(reading) = life.using.iter().find(|interface| {
        let idempotency = interface.idempotency.as_ref();
        idempotency.is_none_or(|idempotency| idempotency.key.is_empty())
    }) else {
        return trial.skip("no call tells whether an instance is there");
    };
    let Some(payload) = marked(trial, life.creating, Payload::new()) else {
        return trial.skip("the contract has no mark for debug calls");
    };
    let label = "a debug call that would make an instance";
    let Some(answer) = trial.call(label, life.creating, &payload).await else {
        return;
    };
    if let Some(pretended) = trial.made(&answer, payload) {
        let payload = trial.payload(reading, &pretended.handle);
        let label = "a real call about what the debug call pretended to make";
        let Some(found) = trial.call(label, reading, &payload).await else {
            return;
        };
        if found.is_accepted() {
            trial.fail(format!(
                "a debug call made an instance: {label} is accepted"
            ));
        }
    }
    let Some(real) = trial.instance().await else {
        return;
    };
    for interface in &life.using {
        let Some(payload) = marked(trial, interface, real.handle.clone()) else {
            continue;
        };
        let label = format!("a debug call of {} about a real instance", interface.id);
        if trial.call(&label, interface, &payload).await.is_none() {
            return;
        }
    }
    let payload = trial.payload(reading, &real.handle);
    let label = "a real call about an instance after debug calls";
    if let Some(answer) = trial.call(label, reading, &payload).await {
        trial.expect_accepted(label, &answer);
    }
}
