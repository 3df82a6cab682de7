//! Variants of an interface as interfaces of their own: each has its own models.

use koo_spec::catalogue::{Family, Interface, Parameter, Variant};
use koo_spec::identifier::camel_case;

/// The family with every variant beside its interface, under the id of both together. An interface that consists of its
/// variants only is left out.
pub(super) fn unfold(family: &Family) -> Family {
    let mut unfolded = family.clone();
    unfolded.interfaces = family
        .interfaces
        .iter()
        .flat_map(unfold_interface)
        .collect();
    unfolded
}

/// The interface itself, if it has parameters of its own, and its variants.
pub(super) fn unfold_interface(interface: &Interface) -> Vec<Interface> {
    let variants = interface
        .variants
        .iter()
        .map(|(name, variant)| merge(interface, name, variant));
    let is_shell = !interface.variants.is_empty()
        && interface.request.is_empty()
        && interface.reply.parameters.is_empty();
    let mut own = interface.clone();
    own.variants.clear();
    (!is_shell)
        .then_some(own)
        .into_iter()
        .chain(variants)
        .collect()
}

/// Whether an unfolded variant differs from its interface in the answer only.
pub(super) fn only_answers(interface: &Interface, unfolded: &Interface) -> bool {
    interface.variants.iter().any(|(name, variant)| {
        variant_id(interface, name) == unfolded.id
            && variant.request.is_empty()
            && variant.urls.is_empty()
            && variant.select.is_empty()
            && !variant.reply.parameters.is_empty()
    })
}

fn variant_id(interface: &Interface, name: &str) -> String {
    format!("{}{}", interface.id, camel_case(name))
}

fn merge(interface: &Interface, name: &str, variant: &Variant) -> Interface {
    let mut merged = interface.clone();
    merged.variants.clear();
    merged.id = variant_id(interface, name);
    if let Some(title) = &variant.title {
        merged.title.en = format!("{}: {}", interface.title.en, title.en);
    }
    merged.doc = variant.doc.clone().or(merged.doc);
    if !variant.urls.is_empty() {
        merged.urls.clone_from(&variant.urls);
    }
    if !variant.select.is_empty() {
        merged.select.clone_from(&variant.select);
    }
    if !variant.fallback_urls.is_empty() {
        merged.fallback_urls.clone_from(&variant.fallback_urls);
    }
    merged.request = override_with(&interface.request, &variant.request);
    merged.reply.parameters = override_with(&interface.reply.parameters, &variant.reply.parameters);
    if !variant.examples.is_empty() {
        merged.examples.clone_from(&variant.examples);
    }
    if !variant.reply.codes.is_empty() {
        merged.reply.codes.clone_from(&variant.reply.codes);
    }
    merged
}

/// The common parameters, with those of the variant in place of their namesakes.
fn override_with(common: &[Parameter], own: &[Parameter]) -> Vec<Parameter> {
    let is_own = |parameter: &&Parameter| {
        !own.iter()
            .any(|other| other.name == parameter.name && other.location == parameter.location)
    };
    common.iter().filter(is_own).chain(own).cloned().collect()
}
