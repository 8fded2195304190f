//! Whether an answer of ours is right.

use serde_json::Value;

use super::case::{Case, Reply};

/// Why there is no answer of ours.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stop {
    /// The library refused what was asked.
    Refused(String),
    /// The library's types cannot hold what was asked.
    Inexpressible(String),
    /// The case is not understood, which is a fault of the case file or of this program.
    NotUnderstood(String),
}

impl Stop {
    /// The library's refusal, by its error.
    pub(super) fn refused(error: impl std::fmt::Display) -> Self {
        Self::Refused(error.to_string())
    }
}

/// An answer of ours.
pub(super) type Answer = Result<Value, Stop>;

/// What came of a case.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    Passed,
    /// Skipped, and why.
    Skipped(String),
    /// Failed, with our answer.
    Failed(String),
}

/// Judges our answer to a case. `same` says whether it is the same as another answer, which comes
/// in the form of `want`, or in that of the clients that were asked.
///
/// # Errors
/// The case is not understood.
pub(super) fn judge(
    case: &Case,
    answer: Answer,
    same: impl Fn(&Value, &Value) -> bool,
) -> Result<Outcome, String> {
    let right = |ours: &dyn Fn(&Reply) -> bool| case.want.iter().chain(&case.accepted).any(ours);
    let refusal_is_right = case.want.is_none() || right(&|reply| *reply == Reply::Refusal);
    Ok(match answer {
        Ok(ours) => {
            if right(&|reply| matches!(reply, Reply::Value(value) if same(value, &ours))) {
                Outcome::Passed
            } else if case.want.is_none() && case.accepted.is_empty() {
                Outcome::Skipped(undecided(case))
            } else {
                Outcome::Failed(ours.to_string())
            }
        }
        Err(Stop::Refused(_)) if refusal_is_right => Outcome::Passed,
        Err(Stop::Refused(why)) => Outcome::Failed(format!("refused: {why}")),
        Err(Stop::Inexpressible(_)) if case.want == Some(Reply::Refusal) => Outcome::Passed,
        Err(Stop::Inexpressible(_)) if case.want.is_none() || case.has_flag("untyped") => {
            Outcome::Skipped("untyped".to_owned())
        }
        Err(Stop::Inexpressible(why)) => Outcome::Failed(format!("cannot be asked: {why}")),
        Err(Stop::NotUnderstood(why)) => return Err(why),
    })
}

fn undecided(case: &Case) -> String {
    let flags = if case.flags.is_empty() {
        "no flags"
    } else {
        &case.flags.join(", ")
    };
    format!("undecided: {flags}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use serde_json::value::to_raw_value;

    use super::*;

    fn verdict(case: &Value, answer: Answer) -> Outcome {
        let mut whole = json!({"id": "x", "op": "x", "in": {}});
        whole
            .as_object_mut()
            .unwrap()
            .extend(case.as_object().unwrap().clone());
        let case = Case::read(&to_raw_value(&whole).unwrap()).unwrap();
        judge(&case, answer, Value::eq).unwrap()
    }

    fn refused() -> Answer {
        Err(Stop::refused("no"))
    }

    fn inexpressible() -> Answer {
        Err(Stop::Inexpressible("a number".to_owned()))
    }

    #[test]
    fn a_decided_case_has_one_right_answer() {
        assert_eq!(
            verdict(&json!({"want": {"ok": 1}}), Ok(json!(1))),
            Outcome::Passed
        );
        assert_eq!(
            verdict(&json!({"want": {"err": true}}), refused()),
            Outcome::Passed
        );
        assert_eq!(
            verdict(&json!({"want": {"err": true}}), inexpressible()),
            Outcome::Passed
        );
        assert_eq!(
            verdict(&json!({"want": {"ok": 1}}), Ok(json!(2))),
            Outcome::Failed("2".to_owned())
        );
        assert_eq!(
            verdict(&json!({"want": {"ok": 1}}), refused()),
            Outcome::Failed("refused: no".to_owned())
        );
        assert_eq!(
            verdict(&json!({"want": {"err": true}}), Ok(json!(1))),
            Outcome::Failed("1".to_owned())
        );
        assert_eq!(
            verdict(&json!({"want": {"ok": 1}}), inexpressible()),
            Outcome::Failed("cannot be asked: a number".to_owned())
        );
    }

    #[test]
    fn an_undecided_case_takes_refusals_and_what_is_accepted() {
        let open = json!({"want": null, "flags": ["range", "odd"]});
        assert_eq!(verdict(&open, refused()), Outcome::Passed);
        assert_eq!(
            verdict(&open, Ok(json!(1))),
            Outcome::Skipped("undecided: range, odd".to_owned())
        );
        let accepting = json!({"want": null, "accept": ["js"], "js": {"ok": 1}});
        assert_eq!(verdict(&accepting, refused()), Outcome::Passed);
        assert_eq!(verdict(&accepting, Ok(json!(1))), Outcome::Passed);
        assert_eq!(
            verdict(&accepting, Ok(json!(2))),
            Outcome::Failed("2".to_owned())
        );
    }

    #[test]
    fn accepted_answers_are_right_beside_the_wanted_one() {
        let case =
            json!({"want": {"ok": 1}, "accept": ["a", "b"], "a": {"ok": 2}, "b": {"err": "E"}});
        for answer in [Ok(json!(1)), Ok(json!(2)), refused()] {
            assert_eq!(verdict(&case, answer), Outcome::Passed);
        }
        assert_eq!(
            verdict(&case, Ok(json!(3))),
            Outcome::Failed("3".to_owned())
        );
    }

    #[test]
    fn what_cannot_be_asked_is_skipped_where_that_was_foreseen() {
        let skipped = Outcome::Skipped("untyped".to_owned());
        let untyped = json!({"want": {"ok": false}, "flags": ["untyped"]});
        assert_eq!(verdict(&untyped, inexpressible()), skipped);
        assert_eq!(verdict(&json!({"want": null}), inexpressible()), skipped);
        assert_eq!(verdict(&untyped, Ok(json!(false))), Outcome::Passed);
    }
}
