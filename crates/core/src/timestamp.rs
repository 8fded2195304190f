//! Dates as the API writes them: `2017-01-21T17:09:23.240Z`.
//!
//! [`to_string`] writes UTC with milliseconds, the form that the services themselves use. [`parse`]
//! reads every RFC 3339 date. The functions [`serialize`] and [`deserialize`] make this module fit
//! for `#[serde(with = "taskcluster_core::timestamp")]`, and [`option`] for optional fields.

use std::{fmt, iter};

use serde::{Deserialize, Deserializer, Serializer, de, ser};
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// Writes a date in UTC, cut to milliseconds. A date whose year has four digits at its own offset
/// alone keeps that offset. `None` where it has not even there.
///
/// ```
/// use taskcluster_core::timestamp;
/// use time::macros::datetime;
///
/// let date = datetime!(2017-01-21 18:09:23.2406 +1);
/// assert_eq!(timestamp::to_string(date).as_deref(), Some("2017-01-21T17:09:23.240Z"));
/// ```
pub fn to_string(date: OffsetDateTime) -> Option<String> {
    let four_digits = |date: &OffsetDateTime| (0..=9999).contains(&date.year());
    let utc = date.checked_to_offset(UtcOffset::UTC).filter(four_digits);
    let date = utc.or(Some(date).filter(four_digits))?;
    let (year, month, day) = date.to_calendar_date();
    let (hour, minute, second, ms) = date.to_hms_milli();
    let (hours, minutes, _) = date.offset().as_hms();
    let [hours, minutes] = [hours, minutes].map(i8::unsigned_abs);

    let mut text = String::with_capacity("2017-01-21T17:09:23.240+00:00".len());
    push_digits(&mut text, u16::try_from(year).ok()?, 4);
    for (before, part) in [
        ('-', month.into()),
        ('-', day),
        ('T', hour),
        (':', minute),
        (':', second),
    ] {
        text.push(before);
        push_digits(&mut text, part.into(), 2);
    }
    text.push('.');
    push_digits(&mut text, ms, 3);
    if date.offset().is_utc() {
        text.push('Z');
        return Some(text);
    }
    text.push(if date.offset().is_negative() {
        '-'
    } else {
        '+'
    });
    push_digits(&mut text, hours.into(), 2);
    text.push(':');
    push_digits(&mut text, minutes.into(), 2);
    Some(text)
}

// What formats takes ten times the instructions, and payloads have several dates.
fn push_digits(text: &mut String, number: u16, digits: usize) {
    for place in [1000, 100, 10, 1].into_iter().skip(4 - digits) {
        text.push(char::from(b'0' + (number / place % 10) as u8));
    }
}

/// Reads an RFC 3339 date, and keeps the offset that it has. Of a fraction of a second, nine digits
/// count; a leap second becomes the last nanosecond before it.
///
/// # Errors
/// The text is not such a date.
pub fn parse(text: &str) -> Result<OffsetDateTime, InvalidDate> {
    read(text).ok_or_else(|| InvalidDate(text.to_owned()))
}

/// A text that is not an RFC 3339 date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidDate(String);

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.0;
        write!(
            f,
            "{text:?} is not a date such as \"2017-01-21T17:09:23.240Z\""
        )
    }
}

impl std::error::Error for InvalidDate {}

// The crate `time` reads them too, by a feature that makes every client compile for a second and a
// half longer, and only for this.
fn read(text: &str) -> Option<OffsetDateTime> {
    let (start, rest) = text.as_bytes().split_first_chunk::<19>()?;
    let separators = [4, 7, 10, 13, 16].map(|at| start[at]);
    if !matches!(separators, [b'-', b'-', b'T' | b't' | b' ', b':', b':']) {
        return None;
    }
    let two = |at: usize| two_digits(start[at], start[at + 1]);
    let year = i32::from(two(0)?) * 100 + i32::from(two(2)?);
    let month = Month::try_from(two(5)?).ok()?;
    let date = Date::from_calendar_date(year, month, two(8)?).ok()?;

    let (fraction, zone) = match rest.strip_prefix(b".") {
        Some(rest) => rest.split_at(rest.iter().position(|byte| !byte.is_ascii_digit())?),
        None => (&b"0"[..], rest),
    };
    let nanos = read_nanos(fraction)?;
    let (second, nanos) = match two(17)? {
        60 => (59, 999_999_999),
        second => (second, nanos),
    };
    let time = Time::from_hms_nano(two(11)?, two(14)?, second, nanos).ok()?;

    Some(PrimitiveDateTime::new(date, time).assume_offset(read_zone(zone)?))
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    are_digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
}

/// The digits of a fraction of a second, of which there is at least one.
fn read_nanos(fraction: &[u8]) -> Option<u32> {
    let nine = fraction.iter().chain(iter::repeat(&b'0')).take(9);
    (!fraction.is_empty())
        .then(|| nine.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0')))
}

fn read_zone(zone: &[u8]) -> Option<UtcOffset> {
    let &[sign, h0, h1, b':', m0, m1] = zone else {
        return zone.eq_ignore_ascii_case(b"Z").then_some(UtcOffset::UTC);
    };
    let (hours, minutes) = (two_digits(h0, h1)?, two_digits(m0, m1)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = (i32::from(hours) * 60 + i32::from(minutes)) * 60;
    let seconds = match sign {
        b'+' => seconds,
        b'-' => -seconds,
        _ => return None,
    };
    UtcOffset::from_whole_seconds(seconds).ok()
}

/// Writes a date for serde.
///
/// # Errors
/// The year does not have four digits, or the serializer fails.
pub fn serialize<S: Serializer>(date: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    match to_string(*date) {
        Some(text) => serializer.serialize_str(&text),
        None => Err(ser::Error::custom("a date must have a year from 0 to 9999")),
    }
}

/// Reads a date for serde.
///
/// # Errors
/// The value is not a text with an RFC 3339 date.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = OffsetDateTime;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a date such as \"2017-01-21T17:09:23.240Z\"")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<OffsetDateTime, E> {
            parse(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
        }
    }
    deserializer.deserialize_str(Visitor)
}

/// A date as a value of its own, for lists and maps of dates.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(#[serde(with = "self")] pub OffsetDateTime);

/// Optional dates for `#[serde(with = "taskcluster_core::timestamp::option")]`.
pub mod option {
    use super::{Deserialize, Deserializer, OffsetDateTime, Serializer, Timestamp};

    /// Writes an optional date for serde.
    ///
    /// # Errors
    /// See [`timestamp::serialize`](super::serialize()).
    pub fn serialize<S: Serializer>(
        date: &Option<OffsetDateTime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => super::serialize(date, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads an optional date for serde.
    ///
    /// # Errors
    /// See [`timestamp::deserialize`](super::deserialize()).
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<OffsetDateTime>, D::Error> {
        Ok(Option::<Timestamp>::deserialize(deserializer)?.map(|date| date.0))
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::seq::IndexedRandom as _;
    use rand::{RngExt as _, SeedableRng as _};
    use time::format_description::well_known::Rfc3339;
    use time::macros::datetime;

    use super::*;

    #[test]
    fn dates_are_read_as_the_library_reads_them() {
        let mut random = StdRng::seed_from_u64(3339);
        let mut valid = 0;
        for _ in 0..200_000 {
            let text = some_text(&mut random);
            let wanted = OffsetDateTime::parse(&text, &Rfc3339).ok();
            assert_eq!(parse(&text).ok(), wanted, "{text:?}");
            valid += usize::from(wanted.is_some());
        }
        assert!(
            (50_000..150_000).contains(&valid),
            "{valid} of them are dates"
        );
    }

    #[test]
    fn dates_are_written_as_they_are_read() {
        let mut random = StdRng::seed_from_u64(1);
        for _ in 0..100_000 {
            // From the year 0 to 9999.
            let seconds = random.random_range(-62_167_219_200..=253_402_300_799_i64);
            let nanos = i64::from(random.random_range(0..1_000_u16)) * 1_000_000;
            let date = OffsetDateTime::from_unix_timestamp(seconds).expect("a date")
                + time::Duration::nanoseconds(nanos);
            let text = to_string(date).expect("four digits");
            assert_eq!(parse(&text), Ok(date), "{text}");
            assert!(text.len() == 24 && text.ends_with('Z'), "{text}");
        }
        let at = |date| to_string(date).expect("four digits of its own");
        assert_eq!(
            at(datetime!(0000-01-01 00:00:00 +01:30)),
            "0000-01-01T00:00:00.000+01:30"
        );
        assert_eq!(
            at(datetime!(9999-12-31 23:59:59.9999 -07:05)),
            "9999-12-31T23:59:59.999-07:05"
        );
    }

    /// A date of any form, of which a character may be another one. Separators and leap seconds are
    /// left to the other tests.
    fn some_text(random: &mut impl rand::Rng) -> String {
        let year = ["0000", "1969", "2016", "2023", "2024", "9999"].choose(random);
        let (month, day) = (random.random_range(0..14), random.random_range(0..33));
        let (hour, minute) = (random.random_range(0..25), random.random_range(0..61));
        let second = random.random_range(0..60);
        let fraction = ["", ".2", ".240", ".123456789", ".1234567891", "."].choose(random);
        let zone = [
            "Z", "z", "+00:00", "-07:30", "+23:59", "+24:00", "+01:60", "", "+0100",
        ]
        .choose(random);
        let year = year.expect("one of them");
        let (fraction, zone) = (fraction.expect("one of them"), zone.expect("one of them"));
        let mut text =
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{zone}")
                .into_bytes();
        if random.random_bool(0.3) {
            let at = random.random_range(0..text.len());
            if !matches!(at, 10 | 17) {
                text[at] = *b"0123456789-+:.TZ /".choose(random).expect("one of them");
            }
        }
        String::from_utf8(text).expect("ASCII")
    }

    #[test]
    fn separators_and_leap_seconds_are_read() {
        let wanted = datetime!(2016-12-31 23:59:59.5 UTC);
        for text in [
            "2016-12-31T23:59:59.5Z",
            "2016-12-31t23:59:59.5z",
            "2016-12-31 23:59:59.5Z",
        ] {
            assert_eq!(parse(text), Ok(wanted));
        }
        let leap = parse("2016-12-31T23:59:60Z");
        assert_eq!(leap, Ok(datetime!(2016-12-31 23:59:59.999_999_999 UTC)));
    }

    #[test]
    fn what_is_no_date_is_refused_and_named() {
        for text in [
            "",
            "2017-01-21",
            "2017-01-21T17:09:23",
            "2017-01-21T17:09Z",
            "+017-01-21T17:09:23Z",
            "2017-01-21T17:09:23é",
            "2017-01-21T17:09:23.240Z ",
            "２017-01-21T17:09:23Z",
        ] {
            let error = parse(text).expect_err("no date");
            assert!(
                error
                    .to_string()
                    .contains(&format!("{text:?} is not a date")),
                "{error}"
            );
        }
    }
}
