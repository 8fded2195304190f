//! Methods and exchanges by the names that other clients give to the services: `Queue`,
//! `QueueEvents`.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use taskcluster_core::routing_key::{Field, Topic};
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

use super::verdict::Stop;

/// Class, and the folder of its reference.
const CLASSES: &[(&str, &str)] = &[
    ("Auth", "auth"),
    ("AwsProvisioner", "aws-provisioner"),
    ("EC2Manager", "ec2-manager"),
    ("Github", "github"),
    ("Hooks", "hooks"),
    ("Index", "index"),
    ("Login", "login"),
    ("Notify", "notify"),
    ("Pulse", "pulse"),
    ("PurgeCache", "purge-cache"),
    ("Queue", "queue"),
    ("Secrets", "secrets"),
];

/// Class of exchanges, and the folder of its reference.
const EVENT_CLASSES: &[(&str, &str)] = &[
    ("AuthEvents", "auth"),
    ("AwsProvisionerEvents", "aws-provisioner"),
    ("GithubEvents", "github"),
    ("PurgeCacheEvents", "purge-cache"),
    ("QueueEvents", "queue"),
    ("TreeherderEvents", "treeherder"),
];

type Table<T> = LazyLock<Vec<(&'static str, Vec<T>)>>;

static ENDPOINTS: Table<Endpoint> = LazyLock::new(|| read_all(CLASSES, "api.json", endpoint_of));
static TOPICS: Table<Topic> = LazyLock::new(|| read_all(EVENT_CLASSES, "exchanges.json", topic_of));

/// A method of a class.
pub(super) fn endpoint(class: &str, method: &str) -> Result<&'static Endpoint, Stop> {
    find(&ENDPOINTS, class, method, |endpoint| endpoint.name)
}

/// An exchange of a class.
pub(super) fn topic(class: &str, exchange: &str) -> Result<&'static Topic, Stop> {
    find(&TOPICS, class, exchange, |topic| topic.name)
}

fn find<T>(
    table: &'static Table<T>,
    class: &str,
    name: &str,
    name_of: fn(&T) -> &str,
) -> Result<&'static T, Stop> {
    let members = table
        .iter()
        .find(|(known, _)| *known == class)
        .map(|(_, members)| members);
    let members =
        members.ok_or_else(|| Stop::NotUnderstood(format!("there is no class {class:?}")))?;
    let found = members.iter().find(|member| name_of(member) == name);
    found.ok_or_else(|| Stop::Refused(format!("{class} has no {name:?}")))
}

/// Reads the entries of the classes' references; a class that cannot be read is not there.
fn read_all<T>(
    classes: &[(&'static str, &str)],
    file: &str,
    entry_of: fn(&Value, &Value) -> Option<T>,
) -> Vec<(&'static str, Vec<T>)> {
    let references = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis/classic/references");
    let read = |folder: &str| -> Option<Vec<T>> {
        let path = references.join(folder).join("v1").join(file);
        let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
        let entries = reference.get("entries")?.as_array()?;
        entries
            .iter()
            .map(|entry| entry_of(&reference, entry))
            .collect()
    };
    classes
        .iter()
        .filter_map(|(class, folder)| Some((*class, read(folder)?)))
        .collect()
}

fn endpoint_of(reference: &Value, entry: &Value) -> Option<Endpoint> {
    let method = match entry.get("method")?.as_str()? {
        "get" => Method::Get,
        "head" => Method::Head,
        "post" => Method::Post,
        "put" => Method::Put,
        "patch" => Method::Patch,
        "delete" => Method::Delete,
        _ => return None,
    };
    Some(Endpoint {
        service: leak(reference, "serviceName")?,
        version: leak(reference, "apiVersion")?,
        name: leak(entry, "name")?,
        method,
        route: leak(entry, "route")?,
        args: leak_list(entry, "args")?,
        query: leak_list(entry, "query")?,
        input: entry.get("input").is_some(),
        repeat: Repeat::Harmless,
        era: Era::Both,
        output: entry.get("output").map_or(Output::Empty, |_| Output::Json),
        scopes: None,
        derived: &[],
    })
}

fn topic_of(reference: &Value, entry: &Value) -> Option<Topic> {
    let prefix = reference.get("exchangePrefix")?.as_str()?;
    let exchange = format!("{prefix}{}", entry.get("exchange")?.as_str()?).leak();
    let fields = entry.get("routingKey")?.as_array()?.iter().map(|field| {
        let is = |name| field.get(name).and_then(Value::as_bool).unwrap_or_default();
        let max_size = field.get("maxSize").and_then(Value::as_u64);
        Some(Field {
            name: leak(field, "name")?,
            constant: leak(field, "constant"),
            multiple_words: is("multipleWords"),
            required: is("required"),
            max_size: max_size.and_then(|size| size.try_into().ok()),
        })
    });
    let fields: Vec<Field> = fields.collect::<Option<_>>()?;
    Some(Topic {
        exchange,
        name: leak(entry, "name")?,
        fields: fields.leak(),
    })
}

/// A text that lives as long as the program, as the data of generated code does.
fn leak(object: &Value, member: &str) -> Option<&'static str> {
    Some(object.get(member)?.as_str()?.to_owned().leak())
}

fn leak_list(object: &Value, member: &str) -> Option<&'static [&'static str]> {
    let Some(list) = object.get(member) else {
        return Some(&[]);
    };
    let text = |item: &Value| Some(&*item.as_str()?.to_owned().leak());
    let texts: Vec<&'static str> = list.as_array()?.iter().map(text).collect::<Option<_>>()?;
    Some(texts.leak())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_there() {
        for (class, folder) in CLASSES {
            let ping = endpoint(class, "ping").expect("every service answers to ping");
            assert_eq!((ping.service, ping.route), (*folder, "/ping"));
        }
        assert_eq!(TOPICS.len(), EVENT_CLASSES.len());
        let topic = topic("QueueEvents", "taskCompleted").expect("an exchange");
        assert_eq!(
            topic.exchange,
            "exchange/taskcluster-queue/v1/task-completed"
        );
        assert!(matches!(endpoint("Queue", "nope"), Err(Stop::Refused(_))));
        assert!(matches!(
            endpoint("Nope", "ping"),
            Err(Stop::NotUnderstood(_))
        ));
    }
}
