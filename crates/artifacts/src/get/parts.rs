//! A large file in parts, over several connections at once.
//!
//! What the first answer says decides: there must be enough of it, a strong tag by which all parts are of the same
//! content, and nothing to unpack. Where a part fails, or the whole hashes to something else, there is no
//! more to be known of it than that: then the file comes over one connection, from its beginning.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::flow::{Event, Flow};
use super::{Fetched, Get};
use crate::colour::{CHUNK, Colour};
use crate::content::course::{Course, Part};
use crate::content::digest::{Digests, Expected};
use crate::content::heads::Encoding;
use crate::content::place::Place;
use crate::content::progress::Progress;
use crate::error::{Error, Result};

/// No part is smaller.
const SMALLEST: u64 = 4 * 1024 * 1024;

/// What is to be got in parts.
pub(super) struct Plan {
    place: Place,
    parts: Vec<Part>,
    total: u64,
}

/// How content that has just begun can come in parts, if it can.
pub(super) fn plan<C>(get: &Get<C>, course: &Course) -> Option<Plan> {
    let total = course.total().filter(|_| course.position() == 0)?;
    let validator = course.validator()?.to_owned();
    let is_plain = get.as_stored || *course.encoding() == Encoding::Identity;
    let count = u64::from(get.connections).min(total / SMALLEST);
    if count < 2 || !is_plain || !course.has_ranges() {
        return None;
    }
    let part = |range| Part {
        range,
        total,
        validator: Some(validator.clone()),
    };
    Some(Plan {
        place: course.place()?.clone(),
        parts: ranges(total, count).into_iter().map(part).collect(),
        total,
    })
}

/// Ranges that are as large as each other, as far as that goes, and all of it together.
fn ranges(total: u64, count: u64) -> Vec<Range<u64>> {
    let place = |number: u64| {
        let place = u128::from(total) * u128::from(number) / u128::from(count);
        // It is no more than the total.
        u64::try_from(place).unwrap_or(total)
    };
    (0..count).map(|it| place(it)..place(it + 1)).collect()
}

/// Gets all parts into a file; nothing where that does not succeed, for a reason that one connection
/// may not have.
pub(super) async fn fetch<C: Colour>(
    get: &Get<C>,
    plan: Plan,
    expected: Vec<Expected>,
    (file, path): (&File, &Path),
) -> Result<Option<Fetched>> {
    let failed = |e| Error::local(Some(path), "writing", e);
    let known: Arc<Vec<AtomicU64>> =
        Arc::new(plan.parts.iter().map(|_| AtomicU64::new(0)).collect());
    let mut jobs = Vec::new();
    for (number, part) in plan.parts.into_iter().enumerate() {
        let mut get = get.clone();
        tell_the_sum(&mut get, Arc::clone(&known), (number, plan.total));
        let file = file.try_clone().map_err(failed)?;
        jobs.push(one(get, plan.place.clone(), part, file));
    }
    let mut attempts = 1;
    for outcome in C::all(jobs).await {
        match outcome {
            Ok(more) => attempts += more,
            Err(Failure::Writing(e)) => return Err(failed(e)),
            Err(Failure::Content(Error::Transfer(_) | Error::Mismatch(_) | Error::Call(_))) => {
                return Ok(None);
            }
            Err(Failure::Content(e)) => return Err(e),
        }
    }
    let is_verified = !expected.is_empty();
    if is_verified {
        let file = file.try_clone().map_err(failed)?;
        let hashed = C::aside(move || hash(file, &expected)).await;
        match hashed.unwrap_or_else(|| Err(Failure::Writing(io::Error::other("no thread")))) {
            Ok(()) => {}
            Err(Failure::Writing(e)) => return Err(failed(e)),
            Err(Failure::Content(_)) => return Ok(None),
        }
    }
    Ok(Some(Fetched {
        bytes: plan.total,
        stored_bytes: plan.total,
        storage_type: plan.place.storage,
        is_verified,
        attempts,
    }))
}

enum Failure {
    Writing(io::Error),
    Content(Error),
}

/// Has progress told of all parts together.
fn tell_the_sum<C>(get: &mut Get<C>, known: Arc<Vec<AtomicU64>>, (number, total): (usize, u64)) {
    let Some(listener) = get.listener.take() else {
        return;
    };
    get.listener = Some(Arc::new(move |progress: Progress| {
        known[number].store(progress.bytes, Ordering::Relaxed);
        listener(Progress {
            bytes: known.iter().map(|it| it.load(Ordering::Relaxed)).sum(),
            total: Some(total),
            ..progress
        });
    }));
}

/// Gets one part into its place; how many requests it took.
async fn one<C: Colour>(get: Get<C>, place: Place, part: Part, file: File) -> Result<u32, Failure> {
    let mut at = part.range.start;
    let mut flow = Flow::part(&get, place, part);
    let file = Arc::new(file);
    loop {
        match flow.next().await.map_err(Failure::Content)? {
            Event::Begin => {}
            Event::Bytes(piece, bytes) => {
                let (file, begin) = (Arc::clone(&file), at);
                at += bytes.len() as u64;
                let work = move || {
                    let written = write_at(&file, &piece.as_ref()[bytes], begin);
                    (piece, written)
                };
                let Some((piece, written)) = C::aside(work).await else {
                    return Err(Failure::Writing(io::Error::other("no thread")));
                };
                written.map_err(Failure::Writing)?;
                flow.reuse(piece);
            }
            Event::End => return Ok(flow.course.progress().attempt),
        }
    }
}

fn hash(mut file: File, expected: &[Expected]) -> Result<(), Failure> {
    let mut digests = Digests::for_all(expected);
    let mut room = vec![0; CHUNK];
    file.seek(SeekFrom::Start(0)).map_err(Failure::Writing)?;
    loop {
        match file.read(&mut room) {
            Ok(0) => return digests.check(expected).map_err(Failure::Content),
            Ok(length) => digests.update(&room[..length]),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(Failure::Writing(e)),
        }
    }
}

#[cfg(all(unix, not(taskcluster_portable)))]
fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(all(windows, not(taskcluster_portable)))]
fn write_at(file: &File, mut bytes: &[u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = std::os::windows::fs::FileExt::seek_write(file, bytes, at)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = &bytes[written..];
        at += written as u64;
    }
    Ok(())
}

/// All parts share the place in the file that is written next.
#[cfg(any(not(any(unix, windows)), taskcluster_portable))]
fn write_at(mut file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    use std::io::{Seek as _, Write as _};
    use std::sync::{Mutex, PoisonError};
    static ONE_AFTER_THE_OTHER: Mutex<()> = Mutex::new(());
    let _turn = ONE_AFTER_THE_OTHER
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    file.seek(io::SeekFrom::Start(at))?;
    file.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_all_of_it_and_nothing_twice() {
        for (total, count) in [(10, 3), (8, 8), (u64::MAX, 7), (4_000_000_001, 4)] {
            let ranges = ranges(total, count);
            assert_eq!(ranges.len() as u64, count);
            assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, total));
            for pair in ranges.windows(2) {
                assert_eq!(pair[0].end, pair[1].start);
                assert!(pair[0].start < pair[0].end);
            }
        }
    }
}
