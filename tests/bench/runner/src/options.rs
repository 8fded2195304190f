//! The command line.

use std::path::PathBuf;

use crate::effort::Effort;
use crate::works::{How, WORKS, Work};

const USAGE: &str = "\
usage: runner --target DIR [--packages DIR] [--quick | --smoke] [--write DIR] [WORK…]";

/// What is asked for.
#[derive(Debug, Default)]
pub struct Options {
    /// Where Rust's contenders are built.
    pub target: PathBuf,
    /// Where those of other languages are installed.
    pub packages: Option<PathBuf>,
    /// Few rounds, and nothing that takes minutes.
    pub quick: bool,
    /// Enough to see that all works; without other clients, and without optimizing.
    pub smoke: bool,
    /// Where tables and pictures go.
    pub write: Option<PathBuf>,
    /// The works by name; all, where there are none.
    pub works: Vec<String>,
}

impl Options {
    /// Reads them.
    pub fn read(args: &[String]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            // Absolute, since contenders are built and run in other folders than this.
            let mut folder = || match args.next().map(std::path::absolute) {
                Some(Ok(folder)) => Ok(folder),
                _ => Err(format!("{arg}: which?")),
            };
            match arg.as_str() {
                "--target" => options.target = folder()?,
                "--packages" => options.packages = Some(folder()?),
                "--write" => options.write = Some(folder()?),
                "--quick" => options.quick = true,
                "--smoke" => options.smoke = true,
                flag if flag.starts_with('-') => return Err(USAGE.to_owned()),
                work => options.works.push(known(work)?),
            }
        }
        if options.target.as_os_str().is_empty() {
            return Err(USAGE.to_owned());
        }
        Ok(options)
    }

    /// How much is to be done.
    pub fn effort(&self) -> Effort {
        match (self.smoke, self.quick) {
            (true, _) => Effort::SMOKE,
            (false, true) => Effort::QUICK,
            (false, false) => Effort::FULL,
        }
    }

    /// Whether a work is to be done.
    pub fn wants(&self, work: &Work) -> bool {
        if self.works.is_empty() {
            return self.effort().slow_ones || !matches!(work.how, How::Builds);
        }
        work.is_named(&self.works)
    }
}

fn known(name: &str) -> Result<String, String> {
    let names = [name.to_owned()];
    if WORKS.iter().any(|work| work.is_named(&names)) {
        return Ok(name.to_owned());
    }
    let all: Vec<&str> = WORKS.iter().map(|work| work.name).collect();
    Err(format!(
        "there is no work {name}; there are {}",
        all.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, String> {
        let args: Vec<String> = line.split(' ').map(str::to_owned).collect();
        Options::read(&args)
    }

    #[test]
    fn works_are_chosen_by_name() {
        let options = read("--target t --quick get cold").expect("options");
        let chosen: Vec<&str> = WORKS
            .iter()
            .filter(|work| options.wants(work))
            .map(|work| work.name)
            .collect();
        assert_eq!(chosen, ["get", "cold-http", "cold-https"]);
    }

    #[test]
    fn builds_are_not_for_a_quick_run_unless_named() {
        let wants = |line: &str| {
            let options = read(line).expect("options");
            WORKS
                .iter()
                .any(|work| work.name == "builds" && options.wants(work))
        };
        assert!(wants("--target t"));
        assert!(!wants("--target t --quick"));
        assert!(wants("--target t --quick builds"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "--quick",
            "--target",
            "--target t --faster",
            "--target t got",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
