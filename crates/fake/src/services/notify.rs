//! The notify service: what it was asked to send.

use serde_json::Value;
use taskcluster_core::scopes::Arguments;

use super::Handler;
use crate::FakeTaskcluster;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::pulse::PulseMessage;
use crate::services::context::{Call, Outcome};
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
        _ => return None,
    })
}

fn sent(call: &mut Call<'_>, notification: Notification) -> Result<Outcome, ApiError> {
    call.state.notifications.push(notification);
    let mut reply = Reply::empty(200).with_header("content-type", "text/plain; charset=utf-8");
    reply.body = b"OK".to_vec();
    Ok(Outcome::Reply(reply))
}

fn email(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let address = text(&call.payload, "address");
    call.authorize(&Arguments::new().with("address", &address))?;
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
    let message = call.payload["message"].clone();
    call.state.messages.record(PulseMessage {
        exchange: "exchange/taskcluster-notify/v1/notification".to_owned(),
        routing_key: "_".to_owned(),
        cc: vec![format!("route.{routing_key}")],
        payload: message.clone(),
    });
    let pulse = Notification::Pulse {
        routing_key,
        message,
    };
    sent(call, pulse)
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
