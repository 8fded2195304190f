//! A folder of references, made from this project's own for one test to change.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use taskcluster_fake::FakeTaskcluster;

fn read(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON")
}

pub fn write(file: &Path, json: &Value) {
    fs::write(file, json.to_string()).expect("a file");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let (path, to) = {
            let entry = entry.expect("an entry");
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copy");
        }
    }
}

/// A copy of this project's references, for one test to change.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let classic = concat!(env!("CARGO_MANIFEST_DIR"), "/../../apis/classic");
        Self::of(Path::new(classic), name)
    }

    /// A copy of these references.
    pub fn of(references: &Path, name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        copy(references, &folder);
        Self(folder)
    }

    pub fn change(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let file = self.0.join(file);
        let mut json = read(&file);
        change(&mut json);
        write(&file, &json);
    }

    /// Changes the entry of a method.
    pub fn method(&self, service: &str, name: &str, change: impl FnOnce(&mut Value)) {
        let file = format!("references/{service}/v1/api.json");
        self.change(&file, |reference| {
            let entries = reference["entries"].as_array_mut().expect("entries");
            let entry = entries.iter_mut().find(|entry| entry["name"] == name);
            change(entry.expect("a method"));
        });
    }

    /// Makes an answer require a text more.
    pub fn require(&self, schema: &str, member: &str) {
        self.change(&format!("schemas/queue/v1/{schema}.json"), |schema| {
            schema["properties"][member] = json!({ "type": "string" });
            let required = schema["required"].as_array_mut().expect("a list");
            required.push(member.into());
        });
    }

    pub fn start(&self) -> FakeTaskcluster {
        let fake = FakeTaskcluster::builder().apis(&self.0).start();
        fake.expect("a server")
    }

    pub fn refused(&self) -> String {
        let refused = FakeTaskcluster::builder().apis(&self.0).start();
        refused.expect_err("no references").to_string()
    }
}
