//! What the page itself says, in both languages.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::language::Language;

/// Key, English, Chinese.
const WORDS: &[(&str, &str, &str)] = &[
    ("skip", "Skip to the content", "跳到内容"),
    ("calls", "Calls", "调用"),
    ("records", "State", "状态"),
    ("send", "Send a call", "发送调用"),
    ("simulation", "Simulation", "模拟"),
    ("no_simulation", "No simulation yet.", "还没有模拟运行。"),
    (
        "no_simulation_more",
        "`koo simulate --mock` with the address of this page shows its calls and verdicts here; `koo simulate --watch` has a page of its own.",
        "用`koo simulate --mock`加本页地址运行，其调用和结果会显示在这里；`koo simulate --watch`自带页面。",
    ),
    ("language", "Language", "语言"),
    ("menu", "Pages", "页面"),
    ("live", "live", "实时"),
    ("offline", "not connected", "未连接"),
    ("reload", "Reload for new calls", "刷新以查看新调用"),
    ("none_yet", "No calls yet.", "还没有调用。"),
    (
        "none_yet_more",
        "Calls appear here as they come. Or send one yourself.",
        "收到调用后会立即显示在这里，也可以自己发送一个。",
    ),
    (
        "none_of_filter",
        "No call of this kind is kept.",
        "没有保留此类调用。",
    ),
    (
        "list_doc",
        "The newest first; times in UTC.",
        "最新的在前；时间为UTC。",
    ),
    ("show", "Show", "显示"),
    ("all", "all", "全部"),
    ("received", "received", "收到"),
    ("sent", "sent", "发出"),
    ("problems", "problems", "有问题"),
    ("number", "No.", "编号"),
    ("time", "Time", "时间"),
    ("direction", "Direction", "方向"),
    ("interface", "Interface", "接口"),
    ("signature", "Signature", "签名"),
    ("reply", "Reply", "响应"),
    ("request", "Request", "请求"),
    ("took", "Took", "耗时"),
    ("unknown_interface", "not recognised", "未识别"),
    ("fits", "fits", "正确"),
    ("refused", "refused", "被拒绝"),
    ("unsigned", "not signed", "无签名"),
    ("unjudged", "not judged", "未判定"),
    ("no_reply", "no reply", "无响应"),
    ("error", "error", "错误"),
    ("errors", "errors", "个错误"),
    ("warning", "warning", "警告"),
    ("warnings", "warnings", "个警告"),
    ("note", "note", "提示"),
    ("call", "Call", "调用"),
    ("back", "All calls", "全部调用"),
    (
        "gone",
        "This call is not kept any more.",
        "此调用已不再保留。",
    ),
    ("send_again", "Send again", "再次发送"),
    (
        "signature_of_request",
        "Signature of the request",
        "请求的签名",
    ),
    ("signature_of_reply", "Signature of the reply", "响应的签名"),
    ("scheme", "Scheme", "签名方案"),
    ("causes", "Probable cause", "可能的原因"),
    ("working", "How it is computed", "计算过程"),
    ("reading", "Reading", "解读"),
    ("expected", "expected", "应为"),
    ("arrived", "received", "收到"),
    ("differs", "they differ from character", "从此字符起不同："),
    ("matches", "matches", "一致"),
    ("findings", "Findings", "检查结果"),
    (
        "no_findings",
        "Nothing to complain about.",
        "没有发现问题。",
    ),
    ("headers", "Headers", "消息头"),
    ("body", "Body", "消息体"),
    ("bytes", "bytes", "字节"),
    ("cut", "only the beginning is kept", "仅保留开头"),
    ("no_text", "not text", "非文本"),
    ("empty", "empty", "空"),
    ("parameters", "Parameters", "参数"),
    ("parameter", "Parameter", "参数"),
    ("value", "Value", "值"),
    ("length", "Length", "长度"),
    ("need", "Need", "必选"),
    ("meaning", "Meaning", "说明"),
    ("mandatory", "mandatory", "必选"),
    ("optional", "optional", "可选"),
    ("conditional", "conditional", "条件必选"),
    ("not_documented", "not in the contract", "文档中没有"),
    ("signs", "part of the signature", "签名的一部分"),
    ("too_long", "too long", "超长"),
    ("source", "Source", "来源"),
    ("choose", "Which interface?", "选择接口"),
    (
        "choose_doc",
        "Interfaces that the platform calls at the merchant's server.",
        "平台调用商家服务器的接口。",
    ),
    ("deprecated", "deprecated", "已废弃"),
    ("target", "Target", "目标地址"),
    (
        "target_doc",
        "Address of the merchant's server, http or https.",
        "商家服务器的地址，http或https。",
    ),
    ("keys", "Keys", "密钥"),
    (
        "key_known",
        "Leave empty to use the key this program was started with.",
        "留空则使用本程序启动时给定的密钥。",
    ),
    (
        "key_unknown",
        "Used for this call only; never shown, never kept.",
        "仅用于本次调用，不显示也不保存。",
    ),
    (
        "fields_doc",
        "Filled in with the documented example. What is left empty is left out; what breaks the contract is sent all the same, and said so.",
        "已按文档示例填写。留空的参数不发送；不符合约定的值仍会发送，并给出提示。",
    ),
    ("left_out", "left out", "不发送"),
    ("example", "Example", "示例"),
    ("as_json", "JSON", "JSON"),
    ("do_send", "Send", "发送"),
    ("sending", "Sending…", "发送中…"),
    ("result", "Result", "结果"),
    ("problem", "Not sent", "未发送"),
    ("other_interface", "Another interface", "其他接口"),
    ("empty_collections", "Still empty", "尚为空"),
    ("no_records", "Nothing is remembered yet.", "尚无记录。"),
    (
        "records_doc",
        "What the mock remembers between calls.",
        "模拟服务在调用之间记住的内容。",
    ),
    ("characters", "characters", "个字符"),
    ("as_utf16", "UTF-16 units", "个UTF-16单元"),
];

static ENGLISH: LazyLock<Value> = LazyLock::new(|| build(Language::English));
static CHINESE: LazyLock<Value> = LazyLock::new(|| build(Language::Chinese));

/// Every word by its key.
pub(super) fn table(language: Language) -> Value {
    match language {
        Language::English => ENGLISH.clone(),
        Language::Chinese => CHINESE.clone(),
    }
}

fn build(language: Language) -> Value {
    let words = WORDS.iter().map(|(key, english, chinese)| {
        let word = language.choose(*english, *chinese);
        ((*key).to_owned(), Value::from(word))
    });
    Value::Object(words.collect::<Map<_, _>>())
}
