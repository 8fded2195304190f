//! A thousand storages that break at random.

use serde_json::json;
use taskcluster_artifacts::{Artifacts, Error, Fetched, Get};
use taskcluster_client::{AsyncClient, Client, Era, RetryPolicy};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};
use taskcluster_tests::{Fetches, Kept, Storage, Trouble, Waits};
use tempfile::TempDir;

use super::fake::claimed;
use super::{NAME, build, content, gzipped, sha256};

/// Numbers that seem random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % end
    }
}

fn trouble(numbers: &mut Numbers, length: usize) -> Trouble {
    match numbers.below(11) {
        0 => Trouble::BeforeHead,
        1 => Trouble::InHead(1 + numbers.below(100)),
        2 | 3 => Trouble::InBody(numbers.below(length + 1)),
        4 => Trouble::Status([500, 502, 503, 429][numbers.below(4)], ""),
        5 => Trouble::Expired,
        6 => Trouble::WholeInstead,
        7 => Trouble::OtherRange,
        8 => Trouble::TooLong(1 + numbers.below(1000) as u64),
        9 => Trouble::Wrong(numbers.below(length)),
        _ => Trouble::None,
    }
}

/// How transfers of some content to files ended.
struct Ends {
    content: Vec<u8>,
    folder: TempDir,
    right: usize,
    wrong: usize,
}

impl Ends {
    fn of(content: Vec<u8>) -> Self {
        Self {
            content,
            folder: tempfile::tempdir().expect("a folder"),
            right: 0,
            wrong: 0,
        }
    }

    /// Gets it once: the right bytes come, or an error that leaves nothing behind.
    fn add<C: Fetches>(&mut self, get: &Get<C>, what: &str) -> Option<Fetched> {
        let path = self.folder.path().join("it");
        let fetched = C::to_file(get, &path);
        match &fetched {
            Ok(_) => {
                self.right += 1;
                let found = std::fs::read(&path).expect("the file");
                assert!(found == self.content, "{what}");
                std::fs::remove_file(&path).expect("removed");
            }
            Err(e) => {
                self.wrong += 1;
                let is_fit = matches!(e, Error::Transfer(_) | Error::Mismatch(_));
                assert!(is_fit, "{what}: {e}");
            }
        }
        let mut left = std::fs::read_dir(self.folder.path()).expect("the folder");
        assert!(left.next().is_none(), "{what} left something behind");
        fetched.ok()
    }

    fn are_of_both_kinds(&self) {
        let (right, wrong) = (self.right, self.wrong);
        let is_mixed = right > wrong && wrong > right / 20;
        assert!(is_mixed, "{right} right, {wrong} wrong");
    }
}

fn runs<C: Fetches>(first: u64, count: u64) {
    let plain = content(30_000);
    let packed = gzipped(&plain);
    let mut ends = Ends::of(plain.clone());
    for seed in first..first + count {
        let numbers = &mut Numbers(seed);
        let is_packed = numbers.below(2) == 0;
        let stored = if is_packed { &packed } else { &plain };
        // Only a hash tells a wrong byte.
        let kept = Kept::Object(json!({ "sha256": sha256(stored) }));
        let plan: Vec<Trouble> = (0..numbers.below(6))
            .map(|_| trouble(numbers, stored.len()))
            .collect();
        let mut storage = Storage::start(kept, &**stored).with(plan.clone());
        if is_packed {
            storage = storage.headers("Content-Encoding: gzip\r\n");
        }
        if numbers.below(3) == 0 {
            storage = storage.untagged();
        }
        if numbers.below(4) == 0 {
            storage = storage.chunked();
        }
        let policy = RetryPolicy::default().retries(numbers.below(7) as u32);
        let client = build::<C>(Client::builder(storage.root_url()).retry(policy));
        let get = Artifacts::new(&client)
            .of("fN1SbArXTPSVFNUvaOlinQ")
            .get(NAME)
            .unsynced();
        ends.add(&get, &format!("{seed}: {plan:?}"));
    }
    ends.are_of_both_kinds();
}

#[test]
fn a_thousand_schedules_end_in_the_right_bytes_or_in_an_error() {
    runs::<Client>(0, 1_000);
}

#[test]
fn so_do_a_hundred_in_the_other_colour() {
    runs::<AsyncClient>(5_000, 100);
}

/// What the fake does with one download. Only a hash tells a wrong byte, and packed content from some that is cut.
fn fault(numbers: &mut Numbers, length: usize) -> Fault {
    let mut below = |end: usize| numbers.below(end) as u64;
    match below(13) {
        0 => Fault::status([500, 502, 503, 429][below(4) as usize]),
        1 => Fault::status(403),
        2 => Fault::Truncate,
        3 => Fault::ResetInBody,
        4 | 5 => Fault::CutAt(below(length + 1)),
        6 => Fault::ResetAt(below(length + 1)),
        7 => Fault::Length(below(2 * length)),
        8 => Fault::Shorten(1 + below(length)),
        9 => Fault::Corrupt(below(length)),
        10 => Fault::IgnoreRange,
        11 => Fault::ShiftRange([-7, 7, 500][below(3) as usize]),
        _ => Fault::Reset,
    }
}

/// The same with the fake of either era: objects of today, blobs of 2018, both of which have hashes.
fn runs_on_the_fake<C: Fetches>(era: Era, first: u64, count: u64) {
    let fake = FakeTaskcluster::builder().era(era).start();
    let fake = fake.expect("a server");
    let builder = || Client::builder(fake.root_url()).credentials(fake.credentials());
    let of = |policy| C::build(C::noting(builder().retry(policy), &Waits::default()));
    let id = claimed(&builder().build().expect("a client"));
    let plain = content(30_000);
    let storage = match era {
        Era::Classic => taskcluster_artifacts::Storage::Blob,
        _ => taskcluster_artifacts::Storage::Object,
    };
    let names = ["public/plain", "public/packed"];
    let client: C = of(RetryPolicy::default()).expect("a client");
    let run = Artifacts::new(&client).of(&id).run(0);
    C::from_bytes(&run.put(names[0]).storage(storage), &plain).expect("stored");
    C::from_bytes(&run.put(names[1]).storage(storage).gzip(), &plain).expect("stored");
    let mut ends = Ends::of(plain.clone());
    for seed in first..first + count {
        let numbers = &mut Numbers(seed);
        fake.clear_faults();
        let plan: Vec<Fault> = (0..numbers.below(6))
            .map(|_| fault(numbers, plain.len()))
            .collect();
        for (at, fault) in (1..).zip(&plan) {
            fake.fault(Rule::downloads().nth(at..=at), fault.clone());
        }
        let name = names[numbers.below(2)];
        let client = of(RetryPolicy::default().retries(numbers.below(7) as u32));
        let get = Artifacts::new(&client.expect("a client")).of(&id).get(name);
        let fetched = ends.add(&get.unsynced(), &format!("{seed}: {plan:?}"));
        assert!(fetched.is_none_or(|fetched| fetched.is_verified));
    }
    ends.are_of_both_kinds();
}

#[test]
fn a_thousand_schedules_of_the_fake_end_in_the_right_bytes_or_in_an_error() {
    runs_on_the_fake::<Client>(Era::Today, 0, 1_000);
}

#[test]
fn so_do_a_thousand_in_the_other_colour() {
    runs_on_the_fake::<AsyncClient>(Era::Today, 10_000, 1_000);
}

#[test]
fn so_do_those_of_the_fake_of_2018() {
    runs_on_the_fake::<Client>(Era::Classic, 20_000, 200);
    runs_on_the_fake::<AsyncClient>(Era::Classic, 30_000, 200);
}
