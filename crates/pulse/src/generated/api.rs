// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Hands out short-lived credentials for Pulse, the AMQP message broker (RabbitMQ) that Taskcluster
/// services publish on.
///
/// A user of Pulse works within a namespace: a name under which its queues and exchanges are
/// created. Whoever has the scope for a namespace claims it with `claimNamespace`, gets an AMQP
/// connection string, and asks again from time to time, because the password behind it is changed
/// regularly. A namespace that nobody prolongs expires, and the service then removes the queues and
/// exchanges in it.
///
/// A namespace name has at most 64 characters, all of them ASCII letters, digits, `_` or `-`. A
/// deployment may also demand a certain prefix. Any other name is answered with 400 and the code
/// `InvalidNamespace`.
///
/// The service belongs to the first generation of deployments; newer ones do not have it.
///
/// Until 2019.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Namespaces | [`list_namespaces`](Self::list_namespaces), [`namespace`](Self::namespace), [`claim_namespace`](Self::claim_namespace) |
/// | Health | [`ping`](Self::ping) |
#[derive(Clone, Debug)]
pub struct Pulse<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Pulse<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Pulse<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Pulse<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Namespaces
impl<C: ApiClient> Pulse<C> {
    /// Lists the namespaces this service manages.
    ///
    /// Everybody may see this list; it contains no credentials and no contact addresses. Expired
    /// namespaces may show up until they are cleaned up.
    ///
    /// A page holds at most 1000 namespaces, or `limit` if that is less. It may hold fewer, or
    /// none, and still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /namespaces`, pulse API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_pulse::{Pulse};
    /// # let pulse = Pulse::new(&Client::from_env()?);
    /// for item in pulse.list_namespaces().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listNamespaces")]
    pub fn list_namespaces(&self) -> Call<C, types::ListNamespacesResponse> {
        Call::json(&self.client, &endpoints::LIST_NAMESPACES, &[])
    }

    /// Returns when a namespace was created and when it expires.
    ///
    /// The same facts as in `listNamespaces`, for one namespace. Useful to see whether a name is in
    /// use; it does not tell by whom.
    ///
    /// Fails with 404 when nobody has claimed the namespace, or when it has expired and been
    /// removed.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /namespace/<namespace>`, pulse API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_pulse::{Pulse};
    /// # let pulse = Pulse::new(&Client::from_env()?);
    /// let answer = pulse.namespace("app").send()?;
    /// println!("{}", answer.namespace);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn namespace(&self, namespace: &str) -> Call<C, types::Namespace> {
        Call::json(&self.client, &endpoints::NAMESPACE, &[namespace])
    }

    /// Claims or prolongs a namespace and returns an AMQP connection string for it.
    ///
    /// The first claim creates the namespace and its accounts on the broker. Later claims, by
    /// anyone with the scope, return the current connection string and replace the expiry date and
    /// the contact. Both fall back to their default when left out, also on a repeated claim, so
    /// send them every time: a claim without `contact` removes the one that was set.
    ///
    /// Passwords rotate between two accounts in such a way that a connection string keeps working
    /// at least until its `reclaimAt`. Claim again at that time and use the new string for new
    /// connections; after that the old one can stop working at any moment. The broker also ends
    /// connections that have been open for very long, so be prepared to reconnect. Past `expires`,
    /// the accounts are deleted and the queues and exchanges of the namespace with them, including
    /// undelivered messages.
    ///
    /// Nothing else is tied to a claim: repeating it is harmless, and several processes may share a
    /// namespace. A queue that grows too large, because its consumer has stopped for instance,
    /// brings a warning to the contact address, and is deleted if it goes on growing.
    ///
    /// The connection string contains a password. Keep it out of logs.
    ///
    /// Until 2019.
    ///
    /// * Request: `POST /namespace/<namespace>`, pulse API v1
    /// * Scopes: `pulse:namespace:<namespace>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_pulse::{Pulse, types::*};
    /// # let pulse = Pulse::new(&Client::from_env()?);
    /// let payload = NamespaceRequest::new();
    /// let answer = pulse.claim_namespace("app", &payload).send()?;
    /// println!("{}", answer.namespace);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "claimNamespace")]
    pub fn claim_namespace(
        &self,
        namespace: &str,
        payload: &types::NamespaceRequest,
    ) -> Call<C, types::NamespaceResponse> {
        Call::json(&self.client, &endpoints::CLAIM_NAMESPACE, &[namespace]).payload(payload)
    }
}

/// # Health
impl<C: ApiClient> Pulse<C> {
    /// Answers with success while the Pulse service is up.
    ///
    /// The message broker is not contacted.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /ping`, pulse API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_pulse::{Pulse};
    /// # let pulse = Pulse::new(&Client::from_env()?);
    /// pulse.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }
}
