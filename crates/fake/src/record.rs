//! What was asked of the server, for assertions.

use crate::http_types::HttpRequest;
use crate::query::{BEWIT, raw_pairs};

/// One request that the server has answered, or refused to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The verb, in capitals.
    pub method: String,
    /// The service, where the path names one that exists.
    pub service: Option<String>,
    /// The API's name of the method, such as `createTask`, where there is one for verb and path.
    pub name: Option<String>,
    /// Path and query as they were sent. The value of a `bewit` is left out.
    pub path: String,
    /// The status of the answer; `None` where the connection was reset instead.
    pub status: Option<u16>,
}

impl RecordedRequest {
    pub(crate) fn new(
        request: &HttpRequest,
        method: Option<(&str, &str)>,
        status: Option<u16>,
    ) -> Self {
        let pairs: Vec<String> = raw_pairs(request.query())
            .map(|pair| {
                if is_bewit(pair) {
                    format!("{BEWIT}=..")
                } else {
                    pair.to_owned()
                }
            })
            .collect();
        let mut path = request.path().to_owned();
        if !pairs.is_empty() {
            path.push('?');
            path.push_str(&pairs.join("&"));
        }
        Self {
            method: request.method.clone(),
            service: method.map(|(service, _)| service.to_owned()),
            name: method.map(|(_, name)| name.to_owned()),
            path,
            status,
        }
    }
}

fn is_bewit(pair: &str) -> bool {
    pair.split('=').next() == Some(BEWIT)
}
