//! The ways to servers: directly, and through the proxy that the environment names. Each has an agent of
//! its own, since it depends on the host which of them a call takes.

use std::time::Duration;

use http::Uri;
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;
use ureq::{Agent, AsSendBody, Body};

use super::idle::Kept;
use super::stack;
use crate::answer::error::RequestError;
use crate::client::proxy::{self, Proxies, Proxy, target};
use crate::client::settings::HttpSettings;

/// Begins the settings of an agent.
pub(super) type Settings = fn(&HttpSettings) -> ConfigBuilder<AgentScope>;

pub(super) struct Ways {
    direct: Kept,
    proxied: Option<(Proxies, Kept)>,
}

impl Ways {
    /// Ways by the proxy for one scheme. Where `silence` is given, a read or a write that waits for longer
    /// fails, whatever other limits say.
    ///
    /// # Errors
    /// A variable of the environment or a certificate is wrong.
    pub(super) fn new(
        http: &HttpSettings,
        settings: Settings,
        https: bool,
        silence: Option<Duration>,
    ) -> Result<Self, RequestError> {
        let proxies = proxy::from_env(https)?;
        let trust = stack::trust(&http.certificates, https || proxies.is_some())?;
        let kept = |through: Option<stack::Through>| {
            let (http, trust) = (http.clone(), trust.clone());
            Kept::new(move || stack::agent(settings(&http), through.as_ref(), &trust, silence))
        };
        let proxied = match proxies {
            Some(proxies) => {
                let through = stack::through(proxies.proxy())?;
                Some((proxies, kept(Some(through))))
            }
            None => None,
        };
        Ok(Self {
            direct: kept(None),
            proxied,
        })
    }

    /// Lends the way to a server for one call, to the end of its answer.
    pub(super) fn lend<T>(&self, to: &Uri, call: impl FnOnce(Way<'_>) -> T) -> T {
        if let Some((proxies, kept)) = &self.proxied {
            let (host, port) = target(to);
            if let Some(proxy) = proxies.way_to(host, port) {
                let proxy = Some(proxy);
                return kept.lend(|agent| call(Way { agent, proxy }));
            }
        }
        self.direct.lend(|agent| call(Way::direct(agent)))
    }
}

/// The way of one call.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) agent: &'a Agent,
    proxy: Option<&'a Proxy>,
}

impl<'a> Way<'a> {
    /// By an agent that may have a proxy of its own, of which nothing is known here.
    pub(super) fn direct(agent: &'a Agent) -> Self {
        Self { agent, proxy: None }
    }

    pub(super) fn run<B: AsSendBody>(
        self,
        request: http::Request<B>,
    ) -> Result<http::Response<Body>, ureq::Error> {
        let Some(proxy) = self.proxy else {
            return self.agent.run(request);
        };
        let to = request.uri().clone();
        let answer = self.agent.run(request);
        answer.map_err(|e| stack::told(proxy, target(&to), e))
    }
}
