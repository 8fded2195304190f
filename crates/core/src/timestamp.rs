//! Dates as the API writes them: `2017-01-21T17:09:23.240Z`.
//!
//! [`to_string`] writes UTC with milliseconds, the form that the services themselves use. Reading
//! takes every RFC 3339 date. The functions [`serialize`] and [`deserialize`] make this module fit
//! for `#[serde(with = "taskcluster_core::timestamp")]`, and [`option`] for optional fields.

use serde::{Deserialize, Deserializer, Serializer, de, ser};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

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
    let month = u8::from(month);
    let (hours, minutes, _) = date.offset().as_hms();
    let zone = if date.offset().is_utc() {
        "Z".to_owned()
    } else {
        let sign = if date.offset().is_negative() {
            '-'
        } else {
            '+'
        };
        format!(
            "{sign}{:02}:{:02}",
            hours.unsigned_abs(),
            minutes.unsigned_abs()
        )
    };
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}{zone}"
    ))
}

/// Reads an RFC 3339 date.
///
/// # Errors
/// The text is not such a date.
pub fn parse(text: &str) -> Result<OffsetDateTime, time::error::Parse> {
    OffsetDateTime::parse(text, &Rfc3339)
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
