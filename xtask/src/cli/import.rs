//! `cargo xtask import`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use taskcluster_core::shown;
use xtask::import;

/// Where the mirror goes where nothing else is said: beside `apis/`, which is this project's own.
const OUT: &str = "imported";

const USAGE: &str = "usage: cargo xtask import ROOT_URL|DIR [--out DIR]";

pub fn run(args: &[String]) -> ExitCode {
    match parse(args).and_then(|(from, out)| act(from, &out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {}", shown(&why));
            ExitCode::from(2)
        }
    }
}

fn parse(args: &[String]) -> Result<(&str, PathBuf), String> {
    let (from, out) = match args {
        [from] => (from, OUT),
        [from, flag, out] | [flag, out, from] if flag == "--out" => (from, out.as_str()),
        _ => return Err(USAGE.to_owned()),
    };
    if from.starts_with('-') {
        return Err(format!("{from} is not known; {USAGE}"));
    }
    let out = std::path::absolute(out).map_err(|e| e.to_string())?;
    Ok((from, out))
}

fn act(from: &str, out: &Path) -> Result<(), String> {
    let imported = import::run(from, out).map_err(|e| e.to_string())?;
    let (references, schemas, out) = (imported.references, imported.schemas, out.display());
    println!("{references} references and {schemas} schemas are in {out}; for the crates:");
    println!("cargo xtask generate --apis {out} --out CRATES");
    Ok(())
}
