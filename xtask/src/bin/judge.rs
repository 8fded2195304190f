//! The commands that use the generated client: `cargo xtask live` and `cargo xtask peers`.

use std::io::stdout;
use std::process::ExitCode;

use xtask::checks::Tally;
use xtask::{live, peers};

const USAGE: &str = "usage: cargo xtask live [--write]\n       cargo xtask peers";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let tally = match args.as_slice() {
        ["live"] => live::from_env(false, &mut stdout().lock()),
        ["live", "--write"] => live::from_env(true, &mut stdout().lock()),
        ["peers"] => peers::run(&mut stdout().lock()),
        _ => Err(USAGE.into()),
    };
    match tally {
        Ok(Tally { failed: 0, .. }) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
    }
}
