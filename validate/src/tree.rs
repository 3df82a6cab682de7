//! JSON as a tree of texts that know their places: for the frame of a capture, whose payloads stand inside texts.

use std::borrow::Cow;

use crate::scan::{Fault, Literal, Scanner};

/// A JSON value as far as frames need it.
#[derive(Debug)]
pub(crate) enum Value<'d> {
    Text(Literal<'d>),
    List(Vec<Value<'d>>),
    Object(Vec<(Cow<'d, str>, Value<'d>)>),
    /// A number, a boolean or null.
    Other,
}

impl<'d> Value<'d> {
    fn read(scanner: &mut Scanner<'d>, depth: usize) -> Result<Self, Fault> {
        let mut first = true;
        match scanner.peek() {
            Some(b'"') => Ok(Self::Text(scanner.string()?)),
            Some(b'[') => {
                scanner.open(depth)?;
                let mut list = Vec::new();
                while scanner.next_item(&mut first)? {
                    list.push(Self::read(scanner, depth + 1)?);
                }
                Ok(Self::List(list))
            }
            Some(b'{') => {
                scanner.open(depth)?;
                let mut members = Vec::new();
                while let Some(name) = scanner.next_name(&mut first)? {
                    members.push((name.text(), Self::read(scanner, depth + 1)?));
                }
                Ok(Self::Object(members))
            }
            _ => scanner.skip(depth).map(|()| Self::Other),
        }
    }

    /// A member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(other, _)| other == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The elements of a list; of anything else none.
    pub(crate) fn elements(&self) -> &[Self] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// The text with its place.
    pub(crate) const fn literal(&self) -> Option<Literal<'d>> {
        match self {
            Self::Text(literal) => Some(*literal),
            _ => None,
        }
    }

    /// The text; of anything else the empty one.
    pub(crate) fn text(&self) -> Cow<'d, str> {
        self.literal()
            .map(|literal| literal.text())
            .unwrap_or_default()
    }
}

/// Gives out the elements of the list at a path of names, one at a time, and says whether there is such a list.
pub(crate) fn elements<'d>(
    text: &'d str,
    path: &[&str],
    mut each: impl FnMut(Value<'d>),
) -> Result<bool, Fault> {
    let mut scanner = Scanner::new(text);
    let found = descend(&mut scanner, path, 0, &mut each)?;
    scanner.end()?;
    Ok(found)
}

fn descend<'d>(
    scanner: &mut Scanner<'d>,
    path: &[&str],
    depth: usize,
    each: &mut impl FnMut(Value<'d>),
) -> Result<bool, Fault> {
    let mut first = true;
    let mut found = false;
    match (path.split_first(), scanner.peek()) {
        (None, Some(b'[')) => {
            scanner.open(depth)?;
            while scanner.next_item(&mut first)? {
                each(Value::read(scanner, depth + 1)?);
            }
            found = true;
        }
        (Some((wanted, rest)), Some(b'{')) => {
            scanner.open(depth)?;
            while let Some(name) = scanner.next_name(&mut first)? {
                if name.text() == *wanted {
                    found |= descend(scanner, rest, depth + 1, each)?;
                } else {
                    scanner.skip(depth + 1)?;
                }
            }
        }
        _ => scanner.skip(depth)?,
    }
    Ok(found)
}
