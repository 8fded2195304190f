//! URLs of methods.

use serde_json::{Value, json};
use taskcluster_core::Call;

use super::Op;
use crate::vectors::callers;
use crate::vectors::case::Case;
use crate::vectors::compare;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op {
    name: "build_url",
    answer,
    same,
}];

fn answer(case: &Case) -> Answer {
    let request = callers::request(&case.input)?;
    callers::answer_by_each(&case.input, |client| {
        let call = Call::<_, Value>::of_request(client, request.clone());
        let url = call.url().map_err(Stop::refused)?;
        let (path, query) = compare::split_query(&url);
        let query = compare::query_pairs(query);
        Ok(json!({ "url": url, "path_url": path, "query_decoded": query }))
    })
}

/// Where `want` says what a query means, its own spelling does not count. Other clients give the
/// URL alone.
fn same(wanted: &Value, ours: &Value) -> bool {
    if wanted.get("query_decoded").is_some() {
        return ["path_url", "query_decoded"]
            .iter()
            .all(|part| wanted[part] == ours[part]);
    }
    let wanted = wanted.get("url").unwrap_or(wanted).as_str();
    wanted
        .zip(ours["url"].as_str())
        .is_some_and(|(wanted, ours)| compare::url(wanted, ours))
}
