//! Hashes of content.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256, Sha512};

use crate::error::{Error, Mismatch};

/// A kind of hash that can be computed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Sha256,
    Sha512,
}

impl Algorithm {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }
}

/// What content must hash to, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) algorithm: Algorithm,
    pub(crate) digits: String,
}

/// Hashes under way.
#[derive(Clone, Default)]
pub(crate) struct Digests {
    sha256: Option<Sha256>,
    sha512: Option<Sha512>,
}

impl Digests {
    /// Those that are needed to check all of these.
    pub(crate) fn for_all(expected: &[Expected]) -> Self {
        let needs = |algorithm| expected.iter().any(|it| it.algorithm == algorithm);
        Self {
            sha256: needs(Algorithm::Sha256).then(Sha256::new),
            sha512: needs(Algorithm::Sha512).then(Sha512::new),
        }
    }

    /// SHA-256 and SHA-512.
    pub(crate) fn both() -> Self {
        Self {
            sha256: Some(Sha256::new()),
            sha512: Some(Sha512::new()),
        }
    }

    pub(crate) fn sha256() -> Self {
        Self {
            sha256: Some(Sha256::new()),
            sha512: None,
        }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        if let Some(hash) = &mut self.sha256 {
            hash.update(bytes);
        }
        if let Some(hash) = &mut self.sha512 {
            hash.update(bytes);
        }
    }

    /// Takes out the hash that takes longest, where there is more than one.
    pub(crate) fn slower(&mut self) -> Self {
        Self {
            sha256: None,
            sha512: self.sha512.take_if(|_| self.sha256.is_some()),
        }
    }

    /// Whether there is nothing to take.
    pub(crate) fn are_none(&self) -> bool {
        self.sha256.is_none() && self.sha512.is_none()
    }

    /// Takes another's in.
    pub(crate) fn join(&mut self, other: Self) {
        self.sha256 = self.sha256.take().or(other.sha256);
        self.sha512 = self.sha512.take().or(other.sha512);
    }

    /// The digits of a hash, where it was taken.
    pub(crate) fn digits(&self, algorithm: Algorithm) -> Option<String> {
        match algorithm {
            Algorithm::Sha256 => self.sha256.clone().map(|hash| hex(&hash.finalize())),
            Algorithm::Sha512 => self.sha512.clone().map(|hash| hex(&hash.finalize())),
        }
    }

    /// Compares with what is expected.
    pub(crate) fn check(&self, expected: &[Expected]) -> Result<(), Error> {
        for Expected { algorithm, digits } in expected {
            let found = self.digits(*algorithm).unwrap_or_default();
            if !found.eq_ignore_ascii_case(digits.trim()) {
                return Err(Error::Mismatch(Mismatch {
                    what: algorithm.name(),
                    expected: digits.clone(),
                    found,
                }));
            }
        }
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hash_that_is_expected_is_compared() {
        let expected = |algorithm, digits: &str| Expected {
            algorithm,
            digits: digits.to_owned(),
        };
        // Of "hello object", as a server of today said them of it.
        let right = "5CD9289A69664E69C5E2C3015062796590A2D6ED5F32FE9D4EC1F3C94636E457";
        let other = "5da8719e6bb5c36e9f996bc8f885cd625dc3480664b171642b44b439af9642665cd1836549\
                     4df9bcc14dc77231320cd39fb646989ec56854d1be6a8aab77a521";
        let all = [
            expected(Algorithm::Sha256, right),
            expected(Algorithm::Sha512, other),
        ];
        let mut digests = Digests::for_all(&all);
        digests.update(b"hello ");
        digests.update(b"object");
        digests.check(&all).expect("both are right");
        let wrong = [all[0].clone(), expected(Algorithm::Sha512, "00")];
        let Err(Error::Mismatch(e)) = digests.check(&wrong) else {
            panic!("the second is wrong");
        };
        assert_eq!((e.what, &*e.expected, &*e.found), ("sha512", "00", other));
    }
}
