//! Credentials of the broker from the service `pulse`, which deployments of 2018 have.

use std::fmt;
use std::time::Duration;

use lapin::uri::AMQPUri;
use taskcluster_core::AsyncClient;
use taskcluster_pulse::Pulse;
use taskcluster_pulse::types::NamespaceRequest;
use time::OffsetDateTime;

use crate::error::{Error, Result};
use crate::login::{Login, Source, parsed};

/// How long to wait with the next claim when one has failed.
const PAUSE: Duration = Duration::from_secs(60);

/// How long a claim is used at least, so that no clock has claims made one upon the other.
const LEAST: Duration = Duration::from_secs(5);

/// A namespace of the service `pulse`, which gives its holder credentials of the broker.
///
/// It is claimed when the listener starts, and anew when a claim is due, so that neither the password
/// nor the queues in it expire while somebody listens. Connections that are open stay; the next one is made
/// with the newest password.
#[derive(Clone)]
pub struct Namespace {
    name: String,
    contact: Option<String>,
    lasts: Option<Duration>,
}

impl Namespace {
    /// A namespace by its name. It takes the scope `pulse:namespace:<name>`.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            contact: None,
            lasts: None,
        }
    }

    /// The address that is told when a queue grows too long.
    #[must_use]
    pub fn contact(mut self, address: impl Into<String>) -> Self {
        self.contact = Some(address.into());
        self
    }

    /// How long the namespace and its queues last after the latest claim: what arrives while nobody
    /// listens is kept that long. The service has a default of some hours.
    #[must_use]
    pub fn lasts(mut self, time: Duration) -> Self {
        self.lasts = Some(time);
        self
    }

    fn request(&self, now: OffsetDateTime) -> NamespaceRequest {
        let mut request = NamespaceRequest::new();
        if let Some(address) = &self.contact {
            request = request.contact(address);
        }
        if let Some(lasts) = self.lasts {
            let lasts = time::Duration::try_from(lasts).unwrap_or(time::Duration::MAX);
            request = request.expires(now.saturating_add(lasts));
        }
        request
    }
}

impl Login {
    /// The holder of a namespace, by the service `pulse` of the deployment that a client is of.
    pub fn namespace(client: &AsyncClient, namespace: Namespace) -> Self {
        let pulse = Pulse::new(client);
        Self(Source::Namespace(Box::new(Claimer { pulse, namespace })))
    }
}

/// Claims a namespace.
#[derive(Clone)]
pub(crate) struct Claimer {
    pulse: Pulse<AsyncClient>,
    pub(crate) namespace: Namespace,
}

/// What a claim has given.
pub(crate) struct Claim {
    pub(crate) uri: AMQPUri,
    pub(crate) namespace: String,
    pub(crate) due: Due,
}

impl Claimer {
    pub(crate) async fn claim(&self) -> Result<Claim> {
        let request = self.namespace.request(OffsetDateTime::now_utc());
        let claim = self.pulse.claim_namespace(&self.namespace.name, &request);
        let claimed = claim.send().await.map_err(Error::Claim)?;
        Ok(Claim {
            uri: parsed(&claimed.connection_string)?,
            namespace: claimed.namespace,
            due: Due::of(
                claimed.reclaim_at,
                claimed.expires,
                OffsetDateTime::now_utc(),
            ),
        })
    }
}

impl fmt::Debug for Claimer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Namespace")
            .field("name", &self.namespace.name)
            .finish_non_exhaustive()
    }
}

/// When a namespace is to be claimed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due(OffsetDateTime);

impl Due {
    /// At the time that the service names, or half a minute before the namespace ends, if that is earlier; in a
    /// while where that is over by a clock that does not go as the service's.
    pub(crate) fn of(
        reclaim_at: OffsetDateTime,
        expires: OffsetDateTime,
        now: OffsetDateTime,
    ) -> Self {
        let wanted = reclaim_at.min(expires.saturating_sub(time::Duration::seconds(30)));
        Self(wanted.max(now + LEAST))
    }

    /// After a claim that failed.
    pub(crate) fn after_failure(now: OffsetDateTime) -> Self {
        Self(now + PAUSE)
    }

    /// How long to wait with it; nothing where it is due.
    pub(crate) fn wait(self, now: OffsetDateTime) -> Duration {
        Duration::try_from(self.0 - now).unwrap_or(Duration::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2018-06-01 12:00 UTC);

    #[test]
    fn a_claim_is_due_before_anything_ends() {
        let minutes = |minutes: u64| NOW + Duration::from_secs(60 * minutes);
        let due = Due::of(minutes(60), minutes(240), NOW);
        assert_eq!(due.wait(NOW), Duration::from_secs(3600));
        assert_eq!(due.wait(minutes(61)), Duration::ZERO);
        // A namespace that ends before its password.
        let due = Due::of(minutes(60), minutes(10), NOW);
        assert_eq!(due.wait(NOW), Duration::from_secs(570));
        assert_eq!(Due::after_failure(NOW).wait(NOW), PAUSE);
        // A clock that is a day ahead.
        let day = minutes(24 * 60);
        let due = Due::of(minutes(60), minutes(240), day);
        assert_eq!(due.wait(day), LEAST);
    }

    #[test]
    fn every_claim_says_contact_and_end() {
        let namespace = Namespace::new("n");
        assert_eq!(namespace.request(NOW), NamespaceRequest::new());
        let namespace = namespace.contact("a@example.com").lasts(PAUSE);
        let wanted = NamespaceRequest::new()
            .contact("a@example.com")
            .expires(NOW + PAUSE);
        assert_eq!(namespace.request(NOW), wanted);
    }
}
