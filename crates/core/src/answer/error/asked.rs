//! What was asked: the part that the errors of a call have in common.

use std::fmt;

use crate::answer::shown::shown;

/// The characters of a URL that are printed.
const SHOWN: usize = 300;

/// What was asked, where and how often.
#[derive(Clone)]
pub(crate) struct Asked {
    /// The method, as `queue.createTask`.
    pub(crate) method: String,
    /// The URL without its query and without arguments that are secrets.
    pub(crate) url: String,
    pub(crate) attempts: u32,
    /// Whether the server may have carried the call out, in any of the attempts.
    pub(crate) may_have_acted: bool,
    /// Whether doing so once more does harm.
    pub(crate) is_harmful: bool,
}

impl Asked {
    /// What stands at the end of an error's text.
    pub(super) fn tail(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.may_have_acted && self.is_harmful {
            f.write_str("; the call may have been carried out all the same")?;
        }
        write!(f, " ({}", shown(&self.url).up_to(SHOWN))?;
        if self.attempts > 1 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        f.write_str(")")
    }
}
