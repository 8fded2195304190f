//! The one page of the web interface that programs need: where a person makes a client for them.
//!
//! Whoever opens it has signed in already, as [`PERSON`], who may do everything.

use time::OffsetDateTime;

use crate::http::query::Query;
use crate::http::types::{HttpRequest, Reply};
use crate::services::state::State;

/// Where the page is.
const PATH: &str = "/auth/clients/create";

/// Who has signed in.
const PERSON: &str = "github/1|person";

/// Answers a request for the page, or the press of its button; `None` is for other requests.
pub(super) fn answer(
    state: &mut State,
    request: &HttpRequest,
    now: OffsetDateTime,
) -> Option<Reply> {
    if request.path() != PATH {
        return None;
    }
    let query = Query::parse(request.query());
    match request.method.as_str() {
        "GET" | "HEAD" => Some(page(&query)),
        "POST" => Some(save(state, &query, now)),
        _ => None,
    }
}

fn page(query: &Query) -> Reply {
    let scopes: Vec<String> = query
        .all("scope")
        .map(|it| format!("<li>{}</li>", escaped(it)))
        .collect();
    let name = escaped(query.get("name").unwrap_or_default());
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>Create Client</title>\n</head>\n<body>\n<h1>{}/{name}</h1>\n<p>{}</p>\n\
         <ul>{}</ul>\n<form method=\"post\"><button id=\"save\">Save client</button></form>\n\
         </body>\n</html>\n",
        escaped(PERSON),
        escaped(query.get("description").unwrap_or_default()),
        scopes.concat(),
    );
    Reply::html(200, html)
}

/// Makes the client, and leads the browser to the program with its credentials.
fn save(state: &mut State, query: &Query, now: OffsetDateTime) -> Reply {
    let refuse =
        |why: &str| Reply::html(400, format!("<html><body>{}</body></html>", escaped(why)));
    let callback = query.get("callback_url").unwrap_or_default();
    if !is_allowed(callback) {
        return refuse(&format!("Callback URL {callback} is not allowed."));
    }
    let expires = query.get("expires").unwrap_or("1000 years");
    let Ok(expires) = taskcluster_core::from_now::from_now_at(expires, now) else {
        return refuse("expires is not a time from now");
    };
    let id = format!("{PERSON}/{}", query.get("name").unwrap_or_default());
    let description = query.get("description").unwrap_or_default();
    let scopes = query.all("scope").map(str::to_owned).collect();
    let Some(token) = state.clients.admit(&id, description, scopes, expires, now) else {
        return refuse("Client already exists");
    };
    // As the real one, it writes the values as they are.
    Reply::see_other(&format!("{callback}?clientId={id}&accessToken={token}"))
}

/// Whether a URL is one of this machine, as the real page judges it.
fn is_allowed(callback: &str) -> bool {
    let rest = callback
        .strip_prefix("http://localhost")
        .or_else(|| callback.strip_prefix("https://localhost"));
    let port = |rest: &str| {
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        rest.trim_start_matches(|c: char| c.is_ascii_digit())
            .to_owned()
    };
    rest.map(port)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_go_to_this_machine_alone() {
        for good in [
            "http://localhost:80/x",
            "http://localhost",
            "https://localhost/",
        ] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in [
            "",
            "http://localhost.example.com",
            "http://localhost:80x",
            "http://127.0.0.1/",
            "ftp://localhost",
        ] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
