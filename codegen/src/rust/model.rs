//! Structs: requests, replies and the objects inside them.

use koo_spec::catalogue::{Condition, Family, Format, LengthUnit, Parameter, Presence, Type};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::cipher;
use super::docs::{self, Docs};
use super::enumeration::Enumerations;
use super::names;
use super::types::{self, Nature, RustType};

/// A struct to write.
pub(super) struct Model<'a> {
    /// Name in `CamelCase` or any form that converts to it.
    pub(super) name: String,
    /// Documentation.
    pub(super) docs: Docs,
    /// Fields.
    pub(super) parameters: Vec<&'a Parameter>,
    /// Parameters whose value is fixed, with that value: the constructor does not ask for them.
    pub(super) fixed: Vec<(&'a str, &'a str)>,
}

/// Functions with more arguments than this are harder to read than a struct literal.
const MAX_ARGUMENTS: usize = 7;

/// The longest name on the wire that has room in one attribute beside what an optional field needs.
const LONGEST_RENAME: usize = "variable_name".len();

impl<'a> Model<'a> {
    /// The struct, its constructor, and the structs of objects written inside it.
    pub(super) fn items(
        &self,
        family: &'a Family,
        enumerations: &Enumerations,
    ) -> Vec<TokenStream> {
        let mut items = vec![self.item(family, enumerations)];
        items.extend(self.constructor(family, enumerations).into_iter().flatten());
        items.extend(cipher::methods(family, &self.name, &self.parameters));
        for parameter in &self.parameters {
            if let Type::Object(fields) = parameter.r#type.value.innermost() {
                let inner = Model {
                    name: types::inline_object(&self.name, parameter).to_string(),
                    docs: Docs::new(docs::sentence(&parameter.doc.en)),
                    parameters: fields.iter().collect(),
                    fixed: Vec::new(),
                };
                items.extend(inner.items(family, enumerations));
            }
        }
        items
    }

    fn item(&self, family: &Family, enumerations: &Enumerations) -> TokenStream {
        let name = names::item(&self.name);
        let docs = self.docs.outer(0);
        let camel_cased = self.parameters.iter().filter(|parameter| {
            names::serde_camel_case(&names::field(parameter)) == parameter.name
        });
        let rename_all = camel_cased.count() * 2 > self.parameters.len();
        let default = self.derives_default().then(|| quote! { Default, });
        let rename = rename_all.then(|| quote! { #[serde(rename_all = "camelCase")] });
        let fields = self
            .parameters
            .iter()
            .map(|parameter| self.field(family, enumerations, parameter, rename_all));
        quote! {
            #docs
            #[derive(Clone, #default PartialEq, Redact, Serialize, Deserialize, Validate)]
            #rename
            pub struct #name {
                #(#fields)*
            }
        }
    }

    /// Whether everything is absent at first, or a result code, which is success at first.
    fn derives_default(&self) -> bool {
        self.parameters.iter().all(|parameter| {
            let is_fixed = self.fixed.iter().any(|(fixed, _)| *fixed == parameter.name);
            let has_default = parameter.presence != Presence::Mandatory
                || parameter.r#type.value == Type::ResultCode;
            !is_fixed && has_default
        })
    }

    /// Whether a value needs more than being absent.
    fn has_own_values(&self) -> bool {
        self.parameters.iter().any(|parameter| {
            parameter.presence == Presence::Mandatory
                || self.fixed.iter().any(|(fixed, _)| *fixed == parameter.name)
        })
    }

    /// The fixed value of a parameter, if it has one and its type can say it.
    fn fixed_value(
        &self,
        family: &Family,
        parameter: &Parameter,
        rust: &RustType,
    ) -> Option<TokenStream> {
        let (_, value) = self
            .fixed
            .iter()
            .find(|(fixed, _)| *fixed == parameter.name)?;
        let tokens = &rust.tokens;
        match (rust.nature, &parameter.r#type.value) {
            (Nature::Enumeration, _) => {
                let listed = family
                    .values_of(parameter)
                    .iter()
                    .find(|listed| listed.value == *value);
                let variant = listed.map(names::variant);
                Some(variant.map_or_else(
                    || quote! { #value.into() },
                    |variant| quote! { #tokens::#variant },
                ))
            }
            (Nature::Text, _) => Some(quote! { #value.into() }),
            (Nature::Plain, Type::Integer) => value
                .parse()
                .map(Literal::i64_unsuffixed)
                .ok()
                .map(|value| quote! { #value }),
            (Nature::Plain, Type::Boolean) => {
                value.parse::<bool>().ok().map(|value| quote! { #value })
            }
            _ => None,
        }
    }

    fn field(
        &self,
        family: &Family,
        enumerations: &Enumerations,
        parameter: &Parameter,
        rename_all: bool,
    ) -> TokenStream {
        let ident = names::field(parameter);
        let docs = docs::parameter(family, parameter).outer(4);
        let rust = types::of(family, enumerations, parameter, &self.name);
        let optional = parameter.presence != Presence::Mandatory;
        let tokens = &rust.tokens;
        let r#type = if optional {
            quote! { Option<#tokens> }
        } else {
            quote! { #tokens }
        };
        let by_rule = if rename_all {
            names::serde_camel_case(&ident)
        } else {
            ident.to_string().trim_start_matches("r#").to_owned()
        };
        let rename = (by_rule != parameter.name).then(|| {
            let wire = &parameter.name;
            quote! { rename = #wire }
        });
        let absent = optional.then(|| quote! { default, skip_serializing_if = "Option::is_none" });
        let serde = match (rename, absent) {
            (None, None) => None,
            (Some(only), None) | (None, Some(only)) => Some(quote! { #[serde(#only)] }),
            // What fills the line to its end or beyond reads better as two attributes, and formatters differ about it.
            (Some(rename), Some(absent)) if parameter.name.len() > LONGEST_RENAME => {
                Some(quote! { #[serde(#rename)] #[serde(#absent)] })
            }
            (Some(rename), Some(absent)) => Some(quote! { #[serde(#rename, #absent)] }),
        };
        let redact = parameter.sensitive.then(|| quote! { #[redact] });
        let rules = self.rules(family, parameter, rust.nature, rust.nested);
        let validate = (!rules.is_empty()).then(|| quote! { #[validate(#(#rules),*)] });
        quote! {
            #docs
            #redact
            #serde
            #validate
            pub #ident: #r#type,
        }
    }

    /// The rules of `#[validate(…)]`.
    fn rules(
        &self,
        family: &Family,
        parameter: &Parameter,
        nature: Nature,
        nested: bool,
    ) -> Vec<TokenStream> {
        let limits = &parameter.limits;
        let mut whole = Vec::new();
        let mut scalar = Vec::new();
        let number = |number: u64| Literal::u64_unsuffixed(number);
        let (max, min) = match limits.unit {
            LengthUnit::Characters => (quote!(max_chars), quote!(min_chars)),
            LengthUnit::Bytes => (quote!(max_bytes), quote!(min_bytes)),
            LengthUnit::Utf16 => (quote!(max_utf16), quote!(min_utf16)),
        };
        let innermost = parameter.r#type.value.innermost();
        let is_text = matches!(
            innermost,
            Type::String | Type::Enumeration | Type::ResultCode | Type::Decimal { .. }
        ) || matches!(innermost, Type::Named(_))
            && family.fields_of(innermost).is_none();
        if let (Some(length), None, true) = (limits.max_length.number(), &limits.advisory, is_text)
        {
            let length = number(length);
            scalar.push(quote! { #max = #length });
        }
        if let (Some(length), true) = (limits.min_length, is_text) {
            let length = number(length);
            scalar.push(quote! { #min = #length });
        }
        if let Type::Decimal { precision, scale } = innermost {
            let (precision, scale) = (number(u64::from(*precision)), number(u64::from(*scale)));
            scalar.push(quote! { decimal(#precision, #scale) });
        }
        if let (Some(format), Type::String) = (&parameter.format, innermost) {
            scalar.push(self::format(format));
        }
        for (bound, rule) in [
            (&limits.minimum, quote!(minimum)),
            (&limits.maximum, quote!(maximum)),
        ] {
            if let Some(bound) = bound.as_ref().and_then(|bound| bound.parse::<i128>().ok()) {
                let bound = Literal::i128_unsuffixed(bound);
                scalar.push(quote! { #rule = #bound });
            }
        }
        if let Some(items) = limits.max_items.number() {
            let items = number(items);
            whole.push(quote! { max_items = #items });
        }
        if let Some(items) = limits.min_items {
            let items = number(items);
            whole.push(quote! { min_items = #items });
        }
        if let Presence::Conditional {
            when: Some(when), ..
        } = &parameter.presence
        {
            let condition = self.condition(&when.value);
            whole.push(quote! { required_if = #condition });
        }
        if nature == Nature::Collection && !scalar.is_empty() {
            whole.push(quote! { each(#(#scalar),*) });
        } else {
            whole.extend(scalar);
        }
        if nested {
            whole.push(quote! { nested });
        }
        whole
    }

    /// A condition in the words of `required_if`.
    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Present(name) => format!("present({})", self.operand(&name.value)),
            Condition::OneOf(name, values) => match values.as_slice() {
                [value] => format!(
                    "{} == {}",
                    self.operand(&name.value),
                    self.literal(&name.value, &value.value)
                ),
                values => {
                    let values: Vec<_> = values
                        .iter()
                        .map(|value| self.literal(&name.value, &value.value))
                        .collect();
                    format!("in({}, [{}])", self.operand(&name.value), values.join(", "))
                }
            },
            Condition::Not(inner) => match &**inner {
                Condition::OneOf(name, values) if values.len() == 1 => {
                    let value = values
                        .first()
                        .map(|value| self.literal(&name.value, &value.value))
                        .unwrap_or_default();
                    format!("{} != {value}", self.operand(&name.value))
                }
                Condition::Present(_) => format!("!{}", self.condition(inner)),
                inner => format!("!({})", self.condition(inner)),
            },
            Condition::All(parts) => self.join(parts, " && "),
            Condition::Any(parts) => self.join(parts, " || "),
        }
    }

    fn join(&self, parts: &[Condition], operator: &str) -> String {
        let parts = parts.iter().map(|part| match part {
            Condition::All(_) | Condition::Any(_) => format!("({})", self.condition(part)),
            _ => self.condition(part),
        });
        parts.collect::<Vec<_>>().join(operator)
    }

    fn sibling(&self, name: &str) -> Option<&Parameter> {
        self.parameters
            .iter()
            .copied()
            .find(|parameter| parameter.name == name)
    }

    fn operand(&self, name: &str) -> String {
        self.sibling(name).map_or_else(
            || name.to_owned(),
            |parameter| names::field(parameter).to_string(),
        )
    }

    /// A value as a literal of the type of the parameter it is compared with.
    fn literal(&self, name: &str, value: &str) -> String {
        match self.sibling(name).map(|parameter| &parameter.r#type.value) {
            Some(Type::Integer | Type::Boolean) => value.to_owned(),
            _ => format!("{value:?}"),
        }
    }

    /// `new` with the mandatory fields, if they are few enough and there are any to ask for or to fill in.
    fn constructor(
        &self,
        family: &Family,
        enumerations: &Enumerations,
    ) -> Option<Vec<TokenStream>> {
        let name = names::item(&self.name);
        let mut arguments = Vec::new();
        let mut fields = Vec::new();
        for parameter in &self.parameters {
            let ident = names::field(parameter);
            let rust = types::of(family, enumerations, parameter, &self.name);
            let tokens = &rust.tokens;
            if let Some(value) = self.fixed_value(family, parameter, &rust) {
                let value = if parameter.presence == Presence::Mandatory {
                    value
                } else {
                    quote! { Some(#value) }
                };
                fields.push(quote! { #ident: #value });
            } else if parameter.presence != Presence::Mandatory {
                fields.push(quote! { #ident: None });
            } else if matches!(parameter.r#type.value, Type::ResultCode) {
                fields.push(quote! { #ident: ResultCode::default() });
            } else if rust.nature == Nature::Text {
                arguments.push(quote! { #ident: impl Into<String> });
                fields.push(quote! { #ident: #ident.into() });
            } else {
                arguments.push(quote! { #ident: #tokens });
                fields.push(quote! { #ident });
            }
        }
        // Without anything to ask for or to fill in, the derived default does.
        if !self.has_own_values() || arguments.len() > MAX_ARGUMENTS {
            return None;
        }
        let summary = if arguments.is_empty() {
            "With everything optional absent."
        } else {
            "With what is mandatory; everything optional is absent."
        };
        let docs = Docs::new(summary).outer(4);
        let default = (arguments.is_empty() && !self.derives_default()).then(|| {
            quote! {
                impl Default for #name {
                    fn default() -> Self {
                        Self::new()
                    }
                }
            }
        });
        let body = if self.derives_default() {
            quote! { Self::default() }
        } else {
            quote! { Self { #(#fields),* } }
        };
        let constructor = quote! {
            impl #name {
                #docs
                #[must_use]
                pub fn new(#(#arguments),*) -> Self {
                    #body
                }
            }
        };
        Some(std::iter::once(constructor).chain(default).collect())
    }
}

fn format(format: &Format) -> TokenStream {
    match format {
        Format::Url => quote! { format = url },
        Format::Uuid => quote! { format = uuid },
        Format::Hex => quote! { format = hex },
        Format::Base64 => quote! { format = base64 },
        Format::Json => quote! { format = json },
        Format::UrlencodedBase64Json => quote! { format = url_encoded_base64_json },
        Format::EpochMillis => quote! { format = epoch_millis },
        Format::Timestamp(timestamp) => {
            let layouts = &timestamp.layouts;
            quote! { format = timestamp(#(#layouts),*) }
        }
        Format::CommaList { max_items, each } => {
            let items = Literal::u64_unsuffixed(*max_items);
            let each = each.map(|each| {
                let each = Literal::u64_unsuffixed(each);
                quote! { , max_chars_each = #each }
            });
            quote! { format = comma_list(max_items = #items #each) }
        }
    }
}
