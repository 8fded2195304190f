//! Roles that change one by one, which costs what the one leads to, however many others there are.

use super::circles;
use super::roles::{ASSUME, Name, Roles, RolesError};

impl Roles {
    /// Puts a role in the place of what there is by its ID.
    ///
    /// # Errors
    /// Those of [`new`](Self::new); nothing is changed then.
    #[doc(hidden)]
    pub fn put(
        &mut self,
        id: &str,
        scopes: impl IntoIterator<Item = String>,
    ) -> Result<(), RolesError> {
        let before = self.take(id);
        let scope = format!("{ASSUME}{id}");
        let name: Name<'_> = match scope.strip_suffix('*') {
            Some(prefix) => (prefix, false),
            None => (&scope, true),
        };
        let put = self.add(id, scopes.into_iter());
        let put = put.and_then(|()| {
            // Where there was no circle, there is none that this role is no part of.
            let found = circles::refuse_from(self, [name]);
            // All are looked at again so that the same one is named, whichever role came last.
            found.or_else(|_| circles::refuse(self))
        });
        put.inspect_err(|_| {
            self.take(id);
            if let Some(before) = before {
                self.restore(id, before);
            }
        })
    }

    /// Takes a role out.
    #[doc(hidden)]
    pub fn remove(&mut self, id: &str) {
        self.take(id);
    }

    fn take(&mut self, id: &str) -> Option<Vec<String>> {
        let scope = format!("{ASSUME}{id}");
        match scope.strip_suffix('*') {
            Some(prefix) => self.prefixes.remove(prefix),
            None => self.exact.remove(&scope),
        }
    }

    fn restore(&mut self, id: &str, scopes: Vec<String>) {
        let scope = format!("{ASSUME}{id}");
        match scope.strip_suffix('*') {
            Some(prefix) => self.prefixes.insert(prefix.to_owned(), scopes),
            None => self.exact.insert(scope, scopes),
        };
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};

    use super::*;

    const IDS: [&str; 8] = ["a", "b", "a*", "ab", "ab*", "b*", "*", "ba"];
    const SCOPES: [&str; 10] = [
        "assume:a",
        "assume:b",
        "assume:a*",
        "assume:ab",
        "assume:<..>",
        "assume:b<..>",
        "x:<..>",
        "y",
        "x*<..>",
        "z:*",
    ];

    fn some_scopes(random: &mut StdRng) -> Vec<String> {
        let count = random.random_range(0..3);
        let scope = |_| SCOPES[random.random_range(0..SCOPES.len())].to_owned();
        (0..count).map(scope).collect()
    }

    #[test]
    fn roles_that_change_are_as_those_that_were_always_so() {
        let mut random = StdRng::seed_from_u64(11);
        let (mut changing, mut all) = (Roles::default(), BTreeMap::new());
        let (mut refused, mut most) = (0, 0);
        for step in 0..2000 {
            let id = IDS[random.random_range(0..IDS.len())];
            if random.random_bool(0.4) {
                all.remove(id);
                changing.remove(id);
            } else {
                let scopes = some_scopes(&mut random);
                let put = changing.put(id, scopes.clone());
                let mut wanted = all.clone();
                wanted.insert(id, scopes);
                assert_eq!(
                    put,
                    Roles::new(wanted.clone()).map(drop),
                    "{step}: {wanted:?}"
                );
                if put.is_ok() {
                    all = wanted;
                } else {
                    refused += 1;
                }
            }
            most = most.max(all.len());
            let always = Roles::new(all.clone()).expect("no circle");
            for scope in ["assume:a", "assume:abc", "assume:b*", "*", "assume:ab"] {
                assert_eq!(
                    changing.expand([scope]),
                    always.expand([scope]),
                    "{step}: {all:?}"
                );
            }
        }
        assert!(refused > 50 && most > 4, "{refused} {most}");
    }
}
