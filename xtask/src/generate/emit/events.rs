//! `events.rs`, `selections.rs`, `topics.rs`: the service's exchanges.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use taskcluster_core::Era;

use super::header;
use super::text::{doc, era, literal, own_doc};
use super::types::type_name;
use crate::generate::model::{Events, QUEUE, RoutingField, Service, Topic};
use crate::generate::naming::camel;

pub fn emit(service: &Service, events: &Events, files: &mut BTreeMap<String, String>) {
    files.insert("events.rs".to_owned(), exchanges(service, events));
    files.insert("selections.rs".to_owned(), selections(service, events));
    files.insert("topics.rs".to_owned(), topics(service, events));
}

/// The type with one function per exchange.
pub fn type_of(service: &Service) -> String {
    format!("{}Events", camel(&service.name))
}

fn exchanges(service: &Service, events: &Events) -> String {
    let mut out = header(service, "The service's exchanges.");
    out += "\nuse super::selections;\n\n";
    out += &doc(0, std::slice::from_ref(&events.description));
    let name = type_of(service);
    let _ = writeln!(
        out,
        "#[derive(Clone, Copy, Debug)]\npub struct {name};\n\nimpl {name} {{"
    );
    let functions: Vec<String> = events.topics.iter().map(exchange).collect();
    out += &functions.join("\n");
    out + "}\n"
}

fn exchange(topic: &Topic) -> String {
    let of_era = era(topic.era, Era::Both).map(str::to_owned);
    let docs: Vec<String> = [topic.description.clone()]
        .into_iter()
        .chain(of_era)
        .collect();
    let mut out = doc(4, &docs);
    let message = type_name(&topic.message, "super::types::");
    out += "    ///\n";
    out += &own_doc(
        4,
        &format!("* Exchange: `{}`\n* Message: [`{message}`]", topic.exchange),
    );
    let name = &topic.called.function;
    if name.trim_start_matches("r#") != topic.name {
        let _ = writeln!(out, "    #[doc(alias = {})]", literal(&topic.name));
    }
    let selection = &topic.called.ty;
    let _ = writeln!(
        out,
        "    pub fn {name}() -> selections::{selection} {{\n        selections::{selection}::new()\n    }}"
    );
    out
}

fn selections(service: &Service, events: &Events) -> String {
    let mut out = header(
        service,
        "Which messages of an exchange to hear of, field by field.",
    );
    out += "\nuse super::topics;\n";
    for topic in &events.topics {
        let name = &topic.called.ty;
        let function = format!("{}::{}", type_of(service), topic.called.function);
        out += "\ntaskcluster_core::selection! {\n";
        out += &own_doc(
            4,
            &format!("Selects messages of [`{function}`](super::{function})."),
        );
        let constant = &topic.called.constant;
        let both = topic.names_queue().then(|| format!(" [{QUEUE}]"));
        let both = both.unwrap_or_default();
        let message = type_name(&topic.message, "super::types::");
        let _ = writeln!(
            out,
            "    pub struct {name} of topics::{constant} => {message}{both} {{"
        );
        for field in topic.fields.iter().filter(|field| field.constant.is_none()) {
            out += &doc(8, std::slice::from_ref(&field.summary));
            let _ = writeln!(out, "        {} = {},", field.rust, literal(&field.name));
        }
        out += "    }\n}\n";
    }
    out
}

fn topics(service: &Service, events: &Events) -> String {
    let mut out = header(service, "Exchange and routing key of each kind of message.");
    out += "\nuse taskcluster_core::routing_key::{Field, Topic};\n";
    for topic in &events.topics {
        let fields: Vec<String> = topic.fields.iter().map(field).collect();
        let _ = writeln!(
            out,
            "\npub(super) const {}: Topic = Topic {{ exchange: {}, name: {}, fields: &[{}] }};",
            topic.called.constant,
            literal(&topic.exchange),
            literal(&topic.name),
            fields.join(", ")
        );
    }
    let names: Vec<String> = events
        .topics
        .iter()
        .map(|topic| topic.called.constant.clone())
        .collect();
    let _ = writeln!(
        out,
        "\n/// All exchanges of the service, as data.\npub static TOPICS: &[Topic] = &[{}];",
        names.join(", ")
    );
    out
}

fn field(field: &RoutingField) -> String {
    let RoutingField {
        name,
        constant,
        multiple_words,
        required,
        max_size,
        ..
    } = field;
    let name = literal(name);
    match (constant, max_size) {
        (Some(value), None) => format!("Field::constant({name}, {})", literal(value)),
        (None, Some(size)) if *multiple_words => {
            format!("Field::words({name}, {required}, {size})")
        }
        (None, Some(size)) => format!("Field::word({name}, {required}, {size})"),
        _ => format!(
            "Field {{ name: {name}, constant: {}, multiple_words: {multiple_words}, \
             required: {required}, max_size: {max_size:?} }}",
            constant.as_ref().map_or("None".to_owned(), |value| format!(
                "Some({})",
                literal(value)
            )),
        ),
    }
}
