//! The references of the APIs: which methods there are, and what each of them takes.

pub(crate) mod fit;
pub(crate) mod folder;
mod given;
mod order;
pub(crate) mod patterns;
pub(crate) mod pools;
pub(crate) mod publish;
pub(crate) mod schemas;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use serde_json::Value;
use taskcluster_core::Era;
use taskcluster_core::scopes::Expression;

use crate::checks::scopes::ScopeCheck;
use crate::http::route::{Last, Route};
pub(crate) use given::Given;
use schemas::Schemas;

/// The references of each era, as `cargo xtask generate` writes them.
const CLASSIC: &str = include_str!("../generated/classic.json");
const TODAY: &str = include_str!("../generated/today.json");

/// Those that were needed in this process, each read once.
static READ: [LazyLock<Result<Arc<Apis>, String>>; 3] = [
    LazyLock::new(|| Apis::of_texts(&[(Era::Classic, CLASSIC)])),
    LazyLock::new(|| Apis::of_texts(&[(Era::Today, TODAY)])),
    LazyLock::new(|| Apis::of_texts(&[(Era::Today, TODAY), (Era::Classic, CLASSIC)])),
];

/// References and schemas of one era, together in one value.
struct Bundle {
    is_classic: bool,
    /// What the schemas' identifiers begin with: those of a second era are others.
    space: &'static str,
    json: Value,
}

/// Where the schemas of 2018 are, beside those of today.
const CLASSIC_SPACE: &str = "/classic";

/// All that the references say; of both eras, those of today come first.
pub(crate) struct Apis {
    pub(crate) methods: Vec<ApiMethod>,
    pub(crate) exchanges: Vec<Exchange>,
    pub(crate) schemas: Schemas,
    /// Whether these are references of what came after 2018, or those of both eras.
    pub(crate) is_today: bool,
    /// Whether these are the references of both eras.
    pub(crate) has_both: bool,
    /// The references themselves, by the paths at which deployments publish them.
    pub(crate) published: BTreeMap<String, Value>,
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
    /// Whether the references are those of 2018.
    pub(crate) is_classic: bool,
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
    /// The references of an era that this crate carries.
    pub(crate) fn own(era: Era) -> Result<Arc<Self>, &'static str> {
        let at = match era {
            Era::Classic => 0,
            Era::Today => 1,
            _ => 2,
        };
        READ[at].as_ref().map(Arc::clone).map_err(String::as_str)
    }

    /// The references in a folder.
    pub(crate) fn of_folder(path: &Path) -> io::Result<Arc<Self>> {
        let json = folder::read(path)?;
        let apis = Self::own(Era::Both).map_err(str::to_owned);
        let apis = apis.and_then(|own| {
            let is_classic = own.knows_as_classic(&json)?;
            let space = "";
            Self::read(&[Bundle {
                is_classic,
                space,
                json,
            }])
        });
        apis.map(Arc::new).map_err(|why| folder::wrong(path, &why))
    }

    /// Whether references are those of 2018: they have methods that only these have, and none that only
    /// today's have. Nothing in them says so.
    fn knows_as_classic(&self, json: &Value) -> Result<bool, String> {
        let (mut classic, mut today) = (false, false);
        for reference in list(json, "references")? {
            let service = text(reference, "serviceName")?;
            for entry in list(reference, "entries")? {
                let name = text(entry, "name")?;
                let eras = self.named(&service, &name).map(|method| method.is_classic);
                match *Vec::from_iter(eras) {
                    [true] => classic = true,
                    [false] => today = true,
                    _ => {}
                }
            }
        }
        Ok(classic && !today)
    }

    fn of_texts(texts: &[(Era, &str)]) -> Result<Arc<Self>, String> {
        let spaces = ["", CLASSIC_SPACE].into_iter();
        let bundle = |((era, text), space): (&(Era, &str), &'static str)| {
            let json = serde_json::from_str(text).map_err(|e| e.to_string())?;
            Ok(Bundle {
                is_classic: *era == Era::Classic,
                space,
                json,
            })
        };
        let bundles: Vec<Bundle> = texts
            .iter()
            .zip(spaces)
            .map(bundle)
            .collect::<Result<_, String>>()?;
        Self::read(&bundles).map(Arc::new)
    }

    fn read(bundles: &[Bundle]) -> Result<Self, String> {
        let (mut methods, mut exchanges) = (Vec::new(), Vec::new());
        let mut published = BTreeMap::new();
        for bundle in bundles {
            for reference in list(&bundle.json, "references")? {
                for entry in list(reference, "entries")? {
                    if reference.get("exchangePrefix").is_some() {
                        exchanges.push(Exchange::read(reference, entry, bundle)?);
                    } else {
                        methods.push(ApiMethod::read(reference, entry, bundle)?);
                    }
                }
                let path = publish::path(reference)?;
                published.entry(path).or_insert_with(|| reference.clone());
            }
        }
        let schemas = bundles
            .iter()
            .map(|bundle| (bundle.space, &bundle.json["schemas"]));
        let apis = Self {
            has_both: bundles.len() > 1,
            is_today: bundles.iter().any(|bundle| !bundle.is_classic),
            methods,
            exchanges,
            schemas: Schemas::read(schemas)?,
            published,
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

    /// The methods of a name: one, or that of each era.
    pub(crate) fn named(&self, service: &str, name: &str) -> impl Iterator<Item = &ApiMethod> {
        let methods = self.methods.iter();
        methods.filter(move |method| method.service == service && method.name == name)
    }

    /// The exchanges of a name: one, or that of each era.
    pub(crate) fn exchanges(&self, service: &str, name: &str) -> Vec<&Exchange> {
        let exchanges = self.exchanges.iter();
        let is_it = |exchange: &&Exchange| exchange.service == service && exchange.name == name;
        exchanges.filter(is_it).collect()
    }

    /// The schemas by which a method of this name may answer, in one era or the other.
    pub(crate) fn outputs(&self, service: &str, name: &str) -> Vec<&str> {
        let methods = self.named(service, name);
        methods
            .filter_map(|method| method.output.as_deref())
            .collect()
    }
}

impl Exchange {
    fn read(reference: &Value, entry: &Value, bundle: &Bundle) -> Result<Self, String> {
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
            schema: bundle.space.to_owned() + &schema_id(&service, &text(entry, "schema")?),
            service,
            name,
        })
    }
}

impl ApiMethod {
    fn read(reference: &Value, entry: &Value, bundle: &Bundle) -> Result<Self, String> {
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
            Some(bundle.space.to_owned() + &schema_id(&service, path))
        };
        Ok(Self {
            version: text(reference, "apiVersion")?,
            verb: text(entry, "method")?.to_uppercase(),
            route: Route::new(&route, last_argument(&service, &route)),
            query: strings(entry, "query"),
            input: schema("input"),
            output: schema("output"),
            is_classic: bundle.is_classic,
            service,
            name,
            scopes,
        })
    }

    /// Whether a request's verb asks for this: whatever can be got can be asked for its headers alone.
    pub(crate) fn is_asked_by(&self, verb: &str) -> bool {
        self.verb == if verb == "HEAD" { "GET" } else { verb }
    }

    /// Whether a request's verb asks for this though no reference says so: the index lets its lists be posted
    /// for, as they were before it had others.
    pub(crate) fn is_asked_unlisted_by(&self, verb: &str) -> bool {
        let is_list = matches!(self.name.as_str(), "listNamespaces" | "listTasks");
        verb == "POST" && self.service == "index" && is_list
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
        ("queue", _) if route.starts_with("/task-queues/<taskQueueId>/") => Last::BeforeWord,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_references_are_read_whole() {
        for (era, methods, exchanges) in [
            (Era::Classic, 144, 23),
            (Era::Today, 194, 37),
            (Era::Both, 338, 60),
        ] {
            let apis = Apis::own(era).expect("readable references");
            assert_eq!(apis.methods.len(), methods);
            assert_eq!(apis.exchanges.len(), exchanges);
        }
    }
}
