//! Which part of some content a request asks for.

use std::ops::Range;

/// What the header `Range` comes to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Everything: also where there is no such header, or none that a server must understand.
    All,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes of which there are none.
    Nothing,
}

impl Wanted {
    /// Reads the header's value, for content of this size. As in S3, several ranges at once are
    /// answered with everything.
    pub(crate) fn read(value: Option<&str>, size: u64) -> Self {
        match value.map(|value| part(value, size)) {
            None | Some(None) => Self::All,
            Some(Some(part)) if part.is_empty() => Self::Nothing,
            Some(Some(part)) => Self::Part(part),
        }
    }
}

/// The bytes that are there of a range, none of which may be; `None` for what is no range.
fn part(value: &str, size: u64) -> Option<Range<u64>> {
    let (unit, range) = value.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() {
        return Some(size.saturating_sub(number(last)?)..size);
    }
    let first = number(first)?;
    if last.is_empty() {
        return Some(first..size.max(first));
    }
    let last = number(last)?;
    let end = last.saturating_add(1).min(size);
    (first <= last).then_some(first..end.max(first))
}

/// A number in digits; one that is too large for any content counts as the largest.
fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_there_is_of_a_range() {
        for (value, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=2-4", 2..5),
            ("Bytes= 2 - 4", 2..5),
            ("bytes=2-", 2..10),
            ("bytes=2-99999999999999999999999", 2..10),
            ("bytes=-3", 7..10),
            ("bytes=-30", 0..10),
        ] {
            assert_eq!(Wanted::read(Some(value), 10), Wanted::Part(part), "{value}");
        }
    }

    #[test]
    fn what_begins_behind_the_end_is_nothing() {
        for value in [
            "bytes=10-",
            "bytes=10-20",
            "bytes=-0",
            "bytes=99999999999999999999-",
        ] {
            assert_eq!(Wanted::read(Some(value), 10), Wanted::Nothing, "{value}");
        }
        for value in ["bytes=0-", "bytes=0-0", "bytes=-1"] {
            assert_eq!(Wanted::read(Some(value), 0), Wanted::Nothing, "{value}");
        }
    }

    #[test]
    fn what_is_no_range_is_passed_over() {
        for value in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=4-2",
            "bytes=a-b",
            "bytes=+1-2",
            "lines=1-2",
            "bytes=0-1,4-5",
            "bytes=1",
        ] {
            assert_eq!(Wanted::read(Some(value), 10), Wanted::All, "{value:?}");
        }
        assert_eq!(Wanted::read(None, 10), Wanted::All);
    }
}
