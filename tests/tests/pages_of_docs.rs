//! READMEs and the guide are read on pages that are no wider than a window.

use std::fs;
use std::path::{Path, PathBuf};

/// What docs.rs and the forge show of a line of code without a bar to scroll.
const WIDTH: usize = 95;

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = |folder: PathBuf| {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|it| it.expect("an entry").path())
    };
    let mut pages = vec![root.join("README.md")];
    pages.extend(entries(root.join("crates")).map(|it| it.join("README.md")));
    pages.extend(entries(root.join("crates/client/guide")));
    pages.retain(|it| it.extension().is_some_and(|it| it == "md") && it.is_file());
    pages
}

#[test]
fn code_fits_the_page() {
    let pages = pages();
    assert!(pages.len() > 30, "{} pages", pages.len());
    let mut wide = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page");
        let mut language = None;
        for line in text.lines() {
            match (line.strip_prefix("```"), language) {
                (Some(_), Some(_)) => language = None,
                (Some(named), None) => language = Some(named),
                // Rustdoc does not show these.
                (None, Some("" | "no_run" | "rust" | "rust,no_run")) if line.starts_with("# ") => {}
                (None, Some(_)) if line.chars().count() > WIDTH => {
                    wide.push(format!("{}: {line}", page.display()));
                }
                (None, _) => {}
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}
