//! What a person has set up: the shell client's file, and a sign-in through the browser.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use taskcluster_client::{ApiClient as _, Auth, Client, Options};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tools::{ConfigFile, SignIn, SigningIn};

const FILE: &str = "\
config:
    rootUrl: https://tc.example.com
    clientId: 'ad|x/cli'
    accessToken: 0123456789
    authorizedScopes:
    - secrets:get:x
task:
    other: [1, 2]
";

fn file(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("taskcluster.yml");
    fs::write(&path, text).expect("written");
    path
}

fn own(client_id: Option<&str>) -> Options {
    Options {
        client_id: client_id.map(str::to_owned),
        access_token: client_id.map(|_| "an-own-t0ken-0f-22-ch4r5".to_owned()),
        ..Options::default()
    }
}

#[test]
fn the_environment_comes_first_and_the_file_behind_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let read = ConfigFile::read(&file(folder.path(), FILE)).expect("a file");
    assert_eq!(
        read.authorized_scopes(),
        Some(&["secrets:get:x".to_owned()][..])
    );
    assert_eq!(read.options().access_token.as_deref(), Some("0123456789"));
    assert!(!format!("{read:?}").contains("0123456789"));

    let caller = |first: Options| {
        let builder = read.clone().behind(first).expect("a builder");
        let client = builder.build().expect("a client");
        let root_url = client.session().root_url().to_string();
        let caller = client.session().credentials().expect("a caller");
        (
            root_url,
            caller.client_id().to_owned(),
            format!("{:?}", client.session()),
        )
    };
    let (root_url, id, shown) = caller(own(None));
    assert_eq!((&*root_url, &*id), ("https://tc.example.com", "ad|x/cli"));
    assert!(shown.contains("secrets:get:x"), "limited: {shown}");
    let (root_url, id, shown) = caller(own(Some("ci")));
    assert_eq!((&*root_url, &*id), ("https://tc.example.com", "ci"));
    assert!(
        !shown.contains("secrets:get:x"),
        "the file's limits are the file's caller's"
    );

    let nothing = ConfigFile::read(&folder.path().join("absent.yml")).expect("nothing");
    assert_eq!(nothing, ConfigFile::default());
    // Half a pair of the environment is not made whole by the file.
    let half = Options {
        access_token: None,
        ..own(Some("ci"))
    };
    assert!(read.behind(half).is_err());
}

#[test]
fn the_file_is_where_the_shell_client_has_it() {
    let place = |set: &[(&str, &str)]| {
        let lookup = |name: &str| {
            let mut set = set.iter();
            set.find(|(other, _)| *other == name)
                .map(|(_, value)| (*value).to_owned())
        };
        ConfigFile::usual_path(lookup)
    };
    let home = ("HOME", "/home/x");
    let usual = Some(PathBuf::from("/home/x/.config/taskcluster.yml"));
    assert_eq!(place(&[home]), usual);
    assert_eq!(place(&[home, ("XDG_CONFIG_HOME", "")]), usual);
    let other = Some(PathBuf::from("/etc/x/taskcluster.yml"));
    assert_eq!(place(&[home, ("XDG_CONFIG_HOME", "/etc/x")]), other);
    assert_eq!(place(&[]), None);
}

#[test]
fn what_is_wrong_with_the_file_has_its_line_and_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    for (text, line, words) in [
        (
            "config:\n  accessToken: [tell-tale\n",
            3,
            "this is not YAML",
        ),
        (
            "config:\n  accessToken: [tell-tale]\n",
            2,
            "accessToken must be a text; put it in quotes",
        ),
        (
            "config:\n  certificate: {\"seed\": \"tell-tale\"}\n",
            2,
            "certificate must be a text; put it in quotes",
        ),
        (
            "config:\n  authorizedScopes: tell-tale\n",
            2,
            "authorizedScopes must be a list of texts",
        ),
        (
            "config: tell-tale\n",
            1,
            "there must be names with values here, such as `rootUrl: …`",
        ),
        (
            "tell-tale\n",
            1,
            "there must be names with values here, such as `config: …`",
        ),
    ] {
        let path = file(folder.path(), text);
        let error = ConfigFile::read(&path).expect_err("wrong");
        let shown = error.to_string();
        let begin = format!("{}:{line}: {words}", path.display());
        assert!(shown.starts_with(&begin), "{shown}");
        assert!(
            !format!("{shown}{error:?}").contains("tell-tale"),
            "{shown}"
        );
    }
    assert!(
        ConfigFile::read(folder.path()).is_err(),
        "a folder is no file"
    );
}

fn begin(fake: &FakeTaskcluster) -> SigningIn {
    let sign_in = SignIn::new(fake.root_url())
        .name("night")
        .scopes(["secrets:get:x", "a b&c"]);
    sign_in.expires("2 hours").begin().expect("a port")
}

/// The client that a person made, as the deployment knows it.
fn check(fake: &FakeTaskcluster, waiting: SigningIn) {
    let credentials = waiting.wait(Duration::from_secs(300)).expect("credentials");
    assert!(
        credentials
            .client_id()
            .starts_with("github/1|person/night-"),
        "{credentials:?}"
    );
    let client = Client::builder(fake.root_url()).credentials(credentials.clone());
    let client = client.build().expect("a client");
    let auth = Auth::new(&client);
    let made = auth.as_ref().session().credentials().expect("some");
    let made = auth.client(made.client_id()).send().expect("a client");
    assert_eq!(made.scopes, ["secrets:get:x", "a b&c"].map(str::to_owned));
    assert!(auth.check_credentials().send().is_ok());
}

#[test]
fn a_person_signs_in_on_the_page() {
    let fake = FakeTaskcluster::start().expect("a server");
    let waiting = begin(&fake);
    let mut page = ureq::get(waiting.url()).call().expect("a page");
    let page = page.body_mut().read_to_string().expect("a text");
    assert!(
        page.contains("<button id=\"save\">") && page.contains("a b&amp;c"),
        "{page}"
    );
    // What the button does, and where the browser is led.
    let mut done = ureq::post(waiting.url()).send_empty().expect("a redirect");
    assert_eq!(done.headers()["referrer-policy"], "no-referrer");
    let done = done.body_mut().read_to_string().expect("a text");
    assert!(done.contains("<h1>Signed in</h1>"), "{done}");
    check(&fake, waiting);
}

/// The address that the answer is sent to, as the page is told it.
fn callback(waiting: &SigningIn) -> (String, String) {
    let (_, rest) = waiting
        .url()
        .split_once("callback_url=http%3A%2F%2Flocalhost%3A")
        .expect("it");
    let (port, rest) = rest.split_once("%2F").expect("a path");
    let state = rest
        .split('&')
        .next()
        .expect("a state")
        .replace("%2D", "-")
        .replace("%5F", "_");
    (format!("127.0.0.1:{port}"), state)
}

fn ask(address: &str, text: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(text.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn only_the_browser_that_was_told_the_address_is_heard() {
    let fake = FakeTaskcluster::start().expect("a server");
    let waiting = begin(&fake);
    let (address, state) = callback(&waiting);
    // One that says nothing holds up nobody.
    let _silent = TcpStream::connect(&address).expect("a connection");
    for target in [
        "/?clientId=a&accessToken=b",
        "/favicon.ico",
        &format!("/{state}x?clientId=a&accessToken=b"),
    ] {
        let answer = ask(&address, &format!("GET {target} HTTP/1.1\r\n\r\n"));
        assert_eq!(answer, "HTTP/1.1 404 Not Found");
    }
    let answer = ask(
        &address,
        &format!("GET /{state}?clientId=a|b/c&accessToken=t0k-en HTTP/1.1\r\n\r\n"),
    );
    assert_eq!(answer, "HTTP/1.1 200 OK");
    let credentials = waiting.wait(Duration::from_secs(60)).expect("credentials");
    assert_eq!(
        (credentials.client_id(), credentials.access_token()),
        ("a|b/c", "t0k-en")
    );
}

#[test]
fn what_comes_of_no_sign_in_is_told() {
    let fake = FakeTaskcluster::start().expect("a server");
    let waiting = begin(&fake);
    assert!(!format!("{waiting:?}").contains(&callback(&waiting).1));
    let error = waiting
        .wait(Duration::from_millis(1))
        .expect_err("late")
        .to_string();
    assert!(
        error.starts_with("nobody has signed in within 1ms: open the page"),
        "{error}"
    );

    let waiting = begin(&fake);
    let (address, state) = callback(&waiting);
    let answer = ask(
        &address,
        &format!("GET /{state}?error=denied HTTP/1.1\r\n\r\n"),
    );
    assert_eq!(answer, "HTTP/1.1 400 Bad Request");
    let error = waiting
        .wait(Duration::from_secs(60))
        .expect_err("none")
        .to_string();
    assert_eq!(error, "the web interface has sent no clientId");
    assert!(SignIn::new("nowhere").begin().is_err());
}

/// Opens the page in the browser that `TASKCLUSTER_TEST_BROWSER` names, such as `chromium`, and posts the form of
/// its button by a script.
#[test]
fn a_browser_is_led_from_the_page_to_the_program() {
    let Ok(browser) = std::env::var("TASKCLUSTER_TEST_BROWSER") else {
        eprintln!("SKIPPED: TASKCLUSTER_TEST_BROWSER names no browser, so that none has signed in");
        return;
    };
    let fake = FakeTaskcluster::start().expect("a server");
    let waiting = begin(&fake);
    let folder = tempfile::tempdir().expect("a folder");
    // A page that posts the form as its button does.
    let page = folder.path().join("press.html");
    let action = waiting.url().replace('&', "&amp;");
    let html =
        format!("<form id=f method=post action=\"{action}\"></form><script>f.submit()</script>");
    fs::write(&page, html).expect("written");
    let mut running = Command::new(&browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--virtual-time-budget=20000",
            "--dump-dom",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg(format!("file://{}", page.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a browser");
    check(&fake, waiting);
    running.kill().expect("stopped");
    running.wait().expect("ended");
}
