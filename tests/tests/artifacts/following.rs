//! Logs that are read while a task writes them.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Mutex;
use std::thread;

use taskcluster_artifacts::{Artifacts, Error, Followed, TaskArtifacts};
use taskcluster_client::Client;
use taskcluster_client::Queue;
use taskcluster_client::queue::types::TaskState;
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tests::{Colour, Fetches, Waits, in_both_colours};

use super::fake::{self, claimed};

in_both_colours!(
    a_log_is_followed_to_where_it_is_stored,
    a_task_that_leaves_no_log_is_an_error,
);

fn of<C: Fetches>(fake: &FakeTaskcluster, id: &str) -> TaskArtifacts<C> {
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = C::build(<C as Colour>::noting(builder, &Waits::default()));
    Artifacts::new(&client.expect("a client")).of(id)
}

/// Answers once with a part of a log, then has the task end with all of it, and is gone.
fn serve(listener: TcpListener, client: &Client, id: &str) {
    let (mut stream, _) = listener.accept().expect("a reader");
    let mut request = [0; 4096];
    let read = stream.read(&mut request).expect("a request");
    assert!(request[..read].starts_with(b"GET /log "));
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    write!(stream, "{head}one\ntwo\r\nthr").expect("sent");
    drop(stream);
    drop(listener);
    let run = Artifacts::new(client).of(id).run(0);
    let stored = run
        .put("public/live_backing.log")
        .content_type("text/plain")
        .gzip();
    stored
        .from_bytes("one\ntwo\r\nthree\n\nfive")
        .expect("stored");
    let queue = Queue::new(client);
    let url = queue.get_artifact(id, 0, "public/live_backing.log").url();
    let live = run.put("public/live.log").content_type("text/plain");
    live.reference(url.expect("a URL")).expect("made");
    queue.report_completed(id, 0).send().expect("reported");
}

fn a_log_is_followed_to_where_it_is_stored<C: Fetches>() {
    let (fake, client) = fake::start();
    let id = claimed(&client);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let live = Artifacts::new(&client)
        .of(&id)
        .run(0)
        .put("public/live.log");
    let live = live.content_type("text/plain");
    live.reference(format!("http://{address}/log"))
        .expect("made");
    let server = {
        let (client, id) = (client.clone(), id.clone());
        thread::spawn(move || serve(listener, &client, &id))
    };
    let items = Mutex::new(C::follow(&of::<C>(&fake, &id), "public/live.log"));
    server.join().expect("it served");
    let items = items.into_inner().expect("the items");
    let items: Vec<_> = items
        .into_iter()
        .map(|item| item.expect("an item"))
        .collect();
    let mut wanted: Vec<_> = ["one", "two", "three", "", "five"]
        .map(|line| Followed::Line(line.to_owned()))
        .into();
    wanted.push(Followed::Ended(TaskState::Completed));
    assert_eq!(items, wanted);
}

fn a_task_that_leaves_no_log_is_an_error<C: Fetches>() {
    let (fake, client) = fake::start();
    let id = claimed(&client);
    Queue::new(&client)
        .report_failed(&id, 0)
        .send()
        .expect("reported");
    let items = C::follow(&of::<C>(&fake, &id), "public/live.log");
    assert!(matches!(&*items, [Err(e)] if e.is_gone()), "{items:?}");
    assert!(!matches!(&items[0], Err(Error::Transfer(_))));
}
