//! Finding things in the index.

use std::collections::VecDeque;
use std::fmt;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_core::Pages;
use taskcluster_index::Index;
use taskcluster_index::types::{
    IndexedTaskResponse, ListNamespacesResponse, ListTasksResponse, ListedTask,
};
use time::OffsetDateTime;

use crate::caller::Caller;
#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::error::Result;

/// The rank for an entry of this date, for which later tasks take the place of earlier ones: seconds
/// since 1970. Servers keep ranks of 32 bits, so that dates before 1901 and behind January 2038 have the
/// rank of the first and the last that fits.
///
/// ```
/// use taskcluster_tools::rank_of;
/// use time::OffsetDateTime;
///
/// assert_eq!(rank_of(OffsetDateTime::UNIX_EPOCH), 0.0);
/// ```
pub fn rank_of(date: OffsetDateTime) -> f64 {
    let seconds = date.unix_timestamp();
    let rank = i32::try_from(seconds).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX });
    rank.into()
}

/// The first of these paths at which a task stands.
pub(crate) async fn find_first<C: Caller>(
    index: Index<C>,
    paths: Vec<String>,
) -> Result<Option<IndexedTaskResponse>> {
    for path in paths {
        match C::fetch(index.find_task(&path)).await {
            Ok(found) => return Ok(Some(found)),
            Err(e) if e.is_gone() => {}
            Err(e) => return Err(e.into()),
        }
    }
    Ok(None)
}

/// A walk over all tasks below a namespace: those in it first, and then those of each namespace in it, in
/// the server's order. Pages are fetched as they are needed.
///
/// With a blocking client it is an iterator; with an asynchronous one there is [`next`](Self::next).
#[must_use = "a walk does nothing until it is asked for its next task"]
pub struct Walk<C> {
    index: Index<C>,
    /// Namespaces that were not entered yet, from the last to the first.
    ahead: Vec<String>,
    tasks: Option<Pages<C, ListTasksResponse>>,
    namespaces: Option<Pages<C, ListNamespacesResponse>>,
    found: VecDeque<ListedTask>,
}

impl<C: Caller> Walk<C> {
    pub(crate) fn new(index: &Index<C>, namespace: &str) -> Self {
        let index = index.clone();
        if namespace.is_empty() {
            return Self {
                tasks: Some(index.list_root_tasks().pages()),
                namespaces: Some(index.list_root_namespaces().pages()),
                ahead: Vec::new(),
                index,
                found: VecDeque::new(),
            };
        }
        Self {
            index,
            ahead: vec![namespace.to_owned()],
            tasks: None,
            namespaces: None,
            found: VecDeque::new(),
        }
    }

    async fn step(&mut self) -> Option<Result<ListedTask>> {
        loop {
            if let Some(task) = self.found.pop_front() {
                return Some(Ok(task));
            }
            if let Some(pages) = &mut self.tasks {
                match C::page(pages).await {
                    Some(Ok(page)) => self.found = page.tasks.into(),
                    Some(Err(e)) => return Some(Err(self.end(e))),
                    None => self.tasks = None,
                }
            } else if let Some(mut pages) = self.namespaces.take() {
                let mut inner = Vec::new();
                while let Some(page) = C::page(&mut pages).await {
                    match page {
                        Ok(page) => {
                            inner.extend(page.namespaces.into_iter().map(|it| it.namespace));
                        }
                        Err(e) => return Some(Err(self.end(e))),
                    }
                }
                self.ahead.extend(inner.into_iter().rev());
            } else {
                let namespace = self.ahead.pop()?;
                self.tasks = Some(self.index.list_tasks(&namespace).pages());
                self.namespaces = Some(self.index.list_namespaces(&namespace).pages());
            }
        }
    }

    /// After an error the walk is over: what comes next would not be complete.
    fn end(&mut self, error: taskcluster_core::Error) -> crate::Error {
        (self.tasks, self.namespaces) = (None, None);
        self.ahead.clear();
        error.into()
    }
}

#[cfg(feature = "blocking")]
impl Iterator for Walk<Client> {
    type Item = Result<ListedTask>;

    fn next(&mut self) -> Option<Result<ListedTask>> {
        now(self.step())
    }
}

#[cfg(feature = "async")]
#[cfg_attr(docsrs, doc(cfg(feature = "async")))]
impl Walk<taskcluster_core::AsyncClient> {
    /// The next task; `None` behind the last, and behind an error.
    pub async fn next(&mut self) -> Option<Result<ListedTask>> {
        self.step().await
    }
}

impl<C> fmt::Debug for Walk<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Walk")
            .field("ahead", &self.ahead)
            .finish_non_exhaustive()
    }
}
