//! What follows when, with times that are given.

use super::*;

const MARGIN: std::time::Duration = std::time::Duration::from_secs(300);

fn at(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::seconds(1_000_000 + seconds)
}

/// Temporary credentials that end at a time.
fn until(expiry: i64) -> Credentials {
    let issuer = Credentials::new("issuer", "t0ken-0f-22-ch4r5-or-more");
    let made = issuer.temporary(at(-3600), at(expiry)).unnamed();
    made.expect("temporary credentials")
}

fn renewal() -> Renewal {
    Renewal::new(MARGIN, None)
}

/// Begins a renewal, which must be due, and ends it with this.
fn renewed(renewal: &mut Renewal, now: i64, provided: impl Into<Provided>) {
    assert!(matches!(renewal.next(at(now), None), Step::Renew));
    renewal.done(at(now), Ok(provided.into()));
}

fn failed(renewal: &mut Renewal, now: i64) {
    assert!(matches!(renewal.next(at(now), None), Step::Renew));
    renewal.done(at(now), Err(CredentialsError::new("away")));
}

/// Whether what is held is used at a time, and no renewal is begun.
fn uses(renewal: &mut Renewal, now: i64) -> bool {
    matches!(renewal.next(at(now), None), Step::Use(_))
}

fn held(renewal: &Renewal) -> Arc<Credentials> {
    Arc::clone(renewal.held().expect("something held").credentials())
}

#[test]
fn temporary_credentials_are_used_until_the_margin_before_their_end() {
    let mut renewal = renewal();
    renewed(&mut renewal, 0, until(3600));
    assert!(uses(&mut renewal, 3299));
    assert!(matches!(renewal.next(at(3300), None), Step::Renew));
}

#[test]
fn short_ones_are_used_for_half_of_their_time() {
    let mut renewal = renewal();
    renewed(&mut renewal, 0, until(60));
    assert!(uses(&mut renewal, 29));
    assert!(matches!(renewal.next(at(30), None), Step::Renew));
}

#[test]
fn permanent_ones_are_used_until_the_provider_wants_to_be_asked() {
    let mut renewal = renewal();
    let permanent = Credentials::new("ci", "t0ken-0f-22-ch4r5-or-more");
    let provided = Provided::new(permanent.clone()).ask_again(at(10));
    renewed(&mut renewal, 0, provided.clone());
    let first = held(&renewal);
    assert!(uses(&mut renewal, 9));
    renewed(&mut renewal, 10, provided);
    assert!(
        Arc::ptr_eq(&first, &held(&renewal)),
        "the same are no others"
    );
    // A time that has passed: for every attempt.
    renewed(&mut renewal, 11, permanent);
    assert!(uses(&mut renewal, 1_000_000_000));
}

#[test]
fn while_one_renews_others_go_on_with_what_is_valid_or_wait() {
    let mut renewal = renewal();
    assert!(matches!(renewal.next(at(0), None), Step::Renew));
    assert!(matches!(renewal.next(at(0), None), Step::Wait(0)));
    assert!(renewal.after(0, at(0), None).is_none());
    renewal.done(at(0), Ok(until(3600).into()));
    assert!(matches!(renewal.after(0, at(0), None), Some(Ok(_))));

    assert!(matches!(renewal.next(at(3400), None), Step::Renew));
    assert!(uses(&mut renewal, 3400));
    assert!(matches!(renewal.next(at(3600), None), Step::Wait(1)));
    let refused = held(&renewal);
    assert!(matches!(
        renewal.next(at(3400), Some(&refused)),
        Step::Wait(1)
    ));
}

#[test]
fn one_that_was_given_up_is_begun_by_another() {
    let mut renewal = renewal();
    assert!(matches!(renewal.next(at(0), None), Step::Renew));
    assert!(renewal.is_under_way(0));
    renewal.given_up();
    assert!(!renewal.is_under_way(0));
    assert!(renewal.after(0, at(0), None).is_none());
    assert!(matches!(renewal.next(at(0), None), Step::Renew));
}

#[test]
fn a_failure_is_that_of_all_who_have_nothing_valid() {
    let mut renewal = renewal();
    failed(&mut renewal, 0);
    let error = renewal.after(0, at(0), None).expect("over");
    assert_eq!(error.expect_err("away").to_string(), "away");
    // Who comes later asks again.
    renewed(&mut renewal, 0, until(3600));
    failed(&mut renewal, 3300);
    assert!(matches!(renewal.after(2, at(3300), None), Some(Ok(_))));
    let refused = held(&renewal);
    assert!(matches!(
        renewal.after(2, at(3300), Some(&refused)),
        Some(Err(_))
    ));
    assert!(matches!(renewal.after(2, at(3600), None), Some(Err(_))));
}

#[test]
fn early_renewals_in_vain_are_put_off_longer_and_longer() {
    let mut renewal = renewal();
    renewed(&mut renewal, 0, until(3600));
    failed(&mut renewal, 3300);
    assert!(uses(&mut renewal, 3301));
    failed(&mut renewal, 3302);
    assert!(uses(&mut renewal, 3305));
    // The same once more is in vain as well.
    let same = (*held(&renewal)).clone();
    renewed(&mut renewal, 3306, same.clone());
    assert!(uses(&mut renewal, 3313));
    for now in [3314, 3330, 3362, 3422, 3482] {
        renewed(&mut renewal, now, same.clone());
        assert!(uses(&mut renewal, now + 15));
    }
    // At the end there is nothing to wait with.
    assert!(matches!(renewal.next(at(3600), None), Step::Renew));
}

#[test]
fn credentials_that_have_ended_are_a_failure() {
    let mut renewal = renewal();
    renewed(&mut renewal, 0, until(0));
    let failure = renewal.after(0, at(0), None).expect("over");
    let failure = failure.expect_err("ended").to_string();
    let words = "the provider gave credentials that have ended at 1970-01-12T13:46:40";
    assert!(failure.starts_with(words), "{failure}");
}

#[test]
fn who_was_refused_gets_others_or_the_same_once_more() {
    let mut renewal = renewal();
    let old = Credentials::new("ci", "t0ken-0f-22-ch4r5-or-more");
    renewed(&mut renewal, 0, old.clone());
    let refused = held(&renewal);
    assert!(matches!(renewal.next(at(1), Some(&refused)), Step::Renew));
    renewal.done(at(1), Ok(old.into()));
    let after = renewal.after(1, at(1), Some(&refused)).expect("over");
    let after = after.expect("the same");
    assert!(Arc::ptr_eq(after.credentials(), &refused));

    assert!(matches!(renewal.next(at(2), Some(&refused)), Step::Renew));
    let new = Credentials::new("ci", "an0ther-t0ken-0f-22-ch4r5");
    renewal.done(at(2), Ok(new.into()));
    // Another call that was refused with the old ones asks nobody.
    assert!(matches!(renewal.next(at(2), Some(&refused)), Step::Use(_)));
}
