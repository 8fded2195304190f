//! From verb and path to a method of the API and its arguments.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::apis::{ApiMethod, Apis, Given, patterns};
use crate::http::query::Query;
use crate::http::route::RawArguments;
use crate::http::types::HttpRequest;

/// What a request's path leads to.
pub(crate) enum Found<'a> {
    Method(Match<'a>),
    /// An argument has a `%` that begins no escape, or escapes bytes that are not UTF-8.
    BadEscape(&'a ApiMethod, String),
    Nothing,
}

/// A method, and its arguments in a path.
pub(crate) struct Match<'a> {
    pub(crate) method: &'a ApiMethod,
    pub(crate) params: Map<String, Value>,
    /// The method of the same name in the other era, where it takes the request as well, or both do not.
    pub(crate) other: Option<&'a ApiMethod>,
    /// None where nobody has looked at it.
    pub(crate) payload: Option<Checked>,
}

/// A payload that a method takes.
pub(crate) struct Checked {
    pub(crate) given: Value,
    /// With what it leaves to the defaults of the schema.
    pub(crate) filled: Value,
}

/// Finds the method that a request asks for. Where both eras are served and have one each, it is the first
/// that takes the request; where none does, the first of all says why.
pub(crate) fn find<'a>(apis: &'a Apis, request: &HttpRequest) -> Found<'a> {
    match find_by(apis, request, |method| method.is_asked_by(&request.method)) {
        Found::Nothing => find_by(apis, request, |method| {
            method.is_asked_unlisted_by(&request.method)
        }),
        found => found,
    }
}

fn find_by<'a>(
    apis: &'a Apis,
    request: &HttpRequest,
    is_asked: impl Fn(&ApiMethod) -> bool,
) -> Found<'a> {
    let path = request.path();
    let mut matches = Vec::new();
    for method in methods(apis, path).filter(|method| is_asked(method)) {
        let Some(arguments) = arguments(method, path) else {
            continue;
        };
        let mut params = Map::new();
        for (name, raw) in arguments {
            match decode(raw) {
                Some(text) => params.insert(name.to_owned(), text.into()),
                None => return Found::BadEscape(method, raw.to_owned()),
            };
        }
        matches.push(Match {
            method,
            params,
            other: None,
            payload: None,
        });
    }
    if matches.len() < 2 {
        return matches.pop().map_or(Found::Nothing, Found::Method);
    }
    let payload = payload(request);
    let taken = matches.iter_mut();
    let taken = taken.map(|found| takes(apis, found, request, payload.as_ref()));
    let taken = Vec::from_iter(taken);
    if taken.contains(&true) {
        let mut taken = taken.into_iter();
        matches.retain(|_| taken.next().unwrap_or_default());
    }
    let mut found = matches.remove(0);
    let is_other = |other: &Match<'_>| other.method.name == found.method.name;
    let other = matches.into_iter().find(is_other);
    found.other = other.map(|other| other.method);
    Found::Method(found)
}

/// Whether the references have a service at a path, whatever is asked of it.
pub(crate) fn has_service(apis: &Apis, path: &str) -> bool {
    let service = strip(path, "/api/").and_then(|path| path.split('/').next());
    let mut methods = apis.methods.iter();
    methods.any(|method| Some(method.service.as_str()) == service)
}

/// The verbs that can be used on a path, in the references' order.
pub(crate) fn verbs(apis: &Apis, path: &str) -> Vec<String> {
    let mut verbs: Vec<String> = Vec::new();
    for method in methods(apis, path).filter(|method| arguments(method, path).is_some()) {
        let head = (method.verb == "GET").then_some("HEAD");
        for verb in [method.verb.as_str()].into_iter().chain(head) {
            if !verbs.iter().any(|other| other == verb) {
                verbs.push(verb.to_owned());
            }
        }
    }
    verbs
}

/// The methods of the service that a path is of.
fn methods<'a>(apis: &'a Apis, path: &str) -> impl Iterator<Item = &'a ApiMethod> {
    let service = strip(path, "/api/").and_then(|path| path.split('/').next());
    let service = service.unwrap_or_default().to_owned();
    apis.methods
        .iter()
        .filter(move |method| method.service == service)
}

/// A path's arguments for a method; `None` where it is not the method's path.
fn arguments<'a>(method: &'a ApiMethod, path: &'a str) -> Option<RawArguments<'a>> {
    let path = strip(strip(strip(path, "/api/")?, &method.service)?, "/")?;
    method
        .route
        .matches(strip(strip(path, &method.version)?, "/")?)
}

/// The payload, if it is one that a method could take.
fn payload(request: &HttpRequest) -> Option<Value> {
    let body = request.body.as_deref().filter(|_| request.is_json())?;
    let payload: Value = serde_json::from_slice(body).ok()?;
    (payload.is_object() || payload.is_array()).then_some(payload)
}

/// Whether a method takes a request: the form of its arguments, options and payload, not who makes it. A
/// payload that it takes is not checked again.
fn takes(
    apis: &Apis,
    found: &mut Match<'_>,
    request: &HttpRequest,
    payload: Option<&Value>,
) -> bool {
    let Match { method, params, .. } = found;
    let query = Query::parse(request.query());
    if patterns::check_arguments(method, params).is_err()
        || patterns::check_query(method, &query).is_err()
    {
        return false;
    }
    let (Some(_), Some(payload)) = (&method.input, payload) else {
        return true;
    };
    let (given, mut filled) = (payload.clone(), payload.clone());
    let checked = apis.check_payload(method, &mut filled, &Given::default());
    found.payload = checked.is_ok().then_some(Checked { given, filled });
    checked.is_ok()
}

fn strip<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    text.strip_prefix(prefix)
}

fn decode(raw: &str) -> Option<String> {
    let bytes = raw.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let escapes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'%');
    if !escapes
        .into_iter()
        .all(|(at, _)| is_hex(at + 1) && is_hex(at + 2))
    {
        return None;
    }
    percent_decode_str(raw).decode_utf8().ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn arguments_are_decoded_once() {
        assert_eq!(decode("a%2Fb%252f+").as_deref(), Some("a/b%2f+"));
        for bad in ["%", "%2", "%zz", "%ff", "a%C3"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
