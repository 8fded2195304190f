//! One artifact: something that there is of a run beside its state.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::{slugid, timestamp};
use time::OffsetDateTime;

use super::uploads;
use crate::http::errors::ApiError;
use crate::services::{date, text};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(super) struct Artifact {
    content_type: String,
    /// In bytes, where whoever made it has told.
    content_length: Option<u64>,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    pub(super) kind: Kind,
    /// Whether it can be had: some must be completed or finished first.
    pub(super) is_present: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(super) enum Kind {
    Reference {
        url: String,
    },
    /// Another artifact of the same run.
    Link {
        artifact: String,
    },
    Error {
        reason: String,
        message: String,
    },
    /// Content that the object service has, and the upload that puts it there.
    Object {
        upload_id: String,
    },
    /// Of type `s3` or `azure`: content that is there once it has been put.
    Stored {
        storage_type: String,
        object: String,
    },
    /// Content of which everything is announced.
    Blob {
        announced: Value,
        object: String,
    },
}

impl Artifact {
    pub(super) fn storage_type(&self) -> &str {
        match &self.kind {
            Kind::Reference { .. } => "reference",
            Kind::Link { .. } => "link",
            Kind::Error { .. } => "error",
            Kind::Object { .. } => "object",
            Kind::Stored { storage_type, .. } => storage_type,
            Kind::Blob { .. } => "blob",
        }
    }

    /// Reads what is to be made. Errors and links have the type that this era gives them.
    pub(super) fn read(payload: &Value, is_todays: bool) -> Result<Self, ApiError> {
        let object = String::new();
        let kind = match payload["storageType"].as_str().unwrap_or_default() {
            "reference" => Kind::Reference {
                url: text(payload, "url"),
            },
            "link" => Kind::Link {
                artifact: text(payload, "artifact"),
            },
            "object" => Kind::Object {
                upload_id: slugid::nice(),
            },
            "error" => Kind::Error {
                reason: text(payload, "reason"),
                message: text(payload, "message"),
            },
            "blob" => Kind::Blob {
                announced: uploads::announced(payload),
                object,
            },
            storage_type @ ("s3" | "azure") => Kind::Stored {
                storage_type: storage_type.to_owned(),
                object,
            },
            other => {
                let what = format!("artifacts of type {other:?}");
                return Err(ApiError::unknown_to_the_fake(
                    &what,
                    "queue",
                    "createArtifact",
                ));
            }
        };
        let untold = if is_todays {
            "application/binary"
        } else {
            "application/json"
        };
        let content_type = payload["contentType"].as_str().unwrap_or(untold);
        Ok(Self {
            content_type: content_type.to_owned(),
            content_length: payload["contentLength"].as_u64().filter(|_| is_todays),
            expires: date(payload, "expires")?,
            is_present: !matches!(kind, Kind::Blob { .. } | Kind::Object { .. }),
            kind,
        })
    }

    /// The name of what is in the storage for it.
    pub(super) fn object(&self) -> Option<&str> {
        match &self.kind {
            Kind::Stored { object, .. } | Kind::Blob { object, .. } => Some(object),
            _ => None,
        }
    }

    /// The upload that puts it into the object service, if that is to have it.
    pub(super) fn upload_id(&self) -> Option<&str> {
        match &self.kind {
            Kind::Object { upload_id } => Some(upload_id),
            _ => None,
        }
    }

    pub(super) fn is_there(&self, now: OffsetDateTime) -> bool {
        self.is_present && self.expires > now
    }

    /// Whether it is a blob that has still to be completed.
    pub(super) fn is_awaited(&self) -> bool {
        !self.is_present
    }

    pub(super) fn json(&self, name: &str) -> Value {
        let mut json = json!({
            "storageType": self.storage_type(),
            "name": name,
            "expires": timestamp::to_string(self.expires),
            "contentType": self.content_type,
        });
        if let Some(length) = self.content_length {
            json["contentLength"] = length.into();
        }
        json
    }

    /// Whether another artifact may take this one's place on today's servers: its expiry may be
    /// put off, and a reference may lead elsewhere, or become a link.
    pub(super) fn makes_room_for(&self, other: &Self) -> Result<(), ApiError> {
        let is_link = matches!(other.kind, Kind::Link { .. });
        let keeps_type = is_link || self.content_type == other.content_type;
        let fits = match (&self.kind, &other.kind) {
            (Kind::Reference { .. }, Kind::Reference { .. } | Kind::Link { .. }) => true,
            (Kind::Stored { .. }, Kind::Stored { .. }) => true,
            (there, other) => there == other,
        };
        if keeps_type && fits && self.expires <= other.expires {
            return Ok(());
        }
        // Written by hand, since members stand in this order.
        Err(ApiError::conflict(format!(
            "Artifact already exists with different properties, and none of the allowed exceptions \
             apply: {{\n  \"storageType\": {},\n  \"contentType\": {},\n  \"expires\": {}\n}}",
            json!(self.storage_type()),
            json!(self.content_type),
            json!(timestamp::to_string(self.expires)),
        )))
    }

    /// What is made anew in this one's place keeps what was first said of the content.
    pub(super) fn hand_on(&self, other: &mut Self) {
        other.content_type.clone_from(&self.content_type);
        other.content_length = self.content_length;
    }

    /// Whether another artifact may take this one's place on servers of 2018.
    pub(super) fn gives_way_to(&self, other: &Self) -> Result<(), ApiError> {
        let what = if self.storage_type() != other.storage_type()
            || self.content_type != other.content_type
            || self.expires > other.expires
        {
            "type or later expiration"
        } else if !self.is_like(other) {
            "contentType or error message"
        } else {
            return Ok(());
        };
        let existing = json!({
            "storageType": self.storage_type(),
            "contentType": self.content_type,
            "expires": timestamp::to_string(self.expires),
        });
        let existing = serde_json::to_string_pretty(&existing).unwrap_or_default();
        Err(ApiError::conflict(format!(
            "Artifact already exists, with different {what}\n\nExisting artifact information: \
             {existing}"
        )))
    }

    /// Whether another artifact says the same, as far as it must not change.
    fn is_like(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Error { .. }, _) => self.kind == other.kind,
            (Kind::Blob { announced, .. }, Kind::Blob { announced: new, .. }) => announced == new,
            _ => true,
        }
    }
}
