//! `cargo xtask live`, `peers` and `recorded`, which are a program of their own: they use the
//! generated client or the fake, and this program must be there to generate it.

use std::process::ExitCode;

use xtask::cargo::cargo;

use super::project_root;

pub fn run(command: &str, args: &[String]) -> ExitCode {
    let status = cargo()
        .args(["run", "--quiet", "--package", "xtask"])
        .args(["--features", "client", "--bin", "judge", "--", command])
        .args(args)
        .current_dir(project_root())
        .status();
    match status {
        Ok(status) => status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .map_or(ExitCode::FAILURE, ExitCode::from),
        Err(why) => {
            eprintln!("error: cargo cannot be run: {why}");
            ExitCode::from(2)
        }
    }
}
