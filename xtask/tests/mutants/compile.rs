//! Compiling what mutants make: many in one package, each a module, and all packages at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::cargo::cargo;

use super::project;

/// How many mutants are in one package.
const TOGETHER: usize = 20;

const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["crates/*"]

[workspace.package]
version = "0.1.0"
edition = "2024"
publish = false

[workspace.dependencies]
taskcluster-core = { path = "CORE", features = ["async"] }
serde = { version = "1.0.194", features = ["derive"] }
time = { version = "0.3.44", default-features = false, features = ["std"] }
"#;

const MANIFEST: &str = r#"[package]
name = "NAME"
version.workspace = true
edition.workspace = true
publish.workspace = true

[dependencies]
serde.workspace = true
taskcluster-core.workspace = true
time.workspace = true
"#;

/// Writes all as one workspace, and checks it.
pub fn check(mutants: impl Iterator<Item = (u64, BTreeMap<PathBuf, String>)>) {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    let _ = fs::remove_dir_all(&root);
    let core = project()
        .join("crates/core")
        .canonicalize()
        .expect("the core");
    write(
        &root.join("Cargo.toml"),
        &WORKSPACE.replace("CORE", &core.display().to_string()),
    );
    fs::copy(project().join("Cargo.lock"), root.join("Cargo.lock")).expect("a copy");
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    for (i, (number, files)) in mutants.enumerate() {
        let package = format!("mutants{}", i / TOGETHER);
        let source = root.join("crates").join(&package).join("src");
        for (path, code) in files {
            let path = path.components().skip(4).collect::<PathBuf>();
            write(&source.join(format!("m{number}")).join(path), &code);
        }
        *modules.entry(package).or_default() += &format!("pub mod m{number};\n");
    }
    for (package, code) in modules {
        let folder = root.join("crates").join(&package);
        write(
            &folder.join("Cargo.toml"),
            &MANIFEST.replace("NAME", &package),
        );
        write(&folder.join("src/lib.rs"), &code);
    }
    let output = cargo()
        .args(["check", "--quiet", "--offline", "--keep-going"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", project().join("target"))
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
