//! `cargo xtask COMMAND`: one function per command, each in a file of its own.

mod cli;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  generate [--check] [--apis DIR] [--out DIR] [--prefix NAME] [--with-own] [SERVICE…]
      writes the service crates' generated code from references of the API
  import ROOT_URL|DIR [--out DIR]
      mirrors the references and schemas that a deployment publishes
  compare ROOT_URL|DIR [--adopt]
      says what a deployment has that apis/ has not and the other way, or takes its facts over
  vectors [DIR]
      answers the cases that other clients were put to, and says which answers are wrong
  live [--write]
      tries the client against the deployment that the environment names
  peers
      lets the reference Hawk judge our signatures, and our fake the Python client's
  recorded DIR [--service NAME]
      replays requests that a real deployment has answered, and says what our fake answers else
  broker [AMQP_URL]
      checks bindings and messages against a RabbitMQ broker, which it starts where none is named
  bench [--quick | --smoke] [WORK…]
      measures this client beside others; all of it writes the guide's page on performance
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, args) = match args.split_first() {
        Some((command, args)) => (command.as_str(), args),
        None => ("", &[][..]),
    };
    let is_help = |arg: &str| matches!(arg, "--help" | "-h");
    if command == "help" || is_help(command) || args.iter().any(|arg| is_help(arg)) {
        print!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match command {
        "bench" => cli::bench::run(args),
        "broker" => cli::broker::run(args),
        "compare" => cli::compare::run(args),
        "generate" => cli::generate::run(args),
        "import" => cli::import::run(args),
        "live" | "peers" | "recorded" => cli::judge::run(command, args),
        "vectors" => cli::vectors::run(args),
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
