// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `download-object-response`.

use super::{GetUrlDownload, SimpleDownload};

taskcluster_core::tagged_union! {
    /// How to download the object; `method` tells the forms apart.
    ///
    /// Today's servers only.
    pub enum DownloadObjectResponse by "method" {
        /// Where to `GET` the content from.
        Simple(SimpleDownload) = "simple",
        /// Where to `GET` the content from for a short time, and what it must hash to.
        GetUrl(GetUrlDownload) = "getUrl",
    }
}
