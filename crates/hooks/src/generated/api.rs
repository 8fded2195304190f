// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Creates tasks from stored templates, on a schedule or on request.
///
/// A hook is a task template with a name of two parts, `<hookGroupId>/<hookId>`. Each part may have
/// up to 1000 characters today, and up to 64 in 2018. Firing the hook renders the template and
/// creates the resulting task in the Queue. A hook fires in one of these ways:
///
/// * at the times in its `schedule`,
/// * when somebody with the scope for it calls `triggerHook`,
/// * when somebody who knows its secret token calls `triggerHookWithToken`; made for web hooks of
///   other systems,
/// * when a Pulse message arrives that fits one of its `bindings`; deployments of 2018 do not have
///   this.
///
/// The task is created with the scopes of the role `hook-id:<hookGroupId>/<hookId>` and no others,
/// whoever fired the hook. So the role needs everything that creating the task takes, including all
/// of the task's own `scopes`, and a person may be allowed to trigger a hook that does more than
/// the person could do directly. Each task starts a task group of its own: its `taskGroupId` is its
/// `taskId` unless a newer deployment finds another one in the template.
///
/// The template is written in JSON-e (<https://json-e.js.org/>). It can refer to `firedBy`
/// (`schedule`, `triggerHook`, `triggerHookWithToken` or `pulseMessage`), to `taskId` (of the task
/// to be created) and to `payload`: for a triggered hook, the JSON object that came with the
/// trigger after it has passed the hook's `triggerSchema`, and for one fired by a Pulse message,
/// what the message holds. Newer deployments drop a message that does not fit `triggerSchema`.
/// Times are best written as `{"$fromNow": "1 day"}`.
///
/// A schedule is a list of cron expressions with six fields: second, minute, hour, day of the
/// month, month and day of the week. All times are UTC. `0 30 4 * * *` means every day at 04:30,
/// and `0 0 8,16 * * 1-5` Monday to Friday at 08:00 and 16:00.
///
/// Reading hooks takes scopes in today's deployments, such as `hooks:list-hooks:<hookGroupId>` and
/// `hooks:get:<hookGroupId>:<hookId>`. In 2018 everybody could read them.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Hooks | [`list_hook_groups`](Self::list_hook_groups), [`list_hooks`](Self::list_hooks), [`hook`](Self::hook), [`get_hook_status`](Self::get_hook_status), [`create_hook`](Self::create_hook), [`update_hook`](Self::update_hook), [`remove_hook`](Self::remove_hook), [`list_last_fires`](Self::list_last_fires) |
/// | Triggering | [`trigger_hook`](Self::trigger_hook), [`get_trigger_token`](Self::get_trigger_token), [`reset_trigger_token`](Self::reset_trigger_token), [`trigger_hook_with_token`](Self::trigger_hook_with_token) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Hooks<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Hooks<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Hooks<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Hooks<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Hooks
impl<C: ApiClient> Hooks<C> {
    /// Lists the names of all hook groups.
    ///
    /// A group exists exactly as long as there is a hook in it; groups are neither created nor
    /// deleted by themselves. The list comes in one piece, in no particular order.
    ///
    /// * Request: `GET /hooks`, hooks API v1
    /// * Scopes: `hooks:list-hooks:`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.list_hook_groups().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listHookGroups")]
    pub fn list_hook_groups(&self) -> Call<C, types::ListHookGroupsResponse> {
        Call::json(&self.client, &endpoints::LIST_HOOK_GROUPS, &[])
    }

    /// Returns the definitions of all hooks in a group.
    ///
    /// The list comes in one piece, in no particular order. Definitions hold no secrets. In 2018
    /// the call works for everybody; today it asks for a scope.
    ///
    /// Fails with 404 when there is no hook in the group.
    ///
    /// * Request: `GET /hooks/<hookGroupId>`, hooks API v1
    /// * Scopes: `hooks:list-hooks:<hookGroupId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.list_hooks("project-app").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listHooks")]
    pub fn list_hooks(&self, hook_group_id: &str) -> Call<C, types::ListHooksResponse> {
        Call::json(&self.client, &endpoints::LIST_HOOKS, &[hook_group_id])
    }

    /// Returns the definition of a hook.
    ///
    /// The definition holds what `createHook` and `updateHook` have set, with defaults filled in.
    /// The trigger token is not part of it; see `getTriggerToken`. What happened when the hook last
    /// fired is told by `listLastFires`, and in deployments of 2018 by `getHookStatus`.
    ///
    /// Fails with 404 when there is no such hook.
    ///
    /// * Request: `GET /hooks/<hookGroupId>/<hookId>`, hooks API v1
    /// * Scopes: `hooks:get:<hookGroupId>:<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.hook("project-app", "nightly").send()?;
    /// println!("{}", answer.hook_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn hook(&self, hook_group_id: &str, hook_id: &str) -> Call<C, types::HookDefinition> {
        Call::json(&self.client, &endpoints::HOOK, &[hook_group_id, hook_id])
    }

    /// Tells what came of the last firing of a hook, and when it fires next. Deprecated today: use
    /// `listLastFires`, which tells of more than one firing.
    ///
    /// Only the latest firing is told, whatever caused it. The date of the next firing is given
    /// only for hooks with a schedule; it is a date when the hook becomes due, and the task may be
    /// created somewhat later.
    ///
    /// Fails with 404 when there is no such hook. Deployments of 2018 have this method only.
    ///
    /// * Request: `GET /hooks/<hookGroupId>/<hookId>/status`, hooks API v1
    /// * Scopes: `hooks:status:<hookGroupId>/<hookId>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.get_hook_status("project-app", "nightly").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getHookStatus")]
    pub fn get_hook_status(
        &self,
        hook_group_id: &str,
        hook_id: &str,
    ) -> Call<C, types::HookStatus> {
        Call::json(
            &self.client,
            &endpoints::GET_HOOK_STATUS,
            &[hook_group_id, hook_id],
        )
    }

    /// Creates a hook under a new name.
    ///
    /// The caller must hold the hook's role `hook-id:<hookGroupId>/<hookId>`, that is, be allowed
    /// to do all that the hook may do. The role itself is not created here but in the Auth service.
    /// If `hookGroupId` or `hookId` are also given in the body, they must match the ones in the
    /// call.
    ///
    /// The answer is the definition as stored. If the hook has a schedule, it begins to fire by it,
    /// and a secret trigger token is made for it at once. With `bindings` it also begins to listen
    /// for the Pulse messages they name.
    ///
    /// Fails with 400 when a schedule entry is not a valid cron expression or `triggerSchema` is
    /// not a valid JSON schema. The task template is not checked: a mistake in it shows when the
    /// hook fires. Fails with 409 when a hook of that name exists with another definition; use
    /// `updateHook` to change it. With the very same definition, a deployment of 2018 answers a
    /// repeated call with success. Today's answers 409 to a repetition as well, unless `bindings`
    /// are part of the request, so after a lost answer look with `hook` whether the first call was
    /// taken.
    ///
    /// * Request: `PUT /hooks/<hookGroupId>/<hookId>`, hooks API v1
    /// * Scopes: `hooks:modify-hook:<hookGroupId>/<hookId>` and
    ///   `assume:hook-id:<hookGroupId>/<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_hooks::{Hooks, types::*};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let payload = CreateHookRequest::new(
    ///     HookMetadata::new(HookMetadataRequired {
    ///         name: "app".into(),
    ///         description: "Runs the tests".into(),
    ///         owner: "me@example.com".into(),
    ///     }),
    ///     Value::from_iter([("taskQueueId", "proj-app/linux")]),
    /// );
    /// let answer = hooks.create_hook("project-app", "nightly", &payload).send()?;
    /// println!("{}", answer.hook_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createHook")]
    pub fn create_hook(
        &self,
        hook_group_id: &str,
        hook_id: &str,
        payload: &types::CreateHookRequest,
    ) -> Call<C, types::HookDefinition> {
        Call::json(
            &self.client,
            &endpoints::CREATE_HOOK,
            &[hook_group_id, hook_id],
        )
        .payload(payload)
    }

    /// Replaces the definition of an existing hook.
    ///
    /// The new definition replaces the old one whole; it is not merged. A property left out takes
    /// its default, so leaving out `schedule` stops scheduled firing. Send `bindings` along too if
    /// the hook has some. The usual way is to get the definition with `hook`, change it, and send
    /// it back. The name of a hook cannot be changed. The caller must hold the hook's role, as for
    /// `createHook`. The trigger token stays as it is.
    ///
    /// The answer is the new definition. The next scheduled firing is worked out anew from now.
    /// Repeating the call is harmless; of two people who update at the same time, the later one
    /// wins.
    ///
    /// Fails with 404 when there is no such hook, and with 400 when a schedule entry or
    /// `triggerSchema` is not valid.
    ///
    /// * Request: `POST /hooks/<hookGroupId>/<hookId>`, hooks API v1
    /// * Scopes: `hooks:modify-hook:<hookGroupId>/<hookId>` and
    ///   `assume:hook-id:<hookGroupId>/<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_hooks::{Hooks, types::*};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let payload = CreateHookRequest::new(
    ///     HookMetadata::new(HookMetadataRequired {
    ///         name: "app".into(),
    ///         description: "Runs the tests".into(),
    ///         owner: "me@example.com".into(),
    ///     }),
    ///     Value::from_iter([("taskQueueId", "proj-app/linux")]),
    /// );
    /// let answer = hooks.update_hook("project-app", "nightly", &payload).send()?;
    /// println!("{}", answer.hook_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateHook")]
    pub fn update_hook(
        &self,
        hook_group_id: &str,
        hook_id: &str,
        payload: &types::CreateHookRequest,
    ) -> Call<C, types::HookDefinition> {
        Call::json(
            &self.client,
            &endpoints::UPDATE_HOOK,
            &[hook_group_id, hook_id],
        )
        .payload(payload)
    }

    /// Deletes a hook together with its trigger token.
    ///
    /// It fires no more, while tasks it has created live on. Deleting a hook that does not exist
    /// succeeds as well, which makes a repeated call harmless. A hook created under the same name
    /// later gets a new token.
    ///
    /// * Request: `DELETE /hooks/<hookGroupId>/<hookId>`, hooks API v1
    /// * Scopes: `hooks:modify-hook:<hookGroupId>/<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// hooks.remove_hook("project-app", "nightly").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "removeHook")]
    pub fn remove_hook(&self, hook_group_id: &str, hook_id: &str) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::REMOVE_HOOK,
            &[hook_group_id, hook_id],
        )
    }

    /// Lists recent firings of a hook and what came of each.
    ///
    /// Each entry tells when and by what the hook was fired, whether a task came of it, and how
    /// that task stands. It replaces `getHookStatus`, which knows only the very last firing.
    ///
    /// The answer comes in pages. A page holds at most `limit` entries, and may hold fewer, or
    /// none, and still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /hooks/<hookGroupId>/<hookId>/last-fires`, hooks API v1
    /// * Scopes: `hooks:list-last-fires:<hookGroupId>/<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// for item in hooks.list_last_fires("project-app", "nightly").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listLastFires")]
    pub fn list_last_fires(
        &self,
        hook_group_id: &str,
        hook_id: &str,
    ) -> Call<C, types::ListLastFiresResponse> {
        Call::json(
            &self.client,
            &endpoints::LIST_LAST_FIRES,
            &[hook_group_id, hook_id],
        )
    }
}

/// # Triggering
impl<C: ApiClient> Hooks<C> {
    /// Fires a hook now and tells which task it has created.
    ///
    /// Today's answer holds no more than the `taskId` of the new task, or nothing at all when no
    /// task came of it, so expect both. In 2018 the answer is the full status of the task. What
    /// became of the task since is for the Queue to tell.
    ///
    /// The request body is any JSON object that fits the hook's `triggerSchema`; the template sees
    /// it as `payload`. The default schema allows the empty object only. The caller needs no scopes
    /// beyond the one for this hook, since the task is created with the scopes of the hook's role.
    /// The schedule of the hook is not affected.
    ///
    /// This is not idempotent. Every successful call creates another task, so when an answer is
    /// lost, a repetition can create a second one.
    ///
    /// Fails with 404 when there is no such hook. Fails with 400 when the body does not fit
    /// `triggerSchema`, when the template does not render, or when the Queue does not accept the
    /// task. Status 403 may mean two things: the caller lacks the scope, or the hook's role lacks a
    /// scope to create the task, which the message then says. Failures to create the task are kept
    /// and appear in `listLastFires`, in 2018 in `getHookStatus`.
    ///
    /// * Request: `POST /hooks/<hookGroupId>/<hookId>/trigger`, hooks API v1
    /// * Scopes: `hooks:trigger-hook:<hookGroupId>/<hookId>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_hooks::{Hooks, types::*};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let payload = Value::from_iter([("key", "value")]);
    /// let answer = hooks.trigger_hook("project-app", "nightly", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "triggerHook")]
    pub fn trigger_hook(
        &self,
        hook_group_id: &str,
        hook_id: &str,
        payload: &taskcluster_core::json::Value,
    ) -> Call<C, types::TaskStatus> {
        Call::json(
            &self.client,
            &endpoints::TRIGGER_HOOK,
            &[hook_group_id, hook_id],
        )
        .payload(payload)
    }

    /// Returns the secret token that fires a hook through `triggerHookWithToken`.
    ///
    /// Every hook has exactly one token, from its creation on. It stays the same until
    /// `resetTriggerToken`. Whoever has the token can fire the hook without any credentials, so
    /// treat the answer as a secret.
    ///
    /// Fails with 404 when there is no such hook.
    ///
    /// * Request: `GET /hooks/<hookGroupId>/<hookId>/token`, hooks API v1
    /// * Scopes: `hooks:get-trigger-token:<hookGroupId>/<hookId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.get_trigger_token("project-app", "nightly").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getTriggerToken")]
    pub fn get_trigger_token(
        &self,
        hook_group_id: &str,
        hook_id: &str,
    ) -> Call<C, types::TriggerTokenResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_TRIGGER_TOKEN,
            &[hook_group_id, hook_id],
        )
    }

    /// Replaces the secret token of a hook and returns the new one.
    ///
    /// The old token stops working at once, and every system that used it must be given the new
    /// one. Use this when a token may have leaked. Each call makes another token: after a lost
    /// answer, `getTriggerToken` tells the one in force. The answer is a secret.
    ///
    /// Fails with 404 when there is no such hook.
    ///
    /// * Request: `POST /hooks/<hookGroupId>/<hookId>/token`, hooks API v1
    /// * Scopes: `hooks:reset-trigger-token:<hookGroupId>/<hookId>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.reset_trigger_token("project-app", "nightly").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "resetTriggerToken")]
    pub fn reset_trigger_token(
        &self,
        hook_group_id: &str,
        hook_id: &str,
    ) -> Call<C, types::TriggerTokenResponse> {
        Call::json(
            &self.client,
            &endpoints::RESET_TRIGGER_TOKEN,
            &[hook_group_id, hook_id],
        )
    }

    /// Fires a hook now, with its secret token in place of credentials.
    ///
    /// Meant to be set up as a web hook in systems that can call a URL but cannot sign Taskcluster
    /// requests. The URL contains the token and is therefore a secret itself. The body becomes
    /// `payload` in the template, exactly as for `triggerHook`, and must fit the hook's
    /// `triggerSchema`; for systems that send bodies of their own design, a schema that allows any
    /// object is the practical choice.
    ///
    /// Every successful call creates another task.
    ///
    /// Fails with 404 when there is no such hook, and with 401 when the token is not the current
    /// one. All else is as for `triggerHook`; a 403 here always means that the hook's role lacks a
    /// scope to create the task.
    ///
    /// * Request: `POST /hooks/<hookGroupId>/<hookId>/trigger/<token>`, hooks API v1
    /// * Scopes: none
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_hooks::{Hooks, types::*};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let payload = Value::from_iter([("key", "value")]);
    /// let answer = hooks
    ///     .trigger_hook_with_token("project-app", "nightly", "token", &payload)
    ///     .send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "triggerHookWithToken")]
    pub fn trigger_hook_with_token(
        &self,
        hook_group_id: &str,
        hook_id: &str,
        token: &str,
        payload: &taskcluster_core::json::Value,
    ) -> Call<C, types::TaskStatus> {
        Call::json(
            &self.client,
            &endpoints::TRIGGER_HOOK_WITH_TOKEN,
            &[hook_group_id, hook_id, token],
        )
        .payload(payload)
    }
}

/// # Health
impl<C: ApiClient> Hooks<C> {
    /// Answers with success while the Hooks service is up.
    ///
    /// It says nothing about the scheduler that fires hooks.
    ///
    /// * Request: `GET /ping`, hooks API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// hooks.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Hooks service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, hooks API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Hooks service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, hooks API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Hooks service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, hooks API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_hooks::{Hooks};
    /// # let hooks = Hooks::new(&Client::from_env()?);
    /// let answer = hooks.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
