//! `cargo xtask generate`.

use std::path::PathBuf;
use std::process::ExitCode;

use taskcluster_core::shown;
use xtask::generate::{self, Options, Plan};

use super::project_root;

/// How this command is called.
const COMMAND: &str = "cargo xtask generate";

pub fn run(args: &[String]) -> ExitCode {
    match parse(args).and_then(|(options, check)| act(&options, check, args)) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("error: {}", shown(&why));
            ExitCode::from(2)
        }
    }
}

fn parse(args: &[String]) -> Result<(Options, bool), String> {
    let mut options = Options::own(&project_root());
    let mut check = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut folder = || {
            args.next()
                .map(PathBuf::from)
                .ok_or(format!("{arg} wants a folder"))
        };
        if arg == "--prefix" {
            let prefix = args.next().ok_or("--prefix wants a name, such as acme")?;
            options.prefix = Some(prefix.clone());
            continue;
        }
        match arg.as_str() {
            "--check" => check = true,
            "--with-own" => options.with_own = Some(project_root().join("apis")),
            "--apis" => options.apis = folder()?,
            "--out" => {
                options.out = std::path::absolute(folder()?).map_err(|e| e.to_string())?;
                options.own = options.out == project_root();
            }
            flag if flag.starts_with('-') => {
                return Err(format!(
                    "{flag} is not known; usage: {COMMAND} [--check] [--apis DIR] [--out DIR] \
                     [--prefix NAME] [--with-own] [SERVICE…]"
                ));
            }
            service => options.services.push(service.to_owned()),
        }
    }
    if options.own && (options.prefix.is_some() || options.with_own.is_some()) {
        return Err(
            "--prefix and --with-own are for somebody else's crates: name a folder with --out"
                .to_owned(),
        );
    }
    Ok((options, check))
}

fn act(options: &Options, check: bool, args: &[String]) -> Result<ExitCode, String> {
    let plan = generate::plan(options).map_err(|e| e.to_string())?;
    for reference in plan.passed_over() {
        println!("passed over: {}", shown(reference));
    }
    if check {
        compare(&plan, args)
    } else {
        write(&plan)
    }
}

fn write(plan: &Plan) -> Result<ExitCode, String> {
    let changed = plan.write().map_err(|e| e.to_string())?;
    println!("{} files, {changed} of them written or deleted", plan.len());
    Ok(ExitCode::SUCCESS)
}

/// Prints how the disk differs, and the command that mends it: this one without `--check`.
fn compare(plan: &Plan, args: &[String]) -> Result<ExitCode, String> {
    let differences = plan.differences().map_err(|e| e.to_string())?;
    for difference in &differences {
        print!("{}", difference.diff);
    }
    if differences.is_empty() {
        println!("{} files, all as they would be generated", plan.len());
        return Ok(ExitCode::SUCCESS);
    }
    let mends: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| *arg != "--check")
        .collect();
    println!(
        "\n{} files are not as they would be generated; run `{}`",
        differences.len(),
        [&[COMMAND], &mends[..]].concat().join(" ")
    );
    Ok(ExitCode::FAILURE)
}
