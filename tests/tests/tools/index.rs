//! Finding things in the index.

use std::time::Duration;

use serde_json::json;
use taskcluster_client::index::types::InsertTaskRequest;
use taskcluster_client::{Client, Index, slugid};
use taskcluster_tests::in_both_colours;
use taskcluster_tools::{IndexExt as _, rank_of};
use time::OffsetDateTime;

use crate::{Scene, Tool};

in_both_colours!(
    the_first_path_with_a_task_is_found,
    a_walk_finds_all_below_a_namespace,
    a_walk_that_fails_is_over
);

fn insert(client: &Client, path: &str) {
    let now = OffsetDateTime::now_utc();
    let entry = InsertTaskRequest::new(
        slugid::nice(),
        rank_of(now),
        json!({}),
        now + Duration::from_secs(3600),
    );
    let inserted = Index::new(client).insert_task(path, &entry).send();
    inserted.expect("an entry");
}

fn the_first_path_with_a_task_is_found<C: Tool>() {
    let scene = Scene::<C>::new();
    ["a.c", "a.d"]
        .into_iter()
        .for_each(|path| insert(&scene.actor(), path));
    let index = Index::new(&scene.client);
    let find = |paths: &[&str]| {
        let found = C::job(index.find_first(paths.to_vec())).expect("answers");
        found.map(|task| task.namespace)
    };
    assert_eq!(find(&["a.b", "a.c", "a.d"]).as_deref(), Some("a.c"));
    assert_eq!(find(&["a.d", "a.c"]).as_deref(), Some("a.d"));
    assert_eq!(find(&["a", "b"]), None);
    assert_eq!(scene.asked("findTask"), 2 + 1 + 2);
}

fn a_walk_finds_all_below_a_namespace<C: Tool>() {
    let scene = Scene::<C>::new();
    let paths = [
        "a.one",
        "a.b.two",
        "a.b.c.three",
        "a.d.four",
        "e.five",
        "six",
    ];
    paths
        .into_iter()
        .for_each(|path| insert(&scene.actor(), path));
    let index = Index::new(&scene.client);
    let walk = |namespace: &str| {
        let found: taskcluster_tools::Result<Vec<String>> =
            C::walk(index.below(namespace)).into_iter().collect();
        found.expect("a whole walk")
    };
    assert_eq!(walk("a"), ["a.one", "a.b.two", "a.b.c.three", "a.d.four"]);
    let mut all = walk("");
    all.sort();
    let mut wanted = paths;
    wanted.sort_unstable();
    assert_eq!(all, wanted);
    assert_eq!(walk("nothing"), [""; 0]);
}

fn a_walk_that_fails_is_over<C: Tool>() {
    use taskcluster_fake::{Fault, Rule};
    let scene = Scene::<C>::new();
    ["a.one", "a.b.two"]
        .into_iter()
        .for_each(|path| insert(&scene.actor(), path));
    scene
        .fake
        .fault(Rule::method("index", "listNamespaces"), Fault::status(403));
    let found = C::walk(Index::new(&scene.client).below("a"));
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].as_deref().ok(), Some("a.one"));
    assert!(found[1].is_err());
}

#[test]
fn ranks_fit_32_bits() {
    let year = |seconds| OffsetDateTime::from_unix_timestamp(seconds).expect("a date");
    let ranks = [1_700_000_000, 5_000_000_000, -5_000_000_000].map(|it| rank_of(year(it)));
    assert_eq!(
        ranks,
        [1_700_000_000.0, f64::from(i32::MAX), f64::from(i32::MIN)]
    );
}
