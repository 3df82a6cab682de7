//! Which row of one edition is which row of the other.

use crate::outline::Row;

/// How the rows of two messages belong together.
#[derive(Default)]
pub(super) struct Matched<'a> {
    /// Rows of both.
    pub(super) pairs: Vec<(&'a Row, &'a Row)>,
    /// Rows only the old edition has, without members of objects that are gone as a whole.
    pub(super) removed: Vec<&'a Row>,
    /// Rows only the new edition has, without members of objects that are new as a whole.
    pub(super) added: Vec<&'a Row>,
}

/// Finds the pairs: by exact name, then regardless of letter case and of whether a parent is a list, then regardless of
/// where in the message the parameter travels.
pub(super) fn matched<'a>(old: &'a [Row], new: &'a [Row]) -> Matched<'a> {
    let mut found = Matched::default();
    let (mut removed, mut added): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    let exact = |row: &Row| (message(row), row.location.clone(), row.path.clone());
    let folded = |row: &Row| (message(row), row.location.clone(), fold(&row.path));
    let anywhere = |row: &Row| (message(row), String::new(), fold(&row.path));
    pair(&mut found, &mut removed, &mut added, exact);
    pair(&mut found, &mut removed, &mut added, folded);
    pair(&mut found, &mut removed, &mut added, anywhere);
    // Members of an object that became something else went with it.
    let changed: Vec<&Row> = found
        .pairs
        .iter()
        .filter(|(old, new)| kind(old) != kind(new))
        .map(|(old, _)| *old)
        .collect();
    found.removed = topmost(&removed, &changed);
    found.added = topmost(&added, &changed);
    found
}

/// The message of an interface a row belongs to.
fn message(row: &Row) -> (String, Option<String>) {
    (row.of.clone(), row.variant.clone())
}

fn pair<'a, K: PartialEq>(
    found: &mut Matched<'a>,
    removed: &mut Vec<&'a Row>,
    added: &mut Vec<&'a Row>,
    key: impl Fn(&Row) -> K,
) {
    removed.retain(|old| {
        let wanted = key(old);
        let Some(at) = added.iter().position(|new| key(new) == wanted) else {
            return true;
        };
        found.pairs.push((old, added.remove(at)));
        false
    });
}

/// A path without letter case and without the marks of lists and maps.
pub(super) fn fold(path: &str) -> String {
    path.to_lowercase().replace("[]", "").replace("{}", "")
}

/// What a row is on the wire, inside lists and maps.
fn kind(row: &Row) -> &str {
    let wire = row.wire.as_deref().or(row.r#type.as_deref());
    let held = row.holds.as_deref();
    let mut kind = held.or(wire).unwrap_or_default();
    loop {
        kind = match kind.strip_suffix("[]") {
            Some(inner) => inner,
            None => match kind
                .strip_prefix("map<")
                .and_then(|rest| rest.strip_suffix('>'))
            {
                Some(inner) => inner,
                None => return kind,
            },
        };
    }
}

/// The rows that are no members of other rows of the list, nor of some further ones.
fn topmost<'a>(rows: &[&'a Row], others: &[&Row]) -> Vec<&'a Row> {
    let is_inside = |row: &Row, other: &Row| {
        let above = format!("{}.", fold(&other.path));
        message(row) == message(other) && fold(&row.path).starts_with(&above)
    };
    rows.iter()
        .copied()
        .filter(|row| {
            !rows.iter().any(|other| is_inside(row, other))
                && !others.iter().any(|other| is_inside(row, other))
        })
        .collect()
}

/// The path of the object a row is a member of, and the name inside it.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}
