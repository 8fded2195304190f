//! Pages and items, one at a time or as a stream.

use futures_core::Stream;
use futures_util::stream::unfold;

use super::AsyncClient;
use crate::answer::error::Result;
use crate::call::{Items, Page, Pages};

#[cfg(feature = "async")]
impl<T: Page> Pages<AsyncClient, T> {
    /// The next page; `None` after the last and after an error.
    ///
    /// When the future is dropped before it is ready, no page is lost: the next call asks for the
    /// same one.
    pub async fn next(&mut self) -> Option<Result<T>> {
        let page = self.cursor.call()?.fetch().await;
        Some(self.cursor.behind(page))
    }

    /// The pages as a stream.
    pub fn into_stream(self) -> impl Stream<Item = Result<T>> + use<T> {
        unfold(self, |mut pages| async move {
            Some((pages.next().await?, pages))
        })
    }
}

#[cfg(feature = "async")]
impl<T: Page> Items<AsyncClient, T> {
    /// The next item; `None` after the last and after an error. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<T::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next().await? {
                Ok(page) => self.page = page.into_items().into_iter(),
                Err(e) => return Some(Err(e)),
            }
        }
    }

    /// The items as a stream.
    pub fn into_stream(self) -> impl Stream<Item = Result<T::Item>> + use<T> {
        unfold(self, |mut items| async move {
            Some((items.next().await?, items))
        })
    }
}
