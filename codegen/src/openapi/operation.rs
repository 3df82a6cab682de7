//! Operations: one for each address, whatever number of interfaces share it.

use indexmap::IndexMap;
use koo_spec::catalogue::{Family, Interface, Location, Parameter, Reply, ReplyScheme, Side, Type};
use koo_spec::identifier::camel_case;
use openapiv3::{
    Encoding, Header, MediaType, Operation, ReferenceOr, RequestBody, Response, Responses, Schema,
    SecurityRequirement, StatusCode,
};
use serde_json::Map;

use super::describe;
use super::endpoint::{Call, Endpoint};
use super::media::{
    alternatives, any_of, discriminator, essence, examples_of, header, without_examples,
};
use super::parameters;
use super::schema::{Schemas, Select, component, pages};
use super::security;
use crate::words;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// What writing operations needs and gathers.
pub(super) struct Operations<'a> {
    /// The family of all interfaces.
    pub(super) family: &'a Family,
    /// Schemas of requests and replies, by component name.
    pub(super) components: IndexMap<String, ReferenceOr<Schema>>,
}

impl Operations<'_> {
    /// The operation of an endpoint.
    pub(super) fn operation(&mut self, endpoint: &Endpoint) -> Operation {
        let calls = &endpoint.calls;
        let parameters = parameters::union(self.family, endpoint);
        let security = self.security(calls);
        let request_body = self.request_body(calls);
        let responses = self.responses(calls);
        let mut extensions = IndexMap::new();
        let ids: Vec<_> = calls
            .iter()
            .map(|call| call.interface.id.as_str())
            .collect();
        extensions.insert("x-koo-interfaces".to_owned(), ids.into());
        let mut sites: Vec<&str> = calls
            .iter()
            .flat_map(|call| match call.interface.sites.as_slice() {
                [] => &self.family.sites,
                sites => sites,
            })
            .map(|site| site.value.as_str())
            .collect();
        sites.sort_unstable();
        sites.dedup();
        extensions.insert("x-koo-sites".to_owned(), sites.into());
        let mut sources: Vec<_> = calls
            .iter()
            .flat_map(|call| pages(&call.interface.provenance.pages))
            .collect();
        sources.sort_unstable();
        sources.dedup();
        extensions.insert("x-koo-pages".to_owned(), sources.into());
        Operation {
            tags: vec![self.family.id.clone()],
            summary: Some(describe::summary(calls)),
            description: Some(describe::operation(self.family, calls))
                .filter(|text| !text.is_empty()),
            operation_id: Some(operation_id(calls)),
            parameters: parameters.into_iter().map(ReferenceOr::Item).collect(),
            request_body,
            responses,
            deprecated: calls.iter().all(|call| call.interface.deprecated.is_some()),
            security: Some(security),
            extensions,
            ..Operation::default()
        }
    }

    /// One alternative for each scheme; an empty one where a call comes unsigned.
    fn security(&self, calls: &[Call]) -> Vec<SecurityRequirement> {
        let mut alternatives = Vec::new();
        for call in calls {
            let scheme = call.interface.scheme.as_ref();
            let requirement = scheme
                .and_then(|scheme| self.family.schemes.get(&scheme.value))
                .map(security::requirement)
                .unwrap_or_default();
            if !alternatives.contains(&requirement) {
                alternatives.push(requirement);
            }
        }
        match alternatives.as_slice() {
            [only] if only.is_empty() => Vec::new(),
            _ => alternatives,
        }
    }

    fn request_body(&mut self, calls: &[Call]) -> Option<ReferenceOr<RequestBody>> {
        let mut content: IndexMap<String, MediaType> = IndexMap::new();
        let mut groups: IndexMap<String, Vec<&Call>> = IndexMap::new();
        for call in calls {
            if let Some(media_type) = self.request_type(&call.interface) {
                groups.entry(media_type).or_default().push(call);
            }
        }
        let is_always = groups.values().map(Vec::len).sum::<usize>() == calls.len();
        for (media_type, calls) in groups {
            let media = self.request_media(&calls);
            content.insert(media_type, media);
        }
        (!content.is_empty()).then(|| {
            ReferenceOr::Item(RequestBody {
                content,
                required: is_always,
                ..RequestBody::default()
            })
        })
    }

    fn request_type(&self, interface: &Interface) -> Option<String> {
        let has = |location| interface.at(location).next().is_some();
        if has(Location::Part) {
            Some(MULTIPART.to_owned())
        } else if has(Location::Form) {
            Some(FORM.to_owned())
        } else if has(Location::Body) {
            let documented = self.family.transport.request_content_type.as_deref();
            Some(essence(documented.unwrap_or(JSON)))
        } else {
            None
        }
    }

    fn request_media(&mut self, calls: &[&Call]) -> MediaType {
        let mut encoding = IndexMap::new();
        let mut examples = IndexMap::new();
        let mut references: Vec<(String, ReferenceOr<Schema>)> = Vec::new();
        for call in calls {
            let interface = &call.interface;
            let fields: Vec<_> = interface
                .request
                .iter()
                .filter(|parameter| is_content(parameter.location))
                .collect();
            for part in fields
                .iter()
                .filter(|field| field.location == Location::Part)
            {
                let is_object = self
                    .family
                    .fields_of(part.r#type.value.innermost())
                    .is_some();
                if is_object || part.r#type.value == Type::Any {
                    let json = Encoding {
                        content_type: Some(JSON.to_owned()),
                        ..Encoding::default()
                    };
                    encoding.insert(part.name.clone(), json);
                }
            }
            let name = component(&format!("{}Request", camel_case(&interface.id)));
            let schema = self.message(&fields, &interface.select, interface);
            references.push((interface.id.clone(), self.define(&name, schema)));
            examples_of(interface, Side::Request, None, &mut examples);
        }
        let discriminator = discriminator(calls, &references);
        let mut schemas: Vec<ReferenceOr<Schema>> = Vec::new();
        for (_, reference) in references {
            if !schemas.contains(&reference) {
                schemas.push(reference);
            }
        }
        MediaType {
            schema: alternatives(schemas, discriminator),
            examples,
            encoding,
            ..MediaType::default()
        }
    }

    fn message(&self, fields: &[&Parameter], select: &Select, interface: &Interface) -> Schema {
        let schemas = Schemas {
            family: self.family,
        };
        let mut schema = schemas.object(fields, select);
        schema.schema_data.title = Some(words::title(&interface.title));
        schema
    }

    /// The schema of an XML document.
    fn root_element(&self, parameter: &Parameter, reply: &Reply) -> Schema {
        let schemas = Schemas {
            family: self.family,
        };
        let mut schema = schemas.parameter(parameter);
        // The model has no field for it.
        let mut names = Map::new();
        names.insert("name".to_owned(), parameter.name.clone().into());
        for (key, word) in [
            ("prefix", &reply.xml_prefix),
            ("namespace", &reply.xml_namespace),
        ] {
            if let Some(word) = word {
                names.insert(key.to_owned(), word.clone().into());
            }
        }
        schema
            .schema_data
            .extensions
            .insert("xml".to_owned(), names.into());
        schema
    }

    /// Puts a schema among the components; one of the same name and shape is there already.
    fn define(&mut self, name: &str, schema: Schema) -> ReferenceOr<Schema> {
        let schema = ReferenceOr::Item(schema);
        let mut free = name.to_owned();
        while self
            .components
            .get(&free)
            .is_some_and(|other| *other != schema)
        {
            free.push('_');
        }
        let reference = ReferenceOr::ref_(&format!("#/components/schemas/{free}"));
        self.components.insert(free, schema);
        reference
    }

    fn responses(&mut self, calls: &[Call]) -> Responses {
        let status = calls
            .iter()
            .find_map(|call| call.interface.reply.status)
            .or(self.family.transport.status)
            .unwrap_or(200);
        let media = self.reply_media(calls);
        let headers = self.reply_headers(calls);
        let mut responses = IndexMap::new();
        let documented = describe::statuses(self.family, calls, status);
        for (status, description) in documented {
            let is_error = status >= 400;
            let response = Response {
                description,
                headers: if is_error {
                    IndexMap::new()
                } else {
                    headers.clone()
                },
                content: if is_error {
                    without_examples(&media)
                } else {
                    media.clone()
                },
                ..Response::default()
            };
            responses.insert(StatusCode::Code(status), ReferenceOr::Item(response));
        }
        Responses {
            responses,
            ..Responses::default()
        }
    }

    fn reply_media(&mut self, calls: &[Call]) -> IndexMap<String, MediaType> {
        let mut content: IndexMap<String, MediaType> = IndexMap::new();
        let mut schemas: IndexMap<String, Vec<ReferenceOr<Schema>>> = IndexMap::new();
        for call in calls {
            for interface in std::iter::once(&call.interface).chain(&call.replies) {
                let fields: Vec<_> = interface.reply.at(Location::Body).collect();
                if fields.is_empty() {
                    continue;
                }
                let documented = interface.reply.content_type.as_ref().or(self
                    .family
                    .transport
                    .reply_content_type
                    .as_ref());
                let usual = essence(documented.map_or(JSON, String::as_str));
                // Where the call asks for XML, it may ask for JSON as well.
                let other = (!interface.reply.xml_when.is_empty()).then(|| JSON.to_owned());
                for media_type in std::iter::once(usual).chain(other) {
                    // In XML the only member is the root element, not a member of one.
                    let root = match fields.as_slice() {
                        [root] if media_type.ends_with("xml") => Some(*root),
                        _ => None,
                    };
                    let id = camel_case(&interface.id);
                    let (name, schema) = match root {
                        Some(root) => (
                            format!("{id}ReplyXml"),
                            self.root_element(root, &interface.reply),
                        ),
                        None => (
                            format!("{id}Reply"),
                            self.message(&fields, &Select::new(), interface),
                        ),
                    };
                    let reference = self.define(&component(&name), schema);
                    let alternatives = schemas.entry(media_type.clone()).or_default();
                    if !alternatives.contains(&reference) {
                        alternatives.push(reference);
                    }
                    let media = content.entry(media_type).or_default();
                    let root = root.map(|root| root.name.as_str());
                    examples_of(interface, Side::Reply, root, &mut media.examples);
                }
            }
        }
        for (media_type, media) in &mut content {
            let schemas = schemas.shift_remove(media_type).unwrap_or_default();
            // Replies overlap: one without optional members fits several interfaces.
            media.schema = any_of(schemas);
        }
        content
    }

    fn reply_headers(&self, calls: &[Call]) -> IndexMap<String, ReferenceOr<Header>> {
        let mut headers = IndexMap::new();
        let schemas = Schemas {
            family: self.family,
        };
        for call in calls {
            for parameter in call.interface.reply.at(Location::Header) {
                let schema = schemas.parameter(parameter);
                let header = header(
                    schemas.description(parameter),
                    parameter.presence == koo_spec::catalogue::Presence::Mandatory
                        && calls.len() == 1,
                    schema,
                );
                headers
                    .entry(parameter.name.clone())
                    .or_insert(ReferenceOr::Item(header));
            }
            let Some(reply) = &call.interface.reply_scheme else {
                continue;
            };
            let Some(scheme) = self.family.schemes.get(&reply.scheme.value) else {
                continue;
            };
            for carried in &scheme.carries {
                let is_always = calls.iter().all(|call| {
                    call.interface
                        .reply_scheme
                        .as_ref()
                        .is_some_and(is_unconditional)
                });
                let header = header(
                    describe::reply_signature(scheme, carried, reply),
                    is_always,
                    security::schema(carried),
                );
                headers
                    .entry(carried.wire_name.clone())
                    .or_insert(ReferenceOr::Item(header));
            }
        }
        headers
    }
}

fn is_unconditional(reply: &ReplyScheme) -> bool {
    reply.sites.is_empty() && reply.condition.is_none()
}

/// Whether a parameter is part of the content of a message, not of its head.
pub(super) const fn is_content(location: Location) -> bool {
    matches!(location, Location::Body | Location::Form | Location::Part)
}

/// The id of the only interface, or one made of what tells them apart.
fn operation_id(calls: &[Call]) -> String {
    if let [only] = calls {
        return component(&only.interface.id);
    }
    let mut selectors = calls
        .iter()
        .map(|call| call.interface.select.keys().next().map(String::as_str));
    match selectors.next().flatten() {
        Some(first) if selectors.all(|other| other == Some(first)) => {
            component(&format!("callBy{}", camel_case(first)))
        }
        _ => {
            let ids = calls.iter().enumerate().map(|(index, call)| match index {
                0 => call.interface.id.clone(),
                _ => camel_case(&call.interface.id),
            });
            component(&ids.collect::<Vec<_>>().join("Or"))
        }
    }
}
