//! Names on the wire, as serde's attributes give them.

use syn::ext::IdentExt as _;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, Field, LitStr};

use super::attributes::named;

/// What serde's attributes on a struct say about names.
#[derive(Default)]
pub(crate) struct ContainerNames {
    rename_all: Option<Case>,
    /// The struct stands for its only field.
    pub(crate) transparent: bool,
}

/// What serde's attributes on a field say about its name.
pub(crate) struct FieldName {
    /// The name on the wire.
    pub(crate) name: String,
    /// The field's members are members of the struct.
    pub(crate) flatten: bool,
}

impl ContainerNames {
    /// Reads the attributes. What is wrong with them, serde's own derives report.
    pub(crate) fn read(attributes: &[Attribute]) -> Self {
        let mut names = Self::default();
        each_serde_entry(attributes, |meta| {
            if meta.path.is_ident("transparent") {
                names.transparent = true;
            } else if meta.path.is_ident("rename_all") {
                names.rename_all = one_name(meta)?.as_deref().and_then(Case::from_serde);
            } else {
                skip_value(meta)?;
            }
            Ok(())
        });
        names
    }

    /// The name on the wire of `field`, which must have a name in Rust.
    pub(crate) fn field(&self, field: &Field) -> Option<FieldName> {
        let rust_name = field.ident.as_ref()?.unraw().to_string();
        let mut renamed = None;
        let mut flatten = false;
        each_serde_entry(&field.attrs, |meta| {
            if meta.path.is_ident("flatten") {
                flatten = true;
            } else if meta.path.is_ident("rename") {
                renamed = one_name(meta)?;
            } else {
                skip_value(meta)?;
            }
            Ok(())
        });
        let name = renamed.unwrap_or_else(|| match self.rename_all {
            Some(case) => case.apply(&rust_name),
            None => rust_name,
        });
        Some(FieldName { name, flatten })
    }
}

fn each_serde_entry(
    attributes: &[Attribute],
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> syn::Result<()>,
) {
    for attribute in named(attributes, "serde") {
        // Not our attribute: serde says what is wrong with it.
        drop(attribute.parse_nested_meta(|meta| read(&meta)));
    }
}

/// `= "name"`, or `(serialize = "name", deserialize = "name")`, of which the name that is read is taken: what is
/// checked was mostly read.
fn one_name(meta: &ParseNestedMeta<'_>) -> syn::Result<Option<String>> {
    if !meta.input.peek(syn::token::Paren) {
        return Ok(Some(meta.value()?.parse::<LitStr>()?.value()));
    }
    let (mut written, mut read) = (None, None);
    meta.parse_nested_meta(|side| {
        let name = side.value()?.parse::<LitStr>()?.value();
        if side.path.is_ident("deserialize") {
            read = Some(name);
        } else {
            written = Some(name);
        }
        Ok(())
    })?;
    Ok(read.or(written))
}

fn skip_value(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(syn::Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        meta.input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// serde's ways of writing the name of a field.
#[derive(Clone, Copy)]
enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl Case {
    fn from_serde(name: &str) -> Option<Self> {
        Some(match name {
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            _ => return None,
        })
    }

    /// Renames a field as serde does: `name` is taken to be in snake case, whatever it is.
    fn apply(self, name: &str) -> String {
        match self {
            Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => pascal(name),
            Self::Camel => {
                let pascal = pascal(name);
                let mut letters = pascal.chars();
                letters
                    .next()
                    .map(|first| first.to_ascii_lowercase())
                    .into_iter()
                    .chain(letters)
                    .collect()
            }
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(name: &str) -> String {
    let mut capital = true;
    let mut pascal = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter == '_' {
            capital = true;
        } else if capital {
            pascal.push(letter.to_ascii_uppercase());
            capital = false;
        } else {
            pascal.push(letter);
        }
    }
    pascal
}

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_quote};

    use super::ContainerNames;

    fn names(item: &ItemStruct) -> Vec<String> {
        let container = ContainerNames::read(&item.attrs);
        item.fields
            .iter()
            .map(|field| container.field(field).unwrap().name)
            .collect()
    }

    #[test]
    fn every_case() {
        for (case, expected) in [
            ("lowercase", "order_id"),
            ("UPPERCASE", "ORDER_ID"),
            ("PascalCase", "OrderId"),
            ("camelCase", "orderId"),
            ("snake_case", "order_id"),
            ("SCREAMING_SNAKE_CASE", "ORDER_ID"),
            ("kebab-case", "order-id"),
            ("SCREAMING-KEBAB-CASE", "ORDER-ID"),
        ] {
            let item: ItemStruct = parse_quote! {
                #[serde(rename_all = #case)]
                struct Order { order_id: String }
            };
            assert_eq!(names(&item), [expected]);
        }
    }

    #[test]
    fn among_other_attributes() {
        let item: ItemStruct = parse_quote! {
            #[serde(deny_unknown_fields, bound(serialize = "T: X"), default = "path")]
            #[serde(rename_all(serialize = "PascalCase", deserialize = "camelCase"), tag = "kind")]
            struct Order {
                #[serde(default, rename = "ID", skip_serializing_if = "Option::is_none")]
                order_id: String,
                #[serde(rename(serialize = "a", deserialize = "b"))]
                other_id: String,
                #[serde(rename(serialize = "c"))]
                third_id: String,
                r#type: String,
                #[serde(alias = "x", with = "y")]
                fourth_id: String,
            }
        };
        assert_eq!(names(&item), ["ID", "b", "c", "type", "fourthId"]);
    }

    #[test]
    fn flatten_and_transparent() {
        let item: ItemStruct = parse_quote! {
            #[serde(transparent)]
            struct Order { #[serde(flatten)] inner: Inner }
        };
        let container = ContainerNames::read(&item.attrs);
        assert!(container.transparent);
        assert!(
            item.fields
                .iter()
                .all(|field| container.field(field).unwrap().flatten)
        );
    }
}
