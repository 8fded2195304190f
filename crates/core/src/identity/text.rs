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

/// Refuses a client ID or an access token with something around it that belongs to the file or the
/// screen from which it was copied. `what` names it; its text is not repeated.
pub(crate) fn check_copied(what: &str, text: &str) -> Result<(), CredentialsError> {
    let first = text.chars().next().and_then(foreign);
    let last = text.chars().next_back().and_then(foreign);
    let inside = text.chars().filter(|c| c.is_control()).find_map(foreign);
    let problem = match (first, last, inside) {
        (Some(first), ..) => format!("begins with {first}, which is"),
        (_, Some(last), _) => format!("ends in {last}, which is"),
        (.., Some(inside)) => format!("has {inside} in it, which can be"),
        (None, None, None) => return Ok(()),
    };
    Err(CredentialsError::new(format!(
        "{what} cannot be sent: it {problem} no part of it"
    )))
}

/// What a character is that neither begins nor ends a client ID or an access token.
fn foreign(c: char) -> Option<&'static str> {
    Some(match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line break",
        '\u{feff}' => "a byte order mark",
        '"' | '\'' | '`' | '\u{201c}' | '\u{201d}' => "a quotation mark",
        c if c.is_whitespace() => "white space",
        c if c.is_control() => "a control character",
        _ => return None,
    })
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
