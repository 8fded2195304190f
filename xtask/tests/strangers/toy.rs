//! The toy's references, with changes, in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::generate::{self, Options};

pub const API: &str = "references/toy/v1/api.json";
pub const EXCHANGES: &str = "references/toy/v1/exchanges.json";

/// References that a test may change, and the folder for what is made of them.
pub struct Toy {
    pub root: PathBuf,
    /// Gone with the toy, where it has one of its own.
    _folder: Option<TempDir>,
}

pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Toy {
    /// The references as they are.
    pub fn new() -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        Self::at(folder.path().to_owned(), Some(folder))
    }

    /// The same where it is in each run, so that cargo finds what it has built of it.
    pub fn to_compile() -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("strangers/compiled");
        let _ = fs::remove_dir_all(&root);
        Self::at(root, None)
    }

    fn at(root: PathBuf, folder: Option<TempDir>) -> Self {
        copy(&project().join("tests/toy/apis"), &root.join("apis"));
        Self {
            root,
            _folder: folder,
        }
    }

    pub fn change(&self, file: &str, change: impl FnOnce(&mut Value)) -> &Self {
        let path = self.root.join("apis").join(file);
        let mut json = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).expect("JSON"),
            Err(_) => json!({}),
        };
        change(&mut json);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, json.to_string()).expect("a file");
        self
    }

    /// Adds a schema, and a method that answers it.
    pub fn answer(&self, schema: &str, json: Value) -> &Self {
        self.change(&format!("schemas/toy/v1/{schema}.json"), |slot| {
            *slot = json;
        });
        self.change(API, |api| {
            let entries = api["entries"].as_array_mut().expect("a list");
            let mut entry = entries[0].clone();
            let name = format!("get{}", entries.len());
            entry["route"] = json!(format!("/{name}"));
            entry["name"] = json!(name);
            entry["output"] = json!(format!("v1/{schema}.json#"));
            entries.push(entry);
        })
    }

    pub fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    pub fn generate(&self) -> Result<(), String> {
        let options = Options::others(self.root.join("apis"), self.out());
        let plan = generate::plan(&options).map_err(|e| e.to_string())?;
        plan.write().map(drop).map_err(|e| e.to_string())
    }

    /// Generating fails, the message has all these parts, and nothing was written anywhere.
    pub fn refused(&self, parts: &[&str]) {
        let before = files_under(&self.root);
        let why = match self.generate() {
            Ok(()) => panic!("generated, where {parts:?} should be said"),
            Err(why) => why,
        };
        for part in parts {
            assert!(why.contains(part), "{why:?} does not say {part:?}");
        }
        assert_eq!(files_under(&self.root), before);
    }

    /// A generated file.
    pub fn read(&self, file: &str) -> String {
        let path = self.out().join("crates/toy").join(file);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// All generated code, by file.
    pub fn code(&self) -> Vec<(String, String)> {
        let files = files_under(&self.out()).into_iter();
        let code = files.filter(|file| file.extension().is_some_and(|e| e == "rs"));
        let read = |file: PathBuf| {
            let text = fs::read_to_string(&file).expect("a file");
            (file.display().to_string(), text)
        };
        code.map(read).collect()
    }
}

/// All files below a folder, sorted.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.is_symlink() {
            files.extend(files_under(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
