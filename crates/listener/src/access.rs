//! With which URL to connect, now and later.

use std::time::Duration;

use lapin::uri::AMQPUri;

use crate::error::Result;
use crate::login::{Login, Source};

/// A login, and what it has given so far.
pub(crate) struct Access {
    source: Source,
    #[cfg(feature = "namespace")]
    held: Option<crate::namespace::Claim>,
    /// Whether a connection was made with what is held.
    #[cfg(feature = "namespace")]
    has_worked: bool,
}

/// Longer than a program runs, and short enough to be waited for.
const NEVER: Duration = Duration::from_secs(365 * 24 * 3600);

impl Access {
    pub(crate) fn new(login: Login) -> Self {
        Self {
            source: login.0,
            #[cfg(feature = "namespace")]
            held: None,
            #[cfg(feature = "namespace")]
            has_worked: false,
        }
    }

    /// The URL of the broker, and the namespace that queues are named after.
    pub(crate) async fn get(&mut self) -> Result<(AMQPUri, String)> {
        match &self.source {
            Source::User(uri) => {
                let namespace = uri.authority.userinfo.username.clone();
                Ok(((**uri).clone(), namespace))
            }
            #[cfg(feature = "namespace")]
            Source::Namespace(claimer) => {
                let held = match self.held.take().filter(|held| !is_due(held)) {
                    Some(held) => held,
                    None => {
                        self.has_worked = false;
                        claimer.claim().await?
                    }
                };
                let access = (held.uri.clone(), held.namespace.clone());
                self.held = Some(held);
                Ok(access)
            }
        }
    }

    /// How long until [`renew`](Self::renew) is due.
    pub(crate) fn due(&self) -> Duration {
        #[cfg(feature = "namespace")]
        if let Some(held) = &self.held {
            return held.due.wait(time::OffsetDateTime::now_utc()).min(NEVER);
        }
        NEVER
    }

    /// Claims the namespace anew, for the next connection. A claim that fails is due again in a while.
    #[cfg(feature = "namespace")]
    pub(crate) async fn renew(&mut self) -> Result<()> {
        let Source::Namespace(claimer) = &self.source else {
            return Ok(());
        };
        match claimer.claim().await {
            Ok(claim) => {
                self.held = Some(claim);
                self.has_worked = false;
            }
            Err(e) => {
                if let Some(held) = &mut self.held {
                    let now = time::OffsetDateTime::now_utc();
                    held.due = crate::namespace::Due::after_failure(now);
                }
                return Err(e);
            }
        }
        Ok(())
    }

    /// There is nothing to renew.
    #[cfg(not(feature = "namespace"))]
    pub(crate) async fn renew(&mut self) -> Result<()> {
        std::future::ready(Ok(())).await
    }

    /// A connection was made with what is held.
    pub(crate) fn worked(&mut self) {
        #[cfg(feature = "namespace")]
        {
            self.has_worked = true;
        }
    }

    /// Whether what is held has worked before, so that it may be refused for its age alone. It is forgotten.
    pub(crate) fn outdated(&mut self) -> bool {
        #[cfg(feature = "namespace")]
        return self.held.take().is_some() && std::mem::take(&mut self.has_worked);
        #[cfg(not(feature = "namespace"))]
        false
    }
}

#[cfg(feature = "namespace")]
fn is_due(held: &crate::namespace::Claim) -> bool {
    held.due.wait(time::OffsetDateTime::now_utc()).is_zero()
}
