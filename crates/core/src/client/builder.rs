//! What a client is told before it is made, and the checks that all of it must pass.

use std::fmt;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

#[cfg(feature = "blocking")]
use ureq::Agent;

use crate::answer::error::{CredentialsError, RequestError, Result};
#[cfg(feature = "async")]
use crate::client::asynchronous::transport::Transport;
use crate::client::settings::{HttpSettings, LONGEST};
use crate::exchange::keeper::Provider;
use crate::exchange::retry::RetryPolicy;
use crate::exchange::session::{Session, Source};
use crate::identity::credentials::Credentials;
#[cfg(feature = "async")]
use crate::identity::provider::AsyncCredentialsProvider;
use crate::identity::provider::CredentialsProvider;
use crate::request::root_url::RootUrl;

/// How long before their end credentials are renewed, where nothing else is said.
const MARGIN: Duration = Duration::from_secs(5 * 60);

/// Settings of a [`Client`](crate::Client).
///
/// ```
/// use std::time::Duration;
/// use taskcluster_core::{Client, Credentials, RetryPolicy};
///
/// let client = Client::builder("https://tc.example.com")
///     .credentials(Credentials::new("project/ci/builder", "t0ken-0f-22-ch4r5-or-more"))
///     .authorized_scopes(["queue:create-task:*"])
///     .retry(RetryPolicy::default().retries(8))
///     .timeout(Duration::from_secs(30))
///     .build()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[must_use = "finish with `build`"]
pub struct ClientBuilder {
    root_url: String,
    credentials: Option<Credentials>,
    provider: Option<Provider>,
    margin: Duration,
    authorized_scopes: Option<Vec<String>>,
    pub(super) retry: RetryPolicy,
    pub(super) http: HttpSettings,
    #[cfg(feature = "blocking")]
    pub(super) agent: Option<Agent>,
    pub(super) sleep: Box<dyn Fn(Duration) + Send + Sync>,
    #[cfg(feature = "async")]
    pub(super) transport: Option<Box<dyn Transport>>,
}

impl ClientBuilder {
    /// Begins a client for a deployment; without credentials its requests go out unsigned.
    pub fn new(root_url: impl Into<String>) -> Self {
        Self {
            root_url: root_url.into(),
            credentials: None,
            provider: None,
            margin: MARGIN,
            authorized_scopes: None,
            retry: RetryPolicy::default(),
            http: HttpSettings::default(),
            #[cfg(feature = "blocking")]
            agent: None,
            sleep: Box::new(thread::sleep),
            #[cfg(feature = "async")]
            transport: None,
        }
    }

    /// Signs requests with these credentials.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Signs requests with the credentials that this provider gives, and asks it for others before they end; see
    /// [`CredentialsProvider`]. An asynchronous client asks it too, and blocks its thread until it answers:
    /// one that has to wait is for [`async_provider`](Self::async_provider).
    pub fn provider(mut self, provider: impl CredentialsProvider + 'static) -> Self {
        self.provider = Some(Provider::Plain(Arc::new(provider)));
        self
    }

    /// Signs requests of an asynchronous client with the credentials that this provider gives; see
    /// [`AsyncCredentialsProvider`].
    #[cfg(feature = "async")]
    pub fn async_provider(mut self, provider: impl AsyncCredentialsProvider + 'static) -> Self {
        self.provider = Some(Provider::Async(Arc::new(provider)));
        self
    }

    /// How long before their end a provider's temporary credentials are renewed: 5 minutes at first. Those that
    /// last less than twice as long are renewed after half of their time.
    pub fn renew_before(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// Limits every call to some of the credentials' scopes. No scopes at all make calls
    /// anonymous ones.
    pub fn authorized_scopes<S: Into<String>>(
        mut self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.authorized_scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// When calls are tried again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long each part of an attempt may take. 60 seconds at first; `queue.claimWork` answers
    /// after 20 where there is no work. For a limit on a call as a whole, see
    /// [`RetryPolicy::deadline`].
    ///
    /// The parts of the blocking client are sending the head, sending the payload, waiting for the
    /// answer to begin, and receiving it. The asynchronous one has two: all until the answer begins,
    /// connecting included, and receiving it.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.http.timeout = timeout;
        self
    }

    /// How long connecting may take, with the tunnel of a proxy and TLS. 10 seconds at first.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http.connect_timeout = timeout;
        self
    }

    /// The `User-Agent` header, [`USER_AGENT`](crate::USER_AGENT) at first.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.http.user_agent = user_agent.into();
        self
    }

    /// The largest answer that is read, in bytes, 256 MiB at first.
    pub fn max_answer(mut self, bytes: u64) -> Self {
        self.http.max_answer = bytes;
        self
    }

    /// Trusts the authorities whose certificates are in this PEM text, beside the built-in ones, which
    /// are those that Mozilla trusts. A deployment with an authority of its own needs that. The
    /// certificates in the file of the variable `SSL_CERT_FILE` and in the folders of `SSL_CERT_DIR` are
    /// trusted likewise and, with the feature `native-roots`, those of the system. To be called again for
    /// each further text.
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// let builder = Client::builder("https://tc.example.com")
    ///     .root_certificates(std::fs::read("authority.pem")?);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.http.certificates.push(pem.into());
        self
    }

    /// Uses a ureq agent of yours: for a proxy, client certificates or a connection pool of your own.
    /// Without it, an HTTP proxy is taken from the environment: from `https_proxy` or `http_proxy` as
    /// the root URL is, otherwise from `all_proxy`, with the exceptions of `no_proxy`. All goes through
    /// it in a tunnel (`CONNECT`), `http` as well.
    ///
    /// Timeouts, user agent, certificates and pool are then the agent's; those of this builder are not
    /// used, and root certificates of this builder are refused. Two
    /// of the agent's settings are overridden: an error status is an answer, so that errors keep
    /// what the server said, and redirects are not followed, so that no signature does.
    #[cfg(feature = "blocking")]
    pub fn agent(mut self, agent: Agent) -> Self {
        self.agent = Some(agent);
        self
    }

    /// Waits between attempts in a way of your own, as tests do.
    pub fn sleep(mut self, sleep: impl Fn(Duration) + Send + Sync + 'static) -> Self {
        self.sleep = Box::new(sleep);
        self
    }

    /// Carries calls over an HTTP stack of yours, which is told the settings of this builder by
    /// [`Transport::configure`]. The blocking client has [`agent`](Self::agent) instead, where it is
    /// said which proxy both kinds go through by themselves.
    #[cfg(feature = "async")]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// What does not depend on the kind of client, checked.
    pub(super) fn session(&mut self) -> Result<Session> {
        self.http.user_agent_header()?;
        if self.http.timeout.is_zero() || self.http.connect_timeout.is_zero() {
            let why = "a time limit of zero leaves no time for any call; give a longer one";
            return Err(RequestError::new(why).into());
        }
        self.http.timeout = self.http.timeout.min(LONGEST);
        self.http.connect_timeout = self.http.connect_timeout.min(LONGEST);
        let root: RootUrl = self.root_url.parse()?;
        self.http.https_only = root.is_https();
        let scopes = self.authorized_scopes.take();
        let source = match (self.credentials.take(), self.provider.take()) {
            (Some(_), Some(_)) => {
                let why =
                    "both credentials and a provider of credentials are given; give one of them";
                return Err(CredentialsError::new(why).into());
            }
            (Some(credentials), None) => Source::Given(credentials),
            (None, Some(provider)) => Source::Provider(provider),
            (None, None) => Source::Nobody,
        };
        Session::new(root, source, scopes, self.retry.clone(), self.margin)
    }

    /// Whether the provider has to be awaited.
    #[cfg(feature = "blocking")]
    pub(super) fn awaits_provider(&self) -> bool {
        self.provider.as_ref().is_some_and(|it| !it.is_plain())
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("credentials", &self.credentials)
            .field("authorized_scopes", &self.authorized_scopes)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
