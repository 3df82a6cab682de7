//! What requests hold: everything the contract allows is taken, what it does not allow is refused.

use koo_runtime::scheme::timestamp;
use koo_spec::catalogue::{CodeRole, Format, Interface, ListedValue, Parameter, Presence, Type};
use serde_json::Value;

use super::life::must_answer;
use super::pages::Pages;
use super::trial::Trial;
use super::{Definition, Words};
use crate::message::{Fill, Payload};

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "unknown-members",
        title: Words {
            en: "Members added later are ignored",
            zh: "忽略以后新增的字段",
        },
        rule: Words {
            en: "A request with a member that the contract does not name yet is accepted, and its signature covers that member too.",
            zh: "请求中出现文档尚未定义的字段时应正常受理，签名同样覆盖该字段。",
        },
        advice: Words {
            en: "Ignore what you do not know, and verify the bytes that came, not an object put together again.",
            zh: "忽略未知字段；对收到的原始字节验签，不要用重新组装的对象验签。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(unknown_members(trial)),
    },
    Definition {
        id: "non-ascii",
        title: Words {
            en: "Text outside ASCII",
            zh: "非ASCII字符",
        },
        rule: Words {
            en: "Requests are UTF-8: Chinese text, accents and emoji are read, and signatures over them fit.",
            zh: "请求为UTF-8编码：中文、重音字母和表情符号都能读取，验签也能通过。",
        },
        advice: Words {
            en: "Read bodies as UTF-8 whatever the platform's default is, and sign bytes, not escaped text.",
            zh: "无论系统默认编码，一律按UTF-8读取请求；对字节签名，而不是对转义文本签名。",
        },
        pages: Pages::Replies,
        run: |trial| Box::pin(non_ascii(trial)),
    },
    Definition {
        id: "longest-values",
        title: Words {
            en: "Values of the greatest length",
            zh: "最大长度的参数值",
        },
        rule: Words {
            en: "Every text is accepted up to the length its table allows.",
            zh: "不超过文档规定长度的参数值都应受理。",
        },
        advice: Words {
            en: "Make columns as wide as the tables say; `koo validate sql` compares them.",
            zh: "数据库字段长度不小于文档规定；可用`koo validate sql`检查。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(longest(trial)),
    },
    Definition {
        id: "optional-members",
        title: Words {
            en: "With and without optional members",
            zh: "可选参数可有可无",
        },
        rule: Words {
            en: "A request is accepted without optional members, and with all that the documented example shows.",
            zh: "不带可选参数，或带上文档示例中的全部参数，都应受理。",
        },
        advice: Words {
            en: "Demand only what the tables make mandatory.",
            zh: "只强制要求文档标为必选的参数。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(optional(trial)),
    },
    Definition {
        id: "mandatory-missing",
        title: Words {
            en: "A mandatory parameter is missing",
            zh: "缺少必选参数",
        },
        rule: Words {
            en: "A request without what identifies it is refused with a result code.",
            zh: "缺少标识参数的请求必须用结果码拒绝。",
        },
        advice: Words {
            en: "Check parameters before using them, and answer the code for wrong parameters instead of crashing.",
            zh: "使用前检查参数，返回参数错误的结果码，而不是抛出异常。",
        },
        pages: Pages::Code(CodeRole::Parameter),
        run: |trial| Box::pin(mandatory(trial)),
    },
    Definition {
        id: "unknown-interface",
        title: Words {
            en: "An interface that does not exist",
            zh: "未知的接口",
        },
        rule: Words {
            en: "A signed call of an interface the merchant does not know is refused with a result code, neither accepted nor left unanswered.",
            zh: "对未知接口的调用应以结果码拒绝，既不能返回成功，也不能不响应。",
        },
        advice: Words {
            en: "End the dispatch with a refusal; new interfaces are added to the contract from time to time.",
            zh: "接口分发的默认分支应返回拒绝；文档会不时新增接口。",
        },
        pages: Pages::Code(CodeRole::Parameter),
        run: |trial| Box::pin(unknown_interface(trial)),
    },
    Definition {
        id: "instance-unknown",
        title: Words {
            en: "An instance that does not exist",
            zh: "不存在的实例",
        },
        rule: Words {
            en: "A call about an instance that was never made is refused.",
            zh: "针对不存在实例的调用必须被拒绝。",
        },
        advice: Words {
            en: "Look the instance up and answer the code that says it does not exist.",
            zh: "查询实例，不存在时返回对应结果码。",
        },
        pages: Pages::Code(CodeRole::NotFound),
        run: |trial| Box::pin(unknown_instance(trial)),
    },
    Definition {
        id: "listed-values",
        title: Words {
            en: "Every listed value",
            zh: "所有枚举值",
        },
        rule: Words {
            en: "Every value that the tables list for a parameter is accepted.",
            zh: "文档列出的每个枚举值都应受理。",
        },
        advice: Words {
            en: "Compare your list with that of the contract, letter by letter.",
            zh: "逐字核对枚举值与文档是否一致。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(listed(trial)),
    },
    Definition {
        id: "time-layouts",
        title: Words {
            en: "Every layout of times",
            zh: "所有时间格式",
        },
        rule: Words {
            en: "A point in time is read in every documented layout, such as with and without milliseconds.",
            zh: "时间参数的每种文档格式（如带或不带毫秒）都能解析。",
        },
        advice: Words {
            en: "Try the layouts one after the other, or read the digits by their number.",
            zh: "依次尝试各种格式，或按位数解析。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(layouts(trial)),
    },
    Definition {
        id: "several-instances",
        title: Words {
            en: "Several instances in one call",
            zh: "一次查询多个实例",
        },
        rule: Words {
            en: "Where a parameter may name several instances, joined with commas, each of them is answered.",
            zh: "参数允许以逗号连接多个实例时，应逐个返回。",
        },
        advice: Words {
            en: "Split the parameter and answer one element for each id.",
            zh: "拆分参数，为每个实例返回一个元素。",
        },
        pages: Pages::Subject,
        run: |trial| Box::pin(several(trial)),
    },
];

/// A value nobody has documented.
const UNKNOWN: &str = "addedLater";

async fn unknown_members(trial: &mut Trial<'_>) {
    let Some(interface) = trial.subject() else {
        return;
    };
    let given = Payload::from_iter([(UNKNOWN.to_owned(), Value::from("1"))]);
    let payload = trial.payload(interface, &given);
    let label = "a call with an unknown member";
    if let Some(answer) = trial.call(label, interface, &payload).await {
        trial.expect_accepted(label, &answer);
    }
}

async fn non_ascii(trial: &mut Trial<'_>) {
    const TEXT: &str = "订单-é-😀";
    let Some(interface) = trial.subject() else {
        return;
    };
    // In a parameter that differs on every call, so that it means nothing; else in one nobody knows.
    let documented = interface.request.iter().find(|parameter| {
        let limits = &parameter.limits;
        parameter.varies
            && is_free(trial, interface, parameter)
            && limits.max_length.number().is_none_or(|most| most >= 20)
    });
    let name = documented.map_or(UNKNOWN, |parameter| &parameter.name);
    let text = format!("{TEXT}{}", trial.random.alphanumeric(8));
    let given = Payload::from_iter([(name.to_owned(), Value::from(text))]);
    let payload = trial.payload(interface, &given);
    let label = format!("a call with Chinese text and an emoji in {name}");
    if let Some(answer) = trial.call(&label, interface, &payload).await {
        trial.expect_accepted(&label, &answer);
    }
}

/// Whether any text may stand in a parameter.
fn is_free(trial: &Trial<'_>, interface: &Interface, parameter: &Parameter) -> bool {
    let caller = &trial.stage.caller;
    parameter.r#type.value == Type::String
        && parameter.format.is_none()
        && parameter.encrypted.is_none()
        && caller.family.values_of(parameter).is_empty()
        && caller.is_of_site(&parameter.sites)
        && !interface.select.contains_key(&parameter.name)
}

/// The interfaces whose ordinary calls must be accepted, each with an instance of its own where it needs one.
async fn ready<'s>(trial: &mut Trial<'s>) -> Vec<(&'s Interface, Payload)> {
    let Some(life) = trial.ground.life.as_ref() else {
        trial.skip("no interface of this family makes what the others work on");
        return Vec::new();
    };
    let mut ready = vec![(life.creating, Payload::new())];
    for interface in &life.using {
        if must_answer(&trial.stage.caller, interface) {
            match trial.instance().await {
                Some(instance) => ready.push((*interface, instance.handle)),
                None => return Vec::new(),
            }
        }
    }
    ready
}

async fn longest(trial: &mut Trial<'_>) {
    for (interface, handle) in ready(trial).await {
        let mut given = handle;
        for parameter in &interface.request {
            let most = parameter.limits.max_length.number();
            let is_wanted = matches!(parameter.presence, Presence::Mandatory)
                && parameter.limits.advisory.is_none()
                && !given.contains_key(&parameter.name)
                && is_free(trial, interface, parameter);
            if let (true, Some(most)) = (is_wanted, most) {
                let length = usize::try_from(most).unwrap_or(usize::MAX).min(4096);
                let text = trial.random.alphanumeric(length);
                given.insert(parameter.name.clone(), Value::from(text));
            }
        }
        let payload = trial.payload(interface, &given);
        let label = format!("a call of {} with its longest values", interface.id);
        let Some(answer) = trial.call(&label, interface, &payload).await else {
            return;
        };
        trial.expect_accepted(&label, &answer);
    }
}

async fn optional(trial: &mut Trial<'_>) {
    for (interface, handle) in ready(trial).await {
        let needed = trial.payload(interface, &handle);
        let label = format!("a call of {} without optional members", interface.id);
        let Some(answer) = trial.call(&label, interface, &needed).await else {
            return;
        };
        trial.expect_accepted(&label, &answer);
        let now = trial.now();
        let caller = &trial.stage.caller;
        let mut shown = caller.payload(interface, &handle, Fill::Example, &mut trial.random, now);
        shown.retain(|name, _| {
            let parameter = interface
                .request
                .iter()
                .find(|parameter| parameter.name == *name);
            let mut values = parameter
                .map_or(&[][..], |parameter| caller.family.values_of(parameter))
                .iter();
            !values.any(|value| value.debug)
        });
        if shown.len() > needed.len() {
            let label = format!("a call of {} with the members of its example", interface.id);
            let Some(answer) = trial.call(&label, interface, &shown).await else {
                return;
            };
            trial.expect_accepted(&label, &answer);
        }
    }
}

async fn mandatory(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    let family = trial.stage.caller.family;
    let codes = family.codes.values();
    let code = codes
        .filter(|code| code.role == Some(CodeRole::Parameter))
        .map(|code| koo_spec::catalogue::Placed::new(code.code.clone(), code.span))
        .next();
    let key = life
        .creating
        .idempotency
        .as_ref()
        .map(|idempotency| idempotency.key.as_slice());
    let key = key
        .unwrap_or_default()
        .iter()
        .map(|name| (life.creating, name.value.as_str()));
    let handles = life.using.iter().map(|interface| (*interface, life.handle));
    for (interface, name) in key.chain(handles) {
        let is_mandatory = interface.request.iter().any(|parameter| {
            parameter.name == name && matches!(parameter.presence, Presence::Mandatory)
        });
        if !is_mandatory || !must_answer(&trial.stage.caller, interface) {
            continue;
        }
        let mut payload = trial.payload(interface, &Payload::new());
        payload.shift_remove(name);
        let label = format!("a call of {} without {name}", interface.id);
        let Some(answer) = trial.call(&label, interface, &payload).await else {
            return;
        };
        trial.expect_refused_in_form(&label, &answer, code.as_ref());
    }
}

async fn unknown_interface(trial: &mut Trial<'_>) {
    let Some(interface) = trial.subject() else {
        return;
    };
    let Some(selector) = trial.stage.caller.family.selector() else {
        return trial.skip("interfaces have addresses of their own");
    };
    let given = Payload::from_iter([(selector.to_owned(), Value::from("koordinate"))]);
    let payload = trial.payload(interface, &given);
    let label = format!("a call with an unknown {selector}");
    if let Some(answer) = trial.call(&label, interface, &payload).await {
        trial.expect_refused_in_form(&label, &answer, None);
    }
}

async fn unknown_instance(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    for interface in &life.using {
        if !must_answer(&trial.stage.caller, interface) {
            continue;
        }
        let given =
            Payload::from_iter([(life.handle.to_owned(), Value::from(trial.random.uuid()))]);
        let payload = trial.payload(interface, &given);
        let label = format!("a call of {} about an instance nobody made", interface.id);
        let Some(answer) = trial.call(&label, interface, &payload).await else {
            return;
        };
        trial.expect_refused(&label, &answer, None);
    }
}

/// The interfaces whose parameters are tried one value at a time.
fn interfaces<'s>(trial: &Trial<'s>) -> Vec<&'s Interface> {
    let called = trial.ground.called.iter().copied();
    called
        .filter(|interface| must_answer(&trial.stage.caller, interface))
        .collect()
}

/// The call of an interface with one parameter given, on an instance of its own.
async fn with_value(trial: &mut Trial<'_>, interface: &Interface, name: &str, value: &str) -> bool {
    let life = trial.ground.life.as_ref();
    let is_using = life.is_some_and(|life| life.is_using(interface));
    let mut given = Payload::new();
    if is_using {
        match trial.instance().await {
            Some(instance) => given = instance.handle,
            None => return false,
        }
    }
    given.insert(name.to_owned(), Value::from(value));
    let payload = trial.payload(interface, &given);
    let label = format!("a call of {} with {name} {value}", interface.id);
    let Some(answer) = trial.call(&label, interface, &payload).await else {
        return false;
    };
    trial.expect_accepted(&label, &answer);
    true
}

async fn listed(trial: &mut Trial<'_>) {
    let mut is_tried = false;
    for interface in interfaces(trial) {
        for parameter in &interface.request {
            if interface.select.contains_key(&parameter.name) || !is_text(trial, parameter) {
                continue;
            }
            for value in values(trial, parameter) {
                is_tried = true;
                if !with_value(trial, interface, &parameter.name, &value).await {
                    return;
                }
            }
        }
    }
    if !is_tried {
        trial.skip("no parameter lists values");
    }
}

/// Whether values of a parameter are text, and the site has it.
fn is_text(trial: &Trial<'_>, parameter: &Parameter) -> bool {
    let is_text = matches!(
        parameter.r#type.value,
        Type::String | Type::Enumeration | Type::Named(_)
    );
    is_text && trial.stage.caller.is_of_site(&parameter.sites)
}

/// The values the site lists, without those that mark debug calls: they have cases of their own.
fn values(trial: &Trial<'_>, parameter: &Parameter) -> Vec<String> {
    let caller = &trial.stage.caller;
    let listed = caller.family.values_of(parameter).iter();
    let of_site = caller
        .site
        .and_then(|site| parameter.differences.get(site))
        .and_then(|difference| difference.values.as_ref());
    let is_known = |value: &&ListedValue| {
        let is_here =
            of_site.is_none_or(|values| values.iter().any(|known| known.value == value.value));
        is_here && caller.is_of_site(&value.sites) && value.until.is_none() && !value.debug
    };
    listed
        .filter(is_known)
        .map(|value| value.value.clone())
        .collect()
}

async fn layouts(trial: &mut Trial<'_>) {
    const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;
    let mut is_tried = false;
    for interface in interfaces(trial) {
        for parameter in &interface.request {
            let Some(Format::Timestamp(form)) = &parameter.format else {
                continue;
            };
            if form.layouts.len() < 2 || !trial.stage.caller.is_of_site(&parameter.sites) {
                continue;
            }
            for layout in &form.layouts {
                is_tried = true;
                let moment = timestamp::written(trial.now().saturating_add(YEAR), layout);
                if !with_value(trial, interface, &parameter.name, &moment).await {
                    return;
                }
            }
        }
    }
    if !is_tried {
        trial.skip("no time has several layouts");
    }
}

async fn several(trial: &mut Trial<'_>) {
    let Some(life) = trial.ground.life.as_ref() else {
        return trial.skip("no interface of this family makes what the others work on");
    };
    let takes_list = |interface: &&&Interface| {
        let mut request = interface.request.iter();
        request.any(|parameter| {
            parameter.name == life.handle
                && matches!(parameter.format, Some(Format::CommaList { max_items, .. }) if max_items > 1)
        })
    };
    let Some(interface) = life.using.iter().find(takes_list) else {
        return trial.skip("no call names several instances");
    };
    let (Some(one), Some(two)) = (trial.instance().await, trial.instance().await) else {
        return;
    };
    let both = format!("{},{}", one.name, two.name);
    let given = Payload::from_iter([(life.handle.to_owned(), Value::from(both))]);
    let payload = trial.payload(interface, &given);
    let label = format!("a call of {} about two instances", interface.id);
    let Some(answer) = trial.call(&label, interface, &payload).await else {
        return;
    };
    if !trial.expect_accepted(&label, &answer) {
        return;
    }
    for name in [&one.name, &two.name] {
        if !answer
            .judgement
            .reply
            .as_ref()
            .is_some_and(|reply| holds(reply, name))
        {
            trial.fail(format!("{label}: the reply does not name {name}"));
        }
    }
}

/// Whether a text stands anywhere in a value, as a whole.
fn holds(value: &Value, text: &str) -> bool {
    match value {
        Value::String(other) => other == text,
        Value::Array(elements) => elements.iter().any(|element| holds(element, text)),
        Value::Object(members) => members.values().any(|member| holds(member, text)),
        _ => false,
    }
}
