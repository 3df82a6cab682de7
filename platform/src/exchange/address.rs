//! Where a request goes.

use super::Failure;

/// The parts of an `http` or `https` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// Over TLS.
    pub(super) secure: bool,
    /// Host as it is looked up: an IPv6 address without its brackets.
    pub(super) host: String,
    /// Port.
    pub(super) port: u16,
    /// Host, and port where it is written, as the `Host` header has it.
    pub(super) authority: String,
    /// Path and query as sent.
    pub(super) target: String,
}

impl Address {
    pub(super) fn read(url: &str) -> Result<Self, Failure> {
        let refuse = |why: &str| Failure::Address(format!("`{}` {why}", without_query(url)));
        let (secure, rest) = match url.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (true, rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (false, rest),
            _ => return Err(refuse("does not begin with http:// or https://")),
        };
        if !url.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(refuse(
                "holds spaces or characters outside ASCII; percent-encode them",
            ));
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, target) = rest.split_at(end);
        if authority.contains('@') {
            return Err(refuse("has a user name; leave it out"));
        }
        let (host, port) = split_port(authority).ok_or_else(|| refuse("has no usable port"))?;
        if host.is_empty() {
            return Err(refuse("has no host"));
        }
        let target = match target.as_bytes().first() {
            None => "/".to_owned(),
            Some(b'?') => format!("/{target}"),
            Some(_) => target.to_owned(),
        };
        Ok(Self {
            secure,
            host: host.to_owned(),
            port: port.unwrap_or(if secure { 443 } else { 80 }),
            authority: authority.to_owned(),
            target,
        })
    }

    /// Host and port, for messages.
    pub(super) fn shown(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// Host and port of an authority.
fn split_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, after) = rest.split_once(']')?;
            match after.strip_prefix(':') {
                Some(port) => (host, Some(port)),
                None if after.is_empty() => (host, None),
                None => return None,
            }
        }
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    match port {
        None | Some("") => Some((host, None)),
        Some(port) => Some((host, Some(port.parse().ok()?))),
    }
}

/// The query may hold a signature.
fn without_query(url: &str) -> &str {
    url.split('?').next().unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests may panic")]
mod tests {
    use super::Address;

    #[test]
    fn addresses_are_taken_apart() {
        for (url, host, port, authority, target) in [
            (
                "http://shop.example/saas?a=1",
                "shop.example",
                80,
                "shop.example",
                "/saas?a=1",
            ),
            (
                "HTTPS://shop.example:8443",
                "shop.example",
                8443,
                "shop.example:8443",
                "/",
            ),
            ("http://[::1]:81?a", "::1", 81, "[::1]:81", "/?a"),
            ("http://127.0.0.1:/x#y", "127.0.0.1", 80, "127.0.0.1:", "/x"),
        ] {
            let address = Address::read(url).unwrap();
            assert_eq!((address.host.as_str(), address.port), (host, port), "{url}");
            assert_eq!(
                (address.authority.as_str(), address.target.as_str()),
                (authority, target),
                "{url}"
            );
        }
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for url in [
            "shop.example",
            "ftp://x",
            "http://",
            "http://a b/",
            "http://a:99999/",
            "http://u@h/",
            "http://[::1/",
            "http://h/\r\nX: y",
        ] {
            assert!(Address::read(url).is_err(), "{url}");
        }
    }
}
