//! Waits for a task group by messages, and tells what becomes of its tasks.
//!
//! `TASKCLUSTER_ROOT_URL=… AMQP_URL=amqps://user:password@host:5671/%2F \
//!     cargo run --features listener --example wait_for_group -- TASK_GROUP_ID`
//!
//! It ends with 0 where all tasks have completed. The queue is asked once when the wait begins, once when
//! the messages say that the group is resolved, and every five minutes in between, in case one was lost.

use std::error::Error;
use std::process::ExitCode;

use taskcluster_client::listener::{Listener, Login, Notice};
use taskcluster_client::tools::QueueExt as _;
use taskcluster_client::{AsyncClient, Queue};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let group = std::env::args().nth(1).ok_or("which task group?")?;
    // In the environment, the password is in no list of processes.
    let url = std::env::var("AMQP_URL").map_err(|_| "AMQP_URL should be the URL of the broker")?;
    let queue = Queue::new(&AsyncClient::from_env()?);

    // What happens from here on is heard, so that nothing is missed before the first look.
    let listener = Listener::builder(Login::url(&url)?)
        .task_group(&group)
        .on_notice(|notice| match notice {
            Notice::Listening { queue, absent } => {
                println!("listening on {queue}");
                for exchange in absent {
                    eprintln!("the broker has no {exchange}");
                }
            }
            Notice::Broken(why) => eprintln!("connecting once more: {why}"),
            other => eprintln!("{other:?}"),
        })
        .start()
        .await?;

    let finished = queue
        .wait_for_group(&group)
        .hinted_by(listener.into_hints())
        .on_change(|change| println!("{} is {}", change.status.task_id, change.status.state))
        .wait()
        .await?;
    println!("{finished}");
    Ok(ExitCode::from(u8::from(!finished.is_success())))
}
