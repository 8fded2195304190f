//! `endpoints.rs`: the facts of each method as data.

use std::fmt::Write as _;

use super::{header, literal};
use crate::generate::model::{Method, Output, Service};
use crate::generate::naming::{camel, constant};

pub fn emit(service: &Service) -> String {
    let mut out = header(
        service,
        "Verb, route, arguments and options of each method.",
    );
    out += "\nuse taskcluster_core::{Endpoint, Method, Output};\n";
    for method in &service.methods {
        let _ = write!(
            out,
            "\npub(super) const {}: Endpoint = {};\n",
            constant(&method.name),
            value(service, method)
        );
    }
    let names: Vec<String> = service.methods.iter().map(|m| constant(&m.name)).collect();
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
    format!(
        "Endpoint {{ service: {}, version: {}, name: {}, method: Method::{}, route: {}, args: &[{}], \
         query: &[{}], input: {}, output: Output::{output} }}",
        literal(&service.name),
        literal(&service.version),
        literal(&method.name),
        camel(&method.verb),
        literal(&method.route),
        args.collect::<Vec<_>>().join(", "),
        query.collect::<Vec<_>>().join(", "),
        method.input.is_some(),
    )
}
