//! What is said about a run. Nothing in it is secret: signatures and sensitive values were hidden before.

use std::collections::BTreeMap;
use std::time::Duration;

use koo_calls::{Reply, Request};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::journal::{self, Direction, Level, Verdict as Judged, Verification};
use crate::records::Record;
use crate::simulate::report::{Run, page};
use crate::simulate::{Step, Verdict};

/// Something that happens in a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    /// A run begins.
    Began {
        /// What the report says of the run, without cases.
        run: Value,
    },
    /// From now on an interface of the platform has an answer.
    Placed {
        /// The interface, `family/interface`.
        interface: String,
        /// Request parameters it answers.
        asked: BTreeMap<String, String>,
        /// The answer.
        answer: Value,
    },
    /// A call was made and judged.
    Called(Box<Called>),
    /// A case has its verdict.
    Judged {
        /// What the report says of the case.
        case: Value,
    },
    /// The run is over.
    Ended {
        /// What the report says of the run, without cases.
        run: Value,
    },
}

/// A call that was made and judged.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Called {
    case: String,
    title: String,
    family: String,
    interface: String,
    at_millis: i64,
    elapsed_micros: u64,
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
    reply: Option<Answer>,
    verdict: String,
    scheme: Option<String>,
    says: String,
    findings: Vec<Found>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Found {
    level: String,
    rule: String,
    says: String,
    pages: Vec<String>,
}

/// A message says something that no run says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no message of a simulation: {0}")]
pub struct Unreadable(pub(super) String);

impl Message {
    pub(super) fn began(run: &Run) -> Self {
        Self::Began {
            run: page::head(run, true),
        }
    }

    pub(super) fn ended(run: &Run) -> Self {
        Self::Ended {
            run: page::head(run, false),
        }
    }

    pub(super) fn placed(interface: &str, record: &Record) -> Self {
        Self::Placed {
            interface: interface.to_owned(),
            asked: record.asked.clone(),
            answer: record.answer.clone(),
        }
    }

    pub(super) fn judged(verdict: &Verdict) -> Self {
        Self::Judged {
            case: page::case(verdict),
        }
    }

    pub(super) fn called(family: &str, case: &str, step: &Step, at_millis: i64) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let request = &step.request;
        let findings = step.findings.iter().cloned().map(journal::Finding::from);
        Self::Called(Box::new(Called {
            case: case.to_owned(),
            title: step.title.en.clone(),
            family: family.to_owned(),
            interface: step.interface.clone(),
            at_millis,
            elapsed_micros: u64::try_from(step.elapsed.as_micros()).unwrap_or(u64::MAX),
            method: request.method.clone(),
            url: request.url(),
            headers: request.headers.clone(),
            body: text(&request.body),
            reply: step.reply.as_ref().map(|reply| Answer {
                status: reply.status,
                headers: reply.headers.clone(),
                body: text(&reply.body),
            }),
            verdict: step.verification.verdict.as_str().to_owned(),
            scheme: step.verification.scheme.clone(),
            says: step.verification.says.clone(),
            findings: findings
                .map(|finding| Found {
                    level: finding.level.as_str().to_owned(),
                    rule: finding.place,
                    says: finding.says,
                    pages: finding.pages,
                })
                .collect(),
        }))
    }
}

impl Called {
    /// The call as a journal takes it.
    pub(super) fn entry(self) -> Result<journal::Call, Unreadable> {
        let mut request = Request {
            method: self.method,
            headers: self.headers,
            body: self.body.into_bytes(),
            ..Request::default()
        };
        request.set_url(&self.url);
        let mut findings = Vec::new();
        for found in self.findings {
            let level = Level::ALL.into_iter().find(|it| it.as_str() == found.level);
            findings.push(journal::Finding {
                level: level.ok_or_else(|| Unreadable(format!("level `{}`", found.level)))?,
                place: found.rule,
                says: found.says,
                pages: found.pages,
            });
        }
        let failure = match &self.reply {
            Some(_) => None,
            None => {
                let worst = findings.iter().max_by_key(|finding| finding.level);
                Some(worst.map_or_else(|| "no reply".to_owned(), |it| it.says.clone()))
            }
        };
        findings.push(journal::Finding {
            level: Level::Note,
            place: self.case,
            says: self.title,
            pages: Vec::new(),
        });
        let verdict = Judged::ALL.into_iter();
        let verdict = verdict.into_iter().find(|it| it.as_str() == self.verdict);
        Ok(journal::Call {
            at_millis: self.at_millis,
            direction: Direction::Sent,
            family: Some(self.family),
            interface: Some(self.interface),
            request,
            reply: self.reply.map(|reply| Reply {
                status: reply.status,
                headers: reply.headers,
                body: reply.body.into_bytes(),
            }),
            failure,
            verification: Verification {
                verdict: verdict
                    .ok_or_else(|| Unreadable(format!("verdict `{}`", self.verdict)))?,
                scheme: self.scheme,
                says: self.says,
                working: None,
            },
            findings,
            elapsed: Duration::from_micros(self.elapsed_micros),
        })
    }
}
