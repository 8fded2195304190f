//! From references to the model: one service at a time.

use serde_json::Value;
use taskcluster_core::Era;

use super::entries;
use super::fixups;
use super::model::{
    Arg, Called, Events, Method, Output, QueryOption, RoutingField, Scalar, Service, Topic, Type,
};
use super::naming::{self, Names, camel, constant, snake};
use super::source::{Reference, Source};
use super::types::Types;
use super::{Error, Result};

/// The greatest length of a routing key in bytes, set by AMQP: no field of it is longer.
const MAX_ROUTING_KEY: u64 = 255;

/// All services of a deployment, sorted by name.
pub fn services(source: &Source) -> Result<Vec<Service>> {
    let references = source.apis.iter().chain(&source.exchanges);
    let mut names: Vec<&str> = references.map(|r| r.service.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .map(|name| service(source, name))
        .collect()
}

fn service(source: &Source, name: &str) -> Result<Service> {
    let of = |references: &'_ [Reference]| references.iter().position(|r| r.service == name);
    let api = of(&source.apis).map(|i| &source.apis[i]);
    let exchanges = of(&source.exchanges).map(|i| &source.exchanges[i]);
    let reference = api
        .or(exchanges)
        .ok_or_else(|| Error::new(format!("no service {name}")))?;
    let mut types = Types::new(&source.schemas);
    let mut scope = Scope::new(naming::OF_SERVICE, &[name, &format!("{name}-events")]);
    let mut methods = match api {
        Some(api) => api
            .entries()
            .map(|(p, e)| method(api, &p, e, &mut types, &mut scope))
            .collect::<Result<Vec<_>>>()?,
        None => Vec::new(),
    };
    // After all methods, whose names come first.
    for method in methods.iter_mut().filter(|it| it.queue_at().is_some()) {
        let name = format!("{}_in", snake(&method.name));
        method.in_queue = Some(scope.functions.one(&name));
    }
    let events = exchanges
        .map(|exchanges| events(exchanges, &mut types))
        .transpose()?;
    Ok(Service {
        name: name.to_owned(),
        version: reference.version.clone(),
        era: Era::Both,
        title: text(reference, "", &reference.json, "title")?,
        description: text(reference, "", &reference.json, "description")?,
        methods,
        events,
        modules: types.into_modules()?,
    })
}

/// The names of a service's methods or of its topics.
struct Scope {
    /// The API's names.
    known: Vec<String>,
    functions: Names,
    types: Names,
    constants: Names,
}

impl Scope {
    fn new(functions: &'static [&'static str], types: &[&str]) -> Self {
        let mut scope = Self {
            known: Vec::new(),
            functions: Names::new(functions),
            types: Names::new(naming::IN_SCOPE),
            constants: Names::new(&["ENDPOINTS", "TOPICS"]),
        };
        types.iter().for_each(|name| scope.types.take(&camel(name)));
        scope
    }

    fn called(&mut self, name: &str) -> Result<Called, entries::Refused> {
        self.known.push(name.to_owned());
        entries::names(self.known.iter().map(String::as_str))?;
        Ok(Called {
            function: self.functions.one(&snake(name)),
            ty: self.types.one(&camel(name)),
            constant: self.constants.one(&constant(name)),
        })
    }
}

fn method(
    api: &Reference,
    pointer: &str,
    entry: &Value,
    types: &mut Types<'_>,
    scope: &mut Scope,
) -> Result<Method> {
    expect(api, pointer, entry, "type", &["function"])?;
    expect(
        api,
        pointer,
        entry,
        "method",
        &["get", "head", "post", "put", "patch", "delete"],
    )?;
    let string = |key| text(api, pointer, entry, key);
    let name = string("name")?;
    let route = string("route")?;
    let args = texts(api, pointer, entry, "args")?;
    let at = |key: &str| {
        let place = format!("{pointer}/{key}");
        move |why: entries::Refused| Error::at(&api.file, &place, why)
    };
    let called = scope.called(&name).map_err(at("name"))?;
    entries::names(args.iter().map(String::as_str)).map_err(at("args"))?;
    let in_route = entries::route(&route).map_err(at("route"))?;
    entries::arguments(in_route, &args).map_err(at("args"))?;
    let scopes = entry.get("scopes").filter(|scopes| !scopes.is_null());
    scopes
        .map_or(Ok(()), entries::scopes)
        .map_err(at("scopes"))?;
    let input = schema(api, pointer, entry, "input", types)?;
    if let Some(input) = &input {
        types.mark_input(input);
    }
    let declared = schema(api, pointer, entry, "output", types)?;
    let declared = declared.map_or(Output::Empty, Output::Json);
    let output = fixups::output(&api.service, &name).unwrap_or(declared);
    let query = texts(api, pointer, entry, "query")?;
    entries::names(query.iter().map(String::as_str)).map_err(at("query"))?;
    let pages = query.iter().any(|option| option == "continuationToken");
    let paged = match &output {
        Output::Json(answer) if pages => types.mark_page(answer),
        _ => false,
    };
    let mut names = Names::new(naming::OF_CALL);
    let query = query.into_iter().map(|name| {
        let (rust, kind) = (names.one(&snake(&name)), fixups::query_option(&name));
        QueryOption {
            name,
            rust,
            era: Era::Both,
            kind,
        }
    });
    let mut names = Names::new(naming::OF_METHOD);
    let args = args.into_iter().map(|name| {
        let (rust, kind) = (names.one(&snake(&name)), fixups::argument(&name));
        Arg { name, rust, kind }
    });
    Ok(Method {
        called,
        in_queue: None,
        description: string("description")?,
        era: Era::Both,
        verb: string("method")?,
        args: args.collect(),
        query: query.collect(),
        input,
        output,
        scopes: scopes.cloned(),
        stability: string("stability")?,
        category: entry
            .get("category")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        name,
        route,
        paged,
    })
}

fn events(exchanges: &Reference, types: &mut Types<'_>) -> Result<Events> {
    let top = |key| text(exchanges, "", &exchanges.json, key);
    let prefix = top("exchangePrefix")?;
    let mut scope = Scope::new(&[], &[]);
    let topic = |(pointer, entry): (String, &Value)| -> Result<Topic> {
        expect(exchanges, &pointer, entry, "type", &["topic-exchange"])?;
        let string = |key| text(exchanges, &pointer, entry, key);
        let message = schema(exchanges, &pointer, entry, "schema", types)?;
        let name = string("name")?;
        let exchange = format!("{prefix}{}", string("exchange")?);
        let at = |key: &str| {
            let place = format!("{pointer}/{key}");
            move |why: entries::Refused| Error::at(&exchanges.file, &place, why)
        };
        let called = scope.called(&name).map_err(at("name"))?;
        entries::exchange(&exchange).map_err(at("exchange"))?;
        Ok(Topic {
            name,
            called,
            era: Era::Both,
            description: string("description")?,
            exchange,
            fields: routing_key(exchanges, &pointer, entry)?,
            message: message.unwrap_or(Type::Any),
        })
    };
    Ok(Events {
        description: top("description")?,
        topics: exchanges.entries().map(topic).collect::<Result<_>>()?,
    })
}

fn routing_key(exchanges: &Reference, pointer: &str, entry: &Value) -> Result<Vec<RoutingField>> {
    let pointer = format!("{pointer}/routingKey");
    let wrong = |why: String| Error::at(&exchanges.file, &pointer, why);
    let fields = entry.get("routingKey").and_then(Value::as_array);
    let fields = fields.ok_or_else(|| wrong("must be a list".to_owned()))?;
    let mut names = Names::new(naming::OF_SELECTION);
    let fields = fields
        .iter()
        .enumerate()
        .map(|(i, field)| routing_field(exchanges, &format!("{pointer}/{i}"), field, &mut names))
        .collect::<Result<Vec<_>>>()?;
    entries::names(fields.iter().map(|field| &*field.name)).map_err(wrong)?;
    // Where one ends and the other begins, nobody could say.
    if fields.iter().filter(|field| field.multiple_words).count() > 1 {
        return Err(wrong("more than one field has several words".to_owned()));
    }
    Ok(fields)
}

fn routing_field(
    exchanges: &Reference,
    pointer: &str,
    field: &Value,
    names: &mut Names,
) -> Result<RoutingField> {
    let name = text(exchanges, pointer, field, "name")?;
    let flag = |key: &str| field.get(key).and_then(Value::as_bool).unwrap_or(false);
    let constant = field.get("constant").and_then(Value::as_str);
    constant
        .map_or(Ok(()), entries::constant)
        .map_err(|why| Error::at(&exchanges.file, &format!("{pointer}/constant"), why))?;
    let max_size = field.get("maxSize").and_then(Value::as_u64);
    Ok(RoutingField {
        rust: names.one(&snake(&name)),
        name,
        summary: text(exchanges, pointer, field, "summary")?,
        constant: constant.map(str::to_owned),
        multiple_words: flag("multipleWords"),
        required: flag("required"),
        max_size: max_size.map(|size| size.min(MAX_ROUTING_KEY)),
    })
}

/// The type of a schema that an entry names.
fn schema(
    reference: &Reference,
    pointer: &str,
    entry: &Value,
    key: &str,
    types: &mut Types<'_>,
) -> Result<Option<Type>> {
    let Some(name) = entry.get(key).filter(|name| !name.is_null()) else {
        return Ok(None);
    };
    let pointer = format!("{pointer}/{key}");
    let name = name
        .as_str()
        .ok_or_else(|| Error::at(&reference.file, &pointer, "must be a text"))?;
    if name == "blob" {
        // Once the reference format's own word for bytes; no method has used it with success.
        return Err(Error::at(
            &reference.file,
            &pointer,
            "`blob` outputs need a fix-up",
        ));
    }
    let folder = format!("{}/{}/", reference.service, reference.version);
    match types.resolve(&folder, name) {
        Some((key, place)) => types.lower(&key, &place, "").map(Some),
        None => Err(Error::at(
            &reference.file,
            &pointer,
            format!("there is no schema {name}"),
        )),
    }
}

fn text(reference: &Reference, pointer: &str, json: &Value, key: &str) -> Result<String> {
    match json.get(key).and_then(Value::as_str) {
        Some(text) => Ok(text.to_owned()),
        None => {
            let why = format!("the text `{key}` is missing");
            Err(Error::at(&reference.file, pointer, why))
        }
    }
}

fn texts(reference: &Reference, pointer: &str, json: &Value, key: &str) -> Result<Vec<String>> {
    let wrong = || {
        Error::at(
            &reference.file,
            &format!("{pointer}/{key}"),
            "must be a list of texts",
        )
    };
    match json.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(values)) => values
            .iter()
            .map(|v| v.as_str().map(str::to_owned).ok_or_else(wrong))
            .collect(),
        Some(_) => Err(wrong()),
    }
}

fn expect(
    reference: &Reference,
    pointer: &str,
    entry: &Value,
    key: &str,
    known: &[&str],
) -> Result<()> {
    let value = text(reference, pointer, entry, key)?;
    if known.contains(&value.as_str()) {
        return Ok(());
    }
    let why = format!(
        "`{value}` is not known to this generator (known: {})",
        known.join(", ")
    );
    Err(Error::at(&reference.file, &format!("{pointer}/{key}"), why))
}

/// The options beside those of every list, which need a call type of their own.
pub fn own_options(method: &Method) -> bool {
    let of_lists = |option: &QueryOption| {
        method.paged && matches!(option.name.as_str(), "limit" | "continuationToken")
    };
    method.query.iter().any(|option| !of_lists(option))
}

/// How Rust's side of a scalar is written in an argument list.
pub fn scalar_type(kind: Scalar) -> &'static str {
    match kind {
        Scalar::Text => "&str",
        Scalar::Count => "u32",
        Scalar::Number => "u64",
        Scalar::Flag => "bool",
        Scalar::Date => "time::OffsetDateTime",
    }
}
