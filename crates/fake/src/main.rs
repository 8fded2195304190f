//! The fake Taskcluster as a program, for clients in any language.

use std::io::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs as _};
use std::path::PathBuf;
use std::process::ExitCode;

use log::{LevelFilter, Log, Metadata, Record};
use taskcluster_fake::{Era, FakeTaskcluster};

const USAGE: &str = "\
Usage: taskcluster-fake [--port PORT] [--host HOST] [--state FILE [--state-sync]] [--era ERA]
                        [--apis DIR]

Serves a Taskcluster deployment for tests, until it is interrupted. Prints what to export to
standard output, and a line for each request to standard error.

  --port PORT      the port; 8080 if it is not given, a free one if it is 0
  --host HOST      the IP address to listen at, or a name of it; 127.0.0.1 if it is not given,
                   which only programs on this machine can reach
  --state FILE     keeps the state in this file, to go on with at the next start
  --state-sync     answers what may change the state only once it is in that file
  --era ERA        today, the APIs of Taskcluster of today, if it is not given; classic, those of
                   December 2018; both, whatever either has
  --apis DIR       serves the references in this folder, as `cargo xtask import` writes it
  --help           prints this
  --version        prints the version
";

/// The log lines' target, by which those of other libraries are told apart.
const LOG_TARGET: &str = "taskcluster_fake";

fn main() -> ExitCode {
    match Command::read(std::env::args().skip(1)) {
        Ok(Command::Serve(options)) => match serve(options) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => {
                eprintln!("taskcluster-fake: {e}");
                ExitCode::FAILURE
            }
        },
        Ok(Command::Print(text)) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprint!("taskcluster-fake: {problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

enum Command {
    Serve(Options),
    Print(String),
}

struct Options {
    host: IpAddr,
    port: u16,
    state: Option<PathBuf>,
    state_sync: bool,
    era: Era,
    apis: Option<PathBuf>,
}

impl Command {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Options {
            host: Ipv4Addr::LOCALHOST.into(),
            port: 8080,
            state: None,
            state_sync: false,
            era: Era::Today,
            apis: None,
        };
        let mut arguments = arguments.flat_map(|argument| match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                vec![name.to_owned(), value.to_owned()]
            }
            _ => vec![argument],
        });
        while let Some(name) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .filter(|value| !value.is_empty())
                    .ok_or_else(|| format!("{name} is without its value"))
            };
            match name.as_str() {
                "--help" | "-h" => return Ok(Self::Print(USAGE.to_owned())),
                "--version" => {
                    let version = env!("CARGO_PKG_VERSION");
                    return Ok(Self::Print(format!("taskcluster-fake {version}\n")));
                }
                "--port" => {
                    let port = value()?;
                    let wrong = |_| format!("{port:?} is not a port: 0 to 65535 are");
                    options.port = port.parse().map_err(wrong)?;
                }
                "--host" => {
                    let host = value()?;
                    options.host = address(&host).ok_or_else(|| {
                        format!("{host:?} is no IP address, such as 0.0.0.0, nor the name of one")
                    })?;
                }
                "--era" => {
                    let era = value()?;
                    options.era = self::era(&era)
                        .ok_or_else(|| format!("{era:?} is no era: today, classic and both are"))?;
                }
                "--apis" => options.apis = Some(value()?.into()),
                "--state-sync" => options.state_sync = true,
                "--state" => options.state = Some(value()?.into()),
                other => return Err(format!("there is no option {other:?}")),
            }
        }
        if options.state_sync && options.state.is_none() {
            return Err("--state-sync needs --state, which names the file".to_owned());
        }
        Ok(Self::Serve(options))
    }
}

fn era(name: &str) -> Option<Era> {
    Some(match name {
        "today" => Era::Today,
        "classic" => Era::Classic,
        "both" => Era::Both,
        _ => return None,
    })
}

/// The address that a host has; of several, one that programs without IPv6 reach too.
fn address(host: &str) -> Option<IpAddr> {
    let addresses = (host, 0).to_socket_addrs().ok()?;
    addresses.map(|a| a.ip()).min_by_key(IpAddr::is_ipv6)
}

fn serve(options: Options) -> io::Result<()> {
    // Asked for before anything is promised: from here on an interrupt is an orderly end.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    let interrupt = {
        let _inside = runtime.enter();
        Interrupt::new()?
    };
    log::set_logger(&StandardError).map_err(io::Error::other)?;
    log::set_max_level(LevelFilter::Info);
    let mut builder = FakeTaskcluster::builder()
        .address((options.host, options.port))
        .era(options.era)
        .recording(false);
    if let Some(path) = options.state {
        builder = builder.state_file(path).state_sync(options.state_sync);
    }
    if let Some(folder) = options.apis {
        builder = builder.apis(folder);
    }
    let fake = builder.start()?;
    if !options.host.is_loopback() {
        eprintln!(
            "Listening at {}, because --host says so: whoever can reach this port can try tokens, \
             and sees every answer, since nothing is encrypted. Without --host only programs on \
             this machine reach it.",
            options.host
        );
    }
    print_environment(&fake)?;
    eprintln!("Serving at {}; interrupt with Ctrl-C.", fake.root_url());
    runtime.block_on(interrupt.wait());
    eprintln!("Stopping.");
    fake.stop()
}

/// What a shell exports so that clients find the deployment.
fn print_environment(fake: &FakeTaskcluster) -> io::Result<()> {
    let credentials = fake.credentials();
    let exports = format!(
        "export TASKCLUSTER_ROOT_URL={}\nexport TASKCLUSTER_CLIENT_ID={}\n\
         export TASKCLUSTER_ACCESS_TOKEN={}\n",
        fake.root_url(),
        credentials.client_id(),
        credentials.access_token()
    );
    // In one piece: a script that waits for something to be there goes on with the whole.
    let mut output = io::stdout().lock();
    output.write_all(exports.as_bytes())?;
    output.flush()
}

/// The signals that end the program.
#[cfg(all(unix, not(taskcluster_portable)))]
struct Interrupt {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(all(unix, not(taskcluster_portable)))]
impl Interrupt {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn wait(mut self) {
        std::future::poll_fn(|context| {
            let first = self.interrupt.poll_recv(context);
            if first.is_ready() {
                return first;
            }
            self.terminate.poll_recv(context)
        })
        .await;
    }
}

/// The signal that ends the program.
#[cfg(any(not(unix), taskcluster_portable))]
struct Interrupt;

#[cfg(any(not(unix), taskcluster_portable))]
impl Interrupt {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn wait(self) {
        // Where there are no signals the program ends with its console.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Prints the log lines of the fake.
struct StandardError;

impl Log for StandardError {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == LOG_TARGET
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(io::stderr(), "{}", record.args());
        }
    }

    fn flush(&self) {}
}
