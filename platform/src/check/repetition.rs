//! The same call again: the platform repeats what it did not get an answer to.

use koo_spec::catalogue::Interface;
use tokio::task::JoinSet;

use super::life::must_answer;
use super::pages::Pages;
use super::trial::Trial;
use super::{Definition, Words};
use crate::message::Payload;

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "repeated-creation",
        title: Words {
            en: "A resend creates nothing new",
            zh: "重发不会重复创建",
        },
        rule: Words {
            en: "The same order line sent again, newly signed and with other ids of the call, is answered with success and the same instance.",
            zh: "同一订单行重发（重新签名、业务ID不同）时，返回成功和相同的实例。",
        },
        advice: Words {
            en: "Recognise a call by its idempotency key alone; ids that differ on every call are no part of it.",
            zh: "只按幂等键识别请求；每次调用都变化的ID不属于幂等键。",
        },
        pages: Pages::Idempotency,
        run: |trial| Box::pin(resend(trial)),
    },
    Definition {
        id: "concurrent-creation",
        title: Words {
            en: "Resends at the same time create one instance",
            zh: "并发重发只创建一个实例",
        },
        rule: Words {
            en: "The same order line sent several times at once creates one instance, which all answers name.",
            zh: "同一订单行并发发送多次，只创建一个实例，所有响应返回同一实例。",
        },
        advice: Words {
            en: "Let the store decide who is first: a unique key and one transaction, not a look before the write.",
            zh: "由存储层的唯一键和事务决定先后，不要先查询再写入。",
        },
        pages: Pages::Idempotency,
        run: |trial| Box::pin(concurrent(trial)),
    },
    Definition {
        id: "repeated-change",
        title: Words {
            en: "Repeated changes succeed",
            zh: "重复变更返回成功",
        },
        rule: Words {
            en: "A change that was made already, such as freezing what is frozen or releasing what is released, is answered with success.",
            zh: "重复执行已完成的变更（如再次冻结、再次释放）应返回成功。",
        },
        advice: Words {
            en: "Set the wanted state instead of stepping from one state to the next, and count what is reached already as success.",
            zh: "按目标状态设置，已处于目标状态即视为成功。",
        },
        pages: Pages::Idempotency,
        run: |trial| Box::pin(repeated(trial)),
    },
];

/// How often a call is repeated at the same time.
const AT_ONCE: usize = 8;

/// How often it is repeated one after the other.
const IN_TURN: usize = 2;

async fn resend(trial: &mut Trial<'_>) {
    let Some(creating) = trial.ground.life.as_ref().map(|life| life.creating) else {
        return trial.skip("no interface of this family makes an instance");
    };
    let Some(first) = trial.instance().await else {
        return;
    };
    for _ in 0..IN_TURN {
        let payload = trial.again(creating, &Payload::new(), &first.payload);
        let label = "the same call again";
        let Some(answer) = trial.call(label, creating, &payload).await else {
            return;
        };
        if !trial.expect_accepted(label, &answer) {
            return;
        }
        match trial.made(&answer, payload) {
            Some(again) if again.name != first.name => {
                trial.blame(format!(
                    "a resend made another instance: {} after {}",
                    again.name, first.name
                ));
            }
            Some(_) => {}
            None => trial.blame("a resend is answered without the instance"),
        }
    }
}

async fn concurrent(trial: &mut Trial<'_>) {
    let Some(creating) = trial.ground.life.as_ref().map(|life| life.creating) else {
        return trial.skip("no interface of this family makes an instance");
    };
    let first = trial.payload(creating, &Payload::new());
    let mut calls = JoinSet::new();
    for number in 0..AT_ONCE {
        let payload = match number {
            0 => first.clone(),
            _ => trial.again(creating, &Payload::new(), &first),
        };
        let Some(sent) = trial.compose(creating, &payload) else {
            return;
        };
        trial.place().await;
        let client = trial.stage.client.clone();
        calls.spawn(async move { client.send(sent).await });
    }
    let mut names: Vec<String> = Vec::new();
    let mut refused = Vec::new();
    while let Some(exchange) = calls.join_next().await {
        let Ok(exchange) = exchange else { continue };
        let answer = trial.judged("one of several calls at once", creating, exchange);
        match trial.made(&answer, Payload::new()) {
            Some(instance) if !names.contains(&instance.name) => names.push(instance.name),
            Some(_) => {}
            None if answer.is_accepted() => {}
            None => refused.push(answer.describe()),
        }
    }
    // Whoever was not first may have to wait, but must know the instance afterwards.
    let payload = trial.again(creating, &Payload::new(), &first);
    let Some(answer) = trial
        .call("the same call afterwards", creating, &payload)
        .await
    else {
        return;
    };
    match trial.made(&answer, payload) {
        Some(instance) if !names.contains(&instance.name) => names.push(instance.name),
        Some(_) => {}
        None => {
            trial.expect_accepted("the same call afterwards", &answer);
        }
    }
    if names.len() > 1 {
        trial.fail(format!(
            "{AT_ONCE} calls of one order line at once made {} instances",
            names.len()
        ));
    }
    if let Some(why) = refused.first() {
        let count = refused.len();
        trial.remark(format!(
            "{count} of {AT_ONCE} calls at once were not accepted: {why}"
        ));
    }
}

async fn repeated(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    for interface in &life.using {
        if !twice(trial, interface).await {
            return;
        }
    }
}

/// Whether the case can go on.
async fn twice(trial: &mut Trial<'_>, interface: &Interface) -> bool {
    let Some(instance) = trial.instance().await else {
        return false;
    };
    let payload = trial.payload(interface, &instance.handle);
    let label = format!("a call of {}", interface.id);
    let Some(first) = trial.call(&label, interface, &payload).await else {
        return false;
    };
    if !first.is_accepted() {
        // An interface that only some products need; that the others are answered is a case of its own.
        if must_answer(&trial.stage.caller, interface) {
            trial.remark(format!("{label} is not accepted: {}", first.describe()));
        }
        return true;
    }
    let payload = trial.again(interface, &instance.handle, &payload);
    let label = format!("a call of {} sent again", interface.id);
    let Some(second) = trial.call(&label, interface, &payload).await else {
        return false;
    };
    trial.expect_accepted(&label, &second);
    true
}
