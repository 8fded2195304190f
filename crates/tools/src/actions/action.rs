//! One action, and whom it is for.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, Result};
use crate::schema;

/// Tags of a task, as its definition has them.
pub type Tags = BTreeMap<String, String>;

/// Something that can be done with a task, or with a group.
#[derive(Clone, Deserialize)]
pub struct Action {
    #[serde(default)]
    name: String,
    title: String,
    description: String,
    /// Sets of tags, one of which a task must have.
    #[serde(default)]
    context: Vec<Tags>,
    schema: Option<Value>,
    #[serde(flatten)]
    pub(super) kind: Kind,
}

/// What happens when an action is triggered.
#[derive(Clone, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Kind {
    /// A task is created by this template.
    Task { task: Value },
    /// A hook is triggered with a payload by this template.
    #[serde(rename_all = "camelCase")]
    Hook {
        hook_group_id: String,
        hook_id: String,
        hook_payload: Value,
    },
}

impl Action {
    /// Reads an action; nothing where it is of a kind that is not known.
    pub(super) fn read(action: &Value) -> std::result::Result<Option<Self>, String> {
        let kind = action["kind"].as_str();
        let kind = kind.ok_or("it takes a \"kind\"")?;
        if !matches!(kind, "task" | "hook") {
            return Ok(None);
        }
        let read = Self::deserialize(action);
        read.map(Some).map_err(|e| e.to_string())
    }

    /// By what programs know it. It can be empty: then people alone can choose it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a button says.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it does, as Markdown.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// The JSON schema of its input; `None` where it takes none.
    pub fn schema(&self) -> Option<&Value> {
        self.schema.as_ref()
    }

    /// Group and ID of the hook that it triggers; `None` where it creates a task itself.
    pub fn hook(&self) -> Option<(&str, &str)> {
        match &self.kind {
            Kind::Task { .. } => None,
            Kind::Hook {
                hook_group_id,
                hook_id,
                ..
            } => Some((hook_group_id, hook_id)),
        }
    }

    /// Whether it is for tasks with these tags: whether they have all of one of its sets.
    pub fn is_for(&self, tags: &Tags) -> bool {
        let has = |(name, value): (&String, &String)| tags.get(name) == Some(value);
        self.context.iter().any(|set| set.iter().all(has))
    }

    /// Whether it is for the group as a whole, being for no task.
    pub fn is_for_group(&self) -> bool {
        self.context.is_empty()
    }

    /// Whether it takes this input, which is `null` where it takes none.
    ///
    /// # Errors
    /// [`Error::Refused`]: what is wrong, by the paths of the members, without their values; or the action's
    /// schema is none, or refers to another one, since nothing is fetched for this.
    pub fn check_input(&self, input: &Value) -> Result<()> {
        let name = &self.name;
        let Some(schema) = &self.schema else {
            return if input.is_null() {
                Ok(())
            } else {
                Err(Error::refused(format!(
                    "the action {name:?} takes no input; give it null"
                )))
            };
        };
        let schema = schema::own(schema).map_err(|e| {
            Error::refused(format!(
                "the schema of the action {name:?} cannot be used: {e}"
            ))
        })?;
        let problems = schema::problems(&schema, "input", input);
        if problems.is_empty() {
            return Ok(());
        }
        Err(Error::refused(format!(
            "the action {name:?} does not take this: {}",
            problems.join("; ")
        )))
    }
}

/// Templates are left out.
impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Action")
            .field("name", &self.name)
            .field("title", &self.title)
            .field("context", &self.context)
            .field("hook", &self.hook())
            .finish_non_exhaustive()
    }
}
