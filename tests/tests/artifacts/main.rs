//! Artifacts: got and put, whatever happens on the way.

mod broken;
mod fake;
mod files;
mod following;
mod getting;
mod putting;
mod recorded;
mod schedules;

use sha2::{Digest as _, Sha256, Sha512};
use taskcluster_artifacts::{Artifacts, Get};
use taskcluster_client::{Client, ClientBuilder, Credentials};
use taskcluster_tests::{Colour, Storage, Waits};

const NAME: &str = "public/build/target.bin";

/// A client that does not wait between attempts.
fn client<C: Colour>(storage: &Storage) -> C {
    build(Client::builder(storage.root_url()))
}

fn build<C: Colour>(builder: ClientBuilder) -> C {
    let builder = builder.credentials(Credentials::new("tester", "s3cret-of-the-caller"));
    C::build(C::noting(builder, &Waits::default())).expect("a client")
}

/// The artifact of a storage.
fn get<C: Colour>(storage: &Storage) -> Get<C> {
    Artifacts::new(&client::<C>(storage))
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .get(NAME)
}

/// Bytes of which no two stretches are alike.
fn content(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn sha512(bytes: &[u8]) -> String {
    hex(&Sha512::digest(bytes))
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}
