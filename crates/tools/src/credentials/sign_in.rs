//! A sign-in through the browser, as the shell client's `taskcluster signin`.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use taskcluster_core::{Credentials, RootUrl, slugid, urls};

use super::callback;
use crate::error::{Error, Result};

/// Asks a person for credentials: they sign in to the deployment's web interface, which makes a client there and
/// sends its credentials to this program, by a redirect of the browser to an address of this machine.
///
/// ```no_run
/// use std::time::Duration;
/// use taskcluster_core::Client;
/// use taskcluster_tools::SignIn;
///
/// let root_url = "https://tc.example.com";
/// let waiting = SignIn::new(root_url)
///     .scopes(["queue:create-task:*"])
///     .expires("8 hours")
///     .begin()?;
/// // Or opened in a browser, by the crate `webbrowser` say.
/// eprintln!("Open {}", waiting.url());
/// let credentials = waiting.wait(Duration::from_secs(300))?;
/// let client = Client::builder(root_url).credentials(credentials).build()?;
/// # Ok::<(), taskcluster_tools::Error>(())
/// ```
///
/// The listener takes connections of this machine alone, and one answer, whose address has a random text in it
/// that only the browser is told. The web interface sends answers nowhere but to `localhost`, so that the browser
/// has to run on the same machine, or reach its port by a tunnel.
#[derive(Clone, Debug)]
#[must_use = "finish with `begin`"]
pub struct SignIn {
    root_url: String,
    name: String,
    description: String,
    scopes: Vec<String>,
    expires: String,
    port: u16,
}

impl SignIn {
    /// Asks the deployment with this root URL for a client with all scopes of the person, for a day.
    pub fn new(root_url: impl Into<String>) -> Self {
        Self {
            root_url: root_url.into(),
            name: "rust".to_owned(),
            description: "Made by a program on the person's machine".to_owned(),
            scopes: Vec::new(),
            expires: "1 day".to_owned(),
            port: 0,
        }
    }

    /// What the client's ID ends with, behind that of the person and before six random characters.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// What the client is for, as the web interface lists it.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// Asks for some scopes only, in addition to those already asked for. The client has no more than the person.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes.extend(scopes.into_iter().map(Into::into));
        self
    }

    /// How long the client lasts, as [`from_now`](taskcluster_core::from_now) reads it: keep it short.
    pub fn expires(mut self, expires: impl Into<String>) -> Self {
        self.expires = expires.into();
        self
    }

    /// Listens on a certain port, for a browser that reaches it by a tunnel. A free one is chosen without.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Begins to listen.
    ///
    /// # Errors
    /// The root URL is wrong, or the port cannot be listened on.
    pub fn begin(self) -> Result<SigningIn> {
        let root: RootUrl = self
            .root_url
            .parse()
            .map_err(taskcluster_core::Error::from)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port));
        let bound = listener.and_then(|listener| Ok((listener.local_addr()?, listener)));
        let (address, listener) = bound.map_err(|e| {
            let port = self.port;
            Error::refused(format!(
                "port {port} of this machine cannot be listened on: {e}"
            ))
        })?;
        let state = slugid::v4();
        let callback = format!("http://localhost:{}/{state}", address.port());
        let url = self.url(&root, &callback);
        let (found, answer) = mpsc::channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&is_over);
        let begun = thread::Builder::new().spawn(move || listen(&listener, &state, &found, &over));
        begun.map_err(|e| Error::refused(format!("no thread can be started to listen: {e}")))?;
        Ok(SigningIn {
            url,
            address,
            answer,
            is_over,
        })
    }

    fn url(&self, root: &RootUrl, callback: &str) -> String {
        let every = ["*".to_owned()];
        let scopes = match self.scopes.is_empty() {
            true => &every[..],
            false => &self.scopes,
        };
        // So that one who signs in again asks for no client that is there.
        let random: String = slugid::nice().chars().take(6).collect();
        let name = format!("{}-{random}", self.name);
        let scopes = scopes.iter().map(|scope| ("scope", scope.as_str()));
        let others = [
            ("name", name.as_str()),
            ("expires", &self.expires),
            ("callback_url", callback),
            ("description", &self.description),
        ];
        // The first deployment of all had another page.
        let page = match root.as_str() {
            "https://taskcluster.net" => "auth/clients/new",
            _ => "auth/clients/create",
        };
        let mut url = urls::ui(root.as_str(), page);
        let mut separator = '?';
        for (key, value) in scopes.chain(others) {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            url += &format!("{separator}{key}={value}");
            separator = '&';
        }
        url
    }
}

/// A sign-in that a person is to carry out. It ends where it is dropped.
pub struct SigningIn {
    url: String,
    address: SocketAddr,
    answer: Receiver<Result<Credentials, String>>,
    is_over: Arc<AtomicBool>,
}

impl SigningIn {
    /// The page that the person is to open. It holds no secret of the deployment, but whoever opens it is asked to
    /// give their credentials to this program.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Waits until the person has signed in, for so long at most. It blocks its thread: in asynchronous programs it
    /// is for a thread of its own, such as of `spawn_blocking`.
    ///
    /// # Errors
    /// The time is over, or the web interface has sent no credentials.
    pub fn wait(self, limit: Duration) -> Result<Credentials> {
        match self.answer.recv_timeout(limit) {
            Ok(answer) => answer.map_err(Error::refused),
            Err(RecvTimeoutError::Timeout) => Err(Error::refused(format!(
                "nobody has signed in within {limit:?}: open the page and save the client there"
            ))),
            Err(RecvTimeoutError::Disconnected) => {
                Err(Error::refused("the port is not listened on any more"))
            }
        }
    }
}

impl Drop for SigningIn {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread that listens. Where it has ended, nobody answers.
        let _: io::Result<TcpStream> = TcpStream::connect(self.address);
    }
}

impl fmt::Debug for SigningIn {
    /// Leaves the URL out: it has the address that answers are taken at.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningIn")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

type Found = Sender<Result<Credentials, String>>;

fn listen(listener: &TcpListener, state: &str, found: &Found, is_over: &AtomicBool) {
    let state: Arc<str> = state.into();
    for stream in listener.incoming() {
        if is_over.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else {
            // As where too many files are open, which goes on for a while.
            thread::sleep(Duration::from_millis(100));
            continue;
        };
        let (state, found) = (Arc::clone(&state), found.clone());
        // Browsers open connections that they may never use: none may hold up another.
        let served = thread::Builder::new().spawn(move || callback::serve(&stream, &state, &found));
        drop(served);
    }
}
