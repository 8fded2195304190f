//! A RabbitMQ node that is nobody else's: its own folder, ports and name, on loopback alone.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::tls;

/// How long a node may take to start; a slow machine needs some fifteen seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// How an AMQP 0-9-1 client introduces itself.
const GREETING: &[u8; 8] = b"AMQP\x00\x00\x09\x01";

/// A running node. Dropping it stops what was started, in this order, and removes the folder.
pub struct Node {
    server: Running,
    _mapper: Running,
    folder: Folder,
    program: PathBuf,
    name: String,
    ports: Ports,
}

/// A program, for as long as it is needed.
struct Running(Child);

/// A folder, for as long as it is needed.
struct Folder(PathBuf);

/// Four free ports in a row: for AMQP, for the same by TLS, for Erlang's own protocol between nodes, and for the port mapper
/// of that protocol, which is ours alone too.
///
/// A node that restarts leaves its ports for a while. So they lie below those that systems give to whoever
/// asks for any, which could be somebody else's by then.
struct Ports {
    amqp: u16,
    tls: u16,
    distribution: u16,
    mapper: u16,
}

/// How a node is brought to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// As an operator stops it.
    InOrder,
    /// As a machine that fails: it has no time to write or say anything.
    AtOnce,
}

impl Node {
    /// Starts a node and waits until it accepts connections.
    ///
    /// # Errors
    /// The node does not start; the error has the end of what it said.
    pub fn start(program: &Path) -> Result<Self, String> {
        let (ports, name, folder) = reserve()?;
        tls::write(&folder.0, ports.tls)
            .map_err(|e| format!("there is no certificate for the broker: {e}"))?;
        let mapper = start_mapper(ports.mapper).map_err(|e| format!("epmd does not run: {e}"))?;
        let server = start_server(program, &name, &folder.0, &ports)
            .map_err(|e| format!("{} does not run: {e}", program.display()))?;
        let mut node = Self {
            server,
            _mapper: mapper,
            folder,
            program: program.to_owned(),
            name,
            ports,
        };
        node.wait()?;
        Ok(node)
    }

    /// Ends the server, starts it once more with what it has kept, and waits until it accepts connections.
    ///
    /// # Errors
    /// It does not stop, or does not start.
    pub fn restart(&mut self, end: End) -> Result<(), String> {
        match end {
            End::InOrder => self.stop()?,
            End::AtOnce => self.server.kill(),
        }
        self.server = start_server(&self.program, &self.name, &self.folder.0, &self.ports)
            .map_err(|e| format!("{} does not run again: {e}", self.program.display()))?;
        self.wait()
    }

    fn stop(&mut self) -> Result<(), String> {
        let asked = Command::new("kill")
            .arg(self.server.0.id().to_string())
            .status();
        asked.map_err(|e| format!("the broker cannot be told to stop: {e}"))?;
        let start = Instant::now();
        while matches!(self.server.0.try_wait(), Ok(None)) {
            if start.elapsed() > PATIENCE {
                return Err(format!("the broker does not stop:\n{}", self.said()));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// The port for AMQP.
    pub fn port(&self) -> u16 {
        self.ports.amqp
    }

    /// The URL of the broker, for the user that every new node has.
    pub fn url(&self) -> String {
        format!("amqp://guest:guest@127.0.0.1:{}/%2f", self.ports.amqp)
    }

    /// The same by TLS.
    pub fn secure_url(&self) -> String {
        format!("amqps://guest:guest@127.0.0.1:{}/%2f", self.ports.tls)
    }

    /// The file with the certificate of the authority that vouches for it.
    pub fn authority(&self) -> PathBuf {
        tls::authority(&self.folder.0)
    }

    fn wait(&mut self) -> Result<(), String> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(Some(status)) = self.server.0.try_wait() {
                return Err(format!("the broker ended, {status}:\n{}", self.said()));
            }
            if greet(self.ports.amqp).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(200));
        }
        let patience = PATIENCE.as_secs();
        let said = self.said();
        Err(format!(
            "the broker is not ready after {patience} s:\n{said}"
        ))
    }

    /// The last lines that the node has printed.
    fn said(&self) -> String {
        let text = fs::read_to_string(self.folder.0.join("output")).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

/// Ports, the node's name, and its folder, which nobody else has.
fn reserve() -> Result<(Ports, String, Folder), String> {
    for ports in Ports::candidates() {
        let name = format!("taskcluster-broker-{}", ports.amqp);
        // The folder is had first: that of another node is there while its ports are not taken.
        let Some(folder) = Folder::create(&name).map_err(|e| format!("there is no folder: {e}"))?
        else {
            continue;
        };
        if ports.are_free() {
            return Ok((ports, name, folder));
        }
    }
    Err("there are no free ports for a broker".to_owned())
}

impl Folder {
    /// A new folder; `None` where there is one, which is somebody else's.
    fn create(name: &str) -> io::Result<Option<Self>> {
        let path = std::env::temp_dir().join(name);
        match fs::create_dir(&path) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(None),
            created => created.map(|()| Some(Self(path))),
        }
    }
}

impl Running {
    fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Nothing of a node is kept, so it need not shut down in order.
        self.kill();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, as all temporary files are.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Ports {
    /// All that there are, beginning at some, so that those who look at the same time seldom meet.
    fn candidates() -> impl Iterator<Item = Self> {
        let first = process::id() % ROWS;
        (0..ROWS).filter_map(move |step| {
            let row = u16::try_from((first + step) % ROWS).ok()?;
            let amqp = LOWEST + 4 * row;
            Some(Self {
                amqp,
                tls: amqp + 1,
                distribution: amqp + 2,
                mapper: amqp + 3,
            })
        })
    }

    fn are_free(&self) -> bool {
        [self.amqp, self.tls, self.distribution, self.mapper]
            .iter()
            .all(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
    }
}

/// The lowest port of a node, and how many rows of four follow; Linux gives ports from 32768 on.
const LOWEST: u16 = 20_000;
const ROWS: u32 = 3_000;

/// Starts the port mapper. A node would start one itself, as a daemon that outlives it.
fn start_mapper(port: u16) -> io::Result<Running> {
    let mapper = Command::new("epmd")
        .args(["-address", "127.0.0.1", "-port", &port.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mapper = Running(mapper);
    let start = Instant::now();
    loop {
        match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
            Err(e) if start.elapsed() > PATIENCE => return Err(e),
            Err(_) => thread::sleep(Duration::from_millis(20)),
            Ok(_) => return Ok(mapper),
        }
    }
}

fn start_server(program: &Path, name: &str, folder: &Path, ports: &Ports) -> io::Result<Running> {
    let plugins = folder.join("plugins");
    fs::write(&plugins, "[].")?;
    let output = File::create(folder.join("output"))?;
    let mut command = Command::new(program);
    forget_settings(&mut command);
    command
        // The secret that nodes share lies in the home folder.
        .env("HOME", folder)
        .env("ERL_EPMD_ADDRESS", "127.0.0.1")
        .env("ERL_EPMD_PORT", ports.mapper.to_string())
        .env("RABBITMQ_NODENAME", format!("{name}@localhost"))
        .env("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1")
        .env("RABBITMQ_NODE_PORT", ports.amqp.to_string())
        .env("RABBITMQ_DIST_PORT", ports.distribution.to_string())
        .env(
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
            "-kernel inet_dist_use_interface {127,0,0,1}",
        )
        .env("RABBITMQ_MNESIA_BASE", folder.join("data"))
        .env("RABBITMQ_LOG_BASE", folder.join("log"))
        .env("RABBITMQ_ENABLED_PLUGINS_FILE", plugins)
        .env("RABBITMQ_CONFIG_FILE", tls::settings(folder))
        // None of the machine's own settings; these files do not exist.
        .env("RABBITMQ_CONF_ENV_FILE", folder.join("no-environment"))
        .env(
            "RABBITMQ_ADVANCED_CONFIG_FILE",
            folder.join("no-more-settings"),
        )
        // The script then becomes the server, and does not stay before it: what we stop is it.
        .env("RUNNING_UNDER_SYSTEMD", "true")
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .spawn()
        .map(Running)
}

/// Keeps settings for other nodes from ours.
fn forget_settings(command: &mut Command) {
    for (variable, _) in std::env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("RABBITMQ_") || name.starts_with("ERL_") {
            command.env_remove(&variable);
        }
    }
}

/// Whether somebody answers in AMQP.
fn greet(port: u16) -> io::Result<()> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(Duration::from_secs(5)))?;
    connection.write_all(GREETING)?;
    connection.read_exact(&mut [0])
}
