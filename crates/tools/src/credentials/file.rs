//! Credentials in a file that something else writes.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use taskcluster_core::{
    Credentials, CredentialsError, CredentialsProvider, Provided, ProviderError,
};
use time::OffsetDateTime;

/// The credentials of a JSON file that changes: `clientId`, `accessToken` and, for temporary ones,
/// `certificate`, as [`Credentials`] are read.
///
/// It is read again every 30 seconds in which calls are made, when its credentials are about to end, and when a
/// server refuses them. While it cannot be read, as when it is half written, calls go on with what it held
/// before.
///
/// ```
/// use taskcluster_core::Client;
/// use taskcluster_tools::FileProvider;
///
/// let provider = FileProvider::new("/run/secrets/taskcluster.json");
/// let client = Client::builder("https://tc.example.com").provider(provider).build()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct FileProvider {
    path: PathBuf,
    every: Duration,
}

impl FileProvider {
    /// The file at a path, which is read when the client needs credentials.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            every: Duration::from_secs(30),
        }
    }

    /// Reads the file again after another time.
    #[must_use]
    pub fn every(mut self, time: Duration) -> Self {
        self.every = time;
        self
    }
}

impl CredentialsProvider for FileProvider {
    fn provide(&self, now: OffsetDateTime) -> Result<Provided, ProviderError> {
        let path = self.path.display();
        let text = fs::read(&self.path)
            .map_err(|e| CredentialsError::new(format!("{path} cannot be read: {}", e.kind())))?;
        let credentials: Credentials = serde_json::from_slice(&text).map_err(|e| {
            // What is wrong with the text may repeat some of it; what is wrong with members does not.
            CredentialsError::new(match e.is_data() {
                true => format!("{path}: {e}"),
                false => format!(
                    "{path} is not JSON (line {}, column {})",
                    e.line(),
                    e.column()
                ),
            })
        })?;
        let next = now.checked_add(self.every.try_into().unwrap_or(time::Duration::MAX));
        let provided = Provided::new(credentials);
        Ok(match next {
            Some(next) => provided.ask_again(next),
            None => provided,
        })
    }
}
