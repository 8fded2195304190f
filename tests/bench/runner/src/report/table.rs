//! Tables, as text and as Markdown.

use super::units;
use crate::Bench;
use crate::contenders::Who;
use crate::results::Quantity;
use crate::server::faults;
use crate::statistics::quartiles;
use crate::targets::Target;
use crate::works::{How, Task, Work};

/// A table; the first column is text, the others are figures.
pub struct Table {
    title: String,
    /// What stands below it, or nothing.
    note: String,
    header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The figures of a work.
pub fn of_work(bench: &Bench<'_>, work: &Work) -> Table {
    let mut header = vec!["contender".to_owned()];
    let shown = |quantity: &&Quantity| {
        work.who
            .iter()
            .any(|who| bench.results.series(work.name, *who, **quantity).is_some())
    };
    let columns: Vec<Quantity> = work.columns.iter().filter(shown).copied().collect();
    header.extend(
        columns
            .iter()
            .map(|quantity| units::name(*quantity).to_owned()),
    );
    header.insert(header.len().min(2), "x ours".to_owned());
    let taken_part = work
        .who
        .iter()
        .filter(|who| bench.results.has(work.name, **who));
    Table {
        title: format!("{} (`{}`)", work.title, work.name),
        note: note(bench, work),
        header,
        rows: taken_part
            .map(|who| row(bench, work, *who, &columns))
            .collect(),
    }
}

fn row(bench: &Bench<'_>, work: &Work, who: Who, columns: &[Quantity]) -> Vec<String> {
    let results = &bench.results;
    let cell = |quantity: &Quantity| match results.series(work.name, who, *quantity) {
        Some(series) => with_spread(*quantity, series),
        None => String::new(),
    };
    let mut cells = vec![bench.programs.label(who)];
    cells.extend(columns.iter().map(cell));
    let ratio = columns
        .first()
        .and_then(|first| results.ratio(work.name, who, work.ours(), *first));
    let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
    cells.insert(cells.len().min(2), ratio);
    cells
}

/// The median, and the quartiles where they differ.
fn with_spread(quantity: Quantity, series: &[f64]) -> String {
    let Some(median) = crate::statistics::median(series) else {
        return String::new();
    };
    let middle = units::value(quantity, median);
    match quartiles(series) {
        Some((lower, upper)) if lower < upper => {
            let [lower, upper] = [lower, upper].map(|value| units::value(quantity, value));
            format!("{middle} [{lower}, {upper}]")
        }
        _ => middle,
    }
}

const AT_ONCE: &str = "Python with 16 threads, and 64 in flight where nothing is said. Not pinned.";

fn note(bench: &Bench<'_>, work: &Work) -> String {
    match work.how {
        How::Orders(Task {
            order: contender::Work::Faulty,
            ..
        }) => {
            let calls = bench.effort.faulty;
            let least = faults::least(calls);
            format!(
                "{calls} calls need at least {} extra attempts and {} connections. CPU is that of \
                 an attempt.",
                least.extra_attempts, least.connections
            )
        }
        How::Builds => match bench.effort.builds {
            1 => "One build each, into a new folder.".to_owned(),
            builds => format!("{builds} builds each, in rounds, each into a new folder."),
        },
        How::Orders(Task {
            order: contender::Work::Fetch(_) | contender::Work::Put(_),
            ..
        }) => format!(
            "{} MB each, into and from memory. Not pinned.",
            bench.effort.megabytes
        ),
        How::Orders(Task {
            order: contender::Work::Graph,
            server,
        }) => format!("{} tasks. {AT_ONCE}", bench.effort.tasks(server)),
        How::Orders(Task {
            order: contender::Work::Status,
            ..
        }) => format!("{} calls. {AT_ONCE}", bench.effort.statuses),
        How::Orders(Task {
            order: contender::Work::Small(_),
            ..
        }) => format!(
            "{} in a round, or as many as a contender does in {} s. Not pinned.",
            bench.effort.small,
            bench.effort.turn_of_small.as_secs()
        ),
        _ if work.is_pinned() && bench.core.is_some() => {
            "Contender and server pinned to one core.".to_owned()
        }
        _ => "Not pinned.".to_owned(),
    }
}

/// What was wanted, and what came of it.
pub fn of_targets(targets: &[Target]) -> Table {
    let row = |target: &Target| {
        let met = if target.met { "met" } else { "NOT MET" };
        let (work, wanted) = (target.work.to_owned(), target.wanted.clone());
        vec![work, wanted, target.measured.clone(), met.to_owned()]
    };
    Table {
        title: "Targets".to_owned(),
        note: String::new(),
        header: ["work", "target", "measured", ""]
            .map(str::to_owned)
            .to_vec(),
        rows: targets.iter().map(row).collect(),
    }
}

impl Table {
    /// In columns of one width each.
    pub fn as_text(&self) -> String {
        let mut text = format!("== {}\n", self.title.replace('`', ""));
        let width = |column: usize| {
            let cells = self.rows.iter().chain([&self.header]);
            cells
                .map(|row| row[column].chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.header.len()).map(width).collect();
        for row in [&self.header].into_iter().chain(&self.rows) {
            let padded = |(cell, width): (&String, &usize)| format!("{cell:width$}");
            let cells: Vec<String> = row.iter().zip(&widths).map(padded).collect();
            text += cells.join("  ").trim_end();
            text.push('\n');
        }
        if !self.note.is_empty() {
            text += &format!("{}\n", self.note);
        }
        text
    }

    /// As a section of a page.
    pub fn as_markdown(&self) -> String {
        let mut text = format!("## {}\n\n", self.title);
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        text += &line(&self.header);
        text += &format!("|---|{}\n", "---|".repeat(self.header.len() - 1));
        for row in &self.rows {
            text += &line(row);
        }
        if !self.note.is_empty() {
            text += &format!("\n{}\n", self.note);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        Table {
            title: "Work (`w`)".to_owned(),
            note: "Note.".to_owned(),
            header: row(["contender", "time"]),
            rows: vec![row(["ours", "1.00 µs"]), row(["others", "12.0 µs"])],
        }
    }

    #[test]
    fn text_has_columns() {
        let text = "== Work (w)\ncontender  time\nours       1.00 µs\nothers     12.0 µs\nNote.\n";
        assert_eq!(table().as_text(), text);
    }

    #[test]
    fn markdown_has_a_section() {
        let text = "## Work (`w`)\n\n| contender | time |\n|---|---|\n| ours | 1.00 µs |\n\
                    | others | 12.0 µs |\n\nNote.\n";
        assert_eq!(table().as_markdown(), text);
    }

    #[test]
    fn a_spread_is_shown_where_there_is_one() {
        assert_eq!(
            with_spread(Quantity::Cpu, &[1.0, 2.0, 3.0]),
            "2 ns [1.50 ns, 2.50 ns]"
        );
        assert_eq!(with_spread(Quantity::Connections, &[50.0, 50.0]), "50");
    }
}
