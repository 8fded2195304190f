//! The notify service: what it was asked to send.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;

use super::Handler;
use crate::FakeTaskcluster;
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;
use crate::pulse::{Address, PulseMessage};
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::state::State;
use crate::services::text;

/// Something that the notify service was asked to send. Nothing is sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notification {
    /// An email.
    Email {
        /// To whom.
        address: String,
        /// The line by which it is shown.
        subject: String,
        /// The text, in Markdown.
        content: String,
    },
    /// A message on Pulse, which is among the [messages](FakeTaskcluster::messages) too.
    Pulse {
        /// The routing key, before which the service puts `route.`.
        routing_key: String,
        /// The content.
        message: Value,
    },
    /// A message in a room of Matrix.
    Matrix {
        /// The room, with its leading `!`.
        room_id: String,
        /// The text.
        body: String,
        /// The text with its markup, if there is one.
        formatted_body: Option<String>,
    },
    /// A message in a channel of Slack.
    Slack {
        /// The channel.
        channel_id: String,
        /// The text.
        text: String,
    },
    /// A message on IRC.
    Irc {
        /// The channel or the user.
        to: String,
        /// The text.
        message: String,
    },
}

impl FakeTaskcluster {
    /// All that the notify service was asked to send, in that order.
    pub fn notifications(&self) -> Vec<Notification> {
        self.shared().state().notifications.clone()
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "email" => email,
        "pulse" => pulse,
        "irc" => irc,
        "matrix" => matrix,
        "slack" => slack,
        "addDenylistAddress" => |call| change_denylist(call, true),
        "deleteDenylistAddress" => |call| change_denylist(call, false),
        "listDenylist" => list_denylist,
        _ => return None,
    })
}

/// Whom nothing is sent to, by the kind of the address, a line's end and the address.
#[derive(Debug, Default)]
pub(crate) struct Denylist(Book<Denied>);

#[derive(Debug, Deserialize, Serialize)]
struct Denied {
    kind: String,
    address: String,
}

impl Denylist {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }

    /// Refuses an address that is on the list; `what` is the service's word for its kind.
    fn check(&self, kind: &str, address: &str, what: &str) -> Result<(), ApiError> {
        if !self.0.contains_key(&denied(kind, address)) {
            return Ok(());
        }
        let message = format!("{what} {address} is denylisted");
        Err(ApiError::new(Code::DenylistedAddress, message))
    }
}

fn denied(kind: &str, address: &str) -> String {
    format!("{kind}\n{address}")
}

/// Sends an email for another service, unless its address is on the denylist.
pub(super) fn mail(state: &mut State, address: String, subject: String, content: String) {
    if state.denylist.check("email", &address, "Email").is_ok() {
        state.notifications.push(Notification::Email {
            address,
            subject,
            content,
        });
    }
}

fn change_denylist(call: &mut Call<'_>, is_denied: bool) -> Result<Outcome, ApiError> {
    let name = |name| text(&call.payload, name);
    let (kind, address) = (name("notificationType"), name("notificationAddress"));
    let (key, Denylist(list)) = (denied(&kind, &address), &mut call.state.denylist);
    if is_denied {
        list.insert(key, Denied { kind, address });
    } else {
        list.remove(&key);
    }
    Ok(ok())
}

fn list_denylist(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let page = call.page(call.state.denylist.0.values())?;
    let entry = |Denied { kind, address }: &Denied| json!({ "notificationType": kind, "notificationAddress": address });
    Ok(Outcome::Json(page.into_json("addresses", entry).into()))
}

fn sent(call: &mut Call<'_>, notification: Notification) -> Result<Outcome, ApiError> {
    call.state.notifications.push(notification);
    Ok(ok())
}

fn ok() -> Outcome {
    let mut reply = Reply::empty(200).with_header("content-type", "text/plain; charset=utf-8");
    reply.body = b"OK".to_vec();
    Outcome::Reply(reply)
}

fn email(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let address = text(&call.payload, "address");
    call.authorize(&Arguments::new().with("address", &address))?;
    call.state.denylist.check("email", &address, "Email")?;
    let (subject, content) = (
        text(&call.payload, "subject"),
        text(&call.payload, "content"),
    );
    let email = Notification::Email {
        address,
        subject,
        content,
    };
    sent(call, email)
}

fn pulse(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let routing_key = text(&call.payload, "routingKey");
    call.authorize(&Arguments::new().with("routingKey", &routing_key))?;
    let denylist = &call.state.denylist;
    denylist.check("pulse", &routing_key, "Pulse routing key pattern")?;
    let message = call.payload["message"].clone();
    let cc = vec![format!("route.{routing_key}")];
    if call.apis.is_today {
        let address = Address {
            service: "notify",
            exchange: "notify",
            key: &[("topic", &routing_key)],
            cc,
        };
        let payload = json!({ "version": 1, "message": message });
        call.state.messages.publish(address, payload);
    } else {
        // No reference of 2018 describes this exchange.
        call.state.messages.record(PulseMessage {
            exchange: "exchange/taskcluster-notify/v1/notification".to_owned(),
            routing_key: "_".to_owned(),
            cc,
            payload: message.clone(),
        });
    }
    let pulse = Notification::Pulse {
        routing_key,
        message,
    };
    sent(call, pulse)
}

fn matrix(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let room_id = text(&call.payload, "roomId");
    call.authorize(&Arguments::new().with("roomId", &room_id))?;
    let denylist = &call.state.denylist;
    denylist.check("matrix-room", &room_id, "Matrix room")?;
    let formatted_body = call.payload["formattedBody"].as_str();
    let matrix = Notification::Matrix {
        room_id,
        body: text(&call.payload, "body"),
        formatted_body: formatted_body.map(str::to_owned),
    };
    sent(call, matrix)
}

fn slack(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let channel_id = text(&call.payload, "channelId");
    call.authorize(&Arguments::new().with("channelId", &channel_id))?;
    let denylist = &call.state.denylist;
    denylist.check("slack-channel", &channel_id, "Slack channel")?;
    let slack = Notification::Slack {
        channel_id,
        text: text(&call.payload, "text"),
    };
    sent(call, slack)?;
    Ok(Outcome::Reply(Reply::empty(204)))
}

fn irc(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (channel, user) = (text(&call.payload, "channel"), text(&call.payload, "user"));
    let is_channel = !channel.is_empty();
    let arguments = Arguments::new()
        .with("channelRequest", is_channel)
        .with("channel", &channel)
        .with("user", &user);
    call.authorize(&arguments)?;
    let irc = Notification::Irc {
        to: if is_channel { channel } else { user },
        message: text(&call.payload, "message"),
    };
    sent(call, irc)
}
