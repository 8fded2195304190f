//! A first real run: `cargo run --example tour`.
//!
//! Without settings it starts the fake Taskcluster in this process and walks a task through its
//! life. With `TASKCLUSTER_ROOT_URL` in the environment it does the part that only reads against
//! that deployment instead.

use std::time::Duration;

use serde_json::json;
use taskcluster_client::queue::types::{
    ClaimWorkRequest, ClaimWorkRequestRequired, CreateTaskRequest, PostArtifactRequest,
    ReferenceArtifactRequest, ReferenceArtifactRequestRequired,
};
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Auth, Client, Credentials, Error, Queue, Result, Secrets, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

type AnyResult<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> AnyResult {
    if std::env::var("TASKCLUSTER_ROOT_URL").is_ok_and(|url| !url.is_empty()) {
        let client = Client::from_env()?;
        step("Reading from", client_name(&client));
        return Ok(read_only(&client)?);
    }
    let fake = FakeTaskcluster::start()?;
    let client = Client::builder(fake.root_url())
        .credentials(fake.credentials())
        .build()?;
    step("Started a fake Taskcluster at", client_name(&client));
    read_only(&client)?;
    let group = slugid::nice();
    let task = create_tasks(&client, &group)?;
    work(&client)?;
    list_group(&client, &group)?;
    artifact(&client, &task)?;
    secret(&client)
}

fn client_name(client: &Client) -> &str {
    use taskcluster_client::ApiClient as _;
    client.session().root_url().as_str()
}

/// Prints one line of the tour's log.
fn step(what: &str, detail: impl std::fmt::Display) {
    println!("• {what} {detail}");
}

/// What can be done against any deployment.
fn read_only(client: &Client) -> Result<()> {
    Auth::new(client).ping().send()?;
    Queue::new(client).ping().send()?;
    Secrets::new(client).ping().send()?;
    step("Services that answer a ping:", "auth, queue, secrets");
    let scopes = Auth::new(client)
        .current_scopes()
        .send()?
        .scopes
        .unwrap_or_default();
    step("This caller has these scopes:", format!("{scopes:?}"));
    match Queue::new(client).task(&slugid::nice()).send() {
        Err(e) if e.is_not_found() => step("An unknown task is an error to be matched:", e),
        Err(e) => return Err(e),
        Ok(task) => step("An unknown task is known after all:", task.metadata.name),
    }
    Ok(())
}

/// Creates the task of the definition file, and two more, in one group.
fn create_tasks(client: &Client, group: &str) -> AnyResult<String> {
    let queue = Queue::new(client);
    let mut definition: CreateTaskRequest = serde_json::from_str(include_str!("task.json"))?;
    let now = OffsetDateTime::now_utc();
    definition.created = now;
    definition.deadline = now + Duration::from_secs(3600);
    definition.task_group_id = Some(group.to_owned());
    definition.payload["artifacts"] = json!({});
    let id = slugid::nice();
    let created = queue.create_task(&id, &definition).send()?;
    step(
        "Created the task",
        format!("{id}: {}", created.status.state),
    );
    for chunk in 2..=3 {
        definition.extra = Some(json!({ "chunk": chunk }));
        queue.create_task(&slugid::nice(), &definition).send()?;
    }
    Ok(id)
}

/// Does what a worker does: claim, act with the task's own credentials, report.
fn work(client: &Client) -> AnyResult {
    let queue = Queue::new(client);
    let request = ClaimWorkRequest::new(ClaimWorkRequestRequired {
        worker_group: "tour".into(),
        worker_id: "worker-1".into(),
        tasks: 3,
    });
    let claimed = queue
        .claim_work("tour-provisioner", "linux-small", &request)
        .send()?;
    for claim in &claimed.tasks {
        let (task_id, run_id) = (&claim.status.task_id, claim.run_id);
        let credentials = Credentials::try_from(&claim.credentials)?;
        step(
            "Claimed",
            format!("{task_id}, run {run_id}, as {credentials:?}"),
        );
        let task_client = client.with_credentials(credentials)?;
        let as_task = Queue::new(&task_client);

        let reclaimed = as_task.reclaim_task(task_id, run_id).send()?;
        let credentials = Credentials::try_from(&reclaimed.credentials)?;
        let task_client = client.with_credentials(credentials)?;
        let as_task = Queue::new(&task_client);

        let expires = OffsetDateTime::now_utc() + Duration::from_secs(600);
        let log = ReferenceArtifactRequest::new(ReferenceArtifactRequestRequired {
            expires,
            url: "https://example.com/log".into(),
            content_type: "text/plain".into(),
        });
        let log = PostArtifactRequest::from(log);
        as_task
            .create_artifact(task_id, run_id, "public/live.log", &log)
            .send()?;
        let status = as_task.report_completed(task_id, run_id).send()?.status;
        step("Completed", format!("{task_id}: {}", status.state));
    }
    Ok(())
}

/// Lists the group page by page.
fn list_group(client: &Client, group: &str) -> Result<()> {
    let queue = Queue::new(client);
    for (number, page) in queue.list_task_group(group).limit(2).pages().enumerate() {
        let page = page?;
        step(
            &format!("Page {} of the group has", number + 1),
            tasks(page.tasks.len()),
        );
    }
    let members: Vec<_> = queue
        .list_task_group(group)
        .items()
        .collect::<Result<_>>()?;
    step("The group has in all", tasks(members.len()));
    Ok(())
}

fn tasks(count: usize) -> String {
    format!("{count} {}", if count == 1 { "task" } else { "tasks" })
}

/// Gives away an artifact by a signed URL, which anybody can fetch without credentials.
fn artifact(client: &Client, task: &str) -> AnyResult {
    let queue = Queue::new(client);
    let call = queue.get_latest_artifact(task, "public/live.log");
    let url = call.signed_url(Duration::from_secs(300))?;
    step(
        "Signed a URL:",
        url.split("bewit=").next().unwrap_or_default().to_owned() + "bewit=…",
    );
    let agent = ureq::Agent::config_builder()
        .max_redirects(0)
        .build()
        .new_agent();
    let answer = agent.get(&url).call()?;
    let location = answer
        .headers()
        .get("location")
        .and_then(|value| value.to_str().ok());
    step(
        "Anybody who fetches it is sent to",
        location.unwrap_or("nowhere"),
    );
    step("The same by a call:", call.send()?.location);
    Ok(())
}

/// Stores and reads a secret, and tries to read it with credentials that may not.
fn secret(client: &Client) -> AnyResult {
    let secrets = Secrets::new(client);
    let expires = OffsetDateTime::now_utc() + Duration::from_secs(3600);
    secrets
        .set(
            "tour/token",
            &Secret::new(json!({ "token": "s3cret" }), expires),
        )
        .send()?;
    let read = secrets.get("tour/token").send()?;
    step(
        "Stored and read a secret; printed, it shows nothing of it:",
        format!("{read:?}"),
    );

    let limited = secrets
        .get("tour/token")
        .authorized_scopes(["queue:get-artifact:*"]);
    match limited.send() {
        Err(Error::Api(e)) if e.code() == "InsufficientScopes" => {
            step(
                "Without the scope for it:",
                format!("{} {}", e.status(), e.code()),
            );
        }
        Err(e) => return Err(e.into()),
        Ok(_) => return Err("a caller without the scope has read the secret".into()),
    }
    secrets.remove("tour/token").send()?;
    step("Removed it again.", "That was the tour.");
    Ok(())
}
