//! Claims that are kept, and those that are lost; and what a task has started.

use std::process::Command;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::{Queue, slugid};
use taskcluster_fake::{Fault, Rule};

use super::work::LIVE_LOG;
use super::{artifact, client, create_with, done, fake, one_task, runs, status, wait_for};

/// How long a claim lasts where a test waits for it to end, or to be renewed halfway: so long that a machine with
/// much to do renews it in time.
const CLAIM: Duration = Duration::from_secs(6);

#[test]
fn claims_are_renewed_before_they_end() {
    let fake = fake(CLAIM);
    let renewed = || {
        let requests = fake.requests();
        let reclaims = requests
            .iter()
            .filter(|it| it.name.as_deref() == Some("reclaimTask") && it.status == Some(200));
        reclaims.count()
    };
    let go = std::env::temp_dir().join(slugid::v4());
    let command = format!("until test -e {}; do sleep 0.02; done", go.display());
    let status = one_task(&fake, &command, |_| {
        // Each comes when half a claim is over, and the third when the first claim has ended.
        wait_for(|| renewed() >= 3);
        std::fs::write(&go, "").expect("written");
    });
    std::fs::remove_file(&go).expect("removed");
    assert_eq!(runs(&status), [("completed".into(), "completed".into())]);
}

#[test]
fn a_claim_that_ends_is_dropped_and_the_task_done_again() {
    let fake = fake(CLAIM);
    fake.fault(Rule::method("queue", "reclaimTask"), Fault::status(500));
    let folder = std::env::temp_dir().join(slugid::v4());
    std::fs::create_dir(&folder).expect("a folder");
    // The first attempt takes longer than anybody has patience for, the second does not.
    let mark = folder.join("mark");
    let command = format!(
        "test -e {0} || {{ echo $$ > {0}; exec sleep 600; }}",
        mark.display()
    );
    let status = one_task(&fake, &command, |id| {
        let client = client(&fake);
        wait_for(|| status(&client, id).runs.len() > 1);
        fake.clear_faults();
    });
    assert_eq!(
        runs(&status),
        [
            ("exception".into(), "claim-expired".into()),
            ("completed".into(), "completed".into()),
        ]
    );
    let reports = fake.requests();
    let reports = reports
        .iter()
        .filter(|it| it.path.ends_with("/runs/0/completed"));
    assert_eq!(reports.count(), 0, "a lost run is not reported");
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    // The command has been stopped.
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
#[cfg(unix)]
fn all_that_a_task_has_started_ends_with_its_time() {
    let fake = fake(Duration::from_secs(600));
    let mark = std::env::temp_dir().join(slugid::v4());
    let command = format!("sleep 600 & echo $! > {}; wait", mark.display());
    let payload = json!({ "command": ["sh", "-c", command], "maxRunTime": 5 });
    let id = create_with(&client(&fake), &slugid::nice(), payload);
    let status = done(&fake, &id, |_| {});
    assert_eq!(runs(&status), [("failed".into(), "failed".into())]);
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    std::fs::remove_file(&mark).expect("removed");
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
}

#[test]
#[cfg(unix)]
fn all_that_a_task_has_started_ends_when_it_is_cancelled() {
    let fake = fake(CLAIM);
    let client = client(&fake);
    let mark = std::env::temp_dir().join(slugid::v4());
    let command = format!(
        "sleep 600 & echo $! > {0}.new; mv {0}.new {0}; wait",
        mark.display()
    );
    let status = one_task(&fake, &command, |id| {
        wait_for(|| mark.exists());
        Queue::new(&client)
            .cancel_task(id)
            .send()
            .expect("cancelled");
        // The worker hears of it when it renews its claim, and has the log lead to the queue at last.
        wait_for(|| artifact(&client, id, LIVE_LOG).ends_with("live_backing.log"));
    });
    assert_eq!(runs(&status), [("exception".into(), "canceled".into())]);
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    std::fs::remove_file(&mark).expect("removed");
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
}
