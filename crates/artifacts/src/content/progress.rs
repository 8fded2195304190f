//! What is told of a transfer while it goes on.

use std::sync::Arc;

/// How far a transfer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// So many bytes have come or gone, as they are stored: not unpacked. It falls back where a transfer begins
    /// again.
    pub bytes: u64,
    /// So many there are, where that is known.
    pub total: Option<u64>,
    /// Which request for content this is, from 1.
    pub attempt: u32,
}

/// Whom it is told.
pub(crate) type Listener = Arc<dyn Fn(Progress) + Send + Sync>;
