//! Who asks.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// The client that is used, and what is known of its server. Clones share both.
#[derive(Clone, Debug)]
pub(crate) struct Caller<C> {
    client: Arc<RwLock<C>>,
    /// Whether the server was seen to lack the methods of today.
    is_classic: Arc<AtomicBool>,
}

impl<C: Clone> Caller<C> {
    pub(crate) fn new(client: &C) -> Self {
        Self {
            client: Arc::new(RwLock::new(client.clone())),
            is_classic: Arc::default(),
        }
    }

    /// The client that is used now.
    pub(crate) fn client(&self) -> C {
        let client = self.client.read();
        client.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has another client used from now on.
    pub(crate) fn swap(&self, client: C) {
        *self.client.write().unwrap_or_else(PoisonError::into_inner) = client;
    }

    pub(crate) fn is_classic(&self) -> bool {
        self.is_classic.load(Ordering::Relaxed)
    }

    pub(crate) fn remember_classic(&self) {
        self.is_classic.store(true, Ordering::Relaxed);
    }
}

/// Whether a server does not know a method at all: it says what is not there with a code, and this without.
pub(crate) fn is_unknown_method(error: &taskcluster_core::Error) -> bool {
    error.status() == Some(404) && error.code().is_none()
}
