//! `api.rs`: the service's client, one method per endpoint.

use taskcluster_core::Era;

use super::calls::answer;
use super::categories;
use super::examples::Examples;
use super::text::{doc, era, literal, own_doc};
use super::types::{path, type_name};
use super::{header, scopes};
use crate::generate::fixups::{extras, is_harmful};
use crate::generate::lower::{own_options, scalar_type};
use crate::generate::model::{Arg, Method, Output, QUEUE, Scalar, Service, Type};
use crate::generate::naming::camel;

pub fn emit(service: &Service, package: &str) -> String {
    let client = camel(&service.name);
    let mut out = header(service, "The service's client.");
    out += "\nuse taskcluster_core::{ApiClient, Call, DefaultClient};\n\n";
    out += "use super::endpoints;\n";
    let named = |m: &Method| {
        let answer = match &m.output {
            Output::Json(ty) => path(ty, ""),
            _ => None,
        };
        (!own_options(m))
            .then_some(answer)
            .flatten()
            .or(m.input.as_ref().and_then(|ty| path(ty, "")))
    };
    if service.methods.iter().any(own_options) {
        out += "use super::calls;\n";
    }
    if service.methods.iter().any(|m| named(m).is_some()) {
        out += "use super::types;\n";
    }
    out.push('\n');
    let of_era = era(service.era, Era::Both).map(str::to_owned);
    let docs: Vec<String> = [service.description.clone()]
        .into_iter()
        .chain(of_era)
        .collect();
    let roots = extras::roots(service);
    let groups = categories::of(service.methods.iter().chain(&roots));
    out += &doc(0, &docs);
    out += &categories::overview(&groups);
    out += &format!(
        "#[derive(Clone, Debug)]\npub struct {client}<C = DefaultClient> {{\n    pub(crate) client: C,\n}}\n\n"
    );
    out += &format!(
        "impl<C: ApiClient> {client}<C> {{\n    /// The service as this client reaches \
         it. Clients are cheap to clone and share their\n    /// connections.\n    pub fn \
         new(client: &C) -> Self {{\n        Self {{ client: client.clone() }}\n    }}\n}}\n\n"
    );
    out += &own_client(service, &client);
    let examples = Examples::new(service, package);
    let blocks = groups.iter().map(|group| {
        let methods: Vec<String> = group
            .methods
            .iter()
            .map(|m| method(service, m, &examples))
            .collect();
        format!(
            "{}impl<C: ApiClient> {client}<C> {{\n{}}}\n",
            group.heading(),
            methods.join("\n")
        )
    });
    out + &blocks.collect::<Vec<_>>().join("\n")
}

/// The client inside: `client()` where the API has no method of this name, and `as_ref()` always.
fn own_client(service: &Service, client: &str) -> String {
    let mut out = String::new();
    if !service
        .methods
        .iter()
        .any(|m| m.called.function == "client")
    {
        out += &format!(
            "impl<C> {client}<C> {{\n    /// The client through which the service is reached.\n    \
             pub fn client(&self) -> &C {{\n        &self.client\n    }}\n}}\n\n"
        );
    }
    out + &format!(
        "impl<C> AsRef<C> for {client}<C> {{\n    /// The client through which the service is \
         reached.\n    fn as_ref(&self) -> &C {{\n        &self.client\n    }}\n}}\n\n"
    )
}

fn method(service: &Service, method: &Method, examples: &Examples<'_>) -> String {
    let repeat = if is_harmful(&service.name, &method.name) {
        "\n* Repeating: does harm, so tried again only where the server certainly did not act"
    } else {
        ""
    };
    let facts = format!(
        "* Request: `{} {}`, {} API {}\n* Scopes: {}\n* Stability: {}{repeat}",
        method.verb.to_uppercase(),
        method.route,
        service.name,
        service.version,
        scopes::phrase(method.scopes.as_ref()),
        method.stability,
    );
    let mut docs = vec![method.description.clone()];
    docs.extend(era(method.era, Era::Both).map(str::to_owned));
    docs.push(facts);
    let mut out = doc(4, &docs);
    out += &examples.of(method).unwrap_or_default();
    let name = &method.called.function;
    out += &alias(method, name);
    out += &function(method, name, None);
    if let Some(second) = &method.in_queue {
        out.push('\n');
        let link = name.trim_start_matches("r#");
        out += &own_doc(
            4,
            &format!(
                "[`{link}`](Self::{link}) with both words of the name of a task queue or worker \
                 pool as one: its `taskQueueId` or `workerPoolId`, \
                 `provisionerId/workerType`.\n\nAll servers that have the method take it, since \
                 the request is the same. A text of another form is an error, and nothing is sent."
            ),
        );
        out += &alias(method, second);
        out += &function(method, second, method.queue_at());
    }
    out
}

/// The API's own name, where Rust's is another.
fn alias(method: &Method, name: &str) -> String {
    if name.trim_start_matches("r#") == method.name {
        return String::new();
    }
    format!("    #[doc(alias = {})]\n", literal(&method.name))
}

/// The function; with the argument at `queue` and the one after it as one.
fn function(method: &Method, name: &str, queue: Option<usize>) -> String {
    let mut arguments = method.args.clone();
    if let Some(at) = queue {
        arguments.remove(at);
        QUEUE.clone_into(&mut arguments[at].rust);
    }
    let mut args = vec!["&self".to_owned()];
    for arg in &arguments {
        args.push(format!("{}: {}", arg.rust, scalar_type(arg.kind)));
    }
    if let Some(input) = &method.input {
        args.push(format!("payload: &{}", payload_type(input)));
    }
    let call = call(method, &arguments);
    let answer = if own_options(method) {
        format!("calls::{}<C>", method.called.ty)
    } else {
        format!("Call<C, {}>", answer(method))
    };
    let call = if own_options(method) {
        format!("{call}.into()")
    } else {
        call
    };
    format!(
        "    pub fn {name}({}) -> {answer} {{\n        {call}\n    }}\n",
        args.join(", ")
    )
}

/// The expression that makes the call.
fn call(method: &Method, arguments: &[Arg]) -> String {
    let kind = match &method.output {
        Output::Empty => "empty",
        Output::Json(Type::Any) => "untyped",
        Output::Json(_) => "json",
        Output::Redirect => "redirect",
        Output::Blob => "blob",
    };
    let args = arguments.iter().map(|arg| match arg.kind {
        Scalar::Text => arg.rust.clone(),
        _ => format!("&{}.to_string()", arg.rust),
    });
    let args: Vec<String> = args.collect();
    let payload = if method.input.is_some() {
        ".payload(payload)"
    } else {
        ""
    };
    format!(
        "Call::{kind}(&self.client, &endpoints::{}, &[{}]){payload}",
        method.called.constant,
        args.join(", ")
    )
}

fn payload_type(input: &Type) -> String {
    match input {
        Type::List(of) => format!("[{}]", type_name(of, "types::")),
        other => type_name(other, "types::"),
    }
}
