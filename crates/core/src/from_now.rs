//! Dates relative to now, as `2 days 3 hours`, which is how task definitions say when they expire.
//!
//! An offset is a list of numbers with units, from the greatest unit to the smallest. It may begin
//! with `-` for the past, or with `+`. White space and case do not matter, and nothing at all is no
//! offset. A year has 365 days and a month 30.
//!
//! | unit | names |
//! |---|---|
//! | year | `years`, `year`, `yr`, `y` |
//! | month | `months`, `month`, `mo` |
//! | week | `weeks`, `week`, `wk`, `w` |
//! | day | `days`, `day`, `d` |
//! | hour | `hours`, `hour`, `hr`, `h` |
//! | minute | `minutes`, `minute`, `min`, `m` |
//! | second | `seconds`, `second`, `sec`, `s` |

use std::fmt;

use time::{Duration, OffsetDateTime};

/// Names of the units from the greatest to the smallest, and how many seconds each has.
const UNITS: [(&[&str], i64); 7] = [
    (&["years", "year", "yr", "y"], 365 * DAY),
    (&["months", "month", "mo"], 30 * DAY),
    (&["weeks", "week", "wk", "w"], 7 * DAY),
    (&["days", "day", "d"], DAY),
    (&["hours", "hour", "hr", "h"], 3600),
    (&["minutes", "minute", "min", "m"], 60),
    (&["seconds", "second", "sec", "s"], 1),
];
const DAY: i64 = 24 * 3600;

/// The date that lies this far from now.
///
/// ```
/// use taskcluster_core::from_now::from_now;
/// use time::OffsetDateTime;
///
/// assert!(from_now("-1 day")? < OffsetDateTime::now_utc());
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
///
/// # Errors
/// The text is not an offset, or no date is so far away.
#[doc(alias = "fromNow")]
pub fn from_now(text: &str) -> Result<OffsetDateTime, FromNowError> {
    from_now_at(text, OffsetDateTime::now_utc())
}

/// The date that lies this far from another date.
///
/// ```
/// use taskcluster_core::from_now::from_now_at;
/// use time::macros::datetime;
///
/// let base = datetime!(2017-01-21 17:00 UTC);
/// assert_eq!(from_now_at("2 days 3 hours 1 minute", base), Ok(datetime!(2017-01-23 20:01 UTC)));
/// ```
///
/// # Errors
/// The text is not an offset, or no date is so far away.
pub fn from_now_at(text: &str, base: OffsetDateTime) -> Result<OffsetDateTime, FromNowError> {
    let date = base.checked_add(offset(text)?);
    date.ok_or_else(|| FromNowError::new(text, text, "is too far away for a date"))
}

/// The span of time that an offset says.
///
/// ```
/// use taskcluster_core::from_now::offset;
/// use time::Duration;
///
/// assert_eq!(offset("- 1 WEEK 1day"), Ok(Duration::days(-8)));
/// ```
///
/// # Errors
/// The text is not an offset, or it is too long to count in seconds.
pub fn offset(text: &str) -> Result<Duration, FromNowError> {
    let trimmed = text.trim();
    let past = trimmed.starts_with('-');
    let mut rest = trimmed
        .strip_prefix(['-', '+'])
        .unwrap_or(trimmed)
        .trim_start();
    let (mut seconds, mut units) = (0_i64, &UNITS[..]);
    while !rest.is_empty() {
        let (number, behind) = take(rest, |c| c.is_ascii_digit());
        let (unit, behind) = take(behind.trim_start(), char::is_alphabetic);
        let part = rest[..rest.len() - behind.len()].trim_end();
        if number.is_empty() || unit.is_empty() {
            return Err(FromNowError::new(text, rest, "is not a number with a unit"));
        }
        let found = units.iter().position(|(names, _)| is_among(unit, names));
        let at = found.ok_or_else(|| FromNowError::new(text, part, unit_problem(unit)))?;
        let number: Option<i64> = number.parse().ok();
        let sum = number.and_then(|number| number.checked_mul(units[at].1)?.checked_add(seconds));
        seconds = sum.ok_or_else(|| FromNowError::new(text, part, "is too long"))?;
        units = &units[at + 1..];
        rest = behind.trim_start();
    }
    Ok(Duration::seconds(if past { -seconds } else { seconds }))
}

fn take(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !belongs(c)).unwrap_or(text.len()))
}

fn is_among(unit: &str, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(unit))
}

/// Why a unit is not among those that may still come.
fn unit_problem(unit: &str) -> &'static str {
    if UNITS.iter().any(|(names, _)| is_among(unit, names)) {
        "comes too late: units go from years to seconds, each once"
    } else {
        "has an unknown unit: there are years, months, weeks, days, hours, minutes and seconds"
    }
}

/// Why a text is not an offset, or has no date. It becomes an [`Error`](crate::Error) by `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromNowError {
    text: String,
    part: String,
    problem: &'static str,
}

impl FromNowError {
    fn new(text: &str, part: &str, problem: &'static str) -> Self {
        Self {
            text: text.to_owned(),
            part: part.to_owned(),
            problem,
        }
    }

    /// The part of the text that is at fault.
    pub fn part(&self) -> &str {
        &self.part
    }
}

impl fmt::Display for FromNowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            text,
            part,
            problem,
        } = self;
        if text == part {
            return write!(f, "the time offset {text:?} {problem}");
        }
        write!(f, "in the time offset {text:?}, {part:?} {problem}")
    }
}

impl std::error::Error for FromNowError {}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    fn seconds(text: &str) -> Option<i64> {
        offset(text).ok().map(Duration::whole_seconds)
    }

    #[test]
    fn every_name_of_every_unit() {
        for (names, length) in UNITS {
            for name in names {
                assert_eq!(seconds(&format!("2 {name}")), Some(2 * length), "{name}");
                assert_eq!(
                    seconds(&format!("-3{}", name.to_uppercase())),
                    Some(-3 * length)
                );
            }
        }
        assert_eq!(seconds("1y2mo3w4d5h6m7s"), Some(38_898_367));
    }

    #[test]
    fn signs_and_white_space() {
        for text in ["", " ", "+", " - ", "0 days", "-0s"] {
            assert_eq!(seconds(text), Some(0), "{text:?}");
        }
        assert_eq!(seconds("\n +\t1\u{a0}day\u{2003}"), Some(DAY));
        assert_eq!(seconds("007 days"), Some(7 * DAY));
        assert_eq!(seconds(" - 1d 1h "), Some(-DAY - 3600));
        for text in ["--1 day", "-+1 day", "1 day -2 hours", "- 1 day -"] {
            assert_eq!(seconds(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_not_an_offset() {
        for text in [
            "1",
            "day",
            "days 1",
            "1 d ay",
            "1 dayx",
            "1 day ago",
            "1 day, 2 hours",
            "1.5 days",
            "1e3 days",
            "1_000 days",
            "\u{ff11} day",
            "1 ſ",
            "1\0day",
            "2 hrs",
            "null",
            "P1D",
        ] {
            assert_eq!(seconds(text), None, "{text:?}");
        }
    }

    #[test]
    fn units_go_from_great_to_small() {
        for text in ["2 hours 1 day", "1 day 1 day", "1min 1m", "5 m 6 mo"] {
            assert_eq!(seconds(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_no_date_can_hold() {
        let base = datetime!(2017-01-01 0:00 UTC);
        assert_eq!(
            from_now_at("1 year", base),
            Ok(datetime!(2018-01-01 0:00 UTC))
        );
        assert!(from_now_at("7900 years", base).is_ok());
        for text in [
            "9000 years",
            "99999999999999999999 d",
            "9223372036854775807 s",
            "300000000000 y",
        ] {
            assert!(from_now_at(text, base).is_err(), "{text}");
            assert!(from_now_at(&format!("-{text}"), base).is_err() || text == "9000 years");
        }
        assert!(offset("9223372036854775807 s").is_ok());
        assert!(offset("1 minute 9223372036854775807 s").is_err());
    }

    #[test]
    fn errors_point_at_the_part() {
        let part = |text: &str| offset(text).expect_err("not an offset").part().to_owned();
        assert_eq!(part("1 day 2 parsecs 3 s"), "2 parsecs");
        assert_eq!(part("1 hour 2  days"), "2  days");
        assert_eq!(part("1 day ago"), "ago");
        let error = offset("1 day 1 DAY").expect_err("twice").to_string();
        assert_eq!(
            error,
            "in the time offset \"1 day 1 DAY\", \"1 DAY\" comes too late: units go from years to \
             seconds, each once"
        );
    }
}
