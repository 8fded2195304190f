//! How each contender is started, and what it is called.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use contender::{IN_FLIGHT, THREADS};

use super::Who::{self, *};
use crate::cargo::Cargo;
use crate::server::Kind;

/// The programs of all contenders: where those of Rust are built, and packages of other languages
/// installed.
pub struct Programs<'a> {
    /// Builds the packages.
    pub cargo: &'a Cargo,
    /// Holds `python-6`, `python` and `npm`, or not.
    pub packages: Option<PathBuf>,
}

impl Programs<'_> {
    /// What a table calls it.
    pub fn label(&self, who: Who) -> String {
        let version = |folder| self.version(folder).unwrap_or_default();
        let official = || self.cargo.locked("taskcluster").unwrap_or_default();
        match who {
            Raw => "raw socket, fixed bytes".to_owned(),
            RawTyped => "raw socket, our signatures and types".to_owned(),
            Bare | BareFile => format!(
                "bare ureq {}",
                self.cargo.locked("ureq").unwrap_or_default()
            ),
            Ours | Roles | Artifacts => "ours".to_owned(),
            OursAsync | ArtifactsAsync => "ours, async".to_owned(),
            Many => format!("ours, {THREADS} threads"),
            ManyAsync => format!("ours, async, {IN_FLIGHT} in flight"),
            ManyAsyncThreads => format!("ours, async, {IN_FLIGHT} in flight, multi-thread"),
            OfficialFew => format!("official {}, {THREADS} in flight", official()),
            Official | OfficialArtifacts => format!("official {}", official()),
            OfficialThreads => format!("official {}, multi-thread", official()),
            Python6 => format!("Python {}", version("python-6")),
            Python => format!("Python {}", version("python")),
            JavaScript => format!("JavaScript {}", version("npm")),
            LibScopes => format!("taskcluster-lib-scopes {}", version("npm-scopes")),
            Facade => "ours, facade with all services".to_owned(),
            FacadeAsync => "ours, facade, async too".to_owned(),
            Nothing => "a program that does nothing".to_owned(),
            ScopesLoop => "plain loop".to_owned(),
            ScopesCheck => "ours, single check".to_owned(),
            ScopesSet => "ours, prepared set".to_owned(),
            Hash => "SHA-256 alone".to_owned(),
            Socket => "socket alone".to_owned(),
            Curl => format!("curl {}", curl().unwrap_or_default()),
        }
    }

    /// The program that takes orders, built where it must be.
    pub fn orders(&self, who: Who) -> Result<Command, String> {
        let Some((package, argument)) = who.package() else {
            return self.script(who);
        };
        let mut command = Command::new(self.cargo.build(package, package)?);
        command.arg(argument);
        Ok(command)
    }

    /// The same with allocations counted.
    pub fn counted(&self, who: Who) -> Result<Command, String> {
        let (package, argument) = who.package().ok_or("it is no program of Rust")?;
        let program = self.cargo.build(package, &format!("{package}-counted"))?;
        let mut command = Command::new(program);
        command.arg(argument);
        Ok(command)
    }

    /// The program that makes one call, to a server of this kind.
    pub fn one_call(&self, who: Who, server: Kind) -> Result<Command, String> {
        if who == Nothing {
            return Ok(Command::new("true"));
        }
        if let Some(package) = who.one_call() {
            let program = match (who, server) {
                (Ours | Facade, Kind::Https) => format!("{package}-https"),
                _ => package.to_owned(),
            };
            return Ok(Command::new(self.cargo.build(package, &program)?));
        }
        let mut command = self.script(who)?;
        command.arg("once");
        Ok(command)
    }

    fn script(&self, who: Who) -> Result<Command, String> {
        let (program, script, folder) = match who {
            Python6 => ("python3", "python.py", "python-6"),
            Python => ("python3", "python.py", "python"),
            JavaScript => ("node", "js.mjs", "npm"),
            LibScopes => ("node", "scopes.mjs", "npm-scopes"),
            _ => return Err("it has no program".to_owned()),
        };
        let packages = self.folder(folder).filter(|folder| folder.is_dir());
        let packages = packages.ok_or("its packages are not installed")?;
        let mut command = Command::new(program);
        // Old clients warn of what newer Pythons think of them.
        command.env("PYTHONWARNINGS", "ignore");
        command
            .arg(self.cargo.workspace().join("scripts").join(script))
            .arg(packages);
        Ok(command)
    }

    fn folder(&self, name: &str) -> Option<PathBuf> {
        Some(self.packages.as_ref()?.join(name))
    }

    /// The version of an installed client.
    fn version(&self, folder: &str) -> Option<String> {
        let folder = self.folder(folder)?;
        for name in ["taskcluster-client", "taskcluster-lib-scopes"] {
            let package = folder.join("node_modules").join(name).join("package.json");
            if let Ok(text) = fs::read_to_string(package) {
                let package: serde_json::Value = serde_json::from_str(&text).ok()?;
                return Some(package["version"].as_str()?.to_owned());
            }
        }
        let names = fs::read_dir(folder)
            .ok()?
            .flatten()
            .map(|entry| entry.file_name());
        names.filter_map(of_python).next()
    }
}

/// The version of curl.
fn curl() -> Option<String> {
    let output = Command::new("curl").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split_whitespace().nth(1)?.to_owned())
}

/// The version in a name like `taskcluster-6.0.0.dist-info`.
fn of_python(name: OsString) -> Option<String> {
    let name = name.into_string().ok()?;
    let version = name
        .strip_prefix("taskcluster-")?
        .strip_suffix(".dist-info")?;
    Some(version.to_owned())
}

/// The environment in which a program trusts an authority, whatever its language.
pub fn trust(command: &mut Command, authority: &Path) {
    for variable in ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"] {
        command.env(variable, authority);
    }
}
