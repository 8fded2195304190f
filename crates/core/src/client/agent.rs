//! The ureq agent of a blocking client: the HTTP settings that suit this API.

use ureq::Agent;

use crate::answer::error::Result;
use crate::client::settings::{HttpSettings, MAX_IDLE};
use crate::client::{connection, proxy, tls};
use crate::exchange::MAX_URL;

pub(super) fn make_agent(http: &HttpSettings) -> Result<Agent> {
    let proxies = proxy::from_env(http.https_only)?;
    let tls = tls::config(&http.certificates, http.https_only || proxies.is_some())?;
    let config = answers_as_they_are!(Agent::config_builder())
        .https_only(http.https_only)
        // A proxy is `connection`'s to ask; left alone, ureq would look for one by itself.
        .proxy(None)
        .user_agent(&http.user_agent)
        .timeout_connect(Some(http.connect_timeout))
        // As many idle connections as a program with one thread per call has use for.
        .max_idle_age(MAX_IDLE)
        .max_idle_connections(64)
        .max_idle_connections_per_host(64)
        .output_buffer_size(MAX_URL + 8 * 1024);
    let config = config
        .timeout_send_request(Some(http.timeout))
        .timeout_send_body(Some(http.timeout))
        .timeout_recv_response(Some(http.timeout))
        .timeout_recv_body(Some(http.timeout));
    Ok(connection::agent(config.build(), proxies, tls))
}

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
