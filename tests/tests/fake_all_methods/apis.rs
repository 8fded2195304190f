//! References and schemas: this project's own, and those that the fake serves here.

use std::env::VarError;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use taskcluster_client::{Endpoint, Era};

/// Names a folder, as `cargo xtask import` writes it, whose references the fake is to serve. As with
/// that command, a relative path begins at the workspace, and not here where cargo runs tests.
const FOLDER: &str = "TASKCLUSTER_TEST_APIS";

/// `today` or `classic`: the era whose references the fake is to serve where no folder is named; `classic`
/// where the environment does not say.
const ERA: &str = "TASKCLUSTER_TEST_ERA";

/// This project's own references of 2018.
pub static OWN: LazyLock<Apis> = LazyLock::new(|| {
    Apis::bundle(include_str!(
        "../../../crates/fake/src/generated/classic.json"
    ))
});

static TODAY: LazyLock<Apis> = LazyLock::new(|| {
    Apis::bundle(include_str!(
        "../../../crates/fake/src/generated/today.json"
    ))
});

/// The references that the fake serves: our own, unless the environment names others.
pub static SERVED: LazyLock<Apis> = LazyLock::new(|| match (folder(), era()) {
    (Some(folder), _) => Apis(read(&folder)),
    (None, Era::Today) => Apis(TODAY.0.clone()),
    (None, _) => Apis(OWN.0.clone()),
});

/// Whether others are served than those of 2018.
pub fn are_newer() -> bool {
    folder().is_some() || era() == Era::Today
}

/// The era that is served where no folder is.
pub fn era() -> Era {
    match std::env::var(ERA).as_deref() {
        Ok("today") => Era::Today,
        Ok("classic") | Err(VarError::NotPresent) => Era::Classic,
        other => panic!("{ERA} is {other:?}, and today or classic is meant"),
    }
}

/// References and schemas.
pub struct Apis(Value);

pub fn folder() -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::env::var_os(FOLDER).map(|folder| workspace.join(folder))
}

impl Apis {
    fn bundle(text: &str) -> Self {
        Self(serde_json::from_str(text).expect("JSON"))
    }

    /// The entries of all references with the name of the service, methods and exchanges alike.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Value, &Value)> {
        let references = self.0["references"].as_array().expect("references");
        references.iter().flat_map(|reference| {
            let service = reference["serviceName"].as_str().expect("a name");
            let entries = reference["entries"].as_array().expect("entries");
            entries.iter().map(move |entry| (service, reference, entry))
        })
    }

    /// What is said of a method, where there is one.
    pub fn method(&self, endpoint: &Endpoint) -> Option<&Value> {
        let mut entries = self.entries();
        let found = entries.find(|(service, _, entry)| {
            let is_method = entry["route"].is_string();
            is_method && *service == endpoint.service && entry["name"] == endpoint.name
        });
        found.map(|(_, _, entry)| entry)
    }

    /// Whether a method wants scopes; today's servers want some where those of 2018 did not.
    pub fn wants_scopes(&self, endpoint: &Endpoint) -> bool {
        let entry = self.method(endpoint);
        entry.is_some_and(|entry| !entry["scopes"].is_null())
    }

    /// The schema of an identifier.
    pub fn schema(&self, id: &str) -> &Value {
        let found = &self.0["schemas"][format!("{}#", id.trim_end_matches('#'))];
        assert!(found.is_object(), "no schema {id}");
        found
    }
}

fn read_json(file: &Path) -> Value {
    let bytes = std::fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

fn read(folder: &Path) -> Value {
    let manifest = read_json(&folder.join("manifest.json"));
    let listed = manifest["references"].as_array().expect("a list").iter();
    let listed = listed.map(|path| path.as_str().expect("a path").trim_start_matches('/'));
    // Deployments list what they log and measure as well.
    let apis =
        listed.filter(|path| path.ends_with("/api.json") || path.ends_with("/exchanges.json"));
    let references: Value = apis.map(|path| read_json(&folder.join(path))).collect();
    let (mut schemas, mut folders) = (Map::new(), vec![folder.join("schemas")]);
    while let Some(inner) = folders.pop() {
        for entry in std::fs::read_dir(inner).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let id = path.strip_prefix(folder).expect("a path within").display();
                schemas.insert(format!("/{id}#"), read_json(&path));
            }
        }
    }
    json!({ "references": references, "schemas": schemas })
}
