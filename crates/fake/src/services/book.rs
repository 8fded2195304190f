//! Maps that know which of their entries have changed, so that these alone need be saved.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Deref;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A map that is read as any other. Whatever could change an entry notes its key.
pub(crate) struct Book<V> {
    entries: BTreeMap<String, V>,
    changed: BTreeSet<String>,
}

impl<V> Default for Book<V> {
    fn default() -> Self {
        Self {
            entries: BTreeMap::new(),
            changed: BTreeSet::new(),
        }
    }
}

impl<V: fmt::Debug> fmt::Debug for Book<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.fmt(f)
    }
}

impl<V> Deref for Book<V> {
    type Target = BTreeMap<String, V>;

    fn deref(&self) -> &Self::Target {
        &self.entries
    }
}

impl<V> FromIterator<(String, V)> for Book<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        let mut book = Self::default();
        for (key, value) in entries {
            book.insert(key, value);
        }
        book
    }
}

impl<'b, V> IntoIterator for &'b Book<V> {
    type Item = (&'b String, &'b V);
    type IntoIter = std::collections::btree_map::Iter<'b, String, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<V> Book<V> {
    pub(crate) fn insert(&mut self, key: String, value: V) -> Option<V> {
        self.changed.insert(key.clone());
        self.entries.insert(key, value)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let entry = self.entries.get_mut(key)?;
        self.changed.insert(key.to_owned());
        Some(entry)
    }

    pub(crate) fn entry(&mut self, key: String) -> Entry<'_, String, V> {
        self.changed.insert(key.clone());
        self.entries.entry(key)
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<V> {
        let entry = self.entries.remove(key)?;
        self.changed.insert(key.to_owned());
        Some(entry)
    }

    /// Removes those that are not to be kept. Others do not count as changed.
    pub(crate) fn keep(&mut self, keep: impl Fn(&str, &V) -> bool) {
        let changed = &mut self.changed;
        self.entries.retain(|key, value| {
            let is_kept = keep(key, value);
            if !is_kept {
                changed.insert(key.clone());
            }
            is_kept
        });
    }

    /// As that of a map. All entries count as changed, since the function may change them.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&String, &mut V) -> bool) {
        self.changed.extend(self.entries.keys().cloned());
        self.entries.retain(keep);
    }
}

/// A book of whatever values, as the file with the state sees it.
pub(crate) trait Saved {
    /// The entries that have changed since this was last asked, as JSON; nothing for those that are
    /// gone.
    fn take_changes(&mut self) -> serde_json::Result<Vec<(String, Option<Vec<u8>>)>>;

    /// Counts all entries as changed.
    fn change_all(&mut self);

    /// Reads an entry, or the end of one.
    fn read(&mut self, key: String, value: Option<Value>) -> serde_json::Result<()>;
}

impl<V: Serialize + DeserializeOwned> Saved for Book<V> {
    fn take_changes(&mut self) -> serde_json::Result<Vec<(String, Option<Vec<u8>>)>> {
        let changed = std::mem::take(&mut self.changed).into_iter();
        let json = |key: String| {
            let entry = self.entries.get(&key).map(serde_json::to_vec);
            Ok((key, entry.transpose()?))
        };
        changed.map(json).collect()
    }

    fn change_all(&mut self) {
        self.changed.extend(self.entries.keys().cloned());
    }

    fn read(&mut self, key: String, value: Option<Value>) -> serde_json::Result<()> {
        match value {
            Some(value) => self.entries.insert(key, serde_json::from_value(value)?),
            None => self.entries.remove(&key),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(book: &mut Book<u32>) -> Vec<(String, Option<String>)> {
        let changes = book.take_changes().expect("JSON").into_iter();
        let text = |json: Vec<u8>| String::from_utf8(json).expect("text");
        changes.map(|(key, json)| (key, json.map(text))).collect()
    }

    #[test]
    fn what_could_have_changed_is_told_once() {
        let mut book = Book::default();
        for (key, value) in [("a", 1), ("b", 2), ("c", 3), ("d", 4)] {
            book.insert(key.to_owned(), value);
        }
        assert_eq!(changes(&mut book).len(), 4);
        assert_eq!(changes(&mut book), []);
        *book.get_mut("a").expect("there") += 10;
        assert!(book.get_mut("z").is_none() && book.remove("z").is_none());
        book.remove("b");
        *book.entry("c".to_owned()).or_default() += 10;
        let of = |key: &str, json: Option<&str>| (key.to_owned(), json.map(str::to_owned));
        let expected = [of("a", Some("11")), of("b", None), of("c", Some("13"))];
        assert_eq!(changes(&mut book), expected);
        book.retain(|key, value| {
            *value += 1;
            key != "a"
        });
        let expected = [of("a", None), of("c", Some("14")), of("d", Some("5"))];
        assert_eq!(changes(&mut book), expected);
        book.keep(|key, value| key != "c" && *value == 5);
        assert_eq!(changes(&mut book), [of("c", None)]);
    }

    #[test]
    fn what_was_told_can_be_read() {
        let mut book = Book::default();
        book.insert("a".to_owned(), 1);
        book.remove("a");
        book.insert("b".to_owned(), 2);
        let mut other = Book::default();
        other.read("a".to_owned(), Some(7.into())).expect("read");
        for (key, json) in book.take_changes().expect("JSON") {
            let value = json.map(|json| serde_json::from_slice(&json).expect("JSON"));
            other.read(key, value).expect("read");
        }
        assert_eq!((other.get("a"), other.get("b")), (None, Some(&2_u32)));
        assert!(other.read("c".to_owned(), Some("x".into())).is_err());
        assert!(changes(&mut other).is_empty());
        other.change_all();
        assert_eq!(changes(&mut other).len(), 1);
    }
}
