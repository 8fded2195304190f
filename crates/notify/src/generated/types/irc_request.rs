// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `irc-request`.

taskcluster_core::untagged_union! {
    /// A message to post on IRC, either in a channel or to a user.
    ///
    /// Until 2019.
    pub enum IrcRequest {
        /// A message for everybody in a channel.
        IrcChannelRequest(IrcChannelRequest),
        /// A private message to one user.
        IrcUserRequest(IrcUserRequest),
    }
}

taskcluster_core::from_variant!(IrcRequest::IrcChannelRequest(IrcChannelRequest));

taskcluster_core::from_variant!(IrcRequest::IrcUserRequest(IrcUserRequest));

/// A message for everybody in a channel.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IrcChannelRequest {
    /// The channel, beginning with `#` or `&` and at most 200 characters long, without spaces,
    /// commas or control-G.
    pub channel: String,
    /// The text to post: a single line of 1 to 510 characters.
    pub message: String,
}

taskcluster_core::members! {
    IrcChannelRequest {
        0 channel = "channel": required,
        1 message = "message": required,
    }
}

/// What a [`IrcChannelRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct IrcChannelRequestRequired {
    /// The channel, beginning with `#` or `&` and at most 200 characters long, without spaces,
    /// commas or control-G.
    pub channel: String,
    /// The text to post: a single line of 1 to 510 characters.
    pub message: String,
}

impl IrcChannelRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: IrcChannelRequestRequired) -> Self {
        Self {
            channel: required.channel,
            message: required.message,
        }
    }
}

/// A private message to one user.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IrcUserRequest {
    /// The text to post: a single line of 1 to 510 characters.
    pub message: String,
    /// The nickname of the user, at most 255 characters. It cannot begin with a digit or `-`.
    ///
    /// Length: 1 to 255.
    pub user: String,
}

taskcluster_core::members! {
    IrcUserRequest {
        0 message = "message": required,
        1 user = "user": required,
    }
}

/// What a [`IrcUserRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct IrcUserRequestRequired {
    /// The nickname of the user, at most 255 characters. It cannot begin with a digit or `-`.
    ///
    /// Length: 1 to 255.
    pub user: String,
    /// The text to post: a single line of 1 to 510 characters.
    pub message: String,
}

impl IrcUserRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: IrcUserRequestRequired) -> Self {
        Self {
            message: required.message,
            user: required.user,
        }
    }
}
