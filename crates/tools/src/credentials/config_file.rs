//! The configuration file of the shell client, `taskcluster config`.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use taskcluster_core::{ClientBuilder, Options};

use super::yaml::{self, Node};
use crate::error::{Error, Result};

/// The section of the file that says who calls.
const SECTION: &str = "config";

/// What the shell client's configuration file says of deployment and caller: what `taskcluster config set` has
/// written.
///
/// The file is `taskcluster.yml` in the folder of `XDG_CONFIG_HOME`, where that is set, otherwise in `.config`
/// of the home folder. It is YAML, with the members `rootUrl`, `clientId`, `accessToken`,
/// `certificate` (a text with JSON) and `authorizedScopes` (a list) of `config`.
///
/// ```no_run
/// use taskcluster_tools::ConfigFile;
///
/// // The environment first, and the file for what is not there.
/// let client = ConfigFile::or_env()?.build()?;
/// # Ok::<(), taskcluster_tools::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ConfigFile {
    options: Options,
    authorized_scopes: Option<Vec<String>>,
}

impl ConfigFile {
    /// Begins a client by what the environment says and, for what it does not, by the file in its usual place.
    ///
    /// As with the shell client, the environment comes first. Client ID, access token and certificate belong
    /// together, though: where the environment has one of them, those of the file are not looked at, nor are its
    /// `authorizedScopes`.
    ///
    /// # Errors
    /// The file is there and cannot be read, or neither says which deployment is meant; and see
    /// [`Options::builder`].
    pub fn or_env() -> Result<ClientBuilder> {
        let lookup = |name: &str| Some(std::env::var_os(name)?.to_string_lossy().into_owned());
        let file = match Self::usual_path(lookup) {
            Some(path) => Self::read(&path)?,
            None => Self::default(),
        };
        file.behind(Options::from_lookup(lookup))
    }

    /// Where the file usually is, by the variables `XDG_CONFIG_HOME`, `HOME` and, on Windows, `USERPROFILE`.
    pub fn usual_path(lookup: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let folder = set("XDG_CONFIG_HOME").map(PathBuf::from).or_else(|| {
            let windows = || set("USERPROFILE").filter(|_| cfg!(windows));
            let home = set("HOME").or_else(windows)?;
            Some(Path::new(&home).join(".config"))
        })?;
        Some(folder.join("taskcluster.yml"))
    }

    /// Reads a file; one that is not there says nothing.
    ///
    /// # Errors
    /// The file cannot be read, or is of another form. The error names it and the line, and no value of it.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.display();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(e) => {
                let why = format!("{shown} cannot be read: {}", e.kind());
                return Err(Error::refused(why));
            }
        };
        Self::parse(&text).map_err(|(line, why)| Error::refused(format!("{shown}:{line}: {why}")))
    }

    fn parse(text: &str) -> Result<Self, (usize, String)> {
        let Some(root) = yaml::parse(text)? else {
            return Ok(Self::default());
        };
        let mut file = Self::default();
        let Some(section) = root.member(SECTION)? else {
            return Ok(file);
        };
        file.options = Options {
            root_url: section.text("rootUrl")?,
            client_id: section.text("clientId")?,
            access_token: section.text("accessToken")?,
            certificate: section.text("certificate")?,
            proxy_url: None,
        };
        if let Some(scopes) = section.member("authorizedScopes")? {
            file.authorized_scopes = scopes.texts("authorizedScopes")?;
        }
        Ok(file)
    }

    /// What the file says, as options.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The scopes that its calls are to be limited to, if they are.
    pub fn authorized_scopes(&self) -> Option<&[String]> {
        self.authorized_scopes.as_deref()
    }

    /// Begins a client by other options and, for what they do not say, by the file: see [`or_env`](Self::or_env).
    ///
    /// # Errors
    /// See [`Options::builder`].
    pub fn behind(mut self, first: Options) -> Result<ClientBuilder> {
        let has_own = [&first.client_id, &first.access_token, &first.certificate];
        if has_own.into_iter().any(Option::is_some) {
            let root_url = self.options.root_url.take();
            self = Self::default();
            self.options.root_url = root_url;
        }
        let builder = first.or(self.options).builder()?;
        Ok(match self.authorized_scopes {
            Some(scopes) => builder.authorized_scopes(scopes),
            None => builder,
        })
    }
}

impl Node {
    /// A member's text; none where it is not there, `null` or empty.
    fn text(&self, name: &str) -> Result<Option<String>, (usize, String)> {
        match self.member(name)? {
            Some(member) => member.scalar(name),
            None => Ok(None),
        }
    }

    fn scalar(&self, name: &str) -> Result<Option<String>, (usize, String)> {
        match &self.value {
            yaml::Value::Scalar(text) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
            yaml::Value::Null => Ok(None),
            _ => Err((
                self.line,
                format!("{name} must be a text; put it in quotes"),
            )),
        }
    }

    fn texts(&self, name: &str) -> Result<Option<Vec<String>>, (usize, String)> {
        match &self.value {
            yaml::Value::Null => Ok(None),
            yaml::Value::List(nodes) => {
                let texts = nodes.iter().map(|node| node.scalar(name));
                let texts: Result<Vec<_>, _> = texts.collect();
                Ok(Some(texts?.into_iter().flatten().collect()))
            }
            _ => Err((self.line, format!("{name} must be a list of texts"))),
        }
    }
}

impl fmt::Debug for ConfigFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConfigFile")
            .field("options", &self.options)
            .field("authorized_scopes", &self.authorized_scopes)
            .finish()
    }
}
