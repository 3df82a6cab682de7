//! What surrounds the families: the manifest, the root module, the formatter's settings, the README.

use koo_spec::catalogue::Catalogue;
use koo_spec::identifier::snake_case;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, context};
use proc_macro2::TokenStream;
use quote::quote;

use super::common::Common;
use super::docs::{self, Docs};
use super::{Options, cipher, names, print};
use crate::{BANNER, EmitError, File};

/// The files that belong to no family.
pub(super) fn emit(
    catalogue: &Catalogue,
    common: &Common,
    options: &Options,
) -> Result<Vec<File>, EmitError> {
    Ok(vec![
        template(
            "Cargo.toml",
            include_str!("templates/Cargo.toml.jinja"),
            catalogue,
            options,
        )?,
        template(
            "README.md",
            include_str!("templates/README.md.jinja"),
            catalogue,
            options,
        )?,
        template(
            "rustfmt.toml",
            include_str!("templates/rustfmt.toml.jinja"),
            catalogue,
            options,
        )?,
        root(catalogue, common)?,
    ])
}

fn template(
    path: &str,
    source: &str,
    catalogue: &Catalogue,
    options: &Options,
) -> Result<File, EmitError> {
    let failed = |error: minijinja::Error| EmitError::Template {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .keep_trailing_newline(true)
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .map_err(failed)?,
    );
    environment.add_filter("toml", |text: String| toml_string(&text));
    let package = catalogue.packages.get("rust").cloned().unwrap_or_default();
    let families: Vec<_> = catalogue
        .families
        .iter()
        .map(|family| {
            context! {
                id => &family.id,
                module => snake_case(&family.id),
                title => docs::title(&family.title),
                interfaces => family.interfaces.len(),
            }
        })
        .collect();
    let context = context! {
        banner => BANNER,
        name => &catalogue.id,
        title => docs::title(&catalogue.title),
        doc => &catalogue.doc.en,
        version => package.version.unwrap_or_else(|| "0.1.0".to_owned()),
        description => package.description.unwrap_or_else(|| catalogue.title.en.clone()),
        license => package.license,
        keywords => package.keywords,
        families => families,
        rsa => uses_rsa(catalogue),
        rsa_ciphers => has_rsa_ciphers(catalogue),
        runtime_path => &options.runtime_path,
        runtime_version => &options.runtime_version,
    };
    let contents = environment.render_str(source, context).map_err(failed)?;
    Ok(File {
        path: path.to_owned(),
        contents,
    })
}

/// A TOML basic string.
pub(crate) fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            other if other.is_control() => {
                let escape = format!("\\u{:04X}", u32::from(other));
                quoted.push_str(&escape);
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn root(catalogue: &Catalogue, common: &Common) -> Result<File, EmitError> {
    let mut docs = Docs::default();
    docs.paragraph(docs::sentence(&docs::title(&catalogue.title)));
    docs.paragraph(docs::sentence(&catalogue.doc.en));
    docs.block(
        "| feature | what it adds |\n\
         | --- | --- |\n\
         | one per family | models, validators, result codes, signing and verifying |\n\
         | `server` | the merchant's side: a trait to implement and an axum router |\n\
         | `mock` | the platform, for tests: its calling side, and the side that merchants call |\n\
         | `client` | calls over the network |",
    );
    if has_rsa_ciphers(catalogue) {
        docs.markdown("The feature `rsa` adds the ciphers that need RSA, and a library for it.");
    }
    docs.markdown("Without features there is nothing; with a family alone there is no HTTP.");
    let modules = catalogue.families.iter().map(|family| {
        let (feature, module) = (&family.id, names::value(&family.id));
        quote! { #[cfg(feature = #feature)] pub mod #module; }
    });
    let mut items = vec![quote! { pub use koo_runtime as runtime; }];
    items.extend(common.declaration());
    items.extend(modules);
    if !catalogue.sites.is_empty() {
        let docs = Docs::new("The sites on which the contract differs.").outer(0);
        let variants = catalogue.sites.iter().map(|(id, site)| {
            let docs = Docs::new(docs::sentence(&docs::title(&site.title))).outer(4);
            let name = names::r#type(id);
            quote! { #docs #name, }
        });
        items.push(quote! {
            #docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Site {
                #(#variants)*
            }
        });
        items.extend(site_names(catalogue));
    }
    print::file("src/lib.rs", &docs.inner(), &items)
}

/// The ids of sites, both ways.
fn site_names(catalogue: &Catalogue) -> [TokenStream; 2] {
    let ids: Vec<_> = catalogue.sites.keys().collect();
    let variants: Vec<_> = ids.iter().map(|id| names::r#type(id)).collect();
    let inherent = quote! {
        impl Site {
            /// Every site.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// The id of the site.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #ids,)*
                }
            }

            /// The site of an id, for settings and command lines.
            pub fn find(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|site| site.as_str() == id)
            }
        }
    };
    let display = quote! {
        impl std::fmt::Display for Site {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
    [inherent, display]
}

/// Whether a cipher stands behind the feature for RSA.
fn has_rsa_ciphers(catalogue: &Catalogue) -> bool {
    let mut ciphers = catalogue
        .families
        .iter()
        .flat_map(|family| family.ciphers.values());
    ciphers.any(cipher::needs_rsa)
}

/// Whether a scheme calls a function that the runtime has behind a feature.
fn uses_rsa(catalogue: &Catalogue) -> bool {
    let schemes = catalogue
        .families
        .iter()
        .flat_map(|family| family.schemes.values());
    schemes
        .flat_map(|scheme| {
            let steps = scheme.steps.iter().flat_map(|(_, step)| &step.recipes);
            steps.chain(scheme.equals.iter().map(|(_, recipe)| recipe))
        })
        .any(|recipe| recipe.source.contains("rsa_oaep_"))
}
