// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, Client};

use super::endpoints;
use super::types;

/// Sends messages to people and programs: by email, over Pulse (AMQP) or on IRC.
///
/// There are two ways to use it. The methods here send one message each, at once. Tasks can also
/// ask for notifications about themselves, without any call: a route in the task definition of the
/// form `notify.<kind>.<target>.on-<event>` makes the service send a message when the task is
/// resolved. The kind is `email`, `pulse`, `irc-user` or `irc-channel`, and the event `completed`,
/// `failed`, `exception` or `any`. Creating such a task takes the scope `queue:route:` followed by
/// the route.
///
/// Delivery is best effort throughout. A successful answer means that the service took the request,
/// not that anybody has received a message. Identical requests within a short time are sent only
/// once, which makes repeating a call whose answer was lost harmless.
#[derive(Clone, Debug)]
pub struct Notify<C = Client> {
    pub(crate) client: C,
}

impl<C: ApiClient> Notify<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Notify<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Notify<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

impl<C: ApiClient> Notify<C> {
    /// Answers with success while the Notify service is up.
    ///
    /// Nothing is sent, and mail, Pulse and IRC connections are not tested.
    ///
    /// * Request: `GET /ping`, notify API v1 (Health)
    /// * Scopes: none
    /// * Stability: stable
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Sends an email to one address.
    ///
    /// `content` is Markdown. The recipient gets a message with both an HTML rendering of it and
    /// plain text; raw HTML in the content is not passed through. An optional `link` is shown as a
    /// button in the HTML form.
    ///
    /// Success means that the mail was handed on or that the service chose to drop it. It quietly
    /// drops an exact repetition of a recent message, and messages beyond the number that one
    /// address may get within a certain time. What happens with an address on the deployment's deny
    /// list depends on its age: older ones drop the mail in silence, newer ones answer 400 with the
    /// code `DenylistedAddress`.
    ///
    /// * Request: `POST /email`, notify API v1 (Messages)
    /// * Scopes: `notify:email:<address>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    pub fn email(&self, payload: &types::EmailRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::EMAIL, &[]).payload(payload)
    }

    /// Publishes a JSON message on the notification exchange of this service.
    ///
    /// This lets a program without Pulse credentials of its own reach consumers on Pulse. The
    /// message appears on the exchange `exchange/taskcluster-notify/v1/notification`, in the
    /// `message` property of the published payload. Consumers select it by binding that exchange
    /// with the routing key `route.` followed by `routingKey`.
    ///
    /// Nothing tells the caller whether a queue was bound; a message nobody listens for is lost. An
    /// exact repetition of a recent message is not published again.
    ///
    /// * Request: `POST /pulse`, notify API v1 (Messages)
    /// * Scopes: `notify:pulse:<routingKey>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    pub fn pulse(&self, payload: &types::PulseRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PULSE, &[]).payload(payload)
    }

    /// Queues a line of text for an IRC channel or for one IRC user.
    ///
    /// The body decides which: give either `channel` or `user`. The scope needed depends on that
    /// choice. The IRC network is the one the deployment is connected to.
    ///
    /// Success means that the message is in the queue of a background process, which posts it and
    /// tries again for a while if the connection is down. A message to a user who is not online is
    /// lost without a trace, so do not use this for anything that must arrive. An exact repetition
    /// of a recent message is not sent again.
    ///
    /// Newer deployments have no IRC support and answer 404.
    ///
    /// * Request: `POST /irc`, notify API v1 (Messages)
    /// * Scopes: if `channelRequest`, `notify:irc-channel:<channel>`, otherwise
    ///   `notify:irc-user:<user>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    pub fn irc(&self, payload: &types::IrcRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::IRC, &[]).payload(payload)
    }
}
