//! `cargo xtask import`, from a deployment that the tests make of the toy's references.

mod fake;
mod generated;
mod mirrored;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

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

fn replaced(path: &'static str, old: &'static str, new: &'static str) -> impl Fn(&mut Site) {
    move |site| {
        let text = String::from_utf8(site[path].clone()).expect("text");
        assert!(text.contains(old), "{path} has no {old:?}");
        site.insert(path.to_owned(), text.replace(old, new).into_bytes());
    }
}
