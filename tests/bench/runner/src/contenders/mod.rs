//! Who takes part; `programs`: how each is started.

mod programs;

pub use programs::{Programs, trust};

/// A contender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A socket and prepared bytes.
    Raw,
    /// The same, with our signatures and types.
    RawTyped,
    /// The HTTP library with its defaults.
    Bare,
    /// Our blocking client.
    Ours,
    /// Our asynchronous client.
    OursAsync,
    /// The published Rust client on a runtime of one thread.
    Official,
    /// The same on a runtime of several.
    OfficialThreads,
    /// The published Rust client with no more calls in flight than others have threads.
    OfficialFew,
    /// Many calls with our blocking client.
    Many,
    /// The same with the asynchronous client, on a runtime of one thread.
    ManyAsync,
    /// The same on a runtime of several.
    ManyAsyncThreads,
    /// The Python client 6.0.0.
    Python6,
    /// The newest Python client.
    Python,
    /// The newest JavaScript client.
    JavaScript,
    /// Our facade with all services.
    Facade,
    /// The same with the asynchronous client too.
    FacadeAsync,
    /// What a process costs that does nothing.
    Nothing,
    /// A loop over scopes.
    ScopesLoop,
    /// Our check of a list of scopes.
    ScopesCheck,
    /// Our prepared set of scopes.
    ScopesSet,
    /// Our roles, and what a call requires.
    Roles,
    /// The JavaScript library for scopes.
    LibScopes,
    /// A hash of bytes that are there.
    Hash,
    /// A socket whose bytes are dropped.
    Socket,
    /// What people use for files.
    Curl,
    /// The HTTP library with its defaults, into a file.
    BareFile,
    /// Our artifacts with the blocking client.
    Artifacts,
    /// The same with the asynchronous client.
    ArtifactsAsync,
    /// The published crates for artifacts.
    OfficialArtifacts,
}

use Who::*;

/// Those who make calls, in the order of the tables.
pub const CALLERS: &[Who] = &[
    Raw,
    RawTyped,
    Bare,
    Ours,
    OursAsync,
    Official,
    OfficialThreads,
    Python6,
    Python,
    JavaScript,
];

/// Those who list a task group.
pub const LISTERS: &[Who] = &[
    Ours,
    OursAsync,
    Official,
    OfficialThreads,
    Python,
    JavaScript,
];

/// Those who make many calls at once.
pub const MANY: &[Who] = &[
    Many,
    ManyAsync,
    ManyAsyncThreads,
    OfficialFew,
    Official,
    OfficialThreads,
    Python,
    JavaScript,
];

/// Programs that make one call and end.
pub const ONE_CALL: &[Who] = &[Nothing, Ours, Facade, Official, Python6, Python, JavaScript];

/// Programs that are built.
pub const BUILT: &[Who] = &[Ours, Facade, FacadeAsync, Official];

/// Those who are asked about scopes.
pub const SCOPES: &[Who] = &[ScopesLoop, ScopesCheck, ScopesSet, Python6];

/// Those who audit.
pub const AUDITORS: &[Who] = &[Roles, Python, LibScopes];

/// Those who fetch large artifacts.
pub const FETCHERS: &[Who] = &[
    Hash,
    Socket,
    Curl,
    BareFile,
    Artifacts,
    ArtifactsAsync,
    OfficialArtifacts,
    Python,
];

/// Those who put them.
pub const PUTTERS: &[Who] = &[Hash, Curl, Artifacts, ArtifactsAsync, OfficialArtifacts];

/// Those who fetch many small ones.
pub const COLLECTORS: &[Who] = &[Artifacts, ArtifactsAsync, OfficialArtifacts];

impl Who {
    /// Whether this is somebody else's client, as opposed to ours or to a floor.
    pub fn is_peer(self) -> bool {
        matches!(
            self,
            Official
                | OfficialThreads
                | OfficialFew
                | Python6
                | Python
                | JavaScript
                | LibScopes
                | Curl
                | OfficialArtifacts
        )
    }

    /// The package of `tests/bench` and its argument, for those who take orders.
    fn package(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Raw => ("raw", "plain"),
            RawTyped => ("raw", "typed"),
            Bare => ("bare", ""),
            Ours => ("ours", ""),
            OursAsync => ("ours-async", ""),
            Official => ("official", "current-thread"),
            OfficialThreads => ("official", "multi-thread"),
            OfficialFew => ("official", "few"),
            Many => ("many", "blocking"),
            ManyAsync => ("many", "async"),
            ManyAsyncThreads => ("many", "async-threads"),
            ScopesLoop => ("scopes", "loop"),
            ScopesCheck => ("scopes", "check"),
            ScopesSet => ("scopes", "set"),
            Roles => ("scopes", "roles"),
            Hash => ("artifacts-floor", "hash"),
            Socket => ("artifacts-floor", "socket"),
            Curl => ("artifacts-floor", "curl"),
            BareFile => ("artifacts-floor", "ureq"),
            Artifacts => ("artifacts", "blocking"),
            ArtifactsAsync => ("artifacts", "async"),
            OfficialArtifacts => ("artifacts-official", ""),
            _ => return None,
        })
    }

    /// The package of the program that makes one call.
    pub fn one_call(self) -> Option<&'static str> {
        Some(match self {
            Ours => "one-call-ours",
            Facade | FacadeAsync => "one-call-facade",
            Official => "one-call-official",
            _ => return None,
        })
    }

    /// Whether it is a program of Rust that builds in moments, or needs no building.
    pub fn is_quickly_built(self) -> bool {
        matches!(
            self,
            Raw | RawTyped
                | Bare
                | Ours
                | Many
                | ManyAsync
                | ManyAsyncThreads
                | Nothing
                | ScopesLoop
                | ScopesCheck
                | ScopesSet
                | Roles
                | Hash
                | Socket
                | BareFile
                | Artifacts
                | ArtifactsAsync
        )
    }

    /// Whether its allocations can be counted: they are in one thread, or it counts those of all.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Raw | RawTyped
                | Bare
                | Ours
                | OursAsync
                | Official
                | OfficialFew
                | Many
                | ManyAsync
                | ManyAsyncThreads
                | Artifacts
                | ArtifactsAsync
                | OfficialArtifacts
        )
    }
}
