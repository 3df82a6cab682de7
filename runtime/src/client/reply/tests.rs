//! What answers mean.

use serde::Deserialize;

use super::*;
use crate::call::CodeRole;
use crate::client::{NoCode, Xml};

#[derive(Debug, Clone, PartialEq)]
struct Code(String);

impl From<String> for Code {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl ResultCode for Code {
    fn for_role(_role: CodeRole) -> Option<Self> {
        None
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn meaning(&self) -> Option<&'static str> {
        (self.0 == "9").then_some("Busy")
    }

    fn is_success(&self) -> bool {
        self.0 == "0"
    }

    fn is_retryable(&self) -> bool {
        self.0 == "9"
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Reply {
    code: String,
    count: Option<u32>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Empty {}

const READ: Interface = Interface {
    codes: &["code", "error_code"],
    message: Some("text"),
    ..Interface::new("read", "GET")
};

fn answer(status: u16, content_type: &str, body: &str) -> Answer {
    Answer {
        status,
        headers: vec![("content-type".to_owned(), content_type.to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

fn read_json(status: u16, body: &str) -> Result<Reading<Reply>, CallError<Code, Reply>> {
    read(&READ, answer(status, "application/json", body))
}

#[test]
fn a_success_is_read_leniently() {
    let reading = read_json(200, r#"{"code":0,"count":"7","more":1}"#).ok();
    let found: Vec<_> = reading
        .iter()
        .flat_map(|reading| &reading.observations)
        .map(ToString::to_string)
        .collect();
    assert_eq!(found.len(), 3, "{found:?}");
    let reply = reading.map(|reading| reading.value);
    let code = "0".to_owned();
    assert_eq!(
        reply,
        Some(Reply {
            code,
            count: Some(7)
        })
    );
}

#[test]
fn a_code_that_is_no_success_is_a_refusal_whatever_the_status() {
    for status in [200, 400, 500] {
        let body = r#"{"code":"9","text":"try later","count":1}"#;
        let Err(CallError::Refused(refused)) = read_json(status, body) else {
            panic!("refused with {status}");
        };
        assert_eq!(refused.code, Code("9".to_owned()));
        assert_eq!(refused.message.as_deref(), Some("try later"));
        assert_eq!(
            refused.reply.as_ref().and_then(|reply| reply.count),
            Some(1)
        );
        assert_eq!(refused.to_string(), r#"refused with result code "9": Busy"#);
        // What the other side wrote is for the program, not for logs.
        assert!(!format!("{refused:?}").contains("try later"));
    }
    // A gateway uses other words.
    let Err(CallError::Refused(refused)) = read_json(401, r#"{"error_code":"GW.1"}"#) else {
        panic!("refused");
    };
    assert_eq!((refused.code.as_str(), refused.reply), ("GW.1", None));
}

#[test]
fn a_status_alone_is_a_failure() {
    for body in ["", "<html>", r#"{"code":"0"}"#, "[]"] {
        let failed = read_json(502, body);
        assert!(matches!(&failed, Err(CallError::Status(failed)) if failed.answer.status == 502));
    }
}

#[test]
fn a_success_that_cannot_be_read_says_so() {
    for body in [
        "",
        "<html>",
        r#"{"count":1}"#,
        "[]",
        r#"{"code":"0","count":"x"}"#,
    ] {
        assert!(
            matches!(read_json(200, body), Err(CallError::Unreadable(_))),
            "{body}"
        );
    }
}

#[test]
fn an_answer_of_which_nothing_is_known_is_not_read() {
    const OPAQUE: Interface = Interface {
        opaque: true,
        ..Interface::new("push", "POST")
    };
    for body in ["", "OK", "{}"] {
        let reading = read::<Empty, Empty, NoCode>(&OPAQUE, answer(200, "text/plain", body));
        assert_eq!(reading.ok().map(|reading| reading.value), Some(Empty {}));
    }
}

#[test]
fn xml_is_told_from_json_by_its_type_or_its_first_character() {
    const XML: Interface = Interface {
        xml: Some(Xml {
            objects: &["reply"],
            lists: &[],
            texts: &[],
        }),
        ..Interface::new("read", "GET")
    };
    #[derive(Debug, PartialEq, Deserialize)]
    struct Root {
        reply: Reply,
    }
    let xml = "<reply code=\"0\"><count>7</count></reply>";
    let json = r#"{"reply":{"code":"0","count":7}}"#;
    for (content_type, body) in [
        ("application/xml;charset=UTF-8", xml),
        ("text/xml", xml),
        ("text/html", xml),
        ("", xml),
        ("application/json", json),
        ("text/plain", json),
    ] {
        let reading = read::<Root, Root, NoCode>(&XML, answer(200, content_type, body));
        let count = reading.ok().and_then(|reading| reading.value.reply.count);
        assert_eq!(count, Some(7), "{content_type}");
    }
    let mismatch = read::<Root, Root, NoCode>(&XML, answer(200, "application/json", xml));
    assert!(matches!(mismatch, Err(CallError::Unreadable(_))));
}

#[test]
fn passing_troubles_are_known_by_status_or_code() {
    for (status, body, passing) in [
        (429, "", true),
        (503, "", true),
        (500, "", false),
        (500, r#"{"code":"9"}"#, true),
        (200, r#"{"code":9}"#, true),
        (200, r#"{"code":"1"}"#, false),
        (400, "", false),
    ] {
        let answer = answer(status, "", body);
        assert_eq!(
            is_passing::<Code>(&READ, &answer),
            passing,
            "{status} {body}"
        );
    }
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    // The example of RFC 9110.
    let now = 941_815_737_000;
    let wish = |value: &str| {
        let mut answer = answer(503, "", "");
        answer
            .headers
            .push(("Retry-After".to_owned(), value.to_owned()));
        retry_after(&answer, now).map(|wish| wish.as_secs())
    };
    assert_eq!(wish("120"), Some(120));
    assert_eq!(wish(" 0 "), Some(0));
    assert_eq!(wish("Fri, 05 Nov 1999 15:29:57 GMT"), Some(60));
    assert_eq!(wish("Fri, 05 Nov 1999 15:00:00 GMT"), Some(0));
    assert_eq!(wish("soon"), None);
    assert_eq!(wish("-1"), None);
}
