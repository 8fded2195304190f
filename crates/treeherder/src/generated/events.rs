// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Turns the progress of tasks into job messages for Treeherder, Mozilla's dashboard of builds and
/// tests.
///
/// The service listens to the exchanges of the Queue. Whenever a task run changes state, and the
/// task has both a route for Treeherder and details under `extra.treeherder` in its definition, it
/// publishes one message that describes the run as a Treeherder job. Treeherder itself is one
/// consumer of these messages; a test instance or another dashboard may be as well.
///
/// The service only publishes; it has no methods to call.
#[derive(Clone, Copy, Debug)]
pub struct TreeherderEvents;

impl TreeherderEvents {
    /// Announces the present state of a job, that is, of one run of a task.
    ///
    /// Each message tells all there is to tell about the job at that time, so a consumer can
    /// replace what it had. `taskId` identifies the job across its messages: the first one has the
    /// state `pending`, and those for a run that has started and ended follow. When a task is run
    /// again, the earlier run is announced once more with `isRetried` set.
    ///
    /// The routing key allows listening to a single instance of Treeherder, or to a single project.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-treeherder/v1/jobs`
    /// * Message: [`super::types::PulseJob`]
    pub fn jobs() -> selections::Jobs {
        selections::Jobs::new()
    }
}
