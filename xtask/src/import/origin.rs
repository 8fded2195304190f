//! Where files come from: a deployment, by HTTP, or a folder.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use taskcluster_core::RootUrl;
use ureq::Agent;

use super::{Error, Result};

/// The largest file that is read, in bytes. Schemas and references are far smaller.
const MAX_FILE: u64 = 32 * 1024 * 1024;

/// Where the manifest is, and, for a folder in the layout of `apis/`, where it may be as well.
const MANIFESTS: [&str; 2] = ["/references/manifest.json", "/manifest.json"];

/// Something with files by path.
pub enum Origin {
    Deployment { root: RootUrl, agent: Agent },
    Folder(PathBuf),
}

impl Origin {
    /// A root URL or a folder.
    pub fn open(from: &str) -> Result<Self> {
        if !from.contains("://") {
            let folder = Path::new(from);
            if !folder.is_dir() {
                let why = "there is no such folder; a root URL begins with https:// or http://";
                return Err(Error::at(from, why));
            }
            return Ok(Self::Folder(folder.to_owned()));
        }
        let root: RootUrl = from.parse().map_err(|e| Error::new(format!("{e}")))?;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .https_only(root.is_https())
            .user_agent(taskcluster_core::USER_AGENT)
            .timeout_global(Some(Duration::from_secs(60)));
        Ok(Self::Deployment {
            root,
            agent: config.build().new_agent(),
        })
    }

    /// The path of the root URL, without a slash at its end.
    pub fn base_path(&self) -> &str {
        match self {
            Self::Folder(_) => "",
            Self::Deployment { root, .. } => {
                let rest = root.as_str().split_once("://").map_or("", |(_, rest)| rest);
                rest.find('/').map_or("", |slash| &rest[slash..])
            }
        }
    }

    /// The manifest, and its path.
    pub fn manifest(&self) -> Result<(&'static str, Value)> {
        let places = match self {
            Self::Deployment { .. } => &MANIFESTS[..1],
            Self::Folder(_) => &MANIFESTS[..],
        };
        for path in places {
            if let Some(json) = self.json(path)? {
                return Ok((path, json));
            }
        }
        let why = match self {
            Self::Deployment { .. } => "there is none: is this the root URL of a deployment?",
            Self::Folder(_) => "there is neither this nor manifest.json in the folder",
        };
        Err(Error::at(self.show(MANIFESTS[0]), why))
    }

    /// The JSON file at a path from the root; `None` where there is none.
    pub fn json(&self, path: &str) -> Result<Option<Value>> {
        let bytes = match self {
            Self::Folder(_) => match fs::read(self.show(path)) {
                Ok(bytes) => Some(bytes),
                Err(e) if e.kind() == ErrorKind::NotFound => None,
                Err(e) => return Err(Error::at(self.show(path), e)),
            },
            Self::Deployment { agent, .. } => get(agent, &self.show(path))?,
        };
        let parse = |bytes: Vec<u8>| {
            serde_json::from_slice(&bytes)
                .map_err(|e| Error::at(self.show(path), format!("this is not JSON: {e}")))
        };
        bytes.map(parse).transpose()
    }

    /// A path as people know it: a URL or a file.
    pub fn show(&self, path: &str) -> String {
        match self {
            Self::Deployment { root, .. } => format!("{root}{path}"),
            Self::Folder(folder) => folder
                .join(path.trim_start_matches('/'))
                .display()
                .to_string(),
        }
    }
}

fn get(agent: &Agent, url: &str) -> Result<Option<Vec<u8>>> {
    let mut answer = agent.get(url).call().map_err(|e| Error::at(url, e))?;
    match answer.status().as_u16() {
        200 => {}
        404 => return Ok(None),
        status => return Err(Error::at(url, format!("the answer is {status}"))),
    }
    let body = answer
        .body_mut()
        .with_config()
        .limit(MAX_FILE)
        .read_to_vec();
    body.map(Some).map_err(|e| Error::at(url, e))
}
