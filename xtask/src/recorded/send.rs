//! Sending a request just as it was recorded.

use std::collections::BTreeMap;
use std::error::Error;

use serde_json::Value;
use time::OffsetDateTime;
use ureq::Agent;
use ureq::http::Request;

use super::caller::Caller;
use super::difference::Answer;

/// A request, ready but for its signature.
#[derive(Debug)]
pub struct Wire {
    pub verb: String,
    /// A path with its query, or a whole URL.
    pub target: String,
    /// The header of that name, where there is one.
    pub content_type: Option<String>,
    pub body: Vec<u8>,
}

/// Where requests go.
pub struct Sender {
    root_url: String,
    agent: Agent,
}

impl Sender {
    pub fn new(root_url: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .allow_non_standard_methods(true);
        Self {
            root_url: root_url.to_owned(),
            agent: config.build().new_agent(),
        }
    }

    pub fn send(
        &self,
        wire: &Wire,
        caller: &Caller,
        now: OffsetDateTime,
    ) -> Result<Answer, Box<dyn Error>> {
        let authorization = caller.header(wire, &self.root_url, now)?;
        let target = match caller.bewit(wire, &self.root_url)? {
            Some(target) => target,
            None => wire.target.clone(),
        };
        let url = if target.starts_with('/') {
            format!("{}{target}", self.root_url)
        } else {
            target
        };
        let mut request = Request::builder().method(wire.verb.as_str()).uri(url);
        if let Some(content_type) = &wire.content_type {
            request = request.header("content-type", content_type);
        }
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let mut response = if wire.body.is_empty() && !matches!(wire.verb.as_str(), "PUT" | "POST")
        {
            self.agent.run(request.body(())?)?
        } else {
            self.agent.run(request.body(wire.body.as_slice())?)?
        };
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        });
        let headers = BTreeMap::from_iter(headers);
        let body = response.body_mut().read_to_vec()?;
        let text = String::from_utf8_lossy(&body).into_owned();
        let is_json = headers
            .get("content-type")
            .is_some_and(|name| name.starts_with("application/json"));
        let body = if is_json {
            serde_json::from_str(&text).ok()
        } else {
            None
        };
        Ok(Answer {
            status: response.status().as_u16(),
            headers,
            body: body.unwrap_or(Value::String(text)),
        })
    }
}
