//! From the API's names to Rust's: ASCII, no keywords, and no two alike in one namespace.
//!
//! Here is how a name is spelled in each style; `names` gives each name once, and `taken` has those that
//! generated code uses itself.

mod names;
mod taken;

pub use names::Names;
pub use taken::*;

/// How long a name may be, in bytes; what is beyond is left out.
const MAX_LENGTH: usize = 100;

/// Splits a name of any style into lower-case words: `awsS3Credentials`, `create-task-request`,
/// `azureTableSAS`, `config.v1`.
///
/// Names that have neither letters nor digits are spelled by the numbers of their characters.
pub fn words(name: &str) -> Vec<String> {
    let mut words = plain_words(name);
    if words.is_empty() {
        words = name
            .chars()
            .map(|c| format!("u{:x}", u32::from(c)))
            .collect();
    }
    let mut length = 0;
    words.retain(|word| {
        length += word.len();
        length <= MAX_LENGTH
    });
    words
}

fn plain_words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (i, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            continue;
        }
        let before = i.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(i + 1);
        // A capital begins a word after a small letter or digit (`taskId`), and as the last of
        // several where a small one follows (`SASToken`).
        let begins = c.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase()
                    || b.is_numeric() && after.is_some_and(|a| a.is_lowercase())
                    || b.is_uppercase() && after.is_some_and(|a| a.is_lowercase())
            });
        if begins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        // A word that is as long as a name may be ends there.
        if word.len() < MAX_LENGTH {
            word.push(c.to_ascii_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// `snake_case`, escaped where it is a keyword.
pub fn snake(name: &str) -> String {
    let snake = words(name).join("_");
    match snake.as_str() {
        "" => "empty".to_owned(),
        "self" | "super" | "crate" => format!("{snake}_"),
        _ if KEYWORDS.contains(&&*snake) => format!("r#{snake}"),
        _ if snake.starts_with(|c: char| c.is_ascii_digit()) => format!("n{snake}"),
        _ => snake,
    }
}

/// `UpperCamelCase`.
pub fn camel(name: &str) -> String {
    let camel: String = words(name).iter().map(|word| capitalise(word)).collect();
    match camel.as_str() {
        "" => "Empty".to_owned(),
        "Self" => "Self_".to_owned(),
        _ if camel.starts_with(|c: char| c.is_ascii_digit()) => format!("N{camel}"),
        _ => camel,
    }
}

/// `SCREAMING_SNAKE_CASE`.
pub fn constant(name: &str) -> String {
    words(name).join("_").to_uppercase()
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::strange::texts;

    #[test]
    fn names_become_rust_names() {
        let table = [
            ("taskId", "task_id", "TaskId"),
            ("awsS3Credentials", "aws_s3_credentials", "AwsS3Credentials"),
            ("azureTableSAS", "azure_table_sas", "AzureTableSas"),
            ("sentryDSN", "sentry_dsn", "SentryDsn"),
            (
                "create-task-request",
                "create_task_request",
                "CreateTaskRequest",
            ),
            (
                "list-lastFires-response",
                "list_last_fires_response",
                "ListLastFiresResponse",
            ),
            ("ec2-manager", "ec2_manager", "Ec2Manager"),
            ("EC2Manager", "ec2_manager", "Ec2Manager"),
            ("config.v1", "config_v1", "ConfigV1"),
            ("LaunchInfo", "launch_info", "LaunchInfo"),
            (
                "IamInstanceProfile",
                "iam_instance_profile",
                "IamInstanceProfile",
            ),
            ("ImageId", "image_id", "ImageId"),
            ("SASToken", "sas_token", "SasToken"),
            (
                "S3 artifact request",
                "s3_artifact_request",
                "S3ArtifactRequest",
            ),
            ("hg.mozilla.org", "hg_mozilla_org", "HgMozillaOrg"),
            (
                "pull_request.opened",
                "pull_request_opened",
                "PullRequestOpened",
            ),
            ("type", "r#type", "Type"),
            ("self", "self_", "Self_"),
            ("404", "n404", "N404"),
        ];
        for (name, snake_case, upper_camel) in table {
            assert_eq!(snake(name), snake_case, "{name}");
            assert_eq!(camel(name), upper_camel, "{name}");
        }
        for (name, snake_case, upper_camel) in [
            ("", "empty", "Empty"),
            ("+", "u2b", "U2b"),
            ("日本", "u65e5_u672c", "U65e5U672c"),
            ("naïve", "na_ve", "NaVe"),
        ] {
            assert_eq!(snake(name), snake_case, "{name}");
            assert_eq!(camel(name), upper_camel, "{name}");
        }
        assert_eq!(constant("listTaskGroup"), "LIST_TASK_GROUP");
    }

    #[test]
    fn whatever_the_text_its_names_are_identifiers() {
        for text in texts(5_000).chain(["x".repeat(10_000), "x ".repeat(10_000)]) {
            for name in [snake(&text), camel(&text)] {
                let read: Result<syn::Ident, _> = syn::parse_str(&name);
                assert!(
                    read.is_ok() && name.is_ascii() && name.len() < 2 * MAX_LENGTH,
                    "{name} of {text:?}"
                );
            }
        }
    }
}
