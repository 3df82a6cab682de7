//! The implementation that takes calls to the methods of the trait.

use koo_spec::catalogue::{CarriedIn, Interface, Location, Type};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::super::{interface, names, scheme};
use super::plan::{Party, Plan, reply_fields};
use super::{refusal, settings};

/// Longest method name whose call has room on one line.
const MAX_METHOD: usize = 32;

/// The struct around the implementor, and its dispatch.
pub(super) fn items(plan: &Plan<'_>) -> Vec<TokenStream> {
    let (holder, generic, bound) = idents(plan);
    let schemes = match plan.only_group() {
        Some(group) => settings::pair(group),
        None => quote!(Keys),
    };
    let (code, message) = plan.fields();
    let limit = message_limit(plan, &message).map(|limit| {
        let limit = proc_macro2::Literal::u64_unsuffixed(limit);
        quote! { const MESSAGE_MAX_CHARS: usize = #limit; }
    });
    let mut only_route = None;
    let addressing = if plan.routed {
        let routes = plan
            .interfaces
            .iter()
            .map(|interface| route(plan, interface));
        match routes.collect::<Vec<_>>().as_slice() {
            [only] => {
                only_route = Some(quote! { const ROUTE: Route = #only; });
                quote! { const ROUTES: &'static [Route] = &[ROUTE]; }
            }
            routes => quote! { const ROUTES: &'static [Route] = &[#(#routes),*]; },
        }
    } else {
        let selector = plan.family.selector().unwrap_or_default();
        quote! { const SELECTOR: &'static str = #selector; }
    };
    let unknown =
        (plan.party == Party::Platform).then(|| quote! { const UNKNOWN_STATUS: u16 = 404; });
    let input = (!plan.routed && plan.in_query()).then(|| {
        let except = carried_in_query(plan, plan.interfaces.first().copied());
        quote! { const INPUT: Input = Input::query(&[#(#except),*]); }
    });
    let arms = plan
        .interfaces
        .iter()
        .filter_map(|interface| arm(plan, interface, &holder, &generic));
    let codes = refusal::functions(plan);
    let family = &plan.family.id;
    let definition = quote! {
        struct Service<#generic> {
            #holder: #generic,
        }
    };
    let implementation = quote! {
        impl<#generic: #bound> Family for Service<#generic> {
            type Code = ResultCode;
            type Schemes = #schemes;
            const NAME: &'static str = #family;
            #addressing
            const CODE_FIELD: &'static str = #code;
            const MESSAGE_FIELD: &'static str = #message;
            #limit
            #unknown
            #input
            #codes
            async fn dispatch(&self, call: Incoming<'_>) -> Outcome<ResultCode> {
                let #holder = &self.#holder;
                match call.selected() {
                    #(#arms)*
                    _ => call.unknown(),
                }
            }
        }
    };
    only_route
        .into_iter()
        .chain([definition, implementation])
        .collect()
}

/// The field, the type parameter and the trait of a party.
pub(super) fn idents(plan: &Plan<'_>) -> (Ident, Ident, Ident) {
    let bound = plan.party.trait_name();
    let generic = bound.get(..1).unwrap_or(bound);
    (
        format_ident!("{}", bound.to_lowercase()),
        format_ident!("{generic}"),
        format_ident!("{bound}"),
    )
}

fn arm(
    plan: &Plan<'_>,
    interface: &Interface,
    holder: &Ident,
    generic: &Ident,
) -> Option<TokenStream> {
    let selected = if plan.routed {
        &interface.id
    } else {
        &interface.select.get(plan.family.selector()?)?.value
    };
    let method = names::method(&interface.id);
    Some(if method.to_string().len() > MAX_METHOD {
        quote! {
            #selected => {
                let method = #generic::#method;
                call.answer(|call| method(#holder, call)).await
            }
        }
    } else {
        quote! { #selected => call.answer(|call| #holder.#method(call)).await, }
    })
}

/// The names of values that a scheme puts into the query.
fn carried_in_query<'a>(plan: &'a Plan<'_>, interface: Option<&Interface>) -> Vec<&'a str> {
    let request = interface
        .and_then(|interface| plan.group_of(interface))
        .and_then(|group| group.request);
    let carries = request.into_iter().flat_map(|scheme| &scheme.carries);
    carries
        .filter(|carried| carried.location == CarriedIn::Query)
        .map(|carried| carried.wire_name.as_str())
        .collect()
}

fn route(plan: &Plan<'_>, interface: &Interface) -> TokenStream {
    let request = names::item(&interface::request_name(interface));
    let group = plan.group_of(interface).map_or("", |group| &group.name);
    let select = interface.select.iter().next().map(|(name, value)| {
        let value = &value.value;
        quote! { select: Some((#name, #value)), }
    });
    let input = input(plan, interface);
    let fields = fields(plan, interface);
    let is_xml = interface.reply.content_type.as_deref();
    let xml = is_xml.filter(|kind| kind.ends_with("xml")).map(|_| {
        let prefix = interface.reply.xml_prefix.as_deref().unwrap_or_default();
        let namespace = interface.reply.xml_namespace.as_deref().unwrap_or_default();
        let when = interface.reply.xml_when.iter().next().map(|(name, value)| {
            let value = &value.value;
            quote! { .when(#name, #value) }
        });
        quote! { xml: Some(Xml::new(#prefix, #namespace) #when), }
    });
    let base = quote! { Route::of::<#request>(#group) };
    let own = quote! { #select #input #fields #xml };
    if own.is_empty() {
        base
    } else {
        quote! { Route { #own ..#base } }
    }
}

/// Where the parameters are, unless in a JSON body.
fn input(plan: &Plan<'_>, interface: &Interface) -> Option<TokenStream> {
    let names = |location, is_meant: fn(&Type) -> bool| -> Vec<String> {
        interface
            .at(location)
            .filter(|parameter| is_meant(&parameter.r#type.value))
            .map(|parameter| parameter.name.clone())
            .collect()
    };
    let has = |location| interface.at(location).next().is_some();
    let query = names(Location::Query, |_| true);
    let beside_body = (!query.is_empty()).then(|| quote! { query: &[#(#query),*], });
    if has(Location::Body) {
        beside_body
    } else if has(Location::Form) {
        Some(quote! { #beside_body input: Input::Form, })
    } else if has(Location::Part) {
        let binary = names(Location::Part, |kind| matches!(kind, Type::Binary));
        let json = names(Location::Part, |kind| {
            matches!(
                kind,
                Type::Object(_) | Type::Named(_) | Type::List(_) | Type::Map(_) | Type::Any
            )
        });
        Some(quote! {
            #beside_body
            input: Input::Parts { binary: &[#(#binary),*], json: &[#(#json),*] },
        })
    } else {
        let except = carried_in_query(plan, Some(interface));
        Some(quote! { input: Input::query(&[#(#except),*]), })
    }
}

/// The members of the reply, where they are not those of the family.
fn fields(plan: &Plan<'_>, interface: &Interface) -> Option<TokenStream> {
    let (code, message) = plan.fields();
    match reply_fields(plan, interface) {
        Some(own) if own == (code.as_str(), message.as_str()) => None,
        Some((code, message)) => {
            let limit = interface
                .reply
                .at(Location::Body)
                .find(|parameter| parameter.name == message)
                .and_then(|parameter| parameter.limits.max_length.number())
                .unwrap_or(255);
            let limit = proc_macro2::Literal::u64_unsuffixed(limit);
            Some(quote! { fields: Some(Fields::new(#code, #message, #limit)), })
        }
        None => Some(quote! { fields: Some(Fields::NONE), }),
    }
}

fn message_limit(plan: &Plan<'_>, message: &str) -> Option<u64> {
    plan.interfaces
        .iter()
        .flat_map(|interface| &interface.reply.parameters)
        .filter(|parameter| parameter.name == message)
        .filter_map(|parameter| parameter.limits.max_length.number())
        .min()
}

/// What routes and the service name of the runtime besides what every one does.
pub(super) fn runtime_names(plan: &Plan<'_>) -> Vec<&'static str> {
    if !plan.routed {
        return plan.in_query().then_some("Input").into_iter().collect();
    }
    let routes: Vec<_> = plan
        .interfaces
        .iter()
        .map(|interface| route(plan, interface).to_string())
        .collect();
    let used = |name: &&str| {
        let path = format!("{name} ::");
        routes.iter().any(|route| route.contains(&path))
    };
    ["Fields", "Input", "Route", "Xml"]
        .into_iter()
        .filter(used)
        .collect()
}

/// The structs of the schemes.
pub(super) fn scheme_names(plan: &Plan<'_>) -> Vec<String> {
    plan.groups
        .iter()
        .flat_map(|group| [group.request, group.reply])
        .flatten()
        .map(|scheme| scheme::struct_name(scheme).to_string())
        .collect()
}
