//! Every way to prove who calls, by the methods that auth has for just that: they know a client
//! `tester` whose access token is no secret.

use std::time::Duration;

use serde_json::Value;
use taskcluster_client::auth::types::{TestAuthenticateRequest, TestAuthenticateResponse};
use taskcluster_client::{Auth, Client, Credentials, Error};
use time::OffsetDateTime;

use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};

const TOKEN: &str = "no-secret";
/// What the tester can do, as said in the payload of a POST, and by the server for a GET.
const SCOPES: [&str; 2] = ["test:*", "auth:create-client:test:*"];
/// A name that the tester may give to temporary credentials.
const NAME: &str = "test:live/temporary";

fn tester() -> Credentials {
    Credentials::new("tester", TOKEN)
}

/// Temporary credentials of the tester for a scope, valid around now.
fn temporary(scope: &str, name: Option<&str>) -> Outcome<Credentials> {
    let now = OffsetDateTime::now_utc();
    let tester = tester();
    let credentials = tester
        .temporary(now, now + Duration::from_secs(600))
        .scopes([scope]);
    match name {
        Some(name) => credentials.named(name),
        None => credentials.unnamed(),
    }
    .map_err(Problem::failed)
}

pub fn check(client: &Client, checks: &mut Checks<'_>) {
    type Maker = fn() -> Outcome<Credentials>;
    let callers: [(&str, &str, Maker); 3] = [
        ("permanent credentials", "tester", || Ok(tester())),
        ("unnamed temporary credentials", "tester", || {
            temporary("test:*", None)
        }),
        ("named temporary credentials", NAME, || {
            temporary("test:*", Some(NAME))
        }),
    ];
    for (kind, id, make) in callers {
        let by = || -> Outcome<Client> { Ok(client.with_credentials(make()?)?) };
        checks.check(&format!("auth.testAuthenticate: {kind}"), || {
            header(&by()?, id)
        });
        checks.check(&format!("auth.testAuthenticateGet: {kind}"), || {
            get(&by()?, id)
        });
        checks.check(
            &format!("auth.testAuthenticateGet: {kind}, signed URL"),
            || signed_url(&by()?, id),
        );
        checks.check(
            &format!("auth.testAuthenticate: {kind}, authorizedScopes"),
            || authorized_scopes(&by()?),
        );
    }
    checks.check(
        "auth.testAuthenticate: temporary credentials can do no more than they say",
        || {
            let by = client.with_credentials(temporary("test:a", Some(NAME))?)?;
            refused(test(&by, &["test:b"]), 403, "InsufficientScopes")
        },
    );
    checks.check(
        "auth.testAuthenticate: a wrong access token is refused",
        || {
            let by = client.with_credentials(Credentials::new("tester", "no-secret-either"))?;
            refused(test(&by, &[]), 401, "AuthenticationFailed")
        },
    );
    checks.check(
        "auth.testAuthenticate: expired credentials are not sent",
        || {
            let then = OffsetDateTime::now_utc() - Duration::from_secs(7200);
            let tester = tester();
            let old = tester
                .temporary(then, then + Duration::from_secs(3600))
                .unnamed();
            let by = client.with_credentials(old?)?;
            match test(&by, &[]) {
                Err(Error::Credentials(_)) => Ok(()),
                other => Err(Problem::failed(format!(
                    "wanted a refusal by the client, found {other:?}"
                ))),
            }
        },
    );
}

fn test(client: &Client, required: &[&str]) -> Result<TestAuthenticateResponse, Error> {
    let request = TestAuthenticateRequest::new()
        .client_scopes(SCOPES)
        .required_scopes(required.iter().copied());
    Auth::new(client).test_authenticate(&request).send()
}

fn header(client: &Client, id: &str) -> Outcome {
    let answer = test(client, &["test:a"]).map_err(Problem::failed)?;
    ensure_same(&answer.client_id.as_deref(), &Some(id))
}

fn get(client: &Client, id: &str) -> Outcome {
    let answer = Auth::new(client)
        .test_authenticate_get()
        .send()
        .map_err(Problem::failed)?;
    ensure_same(&answer.client_id.as_deref(), &Some(id))
}

fn signed_url(client: &Client, id: &str) -> Outcome {
    let url = Auth::new(client)
        .test_authenticate_get()
        .signed_url(Duration::from_secs(60))?;
    let mut answer = ureq::get(&url).call().map_err(Problem::failed)?;
    let text = answer
        .body_mut()
        .read_to_string()
        .map_err(Problem::failed)?;
    let answer: Value = serde_json::from_str(&text).map_err(Problem::failed)?;
    ensure_same(&answer["clientId"], id)
}

fn authorized_scopes(client: &Client) -> Outcome {
    let request = |scope: &str| {
        TestAuthenticateRequest::new()
            .client_scopes(SCOPES)
            .required_scopes([scope])
    };
    let auth = Auth::new(client);
    let granted = auth
        .test_authenticate(&request("test:a"))
        .authorized_scopes(["test:a"])
        .send();
    let scopes = granted.map_err(Problem::failed)?.scopes.unwrap_or_default();
    ensure(scopes.iter().any(|scope| scope == "test:a"), || {
        format!("scopes {scopes:?}")
    })?;
    ensure(!scopes.iter().any(|scope| scope == "test:*"), || {
        format!("scopes {scopes:?}")
    })?;
    let other = auth
        .test_authenticate(&request("test:b"))
        .authorized_scopes(["test:a"])
        .send();
    refused(other, 403, "InsufficientScopes")
}

/// Fails unless a call was refused as it must be.
pub fn refused<T>(result: Result<T, Error>, status: u16, code: &str) -> Outcome {
    match result {
        Ok(_) => Err(Problem::failed(
            "the server did it, and should have refused",
        )),
        Err(Error::Api(e)) if e.status() == status && e.code() == code => Ok(()),
        Err(e) => Err(Problem::failed(format!(
            "wanted {status} {code}, found {e}"
        ))),
    }
}
