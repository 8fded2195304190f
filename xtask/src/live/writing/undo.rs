//! Removing what was created, also where a check has failed in between.

use taskcluster_client::{Client, Result};

use crate::checks::{Checks, Outcome, Problem};

type Action = Box<dyn FnOnce(&Client) -> Result<()>>;

/// What is to be removed, by what it is.
#[derive(Default)]
pub struct Undo(Vec<(String, Action)>);

impl Undo {
    /// Makes a check that creates something, and remembers how to remove it. Also where the answer
    /// is an error: the server may have done as it was told before that.
    pub fn create<T>(
        &mut self,
        what: &str,
        action: impl FnOnce(&Client) -> Result<()> + 'static,
        create: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<T> {
        let outcome = create();
        if !matches!(outcome, Err(Problem::Absent(_))) {
            self.0.push((format!("removed: {what}"), Box::new(action)));
        }
        outcome
    }

    /// Removes everything, what was created last first.
    pub fn all(self, client: &Client, checks: &mut Checks<'_>) {
        for (what, action) in self.0.into_iter().rev() {
            checks.check(&what, || match action(client) {
                Ok(()) => Ok(()),
                // It is gone already, or is in a state in which it ends by itself.
                Err(e) if e.code() == Some("ResourceNotFound") => Ok(()),
                Err(e) if e.code() == Some("RequestConflict") => Ok(()),
                Err(e) => Err(e.into()),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use taskcluster_fake::FakeTaskcluster;

    use super::*;

    #[test]
    fn what_was_created_is_removed_where_the_check_has_failed() {
        let fake = FakeTaskcluster::start().expect("a fake");
        let client = Client::builder(fake.root_url()).build().expect("a client");
        let done = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        let action = |what: &'static str| {
            let done = std::rc::Rc::clone(&done);
            move |_: &Client| {
                done.borrow_mut().push(what);
                Ok(())
            }
        };
        let mut undo = Undo::default();
        undo.create("good", action("good"), || Ok(()))
            .expect("good");
        let failed = undo.create::<()>("bad", action("bad"), || Err(Problem::failed("why")));
        assert!(failed.is_err());
        let absent = || Err(Problem::Absent("no such method".to_owned()));
        assert!(
            undo.create::<()>("absent", action("absent"), absent)
                .is_err()
        );

        let mut out = Vec::new();
        let mut checks = Checks::new(&mut out);
        undo.all(&client, &mut checks);
        assert_eq!(checks.finish().passed, 2);
        assert_eq!(*done.borrow(), ["bad", "good"]);
    }
}
