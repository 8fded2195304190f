//! Where references to files lead: paths under the root of a deployment.

/// The host that once had the schemas of all deployments, and nothing else.
const OLD_SCHEMAS: &str = "schemas.taskcluster.net";
/// The host that once had all references.
const OLD_REFERENCES: &str = "references.taskcluster.net";

/// The path under the root to which a whole URL or a path from the root leads, such as
/// `/schemas/queue/v1/task.json`. `None` for a relative one, which needs a base.
pub fn absolute(text: &str, base_path: &str) -> Option<String> {
    let Some((_, rest)) = text.split_once("://") else {
        return text
            .starts_with('/')
            .then(|| below(text, base_path).to_owned());
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    Some(match host {
        OLD_SCHEMAS => format!("/schemas{path}"),
        OLD_REFERENCES => format!("/references{path}"),
        _ => below(path, base_path).to_owned(),
    })
}

/// A path without the one under which the whole deployment lies.
fn below<'a>(path: &'a str, base_path: &str) -> &'a str {
    let rest = path.strip_prefix(base_path);
    rest.filter(|rest| rest.starts_with('/')).unwrap_or(path)
}

/// The paths that a relative reference may mean, seen from a file or, with a trailing slash, from a
/// folder: beside it, and from the service's own folder, as in `v1/task.json`.
pub fn relative(from: &str, reference: &str) -> Vec<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut beside: Vec<&str> = folder.split('/').collect();
    for segment in reference.split('/') {
        match segment {
            "." => {}
            ".." => {
                beside.pop();
            }
            segment => beside.push(segment),
        }
    }
    let mut paths = vec![beside.join("/")];
    let service: Vec<&str> = folder.split('/').take(3).collect();
    let by_service = format!(
        "{}/{}",
        service.join("/"),
        reference.trim_start_matches("./")
    );
    if !reference.contains("..") && !paths.contains(&by_service) {
        paths.push(by_service);
    }
    // A reference that begins with the name of its own folder means the service's.
    if reference.split('/').next() == folder.rsplit('/').next() {
        paths.reverse();
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_lead_to_paths_whatever_the_host() {
        let queue = "/schemas/queue/v1/task.json".to_owned();
        for text in [
            "/schemas/queue/v1/task.json",
            "https://tc.example.com/schemas/queue/v1/task.json",
            "http://schemas.taskcluster.net/queue/v1/task.json",
        ] {
            assert_eq!(absolute(text, ""), Some(queue.clone()), "{text}");
        }
        let below = absolute(
            "https://x.example.com/sub/schemas/queue/v1/task.json",
            "/sub",
        );
        assert_eq!(below, Some(queue));
        assert_eq!(
            absolute("https://references.taskcluster.net/queue/v1/api.json", "").as_deref(),
            Some("/references/queue/v1/api.json")
        );
        assert_eq!(absolute("task.json", ""), None);
    }

    #[test]
    fn relative_ones_are_looked_for_beside_and_in_the_service() {
        let from = "/schemas/queue/v1/a.json";
        assert_eq!(
            relative(from, "b.json"),
            ["/schemas/queue/v1/b.json", "/schemas/queue/b.json"]
        );
        assert_eq!(
            relative(from, "../../auth/v1/b.json"),
            ["/schemas/auth/v1/b.json"]
        );
        let from = "/schemas/queue/v1/";
        assert_eq!(
            relative(from, "v1/b.json"),
            ["/schemas/queue/v1/b.json", "/schemas/queue/v1/v1/b.json"]
        );
    }
}
