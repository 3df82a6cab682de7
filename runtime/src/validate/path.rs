//! Where in a value a violation is.

use std::fmt::{self, Display, Write as _};

/// Where in a value a check stands.
///
/// A path is a linked list that lives on the stack: going one step down costs no allocation, and the text is
/// written only when there is something to report.
///
/// Names are the names on the wire, so that the reader finds the place in the JSON they sent or received.
///
/// ```
/// use koo_runtime::validate::Path;
///
/// let root = Path::root();
/// let info = root.field("info");
/// let first = info.index(0);
/// let url = first.field("frontEndUrl");
///
/// assert_eq!(url.to_string(), "info[0].frontEndUrl");
/// assert_eq!(url.to_pointer(), "/info/0/frontEndUrl");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    segment: Segment<'a>,
}

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug)]
enum Segment<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The whole value. Displayed as `.`; its JSON pointer is the empty text.
    #[inline]
    pub const fn root() -> Self {
        Self {
            parent: None,
            segment: Segment::Root,
        }
    }

    /// The member `name` of the value at this path, or the entry `name` of a map.
    #[inline]
    pub const fn field(&'a self, name: &'a str) -> Self {
        Self {
            parent: Some(self),
            segment: Segment::Field(name),
        }
    }

    /// The element at `index` (the first is 0) of the list at this path.
    #[inline]
    pub const fn index(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            segment: Segment::Index(index),
        }
    }

    /// Whether this is the whole value.
    #[inline]
    pub const fn is_root(&self) -> bool {
        matches!(self.segment, Segment::Root)
    }

    /// The path as a JSON pointer (RFC 6901): `/info/0/frontEndUrl`.
    pub fn to_pointer(&self) -> String {
        let mut pointer = String::new();
        self.push_pointer(&mut pointer);
        pointer
    }

    fn push_pointer(&self, out: &mut String) {
        if let Some(parent) = self.parent {
            parent.push_pointer(out);
        }
        match self.segment {
            Segment::Root => {}
            Segment::Field(name) => {
                out.push('/');
                for letter in name.chars() {
                    match letter {
                        '~' => out.push_str("~0"),
                        '/' => out.push_str("~1"),
                        other => out.push(other),
                    }
                }
            }
            Segment::Index(index) => {
                out.push('/');
                out.push_str(&index.to_string());
            }
        }
    }

    /// Writes the path; the answer tells whether anything was written, which decides about the next dot.
    fn write(&self, out: &mut fmt::Formatter<'_>) -> Result<bool, fmt::Error> {
        let started = match self.parent {
            Some(parent) => parent.write(out)?,
            None => false,
        };
        match self.segment {
            Segment::Root => return Ok(started),
            Segment::Field(name) if is_plain(name) => {
                if started {
                    out.write_char('.')?;
                }
                out.write_str(name)?;
            }
            // A map's key may hold anything; quoted, it can neither break the line nor pose as another path.
            Segment::Field(name) => write!(out, "[\"{}\"]", name.escape_debug())?,
            Segment::Index(index) => write!(out, "[{index}]")?,
        }
        Ok(true)
    }
}

impl Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.write(out)? {
            Ok(())
        } else {
            out.write_char('.')
        }
    }
}

/// Whether `name` can stand in a path without quotes.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '$'))
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn root_is_a_dot_and_an_empty_pointer() {
        assert!(Path::root().is_root());
        assert_eq!(Path::root().to_string(), ".");
        assert_eq!(Path::root().to_pointer(), "");
    }

    #[test]
    fn list_at_the_root() {
        let root = Path::root();
        let item = root.index(3);
        assert_eq!(item.to_string(), "[3]");
        assert_eq!(item.field("name").to_string(), "[3].name");
        assert_eq!(item.field("name").to_pointer(), "/3/name");
    }

    #[test]
    fn unusual_names_are_quoted_and_escaped() {
        let root = Path::root();
        let map = root.field("labels");
        assert_eq!(map.field("a.b\n").to_string(), "labels[\"a.b\\n\"]");
        assert_eq!(map.field("").to_string(), "labels[\"\"]");
        assert_eq!(map.field("a/b~c").to_pointer(), "/labels/a~1b~0c");
        assert_eq!(map.field("颜色").to_string(), "labels.颜色");
    }
}
