//! The calls: names in them, and for those who have no client, their paths and payload.

/// The credentials of everyone who signs.
pub const CLIENT_ID: &str = "bench/contender";

/// Their token, of the length that the auth service gives out.
pub const ACCESS_TOKEN: &str = "b3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nc";

/// Whose backlog the small GET asks for.
pub const PROVISIONER: &str = "bench-provisioner";
/// See [`PROVISIONER`].
pub const WORKER_TYPE: &str = "bench-worker";

/// The task of which the POST makes an artifact.
pub const TASK_ID: &str = "fN1SbArXTPSVFNUvaOlinQ";
/// See [`TASK_ID`].
pub const ARTIFACT: &str = "public/logs/live.log";
/// When it expires.
pub const EXPIRES: &str = "2030-01-02T03:04:05.000Z";
/// The same, in seconds since 1970.
pub const EXPIRES_SECONDS: i64 = 1_893_553_445;

/// The task group that is listed.
pub const GROUP: &str = "VbU6a-a2QVuNbyx9JbhQLg";

/// How many tasks a page of it has.
pub const TASKS_OF_A_PAGE: usize = 200;

/// The definition of each task that is created, and of those in the group.
pub const DEFINITION: &str = include_str!("../../scripts/task.json");

/// The ID of a task among many that are created, for those who have none by themselves.
pub fn task_id(number: usize) -> String {
    format!("fN1SbArXTPSV{number:010}")
}

/// The provisioner whose worker types fill one large page.
pub const LARGE: &str = "large";

/// The provisioner whose worker types come in so many pages.
pub fn paged(pages: usize) -> String {
    format!("pages-{pages}")
}

/// What the artifact says, an error; with it the payload of the POST has 1,024 bytes.
pub fn message() -> String {
    let text = "The worker could not find the file that the task was to leave behind. ";
    text.chars().cycle().take(917).collect()
}

/// The payload of the POST as it is sent.
pub fn payload() -> String {
    format!(
        r#"{{"storageType":"error","expires":"{EXPIRES}","message":"{}","reason":"file-missing-on-worker"}}"#,
        message()
    )
}

/// The path of the small GET.
pub fn pending_tasks() -> String {
    format!("/api/queue/v1/pending/{PROVISIONER}/{WORKER_TYPE}")
}

/// The path of the POST.
pub fn artifact() -> String {
    format!("/api/queue/v1/task/{TASK_ID}/runs/0/artifacts/public%2Flogs%2Flive.log")
}

/// The path of the list.
pub fn worker_types(provisioner: &str) -> String {
    format!("/api/queue/v1/provisioners/{provisioner}/worker-types")
}

/// A header as a signing client makes one, for those who do not sign.
pub const AUTHORIZATION: &str = "Hawk id=\"bench/contender\", ts=\"1893553445\", \
     nonce=\"fN1SbArXTPSV\", mac=\"fN1SbArXTPSVFNUvaOlinQfN1SbArXTPSVFNUvaOli0=\"";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_payload_has_a_kilobyte() {
        assert_eq!(payload().len(), 1024);
    }
}
