//! What is known and decided about content as it comes and goes. No I/O here.
//!
//! [`course`] is the life of one transfer from storage to here: which request is next, and what
//! follows from an answer, a piece or a failure. [`place`] is where content is. [`intake`] is what
//! becomes of the bytes: they are hashed, unpacked, and written or kept. [`outgoing`] is what is sent, and
//! [`sending`] what follows from the answer to it.

pub(crate) mod course;
pub(crate) mod digest;
pub(crate) mod floor;
pub(crate) mod heads;
pub(crate) mod intake;
pub(crate) mod location;
pub(crate) mod outgoing;
pub(crate) mod place;
pub(crate) mod progress;
pub(crate) mod sending;
