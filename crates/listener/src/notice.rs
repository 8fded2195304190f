//! What a listener tells beside messages.

use crate::error::Error;

/// Something that happened to a listener, and that it lives with.
#[derive(Debug)]
#[non_exhaustive]
pub enum Notice<'a> {
    /// The queue is bound, and messages can come.
    Listening {
        /// The whole name of the queue.
        queue: &'a str,
        /// The exchanges that were asked for and that the broker does not have: servers of 2018 and of
        /// today have not the same ones.
        absent: &'a [String],
    },
    /// The connection is gone, or could not be made. It is made anew after a while, and bindings with it.
    Broken(&'a Error),
    /// The namespace could not be claimed anew. That is tried again.
    NotClaimed(&'a Error),
    /// No more messages will come to a wait that hears by them; it looks at intervals from now on.
    Ended(&'a Error),
    /// The handler that [`each`](crate::Listener::each) was given has failed. The message goes back to
    /// the queue.
    NotHandled {
        /// Where the message is from.
        exchange: &'a str,
        /// What the handler said.
        why: String,
    },
}
