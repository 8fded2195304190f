//! What we want of ourselves, beside what was measured.

mod many;

use crate::Bench;
use crate::contenders::CALLERS;
use crate::contenders::Who::{self, *};
use crate::effort::Effort;
use crate::results::Quantity::{self, *};
use crate::results::Results;
use crate::server::faults;
use crate::works::MANY_SCOPES;

/// One target.
pub struct Target {
    /// The work, in the words of the table.
    pub work: &'static str,
    /// What is wanted.
    pub wanted: String,
    /// What was measured, in words.
    pub measured: String,
    /// Whether that is enough.
    pub met: bool,
}

/// Collects targets of which something was measured.
struct Judge<'a> {
    results: &'a Results,
    targets: Vec<Target>,
}

/// What of a work, of whom, to whom.
#[derive(Clone, Copy)]
struct Ratio(&'static str, Quantity, Who, Who);

/// Judges all targets of which something was measured.
pub fn judge(bench: &Bench<'_>) -> Vec<Target> {
    let mut judge = Judge {
        results: &bench.results,
        targets: Vec::new(),
    };
    judge.calls();
    judge.flight(bench);
    judge.many(&bench.programs);
    judge.faulty(&bench.effort);
    judge.scopes();
    judge.artifacts();
    judge.programs();
    judge.targets
}

impl Judge<'_> {
    fn calls(&mut self) {
        let get = "signed GET, CPU";
        self.at_most(get, Ratio("get", Cpu, Ours, Bare), 1.00, "bare ureq");
        self.at_most(get, Ratio("get", Cpu, Ours, Official), 0.55, "official");
        // The quicker of the two.
        let cpu = |who| self.results.median("get", who, Cpu);
        let newest = cpu(Python).is_some_and(|new| cpu(Python6).is_none_or(|old| new < old));
        let python = if newest { Python } else { Python6 };
        self.at_most(get, Ratio("get", Cpu, Ours, python), 1.0 / 60.0, "Python");
        let post = "signed POST of 1 KB, latency";
        self.at_most(
            post,
            Ratio("post", Latency, Ours, Official),
            0.70,
            "official",
        );
        let list = "page of 1,000 items, CPU";
        self.at_most(list, Ratio("list", Cpu, Ours, Official), 0.55, "official");
        if let Some(count) = self.results.median("get", Ours, Allocations) {
            let beside = |who: Who, name: &str| {
                let count = self.results.median("get", who, Allocations);
                count.map(|count| format!("; {name} {count:.1}"))
            };
            let others = [beside(Bare, "bare ureq"), beside(Official, "official")];
            let others: String = others.into_iter().flatten().collect();
            let measured = format!("{count:.1}{others}");
            self.add(
                "allocations of a GET",
                "at most 46",
                measured,
                count <= 46.0,
            );
        }
    }

    fn flight(&mut self, bench: &Bench<'_>) {
        let best = self.quickest("flight", CALLERS);
        for who in [Ours, OursAsync] {
            let name = if who == Ours {
                "50 in flight"
            } else {
                "50 in flight, async"
            };
            if let Some(best) = best
                && let Some(ratio) = self.results.ratio("flight", who, best, Rate)
            {
                let wanted = "calls/s at least 1.00 x the best peer";
                let measured = format!("{ratio:.2} x ({})", bench.programs.label(best));
                self.add(name, wanted, measured, ratio >= 1.0);
            }
            if let Some(peak) = self.results.median("flight", who, PeakRss) {
                let peak = peak / 1e6;
                let measured = format!("{peak:.1} MB");
                self.add(name, "peak RSS at most 8 MB", measured, peak <= 8.0);
            }
        }
    }

    fn faulty(&mut self, effort: &Effort) {
        let least = faults::least(effort.faulty);
        for (who, name) in [(Ours, "faulty server"), (OursAsync, "faulty server, async")] {
            for (quantity, least, what) in [
                (ExtraAttempts, least.extra_attempts, "extra attempts"),
                (Connections, least.connections, "connections"),
            ] {
                if let Some(count) = self.results.median("faulty", who, quantity) {
                    let wanted = format!("no more {what} than the {least} that it takes");
                    self.add(name, &wanted, format!("{count:.0}"), count <= least as f64);
                }
            }
        }
    }

    fn scopes(&mut self) {
        let ratio = |of, to| self.results.ratio(MANY_SCOPES, of, to, Latency);
        if let Some(ratio) = ratio(ScopesLoop, ScopesSet) {
            let measured = format!("{ratio:.0} x");
            let wanted = "prepared set at least 100 x as quick as the plain loop";
            self.add("10,000 scopes", wanted, measured, ratio >= 100.0);
        }
        for (work, name) in [
            ("scopes-100", "100 scopes"),
            ("scopes-1000", "1,000 scopes"),
            (MANY_SCOPES, "10,000 scopes"),
        ] {
            let what = "the plain loop, single check (5 % are noise)";
            self.at_most(
                name,
                Ratio(work, Latency, ScopesCheck, ScopesLoop),
                1.05,
                what,
            );
        }
    }

    fn artifacts(&mut self) {
        for (who, name) in [
            (Artifacts, "large artifact"),
            (ArtifactsAsync, "large artifact, async"),
        ] {
            self.large_artifact(who, name);
        }
        for (who, name) in [
            (Artifacts, "small artifacts"),
            (ArtifactsAsync, "small artifacts, async"),
        ] {
            let ratio = self
                .results
                .ratio("artifacts-small", who, OfficialArtifacts, Rate);
            if let Some(ratio) = ratio {
                let wanted = "artifacts/s at least 1.50 x official";
                self.add(name, wanted, format!("{ratio:.2} x"), ratio >= 1.5);
            }
        }
    }

    fn large_artifact(&mut self, who: Who, name: &'static str) {
        let rate = |who| self.results.median("artifacts-get", who, Throughput);
        if let (Some(ours), Some(curl), Some(hash)) = (rate(who), rate(Curl), rate(Hash)) {
            // Whichever of the two is slower is what can be had; one after the other is what others do.
            let (after, slower) = (1.0 / (1.0 / curl + 1.0 / hash), curl.min(hash));
            for (floor, what) in [
                (after, "curl with SHA-256 after it"),
                (slower, "the slower of curl and SHA-256 alone"),
            ] {
                let ratio = ours / floor;
                let wanted = format!("at least 0.95 x {what}");
                self.add(name, &wanted, format!("{ratio:.2} x"), ratio >= 0.95);
            }
        }
        let official = self
            .results
            .ratio("artifacts-get", who, OfficialArtifacts, Throughput);
        if let Some(ratio) = official {
            let wanted = "at least 2.00 x official";
            self.add(name, wanted, format!("{ratio:.2} x"), ratio >= 2.0);
        }
        if let Some(peak) = self.results.median("artifacts-get", who, PeakHeap) {
            let measured = format!("{:.2} MB", peak / 1e6);
            self.add(name, "peak heap below 2 MB", measured, peak < 2e6);
        }
    }

    fn programs(&mut self) {
        let one = "program with one service";
        for (what, quantity) in [("clean build", BuildTime), ("size", Size)] {
            let what = format!("official, {what}");
            self.at_most(one, Ratio("builds", quantity, Ours, Official), 0.45, &what);
        }
        if let Some(crates) = self.results.median("builds", Ours, Crates) {
            self.add(
                one,
                "at most 65 crates",
                format!("{crates:.0}"),
                crates <= 65.0,
            );
        }
        for (who, name) in [(Facade, "facade"), (FacadeAsync, "facade, async too")] {
            self.at_most(
                name,
                Ratio("builds", BuildTime, who, Official),
                0.75,
                "official, clean build",
            );
        }
        let cold = "program that makes one call over https";
        self.at_most(
            cold,
            Ratio("cold-https", Latency, Ours, Official),
            0.50,
            "official",
        );
        let peak = |work| self.results.median(work, Ours, PeakHeap);
        if let (Some(ten), Some(hundred)) = (peak("pages-10"), peak("pages-100")) {
            let measured = format!("{:.0} KB, of 10 pages {:.0} KB", hundred / 1e3, ten / 1e3);
            let wanted = "peak heap that of 10 pages (within 5 %)";
            self.add(
                "listing of 100 pages",
                wanted,
                measured,
                hundred <= ten * 1.05,
            );
        }
    }

    /// The peer that makes the most calls each second.
    fn quickest(&self, work: &'static str, who: &[Who]) -> Option<Who> {
        let peers = who.iter().copied().filter(|who| who.is_peer());
        let rate = |who| Some((who, self.results.median(work, who, Rate)?));
        let best = peers.filter_map(rate).max_by(|a, b| a.1.total_cmp(&b.1));
        best.map(|(who, _)| who)
    }

    fn at_most(&mut self, name: &'static str, ratio: Ratio, limit: f64, what: &str) {
        let Ratio(work, quantity, of, to) = ratio;
        let Some(ratio) = self.results.ratio(work, of, to, quantity) else {
            return;
        };
        let digits = if limit < 0.1 { 4 } else { 2 };
        let wanted = format!("at most {limit:.digits$} x {what}");
        self.add(name, &wanted, format!("{ratio:.digits$} x"), ratio <= limit);
    }

    fn add(&mut self, work: &'static str, wanted: &str, measured: String, met: bool) {
        self.targets.push(Target {
            work,
            wanted: wanted.to_owned(),
            measured,
            met,
        });
    }
}
