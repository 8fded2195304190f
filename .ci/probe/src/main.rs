//! Calls a method of a service that only today's deployments have.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::thread;

use acme_object::Object;
use taskcluster_core::{Client, Credentials};

const ANSWER: &str =
    r#"{"projectId": "probe", "expires": "2030-01-02T03:04:05.678Z", "hashes": {}}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let root_url = format!("http://{}", listener.local_addr()?);
    let server = thread::spawn(move || -> std::io::Result<String> {
        let (mut stream, _) = listener.accept()?;
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        while lines
            .next()
            .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
        {}
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{ANSWER}",
            ANSWER.len()
        )?;
        Ok(request)
    });
    let credentials = Credentials::new("probe", "t0ken-0f-22-ch4r5-or-more");
    let client = Client::builder(root_url).credentials(credentials).build()?;
    let object = Object::new(&client).object("a b/c").send()?;
    assert_eq!(object.project_id, "probe");
    let request = server.join().map_err(|_| "the server has panicked")??;
    assert_eq!(request, "GET /api/object/v1/metadata/a%20b%2Fc HTTP/1.1");
    println!("object.object answers: {object:?}");
    Ok(())
}
