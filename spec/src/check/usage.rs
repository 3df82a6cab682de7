//! Shared definitions and pages that nothing uses.

use std::collections::{HashMap, HashSet};

use super::sibling_groups;
use crate::catalogue::{Family, ListedValue, Provenance, Type, TypeShape};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::lower::Lowered;
use crate::source::Span;

pub(super) fn check(lowered: &Lowered, found: &mut Diagnostics) {
    let used: HashSet<_> = lowered.used_parameters.iter().copied().collect();
    for definition in &lowered.shared_parameters {
        if !used.contains(&definition.span) {
            found.push(unused(
                definition.category,
                &definition.name,
                definition.span,
            ));
        }
    }
    // A definition of an included file is seen by several families: one of them using it is enough.
    let mut defined: HashMap<Span, (&'static str, &str)> = HashMap::new();
    let mut used: HashSet<Span> = HashSet::new();
    for family in &lowered.catalogue.families {
        let uses = Uses::of(family);
        let mut note = |category, name, span, is_used: bool| {
            defined.insert(span, (category, name));
            if is_used {
                used.insert(span);
            }
        };
        for definition in family.types.values() {
            note(
                "type",
                definition.name.as_str(),
                definition.span,
                uses.types.contains(definition.name.as_str()),
            );
        }
        for scheme in family.schemes.values() {
            note(
                "scheme",
                scheme.id.as_str(),
                scheme.span,
                uses.schemes.contains(scheme.id.as_str()),
            );
        }
        for cipher in family.ciphers.values() {
            note(
                "cipher",
                cipher.id.as_str(),
                cipher.span,
                uses.ciphers.contains(cipher.id.as_str()),
            );
        }
        for (name, secret) in &family.secrets {
            note(
                "secret",
                name.as_str(),
                secret.span,
                uses.secrets.contains(name.as_str()),
            );
        }
        for (name, page) in &family.pages {
            note(
                "page",
                name.as_str(),
                page.span,
                uses.pages.contains(name.as_str()),
            );
        }
    }
    let mut unused_definitions: Vec<_> = defined
        .iter()
        .filter(|(span, _)| !used.contains(span))
        .collect();
    unused_definitions.sort_unstable();
    for (span, (category, name)) in unused_definitions {
        found.push(unused(category, name, *span));
    }
}

fn unused(category: &str, name: &str, span: Span) -> Diagnostic {
    let rule = if category == "page" {
        Rule::UnusedPage
    } else {
        Rule::UnusedDefinition
    };
    Diagnostic::new(rule, format!("nothing uses the {category} `{name}`"))
        .at(span, "never used")
        .hint("remove it, or allow this warning with a reason under `allow`")
}

#[derive(Default)]
struct Uses<'a> {
    types: HashSet<&'a str>,
    schemes: HashSet<&'a str>,
    ciphers: HashSet<&'a str>,
    secrets: HashSet<&'a str>,
    pages: HashSet<&'a str>,
}

impl<'a> Uses<'a> {
    fn of(family: &'a Family) -> Self {
        let mut uses = Self::default();
        for siblings in sibling_groups(family) {
            for parameter in siblings.parameters {
                if let Type::Named(name) = parameter.r#type.value.innermost() {
                    uses.types.insert(name);
                }
                if let Some(Type::Named(name)) =
                    parameter.holds.as_ref().map(|held| held.value.innermost())
                {
                    uses.types.insert(name);
                }
                uses.ciphers.extend(
                    parameter
                        .encrypted
                        .iter()
                        .map(|cipher| cipher.value.as_str()),
                );
                uses.provenance(&parameter.provenance);
                uses.listed(&parameter.values);
                let differences = parameter.differences.values().flat_map(|site| &site.pages);
                let readings = parameter.readings.iter().flat_map(|reading| &reading.pages);
                uses.pages
                    .extend(differences.chain(readings).map(|page| page.value.as_str()));
            }
        }
        for interface in &family.interfaces {
            uses.provenance(&interface.provenance);
            let reply = interface.reply_scheme.as_ref().map(|reply| &reply.scheme);
            uses.schemes.extend(
                interface
                    .scheme
                    .iter()
                    .chain(reply)
                    .map(|scheme| scheme.value.as_str()),
            );
            interface
                .idempotency
                .iter()
                .for_each(|idempotency| uses.provenance(&idempotency.provenance));
            interface
                .retry
                .iter()
                .for_each(|retry| uses.provenance(&retry.provenance));
            interface
                .behaviour
                .iter()
                .for_each(|note| uses.provenance(&note.provenance));
            let of_variants = interface
                .variants
                .values()
                .flat_map(|variant| &variant.examples);
            for example in interface.examples.iter().chain(of_variants) {
                uses.provenance(&example.provenance);
            }
            interface
                .callback
                .iter()
                .for_each(|callback| uses.provenance(&callback.provenance));
        }
        for definition in family.types.values() {
            uses.provenance(&definition.provenance);
            if let TypeShape::Enumeration(values) = &definition.shape {
                uses.listed(values);
            }
        }
        uses.schemes_and_ciphers(family);
        for code in family.codes.values() {
            uses.provenance(&code.provenance);
            code.meanings
                .iter()
                .for_each(|meaning| uses.provenance(&meaning.provenance));
        }
        family
            .applicability
            .values()
            .for_each(|site| uses.provenance(&site.provenance));
        uses.provenance(&family.transport.request_provenance);
        uses.provenance(&family.transport.reply_provenance);
        family
            .notes
            .values()
            .chain(&family.transport.notes)
            .for_each(|note| uses.provenance(&note.provenance));
        for scenario in family.scenarios.values() {
            uses.provenance(&scenario.provenance);
            let steps = scenario.steps.iter();
            steps.for_each(|step| uses.provenance(&step.provenance));
        }
        family
            .functions
            .values()
            .for_each(|function| uses.provenance(&function.provenance));
        family
            .texts
            .values()
            .for_each(|text| uses.provenance(&text.provenance));
        family
            .events
            .values()
            .for_each(|event| uses.provenance(&event.provenance));
        family.artifacts.values().for_each(|artifact| {
            uses.provenance(&artifact.provenance);
            let files = artifact.files.values().map(|file| &file.provenance);
            let forbidden = artifact.forbidden.values();
            files
                .chain(forbidden.map(|forbidden| &forbidden.provenance))
                .for_each(|provenance| uses.provenance(provenance));
        });
        for erratum in family.errata.values() {
            for reading in &erratum.readings {
                uses.pages
                    .extend(reading.pages.iter().map(|page| page.value.as_str()));
            }
        }
        uses
    }

    fn listed(&mut self, values: &'a [ListedValue]) {
        for value in values {
            self.provenance(&value.provenance);
            let cipher = value.cipher.iter();
            self.ciphers
                .extend(cipher.map(|cipher| cipher.value.as_str()));
        }
    }

    fn schemes_and_ciphers(&mut self, family: &'a Family) {
        for scheme in family.schemes.values() {
            self.provenance(&scheme.provenance);
            scheme
                .carries
                .iter()
                .for_each(|carried| self.provenance(&carried.provenance));
            scheme
                .vectors
                .iter()
                .for_each(|vector| self.provenance(&vector.provenance));
            let steps = scheme.steps.iter().flat_map(|(_, step)| &step.recipes);
            for recipe in steps.chain(
                scheme
                    .equals
                    .iter()
                    .chain(&scheme.chooses)
                    .map(|(_, recipe)| recipe),
            ) {
                self.names(recipe);
            }
        }
        for cipher in family.ciphers.values() {
            self.provenance(&cipher.provenance);
            cipher
                .vectors
                .iter()
                .for_each(|vector| self.provenance(&vector.provenance));
            let steps = cipher.steps.iter().map(|(_, recipe)| recipe);
            for recipe in steps.chain(&cipher.encrypt).chain(&cipher.decrypt) {
                self.names(recipe);
            }
        }
        family
            .secrets
            .values()
            .for_each(|secret| self.provenance(&secret.provenance));
    }

    fn names(&mut self, recipe: &'a crate::recipe::Recipe) {
        self.secrets.extend(recipe.mentioned());
    }

    fn provenance(&mut self, provenance: &'a Provenance) {
        self.pages
            .extend(provenance.pages.iter().map(|page| page.value.as_str()));
    }
}
