//! The parameters in a request.

use bytes::Bytes;
use http_body_util::{BodyDataStream, Full};
use koo_calls::Request;
use koo_runtime::message::parse_query;
use koo_spec::catalogue::{Family, Location, Type};
use serde_json::{Map, Value};

use super::served::Served;

/// Value of the first header of a name, letter case aside.
pub(super) fn header<'r>(request: &'r Request, name: &str) -> Option<&'r str> {
    let mut headers = request.headers.iter();
    let found = headers.find(|(other, _)| other.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

/// The parameters of a call by where they travel.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    places: Vec<(Location, Map<String, Value>)>,
}

/// Why the body of a call cannot be read. Written for people.
pub(super) type Unreadable = String;

impl Parameters {
    /// Takes the parameters of an interface from a request.
    pub(super) async fn gather(
        served: Served<'_>,
        request: &Request,
        address: &[(String, String)],
    ) -> Result<Self, Unreadable> {
        let mut parameters = Self::default();
        let has = |location| served.at(location).next().is_some();
        parameters.texts(served, Location::Path, address.to_vec());
        let query = parse_query(&request.query);
        parameters.texts(served, Location::Query, query);
        parameters.headers(served, request);
        if has(Location::Part) {
            let parts = parts(served, request).await?;
            parameters.places.push((Location::Part, parts));
        } else if has(Location::Form) {
            let form = std::str::from_utf8(&request.body)
                .map_err(|_| "the body is no form: it is not UTF-8".to_owned())?;
            parameters.texts(served, Location::Form, parse_query(form));
        } else if has(Location::Body) {
            let members = serde_json::from_slice(&request.body)
                .map_err(|error| format!("the body is no JSON object: {error}"))?;
            parameters.places.push((Location::Body, members));
        }
        Ok(parameters)
    }

    /// The parameters at one place, as a JSON object.
    pub(super) fn at(&self, location: Location) -> Map<String, Value> {
        let found = self.places.iter().find(|(at, _)| *at == location);
        found
            .map(|(_, members)| members.clone())
            .unwrap_or_default()
    }

    /// All parameters by name. A name that occurs at several places has the value of the last of them, the body.
    pub(super) fn all(&self) -> Map<String, Value> {
        let members = self.places.iter().flat_map(|(_, members)| members);
        members
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    fn texts(&mut self, served: Served<'_>, location: Location, pairs: Vec<(String, String)>) {
        let members = pairs.into_iter().map(|(name, text)| {
            let parameter = served.at(location).find(|it| it.name == name);
            let value = match parameter {
                Some(parameter) => typed(served.family, &parameter.r#type.value, text),
                None => Value::String(text),
            };
            (name, value)
        });
        self.places.push((location, members.collect()));
    }

    fn headers(&mut self, served: Served<'_>, request: &Request) {
        let documented = served.at(Location::Header).filter_map(|parameter| {
            let text = header(request, &parameter.name)?.to_owned();
            let value = typed(served.family, &parameter.r#type.value, text);
            Some((parameter.name.clone(), value))
        });
        let members = documented.collect();
        self.places.push((Location::Header, members));
    }
}

/// What a text stands for, where text is all there is.
fn typed(family: &Family, r#type: &Type, text: String) -> Value {
    let is_json = match r#type {
        Type::Boolean | Type::List(_) | Type::Map(_) | Type::Object(_) => true,
        Type::Named(_) => family.fields_of(r#type).is_some(),
        _ => false,
    };
    if !is_json {
        return Value::String(text);
    }
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

/// The parts of a multipart body. A file becomes text with one character for each byte, so that lengths count bytes.
async fn parts(served: Served<'_>, request: &Request) -> Result<Map<String, Value>, Unreadable> {
    let content_type = header(request, "content-type").unwrap_or_default();
    let boundary = multer::parse_boundary(content_type)
        .map_err(|_| "the body is not multipart/form-data".to_owned())?;
    let body = Bytes::from(request.body.clone());
    let stream = BodyDataStream::new(Full::new(body));
    let mut fields = multer::Multipart::new(stream, boundary);
    let mut members = Map::new();
    let broken = |error: multer::Error| format!("the multipart body cannot be read: {error}");
    while let Some(field) = fields.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(broken)?;
        let parameter = served.at(Location::Part).find(|it| it.name == name);
        let value = match parameter.map(|parameter| &parameter.r#type.value) {
            Some(Type::Binary) => {
                Value::String(bytes.iter().map(|byte| char::from(*byte)).collect())
            }
            Some(r#type) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                typed(served.family, r#type, text)
            }
            None => Value::String(String::from_utf8_lossy(&bytes).into_owned()),
        };
        members.insert(name, value);
    }
    Ok(members)
}
