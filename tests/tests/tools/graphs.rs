//! Graphs of tasks, and the task that makes them.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use taskcluster_client::{Era, Queue, slugid};
use taskcluster_fake::{Fault, Rule};
use taskcluster_tests::{Fetches, in_both_colours};
use taskcluster_tools::{Error, Graph, Task};

use crate::{Scene, Tool, claim, create, definition};

in_both_colours!(
    tasks_are_created_behind_those_that_they_depend_on,
    a_graph_goes_on_after_a_failure_without_doubles,
    a_graph_goes_on_after_a_panic,
    times_beyond_all_dates_are_refused_by_the_queue,
    children_of_a_task_are_in_its_group,
    a_task_has_its_artifacts_and_no_signed_urls_through_its_proxy
);

/// Three rows, each task of which depends on two of the row before.
fn rows(width: usize) -> Graph {
    let mut graph = Graph::new()
        .scheduler_id("test")
        .deadline_in(Duration::from_secs(1800));
    for row in (0..3).rev() {
        for at in 0..width {
            let mut added = graph.add(format!("{row}-{at}"), definition());
            if row > 0 {
                let other = (at + 1) % width;
                added = added
                    .after(format!("{}-{at}", row - 1))
                    .after(format!("{}-{other}", row - 1));
            }
            assert!(slugid::is_valid(added.task_id()));
        }
    }
    graph
}

fn times_beyond_all_dates_are_refused_by_the_queue<C: Tool>() {
    let scene = Scene::<C>::new();
    let mut graph = Graph::new()
        .scheduler_id("test")
        .deadline_in(Duration::MAX)
        .expires_in(Duration::MAX);
    graph.add("a", definition());
    let added = graph.add("b", definition()).deadline_in(Duration::MAX);
    added.expires_in(Duration::MAX);
    let queue = Queue::new(&scene.client);
    let error = C::create(graph.create(&queue)).expect_err("nothing lasts so long");
    assert!(error.to_string().contains("5 days"), "{error}");
}

fn tasks_are_created_behind_those_that_they_depend_on<C: Tool>() {
    let scene = Scene::<C>::new();
    let queue = Queue::new(&scene.client);
    let mut graph = rows(20);
    let mut told = Vec::new();
    let creation = graph.create(&queue).at_once(8);
    let creation = creation.on_created(|label, count| told.push((label.to_owned(), count)));
    C::create(creation).expect("created");

    let places: HashMap<&str, usize> = told.iter().map(|(label, at)| (&**label, *at)).collect();
    assert_eq!(places.len(), 60);
    assert_eq!(
        told.iter().map(|(_, at)| *at).collect::<Vec<_>>(),
        (1..=60).collect::<Vec<_>>()
    );
    assert!(places["0-3"] < places["1-3"] && places["1-4"] < places["2-3"]);
    let actor = Queue::new(&scene.actor());
    let task = actor
        .task(graph.task_id("2-3").expect("an ID"))
        .send()
        .expect("a task");
    let wanted = ["1-3", "1-4"].map(|label| graph.task_id(label).expect("an ID").to_owned());
    assert_eq!(task.dependencies, wanted);
    assert_eq!(task.task_group_id, graph.group());
    assert_eq!(task.deadline - task.created, Duration::from_secs(1800));

    // All of it is there, and nothing is sent any more.
    let before = scene.asked("createTask");
    C::create(graph.create(&queue)).expect("nothing to do");
    assert_eq!((before, scene.asked("createTask")), (60, 60));
}

fn a_graph_goes_on_after_a_failure_without_doubles<C: Tool>() {
    let scene = Scene::<C>::new();
    let queue = Queue::new(&scene.client);
    let mut graph = rows(5);
    let kept = serde_json::to_string(&graph).expect("JSON");
    let rule = Rule::method("queue", "createTask").nth(8..);
    scene.fake.fault(rule, Fault::status(403));
    let error = C::create(graph.create(&queue).at_once(1)).expect_err("refused");
    let text = error.to_string();
    let Error::Creation(failed) = error else {
        panic!("{error:?}");
    };
    assert_eq!((failed.created, failed.of), (7, 15));
    assert!(text.starts_with("7 of 15 tasks are created; "), "{text}");
    assert!(text.contains(&failed.label), "{text}");
    scene.fake.clear_faults();

    // Another program, which knows the graph as it was before anything was created.
    let mut graph: Graph = serde_json::from_str(&kept).expect("a graph");
    C::create(graph.create(&queue)).expect("created");
    let group = Queue::new(&scene.actor()).list_task_group(graph.group());
    assert_eq!(group.items().count(), 15);
}

fn a_graph_goes_on_after_a_panic<C: Tool>() {
    let scene = Scene::<C>::new();
    let queue = Queue::new(&scene.client);
    let mut graph = rows(5);
    let mut before = 0;
    let creation = graph.create(&queue).on_created(|_, created| {
        // What is under way goes on, and is told of, too.
        before = before.max(created);
        assert!(created < 3, "enough");
    });
    let panic = catch_unwind(AssertUnwindSafe(|| C::create(creation)));
    let panic = panic.expect_err("a panic");
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"enough"));

    let mut told = Vec::new();
    let creation = graph.create(&queue);
    C::create(creation.on_created(|_, created| told.push(created))).expect("created");
    // What was told of before is known.
    assert_eq!(told, (before + 1..=15).collect::<Vec<_>>());
    let group = Queue::new(&scene.actor()).list_task_group(graph.group());
    assert_eq!(group.items().count(), 15);
}

fn children_of_a_task_are_in_its_group<C: Tool>() {
    let scene = Scene::<C>::new();
    let actor = scene.actor();
    let parent = create(&actor, &slugid::nice());
    let root_url = scene.fake.root_url();
    let env = |name: &str| {
        Some(match name {
            "TASK_ID" => parent.clone(),
            "RUN_ID" => "0".to_owned(),
            "TASKCLUSTER_ROOT_URL" => root_url.clone(),
            "TASKCLUSTER_WORKER_LOCATION" => r#"{"cloud": "c"}"#.to_owned(),
            _ => return None,
        })
    };
    let task = Task::from_lookup(env).expect("a task");
    assert_eq!((task.run_id(), task.has_proxy()), (0, false));
    assert_eq!(task.root_url().expect("a URL"), root_url);
    let queue = Queue::new(&actor);
    let own = queue.task(task.task_id()).send().expect("a task");
    let mut graph = task.graph(&own);
    graph.add("first", definition());
    graph.add("second", definition()).after("first");
    C::create(graph.create(&Queue::new(&scene.client))).expect("created");

    let dependencies = |label: &str| {
        let child = queue
            .task(graph.task_id(label).expect("an ID"))
            .send()
            .expect("a task");
        assert_eq!(child.task_group_id, own.task_group_id);
        assert_eq!(child.scheduler_id, own.scheduler_id);
        child.dependencies
    };
    let first = graph.task_id("first").expect("an ID").to_owned();
    assert_eq!(dependencies("first"), [parent.as_str()]);
    assert_eq!(dependencies("second"), [first]);
}

#[test]
fn what_cannot_be_created_is_refused_by_label() {
    let refusal = |make: fn(&mut Graph)| {
        let mut graph = Graph::new();
        make(&mut graph);
        let error = graph.check().expect_err("a mistake");
        assert_eq!(format!("{error:?}"), format!("{error} [Refused]"));
        error.to_string()
    };
    let twice = refusal(|graph| {
        graph.add("a", definition());
        graph.add("a", definition());
    });
    assert_eq!(twice, r#"two tasks have the label "a""#);
    let missing = refusal(|graph| {
        graph.add("a", definition()).after("b");
    });
    assert_eq!(missing, r#""a" depends on "b", and no task has that label"#);
    let circle = refusal(|graph| {
        graph.add("a", definition());
        graph.add("b", definition()).after("a").after("d");
        graph.add("c", definition()).after("b");
        graph.add("d", definition()).after("c");
        graph.add("e", definition()).after("d");
    });
    assert_eq!(
        circle,
        "tasks depend on each other in a circle: b → c → d → b"
    );
}

#[test]
fn a_graph_is_shown_in_order() {
    let mut graph = Graph::new();
    graph.add("test", definition()).after("build");
    graph.add(r#"say "hi" \"#, definition()).after("test");
    graph.add("build", definition());
    let id = |label| graph.task_id(label).expect("an ID");
    let (build, test, hi) = (id("build"), id("test"), id(r#"say "hi" \"#));
    assert_eq!(
        graph.to_text(),
        format!("{build} build\n{test} test after build\n{hi} say \"hi\" \\ after test\n")
    );
    assert_eq!(
        graph.to_dot(),
        "digraph tasks {\n  \"test\";\n  \"say \\\"hi\\\" \\\\\";\n  \"build\";\n  \
         \"build\" -> \"test\";\n  \"test\" -> \"say \\\"hi\\\" \\\\\";\n}\n"
    );
}

#[test]
fn a_program_outside_of_a_task_is_told_so() {
    let error = Task::from_lookup(|_| None).expect_err("no task");
    assert_eq!(
        error.to_string(),
        "RUN_ID is not set: this program does not run in a task"
    );
    let odd = |name: &str| (name == "RUN_ID").then(|| "one".to_owned());
    let error = Task::from_lookup(odd).expect_err("no number");
    assert_eq!(
        error.to_string(),
        r#"RUN_ID is "one", and should be a number"#
    );
}

#[test]
fn a_dry_run_names_label_and_member() {
    let mut graph = Graph::new();
    graph.add("good", definition());
    for era in [Era::Classic, Era::Today, Era::Both] {
        graph.validate(era).expect("a good graph");
    }
    // Names were shorter in 2018.
    let mut long = definition();
    long.provisioner_id = "a-provisioner-of-thirty-letters".to_owned();
    graph.add("long", long);
    graph.validate(Era::Today).expect("short enough");
    let refused = |graph: &Graph, era: Era| graph.validate(era).expect_err("a mistake").to_string();
    let long = refused(&graph, Era::Classic);
    assert!(long.starts_with(r#""long": provisionerId: "#), "{long}");
    assert_eq!(long, refused(&graph, Era::Both));

    let mut secretive = definition();
    secretive.metadata.name = "hunter2".repeat(100);
    secretive.retries = Some(50);
    graph.add("secretive", secretive);
    let wrong = refused(&graph, Era::Today);
    assert!(wrong.starts_with(r#""secretive": "#), "{wrong}");
    assert!(
        wrong.contains("metadata.name: ") && wrong.contains("retries: "),
        "{wrong}"
    );
    assert!(!wrong.contains("hunter2"), "{wrong}");
    graph.add("good", definition());
    assert_eq!(
        refused(&graph, Era::Today),
        r#"two tasks have the label "good""#
    );
}

fn a_task_has_its_artifacts_and_no_signed_urls_through_its_proxy<C: Tool + Fetches>() {
    let scene = Scene::<C>::new();
    let own = create(&scene.actor(), &slugid::nice());
    claim(&scene.actor(), &own);
    let env = |name: &str| {
        Some(match name {
            "TASK_ID" => own.clone(),
            "RUN_ID" => "0".to_owned(),
            "TASKCLUSTER_WORKER_LOCATION" => r#"{"cloud": "c"}"#.to_owned(),
            "TASKCLUSTER_ROOT_URL" => "https://tc.example.com".to_owned(),
            "TASKCLUSTER_PROXY_URL" => scene.fake.root_url(),
            _ => return None,
        })
    };
    let task = Task::from_lookup(env).expect("a task");
    assert_eq!(task.worker_location(), Some(r#"{"cloud": "c"}"#));
    assert!(task.has_proxy());
    assert_eq!(task.root_url().expect("a URL"), "https://tc.example.com");

    let artifacts = task.artifacts(&scene.client);
    C::from_bytes(&artifacts.put("public/x"), b"content").expect("stored");
    assert_eq!(
        C::to_bytes(&artifacts.get("public/x")).expect("the content"),
        b"content"
    );

    let through = C::build(task.client().expect("a client")).expect("a client");
    let call = Queue::new(&through).get_artifact(&own, 0, "private/x");
    let error = call
        .signed_url(Duration::from_secs(60))
        .expect_err("no token");
    assert!(
        error
            .to_string()
            .contains("a task's proxy signs calls, and no URLs"),
        "{error}"
    );
    let found = C::send(Queue::new(&through).task(&own)).expect("a task");
    assert_eq!(
        found.task_group_id,
        C::send(Queue::new(&scene.client).status(&own))
            .expect("a status")
            .status
            .task_group_id
    );
}
