//! What stands here for the recording's own dates, tokens and ids, so that its requests mean the same to
//! another deployment, hours or years later.

use std::collections::HashMap;

use serde_json::Value;
use taskcluster_core::{Credentials, slugid, timestamp};
use time::{Duration, OffsetDateTime};
use url::form_urlencoded;

use super::case::Case;
use super::compare::Measure;
use super::difference::Answer;
use super::kept;
use super::payload::Payload;
use super::send::Wire;

/// Members of answers that a deployment makes up, and that later requests repeat.
const MADE_UP: [&str; 4] = ["continuationToken", "errorId", "secret", "uploadId"];

/// What a recording has in place of a token.
const TOKEN: &str = "(token)";

/// What is uploaded: the content whose hashes the recordings have.
const CONTENT: &str = "hello object";

const JSON: &str = "application/json";

/// What is known of the deployment that the recording is put to.
#[derive(Debug)]
pub struct Known {
    root: Credentials,
    root_url: String,
    /// How much later than the recording it is here.
    shift: Duration,
    /// How far the deployment's clock was put ahead.
    ahead: Duration,
    /// What stands for texts of the recording.
    texts: HashMap<String, String>,
    /// The credentials in answers, by request.
    credentials: HashMap<String, Credentials>,
    /// Where content goes that the last answer with such a URL asked for, and its type.
    upload: Option<(String, Option<String>)>,
    /// The secret that static workers prove themselves with here.
    token: String,
}

impl Known {
    /// Of a deployment of which nothing is known but this.
    pub fn new(root_url: &str, root: Credentials) -> Self {
        Self {
            root,
            root_url: root_url.to_owned(),
            shift: Duration::ZERO,
            ahead: Duration::ZERO,
            texts: HashMap::new(),
            credentials: HashMap::new(),
            upload: None,
            token: slugid::nice() + &slugid::nice(),
        }
    }

    /// Sets that a moment of the recording is this one here.
    pub fn begin(&mut self, recorded: OffsetDateTime, here: OffsetDateTime) {
        self.shift = here - recorded;
    }

    /// How far the deployment's clock must be put ahead to be where it was in the recording, by the
    /// machine's time.
    pub fn catch_up(
        &mut self,
        recorded: OffsetDateTime,
        machine: OffsetDateTime,
    ) -> Option<std::time::Duration> {
        let behind = recorded + self.shift - self.now(machine);
        let step = std::time::Duration::try_from(behind).ok()?;
        self.ahead += behind;
        Some(step)
    }

    /// What time it is for the deployment.
    pub fn now(&self, machine: OffsetDateTime) -> OffsetDateTime {
        machine + self.ahead
    }

    /// How much later than in the recording it is.
    pub fn shift(&self) -> Duration {
        self.shift
    }

    /// Those who may do everything.
    pub fn root(&self) -> &Credentials {
        &self.root
    }

    /// The credentials that the request of this name was answered with.
    pub fn credentials(&self, id: &str) -> Option<&Credentials> {
        self.credentials.get(id)
    }

    /// By what an answer is measured.
    pub fn measure(&self, case: &Case) -> Measure<'_> {
        Measure {
            shift: self.shift,
            texts: &self.texts,
            root_url: &self.root_url,
            root_client: self.root.client_id(),
            shape_only: kept::shows_older_things(&case.id),
        }
    }

    /// The request as it is sent here.
    pub fn request(&self, case: &Case) -> Wire {
        if !case.path.starts_with('/') {
            return self.content(case);
        }
        let (content_type, body) = match &case.payload {
            Payload::Single(Value::Null) => (None, String::new()),
            // Texts are payloads with something wrong, which the name tells.
            Payload::Single(Value::String(text)) => match case.id.as_str() {
                "no_ct" => (None, text.clone()),
                "text_plain" => (Some("text/plain"), text.clone()),
                _ => (Some(JSON), text.clone()),
            },
            payload => match case.cut_payload() {
                Some(length) => {
                    let filling = "x".repeat(length.saturating_sub("{\"a\": \"\"}".len()));
                    (Some(JSON), format!("{{\"a\": \"{filling}\"}}"))
                }
                None => {
                    let here = payload.map(&|value| self.here(case, value));
                    (Some(JSON), here.written())
                }
            },
        };
        Wire {
            verb: case.verb().to_owned(),
            target: self.target(&case.path),
            content_type: content_type.map(str::to_owned),
            body: body.into_bytes(),
        }
    }

    /// Content that is put where an answer has said.
    fn content(&self, case: &Case) -> Wire {
        let (url, content_type) = self.upload.clone().unwrap_or_default();
        Wire {
            verb: case.verb().to_owned(),
            target: url,
            content_type: match case.id.as_str() {
                "s3_put" => Some("text/plain".to_owned()),
                "s3_put_wrong_ct" => Some("text/html".to_owned()),
                _ => content_type,
            },
            body: CONTENT.into(),
        }
    }

    /// What stands here for a value in a payload.
    fn here(&self, case: &Case, value: &Value) -> Value {
        match value {
            Value::String(text) if text == TOKEN => match case.id.ends_with("_bad_proof") {
                true => (slugid::nice() + &slugid::nice()).into(),
                false => self.token.clone().into(),
            },
            Value::String(text) => match (self.texts.get(text), timestamp::parse(text)) {
                (Some(here), _) => here.clone().into(),
                (None, Ok(date)) => {
                    timestamp::to_string(date + self.shift).map_or(Value::Null, Value::String)
                }
                (None, Err(_)) => value.clone(),
            },
            other => other.clone(),
        }
    }

    /// A path whose query has the tokens that were given here.
    fn target(&self, path: &str) -> String {
        let Some((path, query)) = path.split_once('?') else {
            return path.to_owned();
        };
        let option = |option: &str| {
            let (name, value) = option.split_once('=')?;
            let mut decoded = form_urlencoded::parse(value.as_bytes());
            let here = self.texts.get(&*decoded.next()?.0)?;
            let here: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
            Some(format!("{name}={here}"))
        };
        let options = query
            .split('&')
            .map(|text| option(text).unwrap_or_else(|| text.to_owned()));
        format!("{path}?{}", Vec::from_iter(options).join("&"))
    }

    /// Remembers what an answer has that the recording has another one of.
    pub fn learn(&mut self, case: &Case, answer: &Answer) {
        self.learn_texts("", &case.answer, &answer.body);
        if let Some(credentials) = credentials(&answer.body) {
            self.credentials.insert(case.id.clone(), credentials);
        }
        if let Some(upload) = upload(&answer.body) {
            self.upload = Some(upload);
        }
    }

    fn learn_texts(&mut self, name: &str, recorded: &Value, here: &Value) {
        match (recorded, here) {
            (Value::Object(recorded), Value::Object(here)) => {
                for (name, recorded) in recorded {
                    if let Some(here) = here.get(name) {
                        self.learn_texts(name, recorded, here);
                    }
                }
            }
            (Value::Array(recorded), Value::Array(here)) => {
                for (recorded, here) in recorded.iter().zip(here) {
                    self.learn_texts(name, recorded, here);
                }
            }
            (Value::String(recorded), Value::String(here)) if MADE_UP.contains(&name) => {
                self.texts.insert(recorded.clone(), here.clone());
            }
            _ => {}
        }
    }
}

/// The first credentials in an answer.
fn credentials(answer: &Value) -> Option<Credentials> {
    let nested = || match answer {
        Value::Object(members) => members.values().find_map(credentials),
        Value::Array(items) => items.iter().find_map(credentials),
        _ => None,
    };
    let text = |name: &str| answer.get(name).and_then(Value::as_str);
    let (Some(client_id), Some(token)) = (text("clientId"), text("accessToken")) else {
        return nested();
    };
    let credentials = Credentials::new(client_id, token);
    let certificate =
        text("certificate").and_then(|json| taskcluster_core::Certificate::parse(json).ok());
    Some(match certificate {
        Some(certificate) => credentials.with_certificate(certificate),
        None => credentials,
    })
}

/// Where an answer wants content to be put, and of what type.
fn upload(answer: &Value) -> Option<(String, Option<String>)> {
    let method = &answer["uploadMethod"]["putUrl"];
    let url = answer["putUrl"].as_str().or(method["url"].as_str())?;
    let content_type = method["headers"]["Content-Type"].as_str();
    Some((url.to_owned(), content_type.map(str::to_owned)))
}

#[cfg(test)]
mod tests;
