// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `slack-request`.

use std::fmt;

use taskcluster_core::json::Value;

/// A message to send to a channel on Slack.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SlackRequest {
    /// Attachments in Slack's own form, shown below the message. Left out, there are none.
    pub attachments: Option<Vec<Value>>,
    /// Layout blocks in Slack's own form, shown in place of `text`. Left out, `text` is shown.
    pub blocks: Option<Vec<Value>>,
    /// The channel to send to, by Slack's ID of it, not by its name. The caller needs a scope for
    /// it.
    pub channel_id: String,
    /// The message as text. With `blocks`, it serves where these cannot be shown, as in
    /// notifications.
    pub text: String,
    /// Whether Slack shows a preview of linked pages. The default is `false`.
    ///
    /// Default: `false`.
    pub unfurl_links: Option<bool>,
    /// Whether Slack shows a preview of linked images and other media. The default is `false`.
    ///
    /// Default: `false`.
    pub unfurl_media: Option<bool>,
}

taskcluster_core::members! {
    SlackRequest {
        0 attachments = "attachments": optional,
        1 blocks = "blocks": optional,
        2 channel_id = "channelId": required,
        3 text = "text": required,
        4 unfurl_links = "unfurlLinks": optional,
        5 unfurl_media = "unfurlMedia": optional,
    }
}

/// What a [`SlackRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct SlackRequestRequired {
    /// The channel to send to, by Slack's ID of it, not by its name. The caller needs a scope for
    /// it.
    pub channel_id: String,
    /// The message as text. With `blocks`, it serves where these cannot be shown, as in
    /// notifications.
    pub text: String,
}

impl SlackRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: SlackRequestRequired) -> Self {
        Self {
            attachments: None,
            blocks: None,
            channel_id: required.channel_id,
            text: required.text,
            unfurl_links: None,
            unfurl_media: None,
        }
    }

    /// Sets [`attachments`](Self::attachments).
    #[must_use]
    pub fn attachments(mut self, attachments: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        self.attachments = Some(attachments.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`blocks`](Self::blocks).
    #[must_use]
    pub fn blocks(mut self, blocks: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        self.blocks = Some(blocks.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`unfurl_links`](Self::unfurl_links).
    #[must_use]
    pub fn unfurl_links(mut self, unfurl_links: bool) -> Self {
        self.unfurl_links = Some(unfurl_links);
        self
    }

    /// Sets [`unfurl_media`](Self::unfurl_media).
    #[must_use]
    pub fn unfurl_media(mut self, unfurl_media: bool) -> Self {
        self.unfurl_media = Some(unfurl_media);
        self
    }
}

impl fmt::Debug for SlackRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlackRequest")
            .field(
                "attachments",
                &taskcluster_core::json::shown(&self.attachments),
            )
            .field("blocks", &taskcluster_core::json::shown(&self.blocks))
            .field("channel_id", &self.channel_id)
            .field("text", &self.text)
            .field("unfurl_links", &self.unfurl_links)
            .field("unfurl_media", &self.unfurl_media)
            .finish()
    }
}
