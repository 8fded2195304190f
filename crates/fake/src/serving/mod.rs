//! What carries a request from the socket through the router and the checks to the service that
//! answers it, and the answer back, with the faults that a test asked for. It may use all wings.

mod bell;
mod beside;
mod body;
mod dispatch;
pub(crate) mod exchange;
mod framework;
mod incoming;
mod router;
pub(crate) mod server;
mod sign_in;
mod socket;
mod transfer;

/// Does what takes long by another thread, so that no other request waits for it.
async fn elsewhere<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    tokio::task::spawn_blocking(work).await?
}
