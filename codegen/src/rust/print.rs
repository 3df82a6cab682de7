//! Items → text.

use proc_macro2::TokenStream;

use crate::{BANNER, EmitError, File};

/// A Rust file of inner attributes and items, a blank line between items.
pub(super) fn file(path: &str, inner: &TokenStream, items: &[TokenStream]) -> Result<File, EmitError> {
    let mut contents = format!("// {BANNER}\n");
    let inner = format(path, inner)?;
    if !inner.trim().is_empty() {
        contents.push('\n');
        contents.push_str(&inner);
    }
    for item in items.iter().filter(|item| !item.is_empty()) {
        contents.push('\n');
        contents.push_str(&space_members(&format(path, item)?));
    }
    Ok(File { path: path.to_owned(), contents })
}

fn format(path: &str, tokens: &TokenStream) -> Result<String, EmitError> {
    let parsed = syn::parse2::<syn::File>(tokens.clone())
        .map_err(|error| EmitError::Unformattable { path: path.to_owned(), reason: error.to_string() })?;
    Ok(prettyplease::unparse(&parsed))
}

/// Puts blank lines between the members of traits and impls, which the formatter writes without.
fn space_members(text: &str) -> String {
    let has_members = text.lines().any(|line| {
        !line.starts_with(' ') && (line.starts_with("impl") || line.contains("trait ")) && line.ends_with('{')
    });
    if !has_members {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut previous = "";
    for line in text.lines() {
        let begins = ["    ///", "    #[", "    fn ", "    pub fn ", "    async fn ", "    pub async fn "]
            .iter()
            .any(|start| line.starts_with(start));
        let after_item = previous == "    }" || previous.starts_with("    ") && previous.ends_with(';') && !previous.starts_with("     ");
        let after_signature = previous == "    ) -> " || previous.trim_end().ends_with("+ Send;");
        if begins && (after_item || after_signature) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}
