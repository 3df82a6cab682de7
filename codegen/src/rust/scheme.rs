//! Schemes: a struct with the keys, and the recipe as code.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Carried, CarriedIn, Compare, Family, Scheme};
use koo_spec::recipe::{Expression, Kind, MESSAGE_PARTS, Recipe};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::names;
use super::recipe::{Renderer, Scope, Variable};

/// The items of one scheme, and the functions and types of the runtime they use.
pub(super) struct Emitted {
    /// Items.
    pub(super) items: Vec<TokenStream>,
    /// Functions of `koo_runtime::crypto`.
    pub(super) functions: BTreeSet<&'static str>,
    /// Whether a template is parsed.
    pub(super) uses_template: bool,
}

/// The struct of a scheme.
pub(super) fn struct_name(scheme: &Scheme) -> Ident {
    names::item(&scheme.id)
}

/// The secrets the recipes of a scheme use, in the order of the family.
pub(super) fn secrets<'a>(family: &'a Family, scheme: &Scheme) -> Vec<&'a str> {
    let used: Vec<&str> =
        recipes(scheme).filter_map(|recipe| recipe.tree.as_ref()).flat_map(Expression::names).map(|(name, _)| name).collect();
    family.secrets.keys().map(String::as_str).filter(|name| used.contains(name)).collect()
}

fn recipes(scheme: &Scheme) -> impl Iterator<Item = &Recipe> {
    let steps = scheme.steps.iter().flat_map(|(_, step)| &step.recipes);
    steps.chain(scheme.equals.iter().map(|(_, recipe)| recipe))
}

/// Writes a scheme.
pub(super) fn emit(family: &Family, scheme: &Scheme) -> Emitted {
    let mut emitter = Emitter {
        family,
        scheme,
        secrets: secrets(family, scheme),
        functions: BTreeSet::new(),
        uses_template: scheme.carries.iter().any(|carried| carried.template.is_some()),
    };
    let items = vec![emitter.definition(), emitter.inherent(), emitter.implementation()];
    Emitted { items, functions: emitter.functions, uses_template: emitter.uses_template }
}

struct Emitter<'a> {
    family: &'a Family,
    scheme: &'a Scheme,
    secrets: Vec<&'a str>,
    functions: BTreeSet<&'static str>,
    uses_template: bool,
}

/// A value that must be equal, as a method that works it out.
struct Expected {
    method: Ident,
    /// Arguments of the method, by the names recipes use.
    arguments: Vec<String>,
    fallible: bool,
}

impl<'a> Emitter<'a> {
    fn definition(&self) -> TokenStream {
        let name = struct_name(self.scheme);
        let mut docs = Docs::new(docs::sentence(&self.scheme.doc.en));
        let steps = self.scheme.steps.iter().flat_map(|(step, alternatives)| {
            alternatives.recipes.iter().map(move |recipe| format!("{step} = {}", recipe.source))
        });
        let equals = self.scheme.equals.iter().map(|(target, recipe)| format!("{} = {}", target.value, recipe.source));
        let lines: Vec<_> = steps.chain(equals).collect();
        docs.block(format!("```text\n{}\n```", lines.join("\n")));
        docs.markdown(docs::source(self.family, &self.scheme.provenance, &self.scheme.sites));
        let docs = docs.outer(0);
        let fields = self.secrets.iter().map(|secret| {
            let field = names::value(secret);
            quote! { #field: Secret, }
        });
        quote! {
            #docs
            #[derive(Clone, Debug)]
            pub struct #name {
                #(#fields)*
            }
        }
    }

    fn inherent(&mut self) -> TokenStream {
        let name = struct_name(self.scheme);
        let idents: Vec<_> = self.secrets.iter().map(|secret| names::value(secret)).collect();
        let mut docs = Docs::new("The scheme with the secrets it needs.");
        for secret in &self.secrets {
            if let Some(definition) = self.family.secrets.get(*secret) {
                docs.paragraph(docs::sentence(&format!("`{secret}`: {}", definition.doc.en)));
            }
        }
        let docs = docs.outer(4);
        let methods: Vec<_> = self.scheme.equals.iter().map(|(target, recipe)| self.method(&target.value, recipe)).collect();
        quote! {
            impl #name {
                #docs
                pub fn new(#(#idents: impl Into<Secret>),*) -> Self {
                    Self { #(#idents: #idents.into()),* }
                }
                #(#methods)*
            }
        }
    }

    /// The step with several readings, if there is one, and its readings.
    fn alternative(&self) -> Option<(&'a str, &'a [Recipe])> {
        let step = self.scheme.steps.iter().find(|(_, step)| step.recipes.len() > 1)?;
        Some((step.0.as_str(), step.1.recipes.as_slice()))
    }

    /// The steps a recipe needs, in order, without the one that has several readings.
    fn needed_steps(&self, recipe: &Recipe) -> Vec<(&'a str, &'a Expression)> {
        let alternative = self.alternative().map(|(name, _)| name);
        let mut needed: BTreeSet<&str> = recipe.tree.iter().flat_map(Expression::names).map(|(name, _)| name).collect();
        let mut steps = Vec::new();
        for (name, step) in self.scheme.steps.iter().rev() {
            let Some(tree) = step.recipes.first().and_then(|recipe| recipe.tree.as_ref()) else { continue };
            if needed.contains(name.as_str()) && Some(name.as_str()) != alternative {
                needed.extend(tree.names().into_iter().map(|(name, _)| name));
                steps.push((name.as_str(), tree));
            }
        }
        steps.reverse();
        steps
    }

    /// The names a method takes as arguments: the step with readings, parts of the message, carried values.
    fn arguments(&self, recipe: &Recipe) -> Vec<String> {
        let steps = self.needed_steps(recipe);
        let trees = recipe.tree.iter().chain(steps.iter().map(|(_, tree)| *tree));
        let used: BTreeSet<&str> = trees.flat_map(Expression::names).map(|(name, _)| name).collect();
        let alternative = self.alternative().map(|(name, _)| name.to_owned());
        let parts = MESSAGE_PARTS.iter().map(|(name, _)| (*name).to_owned());
        let carried = self.carried_names();
        alternative.into_iter().chain(parts).chain(carried).filter(|name| used.contains(name.as_str())).collect()
    }

    fn carried_names(&self) -> Vec<String> {
        self.scheme
            .carries
            .iter()
            .flat_map(|carried| match carried.template {
                Some(_) => carried.packed().into_iter().map(str::to_owned).collect(),
                None => vec![carried.name.clone()],
            })
            .collect()
    }

    fn kind_of_argument(&self, name: &str) -> Kind {
        if self.alternative().is_some_and(|(step, _)| step == name) {
            let tree = self.alternative().and_then(|(_, recipes)| recipes.first()).and_then(|recipe| recipe.tree.as_ref());
            return tree.map_or(Kind::Text, |tree| self.kind_of(tree));
        }
        MESSAGE_PARTS.iter().find(|(part, _)| *part == name).map_or(Kind::Text, |(_, kind)| *kind)
    }

    /// The kind of a reading, which uses no earlier step.
    fn kind_of(&self, tree: &Expression) -> Kind {
        Renderer::default().render(tree, &self.base_scope()).kind
    }

    fn base_scope(&self) -> Scope {
        let parts = MESSAGE_PARTS.iter().map(|(name, kind)| ((*name).to_owned(), Variable { kind: *kind, owned: false }));
        let texts = self.secrets.iter().map(|name| (*name).to_owned()).chain(self.carried_names());
        let texts = texts.map(|name| (name, Variable { kind: Kind::Text, owned: false }));
        parts.chain(texts).collect()
    }

    fn method(&mut self, target: &str, recipe: &Recipe) -> TokenStream {
        let expected = self.expected(target, recipe);
        let mut scope = self.base_scope();
        if let Some((name, _)) = self.alternative() {
            scope.insert(name.to_owned(), Variable { kind: self.kind_of_argument(name), owned: false });
        }
        let mut renderer = Renderer::default();
        let used_secrets = self.used_secrets(recipe);
        let secrets = used_secrets.iter().map(|secret| {
            let ident = names::value(secret);
            quote! { let #ident = self.#ident.expose(); }
        });
        let mut steps = Vec::new();
        for (name, tree) in self.needed_steps(recipe) {
            let ident = names::value(name);
            let rendered = renderer.render(tree, &scope);
            let tokens = &rendered.tokens;
            steps.push(quote! { let #ident = #tokens; });
            scope.insert(name.to_owned(), Variable { kind: rendered.kind, owned: rendered.owned });
        }
        let result = recipe.tree.as_ref().map(|tree| {
            let rendered = renderer.render(tree, &scope);
            let tokens = rendered.tokens;
            if rendered.owned { tokens } else { quote!(#tokens.to_owned()) }
        });
        self.functions.extend(&renderer.functions);
        let arguments = expected.arguments.iter().map(|name| {
            let (ident, tokens) = (names::value(name), reference_type(self.kind_of_argument(name)));
            quote! { #ident: #tokens }
        });
        let (output, result) = if expected.fallible {
            (quote!(Result<String, SchemeError>), quote!(Ok(#result)))
        } else {
            (quote!(String), quote!(#result))
        };
        let docs = Docs::new(format!("What `{target}` must be.")).outer(4);
        let method = &expected.method;
        let receiver = if used_secrets.is_empty() { quote!() } else { quote!(&self,) };
        quote! {
            #docs
            fn #method(#receiver #(#arguments),*) -> #output {
                #(#secrets)*
                #(#steps)*
                #result
            }
        }
    }

    fn used_secrets(&self, recipe: &Recipe) -> Vec<&'a str> {
        let steps = self.needed_steps(recipe);
        let trees = recipe.tree.iter().chain(steps.iter().map(|(_, tree)| *tree));
        let used: BTreeSet<&str> = trees.flat_map(Expression::names).map(|(name, _)| name).collect();
        self.secrets.iter().copied().filter(|secret| used.contains(secret)).collect()
    }

    fn expected(&self, target: &str, recipe: &Recipe) -> Expected {
        let mut renderer = Renderer::default();
        let scope = self.base_scope();
        for (_, tree) in self.needed_steps(recipe) {
            renderer.render(tree, &scope);
        }
        if let Some(tree) = &recipe.tree {
            renderer.render(tree, &scope);
        }
        Expected {
            method: names::value(&format!("expected_{target}")),
            arguments: self.arguments(recipe),
            fallible: renderer.fallible,
        }
    }

    fn implementation(&mut self) -> TokenStream {
        let name = struct_name(self.scheme);
        let id = &self.scheme.id;
        let fresh = match &self.scheme.fresh {
            Some((_, millis)) if millis.is_multiple_of(1000) => {
                let seconds = Literal::u64_unsuffixed(millis / 1000);
                quote!(Some(Duration::from_secs(#seconds)))
            }
            Some((_, millis)) => {
                let millis = Literal::u64_unsuffixed(*millis);
                quote!(Some(Duration::from_millis(#millis)))
            }
            None => quote!(None),
        };
        let (verify, sign) = (self.verify(), self.sign());
        quote! {
            impl Scheme for #name {
                const NAME: &'static str = #id;
                const FRESH: Option<Duration> = #fresh;
                #verify
                #sign
            }
        }
    }

    fn verify(&mut self) -> TokenStream {
        let read: Vec<_> = self.scheme.carries.iter().map(read).collect();
        let evidence = self.evidence();
        let compare = match self.scheme.compare {
            Compare::Exact => "equal",
            Compare::IgnoreCase => "equal_ignoring_case",
        };
        self.functions.insert(compare);
        let compare = format_ident!("{compare}");
        let alternative = self.alternative();
        let comparisons: Vec<_> = self
            .scheme
            .equals
            .iter()
            .map(|(target, recipe)| {
                let expected = self.expected(&target.value, recipe);
                let received = names::value(&target.value);
                let call = self.call(&expected, recipe, alternative.map(|(name, _)| name));
                let variable = &expected.method;
                let (value, comparison) = if expected.fallible {
                    let compare = quote!(#variable.is_ok_and(|expected| #compare(expected, #received)));
                    (call, compare)
                } else {
                    (call, quote!(#compare(#variable, #received)))
                };
                (quote! { let #variable = #value; }, comparison)
            })
            .collect();
        let (values, comparisons): (Vec<_>, Vec<_>) = comparisons.into_iter().unzip();
        let first = self.scheme.equals.first().map(|(target, _)| target.value.clone()).unwrap_or_default();
        let first = self.wire_name(&first);
        let body = match alternative {
            None => quote! {
                #(#values)*
                if #(#comparisons)&&* {
                    return Ok(#evidence);
                }
            },
            Some((name, readings)) => {
                let ident = names::value(name);
                let kind = reference_type(self.kind_of_argument(name));
                let tries: Vec<_> = readings.iter().map(|reading| self.attempt(reading)).collect();
                quote! {
                    let matches = |#ident: #kind| {
                        #(#values)*
                        #(#comparisons)&&*
                    };
                    if #(#tries)||* {
                        return Ok(#evidence);
                    }
                }
            }
        };
        quote! {
            fn verify<'m>(&self, message: &Message<'m>) -> Result<Evidence<'m>, SchemeError> {
                #(#read)*
                #body
                Err(SchemeError::Mismatch(#first))
            }
        }
    }

    /// Whether one reading matches; a reading that cannot be worked out does not.
    fn attempt(&mut self, reading: &Recipe) -> TokenStream {
        let Some(tree) = &reading.tree else { return quote!(false) };
        let mut renderer = Renderer::on_message();
        let rendered = renderer.render(tree, &self.base_scope());
        let fallible = renderer.fallible;
        self.functions.extend(&renderer.functions);
        let reference = rendered.by_reference();
        if !fallible {
            return quote!(matches(#reference));
        }
        let text = reference.to_string();
        match text.strip_suffix('?').and_then(|text| text.trim().strip_prefix('&')).and_then(|text| syn::parse_str::<syn::Expr>(text).ok()) {
            Some(call) if text.matches('?').count() == 1 => quote!(#call.is_ok_and(|reading| matches(&reading))),
            _ => quote!((|| Ok::<_, SchemeError>(matches(#reference)))().unwrap_or(false)),
        }
    }

    fn evidence(&self) -> TokenStream {
        let part = |name: Option<&str>| match name {
            Some(name) => {
                let ident = names::value(name);
                quote!(Some(#ident))
            }
            None => quote!(None),
        };
        let timestamp = part(self.scheme.fresh.as_ref().map(|(name, _)| name.value.as_str()));
        let nonce = part(self.scheme.once.as_ref().map(|name| name.value.as_str()));
        quote!(Evidence { timestamp: #timestamp, nonce: #nonce })
    }

    /// The call of the method that works an expected value out. `alternative` is a variable in scope.
    fn call(&self, expected: &Expected, recipe: &Recipe, alternative: Option<&str>) -> TokenStream {
        let arguments = expected.arguments.iter().map(|name| {
            let ident = names::value(name);
            let is_part = MESSAGE_PARTS.iter().any(|(part, _)| part == name);
            if is_part && alternative != Some(name.as_str()) { quote!(message.#ident) } else { quote!(#ident) }
        });
        let method = &expected.method;
        let receiver = if self.used_secrets(recipe).is_empty() { quote!(Self::) } else { quote!(self.) };
        quote!(#receiver #method(#(#arguments),*))
    }

    fn sign(&mut self) -> TokenStream {
        let mut steps = Vec::new();
        let uses_stamp = self.scheme.fresh.is_some() || self.scheme.once.is_some();
        if let Some((timestamp, _)) = &self.scheme.fresh {
            let ident = names::value(&timestamp.value);
            steps.push(quote! { let #ident = &stamp.timestamp_millis.to_string(); });
        }
        if let Some(nonce) = &self.scheme.once {
            let ident = names::value(&nonce.value);
            steps.push(quote! { let #ident = &stamp.nonce; });
        }
        if let Some((name, readings)) = self.alternative()
            && let Some(tree) = readings.first().and_then(|reading| reading.tree.as_ref())
        {
            let mut renderer = Renderer::on_message();
            let rendered = renderer.render(tree, &self.base_scope());
            self.functions.extend(&renderer.functions);
            let (ident, tokens) = (names::value(name), rendered.by_reference());
            steps.push(quote! { let #ident = #tokens; });
        }
        let alternative = self.alternative().map(|(name, _)| name);
        for (target, recipe) in &self.scheme.equals {
            let expected = self.expected(&target.value, recipe);
            let call = self.call(&expected, recipe, alternative);
            let ident = names::value(&target.value);
            let call = if expected.fallible { quote!(#call?) } else { call };
            steps.push(quote! { let #ident = #call; });
        }
        let known: Vec<String> = self
            .scheme
            .equals
            .iter()
            .map(|(target, _)| target.value.clone())
            .chain(self.scheme.fresh.iter().map(|(name, _)| name.value.clone()))
            .chain(self.scheme.once.iter().map(|name| name.value.clone()))
            .collect();
        let is_target = |name: &str| self.scheme.equals.iter().any(|(target, _)| target.value == name);
        let carried = self.scheme.carries.iter().filter_map(|carried| {
            let place = match carried.location {
                CarriedIn::Header => quote!(Place::Header),
                CarriedIn::Query => quote!(Place::Query),
            };
            let name = &carried.wire_name;
            let value = match &carried.template {
                Some(template) => {
                    let text = raw_string(&template.value);
                    quote!(format!(#text))
                }
                None if is_target(&carried.name) => {
                    let ident = names::value(&carried.name);
                    quote!(#ident)
                }
                None if known.contains(&carried.name) => {
                    let ident = names::value(&carried.name);
                    quote!(#ident.clone())
                }
                None => return None,
            };
            let ident = names::value(&carried.name);
            Some((
                quote! {
                    let #ident = Carried {
                        place: #place,
                        name: #name,
                        value: #value,
                    };
                },
                ident,
            ))
        });
        let (attached, idents): (Vec<_>, Vec<_>) = carried.unzip();
        let stamp = if uses_stamp { format_ident!("stamp") } else { format_ident!("_stamp") };
        quote! {
            fn sign(&self, message: &Message<'_>, #stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
                #(#steps)*
                #(#attached)*
                Ok(vec![#(#idents),*])
            }
        }
    }

    fn wire_name(&self, target: &str) -> String {
        let carries = |carried: &&Carried| carried.name == target || carried.packed().contains(&target);
        self.scheme.carries.iter().find(carries).map_or_else(|| target.to_owned(), |carried| carried.wire_name.clone())
    }
}

/// A string literal that shows quotation marks as they are.
fn raw_string(text: &str) -> TokenStream {
    let raw = text.contains('"') && !text.contains("\"#");
    let literal = if raw { syn::parse_str::<TokenStream>(&format!("r#\"{text}\"#")).ok() } else { None };
    literal.unwrap_or_else(|| quote!(#text))
}

/// How a value is passed to a method.
fn reference_type(kind: Kind) -> TokenStream {
    match kind {
        Kind::Bytes => quote!(&[u8]),
        Kind::Pairs => quote!(&[(String, String)]),
        Kind::Text | Kind::Integer => quote!(&str),
    }
}

/// Reads a carried value into a variable, or what its template packs into several.
fn read(carried: &Carried) -> TokenStream {
    let wire = &carried.wire_name;
    let source = match carried.location {
        CarriedIn::Header => quote!(message.header_value(#wire)?),
        CarriedIn::Query => quote!(message.query_value(#wire)?),
    };
    let Some(template) = &carried.template else {
        let ident = names::value(&carried.name);
        return quote! { let #ident = #source; };
    };
    let form = raw_string(&template.value);
    let packed: Vec<_> = carried.packed().into_iter().map(names::value).collect();
    quote! {
        let received = #source;
        let form = #form;
        let values = template::parse(form, received).unwrap_or_default();
        let [#((_, #packed)),*] = values[..] else {
            return Err(SchemeError::Malformed(#wire));
        };
    }
}
