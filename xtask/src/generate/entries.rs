//! What the entries of references may say, beyond which fields they have: names, routes, scopes,
//! exchanges. Each check says what is wrong; the caller knows where.

use serde_json::Value;
use taskcluster_core::scopes::Expression;

use crate::outside;

/// Why an entry is not taken.
pub type Refused = String;

/// The longest name of an exchange, set by AMQP.
const MAX_EXCHANGE: usize = 127;

/// Names of one kind: each is plain, and none is there twice.
pub fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<(), Refused> {
    let mut seen = Vec::new();
    for name in names {
        outside::member(name)?;
        if seen.contains(&name) {
            return Err(format!("{name} is there twice"));
        }
        seen.push(name);
    }
    Ok(())
}

/// The arguments of a route, which begins with a slash and has nothing beside `<argument>` but what
/// stands in a path unescaped.
pub fn route(route: &str) -> Result<Vec<&str>, Refused> {
    let wrong = |why: &str| Err(format!("the route {route:?} {why}"));
    let is_plain = |text: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.~".contains(&b);
        text.bytes().all(plain)
    };
    let mut parts = route.split('<');
    let first = parts.next().unwrap_or_default();
    if !first.starts_with('/') {
        return wrong("does not begin with a slash");
    }
    if !is_plain(first) {
        return wrong("has characters that do not stand in a path");
    }
    let mut arguments = Vec::new();
    for part in parts {
        match part.split_once('>') {
            Some((name, rest)) if is_plain(rest) => arguments.push(name),
            _ => return wrong("has characters that do not stand in a path, or an open `<`"),
        }
    }
    Ok(arguments)
}

/// Every argument of a route is listed, and every listed one is in the route.
pub fn arguments(mut in_route: Vec<&str>, args: &[String]) -> Result<(), Refused> {
    let mut listed: Vec<&str> = args.iter().map(String::as_str).collect();
    in_route.sort_unstable();
    listed.sort_unstable();
    if in_route == listed {
        return Ok(());
    }
    Err(format!(
        "the route's arguments {in_route:?} and these, {args:?}, do not belong together"
    ))
}

/// Scopes are an expression of the known form.
pub fn scopes(scopes: &Value) -> Result<(), Refused> {
    Expression::try_from(scopes)
        .map(drop)
        .map_err(|e| e.to_string())
}

/// The whole name of an exchange.
pub fn exchange(name: &str) -> Result<(), Refused> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.:".contains(&b);
    if (1..=MAX_EXCHANGE).contains(&name.len()) && name.bytes().all(is_plain) {
        return Ok(());
    }
    Err(format!(
        "{name:?} cannot be the name of an exchange: at most {MAX_EXCHANGE} letters, digits and \
         `/-_.:`"
    ))
}

/// The constant value of a field of routing keys: words with dots between them.
pub fn constant(value: &str) -> Result<(), Refused> {
    let is_plain = |b: u8| b.is_ascii_graphic() && !b"*#".contains(&b);
    if !value.is_empty() && value.len() <= 255 && value.bytes().all(is_plain) {
        return Ok(());
    }
    Err(format!("{value:?} cannot be part of a routing key"))
}
