//! What carries a request from the socket through the router and the checks to the service that
//! answers it, and the answer back, with the faults that a test asked for. It may use all wings.

pub(crate) mod body;
mod dispatch;
pub(crate) mod exchange;
mod router;
pub(crate) mod server;
