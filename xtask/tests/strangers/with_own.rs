//! Crates of somebody else's deployment that have all that ours have: a program uses what is written by hand
//! in ours, under the others' names.

use std::fs;
use std::path::Path;

use xtask::generate::{self, Options};

use super::published::cargo;
use super::toy::project;

const PROGRAM: &str = r#"//! What ours have that references cannot express.

use acme_auth::Auth;
use acme_index::Index;
use acme_queue::types::{CreateTaskRequest, CreateTaskRequestIn, TaskMetadata, TaskMetadataRequired};
use taskcluster_core::{Client, Credentials};

fn main() -> taskcluster_core::Result<()> {
    let client = Client::builder("https://tc.example.com").build()?;
    assert!(Auth::new(&client).check_credentials().send().is_err());
    assert_eq!(
        Index::new(&client).list_root_namespaces().url()?,
        "https://tc.example.com/api/index/v1/namespaces/"
    );
    let now = time::OffsetDateTime::UNIX_EPOCH;
    let task = CreateTaskRequest::new_in(CreateTaskRequestIn {
        task_queue_id: "proj/linux".into(),
        created: now,
        deadline: now,
        payload: taskcluster_core::json::Value::Null,
        metadata: TaskMetadata::new(TaskMetadataRequired {
            name: "n".into(),
            description: "d".into(),
            owner: "o@example.com".into(),
            source: "https://example.com".into(),
        }),
    })?;
    assert_eq!(task.worker_type, "linux");
    // Claims answer credentials.
    let of_claim = |claim: &acme_queue::types::ClaimedTask| Credentials::try_from(&claim.credentials).is_ok();
    let _ = of_claim;
    Ok(())
}
"#;

fn program(out: &Path) {
    let folder = out.join("crates/program");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = "[package]\nname = \"program\"\nedition.workspace = true\nworkspace = \"../..\"\n\n\
                    [dependencies]\ntaskcluster-core.workspace = true\ntime.workspace = true\nacme-auth = { path = \"../auth\" }\n\
                    acme-index = { path = \"../index\" }\nacme-queue = { path = \"../queue\" }\n";
    fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    fs::write(folder.join("src/main.rs"), PROGRAM).expect("a file");
}

#[test]
fn crates_that_are_merged_with_ours_have_what_is_written_by_hand() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("strangers/with-own");
    let _ = fs::remove_dir_all(&out);
    // A deployment of today; what only our older era has comes from here.
    let mut options = Options::others(project().join("apis/today"), out.clone());
    options.prefix = Some("acme".to_owned());
    options.with_own = Some(project().join("apis"));
    options.services = ["auth", "index", "queue"].map(str::to_owned).to_vec();
    generate::plan(&options)
        .expect("one set of crates")
        .write()
        .expect("files");
    let read = |path: &str| fs::read_to_string(out.join("crates").join(path)).expect("a file");
    for file in ["auth/src/ext.rs", "queue/src/ext.rs", "queue/src/lib.rs"] {
        let (text, ours) = (read(file), project().join("crates").join(file));
        let ours = fs::read_to_string(ours).expect("a file");
        let renamed = ["auth", "queue"].iter().fold(ours, |text, name| {
            text.replace(&format!("taskcluster_{name}"), &format!("acme_{name}"))
        });
        assert_eq!(text, renamed, "{file}");
    }
    // An example in it makes JSON.
    assert!(read("queue/Cargo.toml").contains("[dev-dependencies]\nserde_json = "));
    program(&out);
    fs::copy(project().join("Cargo.lock"), out.join("Cargo.lock")).expect("a copy");
    cargo(&out, &["run", "--quiet", "--package", "program"]);
}
