//! What services and their types can do that no reference has a word for.

use serde_json::Value;

use crate::generate::model::{Called, Method, Output, Service, StringEnum};
use crate::generate::naming::{self, Names};

/// A list that a service also answers with nothing in place of its argument, which nobody can send
/// as an empty one.
struct Root {
    service: &'static str,
    method: &'static str,
    function: &'static str,
    description: &'static str,
}

const ROOTS: [Root; 2] = [
    Root {
        service: "index",
        method: "listNamespaces",
        function: "list_root_namespaces",
        description: "Lists the namespaces that are in no other: where a walk over the whole index begins.",
    },
    Root {
        service: "index",
        method: "listTasks",
        function: "list_root_tasks",
        description: "Lists the entries that are in no namespace, whose index path is a single word.",
    },
];

/// The methods of a service that ask for what is in the root.
pub fn roots(service: &Service) -> Vec<Method> {
    let mut names = Names::new(naming::OF_SERVICE);
    let functions = service.methods.iter().map(|it| &it.called.function);
    functions.for_each(|name| names.take(name));
    let rules = ROOTS.iter().filter(|rule| rule.service == service.name);
    let root = |rule: &Root| {
        let method = service.methods.iter().find(|it| it.name == rule.method)?;
        let Output::Json(_) = method.output else {
            return None;
        };
        let [arg] = &*method.args else {
            return None;
        };
        let argument = format!("<{}>", arg.name);
        let scopes = method.scopes.as_ref();
        Some(Method {
            called: Called {
                function: names.one(rule.function),
                ty: method.called.ty.clone(),
                constant: format!("ROOT_{}", method.called.constant),
            },
            description: format!(
                "{}\n\nIt is `{}` with nothing in place of the {}.",
                rule.description, method.called.function, arg.name
            ),
            route: method.route.replace(&argument, ""),
            args: Vec::new(),
            scopes: scopes.map(|scopes| without(scopes, &argument)),
            ..method.clone()
        })
    };
    rules.filter_map(root).collect()
}

/// Scopes with nothing in place of an argument.
fn without(scopes: &Value, argument: &str) -> Value {
    match scopes {
        Value::String(scope) => scope.replace(argument, "").into(),
        Value::Array(all) => all.iter().map(|it| without(it, argument)).collect(),
        Value::Object(members) => {
            let members = members.iter();
            members
                .map(|(key, it)| (key.clone(), without(it, argument)))
                .collect()
        }
        other => other.clone(),
    }
}

/// The states in which tasks and runs of the queue have come to their end.
const RESOLVED: [&str; 3] = ["completed", "failed", "exception"];

/// The values of a state that are its end; none where it is no state of a task or run.
pub fn resolved<'e>(service: &str, item: &'e StringEnum) -> Vec<&'e str> {
    let value = |text: &str| item.values.iter().find(|value| value.text == text);
    let is_of_queue = matches!(service, "queue" | "hooks");
    let ends = RESOLVED.iter().filter(|_| is_of_queue);
    let ends: Option<Vec<&str>> = ends.map(|text| Some(&*value(text)?.name)).collect();
    // Why a run was resolved has other values.
    ends.filter(|_| value("running").is_some())
        .unwrap_or_default()
}

/// The rules of a service that name a method which it does not have.
pub fn stale(service: &Service) -> Vec<&'static str> {
    let has = |name: &str| service.methods.iter().any(|method| method.name == name);
    ROOTS
        .iter()
        .filter(|rule| rule.service == service.name && !has(rule.method))
        .map(|rule| rule.method)
        .collect()
}
