//! Roles that give each other in a circle, which the auth service refuses.

use std::collections::HashSet;

use super::roles::{Name, Roles, RolesError, fill};

/// One step on the way down through roles. Scopes are steps of their own, since many roles may have the
/// same.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Step<'r> {
    Role(Name<'r>),
    Scope(String),
}

/// Refuses circles wherever they are.
pub(super) fn refuse(roles: &Roles) -> Result<(), RolesError> {
    refuse_from(roles, roles.names())
}

/// Goes down from some roles, by all that may be filled in; one that is met again on its own way
/// down closes a circle.
pub(super) fn refuse_from<'r>(
    roles: &'r Roles,
    starts: impl IntoIterator<Item = Name<'r>>,
) -> Result<(), RolesError> {
    let (mut done, mut on_way) = (HashSet::new(), HashSet::new());
    for start in starts.into_iter().map(Step::Role) {
        let mut way: Vec<(Step<'_>, Vec<Step<'_>>)> = vec![];
        let mut next = Some(start);
        loop {
            match next {
                Some(step) if on_way.contains(&step) => return Err(circle(&way, &step)),
                Some(step) if done.contains(&step) => {}
                Some(step) => {
                    let behind = behind(roles, &step);
                    on_way.insert(step.clone());
                    way.push((step, behind));
                }
                None => match way.pop() {
                    Some((step, _)) => {
                        on_way.remove(&step);
                        done.insert(step);
                    }
                    None => break,
                },
            }
            next = way.last_mut().and_then(|(_, behind)| behind.pop());
        }
    }
    Ok(())
}

/// The steps that may follow on one.
fn behind<'r>(roles: &'r Roles, step: &Step<'r>) -> Vec<Step<'r>> {
    match step {
        Step::Role(role @ (_, is_whole)) => {
            let scopes = roles.scopes_of(*role).iter();
            let filled = scopes.map(|scope| match fill(scope, "*") {
                Some(filled) if !is_whole => Step::Scope(filled),
                _ => Step::Scope(scope.clone()),
            });
            filled.collect()
        }
        Step::Scope(scope) => {
            let given = roles.given_by(scope).into_iter();
            given.map(|(role, _)| Step::Role(role)).collect()
        }
    }
}

fn circle(way: &[(Step<'_>, Vec<Step<'_>>)], closing: &Step<'_>) -> RolesError {
    let begin = way.iter().position(|(step, _)| step == closing);
    let circle = way.iter().skip(begin.unwrap_or(0)).map(|(step, _)| step);
    let ids = circle.chain([closing]).filter_map(|step| match step {
        Step::Role((scope, whole)) => Some(format!("'{scope}{}'", if *whole { "" } else { "*" })),
        Step::Scope(_) => None,
    });
    let ids: Vec<String> = ids.collect();
    // In the auth service's own words, which the fake gives as they are.
    RolesError(format!(
        "Roles may not contain dependency cycles, found: {}",
        ids.join(" -> ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Given<'t> = &'t [(&'t str, &'t [&'t str])];

    fn roles(given: Given<'_>) -> Result<Roles, RolesError> {
        Roles::new(
            given
                .iter()
                .map(|(id, scopes)| (id, scopes.iter().copied())),
        )
    }

    #[test]
    fn circles_are_refused() {
        let circles: [Given<'_>; 6] = [
            &[("a", &["assume:a"])],
            &[("ab", &["assume:a*"])],
            &[("a*", &["assume:ab"])],
            &[
                ("c", &["assume:a"]),
                ("b", &["assume:c"]),
                ("a", &["assume:b"]),
            ],
            &[
                ("c", &["assume:aa"]),
                ("b", &["assume:c"]),
                ("a*", &["assume:b<..>c"]),
            ],
            &[("x", &["*"])],
        ];
        for circle in circles {
            assert!(roles(circle).is_err(), "{circle:?}");
        }
        let error = roles(&[
            ("x", &["assume:a1"]),
            ("a*", &["assume:b<..>"]),
            ("b1", &["assume:a"]),
        ]);
        let error = error.expect_err("a circle").to_string();
        assert!(
            error.contains("'assume:a*' -> 'assume:b1' -> 'assume:a*'")
                || error.contains("'assume:b1' -> 'assume:a*' -> 'assume:b1'"),
            "{error}"
        );
    }
}
