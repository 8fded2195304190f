//! The rest of a crate, for somebody else's services: manifest, front page, `lib.rs`.
//!
//! These files are written once; from then on they belong to whoever owns the folder.

use std::path::{Path, PathBuf};

use super::model::Service;
use super::naming::camel;
use super::output::Plan;
use super::{Options, Result};

/// Adds a workspace and the crates of all services.
pub fn add(plan: &mut Plan, services: &[Service], options: &Options) -> Result<()> {
    let core = core_path(&options.out);
    plan.add_seed(PathBuf::from("Cargo.toml"), workspace(&core));
    let wanted = |s: &&Service| options.services.is_empty() || options.services.contains(&s.name);
    for service in services.iter().filter(wanted) {
        let folder = Path::new("crates").join(&service.name);
        plan.add_seed(folder.join("Cargo.toml"), manifest(service));
        plan.add_seed(folder.join("README.md"), readme(service));
        plan.add_seed(folder.join("src/lib.rs"), lib());
    }
    Ok(())
}

/// Where the core crate is: in the project that this generator is part of.
fn core_path(out: &Path) -> String {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core");
    let core = core.canonicalize().unwrap_or(core);
    let inside = core
        .parent()
        .and_then(Path::parent)
        .filter(|root| out.starts_with(root));
    match inside.and_then(|root| out.strip_prefix(root).ok()) {
        Some(below) => {
            let up = "../".repeat(below.components().count());
            format!("{up}crates/core")
        }
        None => core.display().to_string(),
    }
}

fn workspace(core: &str) -> String {
    format!(
        r#"# Written by `cargo xtask generate`, once: this file is yours.
[workspace]
resolver = "3"
members = ["crates/*"]

[workspace.package]
version = "0.1.0"
edition = "2024"
publish = false

[workspace.dependencies]
taskcluster-core = {{ path = {core:?} }}
serde = {{ version = "1.0.181", features = ["derive"] }}
time = {{ version = "0.3.44", default-features = false, features = ["std"] }}
"#
    )
}

const ASYNC: &str = r#"[features]
# The same methods on `taskcluster_core::AsyncClient`.
async = ["taskcluster-core/async"]

"#;

fn manifest(service: &Service) -> String {
    let name = &service.name;
    let title = service.title.trim();
    let features = if service.methods.is_empty() {
        ""
    } else {
        ASYNC
    };
    format!(
        r#"[package]
name = "taskcluster-{name}"
description = {:?}
version.workspace = true
edition.workspace = true
publish.workspace = true
# Also where the folder lies inside another workspace.
workspace = "../.."
readme = "README.md"

{features}[dependencies]
serde.workspace = true
taskcluster-core.workspace = true
time.workspace = true
"#,
        format!("Taskcluster client for the service {name}: {title}")
    )
}

fn readme(service: &Service) -> String {
    let name = &service.name;
    let krate = name.replace('-', "_");
    let mut text =
        format!("# taskcluster-{name}\n\nA client of the Taskcluster service `{name}`.\n");
    if service.methods.iter().any(|method| method.name == "ping") {
        let client = camel(name);
        text += &format!(
            "\n```no_run\nuse taskcluster_core::Client;\nuse taskcluster_{krate}::{client};\n\n\
             let client = Client::from_env()?;\n{client}::new(&client).ping().send()?;\n\
             # Ok::<(), taskcluster_core::Error>(())\n```\n"
        );
    }
    text
}

fn lib() -> String {
    "#![doc = include_str!(\"../README.md\")]\n\nmod generated;\n\npub use generated::*;\n"
        .to_owned()
}
