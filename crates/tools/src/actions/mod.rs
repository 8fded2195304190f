//! What a decision task offers to be done with its tasks, by its artifact `public/actions.json`.

mod action;
mod trigger;

use serde_json::{Map, Value};
use taskcluster_artifacts::Artifacts;

use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::job::Job;

pub use action::{Action, Tags};

/// Where a decision task puts its actions.
const ARTIFACT: &str = "public/actions.json";

/// The most bytes of it that are read.
const LIMIT: u64 = 64 * 1024 * 1024;

/// The actions of a task group: what its decision task offers to be done with a task, or with the group as a
/// whole. [`QueueExt::actions`](crate::QueueExt::actions) reads them.
///
/// ```no_run
/// use serde_json::json;
/// use taskcluster_core::Client;
/// use taskcluster_queue::Queue;
/// use taskcluster_tools::QueueExt as _;
///
/// let client = Client::from_env()?;
/// let actions = Queue::new(&client).actions("fN1SbArXTPSVFNUvaOlinQ").send()?;
/// for action in actions.of_group() {
///     println!("{}: {}", action.name(), action.title());
/// }
/// let input = json!({ "times": 3 });
/// let task = actions.trigger(&client, "retrigger", "VbU6a-a2QVuNbyx9JbhQLg", input).send()?;
/// # Ok::<(), taskcluster_tools::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Actions {
    task_group_id: String,
    actions: Vec<Action>,
    variables: Variables,
}

/// Constants for templates. They are shown by their number only.
#[derive(Clone)]
struct Variables(Map<String, Value>);

impl std::fmt::Debug for Variables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} variables", self.0.len())
    }
}

impl Actions {
    /// The actions of a task group, from the content of the artifact `public/actions.json` of its decision
    /// task, which is the task whose ID is that of the group.
    ///
    /// Actions of kinds that are not known are left out, as the specification wants it.
    ///
    /// # Errors
    /// The content is not that of such a file, or of another version than 1.
    pub fn new(task_group_id: impl Into<String>, content: &Value) -> Result<Self> {
        let wrong = |what: String| Error::refused(format!("{ARTIFACT}: {what}"));
        if content["version"] != 1 {
            return Err(wrong(
                "only version 1 is known, and it has another one".to_owned(),
            ));
        }
        let (Some(list), Some(variables)) = (
            content["actions"].as_array(),
            content["variables"].as_object(),
        ) else {
            let what = "it takes a list \"actions\" and an object \"variables\"";
            return Err(wrong(what.to_owned()));
        };
        let mut actions = Vec::new();
        for (at, action) in list.iter().enumerate() {
            let read = Action::read(action).map_err(|e| wrong(format!("actions[{at}]: {e}")))?;
            actions.extend(read);
        }
        Ok(Self {
            task_group_id: task_group_id.into(),
            actions,
            variables: Variables(variables.clone()),
        })
    }

    /// The ID of the group, and of its decision task.
    pub fn task_group_id(&self) -> &str {
        &self.task_group_id
    }

    /// What can be done with a task that has these tags, in the order in which it is to be shown. Of several
    /// actions of one name it is the first.
    pub fn of_task(&self, tags: &Tags) -> Vec<&Action> {
        self.first_of_each_name(|action| action.is_for(tags))
    }

    /// What can be done with the group as a whole, in the order in which it is to be shown.
    pub fn of_group(&self) -> Vec<&Action> {
        self.first_of_each_name(Action::is_for_group)
    }

    fn first_of_each_name(&self, is_meant: impl Fn(&Action) -> bool) -> Vec<&Action> {
        let mut found: Vec<&Action> = Vec::new();
        for action in self.actions.iter().filter(|action| is_meant(action)) {
            let is_named = !action.name().is_empty();
            if !is_named || found.iter().all(|other| other.name() != action.name()) {
                found.push(action);
            }
        }
        found
    }

    /// Does something with a task of the group: an action by its name, with its input, which is `null` where
    /// the action takes none. The job gives the ID of the task that the action has created, and `None` where
    /// the hook was of the opinion that there is nothing to do.
    ///
    /// The task's definition is read for its tags, and that of the decision task for its scopes: a hook is
    /// triggered only where these satisfy `in-tree:hook-action:<hookGroupId>/<hookId>`, and a task is created
    /// with no more than these, since whoever wrote the file need not be one who may do what you may.
    ///
    /// The job fails with [`Error::Refused`] where the task is of another group or has no such action, where
    /// the input does not fit the action's schema, and where the decision task has not the scope.
    pub fn trigger<C: Caller>(
        &self,
        client: &C,
        name: &str,
        task_id: &str,
        input: Value,
    ) -> Job<C, Option<String>> {
        self.begin(client, name, Some(task_id.to_owned()), input)
    }

    /// Does something with the group as a whole; all else is as with [`trigger`](Self::trigger).
    pub fn trigger_on_group<C: Caller>(
        &self,
        client: &C,
        name: &str,
        input: Value,
    ) -> Job<C, Option<String>> {
        self.begin(client, name, None, input)
    }

    fn begin<C: Caller>(
        &self,
        client: &C,
        name: &str,
        task_id: Option<String>,
        input: Value,
    ) -> Job<C, Option<String>> {
        let (actions, client, name) = (self.clone(), client.clone(), name.to_owned());
        Job::new(move || async move {
            trigger::trigger(&actions, &client, &name, task_id.as_deref(), input).await
        })
    }
}

/// Reads the actions of a group.
pub(crate) async fn read<C: Caller>(client: C, task_group_id: String) -> Result<Actions> {
    let artifacts = Artifacts::new(&client);
    let get = artifacts.of(&task_group_id).get(ARTIFACT).limit(LIMIT);
    let text = C::text(get).await?;
    let content: Value = serde_json::from_str(&text).map_err(|e| {
        Error::refused(format!(
            "{ARTIFACT} of the task {task_group_id} is no JSON: {e}"
        ))
    })?;
    Actions::new(task_group_id, &content)
}
