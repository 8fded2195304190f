//! The github service, as where no repository uses it. There is no GitHub to hear from or to tell.

mod events;
mod placeholders;
mod render;
mod yaml;
mod zero;

use serde_json::json;

use super::Handler;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};

/// The badge of a branch that nothing is known of.
const BADGE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"20\">\
                     <text x=\"4\" y=\"15\">unknown</text></svg>\n";

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "githubWebHookConsumer" => |_| Ok(Outcome::Reply(Reply::empty(204))),
        "builds" => builds,
        "badge" => badge,
        "repository" => |_| Ok(Outcome::Json(json!({ "installed": false }))),
        "latest" => latest,
        "createStatus" => |call| post(call, "Installation not found"),
        "createComment" => |call| post(call, "Issue not found"),
        "cancelBuilds" => no_builds,
        "renderTaskclusterYml" => render::render,
        _ => return None,
    })
}

fn builds(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let given = |name| call.query.get(name).is_some_and(|value| !value.is_empty());
    for (name, wanted) in [("repository", "organization"), ("sha", "repository")] {
        if given(name) && !given(wanted) {
            let message = format!("`{name}` is asked for without a `{wanted}` that it is in");
            return Err(ApiError::input(message));
        }
    }
    no_builds(call)
}

fn no_builds(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let page = call.page(std::iter::empty())?;
    Ok(Outcome::Json(page.into_json("builds", |none| none).into()))
}

/// What is posted to a repository without an installation is refused, in 2018 without a word.
fn post(call: &mut Call<'_>, none: &str) -> Result<Outcome, ApiError> {
    if call.apis.is_today {
        return Err(ApiError::not_found(none));
    }
    Ok(Outcome::Reply(Reply::empty(404)))
}

fn badge(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let mut reply = Reply::empty(200).with_header("content-type", "image/svg+xml");
    reply.body = BADGE.as_bytes().to_vec();
    Ok(Outcome::Reply(reply))
}

fn latest(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Err(ApiError::not_found("Status not found"))
}
