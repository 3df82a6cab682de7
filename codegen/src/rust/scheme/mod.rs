//! Schemes: a struct with the keys, and the recipe as code.

mod file;
mod needs;
mod sign;
mod tokens;
mod verify;

use std::collections::BTreeSet;

use koo_spec::catalogue::{Carried, CarriedIn, Family, Format, Scheme};
use koo_spec::recipe::{Kind, MESSAGE_PARTS, Recipe};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::docs::{self, Docs};
use super::names;
use super::recipe::{Renderer, Scope, Variable};
pub(super) use file::{file, needed};
use tokens::reference_type;

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
    let secrets = family.secrets.keys().map(String::as_str);
    secrets.filter(|name| scheme.mentions(name)).collect()
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

impl Emitter<'_> {
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
            Some((_, Some(millis))) => {
                let duration = duration(*millis);
                quote!(Some(#duration))
            }
            _ => quote!(None),
        };
        let reads_headers = (!reads_headers(self.scheme)).then(|| {
            quote! { const READS_HEADERS: bool = false; }
        });
        let timestamp = layout(self.scheme).map(|layout| {
            quote! { const TIMESTAMP: TimestampForm = TimestampForm::Layout(#layout); }
        });
        let (verify, sign) = (self.verify(), self.sign());
        quote! {
            impl Scheme for #name {
                const NAME: &'static str = #id;
                const FRESH: Option<Duration> = #fresh;
                #reads_headers
                #timestamp
                #verify
                #sign
            }
        }
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
}

/// Whether a signature stands in a header or covers some.
fn reads_headers(scheme: &Scheme) -> bool {
    let mut carries = scheme.carries.iter();
    carries.any(|carried| carried.location == CarriedIn::Header) || scheme.mentions("headers")
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
