//! Mutants of the project's own references: each is refused with a place, or makes code that can be
//! read as Rust; and of those that make code, some are compiled where that is asked for.
//!
//! `XTASK_MUTANTS` is how many there are, `XTASK_FIRST` the number of the first, and `XTASK_COMPILED`
//! how many are compiled. A mutant is made anew from its number.

mod compile;
mod mutate;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::str::FromStr;
use std::thread;

use xtask::generate::{self, Files};

/// As large as that of a program's first thread on most systems.
const STACK: usize = 8 << 20;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn number<T: FromStr>(variable: &str, otherwise: T) -> T {
    let value = std::env::var(variable).ok();
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(otherwise)
}

/// The references and schemas of this project and of the toy, by service.
fn originals() -> Vec<Files> {
    let mut services: BTreeMap<String, Files> = BTreeMap::new();
    for apis in ["apis/today", "tests/toy/apis"] {
        let root = project().join(apis);
        for folder in ["references", "schemas"] {
            read(&root, folder, &mut |path, json| {
                let service = path.split('/').nth(1).unwrap_or_default().to_owned();
                services.entry(service).or_default().insert(path, json);
            });
        }
    }
    services
        .into_values()
        .filter(|files| files.keys().any(|path| path.starts_with("references/")))
        .collect()
}

fn read(root: &Path, folder: &str, take: &mut impl FnMut(String, serde_json::Value)) {
    let mut names: Vec<String> = fs::read_dir(root.join(folder))
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if root.join(&path).is_dir() {
            read(root, &path, take);
        } else {
            let text = fs::read(root.join(&path)).expect("a file");
            take(path, serde_json::from_slice(&text).expect("JSON"));
        }
    }
}

/// What became of a mutant: code, or a refusal that was good.
fn judge(number: u64, files: Files) -> Option<BTreeMap<PathBuf, String>> {
    let drafts = match generate::draft(files) {
        Ok(drafts) => drafts,
        Err(why) => {
            let why = why.to_string();
            assert!(
                why.starts_with("apis/") && why.contains(".json#"),
                "mutant {number}: no place in {why:?}"
            );
            return None;
        }
    };
    for (path, code) in &drafts {
        let plain = path
            .components()
            .all(|step| matches!(step, Component::Normal(_)));
        assert!(
            plain && path.starts_with("crates"),
            "mutant {number}: {}",
            path.display()
        );
        if let Err(e) = syn::parse_file(code) {
            panic!("mutant {number}: {}: {e}:\n{code}", path.display());
        }
    }
    // Without a reference there is none.
    (!drafts.is_empty()).then_some(drafts)
}

/// How many mutants made code.
fn judge_all(numbers: impl Iterator<Item = u64>, originals: &[Files]) -> usize {
    numbers
        .filter(|&number| judge(number, mutate::mutant(number, originals)).is_some())
        .count()
}

#[test]
fn every_mutant_is_refused_with_a_place_or_makes_code() {
    let originals = originals();
    let (first, count) = (number("XTASK_FIRST", 0), number("XTASK_MUTANTS", 500));
    let halves = [0, 1].map(|half| {
        let originals = originals.clone();
        let numbers = (first + half..first + count).step_by(2);
        let judge = move || judge_all(numbers, &originals);
        thread::Builder::new()
            .stack_size(STACK)
            .spawn(judge)
            .expect("a thread")
    });
    let made: usize = halves
        .into_iter()
        .map(|half| half.join().expect("no panic"))
        .sum();
    println!("{made} of {count} mutants made code");
    assert!(
        made > count as usize / 20 && made < count as usize,
        "{made} of {count}"
    );
}

#[test]
fn mutants_compile() {
    let wanted: usize = number("XTASK_COMPILED", 0);
    if wanted == 0 {
        println!("nothing is compiled unless XTASK_COMPILED says how much");
        return;
    }
    let originals = originals();
    let first = number("XTASK_FIRST", 0);
    let made = (first..)
        .filter_map(|number| Some((number, judge(number, mutate::mutant(number, &originals))?)));
    compile::check(made.take(wanted));
}
