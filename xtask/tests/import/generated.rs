//! What is imported is what crates are generated from.

use std::fs;
use std::path::Path;

use xtask::cargo::cargo;
use xtask::generate::{self, Options};
use xtask::import;

use crate::{project, published, replaced, scratch, serve};

/// Imports from a deployment and generates crates.
fn generated(root_url: &str, folder: &Path) -> generate::Result<()> {
    let apis = folder.join("apis");
    import::run(root_url, &apis).expect("a good deployment");
    let out = folder.join("out");
    let options = Options::others(apis, out);
    generate::plan(&options)?.write().map(drop)
}

#[test]
fn an_unknown_keyword_is_named_by_file_and_pointer_when_generating() {
    let root_url = serve("", |root_url| {
        let mut site = published(root_url);
        replaced(
            "/schemas/toy/v1/names.json",
            "\"items\"",
            "\"contains\": {}, \"items\"",
        )(&mut site);
        site
    });
    let folder = scratch();
    let folder = folder.path();
    let why = generated(&root_url, folder)
        .expect_err("refused")
        .to_string();
    for part in ["schemas/toy/v1/names.json#/contains", "`contains`"] {
        assert!(why.contains(part), "{why:?} does not say {part:?}");
    }
    assert!(!folder.join("out").exists());
}

/// A program that uses the generated crate of the toy.
const PROGRAM: &str = r#"
use taskcluster_core::Client;
use taskcluster_toy::Toy;

fn main() -> taskcluster_core::Result<()> {
    let client = Client::from_env()?;
    println!("{:?}", Toy::new(&client).names().send()?);
    Ok(())
}
"#;

const MANIFEST: &str = r#"[package]
name = "probe"
edition.workspace = true
workspace = "../.."

[dependencies]
taskcluster-core.workspace = true
taskcluster-toy = { path = "../toy" }
"#;

#[test]
fn two_commands_make_a_client_that_works() {
    let root_url = serve("", |root_url| {
        let mut site = published(root_url);
        site.insert(
            "/api/toy/v1/names".to_owned(),
            br#"["Ada", "Grace"]"#.to_vec(),
        );
        site
    });
    // Always the same, so that cargo finds what it has built of it.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("end-to-end");
    let _ = fs::remove_dir_all(&folder);
    generated(&root_url, &folder).expect("good references");
    let probe = folder.join("out/crates/probe");
    fs::create_dir_all(probe.join("src")).expect("a folder");
    fs::write(probe.join("Cargo.toml"), MANIFEST).expect("a file");
    fs::write(probe.join("src/main.rs"), PROGRAM).expect("a file");
    // The same versions as here, so that there is nothing to download.
    fs::copy(project().join("Cargo.lock"), folder.join("out/Cargo.lock")).expect("a copy");
    // And built where this test is, so that there is little to compile.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let output = cargo()
        .args(["run", "--quiet", "--offline", "--package", "probe"])
        .current_dir(folder.join("out"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("TASKCLUSTER_CLIENT_ID")
        .env_remove("TASKCLUSTER_ACCESS_TOKEN")
        .env_remove("TASKCLUSTER_CERTIFICATE")
        .env_remove("TASKCLUSTER_PROXY_URL")
        .env("TASKCLUSTER_ROOT_URL", &root_url)
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "[\"Ada\", \"Grace\"]\n"
    );
}
