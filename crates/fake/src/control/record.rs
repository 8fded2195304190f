//! What was asked of the server, for assertions.

use std::fmt;

use taskcluster_core::{shown, shown_name};

use crate::apis::ApiMethod;
use crate::http::query::{BEWIT, raw_pairs};
use crate::http::types::HttpRequest;

/// The target of the log lines, one for each request.
pub(crate) const LOG_TARGET: &str = "taskcluster_fake";

/// The argument that no route has but at its end, and that is as good as a password.
const TOKEN: &str = "token";

/// The options of a query that are as good as a password: of methods, of uploads, of downloads.
const SECRETS: [&str; 3] = [BEWIT, TOKEN, "signature"];

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
    /// Path and query as they were sent, except that the value of a `bewit` is left out, of a token or
    /// signature in the URL of an upload or download, and of an argument that is a token.
    pub path: String,
    /// The status of the answer; `None` where the connection was reset instead.
    pub status: Option<u16>,
}

impl RecordedRequest {
    pub(crate) fn new(
        request: &HttpRequest,
        method: Option<&ApiMethod>,
        status: Option<u16>,
    ) -> Self {
        let pairs: Vec<String> = raw_pairs(request.query())
            .map(|pair| match pair.split('=').next() {
                Some(name) if SECRETS.contains(&name) => format!("{name}=.."),
                _ => pair.to_owned(),
            })
            .collect();
        let mut path = request.path().to_owned();
        if method.is_some_and(|method| method.route.last_argument() == Some(TOKEN)) {
            let end = path.trim_end_matches('/').rfind('/');
            path.replace_range(end.map_or(0, |end| end + 1).., "..");
        }
        if !pairs.is_empty() {
            path.push('?');
            path.push_str(&pairs.join("&"));
        }
        Self {
            method: request.method.clone(),
            service: method.map(|method| method.service.clone()),
            name: method.map(|method| method.name.clone()),
            path,
            status,
        }
    }
}

/// As in `PUT /api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ 200 queue.createTask`.
impl fmt::Display for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (method, path) = (shown_name(&self.method), shown(&self.path));
        write!(f, "{method} {path} ")?;
        match self.status {
            Some(status) => write!(f, "{status}")?,
            None => f.write_str("reset")?,
        }
        if let (Some(service), Some(name)) = (&self.service, &self.name) {
            write!(f, " {service}.{name}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_limited_length() {
        let record = RecordedRequest {
            method: "X\u{1b}[2J".to_owned(),
            service: None,
            name: None,
            path: format!("/a\nGET /forged 200{}", "x".repeat(100_000)),
            status: Some(404),
        };
        let line = record.to_string();
        assert!(line.starts_with(r"X\u{1b}[2J /a\nGET /forged"), "{line}");
        assert!(line.ends_with("more bytes) 404"), "{line}");
        assert!(line.len() < 3_000 && !line.contains('\n'));
    }
}
