// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `provider-list`.

use taskcluster_core::Page;

/// One page of the providers of a deployment.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ProviderList {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The providers of this page. May be empty although more pages follow.
    pub providers: Vec<Provider>,
}

taskcluster_core::members! {
    ProviderList {
        0 continuation_token = "continuationToken": optional,
        1 providers = "providers": required,
    }
}

impl ProviderList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(providers: impl IntoIterator<Item = Provider>) -> Self {
        Self {
            continuation_token: None,
            providers: providers.into_iter().collect(),
        }
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Provider {
    /// Name of the provider. Worker pools name it.
    pub provider_id: String,
    /// What sort of provider it is, which decides about the form of a pool's `config`, such as
    /// `static`, `aws`, `azure` or `google`.
    pub provider_type: String,
}

taskcluster_core::members! {
    Provider {
        0 provider_id = "providerId": required,
        1 provider_type = "providerType": required,
    }
}

/// What a [`Provider`] must have.
pub struct ProviderRequired {
    /// See [`Provider::provider_id`].
    pub provider_id: String,
    /// See [`Provider::provider_type`].
    pub provider_type: String,
}

impl Provider {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ProviderRequired) -> Self {
        Self {
            provider_id: required.provider_id,
            provider_type: required.provider_type,
        }
    }
}
