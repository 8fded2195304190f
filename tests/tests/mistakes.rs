//! What the compiler says when one kind of client is used as the other, or a text as a value.
//!
//! The compiler is called as cargo calls it, on the library as it was built for this test. Of its
//! words only those are looked for that tell what is wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// Both kinds used rightly.
const RIGHT: &str = r#"
    pub fn blocking(client: &Client) -> Result<()> {
        Queue::new(client).ping().send()?;
        for name in Secrets::new(client).list().items() {
            println!("{}", name?);
        }
        Ok(())
    }

    pub async fn asynchronous(client: &AsyncClient) -> Result<()> {
        Queue::new(client).ping().send().await?;
        let secrets = Secrets::new(client);
        let mut items = secrets.list().items();
        while let Some(name) = items.next().await {
            println!("{}", name?);
        }
        Ok(())
    }
"#;

/// Mistakes, and what the compiler says of them.
const WRONG: [(&str, &[&str]); 9] = [
    (
        "pub async fn f(client: &AsyncClient) -> Result<()> { Queue::new(client).ping().send()? }",
        &[
            "the `?` operator cannot be applied to type `impl Future<Output = ",
            "consider `await`ing on the `Future`",
        ],
    ),
    (
        "pub fn f(client: &AsyncClient) -> Result<()> { Queue::new(client).ping().send() }",
        &["expected `Result<(), Error>`, found future"],
    ),
    (
        "pub async fn f(client: &AsyncClient) { Queue::new(client).ping().send(); }",
        &["futures do nothing unless you `.await` or poll them"],
    ),
    (
        "pub async fn f(client: &Client) -> Result<()> { Queue::new(client).ping().send().await }",
        &["` is not a future", "remove the `.await`"],
    ),
    (
        "pub async fn f(client: &AsyncClient) {
             for name in Secrets::new(client).list().items() {}
         }",
        &[
            "AsyncClient, SecretList>` is not an iterator",
            "is implemented for `Items<",
            "Client, T>`",
        ],
    ),
    (
        "pub fn f(queue: Queue<AsyncClient>) -> Queue { queue }",
        &["expected `Queue`, found `Queue<AsyncClient>`"],
    ),
    (
        "pub fn f(client: &AsyncClient) -> Queue { Queue::new(client) }",
        &["expected `&Client`, found `&AsyncClient`"],
    ),
    (
        "pub fn f(builder: ClientBuilder) { Queue::new(&builder); }",
        &["ClientBuilder` is not a client", "`ClientBuilder::build`"],
    ),
    (
        "pub fn f(task: taskcluster_client::queue::types::CreateTaskRequest) {
             let _ = task.priority(\"hihg\");
         }",
        &["mismatched types", "expected `TaskPriority`, found `&str`"],
    ),
];

#[test]
fn mistakes_are_told_in_words_that_help() {
    let library = newest_library();
    for (program, words) in WRONG {
        let (_, said) = compile(&library, program);
        for word in words {
            assert!(said.contains(word), "{word:?} is not in:\n{said}");
        }
    }
}

/// The facade with both kinds of client, where there are several builds of it.
fn newest_library() -> PathBuf {
    let age = |path: &PathBuf| -> Option<SystemTime> { path.metadata().ok()?.modified().ok() };
    let files = fs::read_dir(folder()).expect("the folder of this test");
    let mut libraries: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("libtaskcluster_client-") && name.ends_with(".rlib")
        })
        .collect();
    libraries.sort_by_key(age);
    let mut said = "there is no library".to_owned();
    for library in libraries.into_iter().rev() {
        match compile(&library, RIGHT) {
            (true, _) => return library,
            (false, words) => said = words,
        }
    }
    panic!("a right program does not compile: {said}");
}

/// Where cargo has put this test, and the libraries that it is made of.
fn folder() -> PathBuf {
    let this = std::env::current_exe().expect("this program");
    this.parent().expect("its folder").to_owned()
}

/// Whether the program compiles, and what the compiler says.
fn compile(library: &Path, program: &str) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("program.rs");
    let names = "AsyncClient, Client, ClientBuilder, Queue, Result, Secrets";
    let text = format!("use taskcluster_client::{{{names}}};\n{program}");
    fs::write(&file, text).expect("a file for the test");
    let facade = format!("taskcluster_client={}", library.display());
    let dependencies = format!("dependency={}", self::folder().display());
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata"])
        .args(["--extern", &facade, "-L", &dependencies])
        .arg(file)
        .current_dir(folder.path())
        .output()
        .expect("the compiler");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), said)
}
