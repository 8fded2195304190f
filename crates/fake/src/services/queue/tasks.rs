//! All tasks, and in which order those of a pool wait for workers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::task::{Run, Task};
use crate::services::book::{Book, Saved};

/// The tasks by ID. Whatever could change one has it looked at again before the lines are asked for, so
/// that these are true whoever changes what.
#[derive(Debug, Default)]
pub(super) struct Tasks {
    all: Book<Task>,
    /// Those that may belong elsewhere by now.
    touched: BTreeSet<String>,
    lines: HashMap<Line, BTreeMap<Place, String>>,
    /// Where each task is that is in a line.
    places: HashMap<String, (Line, Place)>,
    #[cfg(test)]
    looks: looks::Looks,
}

/// What is in the same state for the same pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    pool: [String; 2],
    stage: Stage,
}

/// What lines there are for a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    /// Runs that wait for a worker.
    Pending,
    /// Runs that a worker has.
    Running,
}

/// How urgent a task is, and the turn of its run: no two runs have the same.
type Place = (usize, u64);

impl Tasks {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.all
    }

    pub(super) fn get(&self, id: &str) -> Option<&Task> {
        self.look_at(1);
        self.all.get(id)
    }

    pub(super) fn contains_key(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Task> {
        self.look_at(self.all.len());
        self.all.values()
    }

    pub(super) fn insert(&mut self, id: String, task: Task) {
        self.touched.insert(id.clone());
        self.all.insert(id, task);
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut Task> {
        self.look_at(1);
        let task = self.all.get_mut(id)?;
        self.touched.insert(id.to_owned());
        Some(task)
    }

    pub(super) fn retain(&mut self, mut keep: impl FnMut(&Task) -> bool) {
        self.touch_all();
        self.all.retain(|_, task| keep(task));
    }

    /// Has all tasks looked at again, such as those that come from a file.
    pub(super) fn touch_all(&mut self) {
        self.touched.extend(self.all.keys().cloned());
    }

    /// The runs of a pool in a state, each the last of its task: the most urgent first, of these the
    /// longest there. What is not asked for is not looked at.
    pub(super) fn line(
        &mut self,
        pool: [&str; 2],
        stage: Stage,
    ) -> impl Iterator<Item = (&Task, usize, &Run)> {
        self.settle();
        let pool = pool.map(str::to_owned);
        let ids = self.lines.get(&Line { pool, stage }).into_iter();
        let tasks = ids.flat_map(BTreeMap::values);
        tasks.filter_map(|id| {
            let task = self.get(id)?;
            let (run_id, run) = task.runs.iter().enumerate().next_back()?;
            Some((task, run_id, run))
        })
    }

    /// How many runs of a pool are in a state.
    pub(super) fn count(&mut self, pool: [&str; 2], stage: Stage) -> usize {
        self.settle();
        let pool = pool.map(str::to_owned);
        self.lines
            .get(&Line { pool, stage })
            .map_or(0, BTreeMap::len)
    }

    fn settle(&mut self) {
        for id in std::mem::take(&mut self.touched) {
            let place = self.get(&id).and_then(place);
            if self.places.get(&id) == place.as_ref() {
                continue;
            }
            if let Some((line, place)) = self.places.remove(&id) {
                self.leave(&line, place);
            }
            if let Some((line, place)) = place {
                let tasks = self.lines.entry(line.clone()).or_default();
                tasks.insert(place, id.clone());
                self.places.insert(id, (line, place));
            }
        }
    }

    /// Tests count how many tasks are looked at.
    fn look_at(&self, tasks: usize) {
        #[cfg(test)]
        self.looks.add(tasks);
        #[cfg(not(test))]
        let _ = (self, tasks);
    }

    fn leave(&mut self, line: &Line, place: Place) {
        if let Some(tasks) = self.lines.get_mut(line) {
            tasks.remove(&place);
            if tasks.is_empty() {
                self.lines.remove(line);
            }
        }
    }
}

/// Where a task belongs, if it is in a line.
fn place(task: &Task) -> Option<(Line, Place)> {
    let run = task.runs.last()?;
    let stage = match &*run.state {
        "pending" => Stage::Pending,
        "running" => Stage::Running,
        _ => return None,
    };
    let pool = task.pool().map(str::to_owned);
    Some((Line { pool, stage }, (task.rank(), run.turn)))
}

#[cfg(test)]
mod looks;

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};
    use serde_json::json;
    use time::OffsetDateTime;

    use super::super::task::PRIORITIES;
    use super::*;

    const POOL: [&str; 2] = ["p", "w"];

    fn task(id: &str, pool: [&str; 2]) -> Task {
        Task {
            id: id.to_owned(),
            definition: json!({
                "provisionerId": pool[0], "workerType": pool[1], "priority": "lowest",
            }),
            deadline: OffsetDateTime::UNIX_EPOCH,
            expires: OffsetDateTime::UNIX_EPOCH,
            retries_left: 0,
            waits_for: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// What a look at all tasks finds.
    fn by_scan(tasks: &Tasks, state: &str) -> Vec<String> {
        let of_pool = tasks.values().filter(|task| task.pool() == POOL);
        let mut found: Vec<&Task> = of_pool.filter(|task| task.state() == state).collect();
        found.sort_by_key(|task| (task.rank(), task.runs.last().map(|run| run.turn)));
        found.into_iter().map(|task| task.id.clone()).collect()
    }

    fn change(tasks: &mut Tasks, random: &mut StdRng, turn: u64) {
        let now = OffsetDateTime::UNIX_EPOCH;
        let id = random.random_range(0..20).to_string();
        let Some(task) = tasks.get_mut(&id) else {
            let pool = if random.random_bool(0.2) {
                ["p", "x"]
            } else {
                POOL
            };
            tasks.insert(id.clone(), task(&id, pool));
            return;
        };
        match random.random_range(0..6) {
            0 => task.runs.push(Run::pending("rerun", now, turn)),
            1 => {
                let priority = PRIORITIES[random.random_range(0..PRIORITIES.len())];
                task.definition["priority"] = priority.into();
            }
            2 | 3 => {
                if let Some(run) = task.runs.last_mut() {
                    run.state = "running".into();
                }
            }
            4 => {
                if let Some(run) = task.runs.last_mut() {
                    run.resolve("exception", "canceled", now);
                }
            }
            _ => tasks.retain(|task| task.id != id),
        }
    }

    #[test]
    fn lines_are_what_a_look_at_all_tasks_finds() {
        let mut random = StdRng::seed_from_u64(7);
        let (mut tasks, mut longest) = (Tasks::default(), 0);
        for turn in 0..5000 {
            change(&mut tasks, &mut random, turn);
            if random.random_bool(0.3) {
                for (stage, state) in [(Stage::Pending, "pending"), (Stage::Running, "running")] {
                    let line = tasks.line(POOL, stage).map(|(task, ..)| task.id.clone());
                    let line: Vec<String> = line.collect();
                    longest = longest.max(line.len());
                    assert_eq!(tasks.count(POOL, stage), line.len());
                    assert_eq!(line, by_scan(&tasks, state), "after {turn}");
                }
            }
        }
        assert!(longest > 5);
    }

    #[test]
    fn tasks_of_a_file_are_found() {
        let mut tasks = Tasks::default();
        let mut pending = task("a", POOL);
        let run = Run::pending("scheduled", OffsetDateTime::UNIX_EPOCH, 1);
        pending.runs.push(run);
        let json = serde_json::to_value(&pending).expect("JSON");
        tasks
            .book()
            .read("a".to_owned(), Some(json))
            .expect("a task");
        tasks.touch_all();
        assert_eq!(tasks.count(POOL, Stage::Pending), 1);
    }
}
