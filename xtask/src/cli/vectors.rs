//! `cargo xtask vectors`.

use std::path::PathBuf;
use std::process::ExitCode;

use xtask::vectors;

use super::project_root;

pub fn run(args: &[String]) -> ExitCode {
    let dir = match args {
        [] => vectors::own_folder(&project_root()),
        [dir] if !dir.starts_with('-') => PathBuf::from(dir),
        _ => {
            eprintln!("usage: cargo xtask vectors [DIR]");
            return ExitCode::from(2);
        }
    };
    match vectors::run(&dir, &mut std::io::stdout().lock()) {
        Ok(summary) if summary.is_success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
    }
}
