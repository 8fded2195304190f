//! `cargo xtask generate`: from `apis/` to `crates/*/src/generated/`.
//!
//! The stages, each a module: `source` and `entries` read and check references, `fixups` says what
//! they do not, `lower` and `types` make the `model`, `merge` makes one of two eras, `sent_back`
//! keeps what is to go back to a server, `emit` lays all out as text, `package` adds the rest of a crate for somebody else's services, `output` compares
//! or writes.

mod emit;
mod entries;
mod fixups;
mod lower;
mod merge;
mod model;
mod naming;
mod output;
mod package;
mod sent_back;
mod shape;
mod source;
#[cfg(test)]
mod strange;
mod types;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::outside::visible;

/// The result of generating.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why nothing was generated: a place in a reference or schema, and what is wrong with it.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn new(why: impl Into<String>) -> Self {
        Self(visible(&why.into()))
    }

    fn at(file: &Path, pointer: &str, why: impl fmt::Display) -> Self {
        Self::new(format!("{}#{pointer}: {why}", file.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// What to generate, and where to.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with the references and schemas; of this project itself, with one folder per era.
    pub apis: PathBuf,
    /// The folder whose `crates/` is written.
    pub out: PathBuf,
    /// Whether the folder is this project itself, with crates that people own.
    pub own: bool,
    /// The services to generate; all, where none is named.
    pub services: Vec<String>,
    /// What the names of somebody else's packages begin with, in place of `taskcluster`.
    pub prefix: Option<String>,
    /// This project's own references, where somebody else's are to be merged with them.
    pub with_own: Option<PathBuf>,
}

impl Options {
    /// This project's own references and crates.
    pub fn own(root: &Path) -> Self {
        Self {
            apis: root.join("apis"),
            out: root.to_owned(),
            own: true,
            services: Vec::new(),
            prefix: None,
            with_own: None,
        }
    }

    /// Somebody else's references, and the folder for the crates.
    pub fn others(apis: PathBuf, out: PathBuf) -> Self {
        Self {
            apis,
            out,
            own: false,
            services: Vec::new(),
            prefix: None,
            with_own: None,
        }
    }
}

/// What generating would write.
pub use output::{Difference, Plan};
pub use source::Files;
pub(crate) use source::{Reference, Schemas, Source, escape};

/// What is done with the texts of references and schemas as a whole.
pub(crate) mod texts {
    pub use super::merge::texts::{carry, leave, missing};
    pub use super::output::without_texts as without;
}

/// Makes the plan: everything in memory, nothing on disk touched.
///
/// # Errors
/// The references cannot be read, or hold something that is not known; or a service is named that
/// they do not have.
pub fn plan(options: &Options) -> Result<Plan> {
    let (sources, mut services) = if options.own {
        let mut classic = Source::read(&options.apis.join(CLASSIC))?;
        let today = Source::read(&options.apis.join(TODAY))?;
        let services = merged(&mut classic, &today)?;
        (vec![(CLASSIC, classic), (TODAY, today)], services)
    } else {
        let mut source = Source::read(&options.apis)?;
        let services = match &options.with_own {
            Some(own) => with_own(&mut source, own)?,
            None => lower::services(&source)?,
        };
        (vec![("", source)], services)
    };
    keep_members(&mut services, options.own)?;
    if let Some(unknown) = options
        .services
        .iter()
        .find(|s| !services.iter().any(|t| t.name == **s))
    {
        let names: Vec<&str> = services.iter().map(|s| s.name.as_str()).collect();
        return Err(Error::new(format!(
            "the references have no service {unknown:?}; they have {}",
            names.join(", ")
        )));
    }
    if options.own {
        check_fixups(&services)?;
    }
    let wanted =
        |name: &str| options.services.is_empty() || options.services.iter().any(|s| s == name);
    let passed_over = sources
        .iter()
        .flat_map(|(_, source)| source.passed_over.clone());
    let mut plan = Plan::new(options, passed_over.collect());
    for service in services.iter().filter(|service| wanted(&service.name)) {
        plan.add_service(
            service,
            emit::service(service, &package::name(options, service)),
        )?;
    }
    if !options.own {
        package::add(&mut plan, &services, options)?;
    }
    if options.own && options.services.is_empty() {
        for (era, source) in &sources {
            plan.add_bundle(era, source);
            plan.add_definitions(era, source);
        }
        plan.note_orphan_crates()?;
    }
    Ok(plan)
}

/// The generated files of all services, by their path and not yet formatted, of references and
/// schemas that are in memory.
///
/// # Errors
/// The references hold something that is not known.
pub fn draft(files: Files) -> Result<BTreeMap<PathBuf, String>> {
    let source = Source::of(Path::new("apis"), files)?;
    let mut services = lower::services(&source)?;
    keep_members(&mut services, false)?;
    Ok(drafts(&services))
}

fn drafts(services: &[model::Service]) -> BTreeMap<PathBuf, String> {
    let mut drafts = BTreeMap::new();
    for service in services {
        let folder = output::folder(&service.name);
        for (name, text) in emit::service(service, &package::default_name(service)) {
            drafts.insert(folder.join(name), text);
        }
    }
    drafts
}

/// The folders of the eras under `apis/`, of which the newest has the texts.
const CLASSIC: &str = "classic";
const TODAY: &str = "today";

/// The services of both eras as one.
fn merged(classic: &mut Source, today: &Source) -> Result<Vec<model::Service>> {
    merge::texts::complete(classic, today)?;
    merge::services(lower::services(classic)?, lower::services(today)?)
}

/// Somebody else's services and this project's own as one set: what the others have is of today.
/// Where both have a thing, it is called and described as here.
fn with_own(others: &mut Source, own: &Path) -> Result<Vec<model::Service>> {
    let mut classic = Source::read(&own.join(CLASSIC))?;
    let today = Source::read(&own.join(TODAY))?;
    merge::texts::complete(&mut classic, &today)?;
    merge::texts::leave(others, &today)?;
    merge::texts::carry(others, &today)?;
    let newest = merge::releases(lower::services(&today)?, lower::services(others)?)?;
    merge::services(lower::services(&classic)?, newest)
}

/// As [`draft`], of the references and schemas of two eras.
///
/// # Errors
/// The references hold something that is not known, or what cannot be one.
pub fn draft_of_eras(classic: Files, today: Files) -> Result<BTreeMap<PathBuf, String>> {
    let mut classic = Source::of(&Path::new("apis").join(CLASSIC), classic)?;
    let today = Source::of(&Path::new("apis").join(TODAY), today)?;
    let mut services = merged(&mut classic, &today)?;
    keep_members(&mut services, false)?;
    Ok(drafts(&services))
}

/// Keeps what no schema names of answers that are sent back. References of others may have something
/// else under the names of our types.
fn keep_members(services: &mut [model::Service], own: bool) -> Result<()> {
    for service in services {
        match sent_back::apply(service) {
            Err(why) if own => return Err(Error::new(why)),
            _ => {}
        }
    }
    Ok(())
}

/// A rule of `fixups` that names a method which is gone has outlived its defect.
fn check_fixups(services: &[model::Service]) -> Result<()> {
    for service in services {
        let methods: Vec<&str> = service.methods.iter().map(|m| m.name.as_str()).collect();
        let mut stale = fixups::stale(&service.name, &methods);
        stale.extend(fixups::extras::stale(service));
        stale.extend(fixups::merging::stale(service));
        stale.extend(sent_back::stale(service));
        if let Some(gone) = stale.first() {
            return Err(Error::new(format!(
                "xtask/src/generate/fixups has a rule for {}.{gone}, which is not there",
                service.name
            )));
        }
    }
    Ok(())
}
