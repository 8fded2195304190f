// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `download-object-request`.

/// How the caller could download an object.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DownloadObjectRequest {
    /// The download methods that the caller can use. With none, the call fails with 406.
    pub accept_download_methods: AcceptedDownloadMethods,
}

taskcluster_core::members! {
    DownloadObjectRequest {
        0 accept_download_methods = "acceptDownloadMethods": required,
    }
}

impl DownloadObjectRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(accept_download_methods: AcceptedDownloadMethods) -> Self {
        Self {
            accept_download_methods,
        }
    }
}

/// The download methods that the caller can use. With none, the call fails with 406.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct AcceptedDownloadMethods {
    /// Always `true`, which says that the caller can use this method. Leave it out if it cannot.
    pub get_url: Option<bool>,
    /// Always `true`, which says that the caller can use this method. Leave it out if it cannot.
    pub simple: Option<bool>,
}

taskcluster_core::members! {
    AcceptedDownloadMethods {
        0 get_url = "getUrl": optional,
        1 simple = "simple": optional,
    }
}

impl AcceptedDownloadMethods {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`get_url`](Self::get_url).
    #[must_use]
    pub fn get_url(mut self, get_url: bool) -> Self {
        self.get_url = Some(get_url);
        self
    }

    /// Sets [`simple`](Self::simple).
    #[must_use]
    pub fn simple(mut self, simple: bool) -> Self {
        self.simple = Some(simple);
        self
    }
}
