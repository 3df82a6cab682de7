//! The form of replies: what the platform looks at before it reads what they say.

use std::time::Duration;

use koo_runtime::scheme::template;
use koo_spec::catalogue::{CarriedIn, Interface};

use super::answer::Kind;
use super::authentication::with_wrong_signature;
use super::life::must_answer;
use super::pages::Pages;
use super::trial::{FORM, Trial};
use super::walk::{Walk, walk};
use super::{Definition, Words};
use crate::message::{Finding, Payload};
use crate::simulate::Step;

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "answers",
        title: Words {
            en: "Ordinary calls are answered with success",
            zh: "正常调用返回成功",
        },
        rule: Words {
            en: "Every interface that all merchants need accepts a call with what the contract makes mandatory, and only that.",
            zh: "所有必选接口在只携带必选参数时都应返回成功。",
        },
        advice: Words {
            en: "Look at the reply and at the log of your service; do not demand optional parameters.",
            zh: "查看响应和服务日志；不要强制要求可选参数。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(answers(trial)),
    },
    Definition {
        id: "redirect",
        title: Words {
            en: "No redirects",
            zh: "不得重定向",
        },
        rule: Words {
            en: "The registered address answers itself; redirects are not followed.",
            zh: "登记的地址必须直接响应，平台不跟随重定向。",
        },
        advice: Words {
            en: "Register the final address, with its scheme, path and trailing slash; switch off automatic redirects.",
            zh: "登记最终地址（协议、路径、结尾斜杠一致），关闭自动跳转。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(by_rule(trial, &["redirect"])),
    },
    Definition {
        id: "http-status",
        title: Words {
            en: "HTTP status of replies",
            zh: "响应的HTTP状态码",
        },
        rule: Words {
            en: "A reply comes with the documented HTTP status; what went wrong is said by the result code.",
            zh: "响应使用文档规定的HTTP状态码，错误由结果码说明。",
        },
        advice: Words {
            en: "Answer every call with that status, also a created instance, and do not use others such as 201 or 204.",
            zh: "所有调用（包括创建成功）都返回该状态码，不要使用201、204等。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(by_rule(trial, &["status"])),
    },
    Definition {
        id: "content-type",
        title: Words {
            en: "Content type of replies",
            zh: "响应的Content-Type",
        },
        rule: Words {
            en: "The content type is the documented one, in UTF-8.",
            zh: "Content-Type必须为文档规定的类型，编码为UTF-8。",
        },
        advice: Words {
            en: "Set the header yourself; frameworks label text they do not know as text/plain or text/html.",
            zh: "显式设置该响应头；框架可能默认返回text/plain或text/html。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(by_rule(trial, &["content_type"])),
    },
    Definition {
        id: "reply-readable",
        title: Words {
            en: "The body can be read",
            zh: "响应体可以解析",
        },
        rule: Words {
            en: "The body is one JSON document and nothing else.",
            zh: "响应体必须是且仅是一个JSON文档。",
        },
        advice: Words {
            en: "Remove byte order marks, templates, debug output and HTML pages of proxies.",
            zh: "去掉BOM、模板内容、调试输出以及代理返回的HTML页面。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(by_rule(trial, &["json"])),
    },
    Definition {
        id: "reply-mandatory",
        title: Words {
            en: "Mandatory members of replies",
            zh: "响应的必选字段",
        },
        rule: Words {
            en: "A reply has every member that the tables make mandatory, and the text of the result.",
            zh: "响应必须包含文档中的全部必选字段以及结果描述。",
        },
        advice: Words {
            en: "Send the result code and its text always, and what the interface promises on success.",
            zh: "始终返回结果码和结果描述；成功时返回接口要求的字段。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(by_rule(trial, &["required"])),
    },
    Definition {
        id: "reply-lengths",
        title: Words {
            en: "Lengths of reply members",
            zh: "响应字段的长度",
        },
        rule: Words {
            en: "No member of a reply is longer than its table allows.",
            zh: "响应字段不得超过文档规定的长度。",
        },
        advice: Words {
            en: "Cut texts, and make ids short enough, before they leave.",
            zh: "返回前截断文本，实例ID等不要过长。",
        },
        pages: Pages::Subject,
        run: |trial| {
            Box::pin(by_rule(
                trial,
                &["max_length", "min_length", "max_items", "min_items"],
            ))
        },
    },
    Definition {
        id: "reply-values",
        title: Words {
            en: "Types and forms of reply members",
            zh: "响应字段的类型与格式",
        },
        rule: Words {
            en: "Members have the documented type and form: codes are text with their leading zeros, addresses are absolute.",
            zh: "字段类型和格式与文档一致：结果码为带前导零的字符串，地址为绝对URL等。",
        },
        advice: Words {
            en: "Quote numbers where the table says String, and check formats before sending.",
            zh: "文档为String的字段不要返回数字，发送前检查格式。",
        },
        pages: Pages::Subject,
        run: |trial| {
            Box::pin(by_rule(
                trial,
                &["type", "format", "one_of", "decimal", "minimum", "maximum"],
            ))
        },
    },
    Definition {
        id: "in-time",
        title: Words {
            en: "Answers in time",
            zh: "在时限内响应",
        },
        rule: Words {
            en: "The whole reply arrives within the documented time.",
            zh: "完整响应必须在文档规定的时间内返回。",
        },
        advice: Words {
            en: "Record the order, answer, and do the slow work afterwards; the contract has a code for work in progress.",
            zh: "先记录订单并立即响应，耗时操作放到后台；处理中可返回对应结果码。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(in_time(trial)),
    },
    Definition {
        id: "refusal-form",
        title: Words {
            en: "Refusals have the form of replies",
            zh: "拒绝调用时的响应格式",
        },
        rule: Words {
            en: "A refused call is answered like any other: same HTTP status, same content type, result code and text.",
            zh: "拒绝调用时同样返回规定的HTTP状态码、Content-Type、结果码和描述。",
        },
        advice: Words {
            en: "Do not answer 401, 403 or 500; catch errors in one place and turn them into a result code.",
            zh: "不要返回401、403或500；统一捕获异常并转换为结果码。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(refusal_form(trial)),
    },
    Definition {
        id: "signature-header-name",
        title: Words {
            en: "Letter case of the signature header",
            zh: "签名响应头的大小写",
        },
        rule: Words {
            en: "The header that carries the reply's signature is spelled exactly as documented.",
            zh: "携带响应签名的响应头名称大小写必须与文档完全一致。",
        },
        advice: Words {
            en: "Servers and proxies that speak HTTP/2 inside write names in lower case; switch that off, or let the server keep spellings.",
            zh: "部分服务器或代理会把响应头改为小写；关闭该行为或保留原始大小写。",
        },
        pages: Pages::ReplyHeader,
        run: |trial| Box::pin(by_rule(trial, &["header_spelling"])),
    },
    Definition {
        id: "signature-header-form",
        title: Words {
            en: "Form of the signature header",
            zh: "签名响应头的格式",
        },
        rule: Words {
            en: "The value has the documented form, quotes included.",
            zh: "签名响应头的值必须符合文档格式，包括双引号。",
        },
        advice: Words {
            en: "Write the value letter by letter as documented, with both values in double quotes.",
            zh: "逐字符按文档书写，两个值都要加双引号。",
        },
        pages: Pages::ReplyHeader,
        run: |trial| Box::pin(header_form(trial)),
    },
    Definition {
        id: "reply-signature",
        title: Words {
            en: "The signature covers the bytes that were sent",
            zh: "签名覆盖实际发送的字节",
        },
        rule: Words {
            en: "The signature of a reply fits its body, byte for byte.",
            zh: "响应签名必须与实际发送的响应体逐字节匹配。",
        },
        advice: Words {
            en: "Serialise once, sign those bytes, send those bytes; let no middleware or proxy format or compress the body.",
            zh: "只序列化一次，对同一份字节签名并发送；不要让中间件或代理改写响应体。",
        },
        pages: Pages::ReplyScheme,
        run: |trial| Box::pin(by_rule(trial, &["reply_signature"])),
    },
];

async fn answers(trial: &mut Trial<'_>) {
    let caller = &trial.stage.caller;
    let walk = walk(trial).await;
    walk.show(trial);
    for (interface, answer) in walk.of(caller) {
        let is_of_life = trial
            .ground
            .life
            .as_ref()
            .is_some_and(|life| life.creating.id == interface.id || life.is_using(interface));
        let what = format!("a call of {}", interface.id);
        match answer.kind {
            Kind::Accepted => {}
            Kind::Neither => trial.fail(format!("{what}: {}", answer.describe())),
            // What an interface outside the life of an instance answers depends on data nobody has.
            Kind::Refused if is_of_life && must_answer(caller, interface) => {
                trial.expect_accepted(&what, answer);
            }
            Kind::Refused => trial.remark(format!("{what} is refused: {}", answer.describe())),
        }
    }
    if walk.of(caller).next().is_none() {
        trial.skip("no call could be composed");
    }
}

/// The findings of these rules in the ordinary calls. What is wrong with several interfaces is said once, with the call that
/// shows it first.
pub(super) async fn by_rule(trial: &mut Trial<'_>, rules: &[&str]) {
    let caller = &trial.stage.caller;
    let walk = walk(trial).await;
    let mut found: Vec<(&Finding, Vec<&Interface>)> = Vec::new();
    for (interface, answer) in walk.of(caller) {
        let findings = answer.judgement.findings.iter();
        for finding in findings.filter(|finding| rules.contains(&finding.rule)) {
            match found.iter_mut().find(|(known, _)| *known == finding) {
                Some((_, interfaces)) => interfaces.push(interface),
                None => found.push((finding, vec![interface])),
            }
        }
    }
    for (finding, interfaces) in found {
        push(trial, walk, &interfaces, finding.clone());
    }
}

/// A finding about the ordinary calls of these interfaces, at the step of the first.
fn push(trial: &mut Trial<'_>, walk: &Walk, interfaces: &[&Interface], finding: Finding) {
    let names: Vec<_> = interfaces
        .iter()
        .map(|interface| interface.id.as_str())
        .collect();
    let finding = Finding {
        text: format!("{}: {}", names.join(", "), finding.text),
        ..finding
    };
    let step = names.first().and_then(|first| walk.step(first));
    match step {
        Some(step) => trial.steps.push(Step {
            findings: vec![finding],
            ..step.clone()
        }),
        None => trial.push(finding),
    }
}

async fn in_time(trial: &mut Trial<'_>) {
    let caller = &trial.stage.caller;
    let Some(millis) = caller.family.transport.within_millis else {
        trial.skip("the contract does not say how long the platform waits");
        return;
    };
    let budget = Duration::from_millis(millis);
    let walk = walk(trial).await;
    for (interface, answer) in walk.of(caller) {
        let took = answer.exchange.elapsed;
        match answer.failure() {
            Some(failure) if failure.kind() == "timeout" => {
                trial.fail(format!("{}: {failure}", interface.id));
            }
            _ if took > budget => trial.fail(format!(
                "{}: the reply took {} ms, the platform waits {millis} ms",
                interface.id,
                took.as_millis()
            )),
            _ => {}
        }
    }
}

async fn refusal_form(trial: &mut Trial<'_>) {
    let Some(interface) = trial.subject() else {
        return;
    };
    let payload = trial.payload(interface, &Payload::new());
    let Some(sent) = trial.compose(interface, &payload) else {
        return;
    };
    let Some(sent) = with_wrong_signature(trial, interface, sent) else {
        return;
    };
    let answer = trial
        .send("a call with a wrong signature", interface, sent)
        .await;
    if answer.is_accepted() {
        return trial
            .skip("the merchant accepts a wrong signature, so it refuses nothing to look at");
    }
    if let Some(failure) = answer.failure() {
        return trial.fail(format!("a call with a wrong signature: {failure}"));
    }
    for finding in &answer.judgement.findings {
        if FORM.contains(&finding.rule) {
            trial.push(finding.clone());
        }
    }
}

async fn header_form(trial: &mut Trial<'_>) {
    let caller = &trial.stage.caller;
    let walk = walk(trial).await;
    let mut seen = false;
    let mut found: Vec<(Finding, Vec<&Interface>)> = Vec::new();
    for (interface, answer) in walk.of(caller) {
        let scheme = caller.reply_scheme(interface);
        let (Some((scheme, is_demanded)), Ok(received)) = (scheme, &answer.exchange.outcome) else {
            continue;
        };
        for carried in &scheme.carries {
            let value = received.header(&carried.wire_name);
            let (CarriedIn::Header, Some(form), Some(value)) =
                (carried.location, &carried.template, value)
            else {
                continue;
            };
            seen = true;
            if template::parse(&form.value, value).is_none() {
                let text = format!("{} has not the form {}", carried.wire_name, form.value);
                let finding = Finding::error("header_form", text);
                let finding = if is_demanded {
                    finding
                } else {
                    finding.remark()
                };
                match found.iter_mut().find(|(known, _)| *known == finding) {
                    Some((_, interfaces)) => interfaces.push(interface),
                    None => found.push((finding, vec![interface])),
                }
            }
        }
    }
    for (finding, interfaces) in found {
        push(trial, walk, &interfaces, finding);
    }
    if !seen {
        trial.skip("no reply carries a signature header");
    }
}
