//! Clients, credentials and requests, made from what a case says.

use std::cell::RefCell;
use std::collections::HashMap;

use serde_json::{Map, Value, json};
use taskcluster_core::{
    ApiClient, AsyncClient, Certificate, Client, ClientBuilder, Credentials, Endpoint, Request,
    Session,
};

use super::case::{Input, texts};
use super::services;
use super::verdict::{Answer, Stop};

/// A client of either kind.
#[derive(Clone)]
pub(super) enum Caller {
    Blocking(Client),
    Asynchronous(AsyncClient),
}

impl ApiClient for Caller {
    fn session(&self) -> &Session {
        match self {
            Self::Blocking(client) => client.session(),
            Self::Asynchronous(client) => client.session(),
        }
    }
}

/// The answer that a client gives, of whichever kind it is; where the kinds differ, both answers.
pub(super) fn answer_by_each(input: &Input, answer: impl Fn(&Caller) -> Answer) -> Answer {
    let [blocking, asynchronous] = callers(input).map(|caller| answer(&caller?));
    if blocking == asynchronous {
        return blocking;
    }
    Ok(json!({
        "blocking": format!("{blocking:?}"),
        "asynchronous": format!("{asynchronous:?}"),
    }))
}

/// A client of each kind. What cases say of them is the same for many, and to make one takes longer than all that
/// a case asks of it: it reads the system's certificates.
fn callers(input: &Input) -> [Result<Caller, Stop>; 2] {
    thread_local! {
        static MADE: RefCell<HashMap<String, [Caller; 2]>> = RefCell::default();
    }
    let said = json!(SAID.map(|name| input.get(name))).to_string();
    if let Some(made) = MADE.with_borrow(|made| made.get(&said).cloned()) {
        return made.map(Ok);
    }
    let kinds: [fn(ClientBuilder) -> taskcluster_core::Result<Caller>; 2] = [
        |builder| builder.build().map(Caller::Blocking),
        |builder| builder.build_async().map(Caller::Asynchronous),
    ];
    let callers = kinds.map(|build| build(builder(input)?).map_err(Stop::refused));
    if let [Ok(blocking), Ok(asynchronous)] = &callers {
        let both = [blocking.clone(), asynchronous.clone()];
        MADE.with_borrow_mut(|made| made.insert(said, both));
    }
    callers
}

/// All that a case may say of its client.
const SAID: [&str; 4] = ["rootUrl", "credentials", "certAsString", "authorizedScopes"];

/// A client by `rootUrl`, `credentials` and `authorizedScopes`, of no kind as yet.
fn builder(input: &Input) -> Result<ClientBuilder, Stop> {
    let Some(root) = input.get("rootUrl") else {
        return Err(Stop::Refused("a client needs a root URL".to_owned()));
    };
    let root = root
        .as_str()
        .ok_or_else(|| Stop::Inexpressible(format!("{root} is not the text of a root URL")))?;
    let mut builder = Client::builder(root);
    if let Some(credentials) = credentials(input)? {
        builder = builder.credentials(credentials);
    }
    if let Some(scopes) = input.get("authorizedScopes") {
        builder = builder.authorized_scopes(texts(scopes)?);
    }
    Ok(builder)
}

/// The caller. Half a pair is none: other clients go on without a signature then, and a program
/// that has this client's types in its hands does so by not setting credentials.
fn credentials(input: &Input) -> Result<Option<Credentials>, Stop> {
    let Some(given) = input.get("credentials") else {
        return Ok(None);
    };
    let is_set = |name| {
        given
            .get(name)
            .is_some_and(|value| !value.is_null() && value != "")
    };
    if !is_set("clientId") || !is_set("accessToken") {
        return Ok(None);
    }
    let mut given = given.clone();
    let as_text = input.get("certAsString") == Some(&Value::Bool(true));
    if let Some(certificate) = given
        .get_mut("certificate")
        .filter(|c| as_text && c.is_object())
    {
        *certificate = certificate.to_string().into();
    }
    serde_json::from_value(given)
        .map(Some)
        .map_err(Stop::refused)
}

/// The access token with which a signature must have been made.
pub(super) fn access_token(input: &Input) -> &str {
    let credentials = input.get("credentials");
    credentials
        .and_then(|c| c.get("accessToken")?.as_str())
        .unwrap_or_default()
}

/// A request by `class`, `method`, `args` or `kwargs`, `query` and `payload`.
pub(super) fn request(input: &Input) -> Result<Request, Stop> {
    let endpoint = services::endpoint(input.text("class")?, input.text("method")?)?;
    let args = match input.get("kwargs").and_then(Value::as_object) {
        Some(named) => named_args(endpoint, named)?,
        None => input
            .list("args")?
            .iter()
            .map(arg)
            .collect::<Result<_, _>>()?,
    };
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let mut request = Request::to(endpoint, &args);
    if input.get("query").is_some() {
        for pair in input.list("query")? {
            let (key, value) = option(pair)?;
            request = request.query(key, value);
        }
    }
    if let Some(payload) = input.get("payload") {
        request = request.json(payload);
    }
    Ok(request)
}

/// Arguments by name, as a caller of positional methods has to order them. They stand in the
/// object itself, or in one under the name `params`.
fn named_args(endpoint: &Endpoint, named: &Map<String, Value>) -> Result<Vec<String>, Stop> {
    let mut named = named.clone();
    if let Some(Value::Object(params)) = named.remove("params") {
        named.extend(params);
    }
    let mut args = Vec::new();
    for name in endpoint.args {
        match named.remove(*name) {
            Some(value) => args.push(arg(&value)?),
            None => return Err(Stop::Refused(format!("there is no value for {name:?}"))),
        }
    }
    match named.keys().next() {
        Some(name) => Err(Stop::Refused(format!("there is no argument {name:?}"))),
        None => Ok(args),
    }
}

/// A path argument: a text, or a whole number by its text.
fn arg(value: &Value) -> Result<String, Stop> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) if !number.is_f64() => Ok(number.to_string()),
        _ => Err(Stop::Inexpressible(format!(
            "{value} cannot be a path argument"
        ))),
    }
}

/// A query option: its name, and its value as text.
fn option(pair: &Value) -> Result<(String, String), Stop> {
    let Some([Value::String(key), value]) = pair.as_array().map(Vec::as_slice) else {
        return Err(Stop::Inexpressible(format!(
            "{pair} is not a pair of a query"
        )));
    };
    let value = match value {
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => {
            return Err(Stop::Inexpressible(format!(
                "{value} cannot be a query option"
            )));
        }
    };
    Ok((key.clone(), value))
}

/// A certificate of which a case says only some fields; the others are filled in.
pub(super) fn certificate(said: &Map<String, Value>) -> Result<Certificate, Stop> {
    let mut whole = json!({
        "version": 1, "scopes": [], "start": 0, "expiry": 0, "seed": "s".repeat(44), "signature": "",
    });
    for (name, value) in said {
        whole[name] = value.clone();
    }
    if !whole["expiry"].is_number() {
        return Err(Stop::Inexpressible("an expiry is a number".to_owned()));
    }
    Certificate::parse(&whole.to_string()).map_err(Stop::refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_that_differ_are_no_answer() {
        let input: Input = serde_json::from_value(json!({ "rootUrl": "https://x" })).unwrap();
        let answer = |answer: fn(&Caller) -> Answer| answer_by_each(&input, answer).unwrap();
        assert_eq!(answer(|_| Ok(json!(1))), json!(1));
        let differing = answer(|client| match client {
            Caller::Blocking(_) => Ok(json!(1)),
            Caller::Asynchronous(_) => Err(Stop::refused("no")),
        });
        assert_eq!(differing["blocking"], "Ok(Number(1))");
        assert_eq!(differing["asynchronous"], "Err(Refused(\"no\"))");
    }
}
