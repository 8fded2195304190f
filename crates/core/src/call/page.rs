//! Lists that come in pages.

use std::vec;

use crate::answer::error::Result;
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
    seen: Seen,
}

/// Whether tokens come again, found by Brent: each is compared with one that is kept, and the one
/// that is kept changes after one, two, four… steps. A circle is found before it was gone round three
/// times, and one token is all that is remembered.
#[derive(Clone, Debug, Default)]
struct Seen {
    kept: Option<String>,
    steps: u64,
    /// Two to this power is the number of steps until another token is kept.
    power: u32,
}

impl Seen {
    /// Whether this token is known to have come before.
    fn again(&mut self, token: &str) -> bool {
        if self.kept.as_deref() == Some(token) {
            return true;
        }
        self.steps += 1;
        if self.kept.is_none() || 1u64.checked_shl(self.power) == Some(self.steps) {
            self.kept = Some(token.to_owned());
            self.steps = 0;
            self.power += 1;
        }
        false
    }
}

impl<C, T: Page> Cursor<C, T> {
    pub(crate) fn new(call: Call<C, T>) -> Self {
        Self {
            call: Some(call),
            token: None,
            seen: Seen::default(),
        }
    }

    pub(crate) fn call(&self) -> Option<&Call<C, T>> {
        self.call.as_ref()
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Moves on behind what was fetched; after an error the walk is over.
    pub(crate) fn behind(&mut self, page: Result<T>) -> Result<T> {
        match &page {
            Ok(page) => self.advance(page),
            Err(_) => self.call = None,
        }
        page
    }

    /// Moves on behind a page. The last page has no token or an empty one. Tokens that come again
    /// would lead in a circle for ever: the next call is refused then, so that nobody takes the list
    /// for complete.
    fn advance(&mut self, page: &T) {
        let token = page.next_token().filter(|token| !token.is_empty());
        let repeated = token.is_some_and(|token| self.seen.again(token));
        self.call = match (self.call.take(), token) {
            (Some(call), Some(_)) if repeated => Some(call.refused(
                "the server gives a continuation token that it gave before, so that the list does not \
                 end",
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

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many tokens it is seen that a circle of this length, behind so many others, is one.
    fn found(before: usize, length: usize) -> usize {
        let mut seen = Seen::default();
        let circle = (0..length).map(|n| format!("circle-{n}")).cycle();
        let mut tokens = (0..before).map(|n| n.to_string()).chain(circle);
        let at = tokens.position(|token| seen.again(&token));
        at.expect("a circle") + 1
    }

    #[test]
    fn every_circle_of_tokens_is_found() {
        assert_eq!(found(0, 1), 2);
        assert_eq!(found(0, 2), 3);
        for before in 0..70 {
            for length in 1..70 {
                let steps = found(before, length);
                assert!(steps > before + length, "{before} {length}: {steps}");
                assert!(
                    steps <= 3 * (before + length) + 1,
                    "{before} {length}: {steps}"
                );
            }
        }
        let mut seen = Seen::default();
        assert!((0..100_000).all(|n: u32| !seen.again(&n.to_string())));
    }
}
