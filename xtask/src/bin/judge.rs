//! The commands that use the generated client or the fake: `cargo xtask live`, `peers` and `recorded`.

use std::error::Error;
use std::io::stdout;
use std::path::Path;
use std::process::ExitCode;

use xtask::checks::Tally;
use xtask::{live, peers, recorded};

const USAGE: &str = "usage: cargo xtask live [--write]
       cargo xtask peers
       cargo xtask recorded DIR [--service NAME]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
    }
}

/// Whether all is as it should be.
fn run(args: &[&str]) -> Result<bool, Box<dyn Error>> {
    let out = &mut stdout().lock();
    let is_success = |tally: Tally| tally.failed == 0;
    match *args {
        ["live"] => live::from_env(false, out).map(is_success),
        ["live", "--write"] => live::from_env(true, out).map(is_success),
        ["peers"] => peers::run(out).map(is_success),
        ["recorded", dir] => Ok(recorded::run(Path::new(dir), None, out)?.is_success()),
        ["recorded", dir, "--service", service] => {
            Ok(recorded::run(Path::new(dir), Some(service), out)?.is_success())
        }
        _ => Err(USAGE.into()),
    }
}
