//! `cargo xtask bench`.

use std::process::ExitCode;

use xtask::bench;

use super::project_root;

pub fn run(args: &[String]) -> ExitCode {
    let is_unknown = |arg: &String| arg.starts_with('-') && arg != "--quick" && arg != "--smoke";
    if args.iter().any(is_unknown) {
        eprintln!("usage: cargo xtask bench [--quick | --smoke] [WORK…]");
        return ExitCode::from(2);
    }
    match bench::run(&project_root(), args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}
