// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Sends messages to people and programs: by email, over Pulse (AMQP), and today in Matrix rooms
/// and Slack channels. IRC is of 2018 only.
///
/// There are two ways to use it. The methods here send one message each, at once. Tasks can also
/// ask for notifications about themselves, without any call: a route in the task definition of the
/// form `notify.<kind>.<target>.on-<event>` makes the service send a message when the task gets
/// into a certain state. The kinds are `email` and `pulse`, today also `matrix-room` and
/// `slack-channel`, and in 2018 `irc-user` and `irc-channel`. The event is `completed`, `failed` or
/// `exception` in both; `any` stands for all of these. Creating such a task takes the scope
/// `queue:route:` followed by the route.
///
/// Delivery is best effort throughout. A successful answer means that the service took the request,
/// not that anybody has received a message. Identical requests within a short time are sent only
/// once, which makes repeating a call whose answer was lost harmless.
///
/// Today's deployments have a deny list of addresses that get no messages, whoever sends them.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Messages | [`email`](Self::email), [`pulse`](Self::pulse), [`irc`](Self::irc), [`matrix`](Self::matrix), [`slack`](Self::slack) |
/// | Deny list | [`add_denylist_address`](Self::add_denylist_address), [`delete_denylist_address`](Self::delete_denylist_address), [`list_denylist`](Self::list_denylist) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Notify<C = DefaultClient> {
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

/// # Messages
impl<C: ApiClient> Notify<C> {
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
    /// * Request: `POST /email`, notify API v1
    /// * Scopes: `notify:email:<address>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = EmailRequest::new(EmailRequestRequired {
    ///     address: "me@example.com".into(),
    ///     subject: "The nightly build".into(),
    ///     content: "It works.".into(),
    /// });
    /// notify.email(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// exact repetition of a recent message is not published again. A routing key on the deny list
    /// of today's deployments gets nothing.
    ///
    /// * Request: `POST /pulse`, notify API v1
    /// * Scopes: `notify:pulse:<routingKey>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = PulseRequest::new(
    ///     "project.app",
    ///     Value::from_iter([("key", "value")]),
    /// );
    /// notify.pulse(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// Until 2019.
    ///
    /// * Request: `POST /irc`, notify API v1
    /// * Scopes: if `channelRequest`, `notify:irc-channel:<channel>`, otherwise
    ///   `notify:irc-user:<user>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = IrcRequest::IrcChannelRequest(IrcChannelRequest::new(IrcChannelRequestRequired {
    ///     channel: "#app".into(),
    ///     message: "It works.".into(),
    /// }));
    /// notify.irc(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn irc(&self, payload: &types::IrcRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::IRC, &[]).payload(payload)
    }

    /// Sends a message to a room on Matrix.
    ///
    /// The message comes from the Matrix account of the deployment. That account must be able to
    /// post in the room. `body` is plain text; for a formatted message give `format` and
    /// `formattedBody` as well, which clients that know the format show in its place.
    ///
    /// A deployment without a Matrix account may answer 500. A room on the deny list gets nothing:
    /// the call fails with 400 and the code `DenylistedAddress`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /matrix`, notify API v1
    /// * Scopes: `notify:matrix-room:<roomId>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = MatrixRequest::new(MatrixRequestRequired {
    ///     room_id: "!app:example.com".into(),
    ///     body: "It works.".into(),
    /// });
    /// notify.matrix(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn matrix(&self, payload: &types::MatrixRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::MATRIX, &[]).payload(payload)
    }

    /// Sends a message to a channel on Slack.
    ///
    /// The message comes from the Slack app of the deployment, which must be able to post in the
    /// channel. `text` is always needed; `blocks` and `attachments` give it a richer form.
    ///
    /// Success means that the service took the request; it does not prove that the message was
    /// posted, nor that the deployment is set up for Slack. A channel on the deny list gets
    /// nothing: the call fails with 400 and the code `DenylistedAddress`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /slack`, notify API v1
    /// * Scopes: `notify:slack-channel:<channelId>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = SlackRequest::new(SlackRequestRequired {
    ///     channel_id: "C0123456789".into(),
    ///     text: "It works.".into(),
    /// });
    /// notify.slack(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn slack(&self, payload: &types::SlackRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::SLACK, &[]).payload(payload)
    }
}

/// # Deny list
impl<C: ApiClient> Notify<C> {
    /// Puts an address on the deny list, so that no more messages go there.
    ///
    /// An address is of one kind: listing an email address says nothing about a Pulse routing key
    /// of the same spelling. Messages sent before the call are not called back.
    /// `deleteDenylistAddress` undoes it. Adding an address that is listed already does no harm.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /denylist/add`, notify API v1
    /// * Scopes: `notify:manage-denylist`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = NotificationAddress::new(
    ///     NotificationType::Email,
    ///     "me@example.com",
    /// );
    /// notify.add_denylist_address(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "addDenylistAddress")]
    pub fn add_denylist_address(&self, payload: &types::NotificationAddress) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::ADD_DENYLIST_ADDRESS, &[]).payload(payload)
    }

    /// Takes an address off the deny list, so that messages go there again.
    ///
    /// Give the kind and the address as they were added; the request carries them in its body,
    /// although it is a `DELETE`. Messages refused in the meantime are not sent later. Removing an
    /// address that is not listed does no harm.
    ///
    /// Today's servers only.
    ///
    /// * Request: `DELETE /denylist/delete`, notify API v1
    /// * Scopes: `notify:manage-denylist`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify, types::*};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let payload = NotificationAddress::new(
    ///     NotificationType::Email,
    ///     "me@example.com",
    /// );
    /// notify.delete_denylist_address(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "deleteDenylistAddress")]
    pub fn delete_denylist_address(&self, payload: &types::NotificationAddress) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::DELETE_DENYLIST_ADDRESS, &[]).payload(payload)
    }

    /// Lists the addresses that get no messages.
    ///
    /// The answer comes in pages of at most `limit` addresses. A page may hold fewer, or none, and
    /// still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /denylist/list`, notify API v1
    /// * Scopes: `notify:manage-denylist`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// for item in notify.list_denylist().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listDenylist")]
    pub fn list_denylist(&self) -> Call<C, types::NotificationAddressList> {
        Call::json(&self.client, &endpoints::LIST_DENYLIST, &[])
    }
}

/// # Health
impl<C: ApiClient> Notify<C> {
    /// Answers with success while the Notify service is up.
    ///
    /// Nothing is sent, and no connection to mail, Pulse or chat servers is tested.
    ///
    /// * Request: `GET /ping`, notify API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// notify.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Notify service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, notify API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let answer = notify.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Notify service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, notify API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let answer = notify.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Notify service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, notify API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_notify::{Notify};
    /// # let notify = Notify::new(&Client::from_env()?);
    /// let answer = notify.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
