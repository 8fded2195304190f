//! Waiting for tasks, groups and entries of the index.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use taskcluster_client::index::types::InsertTaskRequest;
use taskcluster_client::queue::types::TaskState;
use taskcluster_client::{Index, Queue, slugid};
use taskcluster_tests::in_both_colours;
use taskcluster_tools::{Error, IndexExt as _, Polling, QueueExt as _, rank_of};
use time::OffsetDateTime;

use crate::{Scene, Tool, create, work};

in_both_colours!(
    a_task_is_waited_for_and_each_change_is_told,
    many_tasks_cost_one_request_per_look,
    a_task_that_there_is_not_is_the_servers_own_error,
    a_group_that_grows_is_waited_for_to_its_end,
    a_wait_that_takes_too_long_says_for_what,
    waits_beyond_all_measure_add_up,
    an_index_path_is_waited_for,
    a_group_is_cancelled_and_its_failures_are_run_again
);

fn steady() -> Polling {
    Polling::default()
        .jitter(0.0)
        .first_wait(Duration::from_secs(1))
}

fn a_task_is_waited_for_and_each_change_is_told<C: Tool>() {
    let scene = Scene::<C>::with(|client, step| {
        if step == 2 {
            work(client, false);
        }
    });
    let id = create(&scene.actor(), &slugid::nice());
    let told: Arc<Mutex<Vec<_>>> = Arc::default();
    let tell = Arc::clone(&told);
    let wait = Queue::new(&scene.client)
        .wait_for(&id)
        .polling(steady().growth(2.0))
        .on_change(move |change| {
            let states = (change.before, change.status.state);
            tell.lock().expect("what was told").push(states);
        });
    let finished = C::wait(wait).expect("an end");

    assert!(!finished.is_success());
    assert_eq!(
        finished.to_string(),
        format!("1 of 1 tasks have not completed:\n{id}: failed")
    );
    let told = told.lock().expect("what was told");
    let (pending, failed) = (TaskState::Pending, TaskState::Failed);
    assert_eq!(*told, [(None, pending.clone()), (Some(pending), failed)]);
    assert_eq!(scene.waits(), [1, 2, 4].map(Duration::from_secs));
    assert_eq!(scene.asked("status"), 4);
}

fn many_tasks_cost_one_request_per_look<C: Tool>() {
    let scene = Scene::<C>::with(|client, _| {
        work(client, true);
    });
    let (actor, group) = (scene.actor(), slugid::nice());
    let ids: Vec<String> = (0..5).map(|_| create(&actor, &group)).collect();
    let wait = Queue::new(&scene.client)
        .wait_for_all(&ids)
        .polling(steady());
    let finished = C::wait(wait).expect("an end");
    assert!(finished.is_success());
    let order: Vec<&String> = finished.tasks.iter().map(|task| &task.task_id).collect();
    assert_eq!(order, ids.iter().collect::<Vec<_>>());
    assert_eq!(finished.to_string(), "5 of 5 tasks have completed");

    let looks = scene.waits().len() + 1;
    let methods = ["status", "statuses", "listTaskGroup"].map(|name| scene.asked(name));
    // That a server has no lists of statuses is found out once.
    assert!(
        methods.iter().sum::<usize>() <= looks + 1,
        "{methods:?} in {looks} looks"
    );
}

fn a_task_that_there_is_not_is_the_servers_own_error<C: Tool>() {
    let scene = Scene::<C>::new();
    let id = create(&scene.actor(), &slugid::nice());
    let queue = Queue::new(&scene.client);
    let error = C::wait(queue.wait_for_all([id, slugid::nice()])).expect_err("no such task");
    let error = error.as_client().expect("a call's error");
    assert_eq!(error.code(), Some("ResourceNotFound"));
}

fn a_group_that_grows_is_waited_for_to_its_end<C: Tool>() {
    let group = slugid::nice();
    let growing = group.clone();
    let scene = Scene::<C>::with(move |client, step| match step {
        // All are resolved for the time of a look, and another one comes.
        0 => drop(work(client, true)),
        1 => drop(create(client, &growing)),
        3 => drop(work(client, true)),
        _ => {}
    });
    create(&scene.actor(), &group);
    let wait = Queue::new(&scene.client)
        .wait_for_group(&group)
        .polling(steady());
    let finished = C::wait(wait).expect("an end");
    assert_eq!(finished.tasks.len(), 2);
    assert!(finished.is_success());
    assert_eq!(scene.asked("listTaskGroup"), scene.waits().len() + 1);
}

fn a_wait_that_takes_too_long_says_for_what<C: Tool>() {
    let scene = Scene::<C>::new();
    let id = create(&scene.actor(), &slugid::nice());
    let polling = steady().deadline(Duration::from_secs(60));
    let wait = Queue::new(&scene.client).wait_for(&id).polling(polling);
    let error = C::wait(wait).expect_err("nobody works");
    assert!(error.to_string().contains(&id), "{error}");
    let Error::TimedOut(late) = error else {
        panic!("{error:?}");
    };
    assert_eq!(late.missing, [id]);
    assert_eq!(
        scene.waits().iter().sum::<Duration>(),
        Duration::from_secs(60)
    );
}

fn waits_beyond_all_measure_add_up<C: Tool>() {
    let scene = Scene::<C>::with(|client, step| {
        if step == 2 {
            work(client, true);
        }
    });
    let id = create(&scene.actor(), &slugid::nice());
    let polling = Polling::default().jitter(0.0).first_wait(Duration::MAX);
    let wait = Queue::new(&scene.client).wait_for(&id).polling(polling);
    assert!(C::wait(wait).expect("an end").is_success());
    assert_eq!(scene.waits(), [Duration::MAX; 3]);
}

fn an_index_path_is_waited_for<C: Tool>() {
    let scene = Scene::<C>::with(|client, step| {
        if step == 1 {
            let now = OffsetDateTime::now_utc();
            let entry = InsertTaskRequest::new(
                slugid::nice(),
                rank_of(now),
                json!({}),
                now + Duration::from_secs(3600),
            );
            let inserted = Index::new(client).insert_task("project.app.latest", &entry);
            inserted.send().expect("an entry");
        }
    });
    let index = Index::new(&scene.client);
    let wait = index.wait_for_index("project.app.latest").polling(steady());
    let found = C::wait(wait).expect("an entry");
    assert_eq!(found.namespace, "project.app.latest");
    assert_eq!(scene.asked("findTask"), 3);
}

fn a_group_is_cancelled_and_its_failures_are_run_again<C: Tool>() {
    let scene = Scene::<C>::new();
    let (actor, group) = (scene.actor(), slugid::nice());
    let ids: Vec<String> = (0..40).map(|_| create(&actor, &group)).collect();
    let done = work(&actor, true).expect("a task");
    let failed = work(&actor, false).expect("a task");
    let queue = Queue::new(&scene.client);

    let cancelled = C::job(queue.cancel_all(&group)).expect("answers");
    assert_eq!((cancelled.tasks.len(), cancelled.failed.len()), (38, 0));
    let rerun = C::job(queue.rerun_failed(&group)).expect("answers");
    assert_eq!((rerun.tasks.len(), rerun.failed.len()), (39, 0));
    assert!(
        rerun
            .tasks
            .iter()
            .all(|task| task.state == TaskState::Pending)
    );
    assert!(rerun.tasks.iter().any(|task| task.task_id == failed));
    assert!(ids.contains(&done) && rerun.tasks.iter().all(|task| task.task_id != done));
}
