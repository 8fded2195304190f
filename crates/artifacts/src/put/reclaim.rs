//! A claim that is kept while an artifact is put.

use std::sync::Arc;
use std::time::Duration;

use taskcluster_core::Credentials;

use super::Put;
use crate::colour::{Boxed, Colour, Tick};
use crate::error::{Error, Result};

/// What the caller gave to be called in time.
#[derive(Clone)]
pub(super) struct Reclaim {
    every: Duration,
    hook: Hook,
}

type Hook = Arc<dyn Fn() -> Boxed<taskcluster_core::Result<Credentials>> + Send + Sync>;

impl Reclaim {
    pub(super) fn new<F>(every: Duration, hook: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = taskcluster_core::Result<Credentials>> + Send + 'static,
    {
        Self {
            // A claim that is renewed all the time leaves nothing else to be done.
            every: every.max(Duration::from_millis(1)),
            hook: Arc::new(move || Box::pin(hook())),
        }
    }
}

/// Does what takes long, with the claim kept meanwhile, if the caller has said how.
pub(super) async fn keeping<C: Colour, T: Send>(
    put: &Put<C>,
    work: impl Future<Output = Result<T>> + Send,
) -> Result<T> {
    let Some(reclaim) = &put.reclaim else {
        return work.await;
    };
    let (hook, caller) = (Arc::clone(&reclaim.hook), put.caller.clone());
    let renew: Tick = Arc::new(move || {
        let (renewed, caller) = (hook(), caller.clone());
        Box::pin(async move {
            // After a failure it is tried again in time. If the claim is lost, the queue says so to the next call.
            if let Ok(credentials) = renewed.await
                && let Ok(client) = caller.client().with(credentials)
            {
                caller.swap(client);
            }
        })
    });
    let done = C::meanwhile(work, reclaim.every, renew).await;
    done.map_err(|e| Error::local(None, "starting a thread that reclaims", e))?
}
