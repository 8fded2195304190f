//! Who did what to clients, roles, secrets, hooks and worker pools, and when.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use crate::http::errors::ApiError;
use crate::services::Handler;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};

/// All that has been done, by numbers of which the latest is last.
#[derive(Debug, Default)]
pub(crate) struct Audit(Book<Entry>);

#[derive(Debug, Deserialize, Serialize)]
struct Entry {
    client_id: String,
    action: String,
    kind: String,
    id: String,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
}

impl Entry {
    fn json(&self) -> Value {
        json!({
            "clientId": self.client_id,
            "actionType": self.action,
            "entityType": self.kind,
            "entityId": self.id,
            "created": timestamp::to_string(self.created),
        })
    }
}

impl Audit {
    /// Notes what the caller has done.
    pub(crate) fn note(call: &mut Call<'_>, kind: &str, action: &str, id: &str) {
        let entry = Entry {
            client_id: call.client_id(),
            action: action.to_owned(),
            kind: kind.to_owned(),
            id: id.to_owned(),
            created: call.now,
        };
        let Self(entries) = &mut call.state.audit;
        entries.insert(format!("{:020}", entries.len()), entry);
    }

    pub(crate) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "getEntityHistory" => of_entity,
        "listAuditHistory" => of_client,
        _ => return None,
    })
}

fn of_entity(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (kind, id) = (call.param("entityType"), call.param("entityId"));
    list(call, |entry| entry.kind == kind && entry.id == id)
}

/// What a client has done.
fn of_client(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("clientId");
    list(call, |entry| entry.client_id == id)
}

/// A page of the entries, from the first on.
fn list(call: &Call<'_>, is_wanted: impl Fn(&Entry) -> bool) -> Result<Outcome, ApiError> {
    let entries = call.state.audit.0.values();
    let page = call.page(entries.filter(|entry| is_wanted(entry)))?;
    Ok(Outcome::Json(
        page.into_json("auditHistory", Entry::json).into(),
    ))
}
