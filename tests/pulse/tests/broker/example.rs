//! Programs that listen, as their users run them.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::{Outcome, PATIENCE};

/// The running program. It is stopped when this is dropped.
pub struct Example {
    program: Child,
    lines: Receiver<String>,
    queue: String,
}

impl Example {
    /// Starts the program `listen`, and waits until it listens.
    pub fn start(url: &str, task_group: Option<&str>) -> Outcome<Self> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_listen"));
        program.args(task_group).env("AMQP_URL", url);
        let mut example = Self::run(&mut program)?;
        let line = example.line()?;
        let (queue, _) = line.split_once(' ').ok_or("it does not tell its queue")?;
        example.queue = queue.to_owned();
        Ok(example)
    }

    /// Starts a program.
    pub fn run(program: &mut Command) -> Outcome<Self> {
        let mut program = program.stdout(Stdio::piped()).spawn()?;
        let output = program.stdout.take().ok_or("it has no output")?;
        let (sender, lines) = mpsc::channel();
        // A thread reads, so that waiting for a line can have an end.
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            lines
                .map(|line| sender.send(line))
                .take_while(Result::is_ok)
                .count()
        });
        let queue = String::new();
        Ok(Self {
            program,
            lines,
            queue,
        })
    }

    /// The queue that the program listens to.
    pub fn queue(&self) -> &str {
        &self.queue
    }

    /// Whether the program has printed a line for each message.
    pub fn judge(&self, messages: usize) -> Outcome {
        let mut lines = Vec::new();
        loop {
            let line = self.line()?;
            if line.contains("is not known") {
                break;
            }
            lines.push(line);
        }
        match lines.len() == messages {
            true => Ok(()),
            false => Err(format!("{messages} lines are wanted:\n{}", lines.join("\n")).into()),
        }
    }

    /// The next line that it prints.
    pub fn line(&self) -> Outcome<String> {
        let line = self.lines.recv_timeout(PATIENCE);
        line.map_err(|_| "the example has ended, or is silent".into())
    }
}

impl Drop for Example {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
