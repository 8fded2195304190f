//! No wing uses what the tables of ARCHITECTURE.md do not let it use.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The names in backticks, without a folder's slash.
fn names(cell: &str) -> Vec<String> {
    let quoted = cell.split('`').skip(1).step_by(2);
    quoted
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect()
}

/// The first table under a heading: wings from the top floor down, and what each may use.
fn wings(document: &str, heading: &str) -> Vec<(String, Vec<String>)> {
    let (_, text) = document
        .split_once(&format!("\n{heading}\n"))
        .unwrap_or_else(|| panic!("ARCHITECTURE.md has no {heading:?}"));
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with("| wing |"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    let mut wings = Vec::new();
    for row in rows {
        let cells: Vec<_> = row.split('|').collect();
        for wing in names(cells[1]) {
            wings.push((wing, names(cells[3])));
        }
    }
    wings
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// What is wrong with the uses of one wing in a file. Items of the crate's root are no wing.
fn misuses(text: &str, wing: &str, wings: &[(String, Vec<String>)]) -> Vec<(usize, String)> {
    let may_use = wings.iter().find(|(name, _)| name == wing);
    let mut wrong = Vec::new();
    for (at, line) in text.lines().enumerate() {
        // Units of tests may look further up.
        if line.trim() == "#[cfg(test)]" {
            break;
        }
        let code = line.split("//").next().unwrap_or_default();
        for path in code.split("crate::").skip(1) {
            if path.starts_with('{') {
                wrong.push((at + 1, "several at once: write a line for each".to_owned()));
            }
            let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
            let used = &path[..end.unwrap_or(path.len())];
            let is_wing = wings.iter().any(|(name, _)| name == used);
            let is_let = may_use.is_some_and(|(_, uses)| uses.iter().any(|name| name == used));
            if is_wing && used != wing && !is_let {
                wrong.push((at + 1, used.to_owned()));
            }
        }
    }
    wrong
}

fn check(name: &str, heading: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the project");
    let document = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("a text");
    let wings = wings(&document, heading);
    let mut wrong = Vec::new();
    // What is used stands further down in the table, so there can be no circle.
    for (at, (wing, uses)) in wings.iter().enumerate() {
        for used in uses {
            if !wings[at + 1..].iter().any(|(below, _)| below == used) {
                wrong.push(format!(
                    "{heading}: {wing} may use {used}, which is not below it"
                ));
            }
        }
    }
    let source = root.join("crates").join(name).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let mut seen = BTreeSet::new();
    for file in files {
        let inner = file.strip_prefix(&source).expect("a file in the folder");
        let wing = Path::new(inner.iter().next().expect("a name")).with_extension("");
        let wing = wing.to_str().expect("text");
        if ["lib", "main", "generated"].contains(&wing) {
            continue;
        }
        seen.insert(wing.to_owned());
        for (line, used) in misuses(&fs::read_to_string(&file).expect("a text"), wing, &wings) {
            wrong.push(format!("{}:{line}: {wing} uses {used}", file.display()));
        }
    }
    let named: BTreeSet<_> = wings.into_iter().map(|(wing, _)| wing).collect();
    assert_eq!(seen, named, "the wings of {name}, and those of the table");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wings_of_the_core_use_what_stands_below() {
    check("core", "## The core");
}

#[test]
fn wings_of_the_fake_use_what_stands_below() {
    check("fake", "## The fake");
}

#[test]
fn wings_of_the_artifacts_use_what_stands_below() {
    check("artifacts", "## Artifacts");
}

#[test]
fn a_use_that_runs_up_is_found() {
    let wings = wings(
        "\n## X\n| wing | holds | may use |\n|---|---|---|\n| `a/` | | `b` |\n| `b` | | |\n",
        "## X",
    );
    assert_eq!(misuses("use crate::b::C;\n", "a", &wings), []);
    let found = misuses("// crate::a\nuse crate::a::{B, C};\n", "b", &wings);
    assert_eq!(found, [(2, "a".to_owned())]);
    assert_eq!(misuses("use crate::{a, b};\n", "b", &wings).len(), 1);
}
