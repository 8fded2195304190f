//! The one request that a sign-in waits for.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::mpsc::Sender;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use taskcluster_core::{Certificate, Credentials};

/// As much of a request is read: the longest certificate has far less.
const LONGEST: u64 = 64 * 1024;

/// How long a browser may take for its request.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the person sees. The script takes the access token out of the address that the browser shows and keeps.
const DONE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Signed in</title>\
    <script>history.replaceState(null, \"\", location.pathname)</script></head>\
    <body><h1>Signed in</h1><p>The program has its credentials. This page can be closed.</p></body></html>";
const REFUSED: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Not signed in</title></head>\
    <body><h1>Not signed in</h1><p>There are no credentials in this address.</p></body></html>";

/// Reads a request, answers it, and tells of the credentials that it has.
pub(super) fn serve(stream: &TcpStream, state: &str, found: &Sender<Result<Credentials, String>>) {
    // Whoever breaks off has not signed in.
    let Ok(line) = read(stream) else { return };
    let Some(query) = callback(&line, state) else {
        let _: io::Result<()> = answer(stream, "404 Not Found", REFUSED);
        return;
    };
    let credentials = credentials(query);
    // The page first: a program may end once it has what it wants.
    let _: io::Result<()> = match &credentials {
        Ok(_) => answer(stream, "200 OK", DONE),
        Err(_) => answer(stream, "400 Bad Request", REFUSED),
    };
    // Only the first one is waited for.
    let _: Result<(), _> = found.send(credentials);
}

/// The request's first line; the others are read and left.
fn read(stream: &TcpStream) -> io::Result<String> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let first = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
    for line in lines {
        if line?.is_empty() {
            return Ok(first);
        }
    }
    Err(io::ErrorKind::UnexpectedEof.into())
}

/// The query of a GET of the address that only the browser was told.
fn callback<'l>(line: &'l str, state: &str) -> Option<&'l str> {
    let target = line.strip_prefix("GET /")?.split(' ').next()?;
    let (path, query) = target.split_once('?')?;
    (path == state).then_some(query)
}

/// Reads what the web interface sends. It writes client IDs as they are, so that a `+` is one.
fn credentials(query: &str) -> Result<Credentials, String> {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(key, _)| *key == name)?;
        let value = percent_decode_str(value).decode_utf8().ok()?;
        Some(value.into_owned()).filter(|value| !value.is_empty())
    };
    let missing = |name: &str| format!("the web interface has sent no {name}");
    let id = value("clientId").ok_or_else(|| missing("clientId"))?;
    let token = value("accessToken").ok_or_else(|| missing("accessToken"))?;
    let credentials = Credentials::new(id, token);
    match value("certificate") {
        Some(json) => {
            let certificate = Certificate::parse(&json).map_err(|e| e.to_string())?;
            Ok(credentials.with_certificate(certificate))
        }
        None => Ok(credentials),
    }
}

fn answer(mut stream: &TcpStream, status: &str, page: &str) -> io::Result<()> {
    let text = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{page}",
        page.len()
    );
    stream.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_address_is_a_callback() {
        let line = |target: &str| format!("GET {target} HTTP/1.1");
        assert_eq!(callback(&line("/abc?a=1&b=2"), "abc"), Some("a=1&b=2"));
        for other in ["/abd?a=1", "/?a=1", "/favicon.ico", "/abc", "/abc/?a=1"] {
            assert_eq!(callback(&line(other), "abc"), None, "{other}");
        }
        assert_eq!(callback("POST /abc?a=1 HTTP/1.1", "abc"), None);
        assert_eq!(callback("", "abc"), None);
    }

    #[test]
    fn client_ids_are_taken_as_they_are_written() {
        for (query, id) in [
            (
                "clientId=ad|x@y.z/cli+1&accessToken=t0ken",
                "ad|x@y.z/cli+1",
            ),
            (
                "accessToken=t0ken&clientId=ad%7Cx%40y.z%2Fcli",
                "ad|x@y.z/cli",
            ),
        ] {
            let credentials = credentials(query).expect("credentials");
            assert_eq!(
                (credentials.client_id(), credentials.access_token()),
                (id, "t0ken")
            );
        }
    }

    #[test]
    fn what_is_missing_is_named_without_a_value() {
        for (query, words) in [
            ("", "the web interface has sent no clientId"),
            (
                "clientId=tell-tale",
                "the web interface has sent no accessToken",
            ),
            (
                "clientId=&accessToken=tell-tale",
                "the web interface has sent no clientId",
            ),
            (
                "clientId=a&accessToken=b&certificate=tell-tale",
                "the certificate is not JSON (line 1, column 2)",
            ),
        ] {
            assert_eq!(credentials(query).expect_err("none"), words);
        }
    }
}
