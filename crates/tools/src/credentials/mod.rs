//! Where credentials come from: providers that know the services, files, and a sign-in by a browser.

mod callback;
mod claim;
mod config_file;
mod file;
mod sign_in;
mod worker;
mod yaml;

use taskcluster_core::Provided;
use time::OffsetDateTime;

pub use claim::ClaimProvider;
pub use config_file::ConfigFile;
pub use file::FileProvider;
pub use sign_in::{SignIn, SigningIn};
pub use worker::WorkerProvider;

/// Makes providers of what renews by calls: a plain one with the blocking client, and one that is awaited with
/// the asynchronous one.
macro_rules! renews_by_calls {
    ($provider:ident) => {
        #[cfg(feature = "blocking")]
        impl taskcluster_core::CredentialsProvider for $provider<taskcluster_core::Client> {
            fn provide(
                &self,
                now: time::OffsetDateTime,
            ) -> Result<taskcluster_core::Provided, taskcluster_core::ProviderError> {
                Ok(crate::caller::now(self.next(now))?)
            }
        }

        #[cfg(feature = "async")]
        impl taskcluster_core::AsyncCredentialsProvider
            for $provider<taskcluster_core::AsyncClient>
        {
            fn provide(
                &self,
                now: time::OffsetDateTime,
            ) -> taskcluster_core::BoxFuture<
                '_,
                Result<taskcluster_core::Provided, taskcluster_core::ProviderError>,
            > {
                Box::pin(async move { Ok(self.next(now).await?) })
            }
        }
    };
}
use renews_by_calls;

/// Has what lasts until a time renewed after three quarters of it.
fn until(provided: Provided, now: OffsetDateTime, end: OffsetDateTime) -> Provided {
    provided.ask_again(now + (end - now) * 3 / 4)
}

#[cfg(test)]
mod tests {
    use taskcluster_core::Credentials;
    use time::Duration;

    use super::*;

    #[test]
    fn what_lasts_is_renewed_in_its_last_quarter() {
        let now = OffsetDateTime::UNIX_EPOCH;
        let provided = Provided::new(Credentials::new("c", "t"));
        let claim = until(provided.clone(), now, now + Duration::minutes(20));
        let renewed = provided.ask_again(now + Duration::minutes(15));
        assert_eq!(claim, renewed);
    }
}
