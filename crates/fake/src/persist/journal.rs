//! The form of the file: a line for each thing, and another one when it changes.
//!
//! The first line says what the file is. After it, each line has an entry of a book, or all that is in
//! no book; the last line of an entry counts. What belongs together ends with a line that says so.
//! What stands behind the last such line is not whole, and was never there.

use std::collections::HashMap;
use std::fs::File;
use std::io::{
    self, BufRead as _, BufReader, BufWriter, ErrorKind, Read as _, Seek as _, Write as _,
};
use std::path::Path;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::files::about;
use crate::services::state::State;

/// Another number is for states that this program cannot read.
const FORMAT: &str = "taskcluster-fake state 6";
/// The line that ends what belongs together.
const SAVED: &[u8] = b"{\"saved\":true}\n";

#[derive(Deserialize, Serialize)]
struct Head {
    format: String,
}

#[derive(Deserialize)]
struct Line<V> {
    /// The book of the entry; none for what is in no book.
    book: Option<String>,
    #[serde(default)]
    key: String,
    /// Absent where the entry is gone.
    value: Option<V>,
    #[serde(default)]
    saved: bool,
}

/// What a file begins with.
pub(super) fn head() -> serde_json::Result<Vec<u8>> {
    let format = FORMAT.to_owned();
    let mut head = serde_json::to_vec(&Head { format })?;
    head.push(b'\n');
    Ok(head)
}

/// Writes down what has changed in a state since this was last asked; nothing where nothing has.
/// `rest` is what was last written of all that is in no book.
pub(super) fn write_changes(state: &mut State, rest: &mut Vec<u8>) -> serde_json::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for (name, book) in state.books() {
        for (key, value) in book.take_changes()? {
            write!(lines, "{{\"book\":\"{name}\",\"key\":").map_err(serde_json::Error::io)?;
            serde_json::to_writer(&mut lines, &key)?;
            if let Some(value) = value {
                lines.extend_from_slice(b",\"value\":");
                lines.extend_from_slice(&value);
            }
            lines.extend_from_slice(b"}\n");
        }
    }
    let now = serde_json::to_vec(state)?;
    if now != *rest {
        lines.extend_from_slice(b"{\"value\":");
        lines.extend_from_slice(&now);
        lines.extend_from_slice(b"}\n");
        *rest = now;
    }
    if !lines.is_empty() {
        lines.extend_from_slice(SAVED);
    }
    Ok(lines)
}

/// Reads a state; none where there is no such file yet.
pub(super) fn read(path: &Path) -> io::Result<Option<State>> {
    let file = match File::open(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(|e| about(path, &e))?,
    };
    let refuse = |what: String| {
        let path = path.display();
        let what = format!("{path}: {what}; move it away, or name another file");
        io::Error::new(ErrorKind::InvalidData, what)
    };
    let mut lines = Lines::new(file);
    let format: Option<Head> = match lines.next().map_err(|e| about(path, &e))? {
        Some(line) => parse(line),
        None => None,
    };
    match format {
        None => {
            return Err(refuse(
                "not a state of the fake Taskcluster (line 1)".to_owned(),
            ));
        }
        Some(head) if head.format != FORMAT => {
            let what = "a state of another version of the fake Taskcluster";
            return Err(refuse(what.to_owned()));
        }
        Some(_) => {}
    }
    // The words of the parser may repeat secrets, so that only the place is told.
    let unreadable = |line| refuse(format!("not a state of the fake Taskcluster (line {line})"));
    let mut reading = Reading::default();
    loop {
        let number = lines.number;
        let line = match lines.next().map_err(|e| about(path, &e))? {
            Some(line) => parse(line).ok_or_else(|| unreadable(number + 1))?,
            None => break,
        };
        reading.add(line, number + 1);
    }
    let state = reading.finish().map_err(unreadable)?;
    state.map(Some).ok_or_else(|| unreadable(lines.number))
}

fn parse<T: DeserializeOwned>(line: &[u8]) -> Option<T> {
    serde_json::from_slice(line).ok()
}

/// The lines of a file that end as lines do.
struct Lines<R> {
    file: BufReader<R>,
    line: Vec<u8>,
    /// How many have been read.
    number: u64,
    /// How many bytes these have.
    position: u64,
}

impl<R: io::Read> Lines<R> {
    fn new(file: R) -> Self {
        Self {
            file: BufReader::new(file),
            line: Vec::new(),
            number: 0,
            position: 0,
        }
    }

    fn next(&mut self) -> io::Result<Option<&[u8]>> {
        self.line.clear();
        self.file.read_until(b'\n', &mut self.line)?;
        if self.line.last() != Some(&b'\n') {
            return Ok(None);
        }
        self.number += 1;
        self.position += self.line.len() as u64;
        Ok(Some(&self.line))
    }
}

/// What has been read of a state.
#[derive(Default)]
struct Reading {
    rest: Option<(Value, u64)>,
    entries: Vec<(String, String, Option<Value>, u64)>,
    /// What is not known to be whole yet.
    open: Vec<(Line<Value>, u64)>,
}

impl Reading {
    fn add(&mut self, line: Line<Value>, number: u64) {
        if !line.saved {
            self.open.push((line, number));
            return;
        }
        for (line, number) in self.open.drain(..) {
            match (line.book, line.value) {
                (Some(book), value) => self.entries.push((book, line.key, value, number)),
                (None, Some(rest)) => self.rest = Some((rest, number)),
                (None, None) => {}
            }
        }
    }

    /// The state; none where there is nothing of one. The error is the number of a line.
    fn finish(self) -> Result<Option<State>, u64> {
        let Some((rest, number)) = self.rest else {
            return Ok(None);
        };
        let mut state: State = serde_json::from_value(rest).map_err(|_| number)?;
        let mut books: HashMap<_, _> = state.books().into_iter().collect();
        for (book, key, value, number) in self.entries {
            let book = books.get_mut(book.as_str()).ok_or(number)?;
            book.read(key, value).map_err(|_| number)?;
        }
        drop(books);
        state.roles.gather().map_err(|_| number)?;
        Ok(Some(state))
    }
}

/// Copies the first bytes of a file, which end with a line, without what no longer counts.
pub(super) fn compact(from: &mut File, length: u64, to: &mut File) -> io::Result<u64> {
    let mut last = HashMap::new();
    from.rewind()?;
    let mut lines = Lines::new((&*from).take(length));
    while let Some(line) = lines.next()? {
        if let Some((key, _)) = entry(line) {
            last.insert(key, lines.number);
        }
    }
    from.rewind()?;
    let mut lines = Lines::new((&*from).take(length));
    let mut output = BufWriter::new(to);
    let mut written = 0;
    while let Some(line) = lines.next()? {
        let entry = entry(line);
        let line = line.to_vec();
        let is_last = |(key, is_there)| is_there && last.get(&key) == Some(&lines.number);
        let counts = lines.number == 1 || entry.is_some_and(is_last);
        if counts {
            output.write_all(&line)?;
            written += line.len() as u64;
        }
    }
    output.write_all(SAVED)?;
    output.flush()?;
    Ok(written + SAVED.len() as u64)
}

type Key = (Option<String>, String);

/// Of which entry a line is, and whether the entry is there; none for a line that has none.
fn entry(line: &[u8]) -> Option<(Key, bool)> {
    let line: Line<IgnoredAny> = parse(line)?;
    let key = (line.book, line.key);
    (!line.saved).then_some((key, line.value.is_some()))
}
