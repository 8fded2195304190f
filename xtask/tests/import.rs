//! `cargo xtask import`, from a deployment that the tests make of the toy's references.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread;

use serde_json::{Value, json};
use taskcluster_fake::{Era, FakeTaskcluster};
use tempfile::TempDir;
use xtask::generate::{self, Options};
use xtask::{compare, import};

/// Files by path, as the deployment serves them.
type Site = BTreeMap<String, Vec<u8>>;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the project")
}

/// A new folder.
fn scratch() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for the test")
}

fn files_under(root: &Path) -> Site {
    let mut site = Site::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let key = path
                .strip_prefix(root)
                .expect("below the root")
                .display()
                .to_string();
            site.insert(format!("/{key}"), fs::read(&path).expect("a file"));
        }
    }
    site
}

/// The toy's references as a deployment publishes them: the manifest among them, and with URLs of
/// the deployment, and relative ones, where there are paths.
fn published(root_url: &str) -> Site {
    let mut site = Site::new();
    for (path, bytes) in files_under(&project().join("tests/toy/apis")) {
        let path = if path == "/manifest.json" {
            "/references/manifest.json"
        } else {
            &path
        };
        let text = String::from_utf8(bytes).expect("text");
        let text = text
            .replace("\"/schemas/toy", &format!("\"{root_url}/schemas/toy"))
            .replace(
                "\"/references/toy/v1/api",
                &format!("\"{root_url}/references/toy/v1/api"),
            )
            .replace("\"/references/toy/v1/metrics", "\"toy/v1/metrics")
            .replace("\"/schemas/common", &format!("\"{root_url}/schemas/common"));
        site.insert(path.to_owned(), text.into_bytes());
    }
    site
}

/// A deployment on loopback under a path of its host; its thread ends with the process.
fn serve(base: &str, site: impl FnOnce(&str) -> Site) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let root_url = format!(
        "http://{}{base}",
        listener.local_addr().expect("an address")
    );
    let site = site(&root_url);
    let site: Site = site
        .into_iter()
        .map(|(path, body)| (format!("{base}{path}"), body))
        .collect();
    let site = Arc::new(site);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            thread::spawn(move || answer(stream, &site));
        }
    });
    root_url
}

fn answer(mut stream: TcpStream, site: &Site) {
    let mut lines = BufReader::new(stream.try_clone().expect("a second handle")).lines();
    while let Some(Ok(line)) = lines.next() {
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        while lines
            .next()
            .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
        {}
        let (status, body) = match site.get(&path) {
            Some(body) => ("200 OK", body.as_slice()),
            None => ("404 Not Found", &b"not here"[..]),
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let sent = stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(body));
        if sent.is_err() {
            return;
        }
    }
}

fn read(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON")
}

#[test]
fn a_deployment_is_mirrored_as_it_was_before_it_was_published() {
    let root_url = serve("", published);
    let folder = scratch();
    let out = folder.path().join("apis");
    let imported = import::run(&root_url, &out).expect("a good deployment");
    assert_eq!((imported.references, imported.schemas), (4, 7));

    let toy = project().join("tests/toy/apis");
    let ours = files_under(&toy);
    let mut found: Vec<String> = files_under(&out).into_keys().collect();
    found.push("/schemas/toy/v1/unused.json".to_owned());
    found.sort();
    assert_eq!(
        found,
        ours.keys().cloned().collect::<Vec<_>>(),
        "what nothing leads to stays away"
    );
    for path in found
        .iter()
        .filter(|path| path.contains("/v1/") && !path.contains("unused"))
    {
        let text = fs::read_to_string(toy.join(&path[1..])).expect("a file");
        // These are left as paths by an import, and were other URLs in the toy.
        let text = text
            .replace("https://toy.example.com/schemas", "/schemas")
            .replace("http://schemas.taskcluster.net/", "/schemas/");
        let wanted: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read(&out.join(&path[1..])), wanted, "{path}");
    }
    assert_eq!(
        read(&out.join("manifest.json")),
        json!({
            "$schema": "/schemas/common/manifest-v3.json#",
            "references": [
                "/references/toy/v1/api.json",
                "/references/toy/v1/exchanges.json",
                "/references/toy/v1/logs.json",
                "/references/toy/v1/metrics.json",
            ],
        })
    );
}

#[test]
fn a_folder_is_mirrored_and_a_deployment_under_a_path() {
    let folder = scratch();
    let folder = folder.path();
    let out = folder.join("from-folder");
    let toy = project().join("tests/toy/apis");
    import::run(&toy.display().to_string(), &out).expect("a good folder");
    let root_url = serve("/sub/path", published);
    let other = folder.join("from-url");
    import::run(&format!("{root_url}/"), &other).expect("a good deployment");
    assert_eq!(files_under(&out), files_under(&other));
    // An import takes the place of an earlier one.
    fs::write(out.join("schemas/toy/v1/gone.json"), "{}").expect("a file");
    import::run(&out.display().to_string(), &out).expect("a good folder");
    assert_eq!(files_under(&out), files_under(&other));
}

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

fn replaced(path: &'static str, old: &'static str, new: &'static str) -> impl Fn(&mut Site) {
    move |site| {
        let text = String::from_utf8(site[path].clone()).expect("text");
        assert!(text.contains(old), "{path} has no {old:?}");
        site.insert(path.to_owned(), text.replace(old, new).into_bytes());
    }
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

#[test]
fn folders_of_other_people_are_left_alone() {
    let out = scratch();
    let out = out.path();
    fs::write(out.join("thesis.txt"), "long").expect("a file");
    let toy = project().join("tests/toy/apis").display().to_string();
    let why = import::run(&toy, out).expect_err("refused").to_string();
    assert!(
        why.contains("thesis.txt") && why.contains("name another folder"),
        "{why}"
    );
    let why = import::run("no/such/folder", &out.join("x"))
        .expect_err("refused")
        .to_string();
    assert!(why.contains("no such folder"), "{why}");
}

/// Imports from a deployment and generates crates.
fn generated(root_url: &str, folder: &Path) -> generate::Result<()> {
    let apis = folder.join("apis");
    import::run(root_url, &apis).expect("a good deployment");
    let out = folder.join("out");
    let options = Options::others(apis, out);
    generate::plan(&options)?.write().map(drop)
}

#[test]
fn an_unknown_keyword_is_named_by_file_and_pointer_when_generating() {
    let root_url = serve("", |root_url| {
        let mut site = published(root_url);
        replaced(
            "/schemas/toy/v1/names.json",
            "\"items\"",
            "\"contains\": {}, \"items\"",
        )(&mut site);
        site
    });
    let folder = scratch();
    let folder = folder.path();
    let why = generated(&root_url, folder)
        .expect_err("refused")
        .to_string();
    for part in ["schemas/toy/v1/names.json#/contains", "`contains`"] {
        assert!(why.contains(part), "{why:?} does not say {part:?}");
    }
    assert!(!folder.join("out").exists());
}

/// A program that uses the generated crate of the toy.
const PROGRAM: &str = r#"
use taskcluster_core::Client;
use taskcluster_toy::Toy;

fn main() -> taskcluster_core::Result<()> {
    let client = Client::from_env()?;
    println!("{:?}", Toy::new(&client).names().send()?);
    Ok(())
}
"#;

const MANIFEST: &str = r#"[package]
name = "probe"
edition.workspace = true
workspace = "../.."

[dependencies]
taskcluster-core.workspace = true
taskcluster-toy = { path = "../toy" }
"#;

#[test]
fn two_commands_make_a_client_that_works() {
    let root_url = serve("", |root_url| {
        let mut site = published(root_url);
        site.insert(
            "/api/toy/v1/names".to_owned(),
            br#"["Ada", "Grace"]"#.to_vec(),
        );
        site
    });
    // Always the same, so that cargo finds what it has built of it.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("end-to-end");
    let _ = fs::remove_dir_all(&folder);
    generated(&root_url, &folder).expect("good references");
    let probe = folder.join("out/crates/probe");
    fs::create_dir_all(probe.join("src")).expect("a folder");
    fs::write(probe.join("Cargo.toml"), MANIFEST).expect("a file");
    fs::write(probe.join("src/main.rs"), PROGRAM).expect("a file");
    // The same versions as here, so that there is nothing to download.
    fs::copy(project().join("Cargo.lock"), folder.join("out/Cargo.lock")).expect("a copy");
    // And built where this test is, so that there is little to compile.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("the target folder");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--package", "probe"])
        .current_dir(folder.join("out"))
        .env("CARGO_TARGET_DIR", target)
        .env_remove("TASKCLUSTER_CLIENT_ID")
        .env_remove("TASKCLUSTER_ACCESS_TOKEN")
        .env_remove("TASKCLUSTER_CERTIFICATE")
        .env_remove("TASKCLUSTER_PROXY_URL")
        .env("TASKCLUSTER_ROOT_URL", &root_url)
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "[\"Ada\", \"Grace\"]\n"
    );
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

#[test]
fn what_an_import_has_not_left_is_not_lost() {
    let folder = scratch();
    let out = folder.path().join("apis");
    let toy = project().join("tests/toy/apis").display().to_string();
    import::run(&toy, &out).expect("a good folder");
    fs::write(out.join("schemas/toy/notes.txt"), "mine").expect("a file");
    let why = import::run(&toy, &out).expect_err("refused").to_string();
    assert!(
        why.contains("notes.txt") && why.contains("name another folder"),
        "{why}"
    );
    assert!(out.join("schemas/toy/notes.txt").exists());
}

#[test]
fn what_the_fake_publishes_is_imported() {
    for (era, references) in [(Era::Classic, 18), (Era::Today, 17), (Era::Both, 24)] {
        let fake = FakeTaskcluster::builder().era(era).start().expect("a fake");
        let folder = scratch();
        let out = folder.path().join("apis");
        import::run(&fake.root_url(), &out).expect("a good deployment");
        let files = files_under(&out);
        let count = |start: &str| files.keys().filter(|path| path.starts_with(start)).count();
        assert_eq!(count("/references/"), references, "{era:?}");
        assert!(count("/schemas/queue/") > 20, "{era:?}");
    }
}

/// Makes texts the same everywhere, those that types are called after and methods sorted by among them: a
/// fake publishes none.
fn describe(json: &mut Value) {
    match json {
        Value::Object(members) => {
            members.retain(|name, value| !(name == "title" && value.is_string()));
            members.values_mut().for_each(describe);
            let has = |name: &str| members.get(name).is_some_and(|value| !value.is_object());
            let (is_method, is_other) = (has("route"), has("entries") || has("exchange"));
            if is_method || is_other {
                members.insert("title".to_owned(), "A title".into());
                members.insert("description".to_owned(), "A text.".into());
            }
            if is_method {
                members.insert("category".to_owned(), "All".into());
            }
            let fields = members.get_mut("routingKey").and_then(Value::as_array_mut);
            for field in fields.into_iter().flatten() {
                field["summary"] = "A text.".into();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(describe),
        _ => {}
    }
}

/// The code that is generated of a folder or of a deployment, without comments, which have the texts.
fn code_of(from: &str) -> BTreeMap<PathBuf, String> {
    let mut files = import::read(from).expect("a good deployment");
    files.remove("manifest.json");
    files.values_mut().for_each(describe);
    let drafts = generate::draft(files).expect("good references");
    let bare = |text: String| {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.map(|line| line.to_owned() + "\n").collect()
    };
    drafts
        .into_iter()
        .map(|(path, text)| (path, bare(text)))
        .collect()
}

#[test]
fn what_the_fake_publishes_is_the_api_of_its_era() {
    for (era, folder) in [(Era::Classic, "classic"), (Era::Today, "today")] {
        let fake = FakeTaskcluster::builder().era(era).start().expect("a fake");
        let ours = project().join("apis").join(folder);
        let report = compare::compare(&fake.root_url(), &ours).expect("two good sets");
        assert!(report.is_empty(), "{folder}:\n{report}");
        let (theirs, ours) = (
            code_of(&fake.root_url()),
            code_of(&ours.display().to_string()),
        );
        assert_eq!(
            theirs.keys().collect::<Vec<_>>(),
            ours.keys().collect::<Vec<_>>(),
            "{folder}"
        );
        for (path, text) in &ours {
            assert_eq!(theirs[path], *text, "{folder}: {}", path.display());
        }
    }
}
