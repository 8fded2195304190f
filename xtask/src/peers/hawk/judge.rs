//! The judge: a server in Node that asks the reference implementation, and clients that reach it.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde::Deserialize;
use taskcluster_client::{Client, Credentials};
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

const SCRIPT: &str = include_str!("judge.js");

/// A running judge. It ends when this does.
pub struct Judge {
    child: Child,
    ports: Ports,
}

#[derive(Deserialize)]
struct Ports {
    ipv4: Option<u16>,
    ipv6: Option<u16>,
}

/// What the judge says of a request that it accepts.
#[derive(Debug, Deserialize)]
pub struct Verdict {
    /// Who has signed it.
    pub id: String,
    /// The form of the signature.
    pub form: String,
    /// What else was signed.
    pub ext: Option<String>,
    /// The host as the judge sees it, where it is that of a header.
    pub host: Option<String>,
    /// The port likewise.
    pub port: Option<u16>,
    /// The path's segments, decoded as Taskcluster's servers do.
    pub path: Vec<String>,
    /// The query, decoded likewise.
    pub query: BTreeMap<String, String>,
}

impl Judge {
    /// Starts a judge that knows these callers, in a folder where Node finds `hawk`.
    pub fn start(folder: &Path, callers: &[&Credentials]) -> Result<Self, Box<dyn Error>> {
        let tokens = callers
            .iter()
            .map(|caller| (caller.client_id(), caller.access_token()));
        let tokens: BTreeMap<&str, &str> = tokens.collect();
        let mut child = Command::new("node")
            .args(["-e", SCRIPT, "--"])
            .arg(serde_json::to_string(&tokens)?)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("node cannot be run: {e}"))?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let ports = serde_json::from_str(&line)
            .map_err(|e| format!("the judge has not started: its first line is {line:?}: {e}"))?;
        Ok(Self { child, ports })
    }

    /// The root URL on IPv4.
    pub fn root_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.ports.ipv4.unwrap_or_default())
    }

    /// The root URL on IPv6, where the machine has that.
    pub fn ipv6_root_url(&self) -> Option<String> {
        Some(format!("http://[::1]:{}", self.ports.ipv6?))
    }

    /// An agent for which every host is the judge's.
    pub fn agent(&self) -> Agent {
        let address = match (self.ports.ipv4, self.ports.ipv6) {
            (None, Some(port)) => (Ipv6Addr::LOCALHOST, port).into(),
            (port, _) => (Ipv4Addr::LOCALHOST, port.unwrap_or_default()).into(),
        };
        let config = Agent::config_builder().http_status_as_error(false).build();
        Agent::with_parts(config, DefaultConnector::default(), Always(address))
    }

    /// A client for which every host is the judge's.
    pub fn client(
        &self,
        root_url: &str,
        credentials: &Credentials,
    ) -> taskcluster_client::Result<Client> {
        let builder = Client::builder(root_url).credentials(credentials.clone());
        builder.agent(self.agent()).build()
    }
}

impl Drop for Judge {
    fn drop(&mut self) {
        // It ends with its input; waiting leaves no zombie.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// One address for every name.
#[derive(Debug)]
struct Always(SocketAddr);

impl Resolver for Always {
    fn resolve(
        &self,
        _: &Uri,
        _: &Config,
        _: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut addresses = self.empty();
        addresses.push(self.0);
        Ok(addresses)
    }
}
