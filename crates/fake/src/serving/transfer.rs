//! Uploads to the storage, and downloads from it. Content passes by without the state's lock.

use std::io;

use super::body::{Source, corrupt, pace};
use super::elsewhere;
use super::exchange::Shared;
use super::incoming::{Body, Failure};
use crate::control::faults::{Damage, RangeFault};
use crate::control::record::LOG_TARGET;
use crate::http::types::{HttpRequest, Reply};
use crate::services::storage::{self, Content, Draft};

/// What is left to be done to the answer of an upload.
pub(super) fn left_for_answer(damage: Damage) -> Damage {
    match damage {
        Damage::Cut { at: Some(_), .. } | Damage::Corrupt(_) | Damage::Trickle(_) => Damage::None,
        damage => damage,
    }
}

/// Takes in an upload.
pub(super) async fn upload(
    shared: &Shared,
    request: &HttpRequest,
    mut body: Body,
    damage: Damage,
) -> Result<Reply, Failure> {
    let admitted = {
        let state = shared.state();
        storage::admit(&state.storage, request, state.clock.now())
    };
    let (slot, draft) = match admitted {
        Ok(admitted) => admitted,
        Err(reply) => {
            body.skip().await?;
            return Ok(reply);
        }
    };
    let reply = match fill(draft, &mut body, damage).await? {
        Ok(content) => {
            let state = &mut *shared.state();
            storage::store(&mut state.storage, slot, content, state.clock.now())
        }
        Err(e) => {
            log::error!(target: LOG_TARGET, "an upload cannot be kept: {e}");
            body.skip().await?;
            storage::refuse(500, "InternalError")
        }
    };
    if let Some((_, failure)) = cut(damage) {
        return Err(failure);
    }
    Ok(reply)
}

/// Where an upload is to break off, and how.
fn cut(damage: Damage) -> Option<(u64, Failure)> {
    match damage {
        Damage::Cut {
            at: Some(at),
            is_reset,
        } => {
            let failure = if is_reset {
                Failure::Reset
            } else {
                Failure::Closed
            };
            Some((at, failure))
        }
        _ => None,
    }
}

/// Makes content of a body. Digests and files are the work of other threads, so that no other
/// request waits for them.
async fn fill(
    mut draft: Draft,
    body: &mut Body,
    damage: Damage,
) -> Result<io::Result<Content>, Failure> {
    while let Some(mut bytes) = body.next().await? {
        let (begin, size) = (draft.size(), bytes.len());
        match damage {
            Damage::Corrupt(place) => bytes = corrupt(bytes, begin, Some(place)),
            Damage::Trickle(rate) => pace(size, rate).await,
            _ => {}
        }
        if let Some((_, failure)) = cut(damage).filter(|(at, _)| begin + size as u64 > *at) {
            return Err(failure);
        }
        let written = elsewhere(move || draft.write(&bytes).map(|()| draft)).await;
        draft = match written {
            Ok(draft) => draft,
            Err(e) => return Ok(Err(e)),
        };
    }
    Ok(elsewhere(|| draft.finish()).await)
}

/// Answers a download: the body is what comes beside the reply, if anything does.
pub(super) fn download(
    shared: &Shared,
    request: &HttpRequest,
    fault: RangeFault,
) -> (Reply, Option<Source>) {
    let state = shared.state();
    let found = storage::find(&state.storage, request, state.clock.now(), fault);
    (found.reply, found.content.map(Source::Stored))
}
