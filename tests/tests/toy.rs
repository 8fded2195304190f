//! The toy's generated code, compiled: each shape that a schema can have, read and written.

use serde_json::{Value, json};
use taskcluster_core::{Client, Page as _};
use time::macros::datetime;

use taskcluster_tests::toy::types::{
    Box2, BoxContent, BoxProofSeal, BoxProofSealRequired, Colour, ListBoxesResponse, Many,
    ManyRequired, Nothing, NumberOrList, PutBoxRequest, Toys, Tree,
};
use taskcluster_tests::toy::{ENDPOINTS, TOPICS, Toy, ToyEvents};

fn api() -> Toy {
    Toy::new(
        &Client::builder("https://tc.example.com")
            .build()
            .expect("a client"),
    )
}

fn read(json: Value) -> Box2 {
    serde_json::from_value(json).expect("a box")
}

fn smallest() -> Value {
    json!({"boxId": "x", "colour": "red", "created": "2030-01-02T03:04:05.678Z", "label": null})
}

#[test]
fn what_is_optional_is_left_out_and_null_is_kept_where_it_is_required() {
    let small = read(smallest());
    assert_eq!(small.created, datetime!(2030-01-02 3:04:05.678 UTC));
    assert_eq!(small.label, None);
    assert_eq!(serde_json::to_value(&small).expect("JSON"), smallest());
}

#[test]
fn every_shape_survives_reading_and_writing() {
    let mut json = smallest();
    let rest = json!({
        "opened": ["2030-01-02T03:04:05.678Z"], "accessToken": "t", "label": "l", "size": 3,
        "content": {"kind": "toys", "count": 2}, "weight": 1.5, "offset": -3, "fragile": true,
        "version": 1, "kind": "box", "type": "t", "SourceURL": "https://x", "counts": {"a": 1},
        "anything": [1], "free": {"a": {}}, "owner": {"name": "n", "more": 1}, "address": "::1",
        "both": {"x": 1}, "loose": ["a"], "from": "a newer server"
    });
    json.as_object_mut()
        .expect("an object")
        .extend(rest.as_object().expect("an object").clone());
    let full = read(json.clone());
    assert_eq!(
        full.loose,
        Some(NumberOrList::TextList(vec!["a".to_owned()]))
    );
    assert_eq!(
        full.content,
        Some(BoxContent::Toys(
            serde_json::from_value(json!({"count": 2})).expect("toys")
        ))
    );
    assert_eq!(full.extra_members["from"], "a newer server");
    assert_eq!(serde_json::to_value(&full).expect("JSON"), json);
}

#[test]
fn values_from_a_newer_server_are_kept() {
    let mut json = smallest();
    json["colour"] = json!("ultraviolet");
    json["content"] = json!({"kind": "books", "pages": 3});
    json["loose"] = json!({"neither": true});
    let new = read(json.clone());
    assert_eq!(new.colour, Colour::Unrecognized("ultraviolet".to_owned()));
    assert_eq!(
        new.content,
        Some(BoxContent::Unrecognized(
            json!({"kind": "books", "pages": 3})
        ))
    );
    assert_eq!(serde_json::to_value(&new).expect("JSON"), json);
    assert_eq!(Colour::unrecognized("unrecognized"), Colour::Unrecognized_);
}

#[test]
fn a_known_kind_of_the_wrong_form_is_an_error() {
    let mut json = smallest();
    json["content"] = json!({"kind": "toys", "count": "many"});
    let error = serde_json::from_value::<Box2>(json).expect_err("count is a number");
    assert!(
        error.to_string().contains("invalid type: string"),
        "{error}"
    );
}

#[test]
fn debug_leaves_out_what_is_secret() {
    let mut json = smallest();
    json["accessToken"] = json!("t0ken");
    let debug = format!("{:?}", read(json));
    assert!(debug.contains("box_id: \"x\""), "{debug}");
    assert!(!debug.contains("t0ken"), "{debug}");
    let request = PutBoxRequest::new(Nothing::new(), Colour::Red).secret(json!({"key": "t0ken"}));
    assert!(!format!("{request:?}").contains("t0ken"), "{request:?}");
}

#[test]
fn payloads_are_built_from_what_is_at_hand() {
    let seal = BoxProofSeal::new(BoxProofSealRequired {
        document: "d".to_owned(),
        seal: "s".to_owned(),
    });
    let request = PutBoxRequest::new(Toys::new(3), Colour::DeepBlue)
        .tags(["a", "b"])
        .counts([("x", 1)])
        .loose(2.5)
        .proof(seal)
        .expires(datetime!(2030-01-02 4:04:05.678999 +1));
    let json = json!({
        "colour": "deep-blue", "content": {"kind": "toys", "count": 3}, "tags": ["a", "b"],
        "counts": {"x": 1}, "loose": 2.5, "proof": {"document": "d", "seal": "s"},
        "expires": "2030-01-02T03:04:05.678Z"
    });
    assert_eq!(serde_json::to_value(&request).expect("JSON"), json);

    let text = || "v".to_owned();
    let required = ManyRequired {
        a: text(),
        b: text(),
        c: text(),
        d: text(),
        e: text(),
        f: text(),
        g: text(),
        h: text(),
    };
    assert_eq!(Many::new(required).i("w").i.as_deref(), Some("w"));

    let tree = Tree::new()
        .left(Box::new(Tree::new().name("leaf")))
        .branches([Tree::new()]);
    assert_eq!(
        serde_json::to_value(&tree).expect("JSON"),
        json!({"left": {"name": "leaf"}, "branches": [{}]})
    );
}

#[test]
fn options_and_pages_reach_the_query() {
    let api = api();
    let call = api.list_boxes().limit(3).continuation_token("a/b");
    let url = call.url().expect("a URL");
    assert_eq!(
        url,
        "https://tc.example.com/api/toy/v1/boxes/?limit=3&continuationToken=a%2Fb"
    );

    let since = datetime!(2030-01-02 3:04:05 UTC);
    let call = api
        .find_boxes()
        .colour("a b")
        .quarantined(true)
        .since(since)
        .limit(1);
    assert_eq!(
        call.url().expect("a URL"),
        "https://tc.example.com/api/toy/v1/boxes/by-colour?colour=a%20b&quarantined=true\
         &since=2030-01-02T03%3A04%3A05.000Z&limit=1"
    );
    let page: ListBoxesResponse =
        serde_json::from_value(json!({"boxes": [smallest()], "continuationToken": "n"}))
            .expect("a page");
    assert_eq!(page.next_token(), Some("n"));
    assert_eq!(page.into_items().len(), 1);
}

#[test]
fn methods_know_their_routes() {
    let api = api();
    let request = PutBoxRequest::new(Nothing::new(), Colour::Red);
    let call = api.put_box("a/b", 7, &request);
    assert_eq!(
        call.url().expect("a URL"),
        "https://tc.example.com/api/toy/v1/box/a%2Fb/runs/7"
    );
    assert!(
        api.self_("x", &Tree::new())
            .url()
            .expect("a URL")
            .ends_with("/type/x")
    );
    assert!(api.names().url().expect("a URL").ends_with("/names"));
    assert!(api.ping().url().expect("a URL").ends_with("/ping"));
    assert_eq!(ENDPOINTS.len(), 7);
}

#[test]
fn exchanges_make_bindings() {
    let binding = ToyEvents::box_put()
        .box_id("b")
        .binding()
        .expect("a binding");
    assert_eq!(binding.exchange, "exchange/toy/v1/box-put");
    assert_eq!(binding.routing_key_pattern, "primary.b.#");
    let put = ToyEvents::box_put();
    let key = put.parse("primary.b._").expect("a key of the exchange");
    assert_eq!(key.get("boxId"), Some("b"));
    assert_eq!(TOPICS.len(), 1);
}
