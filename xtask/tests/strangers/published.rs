//! References with texts as deployments really publish them: generated under a prefix, and used beside
//! this project's own crates.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::cargo;
use xtask::generate::{self, Options};
use xtask::import;

use super::toy::{copy, files_under, project};

/// Texts of the kinds that are found in descriptions.
const TEXTS: [&str; 12] = [
    "See [the manual\nof this service](https://docs.example.com/manual\n) for more.",
    "Details are at https://example.com/a?b=c&d=<e>, and at http://example.com/x_(y).",
    "The <taskId> of a `task-<taskId>`, in <b>bold</b>, with <br/> and a <div> that stays open.",
    "Given as `name:<value>, of which the backtick is never closed. And `another` one.",
    "An example:\n\n    {\n      \"a\": [1, <x>]\n    }\n\nand more.\n\t\tindented by tabs",
    "```js\nlet x = `a`;\n```\nafter\n```\nnever closed",
    "* one\n  * two: [text][missing]\n* [ ] three\n\n1) four\n> five\n> six",
    "Array<string> or Map<string, [u8]>; use `[0]`, [Self::x], [`Foo`] or [a](b).",
    "| a | b |\n|---|---|\n| `c|d` | e |\n\n# Head\n\nHead 2\n======",
    "[ref]: https://example.com\n\n[ref] and ![image](https://example.com/x.png \"t\")",
    "&lt;escaped&gt; &amp; \\<escaped\\> \\` <!-- comment --> <https://example.com/auto> <me@example.com>",
    "Ends with a backslash\\",
];

/// Services that are small and have methods, pages, choices and exchanges among them.
const SERVICES: [&str; 3] = ["secrets", "hooks", "notify"];

/// Gives all things the texts, one after the other.
fn retell(json: &mut Value, count: &mut usize) {
    match json {
        Value::Object(members) => {
            for (key, value) in members {
                match (&**key, &mut *value) {
                    ("description" | "summary", Value::String(text)) => {
                        *text = TEXTS[*count % TEXTS.len()].to_owned();
                        *count += 1;
                    }
                    (_, value) => retell(value, count),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| retell(item, count)),
        _ => {}
    }
}

/// Today's references with such texts, and a manifest that lists what is no API as well.
fn publish(site: &Path) {
    copy(&project().join("apis/today"), site);
    let mut count = 0;
    for file in files_under(site) {
        let text = fs::read_to_string(&file).expect("a file");
        let mut json = serde_json::from_str(&text).expect("JSON");
        retell(&mut json, &mut count);
        if file.ends_with("manifest.json") {
            let list = json["references"].as_array_mut().expect("a list");
            for kind in ["logs", "metrics"] {
                let path = format!("references/secrets/v1/{kind}.json");
                let reference = json!({"serviceName": "secrets", "apiVersion": "v1", "types": []});
                fs::write(site.join(&path), reference.to_string()).expect("a file");
                list.push(json!(format!("/{path}")));
            }
        }
        fs::write(&file, json.to_string()).expect("a file");
    }
    assert!(count > 1_000, "{count} texts");
}

/// A program with crates of both.
fn program(out: &Path) {
    let folder = out.join("crates/beside");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let own = project().join("crates/secrets").display().to_string();
    let manifest = format!(
        "[package]\nname = \"beside\"\nedition.workspace = true\nworkspace = \"../..\"\n\n\
         [dependencies]\ntaskcluster-core.workspace = true\nacme-secrets = {{ path = \"../secrets\" }}\n\
         taskcluster-secrets = {{ path = {own:?} }}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
    let main = "//! One client, and the crates of two projects.\n\nfn main() -> taskcluster_core::Result<()> {\n    \
                let client = taskcluster_core::Client::builder(\"https://tc.example.com\").build()?;\n    \
                let theirs = acme_secrets::Secrets::new(&client).get(\"a\").url()?;\n    \
                assert_eq!(theirs, taskcluster_secrets::Secrets::new(&client).get(\"a\").url()?);\n    Ok(())\n}\n";
    fs::write(folder.join("src/main.rs"), main).expect("a file");
}

pub(super) fn cargo(out: &Path, args: &[&str]) {
    let output = cargo::cargo()
        .arg("--offline")
        .args(args)
        .current_dir(out)
        .env("CARGO_TARGET_DIR", project().join("target"))
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {said}");
}

#[test]
fn what_is_really_published_passes_the_lints_beside_our_crates() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("strangers/published");
    let _ = fs::remove_dir_all(&root);
    let (site, apis, out) = (root.join("site"), root.join("apis"), root.join("out"));
    publish(&site);
    import::run(&site.display().to_string(), &apis).expect("a good deployment");
    let mut options = Options::others(apis, out.clone());
    options.prefix = Some("acme".to_owned());
    options.services = SERVICES.map(str::to_owned).to_vec();
    let plan = generate::plan(&options).expect("references as they are");
    assert_eq!(plan.passed_over().len(), 2, "{:?}", plan.passed_over());
    plan.write().expect("files");
    program(&out);
    fs::copy(project().join("Cargo.lock"), out.join("Cargo.lock")).expect("a copy");
    cargo(
        &out,
        &["clippy", "--quiet", "--workspace", "--", "-D", "warnings"],
    );
    cargo(&out, &["doc", "--quiet", "--workspace", "--no-deps"]);
    cargo(&out, &["run", "--quiet", "--package", "beside"]);
}
