//! Answers, prepared as the bytes that go over the wire.

use contender::calls::LARGE;

use super::tasks;
use crate::works::PAGES_OF_A_GROUP;

/// How many items the one large page has.
const ITEMS: usize = 1_000;

/// How many items each of many pages has.
const ITEMS_OF_A_PAGE: usize = 100;

/// The most pages that anyone is given.
const MAX_PAGES: usize = 100;

/// All answers that there are.
pub struct Answers {
    pending_tasks: Vec<u8>,
    artifact: Vec<u8>,
    large_page: Vec<u8>,
    /// Those that have a successor; the last comes without.
    pages: Vec<Vec<u8>>,
    last_page: Vec<u8>,
    status: Vec<u8>,
    group: Vec<Vec<u8>>,
    last_of_group: Vec<u8>,
    unavailable: Vec<u8>,
    unknown: Vec<u8>,
}

impl Answers {
    /// Prepares them.
    pub fn new() -> Self {
        let pending = r#"{"provisionerId":"bench-provisioner","workerType":"bench-worker","pendingTasks":17}"#;
        let page = |items, next| answer("200 OK", &worker_types(items, next));
        let next = |token| page(ITEMS_OF_A_PAGE, Some(token));
        let last_of_group = tasks::last_page();
        Self {
            pending_tasks: answer("200 OK", pending),
            artifact: answer("200 OK", r#"{"storageType":"error"}"#),
            large_page: page(ITEMS, None),
            pages: (1..MAX_PAGES).map(next).collect(),
            last_page: page(ITEMS_OF_A_PAGE, None),
            status: answer("200 OK", &tasks::status()),
            group: (1..PAGES_OF_A_GROUP)
                .map(|token| answer("200 OK", &tasks::page(&last_of_group, token)))
                .collect(),
            last_of_group: answer("200 OK", &last_of_group),
            unavailable: answer("503 Service Unavailable", r#"{"message":"later"}"#),
            unknown: answer("404 Not Found", r#"{"message":"there is no such method"}"#),
        }
    }

    /// The answer to a request, of which the target is enough.
    pub fn to(&self, target: &str) -> &[u8] {
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        let Some(path) = path.strip_prefix("/api/queue/v1/") else {
            return &self.unknown;
        };
        if path.starts_with("pending/") {
            return &self.pending_tasks;
        }
        if path.starts_with("task/") && path.contains("/artifacts/") {
            return &self.artifact;
        }
        if path.starts_with("task/") {
            return &self.status;
        }
        if path.starts_with("task-group/") {
            let page = page(target).and_then(|page| self.group.get(page));
            return page.unwrap_or(&self.last_of_group);
        }
        let provisioner = path
            .strip_prefix("provisioners/")
            .and_then(|rest| rest.strip_suffix("/worker-types"));
        match provisioner {
            Some(LARGE) => &self.large_page,
            Some(paged) => self.page(paged, target).unwrap_or(&self.unknown),
            None => &self.unknown,
        }
    }

    /// The answer of a server that cannot.
    pub fn unavailable(&self) -> &[u8] {
        &self.unavailable
    }

    fn page(&self, provisioner: &str, target: &str) -> Option<&[u8]> {
        let pages: usize = provisioner.strip_prefix("pages-")?.parse().ok()?;
        let page = page(target)?;
        if page + 1 == pages {
            return Some(&self.last_page);
        }
        self.pages.get(page).map(Vec::as_slice)
    }
}

/// The page that a request asks for.
fn page(target: &str) -> Option<usize> {
    let token = target.split_once("continuationToken=");
    token.map_or(Some(0), |(_, token)| token.parse().ok())
}

fn answer(status: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json; charset=utf-8\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// A page of `queue.listWorkerTypes`, some 300 bytes for each item.
fn worker_types(items: usize, next: Option<usize>) -> String {
    let items: Vec<String> = (0..items).map(worker_type).collect();
    let next = next.map_or_else(String::new, |token| {
        format!(r#","continuationToken":"{token}""#)
    });
    format!(r#"{{"workerTypes":[{}]{next}}}"#, items.join(","))
}

fn worker_type(number: usize) -> String {
    format!(
        r#"{{"provisionerId":"bench-provisioner","workerType":"worker-{number:05}","stability":"stable","description":"Builds and tests on Linux with eight cores, 32 GB of memory and a disk that lives for a day and is wiped between tasks.","expires":"2030-01-02T03:04:05.678Z","lastDateActive":"2029-12-31T23:59:{:02}.123Z"}}"#,
        number % 60
    )
}

#[cfg(test)]
mod tests {
    use contender::calls::TASKS_OF_A_PAGE;

    use super::*;

    #[test]
    fn the_large_page_has_the_size_that_it_is_said_to_have() {
        let length = Answers::new().large_page.len();
        assert!((280_000..320_000).contains(&length), "{length}");
    }

    #[test]
    fn pages_come_to_an_end() {
        let answers = Answers::new();
        let text = |token: usize| {
            let query = if token == 0 {
                String::new()
            } else {
                format!("?continuationToken={token}")
            };
            let target = format!("/api/queue/v1/provisioners/pages-3/worker-types{query}");
            String::from_utf8(answers.to(&target).to_vec()).expect("text")
        };
        assert!(text(0).contains(r#""continuationToken":"1""#));
        assert!(text(1).contains(r#""continuationToken":"2""#));
        assert!(text(2).starts_with("HTTP/1.1 200") && !text(2).contains("continuationToken"));
        assert!(text(100).starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_group_comes_to_its_end() {
        let answers = Answers::new();
        let mut token = None;
        for page in 1..=PAGES_OF_A_GROUP {
            let query =
                token.map_or_else(String::new, |token| format!("&continuationToken={token}"));
            let answer = answers.to(&format!("/api/queue/v1/task-group/t/list?limit=9{query}"));
            let body = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n");
            let body: serde_json::Value =
                serde_json::from_slice(&answer[body.expect("a body") + 4..]).expect("JSON");
            assert_eq!(
                body["tasks"].as_array().map(Vec::len),
                Some(TASKS_OF_A_PAGE)
            );
            let next = body["continuationToken"].as_str();
            assert_eq!(next.is_none(), page == PAGES_OF_A_GROUP);
            token = next.map(str::to_owned);
        }
    }

    #[test]
    fn both_forms_of_a_worker_pool_are_known() {
        let answers = Answers::new();
        for target in [
            "pending/a/b",
            "pending/a%2Fb",
            "task/t/runs/0/artifacts/x",
            "task/t",
            "task/t/status",
            "task-group/t/list",
        ] {
            let answer = answers.to(&format!("/api/queue/v1/{target}"));
            assert!(answer.starts_with(b"HTTP/1.1 200"), "{target}");
        }
    }
}
