//! What a deployment answers beside the methods of its services: its references, what browsers ask
//! before they send a request to another origin, and paths that lead nowhere.

use crate::apis::{Apis, publish};
use crate::http::types::{HttpRequest, Reply};

use super::router;

/// What lets programs in a browser call from any page.
const CROSS_ORIGIN: [(&str, &str); 5] = [
    ("access-control-allow-origin", "*"),
    ("access-control-max-age", "900"),
    (
        "access-control-allow-methods",
        "OPTIONS,GET,HEAD,POST,PUT,DELETE,TRACE,CONNECT",
    ),
    ("access-control-request-method", "*"),
    (
        "access-control-allow-headers",
        "X-Requested-With,Content-Type,Authorization,Accept,Origin,Cache-Control",
    ),
];

/// What each service says of keeping its answers.
const NO_STORE: (&str, &str) = ("cache-control", "no-store no-cache must-revalidate");

/// The page of whatever is in front of the services, where none of them is asked.
const NO_PAGE: &str = "<html><body>ui not found</body></html>";

/// Answers a request that is for no method.
pub(super) fn answer(apis: &Apis, request: &HttpRequest) -> Reply {
    let path = request.path();
    let is_read = matches!(request.method.as_str(), "GET" | "HEAD");
    if let Some(json) = publish::at(apis, path).filter(|_| is_read) {
        return Reply {
            status: 200,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: json.to_string().into_bytes(),
        };
    }
    if !router::has_service(apis, path) {
        return Reply::html(404, NO_PAGE.to_owned());
    }
    let verbs = router::verbs(apis, path).join(", ");
    if request.method == "OPTIONS" && !verbs.is_empty() {
        return Reply::text(200, &verbs).with_header("allow", &verbs);
    }
    Reply::json(404, &serde_json::json!({ "error": "Not found" }))
}

/// The answer to what a browser asks before it sends content, or fetches some.
pub(super) fn preflight() -> Reply {
    Reply::empty(204)
}

/// The headers that all answers to a path have; `is_stored` is for content.
pub(super) fn headers(
    apis: &Apis,
    path: &str,
    is_stored: bool,
) -> Vec<(&'static str, &'static str)> {
    let is_service = router::has_service(apis, path);
    let cross_origin = CROSS_ORIGIN.into_iter().filter(|_| is_service || is_stored);
    let no_store = [NO_STORE].into_iter().filter(|_| is_service);
    cross_origin.chain(no_store).collect()
}
