//! `calls.rs`: calls with query options of their own.

use super::header;
use super::text::{era, literal, own_doc};
use super::types::{path, type_name};
use crate::generate::lower::{own_options, scalar_type};
use crate::generate::model::{Method, Output, Service, Type};
use crate::generate::naming::camel;

/// The file and the names in it, if any method has options of its own.
pub fn emit(service: &Service) -> Option<(Vec<String>, String)> {
    let methods: Vec<&Method> = service.methods.iter().filter(|m| own_options(m)).collect();
    if methods.is_empty() {
        return None;
    }
    let mut out = header(service, "Calls that take query options of their own.");
    let types: Vec<String> = methods
        .iter()
        .filter_map(|m| path(output(m)?, "super::"))
        .collect();
    if !types.is_empty() {
        out += "\nuse super::types;\n";
    }
    for method in &methods {
        out += &call(service, method);
    }
    Some((
        methods
            .iter()
            .map(|method| method.called.ty.clone())
            .collect(),
        out,
    ))
}

fn output(method: &Method) -> Option<&Type> {
    match &method.output {
        Output::Json(ty) => Some(ty),
        _ => None,
    }
}

/// What a call answers, as a type.
pub fn answer(method: &Method) -> String {
    match &method.output {
        Output::Empty => "()".to_owned(),
        Output::Json(ty) => type_name(ty, "types::"),
        Output::Redirect => "taskcluster_core::Redirect".to_owned(),
        Output::Blob => "taskcluster_core::Blob".to_owned(),
    }
}

fn call(service: &Service, method: &Method) -> String {
    let client = camel(&service.name);
    let docs = format!(
        "A call of [`{client}::{}`](super::{client}::{0}): its query options, and the verbs of a \
         [`Call`](taskcluster_core::Call).",
        method.called.function
    );
    let mut out = String::from("\ntaskcluster_core::call_with_options! {\n");
    out += &own_doc(4, &docs);
    out += &format!(
        "    pub struct {} -> {}{} {{\n",
        method.called.ty,
        answer(method),
        if method.paged { " as Page" } else { "" }
    );
    for option in &method.query {
        let docs = match option.name.as_str() {
            "limit" => "How many items a page has at most; the server may send fewer.".to_owned(),
            "continuationToken" => {
                "Begins with the page that follows the one from which this token is.".to_owned()
            }
            name => format!("Sets the query option `{name}`; see the method for its meaning."),
        };
        out += &match era(option.era, method.era) {
            Some(era) => own_doc(8, &format!("{docs} {era}")),
            None => own_doc(8, &docs),
        };
        out += &format!(
            "        {}: {} = {},\n",
            option.rust,
            scalar_type(option.kind),
            literal(&option.name)
        );
    }
    out += "    }\n}\n";
    out
}
