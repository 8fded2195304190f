//! `endpoints.rs`: the facts of each method as data.

use std::fmt::Write as _;

use serde_json::Value;
use taskcluster_core::Derived;

use super::text::literal;
use super::{header, scopes};
use crate::generate::fixups::{derived, extras, is_harmful};
use crate::generate::model::{Method, Output, Service};
use crate::generate::naming::camel;

pub fn emit(service: &Service) -> String {
    let mut out = header(
        service,
        "Verb, route, arguments and options of each method.",
    );
    let derives = |method: &Method| rules(service, method).next().is_some();
    let derived = if service.methods.iter().any(derives) {
        "Derived, "
    } else {
        ""
    };
    if service.methods.iter().any(|method| method.scopes.is_some()) {
        out += "\nuse taskcluster_core::scopes::StaticExpression;";
    }
    let _ = write!(
        out,
        "\nuse taskcluster_core::{{{derived}Endpoint, Era, Method, Output, Repeat}};\n"
    );
    for method in service.methods.iter().chain(&extras::roots(service)) {
        let _ = write!(
            out,
            "\npub(super) const {}: Endpoint = {};\n",
            method.called.constant,
            value(service, method)
        );
    }
    let names: Vec<String> = service
        .methods
        .iter()
        .map(|m| m.called.constant.clone())
        .collect();
    let _ = write!(
        out,
        "\n/// All methods of the service, as data.\npub static ENDPOINTS: &[Endpoint] = &[{}];\n",
        names.join(", ")
    );
    out
}

fn value(service: &Service, method: &Method) -> String {
    let args = method.args.iter().map(|arg| literal(&arg.name));
    let query = method.query.iter().map(|option| literal(&option.name));
    let output = match method.output {
        Output::Empty => "Empty",
        Output::Json(_) => "Json",
        Output::Redirect => "Redirect",
        Output::Blob => "Blob",
    };
    let repeat = if is_harmful(&service.name, &method.name) {
        "Harmful"
    } else {
        "Harmless"
    };
    let rules =
        rules(service, method).map(|(name, rule)| format!("({name:?}, {})", derivation(rule)));
    format!(
        "Endpoint {{ service: {}, version: {}, name: {}, method: Method::{}, route: {}, args: &[{}], \
         query: &[{}], input: {}, output: Output::{output}, repeat: Repeat::{repeat}, era: Era::{:?}, scopes: {}, derived: &[{}] }}",
        literal(&service.name),
        literal(&service.version),
        literal(&method.name),
        camel(&method.verb),
        literal(&method.route),
        args.collect::<Vec<_>>().join(", "),
        query.collect::<Vec<_>>().join(", "),
        method.input.is_some(),
        method.era,
        method.scopes.as_ref().map_or("None".to_owned(), |scopes| {
            format!("Some({})", scopes::constant(scopes))
        }),
        rules.collect::<Vec<_>>().join(", "),
    )
}

/// The rules for parameters that the scopes of this era, or of both, have.
fn rules<'m>(
    service: &Service,
    method: &'m Method,
) -> impl Iterator<Item = &'static (&'static str, Derived)> + use<'m> {
    let scopes = method
        .scopes
        .as_ref()
        .map_or_else(String::new, Value::to_string);
    let derived = derived(&service.name, &method.name).iter();
    derived.filter(move |(name, _)| scopes.contains(name))
}

fn derivation(rule: &Derived) -> String {
    let list = |texts: &[&str]| format!("&{texts:?}");
    let rule = match *rule {
        Derived::UpTo(name, texts) => format!("UpTo({name:?}, {})", list(texts)),
        Derived::IsOneOf(name, texts) => format!("IsOneOf({name:?}, {})", list(texts)),
        // The others are written as Rust writes them.
        other => format!("{other:?}"),
    };
    format!("Derived::{rule}")
}
