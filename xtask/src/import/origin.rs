//! Where files come from: a deployment, by HTTP, or a folder.

use std::cell::Cell;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use taskcluster_core::RootUrl;
use ureq::Agent;
use url::Url;

use super::{Error, Result};

/// The largest file that is read, in bytes. Schemas and references are far smaller.
const MAX_FILE: u64 = 4 * 1024 * 1024;

/// How many bytes all files may have together.
const MAX_ALL: u64 = 64 * 1024 * 1024;

/// How many redirects are followed, one after the other.
const MAX_REDIRECTS: usize = 5;

/// Where the manifest is, and, for a folder in the layout of `apis/`, where it may be as well.
const MANIFESTS: [&str; 2] = ["/references/manifest.json", "/manifest.json"];

/// Something with files by path.
pub struct Origin {
    place: Place,
    /// How many bytes were read.
    read: Cell<u64>,
}

enum Place {
    Deployment { root: RootUrl, agent: Agent },
    Folder(PathBuf),
}

impl Origin {
    /// A root URL or a folder.
    pub fn open(from: &str) -> Result<Self> {
        let place = if from.contains("://") {
            deployment(from)?
        } else {
            let folder = Path::new(from);
            if !folder.is_dir() {
                let why = "there is no such folder; a root URL begins with https:// or http://";
                return Err(Error::at(from, why));
            }
            Place::Folder(folder.to_owned())
        };
        let read = Cell::new(0);
        Ok(Self { place, read })
    }

    /// The path of the root URL, without a slash at its end.
    pub fn base_path(&self) -> &str {
        match &self.place {
            Place::Folder(_) => "",
            Place::Deployment { root, .. } => {
                let rest = root.as_str().split_once("://").map_or("", |(_, rest)| rest);
                rest.find('/').map_or("", |slash| &rest[slash..])
            }
        }
    }

    /// The manifest, and its path.
    pub fn manifest(&self) -> Result<(&'static str, Value)> {
        let places = match &self.place {
            Place::Deployment { .. } => &MANIFESTS[..1],
            Place::Folder(_) => &MANIFESTS[..],
        };
        for path in places {
            if let Some(json) = self.json(path)? {
                return Ok((path, json));
            }
        }
        let why = match &self.place {
            Place::Deployment { .. } => "there is none: is this the root URL of a deployment?",
            Place::Folder(_) => "there is neither this nor manifest.json in the folder",
        };
        Err(Error::at(self.show(MANIFESTS[0]), why))
    }

    /// The JSON file at a path from the root; `None` where there is none.
    pub fn json(&self, path: &str) -> Result<Option<Value>> {
        let bytes = match &self.place {
            Place::Folder(_) => read_file(&self.show(path))?,
            Place::Deployment { agent, .. } => get(agent, &self.show(path))?,
        };
        let length = bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        self.read.set(self.read.get() + length);
        if self.read.get() > MAX_ALL {
            let why = format!("with this file it is more than the {MAX_ALL} bytes that are taken");
            return Err(Error::at(self.show(path), why));
        }
        let parse = |bytes: Vec<u8>| {
            serde_json::from_slice(&bytes)
                .map_err(|e| Error::at(self.show(path), format!("this is not JSON: {e}")))
        };
        bytes.map(parse).transpose()
    }

    /// A path as people know it: a URL or a file.
    pub fn show(&self, path: &str) -> String {
        match &self.place {
            Place::Deployment { root, .. } => format!("{root}{path}"),
            Place::Folder(folder) => folder
                .join(path.trim_start_matches('/'))
                .display()
                .to_string(),
        }
    }
}

fn deployment(from: &str) -> Result<Place> {
    let root: RootUrl = from.parse().map_err(|e| Error::new(format!("{e}")))?;
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .https_only(root.is_https())
        // Followed here, where it is known how far one may lead.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(taskcluster_core::USER_AGENT)
        .timeout_global(Some(Duration::from_secs(60)));
    Ok(Place::Deployment {
        root,
        agent: config.build().new_agent(),
    })
}

fn read_file(path: &str) -> Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(Error::at(path, e)),
    };
    let mut bytes = Vec::new();
    let read = file.take(MAX_FILE + 1).read_to_end(&mut bytes);
    if read.map_err(|e| Error::at(path, e))? as u64 > MAX_FILE {
        return Err(Error::at(
            path,
            format!("the file has more than {MAX_FILE} bytes"),
        ));
    }
    Ok(Some(bytes))
}

fn get(agent: &Agent, url: &str) -> Result<Option<Vec<u8>>> {
    let mut target = url.to_owned();
    for _ in 0..=MAX_REDIRECTS {
        let mut answer = agent.get(&target).call().map_err(|e| Error::at(url, e))?;
        match answer.status().as_u16() {
            200 => {}
            301 | 302 | 303 | 307 | 308 => {
                let location = answer.headers().get("location");
                let location = location.and_then(|location| location.to_str().ok());
                target = redirect(&target, location).map_err(|why| Error::at(url, why))?;
                continue;
            }
            404 => return Ok(None),
            status => return Err(Error::at(url, format!("the answer is {status}"))),
        }
        let body = answer.body_mut().with_config().limit(MAX_FILE);
        return body.read_to_vec().map(Some).map_err(|e| Error::at(url, e));
    }
    Err(Error::at(
        url,
        format!("there are more than {MAX_REDIRECTS} redirects"),
    ))
}

/// Where a redirect leads, which has to be on the same host: what is asked for is what a deployment
/// publishes, and no other server that can be reached from here.
fn redirect(from: &str, location: Option<&str>) -> Result<String, String> {
    let location = location.ok_or("a redirect that does not say where to")?;
    let from = Url::parse(from).map_err(|e| e.to_string())?;
    let to = from
        .join(location)
        .map_err(|e| format!("a redirect to {location}: {e}"))?;
    if from.origin() == to.origin() {
        return Ok(to.into());
    }
    Err(format!(
        "a redirect to {to}, which is not the same host; only a redirect within it is followed"
    ))
}
