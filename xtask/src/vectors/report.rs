//! Counting and printing what came of the cases.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::case::{Case, Reply};
use super::verdict::Outcome;

/// What came of all cases.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    topics: BTreeMap<String, Tally>,
    skipped: BTreeMap<String, usize>,
    failures: Vec<Failure>,
}

/// How many cases of a topic passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Our answer was right.
    pub passed: usize,
    /// Our answer was wrong.
    pub failed: usize,
    /// There is no right answer, or no way to ask.
    pub skipped: usize,
}

/// A case with a wrong answer.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The case.
    pub id: String,
    /// Our answer.
    pub ours: String,
    /// The right answers.
    pub wanted: String,
}

impl Summary {
    /// Whether no answer was wrong.
    pub fn is_success(&self) -> bool {
        self.failures.is_empty()
    }

    /// The counts by topic.
    pub fn topics(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.topics
            .iter()
            .map(|(topic, tally)| (topic.as_str(), *tally))
    }

    /// The cases with wrong answers.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    pub(super) fn count(&mut self, topic: &str, case: &Case, outcome: Outcome) {
        let tally = self.topics.entry(topic.to_owned()).or_default();
        match outcome {
            Outcome::Passed => tally.passed += 1,
            Outcome::Skipped(why) => {
                tally.skipped += 1;
                *self.skipped.entry(why).or_default() += 1;
            }
            Outcome::Failed(ours) => {
                tally.failed += 1;
                self.failures.push(Failure {
                    id: case.id.clone(),
                    ours,
                    wanted: wanted(case),
                });
            }
        }
    }

    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        for (
            topic,
            Tally {
                passed,
                failed,
                skipped,
            },
        ) in &self.topics
        {
            writeln!(
                out,
                "{topic:14} {passed:5} passed {failed:4} failed {skipped:4} skipped"
            )?;
        }
        if !self.skipped.is_empty() {
            writeln!(out, "\nskipped:")?;
        }
        for (why, count) in &self.skipped {
            writeln!(out, "{count:5}  {why}")?;
        }
        for Failure { id, ours, wanted } in &self.failures {
            writeln!(out, "\nFAILED {id}\n  ours:   {ours}\n  wanted: {wanted}")?;
        }
        Ok(())
    }
}

fn wanted(case: &Case) -> String {
    let shown = |reply: &Reply| match reply {
        Reply::Value(value) => value.to_string(),
        Reply::Refusal => "a refusal".to_owned(),
    };
    let mut answers: Vec<String> = case.want.iter().chain(&case.accepted).map(shown).collect();
    answers.dedup();
    answers.join("\n      or: ")
}
