//! Schedules in the notation of cron, with the words of the parser that the service has for what is
//! wrong with them. A library would know better, and so take others than the service does.

use std::collections::BTreeSet;

use time::{Date, Duration, OffsetDateTime, Time};

/// Where fields are in a schedule: from the left, what is missing stands for itself.
struct Field {
    min: u8,
    max: u8,
    /// Letters and signs that may stand in it, digits apart.
    signs: &'static str,
    names: &'static [&'static str],
    missing: &'static str,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const fn field(min: u8, max: u8, signs: &'static str, missing: &'static str) -> Field {
    Field {
        min,
        max,
        signs,
        names: &[],
        missing,
    }
}

const FIELDS: [Field; 6] = [
    field(0, 59, ",*/-", "0"),
    field(0, 59, ",*/-", "*"),
    field(0, 23, ",*/-", "*"),
    field(1, 31, "?,*/-", "*"),
    Field {
        names: &MONTHS,
        ..field(1, 12, ",*/-", "*")
    },
    Field {
        names: &DAYS,
        ..field(0, 7, "?,*/-", "*")
    },
];

/// Schedules with names of their own.
const NAMED: [(&str, &str); 6] = [
    ("@yearly", "0 0 1 1 *"),
    ("@annually", "0 0 1 1 *"),
    ("@monthly", "0 0 1 * *"),
    ("@weekly", "0 0 * * 0"),
    ("@daily", "0 0 * * *"),
    ("@hourly", "0 * * * *"),
];

/// How many days ahead a schedule is looked at: leap days are at most eight years apart.
const DAYS_AHEAD: i64 = 8 * 366;

/// What a schedule allows of each field.
#[derive(Debug)]
pub(super) struct Schedule {
    seconds: BTreeSet<u8>,
    minutes: BTreeSet<u8>,
    hours: BTreeSet<u8>,
    days: BTreeSet<u8>,
    months: BTreeSet<u8>,
    /// From Sunday, which is 0.
    weekdays: BTreeSet<u8>,
    /// Whether either kind of day is enough, as it is where both are restricted.
    either_day: bool,
}

impl Schedule {
    /// Reads a schedule; an error says what is wrong with it.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let named = NAMED.iter().find(|(name, _)| *name == text.trim());
        let words: Vec<&str> = named
            .map_or(text, |(_, text)| text)
            .split_whitespace()
            .collect();
        if words.len() > FIELDS.len() {
            return Err("Invalid cron expression".to_owned());
        }
        let missing = FIELDS.len() - words.len();
        let mut read = Vec::new();
        for (index, field) in FIELDS.iter().enumerate() {
            let word = index.checked_sub(missing).map(|index| words[index]);
            read.push(field.read(word.unwrap_or(field.missing))?);
        }
        let Ok([seconds, minutes, hours, days, months, mut weekdays]) =
            <[BTreeSet<u8>; 6]>::try_from(read)
        else {
            return Err("Invalid cron expression".to_owned());
        };
        if weekdays.remove(&7) {
            weekdays.insert(0);
        }
        let schedule = Self {
            either_day: days.len() < 31 && weekdays.len() < 7,
            seconds,
            minutes,
            hours,
            days,
            months,
            weekdays,
        };
        match schedule.next(OffsetDateTime::UNIX_EPOCH) {
            Some(_) => Ok(schedule),
            None => Err("Invalid explicit day of month definition".to_owned()),
        }
    }

    /// The first time after this one.
    pub(super) fn next(&self, after: OffsetDateTime) -> Option<OffsetDateTime> {
        let from = after.replace_nanosecond(0).ok()? + Duration::seconds(1);
        let (today, now) = (from.date(), from.time());
        for ahead in 0..DAYS_AHEAD {
            let day = today.checked_add(Duration::days(ahead))?;
            if !self.has_day(day) {
                continue;
            }
            let earliest = if ahead == 0 { now } else { Time::MIDNIGHT };
            if let Some(time) = self.time_from(earliest) {
                return Some(day.with_time(time).assume_utc());
            }
        }
        None
    }

    fn has_day(&self, day: Date) -> bool {
        let is_day = self.days.contains(&day.day());
        let is_weekday = self
            .weekdays
            .contains(&day.weekday().number_days_from_sunday());
        let is_right = if self.either_day {
            is_day || is_weekday
        } else {
            is_day && is_weekday
        };
        is_right && self.months.contains(&u8::from(day.month()))
    }

    fn time_from(&self, earliest: Time) -> Option<Time> {
        let (hour, minute, second) = earliest.as_hms();
        for h in self.hours.range(hour..) {
            let first = if *h == hour { minute } else { 0 };
            for m in self.minutes.range(first..) {
                let is_first = *h == hour && *m == minute;
                let first = if is_first { second } else { 0 };
                if let Some(s) = self.seconds.range(first..).next() {
                    return Time::from_hms(*h, *m, *s).ok();
                }
            }
        }
        None
    }
}

impl Field {
    fn read(&self, word: &str) -> Result<BTreeSet<u8>, String> {
        let word = self.without_names(word)?;
        let is_known = |c: char| c.is_ascii_digit() || self.signs.contains(c);
        if !word.chars().all(is_known) {
            return Err(format!("Invalid characters, got value: {word}"));
        }
        let all = format!("{}-{}", self.min, self.max);
        let word = word.replace(['*', '?'], &all);
        let mut values = BTreeSet::new();
        for part in word.split(',') {
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => {
                    let wrong = || format!("Constraint error, cannot repeat at every {step} time.");
                    let parsed: usize = step.parse().map_err(|_| wrong())?;
                    (
                        range,
                        Some(parsed).filter(|step| *step > 0).ok_or_else(wrong)?,
                    )
                }
                None => (part, 1),
            };
            let (min, max) = match range.split_once('-') {
                Some((min, max)) => self.range(min, max)?,
                None if part.contains('/') => (self.value(range)?, self.max),
                None => (self.value(range)?, self.value(range)?),
            };
            values.extend((min..=max).step_by(step));
        }
        Ok(values)
    }

    /// The numbers that names of months and days stand for.
    fn without_names(&self, word: &str) -> Result<String, String> {
        let mut left = word.to_ascii_lowercase();
        for (number, name) in (self.min..).zip(self.names) {
            left = left.replace(name, &number.to_string());
        }
        let unknown: String = left
            .chars()
            .filter(char::is_ascii_alphabetic)
            .take(3)
            .collect();
        if !self.names.is_empty() && unknown.len() == 3 {
            return Err(format!(
                "Validation error, cannot resolve alias \"{unknown}\""
            ));
        }
        Ok(left)
    }

    fn value(&self, text: &str) -> Result<u8, String> {
        let value: Option<u8> = text.parse().ok();
        let value = value.filter(|value| (self.min..=self.max).contains(value));
        value.ok_or_else(|| {
            format!(
                "Constraint error, got value {text} expected range {}-{}",
                self.min, self.max
            )
        })
    }

    fn range(&self, min: &str, max: &str) -> Result<(u8, u8), String> {
        let (Ok(low), Ok(high)) = (self.value(min), self.value(max)) else {
            return Err(format!(
                "Constraint error, got range {min}-{max} expected range {}-{}",
                self.min, self.max
            ));
        };
        if low > high {
            return Err(format!("Invalid range: {min}-{max}"));
        }
        Ok((low, high))
    }
}

#[cfg(test)]
mod tests {
    use taskcluster_core::timestamp;

    use super::*;

    #[test]
    fn schedules_go_on_from_any_time() {
        let from = timestamp::parse("2024-02-28T23:59:30.5Z").expect("a date");
        for (text, next) in [
            ("* * * * *", "2024-02-29T00:00:00Z"),
            ("*/10 * * * * *", "2024-02-28T23:59:40Z"),
            ("30 4 1,15 * 5", "2024-03-01T04:30:00Z"),
            ("0 0 29 2 *", "2024-02-29T00:00:00Z"),
            ("15 9-17/4 * * mon-fri", "2024-02-29T09:15:00Z"),
            ("0 12 * * 7", "2024-03-03T12:00:00Z"),
            ("5/20 * * * *", "2024-02-29T00:05:00Z"),
            ("@yearly", "2025-01-01T00:00:00Z"),
        ] {
            let schedule = Schedule::read(text).expect(text);
            let next = timestamp::parse(next).expect("a date");
            assert_eq!(schedule.next(from), Some(next), "{text}");
        }
    }

    #[test]
    fn what_is_no_schedule_is_told() {
        for (text, wrong) in [
            ("x * * * *", "Invalid characters, got value: x"),
            (
                "61 * * * *",
                "Constraint error, got value 61 expected range 0-59",
            ),
            (
                "* * 0 * *",
                "Constraint error, got value 0 expected range 1-31",
            ),
            ("5-1 * * * *", "Invalid range: 5-1"),
            (
                "1-99 * * * *",
                "Constraint error, got range 1-99 expected range 0-59",
            ),
            (
                "*/0 * * * *",
                "Constraint error, cannot repeat at every 0 time.",
            ),
            (
                "* * * * foo",
                "Validation error, cannot resolve alias \"foo\"",
            ),
            ("1 2 3 4 5 6 7", "Invalid cron expression"),
            ("0 0 30 2 *", "Invalid explicit day of month definition"),
        ] {
            assert_eq!(Schedule::read(text).expect_err(text), wrong);
        }
    }
}
