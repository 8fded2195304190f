//! A body on its way out. Of two hashes the slower one is taken beside, while the bytes go out and the next ones are
//! read.

use std::io;
use std::mem;
use std::sync::Arc;

use super::{Beside as _, Colour, LARGE};
use crate::content::digest::Digests;
use crate::content::outgoing::Outgoing;

pub(crate) struct Hashed<C: Colour> {
    body: Option<Outgoing>,
    /// The hash that is taken beside, where it is not at work.
    slower: Digests,
    hashing: C::Beside<Digests>,
    /// What was read last, and before.
    rooms: [Arc<[u8]>; 2],
}

impl<C: Colour> Hashed<C> {
    pub(super) fn new(mut body: Outgoing) -> Self {
        let slower = match body.left() > LARGE {
            true => body.digests.slower(),
            false => Digests::default(),
        };
        Self {
            body: Some(body),
            slower,
            hashing: C::Beside::default(),
            rooms: Default::default(),
        }
    }

    /// The next bytes, and how many they are; none at the end.
    pub(super) async fn piece(&mut self) -> io::Result<(Arc<[u8]>, usize)> {
        let lost = || io::Error::other("the thread that reads has ended");
        let mut body = self.body.take().ok_or_else(lost)?;
        self.rooms.swap(0, 1);
        let mut room = mem::take(&mut self.rooms[0]);
        let read = move || (body.fill(&mut room), room, body);
        let (length, room, body) = C::aside(read).await.ok_or_else(lost)?;
        self.body = Some(body);
        self.rooms[0] = Arc::clone(&room);
        let length = length?;
        self.settle().await;
        if !self.slower.are_none() {
            let (mut slower, shared) = (mem::take(&mut self.slower), Arc::clone(&room));
            let hash = move || {
                slower.update(&shared[..length]);
                drop(shared);
                slower
            };
            self.hashing.begin(hash).await;
        }
        Ok((room, length))
    }

    /// Waits for the hash that is under way.
    async fn settle(&mut self) {
        if let Some(slower) = self.hashing.end().await {
            self.slower = slower;
        }
    }

    /// The body with all of its hashes.
    pub(super) async fn end(mut self) -> Outgoing {
        self.settle().await;
        let mut body = self.body.unwrap_or_else(Outgoing::lost);
        body.digests.join(self.slower);
        body
    }
}
