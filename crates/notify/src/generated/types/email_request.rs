// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `email-request`.

/// An email to send.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EmailRequest {
    /// The email address of the one recipient. The caller needs a scope for it.
    pub address: String,
    /// The body in Markdown, at most 102400 characters. It is rendered to HTML, with raw HTML made
    /// harmless.
    ///
    /// Length: 1 to 102400.
    pub content: String,
    /// A link shown prominently, as a button in the HTML form of the mail. Leave it out for none.
    pub link: Option<EmailLink>,
    /// An email address to which answers should go. Without it, they go to the address the service
    /// sends from.
    pub reply_to: Option<String>,
    /// The subject line, at most 255 characters.
    ///
    /// Length: 1 to 255.
    pub subject: String,
    /// The layout of the HTML form: `simple` (the default) is an ordinary narrow mail, `fullscreen`
    /// gives the content the whole width of the window.
    ///
    /// Default: `"simple"`.
    pub template: Option<EmailTemplate>,
}

taskcluster_core::members! {
    EmailRequest {
        0 address = "address": required,
        1 content = "content": required,
        2 link = "link": optional,
        3 reply_to = "replyTo": optional,
        4 subject = "subject": required,
        5 template = "template": optional,
    }
}

/// What a [`EmailRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct EmailRequestRequired {
    /// The email address of the one recipient. The caller needs a scope for it.
    pub address: String,
    /// The subject line, at most 255 characters.
    ///
    /// Length: 1 to 255.
    pub subject: String,
    /// The body in Markdown, at most 102400 characters. It is rendered to HTML, with raw HTML made
    /// harmless.
    ///
    /// Length: 1 to 102400.
    pub content: String,
}

impl EmailRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: EmailRequestRequired) -> Self {
        Self {
            address: required.address,
            content: required.content,
            link: None,
            reply_to: None,
            subject: required.subject,
            template: None,
        }
    }

    /// Sets [`link`](Self::link).
    #[must_use]
    pub fn link(mut self, link: EmailLink) -> Self {
        self.link = Some(link);
        self
    }

    /// Sets [`reply_to`](Self::reply_to).
    #[must_use]
    pub fn reply_to(mut self, reply_to: impl Into<String>) -> Self {
        self.reply_to = Some(reply_to.into());
        self
    }

    /// Sets [`template`](Self::template).
    #[must_use]
    pub fn template(mut self, template: EmailTemplate) -> Self {
        self.template = Some(template);
        self
    }
}

/// A link shown prominently, as a button in the HTML form of the mail. Leave it out for none.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EmailLink {
    /// The address it leads to, an absolute URL of at most 1024 characters.
    ///
    /// Length: 1 to 1024.
    pub href: String,
    /// The words on the button, at most 40 characters.
    ///
    /// Length: 1 to 40.
    pub text: String,
}

taskcluster_core::members! {
    EmailLink {
        0 href = "href": required,
        1 text = "text": required,
    }
}

/// What a [`EmailLink`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct EmailLinkRequired {
    /// The words on the button, at most 40 characters.
    ///
    /// Length: 1 to 40.
    pub text: String,
    /// The address it leads to, an absolute URL of at most 1024 characters.
    ///
    /// Length: 1 to 1024.
    pub href: String,
}

impl EmailLink {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: EmailLinkRequired) -> Self {
        Self {
            href: required.href,
            text: required.text,
        }
    }
}

taskcluster_core::string_enum! {
    /// The layout of the HTML form: `simple` (the default) is an ordinary narrow mail, `fullscreen`
    /// gives the content the whole width of the window.
    ///
    /// Default: `"simple"`.
    pub enum EmailTemplate {
        /// `simple`
        Simple = "simple",
        /// `fullscreen`
        Fullscreen = "fullscreen",
    }
}
