//! Lists that come in pages.

use taskcluster_client::{Items, Page, Result, Secrets};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{client, ok};

in_both_colours!(
    pages_and_items_are_fetched_as_they_are_asked_for,
    a_walk_ends_with_an_error_and_can_be_resumed,
    a_page_that_leads_to_itself_is_no_end,
    tokens_that_go_in_a_circle_end_with_an_error
);

fn pages_and_items_are_fetched_as_they_are_asked_for<C: Colour>() {
    let page = |names: &str, token: &str| ok(format!(r#"{{"secrets": [{names}]{token}}}"#));
    let server = Scripted::start([
        page(r#""a", "b""#, r#", "continuationToken": "t/1""#),
        page("", r#", "continuationToken": "t2""#),
        page(r#""c""#, r#", "continuationToken": """#),
    ]);
    let (client, _) = client::<C>(&server);
    let secrets = Secrets::new(&client);
    let names = all(secrets.list().limit(2).items()).expect("all pages");
    assert_eq!(names, ["a", "b", "c"]);
    let lines: Vec<String> = server.received().into_iter().map(|r| r.line).collect();
    assert_eq!(
        lines,
        [
            "GET /api/secrets/v1/secrets?limit=2 HTTP/1.1",
            "GET /api/secrets/v1/secrets?limit=2&continuationToken=t%2F1 HTTP/1.1",
            "GET /api/secrets/v1/secrets?limit=2&continuationToken=t2 HTTP/1.1",
        ]
    );
}

fn a_walk_ends_with_an_error_and_can_be_resumed<C: Colour>() {
    let server = Scripted::start([
        ok(r#"{"secrets": ["a"], "continuationToken": "t1"}"#),
        answer("404 Not Found", "", "{}"),
        ok(r#"{"secrets": ["b"]}"#),
    ]);
    let (client, _) = client::<C>(&server);
    let secrets = Secrets::new(&client);
    let mut pages = secrets.list().pages();
    assert_eq!(
        C::page(&mut pages).expect("a page").expect("good").secrets,
        ["a"]
    );
    assert_eq!(pages.continuation_token(), Some("t1"));
    assert!(C::page(&mut pages).expect("a page").is_err());
    assert!(C::page(&mut pages).is_none(), "the walk is over");
    let rest = secrets
        .list()
        .continuation_token(pages.continuation_token().expect("kept"));
    assert_eq!(rest.send().expect("a page").secrets, ["b"]);
}

fn a_page_that_leads_to_itself_is_no_end<C: Colour>() {
    let server = Scripted::start([ok(r#"{"secrets": ["a"], "continuationToken": "t"}"#)]);
    let (client, _) = client::<C>(&server);
    let secrets = Secrets::new(&client);
    let mut items = secrets.list().items();
    for _ in 0..2 {
        let item = C::item(&mut items).expect("an item");
        assert_eq!(item.expect("good"), "a");
    }
    let error = C::item(&mut items).expect("no end").expect_err("no item");
    assert!(error.to_string().contains("does not end"), "{error}");
    assert!(C::item(&mut items).is_none(), "the walk is over");
    assert_eq!(server.received().len(), 2);
}

fn tokens_that_go_in_a_circle_end_with_an_error<C: Colour>() {
    for length in [2, 3, 7] {
        let page = |n: usize| {
            let token = (n + 1) % length;
            ok(format!(
                r#"{{"secrets": ["{n}"], "continuationToken": "t{token}"}}"#
            ))
        };
        // The first page of all leads into the circle; the script has it some times.
        let server = Scripted::start((0..length).map(page).cycle().take(100));
        let (client, _) = client::<C>(&server);
        let mut pages = Secrets::new(&client).list().pages();
        let seen = std::iter::from_fn(|| C::page(&mut pages)).take(50);
        let results: Vec<_> = seen.collect();
        let (last, before) = results.split_last().expect("pages");
        let why = last.as_ref().expect_err("a circle").to_string();
        assert!(why.contains("that it gave before"), "{why}");
        assert!(before.iter().all(Result::is_ok));
        assert!(
            before.len() > length && before.len() <= 3 * length + 1,
            "{}",
            before.len()
        );
        assert_eq!(
            server.received().len(),
            before.len(),
            "nothing more was sent"
        );
    }
}

fn all<C: Colour, T: Page>(mut items: Items<C, T>) -> Result<Vec<T::Item>> {
    std::iter::from_fn(|| C::item(&mut items)).collect()
}
