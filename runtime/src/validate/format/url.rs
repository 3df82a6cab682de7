//! Absolute URLs (RFC 3986), with characters outside ASCII allowed (RFC 3987).

use std::net::Ipv6Addr;

/// Whether `text` is an absolute `http` or `https` URL.
pub(super) fn matches(text: &str) -> bool {
    after_scheme(text).is_some_and(|rest| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        rest.split_at_checked(end)
            .is_some_and(|(authority, tail)| is_authority(authority) && is_tail(tail))
    })
}

fn after_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then_some(rest)
}

/// `user:password@host:port`, all but the host optional.
fn is_authority(authority: &str) -> bool {
    let (user, host_and_port) = match authority.rsplit_once('@') {
        Some((user, rest)) => (user, rest),
        None => ("", authority),
    };
    is_made_of(user, |letter| {
        is_unreserved(letter) || is_sub_delimiter(letter) || letter == ':'
    }) && is_host_and_port(host_and_port)
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
    host.strip_suffix('.')
        .unwrap_or(host)
        .split('.')
        .all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        })
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

/// Path, query and fragment.
fn is_tail(tail: &str) -> bool {
    let mut fragment = false;
    is_made_of(tail, |letter| {
        if letter == '#' {
            return !std::mem::replace(&mut fragment, true);
        }
        // Brackets belong in a host only, but queries such as `ids[]=1` are common and every browser takes them.
        is_unreserved(letter)
            || is_sub_delimiter(letter)
            || matches!(letter, ':' | '@' | '/' | '?' | '[' | ']')
    })
}

/// Whether `text` is made of percent-encoded bytes and of characters that are `allowed`.
fn is_made_of(text: &str, mut allowed: impl FnMut(char) -> bool) -> bool {
    let mut letters = text.chars();
    let mut hex_digits_due = 0;
    letters.all(|letter| {
        if hex_digits_due > 0 {
            hex_digits_due -= 1;
            letter.is_ascii_hexdigit()
        } else if letter == '%' {
            hex_digits_due = 2;
            true
        } else {
            allowed(letter)
        }
    }) && hex_digits_due == 0
}

fn is_unreserved(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | '~')
    } else {
        !letter.is_whitespace() && !letter.is_control()
    }
}

fn is_sub_delimiter(letter: char) -> bool {
    matches!(
        letter,
        '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '='
    )
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
