//! Addresses to which nothing is sent.

use taskcluster_client::Notify;
use taskcluster_client::notify::types::{NotificationAddress, NotificationType};

use super::undo::Undo;
use super::{Run, absent_with};
use crate::checks::{Checks, Outcome, ensure_same};

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let notify = Notify::new(run.client);
    let email = format!("live-{}@example.com", run.id);
    let address = NotificationAddress::new(NotificationType::Email, &email);
    let gone = address.clone();
    let added = run.services.check("notify.addDenylistAddress", checks, || {
        undo.create(
            &format!("denylist {email}"),
            move |client| Notify::new(client).delete_denylist_address(&gone).send(),
            || Ok(notify.add_denylist_address(&address).send()?),
        )
    });
    if added.is_none() {
        let others = ["notify.listDenylist", "notify.deleteDenylistAddress"];
        return absent_with("notify.addDenylistAddress", &others, checks);
    }
    let listed = || -> Outcome<usize> {
        let found: Result<Vec<_>, _> = notify.list_denylist().items().collect();
        let found = found?.into_iter();
        Ok(found.filter(|it| it.notification_address == email).count())
    };
    checks.check("notify.listDenylist", || ensure_same(&listed()?, &1));
    checks.check("notify.deleteDenylistAddress", || {
        notify.delete_denylist_address(&address).send()?;
        ensure_same(&listed()?, &0)
    });
}
