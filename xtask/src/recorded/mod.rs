//! Recordings of a real deployment: requests, in order, and what it answered. They are put to the fake
//! of the same era, and each answer that is another one gets a line.
//!
//! `case` is a request with its answer, `payload` what it sends, `caller` who signs it and how, `known` what stands for the
//! recording's tokens and dates here, `send` the wire, `compare` and `words` the judge, and `kept` what is
//! meant to differ.

mod caller;
mod case;
mod compare;
mod difference;
mod kept;
mod known;
mod payload;
mod send;
mod words;

use std::error::Error;
use std::io::Write;
use std::path::Path;

use taskcluster_fake::{Era, FakeTaskcluster};
use time::OffsetDateTime;

pub use case::Case;
pub use compare::Measure;
pub use difference::{Answer, Difference, Kind};
pub use kept::Kept;
pub use known::Known;
pub use payload::Payload;

use caller::Caller;
use send::Sender;

/// How a replay came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many requests were sent.
    pub requests: usize,
    /// How many of them were looked at.
    pub judged: usize,
    /// How many of those were answered as they were by the real deployment.
    pub same: usize,
    /// How many differ on purpose alone.
    pub kept: usize,
    /// How many differ otherwise.
    pub differ: usize,
    /// The lines for these, by kind.
    pub lines: [usize; Kind::ALL.len()],
    /// Entries of the table of what differs on purpose whose requests differ no more.
    pub outdated: usize,
}

impl Summary {
    /// Whether all that was looked at is the same, or differs on purpose.
    pub fn is_success(&self) -> bool {
        self.differ == 0 && self.outdated == 0
    }
}

/// Replays the recordings in a folder against the fake, and prints what differs; with a service, only
/// what differs in that service.
///
/// # Errors
/// The folder has no recordings, one cannot be read, the fake cannot be started, or `out` cannot be
/// written.
pub fn run(
    dir: &Path,
    service: Option<&str>,
    out: &mut dyn Write,
) -> Result<Summary, Box<dyn Error>> {
    let cases = case::read_all(dir)?;
    let is_judged = |case: &Case| service.is_none_or(|service| case.service() == Some(service));
    if !cases.iter().any(is_judged) {
        return Err(format!(
            "no request in {} is for {}",
            dir.display(),
            service.unwrap_or("the API")
        )
        .into());
    }
    let mut replay = Replay::start(&cases)?;
    let mut summary = Summary::default();
    // Some facts of a recording are no requests.
    for case in cases.iter().filter(|case| case.is_request()) {
        let found = replay.put(case)?;
        summary.requests += 1;
        if is_judged(case) {
            report(case, &found, &mut summary, out)?;
        }
    }
    writeln!(out, "{}", total(&summary))?;
    Ok(summary)
}

/// Prints what differs in one answer, and counts it.
fn report(
    case: &Case,
    found: &[Difference],
    summary: &mut Summary,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    summary.judged += 1;
    let Case { id, path, .. } = case;
    let mut has_kept = false;
    for kept in kept::of(id) {
        if found.iter().any(|difference| difference.kind == kept.kind) {
            has_kept = true;
            writeln!(
                out,
                "{id}: {} differs on purpose: {}",
                kept.kind, kept.reason
            )?;
        } else {
            summary.outdated += 1;
            writeln!(
                out,
                "{id}: {} does not differ, so this is no reason: {}",
                kept.kind, kept.reason
            )?;
        }
    }
    let is_kept = |difference: &&Difference| kept::of(id).any(|kept| kept.kind == difference.kind);
    let others = Vec::from_iter(found.iter().filter(|difference| !is_kept(difference)));
    match (others.is_empty(), has_kept) {
        (true, false) => summary.same += 1,
        (true, true) => summary.kept += 1,
        (false, _) => summary.differ += 1,
    }
    for difference in others {
        summary.lines[difference.kind as usize] += 1;
        writeln!(out, "{id}: {difference} ({} {path})", case.verb())?;
    }
    Ok(())
}

fn total(summary: &Summary) -> String {
    let Summary {
        requests,
        judged,
        same,
        kept,
        differ,
        lines,
        outdated,
    } = summary;
    let kinds = Kind::ALL
        .iter()
        .zip(lines)
        .map(|(kind, lines)| format!("{lines} {kind}"));
    let kinds = Vec::from_iter(kinds).join(", ");
    format!(
        "{requests} requests, {judged} judged: {same} the same, {kept} different on purpose, {differ} \
         different ({kinds}); {outdated} reasons outdated"
    )
}

/// The fake, and what is known of it.
struct Replay {
    fake: FakeTaskcluster,
    sender: Sender,
    known: Known,
}

impl Replay {
    fn start(cases: &[Case]) -> Result<Self, Box<dyn Error>> {
        let mut builder = FakeTaskcluster::builder().era(Era::Today).recording(false);
        if let Some(scopes) = case::scopes_of_role(cases, "anonymous") {
            builder = builder.role("anonymous", scopes);
        }
        let fake = builder.start()?;
        let sender = Sender::new(&fake.root_url());
        let mut known = Known::new(&fake.root_url(), fake.credentials());
        // The earliest moment that is told; what comes before it goes by it, too.
        if let Some(first) = cases.iter().find_map(Case::time) {
            known.begin(first, OffsetDateTime::now_utc());
        }
        Ok(Self {
            fake,
            sender,
            known,
        })
    }

    /// Puts a request to the fake, and compares.
    fn put(&mut self, case: &Case) -> Result<Vec<Difference>, Box<dyn Error>> {
        if let Some(ahead) = case
            .time()
            .and_then(|time| self.known.catch_up(time, OffsetDateTime::now_utc()))
        {
            self.fake.advance(ahead);
        }
        let now = self.known.now(OffsetDateTime::now_utc());
        let request = self.known.request(case);
        let caller = Caller::of(case, &self.known);
        let answer = self.sender.send(&request, &caller, now)?;
        let found = compare::compare(case, &answer, &self.known.measure(case));
        self.known.learn(case, &answer);
        Ok(found)
    }
}
