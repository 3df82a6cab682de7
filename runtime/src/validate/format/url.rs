//! Absolute URLs (RFC 3986), with characters outside ASCII allowed (RFC 3987).

use std::net::Ipv6Addr;

/// Whether `text` is an absolute `http` or `https` URL.
pub(super) fn matches(text: &str) -> bool {
    after_scheme(text).is_some_and(|rest| {
        if let Some(end) = plain_host(rest) {
            return rest.get(end..).is_some_and(is_tail);
        }
        let end = rest
            .bytes()
            .position(|byte| matches!(byte, b'/' | b'?' | b'#'))
            .unwrap_or(rest.len());
        rest.split_at_checked(end)
            .is_some_and(|(authority, tail)| is_authority(authority) && is_tail(tail))
    })
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_at_checked("http".len())?;
    let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
    rest.strip_prefix("://")
        .filter(|_| scheme.eq_ignore_ascii_case("http"))
}

/// Where a host ends that is all of the authority and written in ASCII, as most are; of any other there is no telling.
fn plain_host(rest: &str) -> Option<usize> {
    let mut before = b'.';
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => {}
            b'.' if before != b'.' => {}
            b'/' | b'?' | b'#' if before != b'.' => return Some(at),
            _ => return None,
        }
        before = byte;
    }
    (before != b'.').then_some(rest.len())
}

/// `user:password@host:port`, all but the host optional.
fn is_authority(authority: &str) -> bool {
    match authority.rsplit_once('@') {
        Some((user, rest)) => Set::USER.has_all_of(user) && is_host_and_port(rest),
        None => is_host_and_port(authority),
    }
}

fn is_host_and_port(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']').is_some_and(|(address, after)| {
            address.parse::<Ipv6Addr>().is_ok()
                && (after.is_empty() || after.strip_prefix(':').is_some_and(is_port))
        });
    }
    match text.split_once(':') {
        Some((host, port)) => is_host(host) && is_port(port),
        None => is_host(text),
    }
}

fn is_host(host: &str) -> bool {
    // A dot at the end makes a host name absolute.
    let host = host.strip_suffix('.').unwrap_or(host);
    let mut label_is_empty = true;
    host.chars().all(|letter| {
        if letter == '.' {
            return !std::mem::replace(&mut label_is_empty, true);
        }
        label_is_empty = false;
        letter.is_alphanumeric() || matches!(letter, '-' | '_')
    }) && !label_is_empty
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

/// Path, query and fragment.
fn is_tail(tail: &str) -> bool {
    // Where there is one `#`, another may not follow.
    match tail.split_once('#') {
        Some((tail, fragment)) => Set::TAIL.has_all_of(tail) && Set::TAIL.has_all_of(fragment),
        None => Set::TAIL.has_all_of(tail),
    }
}

/// Characters of ASCII, one bit each. Those beyond it belong to every set, but for spaces and control characters.
struct Set(u128);

impl Set {
    const UNRESERVED: Self =
        Self(0).and(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");
    const SUB_DELIMITERS: &[u8] = b"!$&'()*+,;=";
    const USER: Self = Self::UNRESERVED.and(Self::SUB_DELIMITERS).and(b":");
    // Brackets belong in a host only, but queries such as `ids[]=1` are common and every browser takes them.
    const TAIL: Self = Self::UNRESERVED.and(Self::SUB_DELIMITERS).and(b":@/?[]");

    const fn and(self, mut letters: &[u8]) -> Self {
        let Self(mut bits) = self;
        while let [first, rest @ ..] = letters {
            bits |= 1 << *first;
            letters = rest;
        }
        Self(bits)
    }

    /// Whether `text` is made of percent-encoded bytes and of these characters.
    fn has_all_of(&self, text: &str) -> bool {
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            let is_allowed = match u32::from(letter) {
                code @ ..128 if self.0 >> code & 1 == 1 => true,
                ..128 => {
                    let mut is_digit =
                        || letters.next().is_some_and(|next| next.is_ascii_hexdigit());
                    letter == '%' && is_digit() && is_digit()
                }
                _ => !letter.is_whitespace() && !letter.is_control(),
            };
            if !is_allowed {
                return false;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn urls() {
        for text in [
            "http://a",
            "https://example.com",
            "HTTPS://Example.COM:8443/",
            "https://user:pass@example.com/path;v=1/sub?x=1&y=%20a#top",
            "https://example.com?x",
            "https://example.com#x",
            "https://127.0.0.1:80/a//b",
            "http://[::1]:8080/x",
            "http://[2001:db8::1]",
            "https://example.com/产品?名=云",
            "https://例子.测试/",
            "https://example.com/list?ids[]=1",
            "https://example.com./",
            "http://my_host-1/",
        ] {
            assert!(matches(text), "{text}");
        }
    }

    #[test]
    fn others() {
        for text in [
            "",
            "example.com",
            "//example.com",
            "/path",
            "https:/example.com",
            "https://",
            "https:///path",
            "https://?x",
            "ftp://example.com",
            "javascript://example.com/%0aalert(1)",
            " https://example.com",
            "https://example.com ",
            "https://exa mple.com",
            "https://example.com/a b",
            "https://example.com/a\nb",
            "https://example.com/<x>",
            "https://example.com/{id}",
            "https://example.com/a\\b",
            "https://example.com/%",
            "https://example.com/%2",
            "https://example.com/%zz",
            "https://example.com/#a#b",
            "https://example.com:port/",
            "https://example.com:/",
            "https://example.com:65536/",
            "https://example.com:+80/",
            "https://a..b/",
            "https://.a/",
            "https://[::1",
            "https://[::1]x",
            "https://[x]/",
            "https://a:b:c/",
            "https://us er@example.com/",
            "https://example.com/\u{a0}",
        ] {
            assert!(!matches(text), "{text}");
        }
    }
}
