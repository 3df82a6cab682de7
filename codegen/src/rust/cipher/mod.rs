//! Ciphers: a struct with the secrets, its recipes as code, and the methods of models whose fields are encrypted.

mod choice;
mod fields;

use std::collections::BTreeSet;

use koo_spec::catalogue::{Cipher, Family, RandomText};
use koo_spec::recipe::{Expression, ExpressionKind, Function, Kind, Recipe};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::docs::{self, Docs};
use super::imports::{Import, imports};
use super::names;
use super::recipe::{Renderer, Scope, Variable};
pub(super) use fields::methods;

/// Columns for the value of a statement `let x = …;` inside a method, less the name.
const COLUMNS: usize = 70;

/// Whether a cipher calls a function that the runtime has behind a feature.
pub(super) fn needs_rsa(cipher: &Cipher) -> bool {
    recipes(cipher)
        .filter_map(|recipe| recipe.tree.as_ref())
        .any(|tree| tree.calls(Function::RsaOaepDecrypt) || tree.calls(Function::RsaOaepEncrypt))
}

/// Whether a family has ciphers with RSA, or without.
pub(super) fn any(family: &Family, with_rsa: bool) -> bool {
    let mut ciphers = family.ciphers.values();
    ciphers.any(|cipher| needs_rsa(cipher) == with_rsa)
}

fn recipes(cipher: &Cipher) -> impl Iterator<Item = &Recipe> {
    let steps = cipher.steps.iter().map(|(_, recipe)| recipe);
    steps.chain(&cipher.encrypt).chain(&cipher.decrypt)
}

/// The ciphers of a family with RSA, or those without and the choice between them, behind their imports.
pub(super) fn items(family: &Family, with_rsa: bool) -> Vec<TokenStream> {
    let ciphers = family.ciphers.values();
    let ciphers: Vec<_> = ciphers
        .filter(|cipher| needs_rsa(cipher) == with_rsa)
        .collect();
    let mut functions = BTreeSet::new();
    let mut items = Vec::new();
    for cipher in &ciphers {
        let emitter = Emitter { family, cipher };
        items.push(emitter.definition());
        items.push(emitter.inherent(&mut functions));
        items.extend(emitter.implementations(&mut functions));
    }
    let choices: Vec<_> = choice::choices(family)
        .into_iter()
        .filter(|_| !with_rsa)
        .collect();
    let chosen = choices.iter().map(|(name, _)| name.to_string());
    let chosen: Vec<_> = chosen.collect();
    items.extend(
        choices
            .iter()
            .map(|(name, values)| choice::method(family, name, values)),
    );
    let has = |recipe: fn(&Cipher) -> bool| ciphers.iter().any(|cipher| recipe(cipher));
    let traits = ["CipherError"]
        .into_iter()
        .chain((!chosen.is_empty()).then_some("Cipher"))
        .chain(has(|cipher| cipher.decrypt.is_some()).then_some("Decrypt"))
        .chain(has(|cipher| cipher.encrypt.is_some()).then_some("Encrypt"));
    let draws = has(|cipher| cipher.encrypt.is_some() && !cipher.random.is_empty());
    let mut all = imports([
        Import::of("koo_runtime", draws.then_some("random")),
        Import::of("koo_runtime::cipher", traits),
        Import::of("koo_runtime::crypto", functions),
        Import::of("koo_runtime::secret", ["Secret"]),
        Import::of("super", chosen.iter().map(String::as_str)),
    ]);
    all.append(&mut items);
    all
}

fn struct_name(cipher: &Cipher) -> Ident {
    names::item(&cipher.id)
}

struct Emitter<'a> {
    family: &'a Family,
    cipher: &'a Cipher,
}

/// A recipe as the body of a method.
struct Body {
    statements: Vec<TokenStream>,
    result: TokenStream,
    kind: Kind,
    owned: bool,
}

impl<'a> Emitter<'a> {
    /// The secrets that the recipes use, in the order of the family.
    fn secrets(&self) -> Vec<&'a str> {
        secrets(self.family, self.cipher)
    }

    fn definition(&self) -> TokenStream {
        let cipher = self.cipher;
        let name = struct_name(cipher);
        let mut docs = Docs::new(docs::sentence(&cipher.doc.en));
        if let Some(title) = &cipher.title {
            docs.paragraph(docs::sentence(&docs::title(title)));
        }
        let line = |name: &str, recipe: &Recipe| format!("{name} = {}", recipe.source);
        let steps = cipher.steps.iter().map(|(name, recipe)| line(name, recipe));
        let encrypt = cipher.encrypt.iter().map(|recipe| line("sealed", recipe));
        let decrypt = cipher.decrypt.iter().map(|recipe| line("plain", recipe));
        let lines: Vec<_> = steps.chain(encrypt).chain(decrypt).collect();
        docs.block(format!("```text\n{}\n```", lines.join("\n")));
        if let Some(note) = &cipher.provenance.note {
            docs.paragraph(docs::sentence(&note.en));
        }
        docs.markdown(docs::source(self.family, &cipher.provenance, &[]));
        let docs = docs.outer(0);
        let fields = self.secrets().into_iter().map(names::variable);
        let default = self.secrets().is_empty().then(|| quote! { , Default });
        quote! {
            #docs
            #[derive(Clone, Debug #default)]
            pub struct #name {
                #(#fields: Secret,)*
            }
        }
    }

    fn inherent(&self, functions: &mut BTreeSet<&'static str>) -> TokenStream {
        let name = struct_name(self.cipher);
        let idents: Vec<_> = self.secrets().into_iter().map(names::variable).collect();
        let mut docs = Docs::new("The cipher with the secrets it needs.");
        for secret in self.secrets() {
            if let Some(definition) = self.family.secrets.get(secret) {
                let text = format!("`{secret}`: {}", definition.doc.en);
                docs.paragraph(docs::sentence(&text));
            }
        }
        let docs = docs.outer(4);
        let given = self.encrypt_given(functions);
        quote! {
            impl #name {
                #docs
                pub fn new(#(#idents: impl Into<Secret>),*) -> Self {
                    Self { #(#idents: #idents.into()),* }
                }
                #given
            }
        }
    }

    /// Encryption with random texts of the caller's choice, if any are drawn.
    fn encrypt_given(&self, functions: &mut BTreeSet<&'static str>) -> Option<TokenStream> {
        let random = &self.cipher.random;
        let recipe = self
            .cipher
            .encrypt
            .as_ref()
            .filter(|_| !random.is_empty())?;
        let body = self.encryption(recipe, functions);
        let drawn = random.iter().map(|(name, _)| names::variable(name));
        let texts: Vec<_> = random
            .iter()
            .map(|(name, text)| format!("`{name}`, {}", words(*text)))
            .collect();
        let mut docs = Docs::new("Encrypts with random texts that were drawn already.");
        docs.markdown(format!(
            "For test vectors. Each is for one value only: {}.",
            texts.join("; ")
        ));
        let docs = docs.outer(4);
        Some(quote! {
            #docs
            pub fn encrypt_with(&self, plain: &str, #(#drawn: &str),*) -> Result<String, CipherError> {
                #body
            }
        })
    }

    fn implementations(&self, functions: &mut BTreeSet<&'static str>) -> Vec<TokenStream> {
        let name = struct_name(self.cipher);
        let encrypt = self.cipher.encrypt.as_ref().map(|recipe| {
            let body = if self.cipher.random.is_empty() {
                self.encryption(recipe, functions)
            } else {
                self.draw_and_encrypt()
            };
            quote! {
                impl Encrypt for #name {
                    fn encrypt(&self, plain: &str) -> Result<String, CipherError> {
                        #body
                    }
                }
            }
        });
        let decrypt = self.cipher.decrypt.as_ref().map(|recipe| {
            let body = self.decryption(recipe, functions);
            quote! {
                impl Decrypt for #name {
                    fn decrypt(&self, sealed: &str) -> Result<Secret, CipherError> {
                        #body
                    }
                }
            }
        });
        encrypt.into_iter().chain(decrypt).collect()
    }

    fn draw_and_encrypt(&self) -> TokenStream {
        let random = &self.cipher.random;
        let draws = random.iter().map(|(name, text)| {
            let ident = names::variable(name);
            let alphabet = format_ident!("{}", if text.hex { "hex" } else { "alphanumeric" });
            let length = Literal::u64_unsuffixed(text.length);
            quote! { let #ident = random::#alphabet(#length)?; }
        });
        let given = random.iter().map(|(name, _)| {
            let ident = names::variable(name);
            quote! { &#ident }
        });
        quote! {
            #(#draws)*
            self.encrypt_with(plain, #(#given),*)
        }
    }

    fn encryption(&self, recipe: &Recipe, functions: &mut BTreeSet<&'static str>) -> TokenStream {
        let body = self.body(recipe.tree.as_ref(), "plain", Kind::Bytes, functions);
        let (statements, result) = (&body.statements, &body.result);
        let owned = (!body.owned).then(|| quote! { .to_owned() });
        quote! {
            let plain = plain.as_bytes();
            #(#statements)*
            Ok(#result #owned)
        }
    }

    fn decryption(&self, recipe: &Recipe, functions: &mut BTreeSet<&'static str>) -> TokenStream {
        let tree = recipe.tree.as_ref().map(without_text);
        let body = self.body(tree, "sealed", Kind::Text, functions);
        let (statements, result) = (&body.statements, &body.result);
        if body.kind != Kind::Bytes {
            return quote! { #(#statements)* Ok(Secret::from(#result)) };
        }
        functions.insert("utf8");
        // The bytes become the secret as they are: no copy of them stays behind.
        quote! {
            #(#statements)*
            let plain = #result;
            Ok(Secret::from(utf8(plain)?))
        }
    }

    /// A recipe, over one argument, behind the secrets and the steps it needs.
    fn body(
        &self,
        tree: Option<&Expression>,
        argument: &str,
        kind: Kind,
        functions: &mut BTreeSet<&'static str>,
    ) -> Body {
        let steps = self.needed_steps(tree);
        let trees = tree.into_iter().chain(steps.iter().map(|(_, tree)| *tree));
        let used: BTreeSet<&str> = trees
            .flat_map(Expression::names)
            .map(|(name, _)| name)
            .collect();
        let text = Variable {
            kind: Kind::Text,
            owned: false,
            copied: false,
        };
        let mut scope = Scope::new();
        scope.insert(argument.to_owned(), Variable { kind, ..text });
        for (name, _) in &self.cipher.random {
            scope.insert(name.clone(), text);
        }
        let mut statements = Vec::new();
        for secret in self.secrets() {
            if used.contains(secret) {
                let ident = names::variable(secret);
                statements.push(quote! { let #ident = self.#ident.expose(); });
                scope.insert(secret.to_owned(), text);
            }
        }
        let mut renderer = Renderer::default();
        for (name, tree) in steps {
            let ident = names::variable(name);
            let (before, rendered) = renderer.render_within(COLUMNS - name.len(), tree, &scope);
            let tokens = &rendered.tokens;
            statements.extend(before);
            statements.push(quote! { let #ident = #tokens; });
            let variable = Variable {
                kind: rendered.kind,
                owned: rendered.owned,
                copied: rendered.copied,
            };
            scope.insert(name.to_owned(), variable);
        }
        let mut body = Body {
            statements,
            result: TokenStream::new(),
            kind: Kind::Text,
            owned: false,
        };
        if let Some(tree) = tree {
            let (before, rendered) = renderer.render_within(COLUMNS, tree, &scope);
            body.statements.extend(before);
            body.result = rendered.tokens;
            body.kind = rendered.kind;
            body.owned = rendered.owned;
        }
        functions.extend(&renderer.functions);
        body
    }

    /// The steps a recipe needs, in order.
    fn needed_steps(&self, tree: Option<&Expression>) -> Vec<(&'a str, &'a Expression)> {
        let names =
            |tree: &'a Expression| tree.names().into_iter().map(|(name, _)| name.to_owned());
        let own = tree.into_iter().flat_map(Expression::names);
        let mut needed: BTreeSet<String> = own.map(|(name, _)| name.to_owned()).collect();
        let mut steps = Vec::new();
        for (name, step) in self.cipher.steps.iter().rev() {
            if let Some(tree) = step.tree.as_ref().filter(|_| needed.contains(name)) {
                needed.extend(names(tree));
                steps.push((name.as_str(), tree));
            }
        }
        steps.reverse();
        steps
    }
}

/// What a conversion of bytes to text converts; any other expression as it is. Results become text in any case.
fn without_text(tree: &Expression) -> &Expression {
    match &tree.kind {
        ExpressionKind::Call(Function::Text, arguments) => arguments.first().unwrap_or(tree),
        _ => tree,
    }
}

/// What a random text is, in words.
fn words(text: RandomText) -> String {
    let characters = if text.hex {
        "hexadecimal digits"
    } else {
        "letters and digits"
    };
    format!("{} {characters}", text.length)
}

/// The secrets that the recipes of a cipher use, in the order of the family.
fn secrets<'a>(family: &'a Family, cipher: &Cipher) -> Vec<&'a str> {
    let trees = recipes(cipher).filter_map(|recipe| recipe.tree.as_ref());
    let used: Vec<&str> = trees
        .flat_map(Expression::names)
        .map(|(name, _)| name)
        .collect();
    let known = family.secrets.keys().map(String::as_str);
    known.filter(|name| used.contains(name)).collect()
}
