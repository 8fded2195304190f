// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`TreeherderEvents::jobs`](super::TreeherderEvents::jobs).
    pub struct Jobs of topics::JOBS => super::types::PulseJob {
        /// The instance of Treeherder that the message is meant for, for example `tc-treeherder` or
        /// `tc-treeherder-stage`. It is the first word of the route in the task.
        destination = "destination",
        /// The project the job belongs to, as Treeherder calls it, for example `mozilla-central`.
        /// The owner of a GitHub repository is not part of it.
        project = "project",
        /// Kept free for later additions to the routing key. Match it with `#`.
        reserved = "reserved",
    }
}
