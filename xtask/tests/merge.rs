//! Two eras of a made-up service as one.

use std::path::Path;

use serde_json::{Value, json};
use xtask::generate::{self, Files};

/// One era: its methods and exchanges, and its schemas by name.
struct Era {
    methods: Vec<Value>,
    exchanges: Vec<Value>,
    schemas: Vec<(&'static str, Value)>,
}

fn method(name: &str, route: &str, args: &[&str], mut extra: Value) -> Value {
    let mut method = json!({
        "type": "function", "name": name, "method": "get", "route": route, "args": args,
        "query": [], "stability": "stable",
    });
    let members = method.as_object_mut().expect("an object");
    members.append(extra.as_object_mut().expect("an object"));
    method
}

fn exchange(name: &str) -> Value {
    json!({
        "type": "topic-exchange", "exchange": name, "name": name, "schema": "v1/thing.json#",
        "routingKey": [{
            "name": "rest", "summary": "The rest.", "multipleWords": true, "required": false,
        }],
    })
}

fn said(mut thing: Value) -> Value {
    thing["title"] = json!("A thing");
    thing["description"] = json!("What it is.");
    thing
}

fn files(era: &Era, texts: bool) -> Files {
    let mut api = json!({
        "$schema": "/schemas/common/api-reference-v0.json#", "apiVersion": "v1",
        "serviceName": "shop", "entries": era.methods,
    });
    if texts {
        api = said(api);
    }
    let mut files = Files::from([("references/shop/v1/api.json".to_owned(), api)]);
    if !era.exchanges.is_empty() {
        let mut exchanges = json!({
            "$schema": "/schemas/common/exchanges-reference-v0.json#", "apiVersion": "v1",
            "serviceName": "shop", "exchangePrefix": "exchange/shop/v1/", "entries": era.exchanges,
        });
        if texts {
            exchanges = said(exchanges);
        }
        files.insert("references/shop/v1/exchanges.json".to_owned(), exchanges);
    }
    for (name, schema) in &era.schemas {
        let mut schema = schema.clone();
        if texts {
            schema["description"] = json!("A thing.");
        }
        files.insert(format!("schemas/shop/v1/{name}.json"), schema);
    }
    files
}

/// What is generated of both, one file after the other, without what only layout needs.
fn merged(classic: &Era, today: &Era) -> Result<String, String> {
    let drafts = generate::draft_of_eras(files(classic, false), files(today, true));
    let drafts = drafts.map_err(|e| e.to_string())?;
    Ok(drafts.into_values().collect::<Vec<_>>().join("\n"))
}

fn object(required: &[&str], properties: Value) -> Value {
    let mut object = json!({
        "type": "object", "additionalProperties": false, "required": required,
    });
    object["properties"] = properties;
    object
}

fn eras() -> (Era, Era) {
    let answer = json!({ "output": "v1/thing.json#" });
    let classic = Era {
        methods: vec![
            method("thing", "/thing/<name>", &["name"], answer.clone()),
            said(method("gone", "/gone", &[], json!({}))),
        ],
        exchanges: Vec::new(),
        schemas: vec![(
            "thing",
            object(
                &["kind", "old", "size"],
                json!({
                    "kind": { "type": "string", "enum": ["a", "b"] },
                    "old": { "type": "string", "description": "What went." },
                    "size": { "type": "integer", "minimum": 0, "maximum": 22 },
                }),
            ),
        )],
    };
    let mut newer = said(method("thing", "/thing/<name>", &["name"], answer));
    newer["query"] = json!(["limit"]);
    let today = Era {
        methods: vec![newer, said(method("added", "/added", &[], json!({})))],
        exchanges: Vec::new(),
        schemas: vec![(
            "thing",
            object(
                &["kind", "size"],
                json!({
                    "kind": { "type": "string", "enum": ["b", "c"], "description": "Its kind." },
                    "fresh": { "type": "string", "description": "What came." },
                    "size": {
                        "type": "integer", "minimum": 0, "maximum": 38, "description": "Its size.",
                    },
                }),
            ),
        )],
    };
    (classic, today)
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn what_either_has_is_there_and_says_who_has_it() {
    let (classic, today) = eras();
    let text = merged(&classic, &today).expect("one service");
    has(&text, &["pub fn thing(", "pub fn gone(", "pub fn added("]);
    has(
        &text,
        &["era: Era::Both", "era: Era::Classic", "era: Era::Today"],
    );
    has(
        &text,
        &["    /// Until 2019.\n", "    /// Today's servers only.\n"],
    );
    has(&text, &["limit: u32 = \"limit\""]);
    // One era's members are optional, even where it requires them.
    has(
        &text,
        &[
            "pub old: Option<String>",
            "pub fresh: Option<String>",
            "pub size: u64",
        ],
    );
    has(
        &text,
        &[
            "/// `a`. Until 2019.",
            "/// `b`\n",
            "/// `c`. Today's servers only.",
        ],
    );
    has(&text, &["/// Range: 0 to 38; until 2019: 0 to 22."]);
}

/// What is made of the eras with one thing changed.
fn refused(change: impl FnOnce(&mut Era, &mut Era)) -> String {
    let (mut classic, mut today) = eras();
    change(&mut classic, &mut today);
    merged(&classic, &today).expect_err("no one thing")
}

#[test]
fn what_cannot_be_one_is_an_error_that_names_it() {
    let why = refused(|_, today| {
        today.methods[0]["route"] = json!("/thing/<id>");
        today.methods[0]["args"] = json!(["id"]);
    });
    has(
        &why,
        &[
            "shop.thing has other arguments",
            "apis/today",
            "apis/classic",
        ],
    );
    let why = refused(|_, today| today.methods[0]["method"] = json!("put"));
    has(&why, &["shop.thing has another verb"]);
    let why = refused(|_, today| {
        today.methods[0]
            .as_object_mut()
            .expect("an object")
            .remove("output");
    });
    has(&why, &["shop.thing answers something of another kind"]);
    let why = refused(|_, today| {
        today.schemas[0].1["properties"]["size"]["type"] = json!("string");
    });
    has(&why, &["shop: Thing.size is Text, and not Unsigned"]);
    let why = refused(|_, today| {
        let gone = said(method("Gone", "/gone-again", &[], json!({})));
        today.methods.push(gone);
    });
    has(&why, &["shop.Gone is another method of one Rust name"]);
}

/// What is made of exchanges of either era.
fn with_exchanges(older: Value, newer: Value) -> Result<String, String> {
    let (mut classic, mut today) = eras();
    classic.exchanges.push(older);
    today.exchanges.push(newer);
    merged(&classic, &today)
}

#[test]
fn exchanges_are_of_either_era_and_have_names_of_their_own() {
    let [sold, bought] = ["thing-sold", "thing-bought"].map(|name| said(exchange(name)));
    let text = with_exchanges(sold.clone(), bought).expect("one service");
    has(&text, &["pub fn thing_sold(", "pub fn thing_bought("]);
    has(&text, &["ThingSold", "ThingBought"]);
    let why = with_exchanges(sold, said(exchange("thingSold"))).expect_err("one Rust name");
    has(
        &why,
        &["shop.thingSold is another exchange of one Rust name"],
    );
}

#[test]
fn a_text_stands_once() {
    let why = refused(|classic, _| classic.methods[0]["description"] = json!("Again."));
    has(
        &why,
        &[
            "apis/classic/references",
            "/entries/0",
            "`description` stands in the newer era",
        ],
    );
    let size = "/properties/size";
    let why = refused(|classic, _| {
        classic.schemas[0].1["properties"]["size"]["description"] = json!("Again.");
    });
    has(
        &why,
        &[
            "apis/classic/schemas/shop/v1/thing.json",
            size,
            "stands in the newer era",
        ],
    );
    let why = refused(|_, today| {
        let size = &mut today.schemas[0].1["properties"]["size"];
        size.as_object_mut()
            .expect("an object")
            .remove("description");
    });
    has(&why, &[size, "a text is missing"]);
    let why = refused(|classic, _| {
        classic.methods[1]
            .as_object_mut()
            .expect("an object")
            .remove("description");
    });
    has(&why, &["/entries/1", "the text `description` is missing"]);
}

/// Texts of our own references stand once, too, or they would not be generated; and each era can be
/// read alone by whoever serves it.
#[test]
fn both_folders_are_as_a_deployment_publishes_them() {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis");
    for era in ["classic", "today"] {
        let manifest = std::fs::read_to_string(apis.join(era).join("manifest.json"));
        let manifest: Value = serde_json::from_str(&manifest.expect("a file")).expect("JSON");
        for path in manifest["references"].as_array().expect("a list") {
            let path = path.as_str().expect("a path").trim_start_matches('/');
            assert!(apis.join(era).join(path).is_file(), "{era}: {path}");
        }
    }
}
