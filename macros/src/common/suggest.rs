//! What was probably meant.

/// A message about the unknown `name`: with the candidate that was probably meant, or else with all of them.
pub(crate) fn unknown(what: &str, name: &str, candidates: &[&str]) -> String {
    if let Some(meant) = closest(name, candidates) {
        return format!("unknown {what} `{name}`; did you mean `{meant}`?");
    }
    match list(candidates) {
        Some(all) => format!("unknown {what} `{name}`; there are {all}"),
        None => format!("unknown {what} `{name}`"),
    }
}

/// `a`, `b` and `c`, each between back quotes. `None` if there is none.
pub(crate) fn list(names: &[&str]) -> Option<String> {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let (last, others) = quoted.split_last()?;
    Some(if others.is_empty() {
        last.clone()
    } else {
        format!("{} and {last}", others.join(", "))
    })
}

fn closest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let tolerated = (name.chars().count() / 3).max(1);
    candidates
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), *candidate))
        .filter(|(distance, _)| *distance <= tolerated)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn names_the_nearest_or_all() {
        assert_eq!(
            unknown("rule", "max_char", &["min_chars", "max_chars"]),
            "unknown rule `max_char`; did you mean `max_chars`?"
        );
        assert_eq!(
            unknown("rule", "pattern", &["min", "max", "url"]),
            "unknown rule `pattern`; there are `min`, `max` and `url`"
        );
        assert_eq!(
            unknown("field", "x", &["order_id"]),
            "unknown field `x`; there are `order_id`"
        );
        assert_eq!(unknown("field", "x", &[]), "unknown field `x`");
    }
}
