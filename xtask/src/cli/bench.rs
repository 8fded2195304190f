//! `cargo xtask bench`.

use std::process::ExitCode;

use xtask::bench;

use super::project_root;

pub fn run(args: &[String]) -> ExitCode {
    match bench::run(&project_root(), args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}
