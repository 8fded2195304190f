//! Runs contenders against each other and shows what came of it: `cargo xtask bench`.
//!
//! `contenders` says who takes part and `works` what they do; `cargo` builds them, `process` runs
//! them, and `server` is what they talk to. `rounds`, `counts` and `programs` measure; `results`
//! keeps what they found, of which `statistics` makes figures. `targets` judges them, and `report`
//! shows all of it.

mod cargo;
mod contenders;
mod core;
mod counts;
mod effort;
mod options;
mod process;
mod programs;
mod report;
mod results;
mod rounds;
mod server;
mod statistics;
mod targets;
mod works;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use contender::{Error, Order};

use crate::cargo::Cargo;
use crate::contenders::{Programs, Who};
use crate::core::Core;
use crate::effort::Effort;
use crate::options::Options;
use crate::process::Servers;
use crate::results::Results;
use crate::works::{How, Task, WORKS, Work};

/// A run of the bench.
pub struct Bench<'a> {
    effort: Effort,
    programs: Programs<'a>,
    /// Where pinned works run; `None` where the system does not pin.
    core: Option<Core>,
    pinned: Servers,
    free: Servers,
    /// The file with the authority that the https server's certificate is of.
    authority: PathBuf,
    callgrind: bool,
    /// Whether the other clients take part.
    peers: bool,
    results: Results,
    left_out: BTreeSet<String>,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match &args[..] {
        [command, authority] if command == "serve" => server::run(Path::new(authority)),
        _ => Options::read(&args)
            .map_err(Into::into)
            .and_then(|options| run(&options)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Error> {
    let cargo = Cargo::new(options.target.clone(), !options.smoke);
    let mut bench = Bench::new(&cargo, options)?;
    let chosen: Vec<&Work> = WORKS.iter().filter(|work| options.wants(work)).collect();
    for work in &chosen {
        eprintln!("measuring {}", work.name);
        bench.measure(work)?;
    }
    report::write(&bench, &chosen, options)
}

impl<'a> Bench<'a> {
    fn new(cargo: &'a Cargo, options: &Options) -> Result<Self, Error> {
        let core = Core::find();
        let authority = options.target.join("bench-authority.pem");
        let servers = |core, authority: &Path| {
            let mut command = Command::new(std::env::current_exe()?);
            Servers::start(command.arg("serve").arg(authority), core)
        };
        let pinned = servers(core, &authority)?;
        // Nobody asks these for https.
        let free = servers(None, Path::new("/dev/null"))?;
        Ok(Self {
            effort: options.effort(),
            programs: Programs {
                cargo,
                packages: options.packages.clone(),
            },
            core,
            pinned,
            free,
            authority,
            callgrind: options.effort().slow_ones && counts::has_callgrind(),
            peers: !options.smoke,
            results: Results::default(),
            left_out: BTreeSet::new(),
        })
    }

    fn measure(&mut self, work: &Work) -> Result<(), Error> {
        match work.how {
            How::Orders(task) => {
                rounds::measure(self, work, task)?;
                counts::measure(self, work, task);
                Ok(())
            }
            How::OneCall(server) => {
                programs::one_call(self, work, server);
                Ok(())
            }
            How::Builds => {
                programs::builds(self, work);
                Ok(())
            }
        }
    }

    /// The program of a contender; `None` where it cannot take part.
    fn take_part(
        &mut self,
        program: impl FnOnce(&Programs<'_>) -> Result<Command, String>,
        who: Who,
    ) -> Option<Command> {
        if !self.peers && !who.is_quickly_built() {
            return None;
        }
        match program(&self.programs) {
            Ok(command) => Some(command),
            Err(why) => {
                self.note(format!("{}: {why}", self.programs.label(who)));
                None
            }
        }
    }

    /// Notes that a contender does not do a work, and forgets what it has done of it.
    fn leave_out(&mut self, work: &Work, who: Who, why: &str) {
        let label = self.programs.label(who);
        self.note(format!("{label}, {}: {why}", work.name));
        self.results.forget(work.name, who);
    }

    /// Notes that something is left out, here and below the tables.
    fn note(&mut self, line: String) {
        eprintln!("left out: {line}");
        self.left_out.insert(line);
    }

    fn core(&self, work: &Work) -> Option<Core> {
        self.core.filter(|_| work.is_pinned())
    }

    fn servers(&mut self, work: &Work) -> &mut Servers {
        if work.is_pinned() {
            &mut self.pinned
        } else {
            &mut self.free
        }
    }

    fn order(&self, work: &Work, task: Task, calls: usize) -> Order {
        let servers = if work.is_pinned() {
            &self.pinned
        } else {
            &self.free
        };
        // How much is done is a matter of effort, not of the work.
        let work = match task.order {
            contender::Work::Fetch(_) => contender::Work::Fetch(self.effort.megabytes),
            contender::Work::Put(_) => contender::Work::Put(self.effort.megabytes),
            other => other,
        };
        Order {
            work,
            root_url: servers.root_url(task.server),
            calls,
        }
    }
}
