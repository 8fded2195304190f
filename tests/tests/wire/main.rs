//! What goes over the wire, and what comes of answers that no good server gives; the same for both
//! kinds of client.

mod answers;
mod between;
mod clock;
mod compression;
mod eras;
mod limits;
mod lists;
mod repeats;
mod requests;
mod retries;
mod strangers;
mod words;

use taskcluster_client::{Client, ClientBuilder, Credentials, Queue};
use taskcluster_tests::{Act, Colour, Scripted, Waits, answer};

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

/// A client that notes its waits instead of waiting.
fn client<C: Colour>(server: &Scripted) -> (C, Waits) {
    let waits = Waits::default();
    (build(C::noting(builder(server), &waits)), waits)
}

fn build<C: Colour>(builder: ClientBuilder) -> C {
    C::build(builder).expect("a client")
}

fn builder(server: &Scripted) -> ClientBuilder {
    Client::builder(server.root_url()).credentials(Credentials::new("tester", TOKEN))
}

fn ok(body: impl AsRef<[u8]>) -> Act {
    answer("200 OK", "Content-Type: application/json\r\n", body)
}

fn busy(headers: &str) -> Act {
    answer("503 Service Unavailable", headers, "busy")
}

fn attribute<'h>(header: &'h str, name: &str) -> &'h str {
    let start = header.find(&format!("{name}=\"")).expect("the attribute") + name.len() + 2;
    &header[start..start + header[start..].find('"').expect("its end")]
}

#[test]
fn an_agent_of_ones_own_keeps_answers_and_follows_nothing() {
    let other = Scripted::start([answer("200 OK", "", "{}")]);
    let location = format!("Location: {}/x\r\n", other.root_url());
    let server = Scripted::start([
        answer("404 Not Found", "", r#"{"message": "gone"}"#),
        answer("302 Found", &location, ""),
    ]);
    let agent = ureq::Agent::config_builder()
        .user_agent("mine")
        .build()
        .new_agent();
    let client = Client::builder(server.root_url())
        .credentials(Credentials::new("tester", "x6RU_pVvQ1-ziBwQ5c5tEw"))
        .agent(agent)
        .build()
        .expect("a client");
    let error = Queue::new(&client).task("t").send().expect_err("not found");
    assert_eq!(
        error.to_string(),
        format!(
            "queue.task: 404: gone; no service of Taskcluster answers there: is the root URL right? \
             ({}/api/queue/v1/task/t)",
            server.root_url()
        )
    );
    assert_eq!(
        Queue::new(&client)
            .task("t")
            .send()
            .expect_err("a redirect")
            .status(),
        Some(302)
    );
    assert_eq!(server.received()[0].header("user-agent"), Some("mine"));
    assert!(other.received().is_empty());
}
