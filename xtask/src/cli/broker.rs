//! `cargo xtask broker`.

use std::process::ExitCode;

use xtask::broker;

use super::project_root;

pub fn run(args: &[String]) -> ExitCode {
    let url = match args {
        [] => std::env::var("AMQP_URL").ok().filter(|url| !url.is_empty()),
        [url] if !url.starts_with('-') => Some(url.clone()),
        _ => {
            eprintln!("usage: cargo xtask broker [AMQP_URL]");
            return ExitCode::from(2);
        }
    };
    match broker::run(&project_root(), url) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}
