//! What every HTTP stack is told.

use std::time::Duration;

/// The user agent that requests carry where no other is set.
pub const USER_AGENT: &str = concat!("taskcluster-client-rust/", env!("CARGO_PKG_VERSION"));

/// The longest time limit: far enough away for everybody, and near enough to be added to a point in
/// time.
pub(crate) const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The largest answer that is read, in bytes, where nothing else is set.
const MAX_ANSWER: u64 = 256 * 1024 * 1024;

/// What every HTTP stack is told.
#[derive(Clone, Debug)]
pub(crate) struct HttpSettings {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) user_agent: String,
    pub(crate) max_answer: u64,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(10),
            user_agent: USER_AGENT.to_owned(),
            max_answer: MAX_ANSWER,
        }
    }
}
