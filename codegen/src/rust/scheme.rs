//! Schemes: a struct with the keys, and the recipe as code.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Carried, CarriedIn, Compare, Family, Format, Presence, Scheme};
use koo_spec::recipe::{Expression, Kind, MESSAGE_PARTS, Recipe};
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::names;
use super::recipe::{Renderer, Scope, Variable};

/// Columns for the value of a statement `let x = …;` inside a method, less the name.
const COLUMNS: usize = 70;

/// The argument that stands for the whole message.
const MESSAGE: &str = "message";

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
    let used: Vec<&str> = recipes(scheme)
        .filter_map(|recipe| recipe.tree.as_ref())
        .flat_map(Expression::names)
        .map(|(name, _)| name)
        .collect();
    family
        .secrets
        .keys()
        .map(String::as_str)
        .filter(|name| used.contains(name))
        .collect()
}

fn recipes(scheme: &Scheme) -> impl Iterator<Item = &Recipe> {
    let steps = scheme.steps.iter().flat_map(|(_, step)| &step.recipes);
    steps.chain(
        scheme
            .equals
            .iter()
            .chain(&scheme.chooses)
            .map(|(_, recipe)| recipe),
    )
}

/// Writes a scheme.
pub(super) fn emit(family: &Family, scheme: &Scheme) -> Emitted {
    let mut emitter = Emitter {
        family,
        scheme,
        secrets: secrets(family, scheme),
        functions: BTreeSet::new(),
        uses_template: scheme
            .carries
            .iter()
            .any(|carried| carried.template.is_some()),
    };
    let items = vec![
        emitter.definition(),
        emitter.inherent(),
        emitter.implementation(),
    ];
    Emitted {
        items,
        functions: emitter.functions,
        uses_template: emitter.uses_template,
    }
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
            alternatives
                .recipes
                .iter()
                .map(move |recipe| format!("{step} = {}", recipe.source))
        });
        let equals = self
            .scheme
            .equals
            .iter()
            .map(|(target, recipe)| format!("{} = {}", target.value, recipe.source));
        let lines: Vec<_> = steps.chain(equals).collect();
        docs.block(format!("```text\n{}\n```", lines.join("\n")));
        docs.markdown(docs::source(
            self.family,
            &self.scheme.provenance,
            &self.scheme.sites,
        ));
        let docs = docs.outer(0);
        let fields = self.secrets.iter().map(|secret| {
            let field = names::variable(secret);
            quote! { #field: Secret, }
        });
        // Without secrets there is nothing to ask for.
        let default = self.secrets.is_empty().then(|| quote! { , Default });
        quote! {
            #docs
            #[derive(Clone, Debug #default)]
            pub struct #name {
                #(#fields)*
            }
        }
    }

    fn inherent(&mut self) -> TokenStream {
        let name = struct_name(self.scheme);
        let idents: Vec<_> = self
            .secrets
            .iter()
            .map(|secret| names::variable(secret))
            .collect();
        let summary = if self.secrets.is_empty() {
            "The scheme, which needs no secret."
        } else {
            "The scheme with the secrets it needs."
        };
        let mut docs = Docs::new(summary);
        for secret in &self.secrets {
            if let Some(definition) = self.family.secrets.get(*secret) {
                docs.paragraph(docs::sentence(&format!(
                    "`{secret}`: {}",
                    definition.doc.en
                )));
            }
        }
        let docs = docs.outer(4);
        let methods: Vec<_> = self
            .scheme
            .equals
            .iter()
            .map(|(target, recipe)| self.method(&target.value, recipe))
            .collect();
        let readings = self.reading_methods();
        quote! {
            impl #name {
                #docs
                pub fn new(#(#idents: impl Into<Secret>),*) -> Self {
                    Self { #(#idents: #idents.into()),* }
                }
                #(#methods)*
                #(#readings)*
            }
        }
    }

    /// The step with several readings, if there is one, and its readings.
    fn alternative(&self) -> Option<(&'a str, &'a [Recipe])> {
        let step = self
            .scheme
            .steps
            .iter()
            .find(|(_, step)| step.recipes.len() > 1)?;
        Some((step.0.as_str(), step.1.recipes.as_slice()))
    }

    /// The steps a recipe needs, in order, without the one that has several readings.
    fn needed_steps(&self, recipe: &Recipe) -> Vec<(&'a str, &'a Expression)> {
        let alternative = self.alternative().map(|(name, _)| name);
        let mut needed: BTreeSet<&str> = recipe
            .tree
            .iter()
            .flat_map(Expression::names)
            .map(|(name, _)| name)
            .collect();
        let mut steps = Vec::new();
        for (name, step) in self.scheme.steps.iter().rev() {
            let Some(tree) = step.recipes.first().and_then(|recipe| recipe.tree.as_ref()) else {
                continue;
            };
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
        let used = self.used_names(recipe);
        let alternative = self.alternative().map(|(name, _)| name.to_owned());
        let parts: Vec<String> = if self.takes_message(recipe) {
            vec![MESSAGE.to_owned()]
        } else {
            MESSAGE_PARTS
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect()
        };
        let carried = self.carried_names();
        alternative
            .into_iter()
            .chain(parts)
            .chain(carried)
            .filter(|name| name == MESSAGE || used.contains(name.as_str()))
            .collect()
    }

    /// The names a recipe and the steps it needs use.
    fn used_names(&self, recipe: &Recipe) -> BTreeSet<String> {
        let steps = self.needed_steps(recipe);
        let trees = recipe
            .tree
            .iter()
            .chain(steps.iter().map(|(_, tree)| *tree));
        trees
            .flat_map(Expression::names)
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    /// Whether a method takes the whole message, since it would take too many parts of it.
    fn takes_message(&self, recipe: &Recipe) -> bool {
        let used = self.used_names(recipe);
        MESSAGE_PARTS
            .iter()
            .filter(|(name, _)| used.contains(*name))
            .count()
            > 2
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
        if let Some((step, readings)) = self.alternative()
            && step == name
        {
            let reading = readings
                .iter()
                .find_map(|reading| Some((reading, reading.tree.as_ref()?)));
            return reading.map_or(Kind::Text, |(reading, tree)| {
                let mut scope = self.base_scope();
                self.steps(
                    std::slice::from_ref(reading),
                    &mut Renderer::default(),
                    &mut scope,
                );
                Renderer::default().render(tree, &scope).kind
            });
        }
        MESSAGE_PARTS
            .iter()
            .find(|(part, _)| *part == name)
            .map_or(Kind::Text, |(_, kind)| *kind)
    }

    /// The secrets and the steps that recipes need, as variables.
    fn steps(
        &self,
        recipes: &[Recipe],
        renderer: &mut Renderer,
        scope: &mut Scope,
    ) -> Vec<TokenStream> {
        let mut statements: Vec<_> = self
            .secrets
            .iter()
            .filter(|secret| {
                recipes
                    .iter()
                    .any(|recipe| self.used_secrets(recipe).contains(secret))
            })
            .map(|secret| {
                let ident = names::variable(secret);
                quote! { let #ident = self.#ident.expose(); }
            })
            .collect();
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for (name, tree) in recipes.iter().flat_map(|recipe| self.needed_steps(recipe)) {
            if taken.insert(name) {
                let ident = names::variable(name);
                let (before, rendered) = renderer.render_within(COLUMNS - name.len(), tree, scope);
                let tokens = &rendered.tokens;
                statements.extend(before);
                statements.push(quote! { let #ident = #tokens; });
                scope.insert(
                    name.to_owned(),
                    Variable {
                        kind: rendered.kind,
                        owned: rendered.owned,
                        copied: rendered.copied,
                    },
                );
            }
        }
        statements
    }

    fn base_scope(&self) -> Scope {
        let parts = MESSAGE_PARTS.iter().map(|(name, kind)| {
            (
                (*name).to_owned(),
                Variable {
                    kind: *kind,
                    owned: false,
                    copied: false,
                },
            )
        });
        let texts = self
            .secrets
            .iter()
            .map(|name| (*name).to_owned())
            .chain(self.carried_names());
        let texts = texts.map(|name| {
            (
                name,
                Variable {
                    kind: Kind::Text,
                    owned: false,
                    copied: false,
                },
            )
        });
        parts.chain(texts).collect()
    }

    fn method(&mut self, target: &str, recipe: &Recipe) -> TokenStream {
        let expected = self.expected(target, recipe);
        let mut scope = self.base_scope();
        if let Some((name, _)) = self.alternative() {
            scope.insert(
                name.to_owned(),
                Variable {
                    kind: self.kind_of_argument(name),
                    owned: false,
                    copied: false,
                },
            );
        }
        let mut renderer = if self.takes_message(recipe) {
            Renderer::on_message()
        } else {
            Renderer::default()
        };
        let used_secrets = self.used_secrets(recipe);
        let mut steps = self.steps(std::slice::from_ref(recipe), &mut renderer, &mut scope);
        let result = recipe.tree.as_ref().map(|tree| {
            let (before, rendered) = renderer.render_within(COLUMNS, tree, &scope);
            steps.extend(before);
            let tokens = rendered.tokens;
            if rendered.owned {
                tokens
            } else {
                quote!(#tokens.to_owned())
            }
        });
        self.functions.extend(&renderer.functions);
        let arguments = expected.arguments.iter().map(|name| {
            if name == MESSAGE {
                return quote! { message: &Message<'_> };
            }
            let (ident, tokens) = (
                names::variable(name),
                reference_type(self.kind_of_argument(name)),
            );
            quote! { #ident: #tokens }
        });
        let (output, result) = if expected.fallible {
            (quote!(Result<String, SchemeError>), quote!(Ok(#result)))
        } else {
            (quote!(String), quote!(#result))
        };
        let docs = Docs::new(format!("What `{target}` must be.")).outer(4);
        let method = &expected.method;
        let receiver = if used_secrets.is_empty() {
            quote!()
        } else {
            quote!(&self,)
        };
        quote! {
            #docs
            fn #method(#receiver #(#arguments),*) -> #output {
                #(#steps)*
                #result
            }
        }
    }

    fn used_secrets(&self, recipe: &Recipe) -> Vec<&'a str> {
        let steps = self.needed_steps(recipe);
        let trees = recipe
            .tree
            .iter()
            .chain(steps.iter().map(|(_, tree)| *tree));
        let used: BTreeSet<&str> = trees
            .flat_map(Expression::names)
            .map(|(name, _)| name)
            .collect();
        self.secrets
            .iter()
            .copied()
            .filter(|secret| used.contains(secret))
            .collect()
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
            Some((_, millis)) => {
                let duration = duration(*millis);
                quote!(Some(#duration))
            }
            None => quote!(None),
        };
        let timestamp = layout(self.scheme).map(|layout| {
            quote! { const TIMESTAMP: TimestampForm = TimestampForm::Layout(#layout); }
        });
        let (verify, sign) = (self.verify(), self.sign());
        quote! {
            impl Scheme for #name {
                const NAME: &'static str = #id;
                const FRESH: Option<Duration> = #fresh;
                #timestamp
                #verify
                #sign
            }
        }
    }

    fn verify(&mut self) -> TokenStream {
        let needed = self.needed_values();
        let read: Vec<_> = self
            .scheme
            .carries
            .iter()
            .filter_map(|carried| read(carried, &needed))
            .collect();
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
                let received = names::variable(&target.value);
                let call = self.call(&expected, recipe, alternative.map(|(name, _)| name));
                let variable = &expected.method;
                let (value, comparison) = if expected.fallible {
                    let compare =
                        quote!(#variable.is_ok_and(|expected| #compare(expected, #received)));
                    (call, compare)
                } else {
                    (call, quote!(#compare(#variable, #received)))
                };
                (quote! { let #variable = #value; }, comparison)
            })
            .collect();
        let (values, comparisons): (Vec<_>, Vec<_>) = comparisons.into_iter().unzip();
        let first = self
            .scheme
            .equals
            .first()
            .map(|(target, _)| target.value.as_str())
            .unwrap_or_default();
        let first = wire_name(self.scheme, first);
        let body = match alternative {
            None => quote! {
                #(#values)*
                if #(#comparisons)&&* {
                    return Ok(#evidence);
                }
            },
            Some((name, readings)) => {
                let ident = names::variable(name);
                let kind = reference_type(self.kind_of_argument(name));
                let mut renderer = Renderer::on_message();
                let mut scope = self.base_scope();
                let steps = self.steps(readings, &mut renderer, &mut scope);
                self.functions.extend(&renderer.functions);
                let tries: Vec<_> = readings
                    .iter()
                    .map(|reading| self.attempt(reading, &scope))
                    .collect();
                quote! {
                    #(#steps)*
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
    fn attempt(&mut self, reading: &Recipe, scope: &Scope) -> TokenStream {
        let Some(tree) = &reading.tree else {
            return quote!(false);
        };
        let mut renderer = Renderer::on_message();
        let rendered = renderer.render(tree, scope);
        let fallible = renderer.fallible;
        self.functions.extend(&renderer.functions);
        let reference = rendered.by_reference();
        if !fallible {
            return quote!(matches(#reference));
        }
        let text = reference.to_string();
        match text
            .strip_suffix('?')
            .and_then(|text| text.trim().strip_prefix('&'))
            .and_then(|text| syn::parse_str::<syn::Expr>(text).ok())
        {
            Some(call) if text.matches('?').count() == 1 => {
                quote!(#call.is_ok_and(|reading| matches(&reading)))
            }
            _ if self.is_own_method(reading) => {
                let method = self.reading_method(reading);
                quote!(Self::#method(message).is_ok_and(|reading| matches(&reading)))
            }
            _ => quote!((|| Ok::<_, SchemeError>(matches(#reference)))().unwrap_or(false)),
        }
    }

    /// Whether a reading is worked out by a method of its own: it can fail in several places and needs the message only.
    fn is_own_method(&self, reading: &Recipe) -> bool {
        let Some(tree) = &reading.tree else {
            return false;
        };
        let mut renderer = Renderer::on_message();
        let rendered = renderer.render(tree, &self.base_scope());
        let is_part = |name: &str| MESSAGE_PARTS.iter().any(|(part, _)| *part == name);
        rendered.owned
            && rendered.tokens.to_string().matches('?').count() > 1
            && tree.names().into_iter().all(|(name, _)| is_part(name))
    }

    fn reading_method(&self, reading: &Recipe) -> Ident {
        let (name, readings) = self.alternative().unwrap_or_default();
        let number = readings
            .iter()
            .position(|other| other == reading)
            .unwrap_or_default()
            + 1;
        names::value(&format!("{name}_reading_{number}"))
    }

    /// The methods that work out readings.
    fn reading_methods(&mut self) -> Vec<TokenStream> {
        let readings = self
            .alternative()
            .map(|(_, readings)| readings)
            .unwrap_or_default();
        let mut methods = Vec::new();
        for reading in readings {
            let Some(tree) = reading
                .tree
                .as_ref()
                .filter(|_| self.is_own_method(reading))
            else {
                continue;
            };
            let mut renderer = Renderer::on_message();
            let rendered = renderer.render(tree, &self.base_scope());
            self.functions.extend(&renderer.functions);
            let (method, tokens) = (self.reading_method(reading), rendered.tokens);
            let output = match rendered.kind {
                Kind::Bytes => quote!(Vec<u8>),
                Kind::Pairs => quote!(Vec<(String, String)>),
                Kind::Text | Kind::Integer => quote!(String),
            };
            let docs = Docs::new(format!("One reading: `{}`.", reading.source)).outer(4);
            methods.push(quote! {
                #docs
                fn #method(message: &Message<'_>) -> Result<#output, SchemeError> {
                    Ok(#tokens)
                }
            });
        }
        methods
    }

    /// The carried values that verifying looks at.
    fn needed_values(&self) -> BTreeSet<&'a str> {
        let scheme = self.scheme;
        let compared = scheme.equals.iter().map(|(target, _)| target);
        let checked = scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&scheme.once);
        let used = recipes(scheme)
            .filter_map(|recipe| recipe.tree.as_ref())
            .flat_map(Expression::names)
            .map(|(name, _)| name);
        compared
            .chain(checked)
            .map(|name| name.value.as_str())
            .chain(used)
            .collect()
    }

    fn evidence(&self) -> TokenStream {
        let part = |name: Option<&str>| match name {
            Some(name) => {
                let ident = names::variable(name);
                quote!(Some(#ident))
            }
            None => quote!(None),
        };
        let timestamp = part(
            self.scheme
                .fresh
                .as_ref()
                .map(|(name, _)| name.value.as_str()),
        );
        let nonce = part(self.scheme.once.as_ref().map(|name| name.value.as_str()));
        quote!(Evidence { timestamp: #timestamp, nonce: #nonce })
    }

    /// The call of the method that works an expected value out. `alternative` is a variable in scope.
    fn call(&self, expected: &Expected, recipe: &Recipe, alternative: Option<&str>) -> TokenStream {
        let arguments: Vec<_> = expected
            .arguments
            .iter()
            .map(|name| {
                if name == MESSAGE {
                    return quote!(message);
                }
                let ident = names::variable(name);
                let is_part = MESSAGE_PARTS.iter().any(|(part, _)| part == name);
                if is_part && alternative != Some(name.as_str()) {
                    quote!(message.#ident)
                } else {
                    quote!(#ident)
                }
            })
            .collect();
        let method = &expected.method;
        if self.used_secrets(recipe).is_empty() {
            return quote!(Self::#method(#(#arguments),*));
        }
        let call = quote!(self.#method(#(#arguments),*));
        // A call that needs several lines reads better as a function than as a chain.
        if call.to_string().len() > COLUMNS {
            quote!(Self::#method(self, #(#arguments),*))
        } else {
            call
        }
    }

    /// The values that signing makes itself.
    fn made_values(&self) -> Vec<&'a str> {
        let scheme = self.scheme;
        let stamped = scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&scheme.once);
        let chosen = scheme.chooses.iter().map(|(target, _)| target);
        scheme
            .equals
            .iter()
            .map(|(target, _)| target)
            .chain(stamped)
            .chain(chosen)
            .map(|name| name.value.as_str())
            .collect()
    }

    /// Values that recipes use and that signing does not make: the message to be signed must bring them.
    fn given_values(&self) -> Vec<TokenStream> {
        let made = self.made_values();
        let needed: BTreeSet<&str> = self
            .needed_values()
            .into_iter()
            .filter(|name| !made.contains(name))
            .collect();
        let given = self.scheme.carries.iter().filter(|carried| {
            let names = if carried.template.is_some() {
                carried.packed()
            } else {
                vec![carried.name.as_str()]
            };
            names.iter().any(|name| needed.contains(name))
                && !names.iter().any(|name| made.contains(name))
        });
        given.filter_map(|carried| read(carried, &needed)).collect()
    }

    /// Where recipes cover the query or the headers, those are signed with the values that signing adds to them, but
    /// without signatures.
    fn signed_pairs(&self, location: CarriedIn) -> Option<TokenStream> {
        let part = match location {
            CarriedIn::Query => "query",
            CarriedIn::Header => "headers",
        };
        let stamped = self
            .scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&self.scheme.once);
        let stamped: Vec<&str> = stamped.map(|name| name.value.as_str()).collect();
        let added = self.scheme.carries.iter().filter(|carried| {
            carried.location == location
                && carried.template.is_none()
                && stamped.contains(&carried.name.as_str())
        });
        let pairs = format_ident!("{part}");
        let added: Vec<_> = added
            .map(|carried| {
                let (wire, ident) = (&carried.wire_name, names::variable(&carried.name));
                quote! { #pairs.push((#wire.to_owned(), #ident.clone())); }
            })
            .collect();
        if added.is_empty() || !self.needed_values().contains(part) {
            return None;
        }
        Some(quote! {
            let mut #pairs = message.#pairs.to_vec();
            #(#added)*
            let #pairs = &#pairs;
            let message = &Message { #pairs, ..*message };
        })
    }

    /// What carries a value that nobody makes together with one that signing makes.
    fn unmakeable(&self) -> Option<&'a Carried> {
        let made = self.made_values();
        self.scheme.carries.iter().find(|carried| {
            let packed = carried.packed();
            packed.iter().any(|name| made.contains(name))
                && !packed.iter().all(|name| made.contains(name))
        })
    }

    fn sign(&mut self) -> TokenStream {
        if let Some(carried) = self.unmakeable() {
            let wire = &carried.wire_name;
            return quote! {
                fn sign(&self, _message: &Message<'_>, _stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
                    Err(SchemeError::Missing(#wire))
                }
            };
        }
        let mut steps = Vec::new();
        let uses_stamp = self.scheme.fresh.is_some() || self.scheme.once.is_some();
        if let Some((timestamp, _)) = &self.scheme.fresh {
            let ident = names::variable(&timestamp.value);
            steps.push(quote! { let #ident = &Self::TIMESTAMP.write(stamp.timestamp_millis); });
        }
        if let Some(nonce) = &self.scheme.once {
            let ident = names::variable(&nonce.value);
            steps.push(quote! { let #ident = &stamp.nonce; });
        }
        steps.extend(self.given_values());
        steps.extend(self.signed_pairs(CarriedIn::Query));
        steps.extend(self.signed_pairs(CarriedIn::Header));
        for (target, recipe) in &self.scheme.chooses {
            let Some(tree) = &recipe.tree else { continue };
            let mut renderer = Renderer::on_message();
            let rendered = renderer.render(tree, &self.base_scope());
            self.functions.extend(&renderer.functions);
            let (ident, tokens) = (names::variable(&target.value), rendered.by_reference());
            steps.push(quote! { let #ident = #tokens; });
        }
        if let Some((name, readings)) = self.alternative()
            && let Some(first) = readings.first()
            && let Some(tree) = first.tree.as_ref()
        {
            let mut renderer = Renderer::on_message();
            let mut scope = self.base_scope();
            steps.extend(self.steps(std::slice::from_ref(first), &mut renderer, &mut scope));
            let rendered = renderer.render(tree, &scope);
            self.functions.extend(&renderer.functions);
            let (ident, tokens) = (names::variable(name), rendered.by_reference());
            steps.push(quote! { let #ident = #tokens; });
        }
        let alternative = self.alternative().map(|(name, _)| name);
        for (target, recipe) in &self.scheme.equals {
            let expected = self.expected(&target.value, recipe);
            let call = self.call(&expected, recipe, alternative);
            let ident = names::variable(&target.value);
            let call = if expected.fallible {
                quote!(#call?)
            } else {
                call
            };
            steps.push(quote! { let #ident = #call; });
        }
        let known = self.made_values();
        let is_target = |name: &str| {
            self.scheme
                .equals
                .iter()
                .any(|(target, _)| target.value == name)
        };
        let carried = self.scheme.carries.iter().filter_map(|carried| {
            let place = match carried.location {
                CarriedIn::Header => quote!(Place::Header),
                CarriedIn::Query => quote!(Place::Query),
            };
            let name = &carried.wire_name;
            let value = match &carried.template {
                Some(template) => {
                    let text = raw_string(&captures(&template.value, &carried.packed()));
                    quote!(format!(#text))
                }
                None if is_target(&carried.name) => {
                    let ident = names::variable(&carried.name);
                    quote!(#ident)
                }
                None if known.contains(&carried.name.as_str()) => {
                    let ident = names::variable(&carried.name);
                    quote!(#ident.clone())
                }
                None => return None,
            };
            let ident = names::variable(&carried.name);
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
        let uses_message = steps.iter().chain(&attached).any(uses_message);
        let message = if uses_message {
            format_ident!("message")
        } else {
            format_ident!("_message")
        };
        let stamp = if uses_stamp {
            format_ident!("stamp")
        } else {
            format_ident!("_stamp")
        };
        quote! {
            fn sign(&self, #message: &Message<'_>, #stamp: &Stamp) -> Result<Vec<Carried>, SchemeError> {
                #(#steps)*
                #(#attached)*
                Ok(vec![#(#idents),*])
            }
        }
    }
}

/// The layout of the carried timestamp, if it is not epoch time.
fn layout(scheme: &Scheme) -> Option<&str> {
    let (name, _) = scheme.fresh.as_ref()?;
    let carried = scheme
        .carries
        .iter()
        .find(|carried| carried.name == name.value)?;
    match carried.format.as_ref()? {
        Format::Timestamp(timestamp) => timestamp.layouts.first().map(String::as_str),
        _ => None,
    }
}

/// A string literal that shows quotation marks as they are.
fn raw_string(text: &str) -> TokenStream {
    let raw = text.contains('"') && !text.contains("\"#");
    let literal = if raw {
        syn::parse_str::<TokenStream>(&format!("r#\"{text}\"#")).ok()
    } else {
        None
    };
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

fn uses_message(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => uses_message(&group.stream()),
        TokenTree::Ident(ident) => ident == "message",
        _ => false,
    })
}

/// The text of a template with the variables of the code in its braces.
fn captures(template: &str, packed: &[&str]) -> String {
    packed.iter().fold(template.to_owned(), |text, name| {
        text.replace(
            &format!("{{{name}}}"),
            &format!("{{{}}}", names::variable(name)),
        )
    })
}

/// Reads a carried value into a variable, or what its template packs into several. Of a value that nothing uses it is
/// only checked that it is there, if it must be.
fn read(carried: &Carried, needed: &BTreeSet<&str>) -> Option<TokenStream> {
    let wire = &carried.wire_name;
    let source = match carried.location {
        CarriedIn::Header => quote!(message.header_value(#wire)?),
        CarriedIn::Query => quote!(message.query_value(#wire)?),
    };
    let packed = carried.packed();
    let names = if carried.template.is_some() {
        packed.as_slice()
    } else {
        &[carried.name.as_str()]
    };
    if !names.iter().any(|name| needed.contains(name)) {
        return (carried.presence == Presence::Mandatory).then(|| quote! { #source; });
    }
    let Some(template) = &carried.template else {
        let ident = names::variable(&carried.name);
        return Some(quote! { let #ident = #source; });
    };
    let form = raw_string(&template.value);
    let patterns = packed.iter().map(|name| {
        if needed.contains(name) {
            let ident = names::variable(name);
            quote! { (_, #ident) }
        } else {
            quote! { _ }
        }
    });
    Some(quote! {
        let received = #source;
        let form = #form;
        let values = template::parse(form, received).unwrap_or_default();
        let [#(#patterns),*] = values[..] else {
            return Err(SchemeError::Malformed(#wire));
        };
    })
}

/// A duration of so many milliseconds.
pub(super) fn duration(millis: u64) -> TokenStream {
    if millis.is_multiple_of(1000) {
        let seconds = Literal::u64_unsuffixed(millis / 1000);
        quote!(Duration::from_secs(#seconds))
    } else {
        let millis = Literal::u64_unsuffixed(millis);
        quote!(Duration::from_millis(#millis))
    }
}

/// The name on the wire of what carries a value, alone or packed with others.
pub(super) fn wire_name<'a>(scheme: &'a Scheme, name: &'a str) -> &'a str {
    let carries = |carried: &&Carried| carried.name == name || carried.packed().contains(&name);
    scheme
        .carries
        .iter()
        .find(carries)
        .map_or(name, |carried| &carried.wire_name)
}
