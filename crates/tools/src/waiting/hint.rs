//! What messages tell a wait.

use std::task::{Context, Poll};

use taskcluster_core::routing_key::{Binding, Exchange, RoutingKeyError};
use taskcluster_queue::QueueEvents;
use taskcluster_queue::types::TaskStatus;

/// What a message of the queue tells a [`Wait`](crate::Wait).
///
/// `taskcluster-listener` makes them of what it hears; whoever has an AMQP client of their own binds by
/// [`bindings_of_group`](Self::bindings_of_group) and reads by [`of`](Self::of).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Hint {
    /// Where a task stands.
    Task(Box<TaskStatus>),
    /// All tasks of this group are resolved, or it is sealed.
    Group(String),
    /// Something may have been missed: it is time to look.
    Look,
}

/// Hints as they come; none is left where there is `None`.
pub(super) type Hints = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<Hint>> + Send>;

/// What a hint has led to.
#[doc(hidden)]
pub enum Heard<T> {
    Done(T),
    /// It takes a look to know more.
    Look,
    Nothing,
}

impl Hint {
    /// What a message tells. `None` where it is from an exchange that says nothing of where tasks stand.
    /// One that cannot be read is a reason to [look](Self::Look).
    pub fn of(exchange: &str, message: &[u8]) -> Option<Self> {
        macro_rules! read {
            ($($event:ident: $told:ident => $hint:expr,)*) => {
                $(if let Some(read) = read(&QueueEvents::$event(), exchange, message) {
                    return Some(read.map_or(Self::Look, |$told| $hint));
                })*
            };
        }
        read! {
            task_defined: told => Self::Task(Box::new(told.status)),
            task_pending: told => Self::Task(Box::new(told.status)),
            task_running: told => Self::Task(Box::new(told.status)),
            task_completed: told => Self::Task(Box::new(told.status)),
            task_failed: told => Self::Task(Box::new(told.status)),
            task_exception: told => Self::Task(Box::new(told.status)),
            task_group_resolved: told => Self::Group(told.task_group_id),
            task_group_sealed: told => Self::Group(told.task_group_id),
        }
        None
    }

    /// What to bind a queue to, to hear of a group. Servers of 2018 do not have the exchange
    /// `task-group-sealed`.
    ///
    /// # Errors
    /// The ID cannot be part of a routing key.
    pub fn bindings_of_group(task_group_id: &str) -> Result<Vec<Binding>, RoutingKeyError> {
        Ok(vec![
            QueueEvents::task_defined()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_pending()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_running()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_completed()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_failed()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_exception()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_group_resolved()
                .task_group_id(task_group_id)
                .binding()?,
            QueueEvents::task_group_sealed()
                .task_group_id(task_group_id)
                .binding()?,
        ])
    }

    /// What to bind a queue to, to hear of a task.
    ///
    /// # Errors
    /// The ID cannot be part of a routing key.
    pub fn bindings_of_task(task_id: &str) -> Result<Vec<Binding>, RoutingKeyError> {
        Ok(vec![
            QueueEvents::task_defined().task_id(task_id).binding()?,
            QueueEvents::task_pending().task_id(task_id).binding()?,
            QueueEvents::task_running().task_id(task_id).binding()?,
            QueueEvents::task_completed().task_id(task_id).binding()?,
            QueueEvents::task_failed().task_id(task_id).binding()?,
            QueueEvents::task_exception().task_id(task_id).binding()?,
        ])
    }
}

/// The body of a message from this exchange; `Some(None)` where it cannot be read.
fn read<E: Exchange>(_: &E, exchange: &str, message: &[u8]) -> Option<Option<E::Message>> {
    (E::TOPIC.exchange == exchange).then(|| serde_json::from_slice(message).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_a_reason_to_look() {
        let resolved = QueueEvents::task_group_resolved()
            .binding()
            .expect("a binding");
        let told = br#"{"version": 1, "taskGroupId": "g", "schedulerId": "s"}"#;
        let hint = Hint::of(&resolved.exchange, told);
        assert_eq!(hint, Some(Hint::Group("g".into())));
        assert_eq!(Hint::of(&resolved.exchange, b"{}"), Some(Hint::Look));
        assert_eq!(Hint::of("exchange/another/v1/thing", told), None);
    }
}
