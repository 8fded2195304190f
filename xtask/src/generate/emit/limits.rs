//! Limits of a member that its description tells in its own words, and that need not be told again.

/// The paragraphs without limits that the first one, the description, tells.
pub fn told_once(paragraphs: &[String]) -> Vec<String> {
    let Some((description, limits)) = paragraphs.split_first() else {
        return Vec::new();
    };
    let rest = limits.iter().filter(|limit| !tells(description, limit));
    [description].into_iter().chain(rest).cloned().collect()
}

fn tells(description: &str, limit: &str) -> bool {
    if let Some(value) = limit.strip_prefix("Default: ") {
        let value = value.trim_end_matches('.').replace(['`', '"'], "");
        let words: Vec<&str> = description.split_whitespace().collect();
        let description = words.join(" ").replace('`', "");
        let mut told = description.split("efaults to ").skip(1);
        return told.any(|rest| {
            let rest = rest.strip_prefix(&*value);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        });
    }
    let told = numbers(description);
    let is_limit = ["Length", "Range", "Items"]
        .iter()
        .any(|label| limit.starts_with(label));
    // An era is no limit.
    let limit = limit.replace("until 2019", "");
    let limit = numbers(&limit);
    is_limit && !limit.is_empty() && limit.iter().all(|number| told.contains(number))
}

fn numbers(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    let words = words.map(|word| word.trim_matches(['.', '-']));
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::told_once;

    fn of(paragraphs: &[&str]) -> Vec<String> {
        let owned: Vec<String> = paragraphs.iter().map(|&it| it.to_owned()).collect();
        told_once(&owned)
    }

    #[test]
    fn a_limit_that_the_description_tells_is_told_once() {
        let name = "A name of 1 to 38 letters (22 on servers of 2018).";
        assert_eq!(of(&[name, "Length: 1 to 38; until 2019: 1 to 22."]), [name]);
        let count = "How often, from 0 to 49. Defaults to\n5.";
        assert_eq!(of(&[count, "Range: 0 to 49.", "Default: `5`."]), [count]);
        let kind = "Which. Defaults to `lowest`.";
        assert_eq!(of(&[kind, "Default: `\"lowest\"`."]), [kind]);
    }

    #[test]
    fn what_the_description_does_not_tell_is_kept() {
        for kept in [
            ["A name of at most 38 letters.", "Length: 1 to 38."],
            ["A name of 381 letters.", "Length: at most 38."],
            ["How often. Defaults to 50.", "Default: `5`."],
            ["Which. Defaults to `very-low`.", "Default: `\"very\"`."],
            ["Of 2019.", "Length until 2019: 1 to 22."],
            ["A text of 5 words.", "Some paragraph of 5 words."],
        ] {
            assert_eq!(of(&kept), kept);
        }
        assert!(of(&[]).is_empty());
    }
}
