//! Parameters as rows: those of a message and, below each, the members of its objects.

use koo_spec::catalogue::{Family, Parameter, Type};

/// A parameter and where it stands in its message.
pub(crate) struct Row<'a> {
    /// Names from the outermost object inwards, such as `info[].appInfo.userName`.
    pub(crate) path: String,
    /// How many objects it stands in.
    pub(crate) depth: usize,
    /// The parameter.
    pub(crate) parameter: &'a Parameter,
}

/// A row for each parameter, with the members of its objects behind it.
pub(crate) fn flatten<'a>(family: &'a Family, parameters: &[&'a Parameter]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    below(family, parameters, "", &mut Vec::new(), 0, &mut rows);
    rows
}

/// `open` holds the named types being written, so that a type that contains itself ends.
fn below<'a>(
    family: &'a Family,
    parameters: &[&'a Parameter],
    above: &str,
    open: &mut Vec<&'a str>,
    depth: usize,
    rows: &mut Vec<Row<'a>>,
) {
    for parameter in parameters.iter().copied() {
        let path = format!("{above}{}", parameter.name);
        let r#type = parameter
            .holds
            .as_ref()
            .map_or(&parameter.r#type.value, |held| &held.value);
        let inner = format!("{path}{}.", brackets(r#type));
        rows.push(Row {
            path,
            depth,
            parameter,
        });
        let Some(fields) = family.fields_of(r#type.innermost()) else {
            continue;
        };
        let name = match r#type.innermost() {
            Type::Named(name) => Some(name.as_str()),
            _ => None,
        };
        if name.is_some_and(|name| open.contains(&name)) {
            continue;
        }
        open.extend(name);
        let fields: Vec<_> = fields.iter().collect();
        below(family, &fields, &inner, open, depth + 1, rows);
        if name.is_some() {
            open.pop();
        }
    }
}

/// The brackets of lists and the braces of maps behind a name.
pub(crate) fn brackets(r#type: &Type) -> String {
    match r#type {
        Type::List(inner) => format!("{}[]", brackets(inner)),
        Type::Map(inner) => format!("{}{{}}", brackets(inner)),
        _ => String::new(),
    }
}
