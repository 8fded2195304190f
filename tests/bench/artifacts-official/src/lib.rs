//! The published crates `taskcluster-download` and `taskcluster-upload`, on a runtime of one thread. What they
//! leave to their user is done here by calls: artifacts are created and finished, and objects are looked for.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use contender::artifacts::{MEGABYTE, SMALL, Scratch, name};
use contender::calls::{ACCESS_TOKEN, CLIENT_ID, EXPIRES, TASK_ID};
use contender::{Error, Laps, Meter, Order, Report, Work};
use serde_json::{Value, json};
use taskcluster::{ClientBuilder, Credentials, Object, Queue, Retry};
use taskcluster_download::{download_to_file, download_to_vec};
use taskcluster_upload::upload_from_file;
use tokio::fs::File;
use tokio::runtime::{Builder, Runtime};
use tokio::task::{LocalSet, spawn_local};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let builder = ClientBuilder::new(&order.root_url).credentials(credentials);
    let queue = Arc::new(Queue::new(builder)?);
    let root_url = order.root_url.clone();
    Ok(Some(match order.work {
        Work::Fetch(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            run_here(&runtime, order, meter, move || {
                fetch(root_url.clone(), Arc::clone(&queue), bytes)
            })?
        }
        Work::Put(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            let scratch = Arc::new(Scratch::filled("put", bytes)?);
            run_here(&runtime, order, meter, move || {
                let (queue, scratch) = (Arc::clone(&queue), Arc::clone(&scratch));
                let root_url = root_url.clone();
                async move { put(&root_url, &queue, bytes, scratch.path()).await }
            })?
        }
        Work::Small(_) => run_here(&runtime, order, meter, move || {
            small(root_url.clone(), Arc::clone(&queue))
        })?,
        _ => return Ok(None),
    }))
}

/// Does the work of an order in this thread: futures of these crates cannot go to another.
fn run_here<F>(
    runtime: &Runtime,
    order: &Order,
    meter: &Meter,
    call: impl Fn() -> F + Clone + 'static,
) -> Result<Report, Error>
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    let at_once = match order.work {
        Work::Small(at_once) => at_once,
        _ => 1,
    };
    let calls = order.calls / at_once;
    meter.whole(order.calls, |laps| {
        LocalSet::new().block_on(runtime, async {
            let one = |call: &_| repeat(Clone::clone(call), calls);
            let tasks: Vec<_> = (0..at_once).map(|_| spawn_local(one(&call))).collect();
            for task in tasks {
                laps.append(&mut task.await??);
            }
            Ok(())
        })
    })
}

async fn repeat<F>(call: impl Fn() -> F, calls: usize) -> Result<Laps, Error>
where
    F: Future<Output = Result<(), Error>>,
{
    let mut laps = Laps::with_capacity(calls);
    for _ in 0..calls {
        let start = Instant::now();
        call().await?;
        laps.end(start);
    }
    Ok(laps)
}

async fn fetch(root_url: String, queue: Arc<Queue>, bytes: u64) -> Result<(), Error> {
    let scratch = Scratch::new("fetch");
    let file = File::create(scratch.path()).await?;
    let (object, objects) = object(&root_url, &queue, &name(bytes)).await?;
    download_to_file(&object, &Retry::default(), &objects, file).await?;
    Ok(scratch.check(bytes)?)
}

async fn small(root_url: String, queue: Arc<Queue>) -> Result<(), Error> {
    let (object, objects) = object(&root_url, &queue, &name(SMALL)).await?;
    let (bytes, _) = download_to_vec(&object, &Retry::default(), &objects).await?;
    match bytes.len() as u64 {
        SMALL => Ok(()),
        other => Err(format!("{other} bytes").into()),
    }
}

/// The name of an artifact's object, and who may get it. The functions for artifacts look for the credentials under
/// other names than queues give them, so that they get no object.
async fn object(root_url: &str, queue: &Queue, name: &str) -> Result<(String, Object), Error> {
    let artifact = queue.latestArtifact(TASK_ID, name).await?;
    let object = text(&artifact, "name");
    Ok((object, objects(root_url, &artifact["credentials"])?))
}

fn objects(root_url: &str, credentials: &Value) -> Result<Object, Error> {
    let credentials = Credentials::new_with_certificate(
        text(credentials, "clientId"),
        text(credentials, "accessToken"),
        text(credentials, "certificate"),
    );
    Ok(Object::new(
        ClientBuilder::new(root_url).credentials(credentials),
    )?)
}

fn text(of: &Value, member: &str) -> String {
    of[member].as_str().unwrap_or_default().to_owned()
}

async fn put(root_url: &str, queue: &Queue, bytes: u64, path: &Path) -> Result<(), Error> {
    let name = name(bytes);
    let artifact = json!({ "storageType": "object", "contentType": "application/octet-stream",
        "expires": EXPIRES });
    let upload = queue.createArtifact(TASK_ID, "0", &name, &artifact).await?;
    let objects = objects(root_url, &upload["credentials"])?;
    let upload_id = text(&upload, "uploadId");
    upload_from_file(
        &text(&upload, "projectId"),
        &text(&upload, "name"),
        "application/octet-stream",
        &EXPIRES.parse()?,
        File::open(path).await?,
        &Retry::default(),
        &objects,
        &upload_id,
    )
    .await?;
    let finished = json!({ "uploadId": upload_id });
    queue.finishArtifact(TASK_ID, "0", &name, &finished).await?;
    Ok(())
}
