//! Content on its way to a storage: one request, and what came of it.

use taskcluster_core::{Method, Response, Transfer};

use super::flow::Making;
use crate::colour::{Colour, moment};
use crate::content::digest::Digests;
use crate::content::location::check;
use crate::content::outgoing::{Failure, Outgoing};
use crate::content::progress::Progress;
use crate::content::sending::Sent;
use crate::error::{Error, Result};

/// A request with which content is sent.
pub(super) struct Order {
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    /// Begin and length, where it is not all of the content.
    pub(super) part: Option<(u64, u64)>,
}

impl<C: Colour> Making<'_, C> {
    /// Sends content once; the answer, or nothing where it has to be asked for a URL again, after a wait.
    /// `digests` are those of what was sent then.
    pub(super) async fn send(
        &mut self,
        order: &Order,
        digests: &mut Digests,
    ) -> Result<Option<Response>> {
        let length = order
            .part
            .map_or_else(|| self.length(), |(_, length)| length);
        let transfer = self.transfer(order)?.length(length);
        let root = self.put.caller.client();
        check(root.session().root_url().as_str(), &order.url)?;
        let body = self.body(order, length, digests.clone())?;
        let time_left = self.sending.time_left(self.start.elapsed())?;
        let (outcome, mut body) = root.push(&transfer, body, time_left).await;
        match body.failure() {
            Some(Failure::Changed) => return Err(self.changed()),
            Some(Failure::Io(e)) if outcome.is_ok() || !body.is_whole() => {
                return Err(Error::local(self.source.path(), "reading", e));
            }
            _ => self.source.check()?,
        }
        let head = outcome.as_ref().ok().map(|(head, _)| head.clone());
        let host = host(&order.url);
        match self.sending.judge(host, outcome, moment(self.start))? {
            Sent::Done if !body.is_whole() => {
                Err(Error::refused("the storage answered before all was sent"))
            }
            Sent::Done => {
                *digests = body.digests;
                Ok(head)
            }
            Sent::Again(wait) => {
                root.pause(wait).await;
                Ok(None)
            }
        }
    }

    fn transfer(&self, order: &Order) -> Result<Transfer> {
        let mut transfer = Transfer::new(Method::Put, &order.url)?;
        // A service that has no word for it, as that of objects, says `identity`.
        let is_encoding = |name: &str| name.eq_ignore_ascii_case("content-encoding");
        for (name, value) in &order.headers {
            if !(self.put.is_packed && is_encoding(name)) {
                transfer = transfer.header(name, value)?;
            }
        }
        if self.put.is_packed {
            transfer = transfer.header("content-encoding", "gzip")?;
        }
        Ok(transfer)
    }

    fn body(&self, order: &Order, length: u64, digests: Digests) -> Result<Outgoing> {
        let input = self.source.open(self.put.is_packed, order.part);
        let input = input.map_err(|e| Error::local(self.source.path(), "reading", e))?;
        let progress = Progress {
            bytes: order.part.map_or(0, |(begin, _)| begin),
            total: Some(self.length()),
            attempt: self.sending.attempts() + 1,
        };
        let body = Outgoing::new(input, length, digests, progress);
        Ok(body.listener(self.put.listener.clone()))
    }

    fn changed(&self) -> Error {
        match self.source.path() {
            Some(path) => Error::Changed(path.to_owned()),
            None => Error::refused("what is sent has changed"),
        }
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}
