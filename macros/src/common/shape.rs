//! What the spelling of a type tells.
//!
//! Traits decide what a rule does with a field; the spelling only serves to report a misuse in the field's own terms
//! before the compiler reports it in terms of traits. A type alias tells nothing, and is left to the compiler.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// A type as its spelling shows it.
pub(crate) struct Shape<'a> {
    /// Whether it is an `Option`.
    pub(crate) optional: bool,
    /// What it is once options, references and boxes are taken off.
    pub(crate) kind: Kind<'a>,
    /// The type that `kind` describes.
    pub(crate) inner: &'a Type,
}

/// What a type is.
pub(crate) enum Kind<'a> {
    Text,
    Decimal,
    /// With the least and the most it can hold; `None` where that depends on the machine.
    Integer(Option<(i128, i128)>),
    Float,
    Bool,
    Char,
    /// Several of something.
    Items(Box<Shape<'a>>),
    /// Anything else, such as a struct, an enum, an alias or a type parameter.
    Unknown,
}

impl<'a> Shape<'a> {
    pub(crate) fn of(ty: &'a Type) -> Self {
        let plain = |kind| Self {
            optional: false,
            kind,
            inner: ty,
        };
        match ty {
            Type::Group(group) => Self::of(&group.elem),
            Type::Paren(paren) => Self::of(&paren.elem),
            Type::Reference(reference) => Self::of(&reference.elem),
            Type::Array(array) => plain(Kind::Items(Box::new(Self::of(&array.elem)))),
            Type::Slice(slice) => plain(Kind::Items(Box::new(Self::of(&slice.elem)))),
            Type::Path(path) if path.qself.is_none() => match path.path.segments.last() {
                Some(segment) => Self::of_segment(segment, ty),
                None => plain(Kind::Unknown),
            },
            _ => plain(Kind::Unknown),
        }
    }

    fn of_segment(segment: &'a PathSegment, ty: &'a Type) -> Self {
        let plain = |kind| Self {
            optional: false,
            kind,
            inner: ty,
        };
        let arguments = type_arguments(segment);
        let name = segment.ident.to_string();
        match (name.as_str(), arguments.as_slice()) {
            ("Option", [some]) => Self {
                optional: true,
                ..Self::of(some)
            },
            ("Box" | "Rc" | "Arc" | "Cow", [inner]) => Self::of(inner),
            ("Vec" | "VecDeque" | "BTreeSet", [item])
            | ("HashSet", [item, ..])
            | ("HashMap" | "BTreeMap", [_, item, ..]) => {
                plain(Kind::Items(Box::new(Self::of(item))))
            }
            (name, []) => plain(kind_of_name(name)),
            _ => plain(Kind::Unknown),
        }
    }

    /// Whether one of `parameters` is part of the inner type.
    pub(crate) fn mentions<'p>(
        &self,
        mut parameters: impl Iterator<Item = &'p syn::Ident>,
    ) -> bool {
        let tokens = self.inner.to_token_stream();
        parameters.any(|parameter| contains(tokens.clone(), parameter))
    }
}

impl Kind<'_> {
    /// What the type is, for people. `None` if that is not known.
    pub(crate) fn noun(&self) -> Option<&'static str> {
        Some(match self {
            Self::Text => "a text",
            Self::Decimal => "a decimal number",
            Self::Integer(_) => "an integer",
            Self::Float => "a floating-point number",
            Self::Bool => "a `bool`",
            Self::Char => "a `char`",
            Self::Items(_) => "a list",
            Self::Unknown => return None,
        })
    }
}

/// Whether `name` is among `tokens`, however deep.
pub(crate) fn contains(tokens: TokenStream, name: &syn::Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => contains(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn type_arguments(segment: &PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Vec::new();
    };
    arguments
        .args
        .iter()
        .filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
        .collect()
}

fn kind_of_name(name: &str) -> Kind<'static> {
    macro_rules! bounds {
        ($integer:ty) => {
            Kind::Integer(Some((
                i128::from(<$integer>::MIN),
                i128::from(<$integer>::MAX),
            )))
        };
    }
    match name {
        "String" | "str" => Kind::Text,
        "Decimal" => Kind::Decimal,
        "u8" => bounds!(u8),
        "u16" => bounds!(u16),
        "u32" => bounds!(u32),
        "u64" => bounds!(u64),
        "i8" => bounds!(i8),
        "i16" => bounds!(i16),
        "i32" => bounds!(i32),
        "i64" => bounds!(i64),
        "i128" => bounds!(i128),
        "usize" | "isize" | "u128" => Kind::Integer(None),
        "f32" | "f64" => Kind::Float,
        "bool" => Kind::Bool,
        "char" => Kind::Char,
        _ => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use syn::{Type, parse_quote};

    use super::{Kind, Shape};

    fn describe(ty: &Type) -> String {
        fn of(shape: &Shape<'_>) -> String {
            let kind = match &shape.kind {
                Kind::Items(item) => format!("items of {}", of(item)),
                other => other.noun().unwrap_or("unknown").to_owned(),
            };
            if shape.optional {
                format!("optional {kind}")
            } else {
                kind
            }
        }
        of(&Shape::of(ty))
    }

    #[test]
    fn spellings() {
        let cases: [(Type, &str); 9] = [
            (parse_quote!(std::string::String), "a text"),
            (parse_quote!(Option<Box<str>>), "optional a text"),
            (parse_quote!(&'a Cow<'a, str>), "a text"),
            (
                parse_quote!(Option<Vec<Option<u8>>>),
                "optional items of optional an integer",
            ),
            (parse_quote!(HashMap<String, Item>), "items of unknown"),
            (parse_quote!([bool; 4]), "items of a `bool`"),
            (parse_quote!(koo_runtime::Decimal), "a decimal number"),
            (parse_quote!(OrderId), "unknown"),
            (parse_quote!(<T as X>::String), "unknown"),
        ];
        for (ty, expected) in cases {
            assert_eq!(describe(&ty), expected);
        }
    }
}
