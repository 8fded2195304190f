//! The ureq agent of a blocking client: the caller's, or one with the HTTP settings that suit this API.

use std::sync::Arc;

use http::HeaderValue;
use ureq::Agent;
use ureq::config::Config;

use crate::answer::error::Result;
use crate::client::blocking::connection;
use crate::client::blocking::idle::Kept;
use crate::client::settings::{HttpSettings, MAX_IDLE};
use crate::client::{proxy, tls};
use crate::exchange::MAX_URL;

/// So much of a body is read or written at once.
const STREAMED: usize = 128 * 1024;

/// Makes every answer come back as an answer. Following a redirect would send the signature of one
/// URL to another. (A macro, since ureq's builders have no public trait in common.)
macro_rules! answers_as_they_are {
    ($config:expr) => {
        $config
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
    };
}
pub(crate) use answers_as_they_are;

/// Limits each part of an attempt.
macro_rules! parts_within {
    ($config:expr, $limit:expr) => {
        $config
            .timeout_send_request(Some($limit))
            .timeout_send_body(Some($limit))
            .timeout_recv_response(Some($limit))
            .timeout_recv_body(Some($limit))
    };
}
pub(crate) use parts_within;

pub(super) enum Agents {
    /// The caller's, with settings and connections of its own.
    Given(Agent),
    Made {
        kept: Kept,
        user_agent: HeaderValue,
    },
}

impl Agents {
    /// Lends the agent for one call, to the end of its answer.
    pub(super) fn lend<T>(&self, call: impl FnOnce(&Agent) -> T) -> T {
        match self {
            Self::Given(agent) => call(agent),
            Self::Made { kept, .. } => kept.lend(call),
        }
    }

    pub(super) fn made(http: &HttpSettings) -> Result<Self> {
        let proxies = proxy::from_env(http.https_only)?;
        let tls = tls::config(&http.certificates, http.https_only || proxies.is_some())?;
        let config = config(http);
        let make =
            move || connection::agent(config.clone(), proxies.clone(), Arc::clone(&tls), None);
        Ok(Self::Made {
            kept: Kept::new(make),
            user_agent: http.user_agent_header()?,
        })
    }

    /// The user agent to send, where the agent is ours.
    pub(super) fn user_agent(&self) -> Option<&HeaderValue> {
        match self {
            Self::Given(_) => None,
            Self::Made { user_agent, .. } => Some(user_agent),
        }
    }
}

fn config(http: &HttpSettings) -> Config {
    let config = answers_as_they_are!(Agent::config_builder())
        .https_only(http.https_only)
        // A proxy is `connection`'s to ask; left alone, ureq would look for one by itself.
        .proxy(None)
        .timeout_connect(Some(http.connect_timeout))
        // As many idle connections as a program with one thread per call has use for.
        .max_idle_age(MAX_IDLE)
        .max_idle_connections(64)
        .max_idle_connections_per_host(64)
        .output_buffer_size(MAX_URL + 8 * 1024);
    parts_within!(config, http.timeout).build()
}

/// The agent for content: what comes and goes may take as long as it likes, as long as it moves. The proxy is
/// the one for the URL's own scheme, whatever that of the root URL is.
pub(super) fn for_content(http: &HttpSettings, https: bool) -> Result<Kept> {
    let proxies = proxy::from_env(https)?;
    let tls = tls::config(&http.certificates, https || proxies.is_some())?;
    let config = answers_as_they_are!(Agent::config_builder())
        .https_only(https)
        .proxy(None)
        .user_agent(&http.user_agent)
        .timeout_connect(Some(http.connect_timeout))
        .timeout_recv_response(Some(http.timeout))
        .max_idle_age(MAX_IDLE)
        .max_idle_connections(64)
        .max_idle_connections_per_host(64)
        .input_buffer_size(STREAMED)
        .output_buffer_size(STREAMED)
        .build();
    let silence = Some(http.timeout);
    let make =
        move || connection::agent(config.clone(), proxies.clone(), Arc::clone(&tls), silence);
    Ok(Kept::new(make))
}
