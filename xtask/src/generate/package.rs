//! The rest of a crate, for somebody else's services: manifest, front page, `lib.rs`.
//!
//! These files are written once; from then on they belong to whoever owns the folder. Where others' services
//! are merged with ours, what is written by hand in our crates is among them.

mod by_hand;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, TomlError, value};

use super::model::Service;
use super::naming::camel;
use super::output::Plan;
use super::{Error, Options, Result};
use crate::outside::{self, visible};

/// What the names of packages begin with where nothing else is said.
const PREFIX: &str = "taskcluster";

/// Adds a workspace and the crates of all services.
pub fn add(plan: &mut Plan, services: &[Service], options: &Options) -> Result<()> {
    let core = core_path(&options.out);
    plan.add_seed(PathBuf::from("Cargo.toml"), workspace(&core)?);
    let wanted = |s: &&Service| options.services.is_empty() || options.services.contains(&s.name);
    outside::prefix(prefix(options)).map_err(Error::new)?;
    for service in services.iter().filter(wanted) {
        let folder = Path::new("crates").join(&service.name);
        let name = name(options, service);
        let path = folder.join("Cargo.toml");
        if options.prefix.is_some() {
            check_name(&options.out.join(&path), &name)?;
        }
        let ours = match &options.with_own {
            Some(apis) => by_hand::sources(apis, &service.name, &name)?,
            None => BTreeMap::new(),
        };
        let has_json = ours.values().any(|text| text.contains("serde_json::"));
        plan.add_seed(path, manifest(service, &name, has_json)?);
        plan.add_seed(folder.join("README.md"), readme(service, &name));
        plan.add_seed(folder.join("src/lib.rs"), lib());
        for (path, text) in ours {
            plan.add_seed(folder.join("src").join(path), text);
        }
    }
    Ok(())
}

fn prefix(options: &Options) -> &str {
    options.prefix.as_deref().unwrap_or(PREFIX)
}

/// What a service's package is called.
pub fn name(options: &Options, service: &Service) -> String {
    format!("{}-{}", prefix(options), service.name)
}

/// What it is called where nothing else is said.
pub fn default_name(service: &Service) -> String {
    format!("{PREFIX}-{}", service.name)
}

/// Fails where there is a manifest with another name: it is the folder's owner's, and not changed.
fn check_name(manifest: &Path, name: &str) -> Result<()> {
    let Ok(text) = fs::read_to_string(manifest) else {
        return Ok(());
    };
    let found: DocumentMut = text.parse().map_err(|e| Error::at(manifest, "", e))?;
    match found["package"]["name"].as_str() {
        Some(found) if found != name => {
            let why = format!(
                "the package is called {found}, and not {name}; manifests are written once, so change \
                 the name there, or generate into another folder"
            );
            Err(Error::at(manifest, "", why))
        }
        _ => Ok(()),
    }
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

const WORKSPACE: &str = r#"# Written by `cargo xtask generate`, once: this file is yours.
[workspace]
resolver = "3"
members = ["crates/*"]

[workspace.package]
version = "0.1.0"
edition = "2024"
publish = false

[workspace.dependencies]
taskcluster-core = { path = "", default-features = false }
serde = "1.0.194"
time = { version = "0.3.44", default-features = false, features = ["std"] }
"#;

fn workspace(core: &str) -> Result<String> {
    with_values(
        WORKSPACE,
        &[(
            &["workspace", "dependencies", "taskcluster-core", "path"],
            core,
        )],
    )
}

const MANIFEST: &str = r#"[package]
name = ""
description = ""
version.workspace = true
edition.workspace = true
publish.workspace = true
# Also where the folder lies inside another workspace.
workspace = "../.."
readme = "README.md"

[features]
default = ["blocking", "fast-connections"]
# The verbs that wait, on `taskcluster_core::Client`.
blocking = ["taskcluster-core/blocking"]
# Quicker connections, with which ureq must be of one minor version.
fast-connections = ["taskcluster-core/fast-connections"]
# The same methods on `taskcluster_core::AsyncClient`.
async = ["taskcluster-core/async"]
# Trusts the authorities of the system, too.
native-roots = ["taskcluster-core/native-roots"]

[dependencies]
serde.workspace = true
taskcluster-core.workspace = true
time.workspace = true
"#;

/// What examples have that are written by hand.
const JSON: &str = "\n[dev-dependencies]\nserde_json = \"1\"\n";

fn manifest(service: &Service, package: &str, has_json: bool) -> Result<String> {
    let title = visible(service.title.trim()).replace('\n', " ");
    let description = format!(
        "Taskcluster client for the service {}: {title}",
        service.name
    );
    let manifest = with_values(
        &[MANIFEST, if has_json { JSON } else { "" }].concat(),
        &[
            (&["package", "name"], package),
            (&["package", "description"], &description),
        ],
    )?;
    if !service.methods.is_empty() {
        return Ok(manifest);
    }
    let mut manifest: DocumentMut = manifest.parse().map_err(|e: TomlError| toml(&e))?;
    manifest.remove("features");
    Ok(manifest.to_string())
}

/// A manifest of ours with texts in it that are not.
fn with_values(manifest: &str, values: &[(&[&str], &str)]) -> Result<String> {
    let mut manifest: DocumentMut = manifest.parse().map_err(|e: TomlError| toml(&e))?;
    for (path, text) in values {
        let slot = path
            .iter()
            .fold(manifest.as_item_mut(), |item, key| &mut item[key]);
        *slot = value(*text);
    }
    Ok(manifest.to_string())
}

fn toml(e: &TomlError) -> Error {
    Error::new(e.to_string())
}

fn readme(service: &Service, package: &str) -> String {
    let name = &service.name;
    let krate = package.replace('-', "_");
    let mut text = format!("# {package}\n\nA client of the Taskcluster service `{name}`.\n");
    if service.methods.iter().any(|method| method.name == "ping") {
        let client = camel(name);
        text += &format!(
            "\n```no_run\nuse taskcluster_core::Client;\nuse {krate}::{client};\n\n\
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::strange::texts;

    fn service(title: String) -> Service {
        Service {
            era: taskcluster_core::Era::Both,
            name: "toy".to_owned(),
            version: "v1".to_owned(),
            title,
            description: String::new(),
            methods: Vec::new(),
            events: None,
            modules: Vec::new(),
        }
    }

    #[test]
    fn whatever_the_title_a_manifest_says_what_it_should_and_no_more() {
        let plain = manifest(&service("x".to_owned()), "acme-toy", false).expect("a manifest");
        let plain: DocumentMut = plain.parse().expect("TOML");
        for title in texts(3_000) {
            let text = manifest(&service(title.clone()), "acme-toy", false).expect("a manifest");
            assert_eq!(visible(&text), text);
            let mut read: DocumentMut = text.parse().expect("TOML");
            let description = read["package"]["description"].as_str().expect("a text");
            let shown = visible(title.trim()).replace('\n', " ");
            assert_eq!(
                description,
                format!("Taskcluster client for the service toy: {shown}")
            );
            read["package"]["description"] = plain["package"]["description"].clone();
            assert_eq!(read.to_string(), plain.to_string());
        }
    }

    #[test]
    fn a_workspace_asks_for_the_versions_that_ours_asks_for() {
        let ours = include_str!("../../../Cargo.toml");
        let read = |text: &str| text.parse::<DocumentMut>().expect("TOML");
        let version = |of: &DocumentMut, name: &str| {
            let it = &of["workspace"]["dependencies"][name];
            let text = it.as_str().or_else(|| it["version"].as_str());
            text.expect("a version").to_owned()
        };
        let (ours, theirs) = (read(ours), read(&workspace("core").expect("TOML")));
        for name in ["serde", "time"] {
            assert_eq!(version(&theirs, name), version(&ours, name), "{name}");
        }
    }

    #[test]
    fn whatever_the_path_of_the_core_a_workspace_names_it() {
        for path in texts(1_000) {
            let read: DocumentMut = workspace(&path).expect("TOML").parse().expect("TOML");
            let found = &read["workspace"]["dependencies"]["taskcluster-core"]["path"];
            assert_eq!(found.as_str(), Some(&*path));
        }
    }
}
