//! `cargo xtask COMMAND`: one function per command, each in a file of its own.

mod cli;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  generate [--check] [--apis DIR] [--out DIR] [SERVICE…]
      writes the service crates' generated code from references of the API
  vectors [DIR]
      answers the cases that other clients were put to, and says which answers are wrong
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, args) = match args.split_first() {
        Some((command, args)) => (command.as_str(), args),
        None => ("", &[][..]),
    };
    match command {
        "generate" => cli::generate::run(args),
        "vectors" => cli::vectors::run(args),
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
