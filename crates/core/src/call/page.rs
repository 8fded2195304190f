//! Lists that come in pages.

use std::vec;

use crate::call::Call;

/// One page of a list: an answer with items and, unless it is the last, a continuation token.
pub trait Page {
    /// What is listed.
    type Item;

    /// The token by which the next page is asked for.
    fn next_token(&self) -> Option<&str>;

    /// The page's items.
    fn into_items(self) -> Vec<Self::Item>;
}

impl<C, T: Page> Call<C, T> {
    /// How many items a page has at most. The server may send fewer, or none, and still have
    /// more pages; it caps this at 1000.
    pub fn limit(self, limit: u32) -> Self {
        self.option("limit", limit)
    }

    /// Begins with the page that follows the one from which this token is.
    pub fn continuation_token(self, token: &str) -> Self {
        self.option("continuationToken", token)
    }

    /// All pages, each fetched when it is asked for.
    pub fn pages(self) -> Pages<C, T> {
        Pages::new(self)
    }

    /// All items of all pages, fetched page by page as they are asked for.
    pub fn items(self) -> Items<C, T> {
        Items::new(self)
    }
}

/// Where a walk over pages stands; the part that does not depend on how calls are sent.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<C, T> {
    /// The call for the next page; `None` after the last.
    call: Option<Call<C, T>>,
    token: Option<String>,
}

impl<C, T: Page> Cursor<C, T> {
    pub(crate) fn new(call: Call<C, T>) -> Self {
        Self {
            call: Some(call),
            token: None,
        }
    }

    pub(crate) fn call(&self) -> Option<&Call<C, T>> {
        self.call.as_ref()
    }

    pub(crate) fn stop(&mut self) {
        self.call = None;
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Moves on behind a page. The last page has no token or an empty one. A page that repeats the
    /// token by which it was asked for would lead to itself for ever: the next call is refused then,
    /// so that nobody takes the list for complete.
    pub(crate) fn advance(&mut self, page: &T) {
        let token = page.next_token().filter(|token| !token.is_empty());
        let repeated = token.is_some() && token == self.token.as_deref();
        self.call = match (self.call.take(), token) {
            (Some(call), Some(_)) if repeated => Some(call.refused(
                "the server gives the continuation token by which it was asked, so that the list does \
                 not go on",
            )),
            (Some(call), Some(token)) => Some(call.continuation_token(token)),
            _ => None,
        };
        self.token = token.map(str::to_owned);
    }
}

/// The pages of a list, each fetched when it is asked for.
///
/// After an error the walk is over; [`continuation_token`](Self::continuation_token) says where to
/// resume it.
#[derive(Debug)]
#[must_use = "pages are fetched as they are iterated over"]
pub struct Pages<C, T> {
    pub(crate) cursor: Cursor<C, T>,
}

impl<C, T: Page> Pages<C, T> {
    pub(crate) fn new(call: Call<C, T>) -> Self {
        Self {
            cursor: Cursor::new(call),
        }
    }

    /// The token of the next page, for resuming later; `None` before the first page came, and
    /// after the last.
    pub fn continuation_token(&self) -> Option<&str> {
        self.cursor.token()
    }
}

/// The items of a list, over all its pages.
///
/// After an error the walk is over.
#[derive(Debug)]
#[must_use = "items are fetched as they are iterated over"]
pub struct Items<C, T: Page> {
    pub(crate) pages: Pages<C, T>,
    pub(crate) page: vec::IntoIter<T::Item>,
}

impl<C, T: Page> Items<C, T> {
    pub(crate) fn new(call: Call<C, T>) -> Self {
        Self {
            pages: Pages::new(call),
            page: Vec::new().into_iter(),
        }
    }
}
