//! The references of the APIs: which methods there are, and what each of them takes.

pub(crate) mod folder;
pub(crate) mod newer;
pub(crate) mod patterns;
pub(crate) mod schemas;

use std::io;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use serde_json::Value;
use taskcluster_core::scopes::Expression;

use crate::checks::scopes::ScopeCheck;
use crate::http::errors::{ApiError, Code};
use crate::http::route::{Last, Route};
use schemas::Schemas;

const BUNDLE: &str = include_str!("../generated/apis.json");

static OWN: LazyLock<Result<Arc<Apis>, String>> = LazyLock::new(|| {
    let bundle = serde_json::from_str(BUNDLE).map_err(|e| e.to_string())?;
    Apis::read(&bundle).map(Arc::new)
});

/// All that the references say.
pub(crate) struct Apis {
    pub(crate) methods: Vec<ApiMethod>,
    exchanges: Vec<Exchange>,
    pub(crate) schemas: Schemas,
    /// Whether these are references of what came after 2018: a Taskcluster that has task queues.
    pub(crate) is_today: bool,
}

/// One method of the API of one service.
pub(crate) struct ApiMethod {
    pub(crate) service: String,
    pub(crate) version: String,
    pub(crate) name: String,
    /// The verb, in capitals.
    pub(crate) verb: String,
    pub(crate) route: Route,
    pub(crate) query: Vec<String>,
    /// The identifier of the payload's schema.
    pub(crate) input: Option<String>,
    /// The identifier of the answer's schema.
    pub(crate) output: Option<String>,
    pub(crate) scopes: Option<ScopeCheck>,
}

/// One exchange that a service publishes messages on.
pub(crate) struct Exchange {
    service: String,
    name: String,
    /// With the prefix of the service.
    pub(crate) path: String,
    /// The fields of the routing key, each with the one value that it ever has, where that is so.
    pub(crate) key: Vec<(String, Option<String>)>,
    /// The identifier of the messages' schema.
    pub(crate) schema: String,
}

impl Apis {
    /// The references that this crate carries, read once in a process.
    pub(crate) fn own() -> Result<Arc<Self>, &'static str> {
        OWN.as_ref().map(Arc::clone).map_err(String::as_str)
    }

    /// The references in a folder.
    pub(crate) fn of_folder(path: &Path) -> io::Result<Arc<Self>> {
        let apis = Self::read(&folder::read(path)?);
        apis.map(Arc::new).map_err(|why| folder::wrong(path, &why))
    }

    /// Reads references and schemas that are together in one value.
    fn read(bundle: &Value) -> Result<Self, String> {
        let (mut methods, mut exchanges) = (Vec::new(), Vec::new());
        for reference in list(bundle, "references")? {
            for entry in list(reference, "entries")? {
                if reference.get("exchangePrefix").is_some() {
                    exchanges.push(Exchange::read(reference, entry)?);
                } else {
                    methods.push(ApiMethod::read(reference, entry)?);
                }
            }
        }
        let mut names = methods
            .iter()
            .map(|method| (&*method.service, &*method.name));
        let apis = Self {
            is_today: names.any(|name| name == ("queue", "listTaskQueues")),
            methods,
            exchanges,
            schemas: Schemas::read(&bundle["schemas"])?,
        };
        apis.check_schemas()?;
        Ok(apis)
    }

    /// Whether there is each schema that a reference names.
    fn check_schemas(&self) -> Result<(), String> {
        let of_methods = self.methods.iter();
        let of_methods = of_methods.flat_map(|method| method.input.iter().chain(&method.output));
        let of_exchanges = self.exchanges.iter().map(|exchange| &exchange.schema);
        match of_methods
            .chain(of_exchanges)
            .find(|id| !self.schemas.has(id))
        {
            Some(id) => Err(format!(
                "a reference names the schema {id}, which is not there"
            )),
            None => Ok(()),
        }
    }

    pub(crate) fn method(&self, service: &str, name: &str) -> Option<&ApiMethod> {
        self.methods
            .iter()
            .find(|method| method.service == service && method.name == name)
    }

    pub(crate) fn exchange(&self, service: &str, name: &str) -> Option<&Exchange> {
        self.exchanges
            .iter()
            .find(|exchange| exchange.service == service && exchange.name == name)
    }
}

impl Exchange {
    fn read(reference: &Value, entry: &Value) -> Result<Self, String> {
        let (service, name) = (text(reference, "serviceName")?, text(entry, "name")?);
        let field = |field: &Value| {
            let constant = field["constant"].as_str().map(str::to_owned);
            Ok((text(field, "name")?, constant))
        };
        let path = text(reference, "exchangePrefix")? + &text(entry, "exchange")?;
        Ok(Self {
            path,
            key: list(entry, "routingKey")?
                .iter()
                .map(field)
                .collect::<Result<_, String>>()?,
            schema: schema_id(&service, &text(entry, "schema")?),
            service,
            name,
        })
    }
}

impl ApiMethod {
    fn read(reference: &Value, entry: &Value) -> Result<Self, String> {
        let (service, name) = (text(reference, "serviceName")?, text(entry, "name")?);
        let (route, args) = (text(entry, "route")?, strings(entry, "args"));
        let scopes = match entry.get("scopes") {
            None | Some(Value::Null) => None,
            Some(scopes) => {
                let expression = Expression::try_from(scopes);
                let check = expression.and_then(|expression| ScopeCheck::new(expression, &args));
                Some(check.map_err(|e| format!("the scopes of {service}.{name}: {e}"))?)
            }
        };
        let schema = |key| {
            let path = entry.get(key)?.as_str().filter(|path| *path != "blob")?;
            Some(schema_id(&service, path))
        };
        Ok(Self {
            version: text(reference, "apiVersion")?,
            verb: text(entry, "method")?.to_uppercase(),
            route: Route::new(&route, last_argument(&service, &route)),
            query: strings(entry, "query"),
            input: schema("input"),
            output: schema("output"),
            service,
            name,
            scopes,
        })
    }

    /// How errors of the fake itself name the method.
    pub(crate) fn label(&self) -> String {
        format!("{}.{}", self.service, self.name)
    }
}

/// The identifier of a schema that a reference names. A few are named in full, by the place where
/// they were once published.
fn schema_id(service: &str, path: &str) -> String {
    let path = path.trim_end_matches('#');
    match path.strip_prefix("http://schemas.taskcluster.net") {
        Some(path) => format!("/schemas{path}#"),
        None if path.starts_with("/schemas/") => format!("{path}#"),
        None => format!("/schemas/{service}/{path}#"),
    }
}

/// What the last argument of a route takes of the path.
fn last_argument(service: &str, route: &str) -> Last {
    let ends = |end: &str| route.ends_with(end);
    match (service, route) {
        ("queue" | "index", _) if ends("/<name>") => Last::Rest,
        ("secrets", "/secret/<name>") => Last::Rest,
        ("object", "/download/<name>" | "/start-download/<name>" | "/metadata/<name>") => {
            Last::Rest
        }
        (
            "worker-manager",
            "/worker-pool/<workerPoolId>"
            | "/worker-pool-errors/<workerPoolId>"
            | "/workers/<workerPoolId>",
        ) => Last::Rest,
        ("auth", _) if ends("/<prefix>") => Last::Rest,
        // Named by two words once, of which old clients still make two segments.
        ("queue", "/claim-work/<taskQueueId>" | "/pending/<taskQueueId>")
        | ("purge-cache", "/purge-cache/<workerPoolId>") => Last::Rest,
        ("index", "/namespaces/<namespace>" | "/tasks/<namespace>") => Last::Optional,
        _ => Last::Segment,
    }
}

fn list<'v>(value: &'v Value, key: &str) -> Result<&'v Vec<Value>, String> {
    value[key]
        .as_array()
        .ok_or_else(|| format!("{key:?} is not a list"))
}

fn text(value: &Value, key: &str) -> Result<String, String> {
    value[key]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| format!("{key:?} is not a text"))
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    let texts = value[key].as_array().into_iter().flatten();
    texts
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

impl Apis {
    /// Checks a payload by the schema of the method that it is for, and fills in what it leaves out.
    pub(crate) fn check_payload(
        &self,
        method: &ApiMethod,
        payload: &mut Value,
    ) -> Result<(), ApiError> {
        let Some(schema) = &method.input else {
            return Ok(());
        };
        self.schemas.fill_in(schema, payload);
        self.check_by(schema, payload)
    }

    /// Whether the references come with a schema.
    pub(crate) fn has_schema(&self, schema: &str) -> bool {
        self.schemas.has(schema)
    }

    /// Checks a part of a payload by another schema.
    pub(crate) fn check_by(&self, schema: &str, part: &Value) -> Result<(), ApiError> {
        self.schemas.check(schema, part).map_err(|problems| {
            let problems = problems.join("\n    * ");
            let message = format!(
                "\nSchema Validation Failed!\n  Rejecting Schema: {schema}\n  Errors:\n    * {problems}"
            );
            ApiError::new(Code::InputValidationError, message)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_references_are_read_whole() {
        let apis = Apis::own().expect("readable references");
        assert!(apis.methods.len() > 100);
        assert!(apis.exchanges.len() > 20);
    }
}
