//! What wrong values get, at each public entry point: an error that says what to do.

mod credentials;
mod requests;
mod sending;

use taskcluster_client::{Client, Credentials};
use taskcluster_tests::Colour;

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

fn client<C: Colour>() -> C {
    let credentials = Credentials::new("tester", TOKEN);
    let builder = Client::builder("https://tc.example.com").credentials(credentials);
    C::build(builder).expect("a client")
}

/// The text of an error.
fn why<T, E: std::fmt::Display>(result: Result<T, E>) -> String {
    match result {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(e) => e.to_string(),
    }
}
