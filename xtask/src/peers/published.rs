//! Taskcluster's own Rust client, as it is published: it takes an object artifact through our fake, from its
//! creation to its download. It is a workspace of its own, `tests/published`.

use taskcluster_fake::FakeTaskcluster;

use super::{SETTINGS, project};
use crate::cargo::{cargo, target};
use crate::checks::{Checks, Outcome, ensure};

pub fn check(checks: &mut Checks<'_>) {
    checks.check(
        "published Rust client: an object artifact's round trip",
        round_trip,
    );
}

fn round_trip() -> Outcome {
    let fake = FakeTaskcluster::builder()
        .apis(project().join("apis/today"))
        .start()?;
    let mut command = cargo();
    for name in SETTINGS {
        command.env_remove(name);
    }
    let credentials = fake.credentials();
    let output = command
        .args(["run", "--quiet", "--locked", "--manifest-path"])
        .arg(project().join("tests/published/Cargo.toml"))
        .env("CARGO_TARGET_DIR", target(&project()))
        .env("TASKCLUSTER_ROOT_URL", fake.root_url())
        .env("TASKCLUSTER_CLIENT_ID", credentials.client_id())
        .env("TASKCLUSTER_ACCESS_TOKEN", credentials.access_token())
        .output()?;
    ensure(output.status.success(), || {
        String::from_utf8_lossy(&output.stderr).into_owned()
    })
}
