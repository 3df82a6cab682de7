//! Signatures of requests: what proves that a call comes from the platform, now, once and unchanged.

use std::collections::BTreeMap;

use koo_runtime::scheme::Stamp;
use koo_runtime::secret::Secret;
use koo_spec::catalogue::{Carried, CarriedIn, Compare, Interface, Placed, Scheme};
use serde_json::Value;

use super::pages::Pages;
use super::query::{Pairs, split};
use super::trial::Trial;
use super::{Definition, Words};
use crate::exchange::Sent;
use crate::message::{Caller, Payload};

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "signature-missing",
        title: Words {
            en: "Calls without a signature are refused",
            zh: "拒绝缺少签名参数的调用",
        },
        rule: Words {
            en: "A call that lacks one of the values its signature needs is refused.",
            zh: "缺少任一签名参数的调用必须被拒绝。",
        },
        advice: Words {
            en: "Check that every value is there and not empty before anything else.",
            zh: "首先检查各签名参数是否存在且非空。",
        },
        pages: Pages::RequestScheme,
        run: |trial| Box::pin(missing(trial)),
    },
    Definition {
        id: "signature-wrong",
        title: Words {
            en: "Wrong signatures are refused",
            zh: "拒绝错误的签名",
        },
        rule: Words {
            en: "A signature that is made with another key, or differs in a single digit, or is cut short, is refused.",
            zh: "使用其他密钥、仅差一个字符或被截断的签名都必须被拒绝。",
        },
        advice: Words {
            en: "Work the signature out and compare it in full and in constant time.",
            zh: "重新计算签名，并以常量时间完整比较。",
        },
        pages: Pages::RequestScheme,
        run: |trial| Box::pin(wrong(trial)),
    },
    Definition {
        id: "call-tampered",
        title: Words {
            en: "Changed calls are refused",
            zh: "拒绝被篡改的调用",
        },
        rule: Words {
            en: "A call whose parameters, time or random text were changed after signing is refused.",
            zh: "签名后参数、时间戳或随机串被修改的调用必须被拒绝。",
        },
        advice: Words {
            en: "Let the signature cover the body and every value the recipe names, as they were received.",
            zh: "按收到的原文，对请求体和签名公式中的全部值进行验签。",
        },
        pages: Pages::RequestScheme,
        run: |trial| Box::pin(tampered(trial)),
    },
    Definition {
        id: "signature-letter-case",
        title: Words {
            en: "Letter case of signatures",
            zh: "签名的大小写",
        },
        rule: Words {
            en: "A signature counts in capitals as well as in small letters where the contract says so.",
            zh: "文档规定忽略大小写时，大写和小写签名都应通过。",
        },
        advice: Words {
            en: "Compare without regard to letter case.",
            zh: "比较签名时忽略大小写。",
        },
        pages: Pages::RequestScheme,
        run: |trial| Box::pin(letter_case(trial)),
    },
    Definition {
        id: "clock-difference",
        title: Words {
            en: "Small differences of clocks are accepted",
            zh: "容忍较小的时钟偏差",
        },
        rule: Words {
            en: "A call whose time is within the documented window is accepted, before now and after now.",
            zh: "时间戳在规定窗口内（早于或晚于当前时间）的调用应被接受。",
        },
        advice: Words {
            en: "Read the time in the documented unit, keep the clock synchronised, and allow the window in both directions.",
            zh: "按文档单位解析时间戳，同步服务器时钟，并允许双向偏差。",
        },
        pages: Pages::Timestamp,
        run: |trial| Box::pin(near(trial)),
    },
    Definition {
        id: "timestamp-stale",
        title: Words {
            en: "Old calls are refused",
            zh: "拒绝过期的调用",
        },
        rule: Words {
            en: "A call signed longer ago than the window is refused, or it could be recorded and sent again.",
            zh: "签名时间早于规定窗口的调用必须被拒绝，防止重放。",
        },
        advice: Words {
            en: "Compare the time of the call with your clock.",
            zh: "将调用的时间戳与服务器时间比较。",
        },
        pages: Pages::Timestamp,
        run: |trial| Box::pin(stale(trial)),
    },
    Definition {
        id: "timestamp-future",
        title: Words {
            en: "Calls from the future are refused",
            zh: "拒绝来自未来的调用",
        },
        rule: Words {
            en: "A call signed further ahead than the window is refused, or it could be replayed for longer.",
            zh: "签名时间晚于规定窗口的调用必须被拒绝，否则可被更长时间地重放。",
        },
        advice: Words {
            en: "Check the difference in both directions, not the age alone.",
            zh: "双向检查时间差，而不仅是检查是否过期。",
        },
        pages: Pages::Timestamp,
        run: |trial| Box::pin(future(trial)),
    },
    Definition {
        id: "call-replayed",
        title: Words {
            en: "Replayed calls are refused",
            zh: "拒绝重放的调用",
        },
        rule: Words {
            en: "The very same call, sent a second time, is refused; a genuine resend has a new random text.",
            zh: "完全相同的调用第二次出现时必须被拒绝；真正的重发会使用新的随机串。",
        },
        advice: Words {
            en: "Remember each random text for as long as its time can be accepted, shared by all replicas.",
            zh: "在时间戳有效期内记住每个随机串，多副本之间共享。",
        },
        pages: Pages::Nonce,
        run: |trial| Box::pin(replayed(trial)),
    },
];

/// The interface cases work on and the scheme that signs it; without one the case is skipped.
fn signed<'s>(trial: &mut Trial<'s>) -> Option<(&'s Interface, &'s Scheme)> {
    let interface = trial.subject()?;
    let scheme = trial.stage.caller.scheme(interface);
    if scheme.is_none() {
        trial.skip("calls are not signed");
    }
    Some((interface, scheme?))
}

/// An ordinary call, signed.
fn ordinary(trial: &mut Trial<'_>, interface: &Interface) -> Option<Sent> {
    let payload = trial.payload(interface, &Payload::new());
    trial.compose(interface, &payload)
}

/// What a call carries where the scheme says.
fn value<'m>(sent: &'m Sent, pairs: &'m Pairs, carried: &Carried) -> Option<&'m str> {
    match carried.location {
        CarriedIn::Header => sent.header(&carried.wire_name),
        CarriedIn::Query => pairs.get(&carried.wire_name),
    }
}

/// The call with another value, or without one.
fn with(mut sent: Sent, carried: &Carried, value: Option<&str>) -> Sent {
    let name = &carried.wire_name;
    match carried.location {
        CarriedIn::Header => {
            sent.headers
                .retain(|(other, _)| !other.eq_ignore_ascii_case(name));
            sent.headers
                .extend(value.map(|value| (name.clone(), value.to_owned())));
        }
        CarriedIn::Query => {
            let (path, mut pairs) = split(&sent.url);
            pairs.set(name, value);
            sent.url = pairs.behind(&path);
        }
    }
    sent
}

/// The values of a scheme that are compared, or hold what is compared.
fn signatures(scheme: &Scheme) -> impl Iterator<Item = &Carried> {
    scheme.carries.iter().filter(|carried| {
        let packed = carried.packed();
        let mut targets = scheme
            .equals
            .iter()
            .map(|(target, _)| target.value.as_str());
        targets.any(|target| target == carried.name || packed.contains(&target))
    })
}

fn carried<'s>(scheme: &'s Scheme, name: Option<&Placed<String>>) -> Option<&'s Carried> {
    let name = name?;
    scheme
        .carries
        .iter()
        .find(|carried| carried.name == name.value)
}

/// The call with the last letter or digit of its signature changed.
pub(super) fn with_wrong_signature(
    trial: &mut Trial<'_>,
    interface: &Interface,
    sent: Sent,
) -> Option<Sent> {
    let scheme = trial.stage.caller.scheme(interface);
    let signature = scheme.and_then(|scheme| signatures(scheme).next());
    let Some(signature) = signature else {
        trial.skip("calls are not signed");
        return None;
    };
    let (_, pairs) = split(&sent.url);
    let changed = changed(value(&sent, &pairs, signature)?);
    Some(with(sent, signature, Some(&changed)))
}

/// A text of the same form, with one letter or digit in the middle changed.
fn changed(text: &str) -> String {
    let at = text.len() / 2;
    let other = |letter: char| match letter {
        '0' => '1',
        'a' => 'b',
        'A' => 'B',
        _ if letter.is_ascii_digit() => '0',
        _ if letter.is_ascii_lowercase() => 'a',
        _ if letter.is_ascii_uppercase() => 'A',
        _ => letter,
    };
    let mut is_done = false;
    text.char_indices()
        .map(|(index, letter)| {
            if index >= at && !is_done && letter.is_ascii_alphanumeric() {
                is_done = true;
                return other(letter);
            }
            letter
        })
        .collect()
}

async fn missing(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    let fresh = scheme.fresh.as_ref().map(|(name, _)| name);
    let needed = |carried: &&Carried| {
        let is_named =
            |name: Option<&Placed<String>>| name.is_some_and(|name| name.value == carried.name);
        signatures(scheme).any(|other| other.name == carried.name)
            || is_named(fresh)
            || is_named(scheme.once.as_ref())
    };
    for carried in scheme.carries.iter().filter(needed) {
        let code = scheme.refusals.missing.get(&carried.name);
        for (value, how) in [(None, "without"), (Some(""), "with an empty")] {
            let Some(sent) = ordinary(trial, interface) else {
                return;
            };
            let label = format!("a call {how} {}", carried.wire_name);
            let answer = trial
                .send(&label, interface, with(sent, carried, value))
                .await;
            trial.expect_refused(&label, &answer, code);
        }
    }
}

async fn wrong(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    let code = scheme.refusals.mismatch.as_ref();
    for signature in signatures(scheme) {
        for how in ["one letter changed", "its second half missing"] {
            let Some(sent) = ordinary(trial, interface) else {
                return;
            };
            let (_, pairs) = split(&sent.url);
            let Some(right) = value(&sent, &pairs, signature) else {
                return;
            };
            let other = match how {
                "one letter changed" => changed(right),
                // A signature inside a longer text cannot be cut without breaking the form of the text.
                _ if signature.template.is_some() => continue,
                _ => right.chars().take(right.chars().count() / 2).collect(),
            };
            let label = format!("a call whose {} has {how}", signature.wire_name);
            let sent = with(sent, signature, Some(&other));
            let answer = trial.send(&label, interface, sent).await;
            trial.expect_refused(&label, &answer, code);
        }
    }
    let secrets = other_secrets(trial.stage.caller.secrets);
    let payload = trial.payload(interface, &Payload::new());
    let Some(sent) = trial.request(interface, &payload) else {
        return;
    };
    let stranger = Caller {
        secrets: &secrets,
        ..trial.stage.caller
    };
    // A private key cannot be made up; what is not signed by another one is not tried.
    if let Ok(sent) = stranger.sign(interface, sent, &trial.stamp()) {
        let label = "a call signed with another key";
        let answer = trial.send(label, interface, sent).await;
        trial.expect_refused(label, &answer, code);
    }
}

fn other_secrets(secrets: &BTreeMap<String, Secret>) -> BTreeMap<String, Secret> {
    let other = |secret: &Secret| Secret::from(format!("{}-another", secret.expose()));
    secrets
        .iter()
        .map(|(name, secret)| (name.clone(), other(secret)))
        .collect()
}

async fn tampered(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    let code = scheme.refusals.mismatch.as_ref();
    // The parameters of one call under the signature of another.
    let first = trial.payload(interface, &Payload::new());
    let mut second = first.clone();
    let changeable = second
        .iter_mut()
        .filter(|(name, _)| !interface.select.contains_key(*name));
    let texts = changeable.filter_map(|(_, value)| match value {
        Value::String(text) if text.chars().any(|letter| letter.is_ascii_alphanumeric()) => {
            Some(text)
        }
        _ => None,
    });
    let is_changed = texts.last().map(|text| *text = changed(text)).is_some();
    let (Some(signed), Some(other)) = (
        trial.compose(interface, &first),
        trial.request(interface, &second),
    ) else {
        return;
    };
    if is_changed {
        let sent = under(scheme, &signed, other);
        let label = "a call with a parameter changed after signing";
        let answer = trial.send(label, interface, sent).await;
        trial.expect_refused(label, &answer, code);
    }
    let fresh = carried(scheme, scheme.fresh.as_ref().map(|(name, _)| name));
    let once = carried(scheme, scheme.once.as_ref());
    let changes: [(Option<&Carried>, fn(&str) -> String); 2] = [(fresh, later), (once, longer)];
    for (carried, change) in changes {
        let Some(carried) = carried else { continue };
        let Some(sent) = ordinary(trial, interface) else {
            return;
        };
        let (_, pairs) = split(&sent.url);
        let Some(other) = value(&sent, &pairs, carried).map(change) else {
            continue;
        };
        let label = format!(
            "a call whose {} was changed after signing",
            carried.wire_name
        );
        let sent = with(sent, carried, Some(&other));
        let answer = trial.send(&label, interface, sent).await;
        trial.expect_refused(&label, &answer, code);
    }
}

/// The next moment; a time that is no number is changed as a text.
fn later(text: &str) -> String {
    let millis = text.parse::<i64>();
    millis.map_or_else(|_| changed(text), |millis| (millis + 1).to_string())
}

fn longer(text: &str) -> String {
    format!("{text}a")
}

/// A request under the signature of another.
fn under(scheme: &Scheme, signed: &Sent, mut other: Sent) -> Sent {
    let (_, pairs) = split(&signed.url);
    for carried in &scheme.carries {
        if let Some(value) = value(signed, &pairs, carried) {
            other = with(other, carried, Some(value));
        }
    }
    other
}

async fn letter_case(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    if scheme.compare != Compare::IgnoreCase {
        return trial.skip("signatures are compared letter by letter");
    }
    for signature in signatures(scheme).filter(|carried| carried.template.is_none()) {
        let ways: [(&str, fn(&str) -> String); 2] = [
            ("capitals", str::to_ascii_uppercase),
            ("small letters", str::to_ascii_lowercase),
        ];
        for (how, change) in ways {
            let Some(sent) = ordinary(trial, interface) else {
                return;
            };
            let (_, pairs) = split(&sent.url);
            let Some(other) = value(&sent, &pairs, signature).map(change) else {
                return;
            };
            let label = format!("a call whose {} is in {how}", signature.wire_name);
            let sent = with(sent, signature, Some(&other));
            let answer = trial.send(&label, interface, sent).await;
            trial.expect_accepted(&label, &answer);
        }
    }
}

/// How far a call's time may be from now, in milliseconds; without a window the case is skipped.
fn window(trial: &mut Trial<'_>, scheme: &Scheme) -> Option<i64> {
    let window = scheme.fresh.as_ref().and_then(|(_, window)| *window);
    if window.is_none() {
        trial.skip("the contract does not say how old a call may be");
    }
    i64::try_from(window?).ok()
}

/// A call signed so many milliseconds from now.
async fn signed_at(
    trial: &mut Trial<'_>,
    interface: &Interface,
    from_now: i64,
    label: &str,
) -> Option<super::answer::Answer> {
    let payload = trial.payload(interface, &Payload::new());
    let sent = trial.request(interface, &payload)?;
    let stamp = Stamp::at(trial.now().saturating_add(from_now));
    let sent = trial.sign(interface, sent, &stamp)?;
    Some(trial.send(label, interface, sent).await)
}

async fn near(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    let Some(window) = window(trial, scheme) else {
        return;
    };
    for (from_now, how) in [(-window / 2, "ago"), (window / 2, "ahead")] {
        let label = format!("a call signed {} s {how}", window / 2000);
        let Some(answer) = signed_at(trial, interface, from_now, &label).await else {
            return;
        };
        trial.expect_accepted(&label, &answer);
    }
}

async fn stale(trial: &mut Trial<'_>) {
    outside(trial, -1, "ago").await;
}

async fn future(trial: &mut Trial<'_>) {
    outside(trial, 1, "ahead").await;
}

async fn outside(trial: &mut Trial<'_>, direction: i64, how: &str) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    let Some(window) = window(trial, scheme) else {
        return;
    };
    let code = scheme.refusals.stale.as_ref();
    // Well outside, so that clocks that differ a little do not matter; and long outside, a day.
    for distance in [window * 2, 24 * 60 * 60 * 1000] {
        let label = format!("a call signed {} s {how}", distance / 1000);
        let answer = signed_at(trial, interface, direction * distance, &label).await;
        let Some(answer) = answer else { return };
        trial.expect_refused(&label, &answer, code);
    }
}

async fn replayed(trial: &mut Trial<'_>) {
    let Some((interface, scheme)) = signed(trial) else {
        return;
    };
    if scheme.once.is_none() {
        return trial.skip("calls carry nothing that may be seen only once");
    }
    let Some(sent) = ordinary(trial, interface) else {
        return;
    };
    let first = trial.send("a call", interface, sent.clone()).await;
    if !first.is_accepted() {
        return trial.skip(format!(
            "the first call is not accepted: {}",
            first.describe()
        ));
    }
    let label = "the same call once more, byte for byte";
    let second = trial.send(label, interface, sent).await;
    trial.expect_refused(label, &second, scheme.refusals.replayed.as_ref());
}
