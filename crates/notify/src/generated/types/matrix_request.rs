// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `matrix-request`.

/// A message to send to a room on Matrix.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MatrixRequest {
    /// The message as plain text. Clients that do not know `format` show this.
    pub body: String,
    /// The format of `formattedBody`, in Matrix's own words, such as `org.matrix.custom.html`. Left
    /// out, the message is plain text only.
    pub format: Option<String>,
    /// The message in the format that `format` names. Left out, the message is plain text only.
    pub formatted_body: Option<String>,
    /// How clients show the message:
    ///
    /// * `m.notice` (the default): a message from a program,
    /// * `m.text`: an ordinary message,
    /// * `m.emote`: something the sender does.
    ///
    /// Default: `"m.notice"`.
    pub msgtype: Option<MatrixMessageType>,
    /// The room to send to, by its full ID, such as `!abc:example.org`. The caller needs a scope
    /// for it.
    pub room_id: String,
}

taskcluster_core::members! {
    MatrixRequest {
        0 body = "body": required,
        1 format = "format": optional,
        2 formatted_body = "formattedBody": optional,
        3 msgtype = "msgtype": optional,
        4 room_id = "roomId": required,
    }
}

/// What a [`MatrixRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRequestRequired {
    /// The room to send to, by its full ID, such as `!abc:example.org`. The caller needs a scope
    /// for it.
    pub room_id: String,
    /// The message as plain text. Clients that do not know `format` show this.
    pub body: String,
}

impl MatrixRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: MatrixRequestRequired) -> Self {
        Self {
            body: required.body,
            format: None,
            formatted_body: None,
            msgtype: None,
            room_id: required.room_id,
        }
    }

    /// Sets [`format`](Self::format).
    #[must_use]
    pub fn format(mut self, format: impl Into<String>) -> Self {
        self.format = Some(format.into());
        self
    }

    /// Sets [`formatted_body`](Self::formatted_body).
    #[must_use]
    pub fn formatted_body(mut self, formatted_body: impl Into<String>) -> Self {
        self.formatted_body = Some(formatted_body.into());
        self
    }

    /// Sets [`msgtype`](Self::msgtype).
    #[must_use]
    pub fn msgtype(mut self, msgtype: MatrixMessageType) -> Self {
        self.msgtype = Some(msgtype);
        self
    }
}

taskcluster_core::string_enum! {
    /// How clients show the message:
    ///
    /// * `m.notice` (the default): a message from a program,
    /// * `m.text`: an ordinary message,
    /// * `m.emote`: something the sender does.
    ///
    /// Default: `"m.notice"`.
    ///
    /// Today's servers only.
    pub enum MatrixMessageType {
        /// `m.notice`
        MNotice = "m.notice",
        /// `m.text`
        MText = "m.text",
        /// `m.emote`
        MEmote = "m.emote",
    }
}
