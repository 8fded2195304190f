//! What is not imported: nothing of it is left.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::thread;

use serde_json::{Value, json};
use xtask::import;

use crate::{Site, files_under, project, published, replaced, scratch, serve};

/// Importing fails, the message has all these parts, and nothing is left on disk.
fn refused(change: impl Fn(&mut Site), parts: &[&str]) {
    let root_url = serve("", |root_url| {
        let mut site = published(root_url);
        change(&mut site);
        site
    });
    let folder = scratch();
    let folder = folder.path();
    let why = import::run(&root_url, &folder.join("apis"))
        .expect_err("refused")
        .to_string();
    for part in parts {
        assert!(why.contains(part), "{why:?} does not say {part:?}");
    }
    assert_eq!(
        fs::read_dir(folder).expect("the folder").count(),
        0,
        "something was left"
    );
}

#[test]
fn what_is_not_there_is_named_with_the_place_that_leads_to_it() {
    let api = "/references/toy/v1/api.json";
    refused(
        |site| drop(site.remove("/schemas/toy/v1/box.json")),
        &[
            "/entries/3/output",
            "/schemas/toy/v1/box.json",
            "there is no such file",
        ],
    );
    refused(
        replaced(
            "/schemas/toy/v1/tree.json",
            "\"tree.json#\"",
            "\"bush.json#\"",
        ),
        &[
            "tree.json#/properties/left/$ref",
            "/schemas/toy/v1/bush.json",
        ],
    );
    refused(
        |site| drop(site.remove("/references/manifest.json")),
        &["/references/manifest.json", "is this the root URL"],
    );
    refused(
        replaced("/references/manifest.json", "manifest-v3", "manifest-v4"),
        &["manifest.json#/$schema", "manifest-v4.json", "version 3"],
    );
    refused(
        replaced(
            "/references/manifest.json",
            "/references/toy/v1/logs.json",
            "/../etc/x.json",
        ),
        &[
            "manifest.json#/references/2",
            "/../etc/x.json",
            "no JSON file under",
        ],
    );
    refused(replaced(api, "{", ""), &["api.json", "this is not JSON"]);
}

/// A site of one answer, for each path; its thread ends with the process.
fn answering(head: &'static str, body: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let root_url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().expect("a second handle")).lines();
            let first = lines.next().and_then(Result::ok).unwrap_or_default();
            let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
            while lines
                .next()
                .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
            {}
            let body = body(&path);
            let length = body.len();
            let head =
                format!("HTTP/1.1 {head}Content-Length: {length}\r\nConnection: close\r\n\r\n");
            let _ = stream
                .write_all(head.as_bytes())
                .and_then(|()| stream.write_all(&body));
        }
    });
    root_url
}

/// Importing fails over an earlier import, which is still there; the message has all these parts.
fn refused_over(root_url: &str, parts: &[&str]) {
    let folder = scratch();
    let out = folder.path().join("apis");
    let toy = project().join("tests/toy/apis").display().to_string();
    import::run(&toy, &out).expect("a good folder");
    let before = files_under(&out);
    let why = import::run(root_url, &out)
        .expect_err("refused")
        .to_string();
    for part in parts {
        assert!(why.contains(part), "{why:?} does not say {part:?}");
    }
    assert_eq!(files_under(&out), before);
    let beside = fs::read_dir(out.parent().expect("a folder")).expect("a folder");
    assert_eq!(beside.count(), 1, "something was left");
}

#[test]
fn redirects_lead_to_no_other_host() {
    let other = serve("", published);
    let location = format!("302 Found\r\nLocation: {other}/references/manifest.json\r\n");
    let root_url = answering(location.leak(), |_| Vec::new());
    refused_over(
        &root_url,
        &["manifest.json", "a redirect to", "not the same host"],
    );
    let root_url = answering("302 Found\r\nLocation: /round\r\n", |_| Vec::new());
    refused_over(&root_url, &["manifest.json", "more than 5 redirects"]);
}

#[test]
fn a_deployment_is_of_limited_size() {
    let root_url = answering("200 OK\r\n", |_| vec![b' '; 5 << 20]);
    refused_over(&root_url, &["/references/manifest.json"]);
    // Each schema leads to one more.
    let root_url = answering("200 OK\r\n", |path| {
        let name = path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".json");
        let json = match name {
            "manifest" => json!({"references": ["/references/toy/v1/api.json"]}),
            "api" => {
                json!({"serviceName": "toy", "apiVersion": "v1", "entries": [{"output": "1.json"}]})
            }
            number => {
                json!({"$ref": format!("{}.json", number.parse::<u64>().unwrap_or_default() + 1)})
            }
        };
        json.to_string().into_bytes()
    });
    refused_over(&root_url, &["/schemas/toy/v1/", "one from the other"]);
    // One leads to many.
    let many: Vec<Value> = (0..5_100)
        .map(|n| json!({"$ref": format!("{n}.json")}))
        .collect();
    let folder = scratch();
    let folder = folder.path();
    let schemas = folder.join("schemas/toy/v1");
    fs::create_dir_all(&schemas).expect("a folder");
    fs::create_dir_all(folder.join("references/toy/v1")).expect("a folder");
    let write = |path: &str, json: Value| {
        fs::write(folder.join(path), json.to_string()).expect("a file");
    };
    write(
        "manifest.json",
        json!({"references": ["/references/toy/v1/api.json"]}),
    );
    write(
        "references/toy/v1/api.json",
        json!({"serviceName": "toy", "apiVersion": "v1", "entries": [{"output": "all.json"}]}),
    );
    write("schemas/toy/v1/all.json", json!({"anyOf": many}));
    for n in 0..5_100 {
        fs::write(schemas.join(format!("{n}.json")), "{}").expect("a file");
    }
    refused_over(&folder.display().to_string(), &["all.json#/anyOf/", "5000"]);
}

#[test]
fn names_are_judged_before_a_byte_is_written() {
    let api = "/references/toy/v1/api.json";
    for name in ["../../x", "core", "", "toy\\\"\\n"] {
        let new = format!("\"serviceName\": \"{name}\"").leak();
        refused(
            replaced(api, "\"serviceName\": \"toy\"", new),
            &["api.json#/serviceName"],
        );
    }
    refused(
        replaced(api, "\"apiVersion\": \"v1\"", "\"apiVersion\": \"../v1\""),
        &["api.json#/apiVersion"],
    );
    refused(
        replaced(api, "v1/many.json#", "../../../../x.json#"),
        &["api.json#/entries/5/input", "no JSON file under"],
    );
    refused(
        |site| {
            let many = site["/schemas/toy/v1/many.json"].clone();
            site.insert("/schemas/toy/v1/MANY.json".to_owned(), many);
            replaced(api, "v1/names.json#", "v1/MANY.json#")(site);
        },
        &["api.json#/entries/6/output", "MANY.json", "many.json"],
    );
}
