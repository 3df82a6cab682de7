//! Every name that refers to a definition must have one.

use super::sibling_groups;
use crate::catalogue::{
    Catalogue, Family, Interface, ListedValue, Location, Placed, Presence, Provenance, Type,
    TypeShape,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

pub(super) fn check(catalogue: &Catalogue, family: &Family, found: &mut Diagnostics) {
    let mut checker = Checker {
        catalogue,
        family,
        found,
    };
    checker.sites_of_family();
    checker.parameters();
    checker.definitions();
    for interface in &family.interfaces {
        checker.interface(interface);
    }
    checker.rest();
}

struct Checker<'a> {
    catalogue: &'a Catalogue,
    family: &'a Family,
    found: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn sites_of_family(&mut self) {
        if self.catalogue.sites.is_empty() {
            return;
        }
        for site in &self.family.sites {
            if !self.catalogue.sites.contains_key(&site.value) {
                self.unknown(
                    Rule::UnknownSite,
                    "the catalogue has no site",
                    site,
                    self.catalogue.sites.keys().map(String::as_str),
                );
            }
        }
    }

    fn parameters(&mut self) {
        for siblings in sibling_groups(self.family) {
            for parameter in siblings.parameters {
                self.r#type(&parameter.r#type);
                if let Some(held) = &parameter.holds {
                    self.r#type(held);
                }
                self.provenance(&parameter.provenance);
                self.sites(&parameter.sites);
                for difference in parameter.differences.values() {
                    self.pages(&difference.pages);
                }
                for reading in &parameter.readings {
                    self.pages(&reading.pages);
                }
                self.listed(&parameter.values);
                // An advisory limit without the name of an erratum has a rule of its own.
                let advisory = parameter
                    .limits
                    .advisory
                    .iter()
                    .filter(|advisory| !advisory.value.trim().is_empty());
                for erratum in parameter.erratum.iter().chain(advisory) {
                    self.erratum(erratum);
                }
                if let Some(cipher) = &parameter.encrypted {
                    self.cipher(cipher);
                }
                if let Presence::Conditional {
                    when: Some(when), ..
                } = &parameter.presence
                {
                    for (operand, values) in when.value.operands() {
                        let all = siblings.parameters.iter().chain(siblings.inherited);
                        let Some(sibling) =
                            all.clone().find(|sibling| sibling.name == operand.value)
                        else {
                            let known = all.map(|sibling| sibling.name.as_str());
                            self.unknown(
                                Rule::UnknownParameter,
                                "no sibling parameter",
                                operand,
                                known,
                            );
                            continue;
                        };
                        let listed = self.family.values_of(sibling);
                        for value in values.iter().filter(|_| !listed.is_empty()) {
                            if !listed.iter().any(|listed| listed.value == value.value) {
                                self.found.push(
                                    Diagnostic::new(
                                        Rule::ConditionValue,
                                        format!("`{}` is never `{}`", operand.value, value.value),
                                    )
                                    .at(value.span, "not among its listed values")
                                    .suggest(
                                        &value.value,
                                        listed.iter().map(|listed| listed.value.as_str()),
                                    ),
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    fn r#type(&mut self, r#type: &Placed<Type>) {
        if let Type::Named(name) = r#type.value.innermost()
            && !self.family.types.contains_key(name)
        {
            let named = Placed::new(name.clone(), r#type.span);
            self.unknown(
                Rule::UnknownType,
                "no type",
                &named,
                self.family.types.keys().map(String::as_str),
            );
        }
    }

    fn definitions(&mut self) {
        let family = self.family;
        for page in family
            .pages
            .values()
            .filter(|page| !self.catalogue.sites.contains_key(&page.site.value))
        {
            self.site(&page.site);
        }
        for definition in family.types.values() {
            self.provenance(&definition.provenance);
            if let TypeShape::Enumeration(values) = &definition.shape {
                self.listed(values);
            }
        }
        for secret in family.secrets.values() {
            self.provenance(&secret.provenance);
        }
        for cipher in family.ciphers.values() {
            self.provenance(&cipher.provenance);
            for vector in &cipher.vectors {
                self.provenance(&vector.provenance);
            }
        }
        for scheme in family.schemes.values() {
            self.provenance(&scheme.provenance);
            self.sites(&scheme.sites);
            for vector in &scheme.vectors {
                self.provenance(&vector.provenance);
            }
            for carried in &scheme.carries {
                self.provenance(&carried.provenance);
                self.sites(&carried.sites);
            }
            let refusals = &scheme.refusals;
            for code in refusals
                .missing
                .values()
                .chain(&refusals.mismatch)
                .chain(&refusals.stale)
                .chain(&refusals.replayed)
            {
                self.code(code);
            }
        }
        for code in family.codes.values() {
            self.provenance(&code.provenance);
            self.sites(&code.sites);
            for meaning in &code.meanings {
                self.provenance(&meaning.provenance);
                self.sites(&meaning.sites);
            }
            for interface in code
                .applies_to
                .iter()
                .chain(code.meanings.iter().flat_map(|meaning| &meaning.applies_to))
            {
                self.interface_id(interface);
            }
        }
    }

    fn interface(&mut self, interface: &Interface) {
        self.provenance(&interface.provenance);
        self.sites(&interface.sites);
        for scheme in interface
            .scheme
            .iter()
            .chain(interface.reply_scheme.as_ref().map(|reply| &reply.scheme))
        {
            if !self.family.schemes.contains_key(&scheme.value) {
                let known = self.family.schemes.keys().map(String::as_str);
                self.unknown(Rule::UnknownScheme, "no scheme", scheme, known);
            }
        }
        if let Some(reply_scheme) = &interface.reply_scheme {
            self.sites(&reply_scheme.sites);
        }
        if let Some(idempotency) = &interface.idempotency {
            self.provenance(&idempotency.provenance);
            for name in &idempotency.key {
                self.request_parameter(interface, name);
            }
        }
        if let Some(retry) = &interface.retry {
            self.provenance(&retry.provenance);
        }
        let of_variants = interface.variants.values();
        let of_variants = of_variants.flat_map(|variant| &variant.request);
        for parameter in interface.request.iter().chain(of_variants) {
            if let Some(place) = &parameter.file_name {
                self.file_name(interface, place);
            }
        }
        for note in &interface.behaviour {
            self.provenance(&note.provenance);
            self.sites(&note.sites);
        }
        for code in &interface.reply.codes {
            self.code(code);
        }
        for (name, value) in &interface.select {
            self.request_parameter(interface, &Placed::new(name.clone(), value.span));
        }
        if let Some(callback) = &interface.callback {
            self.provenance(&callback.provenance);
            if let Some(echoes) = &callback.echoes {
                self.request_parameter(interface, echoes);
                let query = callback
                    .query
                    .iter()
                    .map(|parameter| parameter.name.as_str());
                if query.clone().all(|name| name != echoes.value) {
                    let what = format!("the callback of `{}` has no parameter", interface.id);
                    self.unknown(Rule::UnknownParameter, &what, echoes, query);
                }
            }
        }
        let of_variants = interface
            .variants
            .values()
            .flat_map(|variant| &variant.examples);
        for example in interface.examples.iter().chain(of_variants) {
            self.provenance(&example.provenance);
            if let Some(site) = &example.site {
                self.site(site);
            }
        }
    }

    fn request_parameter(&mut self, interface: &Interface, name: &Placed<String>) {
        let of_variants = interface
            .variants
            .values()
            .flat_map(|variant| &variant.request);
        if !interface
            .request
            .iter()
            .chain(of_variants)
            .any(|parameter| parameter.name == name.value)
        {
            let known = interface
                .request
                .iter()
                .map(|parameter| parameter.name.as_str());
            let what = format!("`{}` has no request parameter", interface.id);
            self.unknown(Rule::UnknownParameter, &what, name, known);
        }
    }

    /// The name of a file stands in a member of another part.
    fn file_name(&mut self, interface: &Interface, place: &Placed<String>) {
        let (part, member) = place.value.split_once('.').unwrap_or((&place.value, ""));
        let placed = |name: &str| Placed::new(name.to_owned(), place.span);
        let parts: Vec<_> = interface.at(Location::Part).collect();
        let Some(holder) = parts.iter().find(|it| it.name == part) else {
            let known = parts.iter().map(|it| it.name.as_str());
            let what = format!("`{}` has no part", interface.id);
            return self.unknown(Rule::UnknownParameter, &what, &placed(part), known);
        };
        let members = self
            .family
            .fields_of(&holder.r#type.value)
            .unwrap_or_default();
        if !members.iter().any(|it| it.name == member) {
            let known = members.iter().map(|it| it.name.as_str());
            let what = format!("`{part}` has no member");
            self.unknown(Rule::UnknownParameter, &what, &placed(member), known);
        }
    }

    fn rest(&mut self) {
        let family = self.family;
        for (site, applicability) in &family.applicability {
            self.site(&Placed::new(site.clone(), applicability.span));
            self.provenance(&applicability.provenance);
            for (interface, needs) in &applicability.needs {
                self.interface_id(&Placed::new(interface.clone(), applicability.span));
                for product in needs
                    .keys()
                    .filter(|product| !family.products.contains_key(*product))
                {
                    let product = Placed::new(product.clone(), applicability.span);
                    let known = family.products.keys().map(String::as_str);
                    self.unknown(Rule::UnknownReference, "no product", &product, known);
                }
            }
        }
        for erratum in family.errata.values() {
            for reading in &erratum.readings {
                self.pages(&reading.pages);
            }
            for subject in &erratum.about {
                self.subject(subject);
            }
        }
        self.provenance(&family.transport.request_provenance);
        self.provenance(&family.transport.reply_provenance);
        for note in family.notes.values().chain(&family.transport.notes) {
            self.provenance(&note.provenance);
            self.sites(&note.sites);
        }
        for scenario in family.scenarios.values() {
            self.provenance(&scenario.provenance);
            self.sites(&scenario.sites);
            for step in &scenario.steps {
                self.provenance(&step.provenance);
            }
        }
        for function in family.functions.values() {
            self.provenance(&function.provenance);
        }
        for text in family.texts.values() {
            self.provenance(&text.provenance);
        }
        for event in family.events.values() {
            self.provenance(&event.provenance);
        }
        for artifact in family.artifacts.values() {
            self.provenance(&artifact.provenance);
            for file in artifact.files.values() {
                self.provenance(&file.provenance);
            }
            for forbidden in artifact.forbidden.values() {
                self.provenance(&forbidden.provenance);
                self.sites(&forbidden.sites);
            }
        }
    }

    /// The subject of an erratum: an interface, a parameter of one, a scheme, a type, a code, or the family itself.
    fn subject(&mut self, subject: &Placed<String>) {
        let family = self.family;
        let head = subject.value.split('.').next().unwrap_or_default();
        let known = head == family.id
            || family.codes.contains_key(&subject.value)
            || family.interface(head).is_some()
            || family.schemes.contains_key(head)
            || family.ciphers.contains_key(head)
            || family.types.contains_key(head)
            || family.codes.contains_key(head)
            || family.notes.contains_key(head)
            || family.artifacts.contains_key(head)
            || family.functions.contains_key(head)
            || family.events.contains_key(head)
            || family.texts.contains_key(head)
            || [
                "transport",
                "applicability",
                "codes",
                "products",
                "pages",
                "secrets",
            ]
            .contains(&head);
        if !known {
            let ids = family
                .interfaces
                .iter()
                .map(|interface| interface.id.as_str());
            let known = ids
                .chain(family.schemes.keys().map(String::as_str))
                .chain(family.types.keys().map(String::as_str));
            self.unknown(
                Rule::UnknownReference,
                "nothing in this family is called",
                subject,
                known,
            );
        }
    }

    fn interface_id(&mut self, id: &Placed<String>) {
        if self.family.interface(&id.value).is_none() {
            let known = self
                .family
                .interfaces
                .iter()
                .map(|interface| interface.id.as_str());
            self.unknown(Rule::UnknownReference, "no interface", id, known);
        }
    }

    fn code(&mut self, code: &Placed<String>) {
        if !self.family.codes.contains_key(&code.value) {
            self.unknown(
                Rule::UnknownCode,
                "no result code",
                code,
                self.family.codes.keys().map(String::as_str),
            );
        }
    }

    /// Listed values: where they are known, and the ciphers they stand for.
    fn listed(&mut self, values: &[ListedValue]) {
        for value in values {
            self.sites(&value.sites);
            self.provenance(&value.provenance);
            if let Some(cipher) = &value.cipher {
                self.cipher(cipher);
            }
        }
    }

    fn cipher(&mut self, cipher: &Placed<String>) {
        if !self.family.ciphers.contains_key(&cipher.value) {
            let known = self.family.ciphers.keys().map(String::as_str);
            self.unknown(Rule::UnknownReference, "no cipher", cipher, known);
        }
    }

    fn erratum(&mut self, erratum: &Placed<String>) {
        if !self.family.errata.contains_key(&erratum.value) {
            self.unknown(
                Rule::UnknownReference,
                "no erratum",
                erratum,
                self.family.errata.keys().map(String::as_str),
            );
        }
    }

    fn provenance(&mut self, provenance: &Provenance) {
        self.pages(&provenance.pages);
    }

    fn pages(&mut self, pages: &[Placed<String>]) {
        for page in pages {
            if !self.family.pages.contains_key(&page.value) {
                self.unknown(
                    Rule::UnknownPage,
                    "no page",
                    page,
                    self.family.pages.keys().map(String::as_str),
                );
            }
        }
    }

    fn sites(&mut self, sites: &[Placed<String>]) {
        for site in sites {
            self.site(site);
        }
    }

    /// What an included file says is for several families: its sites need only be sites of the catalogue.
    fn site(&mut self, site: &Placed<String>) {
        let included = site.span.file != self.family.span.file;
        if included && self.catalogue.sites.contains_key(&site.value) {
            return;
        }
        if !self
            .family
            .sites
            .iter()
            .any(|known| known.value == site.value)
        {
            let known = self.family.sites.iter().map(|site| site.value.as_str());
            self.unknown(
                Rule::UnknownSite,
                "the family does not declare the site",
                site,
                known,
            );
        }
    }

    fn unknown<'a>(
        &mut self,
        rule: Rule,
        what: &str,
        name: &Placed<String>,
        known: impl Iterator<Item = &'a str> + Clone,
    ) {
        self.found.push(undefined(rule, what, name, known));
    }
}

/// Says that a name has no definition, which one may have been meant, or which there are.
pub(super) fn undefined<'a>(
    rule: Rule,
    what: &str,
    name: &Placed<String>,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let mut listed = known.clone().take(12).collect::<Vec<_>>().join(", ");
    if known.clone().nth(12).is_some() {
        listed.push_str(", …");
    }
    let diagnostic = Diagnostic::new(rule, format!("{what} `{}`", name.value))
        .at(name.span, "not defined")
        .suggest(&name.value, known);
    if diagnostic.hints.is_empty() && !listed.is_empty() {
        return diagnostic.hint(format!("defined: {listed}"));
    }
    diagnostic
}
