//! Fetches artifacts: `cargo run --example fetch -- <task id or index path> <glob> --out DIR`.
//!
//! The deployment and the caller are those of the environment (`TASKCLUSTER_ROOT_URL` and the others). Each
//! artifact whose name fits the pattern goes under its name into the folder, four at a time; what is there
//! already is replaced when the new one is whole and checked. For scripts it says by its exit code how it went:
//! 0 all are there, 1 some are not, 2 the arguments are wrong, 3 nothing fits the pattern, 4 there is no such
//! task.

use std::error::Error as StdError;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

use indicatif::{BinaryBytes, MultiProgress, ProgressBar, ProgressStyle};
use taskcluster_artifacts::{Artifacts, Error, TaskArtifacts};
use taskcluster_core::Client;

const USAGE: &str = "usage: fetch <task id or index path> <glob> --out DIR [--run NUMBER]";
/// So many at once.
const AT_ONCE: usize = 4;

type Problem = Box<dyn StdError + Send + Sync>;

struct Order {
    task: String,
    pattern: String,
    folder: PathBuf,
    run: Option<u64>,
}

/// Fetches what the arguments name.
pub fn main() -> ExitCode {
    let order = match order(std::env::args().skip(1)) {
        Ok(order) => order,
        Err(why) => {
            eprintln!("{why}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match fetch(&order) {
        Ok(code) => code,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::from(match e.downcast_ref::<Error>() {
                Some(e) if e.is_gone() => 4,
                // The pattern is none.
                Some(Error::Refused(_)) => 2,
                _ => 1,
            })
        }
    }
}

fn order(arguments: impl Iterator<Item = String>) -> Result<Order, String> {
    let (mut plain, mut folder, mut run) = (Vec::new(), None, None);
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--out" => folder = Some(arguments.next().ok_or("--out needs a folder")?),
            "--run" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                run = Some(number.ok_or("--run needs a number")?);
            }
            option if option.starts_with('-') => return Err(format!("{option} is not known")),
            _ => plain.push(argument),
        }
    }
    let [task, pattern] = <[String; 2]>::try_from(plain).map_err(|_| "two arguments are needed")?;
    let folder = folder.ok_or("--out is missing")?.into();
    Ok(Order {
        task,
        pattern,
        folder,
        run,
    })
}

fn fetch(order: &Order) -> Result<ExitCode, Problem> {
    let client = Client::from_env()?;
    let artifacts = Artifacts::new(&client);
    let task = match is_task_id(&order.task) {
        true => artifacts.of(&order.task),
        // All files are to be those of one task, whatever the index says meanwhile.
        false => artifacts.of(artifacts.indexed(&order.task).task_id()?),
    };
    let task = match order.run {
        Some(run) => task.run(run),
        None => task,
    };
    let found = task.matching(&order.pattern)?;
    if found.is_empty() {
        eprintln!("no artifact fits {}", order.pattern);
        return Ok(ExitCode::from(3));
    }
    let bars = MultiProgress::new();
    let names = Mutex::new(found.into_iter().map(|artifact| artifact.name));
    let failures = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let next = names.lock().expect("nobody panics").next();
                    let Some(name) = next else { return };
                    if let Err(e) = one(&task, &name, &order.folder, &bars) {
                        let _ = bars.println(format!("{name}: {e}"));
                        if bars.is_hidden() {
                            eprintln!("{name}: {e}");
                        }
                        *failures.lock().expect("nobody panics") += 1;
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("nobody panics");
    Ok(ExitCode::from(u8::from(failures > 0)))
}

fn one(
    task: &TaskArtifacts,
    name: &str,
    folder: &Path,
    bars: &MultiProgress,
) -> Result<(), Problem> {
    let path = place(folder, name)?;
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let bar = bars.add(ProgressBar::no_length().with_message(name.to_owned()));
    // A line that is too long for the terminal would be drawn over others.
    let known = "{bar:24} {bytes:>10} of {total_bytes:>10} {binary_bytes_per_sec:>13}  {wide_msg}";
    let known = ProgressStyle::with_template(known)?;
    let unknown = "{bytes:>35}            {binary_bytes_per_sec:>13}  {wide_msg}";
    bar.set_style(ProgressStyle::with_template(unknown)?);
    let shown = bar.clone();
    let got = task.get(name).progress(move |progress| {
        if let Some(total) = progress.total
            && shown.length() != Some(total)
        {
            shown.set_style(known.clone());
            shown.set_length(total);
        }
        shown.set_position(progress.bytes);
    });
    let outcome = got.to_file(&path);
    // There is room for those that are under way; of the others a line is left.
    bar.finish_and_clear();
    bars.remove(&bar);
    let bytes = BinaryBytes(outcome?.bytes);
    let _ = bars.println(format!("{name}: {bytes}"));
    Ok(())
}

/// Where an artifact goes. Its name is a stranger's, and must not lead out of the folder.
fn place(folder: &Path, name: &str) -> Result<PathBuf, Problem> {
    let path = Path::new(name);
    let is_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    match is_inside && !name.is_empty() {
        true => Ok(folder.join(path)),
        false => Err("the name would lead out of the folder".into()),
    }
}

/// A slugid: 22 characters. Paths in the index have dots, but for those of a single word.
fn is_task_id(text: &str) -> bool {
    let is_one = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.len() == 22 && text.chars().all(is_one)
}
