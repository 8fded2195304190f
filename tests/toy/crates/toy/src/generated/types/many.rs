// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `many`.

/// More required members than a function should have arguments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Many {
    /// The member `a`.
    pub a: String,
    /// The member `b`.
    pub b: String,
    /// The member `c`.
    pub c: String,
    /// The member `d`.
    pub d: String,
    /// The member `e`.
    pub e: String,
    /// The member `f`.
    pub f: String,
    /// The member `g`.
    pub g: String,
    /// The member `h`.
    pub h: String,
    /// The member `i`.
    pub i: Option<String>,
}

taskcluster_core::members! {
    Many {
        0 a = "a": required,
        1 b = "b": required,
        2 c = "c": required,
        3 d = "d": required,
        4 e = "e": required,
        5 f = "f": required,
        6 g = "g": required,
        7 h = "h": required,
        8 i = "i": optional,
    }
}

/// What a [`Many`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct ManyRequired {
    /// The member `h`.
    pub h: String,
    /// The member `g`.
    pub g: String,
    /// The member `f`.
    pub f: String,
    /// The member `e`.
    pub e: String,
    /// The member `d`.
    pub d: String,
    /// The member `c`.
    pub c: String,
    /// The member `b`.
    pub b: String,
    /// The member `a`.
    pub a: String,
}

impl Many {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ManyRequired) -> Self {
        Self {
            a: required.a,
            b: required.b,
            c: required.c,
            d: required.d,
            e: required.e,
            f: required.f,
            g: required.g,
            h: required.h,
            i: None,
        }
    }

    /// Sets [`i`](Self::i).
    #[must_use]
    pub fn i(mut self, i: impl Into<String>) -> Self {
        self.i = Some(i.into());
        self
    }
}
