//! A time offset that is none, where it was to be part of a request.

use crate::answer::error::{Error, RequestError};
use crate::from_now::FromNowError;

/// So that `from_now("1 day")?` may stand beside calls.
impl From<FromNowError> for Error {
    fn from(e: FromNowError) -> Self {
        RequestError::new(e.to_string()).into()
    }
}
