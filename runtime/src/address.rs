//! Addresses of interfaces as contracts write them: `https://{domain}/v1/orders/{order_id}`, or `/v1/orders` for
//! a path that follows an address of the called side.

use crate::crypto::decode_form_lossy;

/// Host and path of an address, placeholders in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address<'t> {
    host: &'t str,
    path: &'t str,
}

impl<'t> Address<'t> {
    /// The host and the path of an address, without query and fragment.
    pub fn of(url: &'t str) -> Self {
        let url = url.find(['?', '#']).map_or(url, |end| url.split_at(end).0);
        let (host, path) = match url.split_once("://") {
            Some((_, rest)) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => ("", url),
        };
        Self { host, path }
    }

    /// The path, with placeholders if it has some.
    pub fn path(&self) -> &'t str {
        self.path
    }

    /// How many segments of a path are compared: of several addresses that fit, the one with most is meant.
    pub fn segments(&self) -> usize {
        segments(self.path).count()
    }

    /// The values of the placeholders if `path` ends with the path of this address, `None` if it does not. What
    /// stands before belongs to where the server is mounted. The host is never compared, only read.
    pub fn matches(&self, host: &str, path: &str) -> Option<Vec<(&'t str, String)>> {
        let mut values = Vec::new();
        let mut rest = segments(path).rev();
        for expected in segments(self.path).rev() {
            let found = rest.next()?;
            match Placeholder::of(expected) {
                Some(placeholder) => values.push(placeholder.read(&path_segment(found))?),
                None if expected == found => {}
                None => return None,
            }
        }
        values.reverse();
        if let Some(placeholder) = Placeholder::of(self.host) {
            let host = without_port(host);
            // Tests reach the server under another name: then that is the value.
            let read = placeholder.read(host);
            values.push(read.unwrap_or((placeholder.name, host.to_owned())));
        }
        Some(values)
    }
}

fn segments(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// A segment of a path, decoded. Unlike in a query, `+` stands for itself.
fn path_segment(segment: &str) -> String {
    decode_form_lossy(&segment.replace('+', "%2B"))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// One placeholder and the text around it.
struct Placeholder<'t> {
    before: &'t str,
    name: &'t str,
    after: &'t str,
}

impl<'t> Placeholder<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let (before, rest) = text.split_once('{')?;
        let (name, after) = rest.split_once('}')?;
        Some(Self {
            before,
            name,
            after,
        })
    }

    fn read(&self, text: &str) -> Option<(&'t str, String)> {
        let value = text.strip_prefix(self.before)?.strip_suffix(self.after)?;
        (!value.is_empty()).then(|| (self.name, value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn values(url: &'static str, host: &str, path: &str) -> Option<Vec<(&'static str, String)>> {
        Address::of(url).matches(host, path)
    }

    #[test]
    fn a_path_may_stand_behind_a_prefix() {
        for path in ["/v2/sync", "/my/shop/v2/sync", "/v2/sync/"] {
            assert_eq!(values("/v2/sync", "", path), Some(Vec::new()), "{path}");
        }
        for path in ["/", "/sync", "/v2/sync/more", "/v2/Sync", "/xv2/sync"] {
            assert_eq!(values("/v2/sync", "", path), None, "{path}");
        }
    }

    #[test]
    fn placeholders_are_read_and_decoded() {
        let url = "https://api.example/events/{event_id}/file";
        let found = values(url, "other.example", "/events/a%20b+c/file");
        assert_eq!(found, Some(vec![("event_id", "a b+c".to_owned())]));
        assert_eq!(values(url, "api.example", "/events//file"), None);
    }

    #[test]
    fn a_placeholder_of_the_host_is_the_name_that_was_called() {
        let url = "https://{tenant}.example.com/token?x={y}";
        let read = |host| values(url, host, "/token").unwrap_or_default();
        assert_eq!(read("t1.example.com"), [("tenant", "t1".to_owned())]);
        assert_eq!(read("t1.example.com:8443"), [("tenant", "t1".to_owned())]);
        assert_eq!(read("127.0.0.1:80"), [("tenant", "127.0.0.1".to_owned())]);
    }
}
