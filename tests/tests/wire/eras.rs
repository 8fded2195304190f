//! Methods that servers of one era alone have.

use std::fmt::Debug;

use taskcluster_client::{Call, Pulse, Queue};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::client;

in_both_colours!(a_404_says_which_servers_have_the_method);

const JSON: &str = "Content-Type: application/json\r\n";
const NO_ROUTE: &str = r#"{"error": "Not found"}"#;
const NO_THING: &str = r#"{"code": "ResourceNotFound", "message": "no such task"}"#;

/// What is printed of a call that is answered by 404 with this body.
fn printed<C: Colour, T: Debug>(body: &str, call: impl FnOnce(&C) -> Call<C, T>) -> String {
    let server = Scripted::start([answer("404 Not Found", JSON, body)]);
    let (client, _) = client::<C>(&server);
    let error = call(&client).send().expect_err("a refusal");
    error.to_string()
}

fn a_404_says_which_servers_have_the_method<C: Colour>() {
    let today = |client: &C| Queue::new(client).cancel_task_group("g");
    let classic = |client: &C| Pulse::new(client).list_namespaces();
    let both = |client: &C| Queue::new(client).task("t");
    let text = printed(NO_ROUTE, today);
    let wanted = "queue.cancelTaskGroup: 404: Not found; only servers of today have this method, or no service";
    assert!(text.starts_with(wanted), "{text}");
    let text = printed(NO_ROUTE, classic);
    let wanted = "pulse.listNamespaces: 404: Not found; servers have not had this method since 2019, or no service";
    assert!(text.starts_with(wanted), "{text}");
    let text = printed(NO_ROUTE, both);
    assert!(
        text.starts_with("queue.task: 404: Not found; no service"),
        "{text}"
    );
    for text in [printed(NO_THING, today), printed(NO_THING, both)] {
        assert!(text.contains(": no such task (http"), "{text}");
    }
}
