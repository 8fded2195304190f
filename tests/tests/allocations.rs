//! How often a call asks for memory. Counts are the same on every machine, as times are not.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use allocation_counter::{AllocationInfo, measure};
use serde_json::json;
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::tools::Graph;
use taskcluster_client::{Client, Credentials, Queue, Secrets};
use time::OffsetDateTime;

const TASK_ID: &str = "fN1SbArXTPSVFNUvaOlinQ";

/// Its server gives these answers in turn, over and over. The server's memory does not count: it is
/// that of another thread.
fn client(bodies: Vec<String>) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let root_url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        let answer = |body: &String| format!("{head}Content-Length: {}\r\n\r\n{body}", body.len());
        // What the client sends at once is here at once.
        let mut request = [0; 16 * 1024];
        for body in bodies.iter().cycle() {
            if !stream.read(&mut request).is_ok_and(|read| read > 0) {
                return;
            }
            let sent = stream.write_all(answer(body).as_bytes());
            sent.expect("the client takes the answer");
        }
    });
    let credentials = Credentials::new("tester", "x6RU_pVvQ1-ziBwQ5c5tEw");
    let builder = Client::builder(root_url).credentials(credentials);
    builder.build().expect("a client")
}

/// What a call needs once its connection is there.
fn needed(mut call: impl FnMut()) -> AllocationInfo {
    for _ in 0..3 {
        call();
    }
    measure(call)
}

fn status() -> serde_json::Value {
    let date = "2030-01-02T03:04:05.678Z";
    json!({
        "taskId": TASK_ID, "provisionerId": "p", "workerType": "w", "schedulerId": "s",
        "taskGroupId": TASK_ID, "deadline": date, "expires": date, "retriesLeft": 5,
        "state": "pending", "runs": [],
    })
}

fn task() -> CreateTaskRequest {
    let date = OffsetDateTime::UNIX_EPOCH;
    let about = TaskMetadata::new(TaskMetadataRequired {
        name: "a task".into(),
        description: "for a test".into(),
        owner: "x@example.com".into(),
        source: "https://example.com".into(),
    });
    let payload = json!({ "command": "x".repeat(1024) });
    CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: "p".into(),
        worker_type: "w".into(),
        created: date,
        deadline: date,
        payload,
        metadata: about,
    })
}

#[test]
fn a_signed_get() {
    let client = client(vec![json!({ "status": status() }).to_string()]);
    let queue = Queue::new(&client);
    let info = needed(|| {
        queue.status(TASK_ID).send().expect("a status");
    });
    assert!(info.count_total <= 37, "{info:?}");
    assert_eq!(info.count_current, 0, "nothing stays behind: {info:?}");
}

#[test]
fn a_signed_post() {
    let client = client(vec![json!({ "status": status() }).to_string()]);
    let queue = Queue::new(&client);
    let task = task();
    let info = needed(|| {
        queue.create_task(TASK_ID, &task).send().expect("a status");
    });
    assert!(info.count_total <= 44, "{info:?}");
}

/// Rows of a width, each task behind all of the row before.
fn graph(width: usize, rows: usize) -> Graph {
    let mut graph = Graph::new();
    for row in 0..rows {
        for at in 0..width {
            let mut added = graph.add(format!("{row}-{at}"), task());
            for before in (0..width).filter(|_| row > 0) {
                added = added.after(format!("{}-{before}", row - 1));
            }
        }
    }
    graph
}

#[test]
fn a_task_of_a_graph_needs_as_much_however_many_there_are() {
    let client = client(vec![json!({ "status": status() }).to_string()]);
    let queue = Queue::new(&client);
    let needed = |rows: usize| {
        let mut graph = graph(10, rows);
        let send = || graph.create(&queue).at_once(1).send().expect("created");
        let made = measure(|| drop(self::graph(10, rows)));
        (made, measure(send))
    };
    needed(2);
    let (few, many) = (needed(10), needed(100));
    // The first row of ten has no dependencies.
    for (few, many) in [(few.0, many.0), (few.1, many.1)] {
        assert!(many.count_total <= few.count_total * 12, "{few:?} {many:?}");
        assert!(many.bytes_total <= few.bytes_total * 12, "{few:?} {many:?}");
    }
}

/// What a graph does beside sending: no definition and no ID of a dependency is copied.
#[test]
fn a_task_of_a_graph_needs_little_more_than_one_that_is_sent() {
    let client = client(vec![json!({ "status": status() }).to_string()]);
    let queue = Queue::new(&client);
    let mut task = task();
    let mut sent = |dependencies: usize| {
        task.dependencies = (dependencies > 0).then(|| vec![TASK_ID.to_owned(); dependencies]);
        needed(|| drop(queue.create_task(TASK_ID, &task).send())).count_total
    };
    for width in [10, 100] {
        let rows = 5;
        let plain = width as u64 * (sent(0) + (rows - 1) * sent(width));
        let mut graph = graph(width, rows as usize);
        let send = || graph.create(&queue).at_once(1).send().expect("created");
        let made = measure(send).count_total;
        println!("{width}: {made} beside {plain}");
        let tasks = rows * width as u64;
        assert!(made <= plain + 5 * tasks, "{width}: {made} beside {plain}");
    }
}

#[test]
fn a_long_list_is_walked_within_the_memory_of_a_page() {
    let names: Vec<String> = (0..50)
        .map(|number| format!("project/ci/{number:040}"))
        .collect();
    let page = |next: u8| json!({ "secrets": names, "continuationToken": next.to_string() });
    // More pages than a walk takes, each with a token of its own.
    let client = client((100..200).map(|next| page(next).to_string()).collect());
    let secrets = Secrets::new(&client);
    let walk = |items: usize| {
        let names = secrets.list().items().take(items);
        measure(|| assert_eq!(names.filter(Result::is_ok).count(), items))
    };
    walk(50);
    let (few, many) = (walk(3 * 50), walk(60 * 50));
    assert!(many.count_total > 15 * few.count_total, "{few:?} {many:?}");
    assert!(
        many.bytes_max <= few.bytes_max * 11 / 10,
        "{few:?} {many:?}"
    );
}

#[test]
fn a_signed_url() {
    let client = client(Vec::new());
    let queue = Queue::new(&client);
    let info = needed(|| {
        let url = queue
            .get_latest_artifact(TASK_ID, "public/log.txt")
            .signed_url(None);
        assert!(url.is_ok_and(|url| url.contains("bewit=")));
    });
    assert!(info.count_total <= 12, "{info:?}");
}

/// What a transfer holds at once does not grow with the content. Counted is the thread that reads; the one beside
/// it writes what it is given, and gives it back.
#[test]
fn content_of_any_length_takes_the_same_memory() {
    use taskcluster_artifacts::Artifacts;
    use taskcluster_tests::{Kept, Storage};

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    let mut peaks = Vec::new();
    for length in [8_000_000, 40_000_000] {
        let storage = Storage::start(Kept::S3, vec![b'x'; length]);
        let client = Client::builder(storage.root_url())
            .build()
            .expect("a client");
        let get = Artifacts::new(&client)
            .of("fN1SbArXTPSVFNUvaOlinQ")
            .get("public/x");
        let used = allocation_counter::measure(|| {
            get.to_file(&path).expect("the content");
        });
        let written = allocation_counter::measure(|| {
            get.to_writer(std::io::sink()).expect("the content");
        });
        peaks.push([used.bytes_max, written.bytes_max]);
    }
    println!("{peaks:?}");
    assert!(
        peaks.iter().flatten().all(|peak| *peak < 2_000_000),
        "{peaks:?}"
    );
}
