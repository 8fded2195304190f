//! The errors of the API: their codes, statuses and JSON bodies.

use serde_json::{Value, json};
use taskcluster_core::{slugid, timestamp};
use time::OffsetDateTime;

use crate::http::types::Reply;

/// The codes that the services answer with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    MalformedPayload,
    InvalidRequestArguments,
    InputValidationError,
    InputError,
    InputTooLarge,
    InvalidNamespace,
    DenylistedAddress,
    AuthenticationFailed,
    /// As that, where no signature is asked for.
    WrongToken,
    InsufficientScopes,
    ResourceNotFound,
    NoMatchingMethod,
    RequestConflict,
    ResourceExpired,
    InternalServerError,
}

impl Code {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::MalformedPayload => "MalformedPayload",
            Self::InvalidRequestArguments => "InvalidRequestArguments",
            Self::InputValidationError => "InputValidationError",
            Self::InputError => "InputError",
            Self::InputTooLarge => "InputTooLarge",
            Self::InvalidNamespace => "InvalidNamespace",
            Self::DenylistedAddress => "DenylistedAddress",
            Self::AuthenticationFailed | Self::WrongToken => "AuthenticationFailed",
            Self::InsufficientScopes => "InsufficientScopes",
            Self::ResourceNotFound => "ResourceNotFound",
            Self::NoMatchingMethod => "NoMatchingMethod",
            Self::RequestConflict => "RequestConflict",
            Self::ResourceExpired => "ResourceExpired",
            Self::InternalServerError => "InternalServerError",
        }
    }

    fn status(self) -> u16 {
        match self {
            Self::MalformedPayload
            | Self::InvalidRequestArguments
            | Self::InputValidationError
            | Self::InputError
            | Self::InvalidNamespace
            | Self::DenylistedAddress => 400,
            Self::AuthenticationFailed | Self::WrongToken => 401,
            Self::InsufficientScopes => 403,
            Self::ResourceNotFound => 404,
            Self::NoMatchingMethod => 406,
            Self::RequestConflict => 409,
            Self::ResourceExpired => 410,
            Self::InputTooLarge => 413,
            Self::InternalServerError => 500,
        }
    }

    /// The code that a status has where nothing more is known.
    pub(crate) fn of_status(status: u16) -> Option<Self> {
        let codes = [
            Self::InputError,
            Self::AuthenticationFailed,
            Self::InsufficientScopes,
            Self::ResourceNotFound,
            Self::RequestConflict,
            Self::ResourceExpired,
            Self::InternalServerError,
        ];
        codes.into_iter().find(|code| code.status() == status)
    }
}

/// An error before it is known which request it answers.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    code: Code,
    message: String,
}

impl ApiError {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }

    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self::new(Code::InputError, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Code::ResourceNotFound, message)
    }

    pub(crate) fn conflict(message: impl Into<String>) -> Self {
        Self::new(Code::RequestConflict, message)
    }

    /// Nobody has taught the fake to do this. It is no 501, which clients would try again.
    pub(crate) fn unknown_to_the_fake(what: &str, service: &str, method: &str) -> Self {
        let message = format!(
            "The fake Taskcluster does not know {what}. A test can set what is answered, by \
             `fake.on({service:?}, {method:?})`."
        );
        Self::new(Code::ResourceNotFound, message)
    }

    pub(crate) fn internal(cause: &str) -> Self {
        let incident = slugid::decode_uuid(&slugid::v4()).unwrap_or_default();
        let message = format!(
            "Internal Server Error, incidentId {incident}. Error (not shown in production):\n```\n\
             {cause}\n```"
        );
        Self::new(Code::InternalServerError, message)
    }

    pub(crate) fn code(&self) -> Code {
        self.code
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// The message as a method tells it.
    pub(crate) fn told(&self, method: &str, now: OffsetDateTime) -> String {
        let (code, status) = (self.code.name(), self.code.status());
        let time = timestamp::to_string(now).unwrap_or_default();
        format!(
            "{}\n\n---\n\n* method:     {method}\n* errorCode:  {code}\n* statusCode: {status}\n\
             * time:       {time}",
            self.message
        )
    }

    /// The answer to a request.
    pub(crate) fn reply(&self, asked: &Asked<'_>) -> Reply {
        let (code, status) = (self.code.name(), self.code.status());
        let time = timestamp::to_string(asked.now).unwrap_or_default();
        let body = json!({
            "code": code,
            "message": self.told(asked.method, asked.now),
            "requestInfo": {
                "method": asked.method,
                "params": asked.params,
                "payload": asked.payload,
                "time": time,
            },
        });
        let reply = Reply::json(status, &body);
        match self.code {
            Code::AuthenticationFailed => reply.with_header("www-authenticate", "hawk"),
            _ => reply,
        }
    }
}

/// The body of an error as S3 reports it.
pub(crate) fn storage_error(code: &str) -> String {
    format!("<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code></Error>\n")
}

/// What an error says about the request that it answers.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    pub(crate) params: &'a Value,
    pub(crate) payload: &'a Value,
    pub(crate) now: OffsetDateTime,
}
