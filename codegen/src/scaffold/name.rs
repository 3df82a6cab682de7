//! Names of packages.

use super::ScaffoldError;

/// Words that a package cannot be called, because Rust or Cargo use them.
const RESERVED: &[&str] = &[
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "incremental",
    "proc-macro",
    "proc_macro",
    "std",
    "test",
];

/// File names that Windows keeps for devices.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

const MAX_LENGTH: usize = 64;

/// Checks the name of a project by Cargo's rules, for a project that uses the generated crate `package`.
///
/// # Errors
///
/// [`ScaffoldError::Name`] with the reason.
pub fn check_name(name: &str, package: &str) -> Result<(), ScaffoldError> {
    let Some(reason) = fault(name, package) else {
        return Ok(());
    };
    Err(ScaffoldError::Name {
        name: name.to_owned(),
        reason,
    })
}

fn fault(name: &str, package: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let rust = lower.replace('-', "_");
    let is_device = DEVICES.contains(&lower.as_str())
        || matches!(
            lower.as_bytes(),
            [b'c', b'o', b'm', b'0'..=b'9'] | [b'l', b'p', b't', b'0'..=b'9']
        );
    let same = |other: &str| rust == other.replace('-', "_");
    if name.is_empty() {
        Some("it is empty")
    } else if name.len() > MAX_LENGTH {
        Some("it is longer than 64 characters")
    } else if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        Some("it must begin with a letter")
    } else if !name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
    {
        Some("it may have letters, digits, `-` and `_` only")
    } else if syn::parse_str::<syn::Ident>(&rust).is_err() {
        Some("it is a keyword of Rust")
    } else if RESERVED.contains(&lower.as_str()) {
        Some("Rust or Cargo use it for something else")
    } else if is_device {
        Some("Windows keeps it for a device")
    } else if same(package) || rust == "koo" || rust.starts_with("koo_") {
        Some("it is the name of a package the project depends on")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_rules_of_cargo() {
        for good in ["shop", "my-shop", "shop_2", "Shop", "a"] {
            assert_eq!(check_name(good, "bazaar"), Ok(()), "{good}");
        }
        for bad in [
            "",
            "2shop",
            "-shop",
            "my shop",
            "商店",
            "a/b",
            "../a",
            "fn",
            "self",
            "crate",
            "std",
            "test",
            "con",
            "COM1",
            "lpt9",
            "bazaar",
            "koo-runtime",
            "koo",
            "a.b",
        ] {
            assert!(check_name(bad, "bazaar").is_err(), "{bad}");
        }
    }
}
