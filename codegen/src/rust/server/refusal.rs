//! Which code is answered when a call fails its scheme, and which code plays a role.

use std::collections::BTreeSet;

use koo_spec::catalogue::{Code, CodeRole, Interface, Placed, Scheme};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::{codes, names, scheme};
use super::plan::{Group, Party, Plan};

/// The functions of the service that choose codes.
pub(super) fn functions(plan: &Plan<'_>) -> TokenStream {
    let refusal = refusal_code(plan);
    if plan.party == Party::Merchant {
        return quote! { #refusal };
    }
    let roles = code_for(plan);
    let status = http_status(plan);
    quote! { #refusal #roles #status }
}

/// What a scheme's failures are answered with: patterns by code, and the code for all others.
struct Answers {
    arms: Vec<(Ident, Vec<TokenStream>)>,
    fallback: Option<Ident>,
}

impl Answers {
    /// The code as an option: where the scheme names none, the role decides.
    fn body(&self) -> TokenStream {
        let Some(fallback) = &self.fallback else {
            return quote!(None);
        };
        if self.arms.is_empty() {
            return quote!(Some(ResultCode::#fallback));
        }
        let arms = self
            .arms
            .iter()
            .map(|(variant, patterns)| quote! { #(#patterns)|* => Some(ResultCode::#variant), });
        quote! {
            match error {
                #(#arms)*
                _ => Some(ResultCode::#fallback),
            }
        }
    }
}

/// The code for each way in which a call can fail its scheme.
fn refusal_code(plan: &Plan<'_>) -> Option<TokenStream> {
    let groups: Vec<_> = plan
        .groups
        .iter()
        .map(|group| (group.name.as_str(), answers(plan, group)))
        .collect();
    let uses_error = groups.iter().any(|(_, answers)| !answers.arms.is_empty());
    let error = if uses_error { "error" } else { "_error" };
    let error = format_ident!("{error}");
    if groups.iter().all(|(_, answers)| answers.fallback.is_none()) {
        return None;
    }
    if let [(_, only)] = groups.as_slice() {
        let body = only.body();
        return Some(quote! {
            fn refusal_code(_group: &str, #error: &SchemeError) -> Option<ResultCode> {
                #body
            }
        });
    }
    let arms = groups.iter().map(|(name, answers)| {
        let own = answers.arms.iter().map(|(variant, patterns)| {
            quote! { (#name, #(#patterns)|*) => Some(ResultCode::#variant), }
        });
        let others = answers
            .fallback
            .as_ref()
            .map(|fallback| quote! { (#name, _) => Some(ResultCode::#fallback), });
        quote! { #(#own)* #others }
    });
    let subject = if uses_error {
        quote!((group, error))
    } else {
        quote!((group, _error))
    };
    Some(quote! {
        fn refusal_code(group: &str, #error: &SchemeError) -> Option<ResultCode> {
            match #subject {
                #(#arms)*
                _ => None,
            }
        }
    })
}

fn answers(plan: &Plan<'_>, group: &Group<'_>) -> Answers {
    let Some(scheme) = group.request else {
        return Answers {
            arms: Vec::new(),
            fallback: None,
        };
    };
    let mut arms = arms(plan, scheme);
    let mismatch = scheme.refusals.mismatch.as_ref();
    let mismatch = mismatch.and_then(|code| codes::variant(plan.family, &code.value));
    // Where a scheme names some codes only, the others follow the role.
    let by_role = || {
        [CodeRole::Signature, CodeRole::Internal]
            .into_iter()
            .find_map(|role| Some(names::r#type(&code_of(plan, None, role)?.name)))
    };
    let fallback = mismatch.or_else(|| by_role().filter(|_| !arms.is_empty()));
    arms.retain(|(variant, _)| Some(variant) != fallback.as_ref());
    Answers { arms, fallback }
}

fn arms(plan: &Plan<'_>, request: &Scheme) -> Vec<(Ident, Vec<TokenStream>)> {
    let refusals = &request.refusals;
    let variant = |code: &Placed<String>| codes::variant(plan.family, &code.value);
    // What is missing, by code; a template may pack several values into one header.
    let mut missing: Vec<(Ident, BTreeSet<&str>)> = Vec::new();
    for (name, code) in &refusals.missing {
        let (Some(variant), wire) = (variant(code), scheme::wire_name(request, name)) else {
            continue;
        };
        match missing.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, names)) => {
                names.insert(wire);
            }
            None => missing.push((variant, BTreeSet::from([wire]))),
        }
    }
    let missing = missing.into_iter().map(|(variant, names)| {
        let names = names.into_iter();
        (variant, quote!(SchemeError::Missing(#(#names)|*)))
    });
    let stale = refusals
        .stale
        .as_ref()
        .and_then(variant)
        .map(|variant| (variant, quote!(SchemeError::Stale { .. })));
    let replayed = refusals
        .replayed
        .as_ref()
        .and_then(variant)
        .map(|variant| (variant, quote!(SchemeError::Replayed)));
    let mut arms: Vec<(Ident, Vec<TokenStream>)> = Vec::new();
    for (variant, pattern) in missing.chain(stale).chain(replayed) {
        match arms.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, patterns)) => patterns.push(pattern),
            None => arms.push((variant, vec![pattern])),
        }
    }
    arms
}

/// The code that plays a role. Of the platform's codes one that the interface lists.
pub(super) fn code_of<'a>(
    plan: &Plan<'a>,
    interface: Option<&Interface>,
    role: CodeRole,
) -> Option<&'a Code> {
    let codes = &plan.family.codes;
    if plan.party == Party::Merchant {
        return codes.values().find(|code| code.role == Some(role));
    }
    let listed = interface
        .into_iter()
        .flat_map(|interface| &interface.reply.codes);
    listed
        .filter_map(|code| codes.get(&code.value))
        .find(|code| code.platform_role == Some(role))
}

/// The code of an interface for a role, as an expression.
pub(super) fn code(plan: &Plan<'_>, interface: &Interface, role: CodeRole) -> TokenStream {
    let roles = [role, CodeRole::Parameter, CodeRole::Internal];
    let listed = roles
        .into_iter()
        .find_map(|role| code_of(plan, Some(interface), role));
    let of_family = |role| {
        let mut codes = plan.family.codes.values();
        codes.find(|code| code.role == Some(role))
    };
    let found = listed.or_else(|| roles.into_iter().find_map(of_family));
    match found {
        Some(code) => {
            let variant = names::r#type(&code.name);
            quote!(ResultCode::#variant)
        }
        None => {
            let role = role.as_str();
            quote!(ResultCode::from(#role))
        }
    }
}

/// The codes of the platform by role, where interfaces have tables of their own.
fn code_for(plan: &Plan<'_>) -> Option<TokenStream> {
    let roles = [
        (CodeRole::Signature, "Signature"),
        (CodeRole::Parameter, "Parameter"),
        (CodeRole::NotFound, "NotFound"),
    ];
    let mut arms = Vec::new();
    for interface in &plan.interfaces {
        let variant = |role| Some(names::r#type(&code_of(plan, Some(interface), role)?.name));
        let id = &interface.id;
        let internal = variant(CodeRole::Internal);
        for (role, name) in roles {
            let Some(code) = variant(role).filter(|code| Some(code) != internal.as_ref()) else {
                continue;
            };
            let role = format_ident!("{name}");
            arms.push(quote! { (#id, CodeRole::#role) => ResultCode::#code, });
        }
        arms.extend(internal.map(|code| quote! { (#id, _) => ResultCode::#code, }));
    }
    (!arms.is_empty()).then(|| {
        quote! {
            fn code_for(interface: &str, role: CodeRole) -> ResultCode {
                match (interface, role) {
                    #(#arms)*
                    _ => role.nearest(),
                }
            }
        }
    })
}

/// Whether the scheme's errors are told apart.
pub(super) fn names_errors(plan: &Plan<'_>) -> bool {
    refusal_code(plan).is_some()
}

/// Whether codes by role are chosen.
pub(super) fn chooses_roles(plan: &Plan<'_>) -> bool {
    plan.party == Party::Platform && code_for(plan).is_some()
}

/// The HTTP statuses of codes, where some are not 200.
fn http_status(plan: &Plan<'_>) -> Option<TokenStream> {
    if !codes::has_codes(plan.family) {
        return None;
    }
    let mut statuses: Vec<(u16, Vec<Ident>)> = Vec::new();
    for code in plan.family.codes.values() {
        let Some(status) = code.http_status.filter(|status| *status != 200) else {
            continue;
        };
        let variant = names::r#type(&code.name);
        match statuses.iter_mut().find(|(known, _)| *known == status) {
            Some((_, variants)) => variants.push(variant),
            None => statuses.push((status, vec![variant])),
        }
    }
    if statuses.is_empty() {
        return None;
    }
    statuses.sort_by_key(|(status, _)| *status);
    let arms = statuses.into_iter().map(|(status, variants)| {
        let status = proc_macro2::Literal::u16_unsuffixed(status);
        quote! { #(ResultCode::#variants)|* => #status, }
    });
    Some(quote! {
        fn http_status(code: &ResultCode) -> u16 {
            match code {
                #(#arms)*
                _ => 200,
            }
        }
    })
}
