//! Waiting for an entry of the index.

use std::convert::Infallible;

use taskcluster_index::Index;
use taskcluster_index::types::IndexedTaskResponse;

use super::{Look, Watched};
use crate::caller::Caller;
use crate::error::Result;

/// An index path that is waited for until a task stands there.
pub struct IndexPath(String);

impl IndexPath {
    pub(crate) fn new(index_path: &str) -> Self {
        Self(index_path.to_owned())
    }
}

impl Watched for IndexPath {
    type Change = Infallible;
    type Found = IndexedTaskResponse;

    async fn look<C: Caller>(
        &mut self,
        client: &C,
        _: &mut (dyn FnMut(Infallible) + Send),
    ) -> Result<Look<IndexedTaskResponse>> {
        match C::fetch(Index::new(client).find_task(&self.0)).await {
            Ok(found) => Ok(Look::Done(found)),
            Err(e) if e.is_gone() => Ok(Look::Same),
            Err(e) => Err(e.into()),
        }
    }

    fn missing(&self) -> Vec<String> {
        vec![self.0.clone()]
    }
}
