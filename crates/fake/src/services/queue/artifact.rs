//! One artifact: something that there is of a run beside its state.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::uploads;
use crate::http::errors::ApiError;
use crate::services::{date, text};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(super) struct Artifact {
    content_type: String,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    pub(super) kind: Kind,
    /// Whether it can be had: content in parts must have been completed first.
    pub(super) is_present: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub(super) enum Kind {
    Reference {
        url: String,
    },
    Error {
        reason: String,
        message: String,
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
            Kind::Error { .. } => "error",
            Kind::Stored { storage_type, .. } => storage_type,
            Kind::Blob { .. } => "blob",
        }
    }

    pub(super) fn read(payload: &Value) -> Result<Self, ApiError> {
        let object = String::new();
        let kind = match payload["storageType"].as_str().unwrap_or_default() {
            "reference" => Kind::Reference {
                url: text(payload, "url"),
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
                return Err(ApiError::not_implemented(&what, "queue", "createArtifact"));
            }
        };
        let content_type = payload["contentType"]
            .as_str()
            .unwrap_or("application/json");
        let expires = date(payload, "expires")?;
        Ok(Self {
            content_type: content_type.to_owned(),
            expires,
            is_present: !matches!(kind, Kind::Blob { .. }),
            kind,
        })
    }

    /// The name of what is in the storage for it.
    pub(super) fn object(&self) -> Option<&str> {
        match &self.kind {
            Kind::Stored { object, .. } | Kind::Blob { object, .. } => Some(object),
            Kind::Reference { .. } | Kind::Error { .. } => None,
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
        json!({
            "storageType": self.storage_type(),
            "name": name,
            "expires": timestamp::to_string(self.expires),
            "contentType": self.content_type,
        })
    }

    /// Whether another artifact may take this one's place.
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
