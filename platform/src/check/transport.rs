//! The way to the merchant: address, TLS, whether anybody answers.

use std::net::IpAddr;

use super::pages::Pages;
use super::trial::Trial;
use super::walk::walk;
use super::{Definition, Words};
use crate::exchange::{OldTls, accepts_old_tls, host_of};

pub(super) const CHECKS: &[Definition] = &[
    Definition {
        id: "reachable",
        title: Words {
            en: "The address answers",
            zh: "地址可以访问",
        },
        rule: Words {
            en: "The merchant's server accepts connections and answers in HTTP.",
            zh: "商家服务器可以连接，并返回HTTP响应。",
        },
        advice: Words {
            en: "Check host, port, certificate, firewall and gateway; look whether the service runs.",
            zh: "检查域名、端口、证书、防火墙和网关，确认服务已启动。",
        },
        pages: Pages::Address,
        run: |trial| Box::pin(reachable(trial)),
    },
    Definition {
        id: "domain-name",
        title: Words {
            en: "A domain name, no IP address",
            zh: "使用域名而非IP地址",
        },
        rule: Words {
            en: "The address names a domain; a bare IP address is not accepted.",
            zh: "地址必须为域名，不接受IP地址。",
        },
        advice: Words {
            en: "Register a domain name and a certificate for it.",
            zh: "注册域名并配置相应证书。",
        },
        pages: Pages::Address,
        run: |trial| Box::pin(domain_name(trial)),
    },
    Definition {
        id: "tls",
        title: Words {
            en: "Served over TLS",
            zh: "通过TLS提供服务",
        },
        rule: Words {
            en: "The address begins with https://.",
            zh: "地址必须以https://开头。",
        },
        advice: Words {
            en: "Serve HTTPS, or put a proxy that does in front of the service.",
            zh: "启用HTTPS，或在服务前部署支持HTTPS的代理。",
        },
        pages: Pages::Address,
        run: |trial| Box::pin(over_tls(trial)),
    },
    Definition {
        id: "old-tls",
        title: Words {
            en: "Old versions of TLS are refused",
            zh: "拒绝旧版本TLS",
        },
        rule: Words {
            en: "The server speaks no version of TLS below the documented one.",
            zh: "服务器不得接受低于文档规定版本的TLS。",
        },
        advice: Words {
            en: "Set the lowest version in the server or the proxy that ends TLS.",
            zh: "在服务器或终结TLS的代理上设置最低版本。",
        },
        pages: Pages::Address,
        run: |trial| Box::pin(old_tls(trial)),
    },
];

/// Whether a case is tried although nobody answers: it is about just that.
pub(super) fn is_tried_in_silence(id: &str) -> bool {
    matches!(
        id,
        "reachable" | "domain-name" | "tls" | "old-tls" | "in-time"
    )
}

async fn reachable(trial: &mut Trial<'_>) {
    let walk = walk(trial).await;
    if let Some(answer) = walk.unanswered() {
        walk.show(trial);
        trial.fail(answer.describe());
    }
}

/// Whether an address never leaves this machine, where a merchant tries the service out.
fn is_local(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    address.map_or(host == "localhost", |address| address.is_loopback())
}

/// The host of the target; one on this machine is not judged.
fn judged_host(trial: &mut Trial<'_>) -> Option<String> {
    let host = host_of(trial.stage.caller.target).ok()?;
    if is_local(&host) {
        trial.skip("an address on this machine is not judged");
        return None;
    }
    Some(host)
}

async fn domain_name(trial: &mut Trial<'_>) {
    if !trial.stage.caller.family.transport.domain_only {
        return trial.skip("the contract does not ask for a domain name");
    }
    let Some(host) = judged_host(trial) else {
        return;
    };
    if host.parse::<IpAddr>().is_ok() {
        trial.fail(format!("{host} is an IP address"));
    }
}

async fn over_tls(trial: &mut Trial<'_>) {
    let target = trial.stage.caller.target;
    if trial.stage.caller.family.transport.tls.is_none() {
        return trial.skip("the contract does not ask for TLS");
    }
    if is_https(target) {
        return;
    }
    if judged_host(trial).is_some() {
        trial.fail("the address does not begin with https://");
    }
}

fn is_https(url: &str) -> bool {
    let scheme = url.split("://").next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("https")
}

async fn old_tls(trial: &mut Trial<'_>) {
    let target = trial.stage.caller.target;
    let Some(lowest) = &trial.stage.caller.family.transport.tls else {
        return trial.skip("the contract names no lowest version of TLS");
    };
    if !is_https(target) {
        return trial.skip("the address is not served over TLS");
    }
    let older = OldTls::ALL
        .into_iter()
        .filter(|version| version.as_str() < lowest.as_str());
    for version in older {
        let asked = accepts_old_tls(target, version, trial.stage.client.limits().timeout).await;
        match asked {
            Ok(true) => trial.fail(format!(
                "the server agrees to TLS {}; the lowest version is {lowest}",
                version.as_str()
            )),
            Ok(false) => {}
            Err(failure) => return trial.skip(failure.to_string()),
        }
    }
}
