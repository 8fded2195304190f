//! Many calls with our client: a graph by the tool that is there for it, and calls of one method. The first
//! argument says with which client: `blocking`, with threads, or `async`, on tokio's runtime of one thread, or
//! `async-threads`, on that of several.

use contender::calls::{ACCESS_TOKEN, CLIENT_ID, DEFINITION, TASK_ID};
use contender::{Error, IN_FLIGHT, Meter, Order, Report, THREADS, Work, futures};
use taskcluster_core::{AsyncClient, Client, Credentials};
use taskcluster_queue::Queue;
use taskcluster_queue::types::CreateTaskRequest;
use taskcluster_tools::Graph;
use tokio::runtime::{Builder, Runtime};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    |order, meter| match std::env::args().nth(1).as_deref() {
        Some("blocking") => blocking(order, meter),
        Some("async") => asynchronous(Builder::new_current_thread(), order, meter),
        Some("async-threads") => asynchronous(Builder::new_multi_thread(), order, meter),
        _ => Err("name a client: blocking, async or async-threads".into()),
    }
}

fn blocking(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let builder = Client::builder(&order.root_url).credentials(credentials);
    let queue = Queue::new(&builder.build()?);
    let report = match order.work {
        Work::Graph => {
            let mut graph = graph(order.calls)?;
            let creation = graph.create(&queue).at_once(THREADS);
            meter.whole(order.calls, |_| Ok(creation.send()?))
        }
        Work::Status => meter.run(order, || {
            queue.status(TASK_ID).send()?;
            Ok(())
        }),
        _ => return Ok(None),
    };
    report.map(Some)
}

fn asynchronous(
    mut runtime: Builder,
    order: &Order,
    meter: &Meter,
) -> Result<Option<Report>, Error> {
    let runtime = runtime.enable_all().build()?;
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let builder = AsyncClient::builder(&order.root_url).credentials(credentials);
    let queue = Queue::new(&builder.build_async()?);
    let report = match order.work {
        Work::Graph => {
            let graph = graph(order.calls)?;
            meter.whole(order.calls, |_| create(&runtime, queue, graph))
        }
        Work::Status => futures::run(&runtime, order, meter, move || {
            let call = queue.status(TASK_ID);
            async move {
                call.send().await?;
                Ok(())
            }
        }),
        _ => return Ok(None),
    };
    report.map(Some)
}

/// On a thread of the runtime, where the calls of others are, too.
fn create(runtime: &Runtime, queue: Queue<AsyncClient>, mut graph: Graph) -> Result<(), Error> {
    let creation = async move { graph.create(&queue).at_once(IN_FLIGHT).send().await };
    runtime.block_on(runtime.spawn(creation))??;
    Ok(())
}

/// So many tasks that do not wait for each other, but for one outside of the graph.
fn graph(tasks: usize) -> Result<Graph, Error> {
    let definition: CreateTaskRequest = serde_json::from_str(DEFINITION)?;
    let mut graph = Graph::new();
    for number in 0..tasks {
        graph.add(format!("test-{number}"), definition.clone());
    }
    Ok(graph)
}
