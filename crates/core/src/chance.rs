//! Chance: random bytes for names and seeds, from the system's generator, and for nonces.
//!
//! A generator that a program keeps in memory is copied by `fork()`: parent and child then draw the
//! same task IDs, the same seeds and the same nonces. The system's has no such state, and costs a
//! system call of twice the price of asking for the process's number. So nonces, of which each attempt
//! needs one, are of the thread's generator and that number. (Waits are of the thread's alone: that two
//! of them are alike does no harm.)

use rand::TryRng as _;
use rand::rngs::SysRng;

/// Random bytes that no other process draws.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    match SysRng.try_fill_bytes(&mut bytes) {
        Ok(()) => bytes,
        // Where the system has none, the thread's generator may still have been seeded before.
        Err(_) => rand::random(),
    }
}

/// Bytes for a nonce, which differ from those of a process that was forked from this one.
pub(crate) fn nonce() -> [u8; 6] {
    mixed(rand::random(), std::process::id())
}

fn mixed(random: u64, process: u32) -> [u8; 6] {
    let [_, _, bytes @ ..] = (random ^ u64::from(process)).to_be_bytes();
    bytes
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn bytes_differ() {
        assert_ne!(bytes::<16>(), bytes::<16>());
        assert_ne!(nonce(), nonce());
    }

    #[test]
    fn nonces_of_a_forked_process_are_its_own() {
        assert_ne!(mixed(7, 1_000), mixed(7, 1_001));
        assert_ne!(mixed(7, 1_000), mixed(8, 1_000));
    }

    /// Safe code cannot fork, so the source is looked at: who draws from a generator in memory?
    #[test]
    fn nothing_but_waits_is_drawn_from_a_generator_in_memory() {
        fn files(folder: &Path, found: &mut Vec<(String, String)>) {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    files(&path, found);
                } else {
                    let text = fs::read_to_string(&path).expect("text");
                    found.push((path.display().to_string(), text));
                }
            }
        }
        let mut found = vec![];
        files(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut found,
        );
        for (path, text) in found
            .iter()
            .filter(|(path, _)| !path.ends_with("chance.rs"))
        {
            let code = text
                .split("#[cfg(test)]\nmod tests")
                .next()
                .unwrap_or_default();
            let drawn = code.lines().filter(|line| line.contains("rand::"));
            let others: Vec<_> = drawn
                .filter(|it| it.trim() != "random: rand::random(),")
                .collect();
            assert!(others.is_empty(), "{path}: {others:?}");
        }
    }
}
