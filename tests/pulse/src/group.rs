//! What happens in one task group.

use taskcluster_client::queue::QueueEvents;
use taskcluster_client::routing_key::{Binding, RoutingKeyError};

/// The bindings that select what happens in one task group, on all exchanges of the queue.
///
/// # Errors
/// The ID cannot be part of a routing key.
pub fn task_group(id: &str) -> Result<Vec<Binding>, RoutingKeyError> {
    Ok(vec![
        QueueEvents::task_defined().task_group_id(id).binding()?,
        QueueEvents::task_pending().task_group_id(id).binding()?,
        QueueEvents::task_running().task_group_id(id).binding()?,
        QueueEvents::artifact_created()
            .task_group_id(id)
            .binding()?,
        QueueEvents::task_completed().task_group_id(id).binding()?,
        QueueEvents::task_failed().task_group_id(id).binding()?,
        QueueEvents::task_exception().task_group_id(id).binding()?,
        QueueEvents::task_group_resolved()
            .task_group_id(id)
            .binding()?,
    ])
}
