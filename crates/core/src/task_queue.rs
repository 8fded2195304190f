//! Names of task queues and worker pools, which are of two words.

/// What the words are called where each is a value of its own, as with all servers of 2018 and in
/// most routes and routing keys of today's.
pub const WORDS: [&str; 2] = ["provisionerId", "workerType"];

/// The words of a `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
///
/// What characters and how many a word may have differs between servers, and is left to them.
///
/// # Errors
/// It has not two words with one slash between; the text says what it should have.
pub fn two_words(id: &str) -> Result<[&str; 2], String> {
    let words = id.split_once('/').map(<[&str; 2]>::from);
    words
        .filter(|[first, second]| !first.is_empty() && !second.is_empty() && !second.contains('/'))
        .ok_or_else(|| {
            format!(
                "{id:?} does not name a task queue or worker pool: give both words with one slash \
                 between, \"provisionerId/workerType\""
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_have_one_slash_between() {
        assert_eq!(two_words("p/w"), Ok(["p", "w"]));
        for wrong in ["", "p", "/", "p/", "/w", "p/w/", "p/w/x", "p//w"] {
            let problem = two_words(wrong).expect_err(wrong);
            assert!(problem.starts_with(&format!("{wrong:?} ")), "{problem}");
            assert!(
                problem.ends_with("\"provisionerId/workerType\""),
                "{problem}"
            );
        }
    }
}
