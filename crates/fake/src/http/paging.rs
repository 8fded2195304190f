//! Lists in pages.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::http::errors::ApiError;
use crate::http::query::Query;

/// The most entries that the services put on a page.
pub(crate) const MAX_PAGE: usize = 1000;

/// What a continuation token says, beside where to go on: that it is one.
const MARK: &str = "entry ";

/// The page of a list that a query asks for, and the token for the next one.
pub(crate) struct Page<T> {
    pub(crate) entries: Vec<T>,
    token: Option<String>,
    /// Whether there is more, and nothing on the page: going on would lead to the page itself.
    pub(crate) leads_nowhere: bool,
}

impl<T> Page<T> {
    /// Cuts the page out of the whole list.
    pub(crate) fn of(
        list: impl IntoIterator<Item = T>,
        query: &Query,
        largest: usize,
    ) -> Result<Self, ApiError> {
        let start = match query.get("continuationToken") {
            Some(token) => {
                decode(token).ok_or_else(|| ApiError::input("Invalid continuation token"))?
            }
            None => 0,
        };
        Ok(Self::from(start, list, query, largest))
    }

    /// The page of a list whose tokens name an entry. One that makes no sense is passed over, and the
    /// list begins anew.
    pub(crate) fn by_entry(
        list: impl IntoIterator<Item = T>,
        query: &Query,
        largest: usize,
    ) -> Self {
        let start = query.get("continuationToken").and_then(decode);
        Self::from(start.unwrap_or_default(), list, query, largest)
    }

    /// The whole list on one page.
    pub(crate) fn whole(list: impl IntoIterator<Item = T>) -> Self {
        Self {
            entries: list.into_iter().collect(),
            token: None,
            leads_nowhere: false,
        }
    }

    fn from(
        start: usize,
        list: impl IntoIterator<Item = T>,
        query: &Query,
        largest: usize,
    ) -> Self {
        // A limit too long for a number is larger than every page.
        let limit = query
            .get("limit")
            .map_or(largest, |limit| limit.parse().unwrap_or(largest));
        let size = limit.min(largest);
        let mut rest = list.into_iter().skip(start);
        let entries: Vec<T> = rest.by_ref().take(size).collect();
        // A token that nobody was given may name a place behind all others.
        let next = start.saturating_add(size);
        let has_more = rest.next().is_some();
        let token = (has_more && next > 0).then(|| URL_SAFE_NO_PAD.encode(format!("{MARK}{next}")));
        Self {
            entries,
            token,
            leads_nowhere: has_more && next == 0,
        }
    }

    /// The answer: the entries under a name, and the token where there is more.
    pub(crate) fn into_json(self, name: &str, entry: impl Fn(T) -> Value) -> Map<String, Value> {
        let mut answer = Map::new();
        answer.insert(
            name.to_owned(),
            self.entries.into_iter().map(entry).collect(),
        );
        if let Some(token) = self.token {
            answer.insert("continuationToken".to_owned(), token.into());
        }
        answer
    }
}

fn decode(token: &str) -> Option<usize> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    text.strip_prefix(MARK)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Page<usize> {
        Page::of(0..5, &Query::parse(query), 2).expect("a good query")
    }

    #[test]
    fn pages_cover_the_list() {
        let (mut query, mut seen) = (String::new(), vec![]);
        loop {
            let page = page(&query);
            seen.extend(page.entries);
            match page.token {
                Some(token) => query = format!("continuationToken={token}"),
                None => break,
            }
        }
        assert_eq!(seen, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_limit_only_makes_pages_smaller() {
        assert_eq!(page("limit=1").entries, [0]);
        assert_eq!(page("limit=4").entries, [0, 1]);
        assert_eq!(page("limit=99999999999999999999999").entries, [0, 1]);
        let empty = page("limit=0");
        assert!(empty.entries.is_empty() && empty.leads_nowhere);
        assert!(!page("limit=1").leads_nowhere);
    }

    #[test]
    fn other_tokens_are_refused_or_passed_over() {
        for token in [
            "abc",
            "!",
            "",
            "ZW50cnkgLTE",
            "ZW50cnkgMTg0NDY3NDQwNzM3MDk1NTE2MTY",
        ] {
            let query = Query::parse(&format!("continuationToken={token}"));
            assert!(Page::of(0..5, &query, 2).is_err(), "{token}");
            assert_eq!(Page::by_entry(0..5, &query, 2).entries, [0, 1], "{token}");
        }
    }

    #[test]
    fn there_is_nothing_behind_the_end() {
        let token = URL_SAFE_NO_PAD.encode(format!("{MARK}{}", usize::MAX));
        let behind = page(&format!("continuationToken={token}"));
        assert!(behind.entries.is_empty() && behind.token.is_none());
    }
}
