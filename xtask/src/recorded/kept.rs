//! What is meant to differ from a real deployment, each with its reason.

use super::difference::Kind;

/// One thing about an answer that is meant to be another one.
#[derive(Debug)]
pub struct Kept {
    id: &'static str,
    /// What kind of thing: no other difference of that answer is excused.
    pub kind: Kind,
    /// Why.
    pub reason: &'static str,
}

const fn kept(id: &'static str, kind: Kind, reason: &'static str) -> Kept {
    Kept { id, kind, reason }
}

/// All of them: at most ten.
const KEPT: &[Kept] = &[
    kept(
        "awss3",
        Kind::Status,
        "credentials are made up, where the recorded deployment has none to give",
    ),
    kept(
        "cancel_unsched",
        Kind::Value,
        "what waited for a task is pending as soon as that has ended; the recorded deployment takes a moment, \
         in which it was canceled",
    ),
    kept(
        "gcp",
        Kind::Status,
        "credentials are made up, where the recorded deployment has none to give",
    ),
    kept(
        "gh_badge",
        Kind::Message,
        "a badge with the same word, but not the service's own picture",
    ),
    kept(
        "n_matrix",
        Kind::Status,
        "what is to be sent is remembered; the recorded deployment has no account at Matrix",
    ),
    kept(
        "o_put",
        Kind::Header,
        "the recorded deployment keeps content in a stand-in for S3 that gives an empty answer a type",
    ),
    kept(
        "s3_put_wrong_ct",
        Kind::Status,
        "the recorded deployment keeps content in a stand-in for S3 that lets any content type pass; S3 \
         refuses one that was not signed",
    ),
    kept(
        "sentry",
        Kind::Status,
        "credentials are made up, where the recorded deployment has none to give",
    ),
    kept(
        "tg_list_end",
        Kind::Value,
        "what waited for a task is pending as soon as that has ended; the recorded deployment takes a moment, \
         in which it was canceled",
    ),
];

const _: () = assert!(KEPT.len() <= 10, "few things differ on purpose");

/// The entries for a request of a recording.
pub fn of(id: &str) -> impl Iterator<Item = &'static Kept> {
    KEPT.iter().filter(move |kept| kept.id == id)
}

/// Requests whose answers list what was there before the recording began, or count it.
const OLDER: [&str; 11] = [
    "no_trailing",
    "prov",
    "provs",
    "ro_ids",
    "ro_list",
    "ro_list2",
    "tqs",
    "wm_errors_stats_all",
    "wm_pools",
    "wm_pools_stats",
    "wts",
];

/// Whether an answer shows what is older than the recording, and is not to be had here.
pub fn shows_older_things(id: &str) -> bool {
    OLDER.contains(&id)
}
