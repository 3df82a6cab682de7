//! What `#[code(…)]` on a variant says.

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{Attribute, Expr, Lit, LitStr, Meta, Token, Variant};

use crate::common::attributes::entries;
use crate::common::errors::Errors;
use crate::common::suggest;
use crate::common::text_enum::{Marker, text_or_other};

/// What is said about a code besides its text.
#[derive(Default)]
pub(super) struct Code {
    pub(super) role: Option<(Role, Span)>,
    /// The call was carried out, although another code has the role.
    pub(super) success: Option<Span>,
    pub(super) retryable: Option<Span>,
    pub(super) meaning: Option<LitStr>,
}

/// The parts that codes play, as in `koo_runtime::CodeRole`.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    Success,
    Pending,
    Signature,
    Parameter,
    NotFound,
    Internal,
}

impl Role {
    const ALL: [Self; 6] = [
        Self::Success,
        Self::Pending,
        Self::Signature,
        Self::Parameter,
        Self::NotFound,
        Self::Internal,
    ];

    /// As written in the attribute.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Pending => "pending",
            Self::Signature => "signature",
            Self::Parameter => "parameter",
            Self::NotFound => "not_found",
            Self::Internal => "internal",
        }
    }

    /// The variant of `koo_runtime::CodeRole`.
    pub(super) const fn variant(self) -> &'static str {
        match self {
            Self::Success => "Success",
            Self::Pending => "Pending",
            Self::Signature => "Signature",
            Self::Parameter => "Parameter",
            Self::NotFound => "NotFound",
            Self::Internal => "Internal",
        }
    }

    fn read(input: ParseStream<'_>) -> syn::Result<(Self, Span)> {
        let name: Ident = input.parse()?;
        match Self::ALL.into_iter().find(|role| name == role.name()) {
            Some(role) => Ok((role, name.span())),
            None => Err(syn::Error::new(
                name.span(),
                suggest::unknown("role", &name.to_string(), &Self::ALL.map(Self::name)),
            )),
        }
    }
}

/// Reads the attribute.
pub(super) fn read(attribute: &Attribute, errors: &mut Errors) -> Option<Marker<Code>> {
    let outcome = attribute.parse_args_with(|input: ParseStream<'_>| marker(input, errors));
    errors.take(outcome)
}

/// The first paragraph of the documentation of a variant, without the full stop.
pub(super) fn documented_meaning(variant: &Variant) -> Option<LitStr> {
    let texts = variant.attrs.iter().filter_map(documentation);
    let lines: Vec<String> = texts
        // Not `lines`, which has none for the empty text of an empty line.
        .flat_map(|text| text.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let words: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .flat_map(str::split_whitespace)
        .collect();
    let paragraph = words.join(" ");
    let meaning = paragraph.trim_end_matches('.');
    (!meaning.is_empty()).then(|| LitStr::new(meaning, variant.ident.span()))
}

/// The text of a documentation comment.
fn documentation(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(value) = &meta.value else {
        return None;
    };
    match &value.lit {
        Lit::Str(text) if meta.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

/// `"000000", role = success, retryable, meaning = "…"`, or `other`.
fn marker(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Marker<Code>> {
    let Some(text) = text_or_other(input, errors)? else {
        return Ok(Marker::Other);
    };
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    let mut code = Code::default();
    entries(input, errors, &mut |name, input, _| {
        let again = match name.to_string().as_str() {
            "role" => {
                input.parse::<Token![=]>()?;
                code.role.replace(Role::read(input)?).is_some()
            }
            "success" => code.success.replace(name.span()).is_some(),
            "retryable" => code.retryable.replace(name.span()).is_some(),
            "meaning" => {
                input.parse::<Token![=]>()?;
                code.meaning.replace(input.parse()?).is_some()
            }
            unknown => {
                let message = suggest::unknown(
                    "entry",
                    unknown,
                    &["role", "success", "retryable", "meaning"],
                );
                return Err(syn::Error::new(name.span(), message));
            }
        };
        if again {
            return Err(syn::Error::new(
                name.span(),
                format_args!("`{name}` is given twice"),
            ));
        }
        Ok(())
    });
    Ok(Marker::Known(text, code))
}
