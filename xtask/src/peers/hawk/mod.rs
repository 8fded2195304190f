//! The reference implementation of Hawk, which must accept our signatures as they arrive.

mod case;
mod judge;

use std::error::Error;
use std::path::Path;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use taskcluster_client::hawk::{Signer, Target, payload_hash};
use taskcluster_client::{Client, Credentials, Method};
use time::OffsetDateTime;

use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};
use crate::live::ODD_NAMES;
use case::{Case, GET, TTL, read};
use judge::{Judge, Verdict};

/// A query string with what encoders disagree about.
const QUERY: [(&str, &str); 4] = [
    ("limit", "1"),
    ("prefix", "a b+ü/%2F'\""),
    ("token", "x=&y=?#;,!*()~"),
    ("empty", ""),
];

/// Starts the judge and puts everything before it.
pub fn check(folder: &Path, checks: &mut Checks<'_>) -> Result<(), Box<dyn Error>> {
    let permanent = Credentials::new("project/ci!@:.+|_-", "t0ken-_0123456789abcdefghi");
    let now = OffsetDateTime::now_utc();
    let temporary = || {
        permanent
            .temporary(now, now + Duration::from_secs(600))
            .scopes(["a:*"])
    };
    let (named, unnamed) = (temporary().named("project/named")?, temporary().unnamed()?);
    let judge = Judge::start(folder, &[&permanent, &named])?;
    let client = judge.client(&judge.root_url(), &permanent)?;

    verbs(&judge, &client, checks);
    names(&judge, &client, checks);
    checks.check(
        "hawk: named temporary credentials with authorizedScopes",
        || ext(&judge, &named),
    );
    // Their ID is their issuer's, and a judge knows one token for each.
    let other = Judge::start(folder, &[&unnamed])?;
    checks.check(
        "hawk: unnamed temporary credentials with authorizedScopes",
        || ext(&other, &unnamed),
    );
    hosts(&judge, &permanent, checks);
    refusals(&judge, &permanent, checks);
    Ok(())
}

fn verbs(judge: &Judge, client: &Client, checks: &mut Checks<'_>) {
    let verbs = [
        Method::Get,
        Method::Post,
        Method::Put,
        Method::Patch,
        Method::Delete,
    ];
    for method in verbs {
        let plain = Case { method, ..GET };
        checks.check(&format!("hawk: {method}"), || plain.send(client));
        let query = Case {
            query: &QUERY,
            ..plain
        };
        checks.check(&format!("hawk: {method} with a query string"), || {
            query.send(client)
        });
        if method != Method::Get && method != Method::Delete {
            let payload = Case {
                payload: true,
                ..query
            };
            checks.check(
                &format!("hawk: {method} with a payload and its hash"),
                || payload.send(client),
            );
        }
    }
    checks.check("hawk: signed URL", || GET.fetch(judge, client));
    checks.check("hawk: signed URL with a query string", || {
        Case {
            query: &QUERY,
            ..GET
        }
        .fetch(judge, client)
    });
}

fn names(judge: &Judge, client: &Client, checks: &mut Checks<'_>) {
    for odd in ODD_NAMES {
        let names = ["secret", odd];
        let case = Case {
            names: &names,
            ..GET
        };
        checks.check(&format!("hawk: the name `{odd}` as it was given"), || {
            case.send(client)
        });
        checks.check(
            &format!("hawk: signed URL with the name `{odd}` as it was given"),
            || case.fetch(judge, client),
        );
    }
}

/// Both forms with everything that is signed beside the request.
fn ext(judge: &Judge, credentials: &Credentials) -> Outcome {
    let client = judge.client(&judge.root_url(), credentials)?;
    let call = GET.call(&client).authorized_scopes(["a:b"]);
    let url = call.signed_url(TTL)?;
    for verdict in [call.send()?, read(judge.agent().get(&url))?] {
        ensure_same(&*verdict.id, credentials.client_id())?;
        let ext = STANDARD
            .decode(verdict.ext.unwrap_or_default())
            .map_err(Problem::failed)?;
        let ext: Value = serde_json::from_slice(&ext).map_err(Problem::failed)?;
        ensure_same(&ext["authorizedScopes"], &json!(["a:b"]))?;
        ensure_same(&ext["certificate"]["scopes"], &json!(["a:*"]))?;
    }
    Ok(())
}

/// Hosts and ports as the judge sees them.
fn hosts(judge: &Judge, credentials: &Credentials, checks: &mut Checks<'_>) {
    let roots = [
        ("http://tc.example.com", "tc.example.com", 80),
        ("http://tc.example.com:80", "tc.example.com", 80),
        ("http://TC.Example.COM:8080/", "tc.example.com", 8080),
        (
            "http://tc.example.com:65535/sub/path",
            "tc.example.com",
            65535,
        ),
        ("http://127.0.0.1:443", "127.0.0.1", 443),
        ("http://[2001:db8::1]", "[2001:db8::1]", 80),
        ("http://[2001:DB8::1]:8080", "[2001:db8::1]", 8080),
    ];
    for (root, host, port) in roots {
        let on_wire = || -> Outcome {
            let client = judge.client(root, credentials)?;
            let seen = GET.send(&client)?;
            ensure_same(
                &(seen.host.as_deref(), seen.port),
                &(Some(host), Some(port)),
            )?;
            GET.fetch(judge, &client).map(drop)
        };
        checks.check(
            &format!("hawk: header and signed URL under {root}"),
            on_wire,
        );
    }
    if let Some(root) = judge.ipv6_root_url() {
        checks.check("hawk: header and signed URL over IPv6", || {
            let client = Client::builder(&root)
                .credentials(credentials.clone())
                .build()?;
            GET.send(&client)?;
            GET.fetch(judge, &client).map(drop)
        });
    }
    checks.check("hawk: signed URL under https, behind a proxy", || {
        let client = judge.client("https://tc.example.com", credentials)?;
        let url = GET
            .call(&client)
            .signed_url(TTL)?
            .replacen("https:", "http:", 1);
        GET.compare(read(
            judge.agent().get(&url).header("x-forwarded-port", "443"),
        )?)
        .map(drop)
    });
}

/// What the judge must refuse, lest it accept everything.
fn refusals(judge: &Judge, credentials: &Credentials, checks: &mut Checks<'_>) {
    let root = judge.root_url();
    checks.check("hawk: a wrong token is refused", || {
        let wrong = Credentials::new(credentials.client_id(), "another-0123456789abcdefghi");
        refused(GET.send(&judge.client(&root, &wrong)?), "Bad mac")
    });
    checks.check(
        "hawk: a signed URL is good for its own path and query",
        || {
            let client = judge.client(&root, credentials)?;
            let url = Case {
                query: &QUERY,
                ..GET
            }
            .call(&client)
            .signed_url(TTL)?;
            refused(
                read(judge.agent().get(url.replacen("/a/", "/c/", 1))),
                "Bad mac",
            )?;
            refused(
                read(judge.agent().get(url.replacen("limit=1", "limit=2", 1))),
                "Bad mac",
            )
        },
    );
    checks.check("hawk: a signed URL expires", || {
        let client = judge.client(&root, credentials)?;
        let then = SystemTime::now() - 2 * TTL;
        let url = GET.call(&client).signed_url_at(then, TTL)?;
        refused(read(judge.agent().get(&url)), "Access expired")
    });
    checks.check(
        "hawk: another payload than the one that was signed is refused",
        || {
            let address = root.trim_start_matches("http://");
            let (host, port) = address.split_once(':').unwrap_or((address, "80"));
            let (port, resource) = (port.parse().map_err(Problem::failed)?, "/api/judge/v1/a/b");
            let target = Target {
                method: "POST",
                resource,
                host,
                port,
            };
            let token = credentials.access_token();
            let signer =
                Signer::new(credentials.client_id(), token, "").map_err(Problem::failed)?;
            let hash = payload_hash("application/json", b"{}");
            let now = OffsetDateTime::now_utc().unix_timestamp();
            let header = signer.header(&target, Some(&hash), now, "nonce");
            let send = |payload: &str| -> Outcome<String> {
                let request = judge.agent().post(format!("{root}{resource}"));
                let request = request.header("authorization", &header);
                let request = request.header("content-type", "application/json");
                let mut answer = request.send(payload).map_err(Problem::failed)?;
                answer.body_mut().read_to_string().map_err(Problem::failed)
            };
            let (same, other) = (send("{}")?, send("[]")?);
            ensure(same.contains("header with hash"), || same.clone())?;
            ensure(other.contains("Bad payload hash"), || other.clone())
        },
    );
}

fn refused(outcome: Outcome<Verdict>, why: &str) -> Outcome {
    match outcome {
        Err(Problem::Failed(found)) => ensure(found.contains(why), || found.clone()),
        other => Err(Problem::Failed(format!("wanted {why:?}, found {other:?}"))),
    }
}
