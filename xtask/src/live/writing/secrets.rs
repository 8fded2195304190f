//! Secrets of odd names.

use std::collections::BTreeSet;

use serde_json::json;
use taskcluster_client::Secrets;
use taskcluster_client::secrets::types::Secret;

use super::Run;
use super::undo::Undo;
use crate::checks::{Checks, ensure_same};
use crate::live::ODD_NAMES;

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let secrets = Secrets::new(run.client);
    let mut stored = BTreeSet::new();
    for odd in ODD_NAMES {
        let name = format!("{}/{odd}", run.prefix);
        let secret = Secret::new(json!({ "name": name }), run.expires);
        let gone = name.clone();
        let set = run
            .services
            .check(&format!("secrets.set: `{odd}`"), checks, || {
                undo.create(
                    &format!("secret {name}"),
                    move |client| Secrets::new(client).remove(&gone).send(),
                    || Ok(secrets.set(&name, &secret).send()?),
                )
            });
        if set.is_some() {
            checks.check(&format!("secrets.get: `{odd}` as it was given"), || {
                ensure_same(&secrets.get(&name).send()?.secret["name"], &name)
            });
            stored.insert(name);
        }
    }
    run.services.check(
        "secrets.list: the names are as they were given",
        checks,
        || {
            let all: Result<Vec<String>, _> = secrets.list().items().collect();
            let ours = all?
                .into_iter()
                .filter(|name| name.starts_with(&run.prefix));
            ensure_same(&ours.collect::<BTreeSet<_>>(), &stored)
        },
    );
}
