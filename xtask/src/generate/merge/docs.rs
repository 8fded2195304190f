//! What is said of a thing that both eras have: the newer era's text, and the limits of both.

/// What begins a paragraph that the generator wrote of a schema's limits.
const LIMITS: [&str; 4] = ["Length", "Range", "Items", "Default"];

/// The paragraphs of the newer era, where it has any; limits that were others say so.
pub fn docs(older: &[String], newer: &[String]) -> Vec<String> {
    if newer.is_empty() {
        return older.to_vec();
    }
    let mut docs = newer.to_vec();
    for (label, old) in older.iter().filter_map(|it| limit(it)) {
        let place = docs
            .iter()
            .position(|it| limit(it).is_some_and(|it| it.0 == label));
        match place {
            Some(i) if limit(&docs[i]).is_some_and(|(_, new)| new == old) => {}
            Some(i) => {
                let new = docs[i].trim_end_matches('.').to_owned();
                docs[i] = format!("{new}; until 2019: {old}.");
            }
            None => docs.push(format!("{label} until 2019: {old}.")),
        }
    }
    docs
}

/// What is limited, and how.
fn limit(paragraph: &str) -> Option<(&'static str, &str)> {
    LIMITS.into_iter().find_map(|label| {
        let limit = paragraph.strip_prefix(label)?.strip_prefix(": ")?;
        Some((label, limit.trim_end_matches('.')))
    })
}

#[cfg(test)]
mod tests {
    use super::docs;

    fn of(older: &[&str], newer: &[&str]) -> Vec<String> {
        let owned = |texts: &[&str]| -> Vec<String> { texts.iter().map(|&it| it.into()).collect() };
        docs(&owned(older), &owned(newer))
    }

    #[test]
    fn limits_of_both_eras_are_told() {
        let same = ["A name.", "Length: 1 to 22."];
        assert_eq!(of(&same, &same), same);
        assert_eq!(
            of(&same, &["A name.", "Length: 1 to 38."]),
            ["A name.", "Length: 1 to 38; until 2019: 1 to 22."]
        );
        assert_eq!(
            of(&same, &["A name."]),
            ["A name.", "Length until 2019: 1 to 22."]
        );
        assert_eq!(of(&same, &[]), same);
    }
}
