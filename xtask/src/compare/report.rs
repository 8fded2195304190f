//! How two sets of facts differ.

use std::collections::BTreeSet;
use std::fmt;

use super::facts::Facts;
use crate::outside::visible;

/// What one of two deployments has and the other has not.
#[derive(Debug)]
pub struct Report {
    differences: Vec<Difference>,
}

#[derive(Debug)]
struct Difference {
    place: Vec<String>,
    theirs: Option<String>,
    ours: Option<String>,
}

impl Report {
    /// Compares. What stands below a place that one of them lacks is not told beside it.
    pub fn of(theirs: &Facts, ours: &Facts) -> Self {
        let places: BTreeSet<&Vec<String>> = theirs.keys().chain(ours.keys()).collect();
        let mut differences: Vec<Difference> = Vec::new();
        for place in places {
            let (theirs, ours) = (theirs.get(place), ours.get(place));
            let told = differences.last().is_some_and(|it| {
                place.starts_with(&it.place) && (it.theirs.is_none() || it.ours.is_none())
            });
            if theirs != ours && !told {
                differences.push(Difference {
                    place: place.clone(),
                    theirs: theirs.cloned(),
                    ours: ours.cloned(),
                });
            }
        }
        Self { differences }
    }

    /// Whether they are the same.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// How many differences there are.
    pub fn len(&self) -> usize {
        self.differences.len()
    }

    /// The files in which something differs, by their paths under the folder.
    pub fn files(&self) -> BTreeSet<&str> {
        self.differences.iter().map(|it| &*it.place[0]).collect()
    }
}

impl fmt::Display for Report {
    /// One line for each difference, by file: `+` what they have and we have not, `-` the other way,
    /// `~` what both have, ours first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut file = "";
        for difference in &self.differences {
            let (first, rest) = (&*difference.place[0], &difference.place[1..]);
            let whole = rest.is_empty();
            if first != file && !whole {
                writeln!(f, "{}", visible(first))?;
            }
            file = first;
            let place = match whole {
                true => first.to_owned(),
                false => format!("  {}", spelled(rest)),
            };
            let line = match (&difference.theirs, &difference.ours) {
                (Some(theirs), Some(ours)) => format!("~ {place}: {ours} → {theirs}"),
                (Some(theirs), None) => format!("+ {}", with(&place, theirs)),
                (_, ours) => format!("- {}", with(&place, ours.as_deref().unwrap_or_default())),
            };
            writeln!(f, "{}", visible(&line.replace('\n', " ")))?;
        }
        Ok(())
    }
}

/// Steps of JSON pointers as one, others behind colons.
fn spelled(steps: &[String]) -> String {
    let mut out = String::new();
    for step in steps {
        if !out.is_empty() && !step.starts_with('/') {
            out += ": ";
        }
        out += step;
    }
    out
}

fn with(place: &str, value: &str) -> String {
    match value {
        "" => place.to_owned(),
        value => format!("{place}: {value}"),
    }
}
