//! Items → text.

use proc_macro2::TokenStream;

use crate::{BANNER, EmitError, File};

/// A Rust file of inner attributes and items, a blank line between items.
pub(super) fn file(
    path: &str,
    inner: &TokenStream,
    items: &[TokenStream],
) -> Result<File, EmitError> {
    let mut contents = format!("// {BANNER}\n");
    let inner = format(path, inner)?;
    if !inner.trim().is_empty() {
        contents.push('\n');
        contents.push_str(&inner);
    }
    for item in items.iter().filter(|item| !item.is_empty()) {
        contents.push('\n');
        let text = join_conditions(&format(path, item)?);
        let text = break_pairs(&refill_imports(&text));
        let text = blocks_of_full_arms(&values_on_next_line(&text));
        contents.push_str(&space_members(&text));
    }
    Ok(File {
        path: path.to_owned(),
        contents,
    })
}

fn format(path: &str, tokens: &TokenStream) -> Result<String, EmitError> {
    let parsed =
        syn::parse2::<syn::File>(tokens.clone()).map_err(|error| EmitError::Unformattable {
            path: path.to_owned(),
            reason: error.to_string(),
        })?;
    Ok(prettyplease::unparse(&parsed))
}

/// Columns of a line.
const WIDTH: usize = 89;

/// Fills the lines of long import lists as rustfmt does, which leaves the last column free.
fn refill_imports(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut names: Option<Vec<&str>> = None;
    for line in text.lines() {
        match &mut names {
            None => {
                if is_import(line) && line.ends_with('{') {
                    names = Some(Vec::new());
                }
                let broken = line.split_once('{').filter(|_| line.len() == WIDTH);
                match broken.filter(|_| is_import(line)) {
                    Some((parent, rest)) => {
                        let listed: Vec<_> = rest.trim_end_matches("};").split(", ").collect();
                        written.push_str(parent);
                        written.push_str("{\n");
                        write_filled(&listed, &mut written);
                    }
                    None => {
                        written.push_str(line);
                        written.push('\n');
                    }
                }
            }
            Some(listed) if line == "};" => {
                write_filled(listed, &mut written);
                names = None;
            }
            Some(listed) => listed.extend(
                line.split(',')
                    .map(str::trim)
                    .filter(|name| !name.is_empty()),
            ),
        }
    }
    written
}

fn is_import(line: &str) -> bool {
    line.starts_with("use ") || line.starts_with("pub use ")
}

/// Writes a condition on one of many features as rustfmt does, which opens both brackets on one line.
fn join_conditions(text: &str) -> String {
    let Some((before, rest)) = text.split_once("#[cfg(\n    any(\n") else {
        return text.to_owned();
    };
    let Some((features, behind)) = rest.split_once("\n    )\n)]\n") else {
        return text.to_owned();
    };
    let features = features.replace("        feature", "    feature");
    format!("{before}#[cfg(any(\n{features}\n))]\n{behind}")
}

fn write_filled(names: &[&str], written: &mut String) {
    for line in fill(names) {
        written.push_str(&line);
        written.push('\n');
    }
    written.push_str("};\n");
}

fn fill(names: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if line.len() + name.len() + 2 < WIDTH => {
                line.push(' ');
                line.push_str(name);
                line.push(',');
            }
            _ => lines.push(format!("    {name},")),
        }
    }
    lines
}

/// Writes a value that has no room behind `let x =` or `const X: T =`, but on a line of its own, there, as rustfmt does.
fn values_on_next_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut written = String::with_capacity(text.len());
    let mut rest = lines.as_slice();
    while let Some((line, behind)) = rest.split_first() {
        rest = behind;
        match statement_in_two_lines(line, behind) {
            Some((statement, taken)) => {
                written.push_str(&statement);
                rest = behind.get(taken..).unwrap_or_default();
            }
            None => written.push_str(line),
        }
        written.push('\n');
    }
    written
}

/// Puts the value of an arm whose comma has no room on the line into a block, as rustfmt does.
fn blocks_of_full_arms(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for line in text.lines() {
        let arm = line
            .strip_suffix(',')
            .and_then(|arm| arm.split_once(" => "));
        match arm.filter(|_| line.chars().count() > WIDTH) {
            Some((pattern, value)) => {
                let indent = pattern.len() - pattern.trim_start().len();
                let (inner, outer) = (" ".repeat(indent + 4), " ".repeat(indent));
                let block = [pattern, " => {\n", &inner, value, "\n", &outer, "}"];
                written.extend(block);
                written.push('\n');
            }
            None => {
                written.push_str(line);
                written.push('\n');
            }
        }
    }
    written
}

/// A `let` statement over several lines as two, if its value fits on one; and how many further lines it had.
fn statement_in_two_lines(first: &str, behind: &[&str]) -> Option<(String, usize)> {
    let (name, value) = first.split_once(" = ")?;
    let indent = name.len() - name.trim_start().len();
    let named = name.trim_start();
    let is_value = ["let ", "const ", "pub(crate) const "]
        .iter()
        .any(|start| named.starts_with(start));
    if !is_value || first.ends_with([';', '{']) || value.contains('{') {
        return None;
    }
    let is_let = named.starts_with("let ");
    let end = behind.iter().position(|line| line.ends_with(';'))? + 1;
    let mut joined = value.to_owned();
    for line in behind.get(..end)? {
        let line = line.trim();
        let closes = line.starts_with([')', ']']);
        if closes {
            joined.truncate(joined.trim_end_matches(',').len());
        } else if !(line.starts_with('.') || joined.ends_with(['(', '[']) || line.starts_with('?'))
        {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    // In a constant, braces stand in texts only.
    let in_braces = is_let && joined.contains('{');
    let fits = indent + 4 + joined.chars().count() <= WIDTH && !in_braces;
    fits.then(|| {
        (
            format!("{name} =\n{:width$}{joined}", "", width = indent + 4),
            end,
        )
    })
}

/// Writes lists of pairs over several lines as rustfmt does: a pair that is too long over several lines, and the
/// brackets of the only pair together with those of the list.
fn break_pairs(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut written: Vec<String> = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while let Some((line, behind)) = rest.split_first() {
        rest = behind;
        let indent = " ".repeat(line.len() - line.trim_start().len());
        let (open, [first, second], close) =
            if let Some((pair, end, taken)) = only_pair(line, behind) {
                rest = behind.get(taken..).unwrap_or_default();
                (format!("{line}("), pair, format!("{indent}){end}"))
            } else if let (Some(pair), true) = (pair(line), line.chars().count() > WIDTH) {
                (format!("{indent}("), pair, format!("{indent}),"))
            } else {
                written.push((*line).to_owned());
                continue;
            };
        let inside = [first, second].map(|text| format!("{indent}    {text},"));
        written.push(open);
        written.extend(inside);
        written.push(close);
    }
    written.push(String::new());
    written.join("\n")
}

/// The two texts of a pair on one line.
fn pair(line: &str) -> Option<[String; 2]> {
    let inside = line.trim().strip_prefix("(\"")?.strip_suffix("\"),")?;
    let (first, second) = inside.split_once("\", \"")?;
    Some([format!("\"{first}\""), format!("\"{second}\"")])
}

/// The only pair of the list that `first` opens, the end of the list, and how many lines both have.
fn only_pair<'t>(first: &str, behind: &[&'t str]) -> Option<([String; 2], &'t str, usize)> {
    if !first.ends_with('[') {
        return None;
    }
    let (pair, taken) = match behind {
        [one, ..] if pair(one).is_some() => (pair(one)?, 1),
        [open, one, two, close, ..] if open.trim() == "(" && close.trim() == ")," => {
            let text = |line: &str| line.trim().trim_end_matches(',').to_owned();
            ([text(one), text(two)], 4)
        }
        _ => return None,
    };
    let end = behind.get(taken)?.trim_start();
    end.starts_with(']').then_some((pair, end, taken + 1))
}

/// Puts blank lines between the members of traits and impls, which the formatter writes without.
fn space_members(text: &str) -> String {
    let has_members = text.lines().any(|line| {
        !line.starts_with(' ')
            && (line.starts_with("impl") || line.contains("trait "))
            && line.ends_with('{')
    });
    if !has_members {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut previous = "";
    for line in text.lines() {
        let begins = [
            "    ///",
            "    #[",
            "    fn ",
            "    pub fn ",
            "    async fn ",
            "    pub async fn ",
        ]
        .iter()
        .any(|start| line.starts_with(start));
        let after_item = previous == "    }"
            || previous.starts_with("    ")
                && previous.ends_with(';')
                && !previous.starts_with("     ");
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
