//! The query of a request, as the server reads it.

use percent_encoding::percent_decode_str;

/// The parameter that signs a URL. Every method takes it.
pub(crate) const BEWIT: &str = "bewit";

/// The decoded options of a query, in the order sent.
#[derive(Debug, Default)]
pub(crate) struct Query(Vec<(String, Vec<String>)>);

/// The `key=value` texts of a query, not decoded.
pub(crate) fn raw_pairs(query: &str) -> impl Iterator<Item = &str> {
    query.split('&').filter(|pair| !pair.is_empty())
}

impl Query {
    pub(crate) fn parse(query: &str) -> Self {
        let mut options = Self::default();
        for pair in raw_pairs(query) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode(key), decode(value));
            match options.0.iter_mut().find(|(other, _)| *other == key) {
                Some((_, values)) => values.push(value),
                None => options.0.push((key, vec![value])),
            }
        }
        options
    }

    /// The value of an option that was given once.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        match self.0.iter().find(|(other, _)| other == key)?.1.as_slice() {
            [value] => Some(value),
            _ => None,
        }
    }

    /// All values of an option.
    pub(crate) fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        let options = self.0.iter().filter(move |(other, _)| other == key);
        options.flat_map(|(_, values)| values.iter().map(String::as_str))
    }

    /// Whether there is a bewit; an empty one counts as none.
    pub(crate) fn has_bewit(&self) -> bool {
        let given = self.0.iter().find(|(key, _)| key == BEWIT);
        given.is_some_and(|(_, values)| values.len() > 1 || values.iter().any(|v| !v.is_empty()))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0
            .iter()
            .map(|(key, values)| (key.as_str(), values.as_slice()))
    }
}

/// Here, unlike in a path, `+` is a space and a bad escape stands for itself.
fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_decoded_once_and_repeats_are_kept_apart() {
        let query = Query::parse("a=1+2&b=%252F&&c&a=3&d=%zz");
        assert_eq!(query.get("a"), None);
        assert_eq!(query.get("b"), Some("%2F"));
        assert_eq!(query.get("c"), Some(""));
        assert_eq!(query.get("d"), Some("%zz"));
        assert_eq!(
            query.iter().next(),
            Some(("a", &["1 2".to_owned(), "3".to_owned()][..]))
        );
    }
}
