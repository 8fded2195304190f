//! `cargo xtask compare`.

use std::process::ExitCode;

use taskcluster_core::shown;
use xtask::compare::{self, NEWEST, Report};

use super::project_root;

const USAGE: &str = "usage: cargo xtask compare ROOT_URL|DIR [--adopt]";

pub fn run(args: &[String]) -> ExitCode {
    let (from, adopt) = match args {
        [from] => (from.as_str(), false),
        [from, flag] | [flag, from] if flag == "--adopt" => (from.as_str(), true),
        _ => ("", false),
    };
    if from.is_empty() || from.starts_with('-') {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let done = if adopt { take_over(from) } else { tell(from) };
    done.unwrap_or_else(|why| {
        eprintln!("error: {}", shown(&why.to_string()));
        ExitCode::from(2)
    })
}

/// Prints how the deployment differs.
fn tell(from: &str) -> Result<ExitCode, compare::Error> {
    let report = compare::compare(from, &project_root().join(NEWEST))?;
    if report.is_empty() {
        println!("{from} and {NEWEST} have the same");
        return Ok(ExitCode::SUCCESS);
    }
    show(&report);
    println!(
        "\n{} differences between {NEWEST} and {from}:",
        report.len()
    );
    println!("+ is there alone, - is here alone, ~ is here → is there");
    Ok(ExitCode::FAILURE)
}

/// Takes the deployment's facts over, and prints what they changed and which texts they want.
fn take_over(from: &str) -> Result<ExitCode, compare::Error> {
    let adopted = compare::adopt(from, &project_root())?;
    show(&adopted.report);
    println!("{} differences are in {NEWEST} now", adopted.report.len());
    for place in &adopted.wanted {
        println!("wants a text: {}", shown(place));
    }
    Ok(ExitCode::SUCCESS)
}

/// The lines are safe to print: what cannot be seen is written out in them.
fn show(report: &Report) {
    print!("{report}");
}
