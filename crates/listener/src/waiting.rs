//! Waits of `taskcluster-tools` that hear by messages.

use futures_util::Stream;
use futures_util::stream::unfold;
use taskcluster_tools::Hint;

use crate::builder::Builder;
use crate::listener::{Listener, Step};
use crate::notice::Notice;

/// With the feature `waiting`.
#[cfg_attr(docsrs, doc(cfg(feature = "waiting")))]
impl Builder {
    /// Listens to what becomes of the tasks of a group, and of the group. A text that no routing key can
    /// hold is an error of [`start`](Self::start).
    pub fn task_group(self, task_group_id: &str) -> Self {
        self.try_bindings(Hint::bindings_of_group(task_group_id))
    }

    /// Listens to what becomes of a task. A text that no routing key can hold is an error of
    /// [`start`](Self::start).
    pub fn task(self, task_id: &str) -> Self {
        self.try_bindings(Hint::bindings_of_task(task_id))
    }
}

/// With the feature `waiting`.
#[cfg_attr(docsrs, doc(cfg(feature = "waiting")))]
impl Listener {
    /// What the messages tell a wait, for [`Wait::hinted_by`](taskcluster_tools::Wait::hinted_by).
    /// Each is acknowledged as it is taken: what is lost then, the wait sees at its next look. After a
    /// new connection the wait looks.
    ///
    /// It ends where [`next`](Self::next) has an error, which is told by [`Notice::Ended`].
    pub fn into_hints(self) -> impl Stream<Item = Hint> + Send + 'static {
        unfold(Some(self), |listener| async {
            let mut listener = listener?;
            loop {
                match listener.step().await {
                    Ok(Step::Connected) => return Some((Hint::Look, Some(listener))),
                    Ok(Step::Message(message)) => {
                        let hint = Hint::of(message.exchange(), message.body());
                        // Where the connection is gone, it comes again, and does no harm.
                        let _ = message.ack().await;
                        if let Some(hint) = hint {
                            return Some((hint, Some(listener)));
                        }
                    }
                    Err(e) => {
                        listener.tell(Notice::Ended(&e));
                        return None;
                    }
                }
            }
        })
    }
}
