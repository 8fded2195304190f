//! The credentials of a registered worker.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use taskcluster_core::{Credentials, Provided, Result};
use taskcluster_worker_manager::WorkerManager;
use taskcluster_worker_manager::types::{
    RegisterWorkerResponse, ReregisterWorkerRequest, ReregisterWorkerRequestRequired,
};
use time::OffsetDateTime;

use super::{renews_by_calls, until};
use crate::caller::Caller;

/// The credentials that `registerWorker` brought, renewed by `reregisterWorker` after three quarters of their time.
///
/// With the asynchronous client it is one for
/// [`async_provider`](taskcluster_core::ClientBuilder::async_provider). Each registration is good for one
/// more: where an answer is lost on its way, the worker has to register anew, and make another provider.
///
/// ```no_run
/// # use taskcluster_worker_manager::types::RegisterWorkerResponse;
/// # fn work(registered: &RegisterWorkerResponse) -> taskcluster_core::Result<()> {
/// use taskcluster_core::Client;
/// use taskcluster_tools::WorkerProvider;
///
/// let anybody = Client::builder("https://tc.example.com").build()?;
/// let provider = WorkerProvider::new(&anybody, ["pools/linux", "eu", "w1"], registered)?;
/// let client = anybody.with_provider(provider)?;
/// # Ok(())
/// # }
/// ```
pub struct WorkerProvider<C> {
    client: C,
    /// Pool, group and worker.
    names: [String; 3],
    state: Mutex<State>,
}

#[derive(Clone)]
struct State {
    credentials: Credentials,
    expires: OffsetDateTime,
    secret: String,
    /// Whether nobody was given these.
    is_new: bool,
}

impl<C: Caller> WorkerProvider<C> {
    /// Begins with what a registration brought, given the `workerPoolId`, `workerGroup` and `workerId` that it
    /// was for. The client gives its connections; its credentials are not used.
    ///
    /// # Errors
    /// The registration's credentials cannot be read.
    pub fn new(client: &C, names: [&str; 3], registered: &RegisterWorkerResponse) -> Result<Self> {
        Ok(Self {
            client: client.clone(),
            names: names.map(str::to_owned),
            state: Mutex::new(State {
                credentials: Credentials::try_from(&registered.credentials)?,
                expires: registered.expires,
                secret: registered.secret.clone(),
                is_new: true,
            }),
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn next(&self, now: OffsetDateTime) -> Result<Provided> {
        let mut state = self.state().clone();
        if !std::mem::take(&mut state.is_new) {
            let [worker_pool_id, worker_group, worker_id] = self.names.clone();
            let request = ReregisterWorkerRequest::new(ReregisterWorkerRequestRequired {
                worker_pool_id,
                worker_group,
                worker_id,
                secret: state.secret,
            });
            let client = self.client.acting_as(state.credentials)?;
            let call = WorkerManager::new(&client).reregister_worker(&request);
            let registered = C::fetch(call).await?;
            state = State {
                credentials: Credentials::try_from(&registered.credentials)?,
                expires: registered.expires,
                secret: registered.secret,
                is_new: false,
            };
        }
        *self.state() = state.clone();
        Ok(until(state.credentials.into(), now, state.expires))
    }
}

renews_by_calls!(WorkerProvider);

impl<C> fmt::Debug for WorkerProvider<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerProvider")
            .field("names", &self.names)
            .finish_non_exhaustive()
    }
}
