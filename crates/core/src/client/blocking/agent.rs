//! The ureq agent of a blocking client: the caller's, or one with the HTTP settings that suit this API.

use http::{HeaderValue, Uri};
use ureq::Agent;
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use super::ways::{Settings, Way, Ways};
use crate::answer::error::Result;
use crate::client::settings::{HttpSettings, MAX_IDLE};
use crate::exchange::MAX_URL;

/// So much of a body is read or written at once.
const STREAMED: usize = 256 * 1024;

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
        ways: Ways,
        user_agent: HeaderValue,
    },
}

impl Agents {
    /// Lends the agent for one call to a server, to the end of its answer.
    pub(super) fn lend<T>(&self, to: &Uri, call: impl FnOnce(Way<'_>) -> T) -> T {
        match self {
            Self::Given(agent) => call(Way::direct(agent)),
            Self::Made { ways, .. } => ways.lend(to, call),
        }
    }

    pub(super) fn made(http: &HttpSettings) -> Result<Self> {
        Ok(Self::Made {
            ways: Ways::new(http, for_calls, http.https_only, None)?,
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

fn for_calls(http: &HttpSettings) -> ConfigBuilder<AgentScope> {
    let settings = usual(http)
        .https_only(http.https_only)
        .output_buffer_size(MAX_URL + 8 * 1024);
    parts_within!(settings, http.timeout)
}

/// The ways to content: what comes and goes may take as long as it likes, as long as it moves. The proxy is
/// the one for the URL's own scheme, whatever that of the root URL is.
pub(super) fn for_content(http: &HttpSettings, https: bool) -> Result<Ways> {
    let settings: Settings = if https {
        |http| streaming(http).https_only(true)
    } else {
        streaming
    };
    Ok(Ways::new(http, settings, https, Some(http.timeout))?)
}

fn streaming(http: &HttpSettings) -> ConfigBuilder<AgentScope> {
    usual(http)
        .user_agent(&http.user_agent)
        .timeout_recv_response(Some(http.timeout))
        .input_buffer_size(STREAMED)
        .output_buffer_size(STREAMED)
}

/// What all agents are told.
fn usual(http: &HttpSettings) -> ConfigBuilder<AgentScope> {
    answers_as_they_are!(Agent::config_builder())
        // Chosen by `ways`; left alone, ureq would look for one by itself.
        .proxy(None)
        .timeout_connect(Some(http.connect_timeout))
        // As many idle connections as a program with one thread per call has use for.
        .max_idle_age(MAX_IDLE)
        .max_idle_connections(64)
        .max_idle_connections_per_host(64)
}
