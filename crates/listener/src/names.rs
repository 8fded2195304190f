//! Names of queues by Pulse's rules: a user may make them below `queue/<namespace>/` alone.

use crate::error::Error;

/// The length that AMQP has room for.
const LONGEST: usize = 255;

/// The whole name of a queue.
///
/// # Errors
/// The name is empty or too long, or has control characters.
pub(crate) fn queue(namespace: &str, name: &str) -> Result<String, Error> {
    if name.is_empty() {
        return Err(Error::refused(
            "a durable queue needs a name, by which it is found again",
        ));
    }
    if name.chars().any(char::is_control) {
        return Err(Error::refused(
            "the name of a queue has control characters: leave them out",
        ));
    }
    let whole = format!("queue/{namespace}/{name}");
    if whole.len() > LONGEST {
        return Err(Error::refused(format!(
            "the name of a queue has {} bytes with its namespace, and {LONGEST} at most",
            whole.len()
        )));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_the_namespace() {
        let name = queue("my-team", "builds/linux").expect("a name");
        assert_eq!(name, "queue/my-team/builds/linux");
    }

    #[test]
    fn names_that_no_broker_takes_are_refused() {
        assert!(queue("n", &"x".repeat(247)).is_ok());
        for (name, why) in [
            ("", "needs a name"),
            ("a\nb", "control characters"),
            (&"x".repeat(248), "256 bytes"),
        ] {
            let error = queue("n", name).expect_err("refused").to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
