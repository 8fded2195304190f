//! Programs that answer a line with a line: contenders and servers.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use contender::{Answer, Error, Order};

use crate::core::{Core, spawn};
use crate::server::{KINDS, Kind};

/// A running program, which ends when it is dropped.
pub struct Process {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Process {
    /// Starts it, on a core where there is one for it.
    pub fn start(command: &mut Command, core: Option<Core>) -> Result<Self, Error> {
        let program = command.get_program().display().to_string();
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child =
            spawn(command, core).map_err(|why| format!("{program} cannot be started: {why}"))?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        Ok(Self {
            child,
            stdin: stdin.ok_or("no standard input")?,
            stdout: BufReader::new(stdout.ok_or("no standard output")?),
        })
    }

    /// Gives an order to a contender.
    pub fn order(&mut self, order: &Order) -> Result<Answer, Error> {
        let line = self.ask(&order.to_string())?;
        serde_json::from_str(&line).map_err(|why| format!("not an answer ({why}): {line}").into())
    }

    fn ask(&mut self, line: &str) -> Result<String, Error> {
        writeln!(self.stdin, "{line}")?;
        self.stdin.flush()?;
        self.line()
    }

    fn line(&mut self) -> Result<String, Error> {
        let mut line = String::new();
        if self.stdout.read_line(&mut line)? == 0 {
            return Err(format!("it ended: {}", self.child.wait()?).into());
        }
        Ok(line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It has nothing to save. It may also have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The process with the servers.
pub struct Servers {
    process: Process,
    ports: Vec<String>,
}

/// What a server has counted.
pub struct Counts {
    /// Connections that were made.
    pub connections: usize,
    /// Requests that came.
    pub requests: usize,
}

impl Servers {
    /// Starts them; the command is that of `server::run`.
    pub fn start(command: &mut Command, core: Option<Core>) -> Result<Self, Error> {
        let mut process = Process::start(command, core)?;
        let ports = process
            .line()?
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        Ok(Self { process, ports })
    }

    /// Where a server is.
    pub fn root_url(&self, kind: Kind) -> String {
        let scheme = if kind == Kind::Https { "https" } else { "http" };
        format!("{scheme}://127.0.0.1:{}", self.ports[kind as usize])
    }

    /// What a server has counted since this was asked before; its faults begin anew.
    pub fn take_counts(&mut self, kind: Kind) -> Result<Counts, Error> {
        debug_assert_eq!(KINDS[kind as usize], kind);
        let line = self.process.ask(&(kind as usize).to_string())?;
        let counts: Vec<usize> = line.split_whitespace().flat_map(str::parse).collect();
        match counts[..] {
            [connections, requests] => Ok(Counts {
                connections,
                requests,
            }),
            _ => Err(format!("not counts: {line}").into()),
        }
    }
}
