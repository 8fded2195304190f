//! The credentials of a claimed task.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use taskcluster_core::{Credentials, Provided, Result};
use taskcluster_queue::Queue;
use taskcluster_queue::types::ClaimedTask;
use time::OffsetDateTime;

use super::{renews_by_calls, until};
use crate::caller::Caller;

/// The credentials that a claim brought, renewed by `reclaimTask`, which prolongs the claim, too.
///
/// It is asked by calls of its client, after three quarters of the claim's time. A worker that makes none for a
/// while asks for `credentials` of the client now and then, every minute say, so that it keeps the claim.
///
/// With the asynchronous client it is one for
/// [`async_provider`](taskcluster_core::ClientBuilder::async_provider).
///
/// Where the queue refuses to prolong the claim (409: the task was canceled, or is past its deadline), a call
/// fails with that once the credentials have ended; the log has a warning before.
///
/// ```no_run
/// # use taskcluster_queue::types::ClaimedTask;
/// # fn work(claimed: &ClaimedTask) -> taskcluster_core::Result<()> {
/// use taskcluster_core::Client;
/// use taskcluster_queue::Queue;
/// use taskcluster_tools::ClaimProvider;
///
/// let client = Client::from_env()?;
/// let of_task = client.with_provider(ClaimProvider::new(&client, claimed)?)?;
/// Queue::new(&of_task).report_completed(&claimed.status.task_id, claimed.run_id).send()?;
/// # Ok(())
/// # }
/// ```
pub struct ClaimProvider<C> {
    client: C,
    task_id: String,
    run_id: u64,
    state: Mutex<State>,
}

#[derive(Clone)]
struct State {
    credentials: Credentials,
    taken_until: OffsetDateTime,
    /// Whether nobody was given these.
    is_new: bool,
}

impl<C: Caller> ClaimProvider<C> {
    /// Begins with what a claim brought. The client gives its connections; its credentials are not used.
    ///
    /// # Errors
    /// The claim's credentials cannot be read.
    pub fn new(client: &C, claimed: &ClaimedTask) -> Result<Self> {
        Ok(Self {
            client: client.clone(),
            task_id: claimed.status.task_id.clone(),
            run_id: claimed.run_id,
            state: Mutex::new(State {
                credentials: Credentials::try_from(&claimed.credentials)?,
                taken_until: claimed.taken_until,
                is_new: true,
            }),
        })
    }

    /// Until when the task is the worker's, as far as is known.
    pub fn taken_until(&self) -> OffsetDateTime {
        self.state().taken_until
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn next(&self, now: OffsetDateTime) -> Result<Provided> {
        let mut state = self.state().clone();
        if !std::mem::take(&mut state.is_new) {
            let client = self.client.acting_as(state.credentials)?;
            let reclaim = Queue::new(&client).reclaim_task(&self.task_id, self.run_id);
            let claim = C::fetch(reclaim).await?;
            state.credentials = Credentials::try_from(&claim.credentials)?;
            state.taken_until = claim.taken_until;
        }
        *self.state() = state.clone();
        Ok(until(state.credentials.into(), now, state.taken_until))
    }
}

renews_by_calls!(ClaimProvider);

impl<C> fmt::Debug for ClaimProvider<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClaimProvider")
            .field("task_id", &self.task_id)
            .field("run_id", &self.run_id)
            .finish_non_exhaustive()
    }
}
