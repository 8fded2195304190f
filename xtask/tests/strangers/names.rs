//! Names that become Rust's.

use serde_json::{Value, json};

use super::toy::{API, EXCHANGES, Toy};

fn api(change: impl FnOnce(&mut Value)) -> Toy {
    let toy = Toy::new();
    toy.change(API, change);
    toy
}

#[test]
fn a_route_is_a_path_with_its_arguments() {
    for (route, args) in [
        ("boxes/", json!([])),
        ("/box/<boxId", json!([])),
        ("/box/<boxId", json!(["boxId"])),
        ("/box/<boxId>>", json!(["boxId"])),
        ("/box/<a>/<a>", json!(["a", "a"])),
        ("/box/<a>/<b>", json!(["a", "c"])),
        ("/box/<>", json!([""])),
        ("/box?x=<a>", json!(["a"])),
        ("/box`\n", json!([])),
        ("/box/<self\">", json!(["self\""])),
    ] {
        let toy = api(|api| {
            api["entries"][0]["route"] = json!(route);
            api["entries"][0]["args"] = args;
        });
        toy.refused(&["api.json#/entries/0/"]);
    }
}

#[test]
fn names_in_references_are_plain() {
    for name in ["", "a b", "9", "_", "naïve", "x\n", "a\"", "-"] {
        api(|api| api["entries"][0]["name"] = json!(name)).refused(&["api.json#/entries/0/name"]);
        api(|api| api["entries"][1]["query"][0] = json!(name))
            .refused(&["api.json#/entries/1/query"]);
        let toy = Toy::new();
        toy.change(EXCHANGES, |json| json["entries"][0]["name"] = json!(name));
        toy.refused(&["exchanges.json#/entries/0/name"]);
        let toy = Toy::new();
        toy.change(EXCHANGES, |json| {
            json["entries"][0]["routingKey"][1]["name"] = json!(name);
        });
        toy.refused(&["exchanges.json#/entries/0/routingKey"]);
    }
}

#[test]
fn routing_keys_can_be_taken_apart() {
    let toy = Toy::new();
    toy.change(EXCHANGES, |json| {
        json["entries"][0]["routingKey"][1]["multipleWords"] = json!(true);
    });
    toy.refused(&["exchanges.json#/entries/0/routingKey", "several words"]);
    let toy = Toy::new();
    toy.change(EXCHANGES, |json| {
        json["entries"][0]["routingKey"][1]["name"] = json!("reserved");
    });
    toy.refused(&["exchanges.json#/entries/0/routingKey", "twice"]);
    let toy = Toy::new();
    toy.change(EXCHANGES, |json| {
        json["exchangePrefix"] = json!("exchange/`x`\n");
    });
    toy.refused(&["exchanges.json#/entries/0/exchange"]);
    let toy = Toy::new();
    toy.change(EXCHANGES, |json| {
        json["entries"][0]["routingKey"][0]["constant"] = json!("a b");
    });
    toy.refused(&["exchanges.json#/entries/0/routingKey/0/constant"]);
}

#[test]
fn scopes_are_expressions() {
    for scopes in [
        json!({}),
        json!(1),
        json!({"AllOf": "x"}),
        json!({"if": "x"}),
        json!({"AllOf": [{"for": "x"}]}),
    ] {
        api(|api| api["entries"][0]["scopes"] = scopes).refused(&["api.json#/entries/0/scopes"]);
    }
}
