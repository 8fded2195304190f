//! Puts attempts on the wire by ureq, and reads what comes back.

use std::io::{self, Read as _};
use std::sync::OnceLock;
use std::time::Duration;

use ureq::SendBody;
use ureq::config::ConfigBuilder;
use ureq::typestate::HttpCrateScope;

use super::agent::{Agents, answers_as_they_are, for_content, parts_within};
use super::failure::{failure, late};
use super::stack;
use super::ways::{Way, Ways};
use crate::answer::error::TransportFailure;
use crate::answer::response::Response;
use crate::client::settings::{HttpSettings, LONGEST, Limits};
use crate::client::transfer::{Transfer, TransferBody};
use crate::exchange::Attempt;

/// What clients share, whoever calls through them.
pub(super) struct Driver {
    pub(super) agents: Agents,
    pub(super) sleep: Box<dyn Fn(Duration) + Send + Sync>,
    pub(super) http: HttpSettings,
    /// For content over http and over https, made when it is first needed.
    pub(super) streams: [OnceLock<Ways>; 2],
}

impl Driver {
    /// Puts one attempt on the wire and reads the whole answer.
    pub(super) fn send(
        &self,
        attempt: Attempt<'_>,
        limits: Limits,
    ) -> Result<Response, TransportFailure> {
        let body = attempt.body();
        let head = attempt.into_head(self.agents.user_agent());
        let head = head.map_err(|e| failure(e.into()))?;
        let to = head.uri().clone();
        self.agents.lend(&to, |way| {
            let answer = match body {
                Some(body) => self.run(way, head.map(|()| body), limits),
                None => self.run(way, head, limits),
            };
            self.receive(answer, limits)
        })
    }

    /// Reads the whole answer.
    fn receive(
        &self,
        answer: Result<http::Response<ureq::Body>, ureq::Error>,
        limits: Limits,
    ) -> Result<Response, TransportFailure> {
        let failure = |e| self.failure(e, limits);
        let (parts, body) = answer.map_err(failure)?.into_parts();
        let body = self.read(body).map_err(|e| failure(e.into()))?;
        let max = self.http.max_answer;
        Response::received(parts.status.as_u16(), parts.headers, body, max)
    }

    /// The ways to content.
    fn stream(&self, is_https: bool) -> Result<&Ways, TransportFailure> {
        let stream = &self.streams[usize::from(is_https)];
        if let Some(known) = stream.get() {
            return Ok(known);
        }
        let made = for_content(&self.http, is_https);
        let made = made.map_err(|e| TransportFailure::lasting(e.to_string()))?;
        Ok(stream.get_or_init(|| made))
    }

    /// See [`Client::transfer`].
    pub(super) fn transfer(
        &self,
        transfer: &Transfer,
        body: &mut dyn io::Read,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferBody), TransportFailure> {
        let head = transfer.head(None).map_err(|e| failure(e.into()))?;
        let limits = Limits {
            left: time_left,
            ..Limits::default()
        };
        let to = head.uri().clone();
        let length = transfer.body_length();
        let sending = match &self.agents {
            Agents::Given(_) => None,
            Agents::Made { .. } => length.and_then(|it| stack::time_to_send(it, self.http.timeout)),
        };
        let call = |way: Way<'_>| match length {
            Some(_) => {
                let request = head.map(|()| SendBody::from_reader(body));
                let config = within(way, request, limits);
                let config = match sending {
                    Some(_) => config.timeout_send_body(sending),
                    None => config,
                };
                way.run(config.build())
            }
            None => way.run(within(way, head, limits).build()),
        };
        let answer = match &self.agents {
            Agents::Given(agent) => call(Way::direct(agent)),
            Agents::Made { .. } => self.stream(transfer.is_https())?.lend(&to, call),
        };
        let (parts, body) = answer.map_err(failure)?.into_parts();
        let reader = body.into_with_config().limit(u64::MAX).reader();
        let reader = match &self.agents {
            Agents::Given(_) => Box::new(reader) as Box<dyn io::Read + Send>,
            Agents::Made { .. } => stack::content(reader, self.http.timeout),
        };
        let head = Response::head(parts.status.as_u16(), parts.headers);
        let failure = |e| failure(ureq::Error::from(e));
        Ok((head, TransferBody { reader, failure }))
    }

    fn read(&self, body: ureq::Body) -> io::Result<Vec<u8>> {
        // What a server announces is a reason to make room, though not for more than is usual.
        const USUAL: u64 = 1024 * 1024;
        let length = body.content_length().unwrap_or_default().min(USUAL);
        let mut bytes = Vec::with_capacity(length as usize);
        let mut reader = body.into_with_config().limit(self.http.max_answer).reader();
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn run<B: ureq::AsSendBody>(
        &self,
        way: Way<'_>,
        request: http::Request<B>,
        limits: Limits,
    ) -> Result<http::Response<ureq::Body>, ureq::Error> {
        // Settings of its own copy the agent's whole configuration, so only where it matters.
        let is_usual = limits.left.is_none() && limits.part.is_none();
        if self.agents.user_agent().is_some() && is_usual {
            return way.run(request);
        }
        way.run(within(way, request, limits).build())
    }

    /// What a failure of ureq means, with the limits that are known.
    fn failure(&self, error: ureq::Error, limits: Limits) -> TransportFailure {
        let ureq::Error::Timeout(phase) = error else {
            return failure(error);
        };
        let is_ours = self.agents.user_agent().is_some();
        let known = is_ours.then_some(&self.http);
        let part = limits.part.or(known.map(|http| http.timeout));
        late(phase, part, known.map(|http| http.connect_timeout))
    }
}

/// Gives a request limits of its own.
fn within<B: ureq::AsSendBody>(
    way: Way<'_>,
    request: http::Request<B>,
    limits: Limits,
) -> ConfigBuilder<HttpCrateScope<B>> {
    let config = answers_as_they_are!(way.agent.configure_request(request));
    let config = match limits.left {
        Some(left) => config.timeout_global(Some(left.min(LONGEST))),
        None => config,
    };
    match limits.part {
        Some(part) => parts_within!(config, part.min(LONGEST)),
        None => config,
    }
}
