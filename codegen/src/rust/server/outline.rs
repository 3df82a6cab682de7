//! What the emitted server of a family is called, for programs that are written around it.

use koo_spec::catalogue::{Catalogue, CodeRole, Family, Interface, Scheme};
use koo_spec::identifier::snake_case;

use super::super::{interface, names, scheme};
use super::plan::{self, Group, Party, Plan};
use super::{contract, settings};
use crate::rust::order;
use crate::variants;

/// The merchant's server of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Module of the family.
    pub(crate) module: String,
    /// The trait to implement.
    pub(crate) handler: &'static str,
    /// Whether the settings are made with the site first.
    pub(crate) takes_site: bool,
    /// Whether interfaces have paths of their own.
    pub(crate) routed: bool,
    /// Interfaces by the schemes they share; one at least.
    pub(crate) groups: Vec<GroupOutline>,
    /// The methods of the trait.
    pub(crate) methods: Vec<Method>,
}

/// Interfaces that share schemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GroupOutline {
    /// The method of the keys, where there are several groups.
    pub(crate) method: String,
    /// The function of the mock that plays the caller.
    pub(crate) caller: String,
    /// Whether calls are signed.
    pub(crate) signed: bool,
    /// The ids of the secrets that the settings want.
    pub(crate) secrets: Vec<String>,
    /// The ids of the secrets that the caller wants.
    pub(crate) caller_secrets: Vec<String>,
    /// Ids of the interfaces.
    pub(crate) interfaces: Vec<String>,
}

/// A method of the trait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Method {
    /// Id of the interface.
    pub(crate) interface: String,
    /// Module of its models.
    pub(crate) module: String,
    /// Name of the method.
    pub(crate) name: String,
    /// Model of the request.
    pub(crate) request: String,
    /// Model of the reply.
    pub(crate) reply: String,
    /// Fields of the request that tell two calls apart.
    pub(crate) key: Vec<String>,
    /// Whether the trait answers where a merchant does not.
    pub(crate) optional: bool,
    /// HTTP method, empty if the contract leaves it open.
    pub(crate) verb: String,
    /// Addresses, where interfaces have some of their own.
    pub(crate) addresses: Vec<String>,
}

/// The outline of a family's server, if merchants serve it.
pub(crate) fn outline(catalogue: &Catalogue, family: &Family) -> Option<Outline> {
    let catalogue = order::canonical(&Catalogue {
        sites: catalogue.sites.clone(),
        families: vec![family.clone()],
        ..Catalogue::default()
    });
    let folded = catalogue.families.first()?;
    let unfolded = variants::unfold(folded);
    let plan = Plan::merchant(folded, &unfolded)?;
    let only = plan.only_group().is_some();
    Some(Outline {
        module: names::value(&family.id).to_string(),
        handler: Party::Merchant.trait_name(),
        takes_site: settings::demanding_sites(&catalogue, &plan).is_some(),
        routed: plan.routed,
        groups: plan
            .groups
            .iter()
            .map(|group| group_outline(&plan, group, only))
            .collect(),
        methods: plan
            .interfaces
            .iter()
            .map(|interface| method(&plan, interface))
            .collect(),
    })
}

fn group_outline(plan: &Plan<'_>, group: &Group<'_>, only: bool) -> GroupOutline {
    let secrets = |scheme: Option<&Scheme>| -> Vec<String> {
        let secrets = scheme.map(|scheme| scheme::secrets(plan.family, scheme));
        let secrets = secrets.unwrap_or_default();
        secrets.into_iter().map(str::to_owned).collect()
    };
    let caller_secrets = secrets(group.request);
    let mut all = caller_secrets.clone();
    let reply = secrets(group.reply).into_iter();
    all.extend(reply.filter(|secret| !caller_secrets.contains(secret)));
    let name = group.ident().to_string();
    GroupOutline {
        caller: if only {
            "platform".to_owned()
        } else {
            name.clone()
        },
        method: name,
        signed: group.request.is_some(),
        secrets: all,
        caller_secrets,
        interfaces: group.interfaces.iter().map(|one| one.id.clone()).collect(),
    }
}

fn method(plan: &Plan<'_>, interface: &Interface) -> Method {
    let key = interface.idempotency.iter().flat_map(|known| &known.key);
    let field = |name: &String| {
        let parameter = interface.request.iter().find(|known| known.name == *name);
        parameter.map(|parameter| names::field(parameter).to_string())
    };
    Method {
        interface: interface.id.clone(),
        module: snake_case(&interface.id),
        name: names::method(&interface.id).to_string(),
        request: names::item(&interface::request_name(interface)).to_string(),
        reply: names::item(&interface::reply_name(interface)).to_string(),
        key: key.filter_map(|name| field(&name.value)).collect(),
        optional: contract::is_optional(plan, interface),
        verb: plan::method(plan.family, interface).to_owned(),
        addresses: plan::urls(interface)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    }
}

/// The variable of a secret.
pub(crate) fn secret(id: &str) -> String {
    names::variable(id).to_string()
}

/// The variant of a code.
pub(crate) fn code(name: &str) -> String {
    names::r#type(name).to_string()
}

/// The variant of a site.
pub(crate) fn site(id: &str) -> String {
    names::r#type(id).to_string()
}

/// The role of a code as a name in templates.
pub(crate) fn role(role: CodeRole) -> String {
    snake_case(role.as_str())
}
