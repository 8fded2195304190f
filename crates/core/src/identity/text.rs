//! Which characters names, tokens and scopes may have.

use crate::answer::error::CredentialsError;

/// Whether a text can stand between the quotes of a Hawk header's attribute.
pub(crate) fn is_header_text(text: &str) -> bool {
    is_scope_text(text) && !text.contains(['"', '\\'])
}

/// Whether a text has the characters of a scope: printable ASCII.
pub(crate) fn is_scope_text(text: &str) -> bool {
    text.bytes().all(|b| (b' '..=b'~').contains(&b))
}

pub(crate) fn check_scopes(what: &str, scopes: &[String]) -> Result<(), CredentialsError> {
    match scopes.iter().find(|scope| !is_scope_text(scope)) {
        None => Ok(()),
        Some(scope) => Err(CredentialsError::new(format!(
            "{what} {scope:?} has a character that scopes cannot have: only printable ASCII is \
             allowed"
        ))),
    }
}
