//! Waiting by messages: what the fake publishes comes as hints.

use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::Stream;
use futures_util::stream::{self, StreamExt as _};
use taskcluster_client::queue::types::TaskState;
use taskcluster_client::{AsyncClient, Client, Queue, slugid};
use taskcluster_fake::{FakeTaskcluster, PulseMessage};
use taskcluster_tests::wait;
use taskcluster_tools::{Hint, Polling, QueueExt as _};

use crate::{Scene, create, work};

fn steady() -> Polling {
    let second = Duration::from_secs(1);
    Polling::default().jitter(0.0).first_wait(second)
}

/// All that is published. Where nothing is, a worker does a task; where no task is left, nothing comes.
fn published(
    fake: &Arc<FakeTaskcluster>,
    actor: Client,
) -> impl Stream<Item = PulseMessage> + Send + use<> {
    stream::unfold(
        (Arc::clone(fake), actor, 0),
        |(fake, actor, heard)| async move {
            loop {
                if let Some(message) = fake.messages().get(heard) {
                    return Some((message.clone(), (fake, actor, heard + 1)));
                }
                if work(&actor, true).is_none() {
                    pending::<()>().await;
                }
            }
        },
    )
}

fn hint(message: &PulseMessage) -> Option<Hint> {
    Hint::of(&message.exchange, message.payload.to_string().as_bytes())
}

#[test]
fn a_group_is_waited_for_by_messages_without_polling() {
    let scene = Scene::<AsyncClient>::new();
    let (actor, group) = (scene.actor(), slugid::nice());
    let ids: Vec<String> = (0..5).map(|_| create(&actor, &group)).collect();
    create(&actor, &slugid::nice());
    let told: Arc<Mutex<Vec<_>>> = Arc::default();
    let tell = Arc::clone(&told);
    let hints = published(&scene.fake, actor).filter_map(|message| async move { hint(&message) });
    let waiting = Queue::new(&scene.client)
        .wait_for_group(&group)
        .hinted_by(hints)
        .on_change(move |change| {
            let change = (change.status.task_id, change.status.state);
            tell.lock().expect("what was told").push(change);
        });
    let finished = wait(waiting.wait()).expect("an end");
    assert!(finished.is_success());
    assert_eq!(finished.tasks.len(), ids.len());
    // One look at first, and one when the group is said to be resolved.
    assert_eq!(scene.asked("listTaskGroup"), 2);
    assert!(scene.waits().is_empty());
    let told = told.lock().expect("what was told");
    for id in ids {
        let of_it = told.iter().filter(|(task, _)| *task == id);
        let states: Vec<&TaskState> = of_it.map(|(_, state)| state).collect();
        let course = [TaskState::Pending, TaskState::Running, TaskState::Completed];
        assert_eq!(states, course.iter().collect::<Vec<_>>());
    }
}

#[test]
fn tasks_are_waited_for_to_their_last_message() {
    let scene = Scene::<AsyncClient>::new();
    let actor = scene.actor();
    let ids: Vec<String> = (0..3).map(|_| create(&actor, &slugid::nice())).collect();
    let hints = published(&scene.fake, actor).filter_map(|message| async move { hint(&message) });
    let queue = Queue::new(&scene.client);
    let finished = wait(queue.wait_for_all(&ids).hinted_by(hints).wait()).expect("an end");
    assert!(finished.is_success());
    assert_eq!(finished.tasks.len(), 3);
    assert!(scene.waits().is_empty());
    assert_eq!(scene.asked("statuses"), 1);
    assert_eq!(scene.asked("status") + scene.asked("listTaskGroup"), 0);
}

#[test]
fn a_look_once_in_a_while_finds_what_was_lost() {
    let scene = Scene::<AsyncClient>::new();
    let (actor, group) = (scene.actor(), slugid::nice());
    create(&actor, &group);
    // Nothing of how the task ends.
    let early = |message: &PulseMessage| message.exchange.ends_with("/task-running");
    let hints = published(&scene.fake, actor)
        .filter(move |message| std::future::ready(early(message)))
        .filter_map(|message| async move { hint(&message) });
    let queue = Queue::new(&scene.client);
    let waiting = queue.wait_for_group(&group).polling(steady());
    let finished = wait(waiting.hinted_by(hints).wait()).expect("an end");
    assert!(finished.is_success());
    // The second look finds the task resolved; a third one soon after, that no other has come.
    assert_eq!(scene.waits(), [300, 1].map(Duration::from_secs));
}

#[test]
fn messages_out_of_order_turn_nothing_back() {
    let scene = Scene::<AsyncClient>::new();
    let (actor, group) = (scene.actor(), slugid::nice());
    let (first, last) = (create(&actor, &group), create(&actor, &group));
    let done = work(&actor, true).expect("a task");
    let mut heard: Vec<Hint> = scene.fake.messages().iter().filter_map(hint).collect();
    heard.reverse();
    let told: Arc<Mutex<Vec<_>>> = Arc::default();
    let tell = Arc::clone(&told);
    let waiting = Queue::new(&scene.client)
        .wait_for_all([&first, &last])
        .hinted_by(stream::iter(heard).chain(stream::pending()))
        .polling(steady().deadline(Duration::from_secs(3600)))
        .on_change(move |change| {
            let change = (change.status.task_id, change.status.state);
            tell.lock().expect("what was told").push(change);
        });
    wait(waiting.wait()).expect_err("one is never done");
    let told = told.lock().expect("what was told");
    let of_it: Vec<_> = told.iter().filter(|(id, _)| *id == done).collect();
    assert_eq!(of_it, [&(done.clone(), TaskState::Completed)]);
}

#[test]
fn where_messages_end_looks_are_made_again() {
    let scene = Scene::<AsyncClient>::with(|client, step| {
        if step == 1 {
            work(client, true);
        }
    });
    let id = create(&scene.actor(), &slugid::nice());
    let queue = Queue::new(&scene.client);
    let waiting = queue.wait_for(&id).polling(steady().growth(1.0));
    let finished = wait(waiting.hinted_by(stream::empty()).wait()).expect("an end");
    assert!(finished.is_success());
    assert_eq!(scene.waits(), [1, 1].map(Duration::from_secs));
    assert_eq!(scene.asked("status"), 3);
}
