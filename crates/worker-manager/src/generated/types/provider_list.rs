// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `provider-list`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;

/// One page of the providers of a deployment.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProviderList {
    /// Token that asks for the next page. Missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
    /// The providers of this page. May be empty although more pages follow.
    pub providers: Vec<Provider>,
}

impl Page for ProviderList {
    type Item = Provider;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.providers
    }
}

/// What can look after the workers of a pool, as the deployment has configured it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Provider {
    /// Name of the provider. Worker pools name it.
    pub provider_id: String,
    /// What sort of provider it is, which decides about the form of a pool's `config`, such as
    /// `static`, `aws`, `azure` or `google`.
    pub provider_type: String,
}
