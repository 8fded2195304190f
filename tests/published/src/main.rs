//! Taskcluster's own Rust client takes an object artifact all the way on the deployment that the
//! environment names: from `createArtifact` over an upload to a download of the same bytes. It says
//! `ok` for each size, and fails otherwise.

use std::error::Error;

use serde_json::{Value, json};
use taskcluster::chrono::{Duration, Utc};
use taskcluster::{ClientBuilder, Credentials, Object, Queue, Retry};
use taskcluster_download::download_to_vec;
use taskcluster_upload::upload_from_buf;

/// What fits into a call, what does not, and what takes several reads.
const SIZES: [usize; 4] = [0, 11, 100_000, 3_000_000];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let root_url = std::env::var("TASKCLUSTER_ROOT_URL")?;
    let builder = ClientBuilder::new(&root_url).credentials(Credentials::from_env()?);
    let queue = Queue::new(builder)?;
    let task_id = claimed_task(&queue).await?;
    for size in SIZES {
        round_trip(&root_url, &queue, &task_id, size).await?;
        println!("ok: {size} bytes");
    }
    Ok(())
}

/// A task with a run that is running.
async fn claimed_task(queue: &Queue) -> Result<String, Box<dyn Error>> {
    let task_id = slugid::nice();
    let now = Utc::now();
    let task = json!({
        "taskQueueId": "published/client",
        "created": now,
        "deadline": now + Duration::hours(1),
        "payload": {},
        "metadata": {
            "name": "n", "description": "d", "owner": "o@example.com", "source": "https://example.com",
        },
    });
    queue.createTask(&task_id, &task).await?;
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    queue.claimTask(&task_id, "0", &worker).await?;
    Ok(task_id)
}

async fn round_trip(
    root_url: &str,
    queue: &Queue,
    task_id: &str,
    size: usize,
) -> Result<(), Box<dyn Error>> {
    let name = format!("public/of {size} bytes.bin");
    let data: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
    let expires = Utc::now() + Duration::minutes(30);
    let wanted = json!({
        "storageType": "object", "contentType": "application/x-test", "expires": expires,
    });
    let made = queue.createArtifact(task_id, "0", &name, &wanted).await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (upload_id, credentials) = (text(&made["uploadId"]), &made["credentials"]);
    let object = object_service(root_url, credentials)?;
    upload_from_buf(
        &text(&made["projectId"]),
        &text(&made["name"]),
        "application/x-test",
        &expires,
        &data,
        &Retry::default(),
        &object,
        &upload_id,
    )
    .await?;
    let finish = json!({ "uploadId": upload_id });
    queue.finishArtifact(task_id, "0", &name, &finish).await?;
    // Its own way from artifact to object looks for `credentials.client_id`, which no server answers.
    let content = queue.artifact(task_id, "0", &name).await?;
    let object = object_service(root_url, &content["credentials"])?;
    let (got, content_type) =
        download_to_vec(&text(&content["name"]), &Retry::default(), &object).await?;
    if got != data || content_type != "application/x-test" {
        return Err(format!("{name}: {} bytes of {content_type}", got.len()).into());
    }
    Ok(())
}

/// The object service, called with credentials that the queue has answered.
fn object_service(root_url: &str, credentials: &Value) -> Result<Object, Box<dyn Error>> {
    let text = |name: &str| credentials[name].as_str().unwrap_or_default();
    let credentials = Credentials::new_with_certificate(
        text("clientId"),
        text("accessToken"),
        text("certificate"),
    );
    Ok(Object::new(
        ClientBuilder::new(root_url).credentials(credentials),
    )?)
}
