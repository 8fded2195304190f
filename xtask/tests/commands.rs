//! How the commands are called, and what they say to who calls them wrongly.

use std::process::{Command, Output};

fn xtask(args: &[&str]) -> Output {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    xtask.args(args).output().expect("it runs")
}

#[test]
fn help_is_an_answer_and_not_an_error() {
    for args in [
        &["help"][..],
        &["-h"],
        &["generate", "--help"],
        &["import", "--help"],
        &["live", "--write", "--help"],
        &["bench", "-h"],
    ] {
        let output = xtask(args);
        assert!(output.status.success(), "{args:?}");
        assert!(output.stdout.starts_with(b"usage: "), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}");
    }
    for args in [&[][..], &["no-such-command"]] {
        let output = xtask(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stderr.starts_with(b"usage: "), "{args:?}");
    }
}

#[test]
fn a_folder_without_references_is_told() {
    for folder in ["no/such/folder", env!("CARGO_MANIFEST_DIR")] {
        let output = xtask(&[
            "generate",
            "--check",
            "--apis",
            folder,
            "--out",
            "no/such/out",
        ]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8_lossy(&output.stderr);
        let expected = format!("error: {folder} has no manifest.json; references are read from");
        assert!(said.starts_with(&expected), "{said}");
    }
}
