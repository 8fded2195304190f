//! What the fake publishes is imported as that of a deployment.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use taskcluster_fake::{Era, FakeTaskcluster};
use xtask::{compare, generate, import};

use crate::{files_under, project, scratch};

#[test]
fn what_the_fake_publishes_is_imported() {
    for (era, references) in [(Era::Classic, 18), (Era::Today, 17), (Era::Both, 24)] {
        let fake = FakeTaskcluster::builder().era(era).start().expect("a fake");
        let folder = scratch();
        let out = folder.path().join("apis");
        import::run(&fake.root_url(), &out).expect("a good deployment");
        let files = files_under(&out);
        let count = |start: &str| files.keys().filter(|path| path.starts_with(start)).count();
        assert_eq!(count("/references/"), references, "{era:?}");
        assert!(count("/schemas/queue/") > 20, "{era:?}");
    }
}

/// Makes texts the same everywhere, those that types are called after and methods sorted by among them: a
/// fake publishes none.
fn describe(json: &mut Value) {
    match json {
        Value::Object(members) => {
            members.retain(|name, value| !(name == "title" && value.is_string()));
            members.values_mut().for_each(describe);
            let has = |name: &str| members.get(name).is_some_and(|value| !value.is_object());
            let (is_method, is_other) = (has("route"), has("entries") || has("exchange"));
            if is_method || is_other {
                members.insert("title".to_owned(), "A title".into());
                members.insert("description".to_owned(), "A text.".into());
            }
            if is_method {
                members.insert("category".to_owned(), "All".into());
            }
            let fields = members.get_mut("routingKey").and_then(Value::as_array_mut);
            for field in fields.into_iter().flatten() {
                field["summary"] = "A text.".into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(describe),
        _ => {}
    }
}

/// The code that is generated of a folder or of a deployment, without comments, which have the texts.
fn code_of(from: &str) -> BTreeMap<PathBuf, String> {
    let mut files = import::read(from).expect("a good deployment");
    files.remove("manifest.json");
    files.values_mut().for_each(describe);
    let drafts = generate::draft(files).expect("good references");
    let bare = |text: String| {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.map(|line| line.to_owned() + "\n").collect()
    };
    drafts
        .into_iter()
        .map(|(path, text)| (path, bare(text)))
        .collect()
}

#[test]
fn what_the_fake_publishes_is_the_api_of_its_era() {
    for (era, folder) in [(Era::Classic, "classic"), (Era::Today, "today")] {
        let fake = FakeTaskcluster::builder().era(era).start().expect("a fake");
        let ours = project().join("apis").join(folder);
        let report = compare::compare(&fake.root_url(), &ours).expect("two good sets");
        assert!(report.is_empty(), "{folder}:\n{report}");
        let (theirs, ours) = (
            code_of(&fake.root_url()),
            code_of(&ours.display().to_string()),
        );
        assert_eq!(
            theirs.keys().collect::<Vec<_>>(),
            ours.keys().collect::<Vec<_>>(),
            "{folder}"
        );
        for (path, text) in &ours {
            assert_eq!(theirs[path], *text, "{folder}: {}", path.display());
        }
    }
}
