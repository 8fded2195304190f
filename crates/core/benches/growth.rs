//! How what could grow without bounds does grow: each work at a size, and at ten times that size.
//!
//! `cargo bench -p taskcluster-core --bench growth` prints a line for each. Ten times the size should
//! take about ten times as long, where a thing is linear, and little more where it sorts.
//!
//! Times differ from run to run; instructions do not. With a name and a size as its arguments the program
//! does one work once, in the function `counted`, which
//! `valgrind --tool=callgrind --toggle-collect='growth::counted*'` counts alone.

use std::hint::black_box;
use std::time::{Duration, Instant};

use taskcluster_core::scopes::{Expression, Requirement, Roles, ScopeSet, intersection, normalize};

const SIZE: usize = 5_000;
const ROUNDS: usize = 5;

fn main() {
    if asked().is_none() {
        println!("{:<34}{:>12}{:>12}{:>9}", "work", SIZE, SIZE * 10, "factor");
    }
    growth(
        "normalize",
        |n| (0..n).rev().map(scope).collect::<Vec<_>>(),
        |scopes| {
            black_box(normalize(scopes.iter().cloned()));
        },
    );
    growth("what is used of a requirement", wide, |required| {
        black_box(required.used(&ScopeSet::from_iter(["s*"])));
    });
    growth("what is missing", wide, |required| {
        black_box(required.missing(&ScopeSet::from_iter(["t"])));
    });
    growth("what is missing, of many", held, |(required, given)| {
        black_box(required.missing(given));
    });
    growth(
        "what is missing, deep",
        |n| deep(n / 50),
        |required| {
            black_box(required.missing(&ScopeSet::from_iter(["t"])));
        },
    );
    growth("an intersection", many, |(one, other)| {
        black_box(intersection(one, other));
    });
    growth("simplify, wide", wide, simplify);
    growth("simplify, deep", |n| deep(n / 50), simplify);
    growth("parameters of an expression", parameters, |expression| {
        black_box(expression.parameters().is_ok());
    });
    growth("roles, made", |n| n, |n| drop(black_box(chain(*n))));
    growth("roles, expanded", chain, |roles| {
        black_box(roles.expand(["assume:r000000"]).is_ok());
    });
    growth("roles, by long patterns", patterns, |(roles, scopes)| {
        black_box(roles.expand(scopes.clone()).is_ok());
    });
    growth("roles, of many lengths", patterns, |(_, ids)| {
        let roles = Roles::new(ids.iter().map(|id| (id, ["x"]))).unwrap_or_default();
        black_box(
            roles
                .expand(ids.iter().map(|id| format!("assume:{id}")))
                .is_ok(),
        );
    });
    growth("roles, filled in", filled, |(roles, scopes)| {
        black_box(roles.expand(scopes.clone()).is_ok());
    });
}

/// The one work that is to be done, and its size.
fn asked() -> Option<(String, usize)> {
    let mut arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    let name = arguments.next()?;
    Some((name, arguments.next()?.parse().ok()?))
}

#[inline(never)]
fn counted<T>(work: impl Fn(&T), input: &T) {
    work(input);
}

/// Times a work on what is made at both sizes; the best of some rounds.
fn growth<T>(name: &str, make: impl Fn(usize) -> T, work: impl Fn(&T)) {
    if let Some((wanted, size)) = asked() {
        if wanted == name {
            counted(work, &make(size));
        }
        return;
    }
    let time = |size: usize| {
        let input = make(size);
        let round = |_| {
            let begin = Instant::now();
            work(&input);
            begin.elapsed()
        };
        (0..ROUNDS).map(round).min().unwrap_or_default()
    };
    let (small, large) = (time(SIZE), time(SIZE * 10));
    let factor = large.as_secs_f64() / small.max(Duration::from_nanos(1)).as_secs_f64();
    println!(
        "{name:<34}{:>12}{:>12}{factor:>9.1}",
        milliseconds(small),
        milliseconds(large)
    );
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

fn scope(number: usize) -> String {
    format!("s{number:06}")
}

fn simplify(required: &Requirement) {
    black_box(required.simplify().is_ok());
}

/// Alternatives beside each other, one in two of several scopes.
fn wide(size: usize) -> Requirement {
    let part = |n: usize| {
        let one = Requirement::Scope(scope(n));
        let other = Requirement::Scope(scope(n + 1));
        if n.is_multiple_of(2) {
            one
        } else {
            Requirement::AllOf(vec![one, other])
        }
    };
    Requirement::AnyOf((0..size).map(part).collect())
}

/// Each of many scopes, and who has all but every third.
fn held(size: usize) -> (Requirement, ScopeSet) {
    let all = (0..size).map(|n| Requirement::Scope(scope(n)));
    let given = (0..size).filter(|n| !n.is_multiple_of(3)).map(scope);
    (Requirement::AllOf(all.collect()), given.collect())
}

/// Two lists of which every second scope is in both, and every tenth ends in a star.
fn many(size: usize) -> (Vec<String>, Vec<String>) {
    let star = |n: usize| if n.is_multiple_of(10) { "*" } else { "" };
    let list = |step: usize| (0..size).map(move |n| scope(n * step) + star(n));
    (list(1).collect(), list(2).collect())
}

/// Lists within lists.
fn deep(depth: usize) -> Requirement {
    (0..depth).fold(Requirement::from("s"), |inner, n| {
        let list = vec![Requirement::Scope(scope(n)), inner];
        if n.is_multiple_of(2) {
            Requirement::AllOf(list)
        } else {
            Requirement::AnyOf(list)
        }
    })
}

fn parameters(size: usize) -> Expression {
    Expression::AllOf(
        (0..size)
            .map(|n| Expression::Scope(format!("s:<p{n}>")))
            .collect(),
    )
}

/// Roles that give each other, one after the other.
fn chain(size: usize) -> Roles {
    let role = |n: usize| {
        (
            format!("r{n:06}"),
            [format!("assume:r{:06}", n + 1), scope(n)],
        )
    };
    Roles::new((0..size).map(role)).unwrap_or_default()
}

/// So many bytes of patterns, each of another length.
fn patterns(size: usize) -> (Roles, Vec<String>) {
    let count = size.isqrt() * 3;
    let pattern = |n: usize| scope(n) + &"x".repeat(n) + "*";
    (Roles::default(), (0..count).map(pattern).collect())
}

/// A role with a parameter, and many scopes that fill it in.
fn filled(size: usize) -> (Roles, Vec<String>) {
    let roles = Roles::new([("repo:*", ["queue:route:<..>"])]).unwrap_or_default();
    (
        roles,
        (0..size).map(|n| format!("assume:repo:{n:06}")).collect(),
    )
}
