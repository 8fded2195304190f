//! The authorities that a client trusts.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use crate::answer::error::RequestError;

/// The built-in ones, those given, and those that `SSL_CERT_FILE` and `SSL_CERT_DIR` name; with the
/// feature `native-roots` those of the system, too.
///
/// # Errors
/// What was given must be all right. Of a file that a variable names, one certificate must be; such files
/// are collections, in which there may be old ones that nobody can read.
pub(super) fn of(
    given: &[Vec<u8>],
    lookup: impl Fn(&str) -> Option<OsString>,
) -> Result<RootCertStore, RequestError> {
    let mut roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    for pem in given {
        add(&mut roots, pem)
            .map_err(|why| RequestError::new(format!("root_certificates: {why}")))?;
    }
    let mut found = named(lookup)?;
    #[cfg(feature = "native-roots")]
    found.extend(rustls_native_certs::load_native_certs().certs);
    // A folder of certificates has most of them under several names.
    found.sort_unstable_by(|one, other| one.as_ref().cmp(other.as_ref()));
    found.dedup();
    roots.add_parsable_certificates(found);
    Ok(roots)
}

/// Adds all certificates of a text; says what is wrong without repeating it, since it may be a key.
fn add(roots: &mut RootCertStore, pem: &[u8]) -> Result<(), String> {
    let mut count = 0;
    for certificate in CertificateDer::pem_slice_iter(pem) {
        count += 1;
        let certificate =
            certificate.map_err(|_| format!("certificate {count} is damaged, it is no PEM"))?;
        roots
            .add(certificate)
            .map_err(|e| format!("certificate {count} cannot be used: {e}"))?;
    }
    if count == 0 {
        let why = "there is no certificate in PEM form, which begins with \
                   `-----BEGIN CERTIFICATE-----`";
        return Err(why.to_owned());
    }
    Ok(())
}

/// The certificates that variables name.
fn named(
    lookup: impl Fn(&str) -> Option<OsString>,
) -> Result<Vec<CertificateDer<'static>>, RequestError> {
    let set = |name| lookup(name).filter(|value| !value.is_empty());
    let mut found = Vec::new();
    if let Some(file) = set("SSL_CERT_FILE") {
        let file = Path::new(&file);
        found = read(file).map_err(|why| refusal("SSL_CERT_FILE", file, &why))?;
    }
    for folder in env::split_paths(&set("SSL_CERT_DIR").unwrap_or_default()) {
        if folder.as_os_str().is_empty() {
            continue;
        }
        let refuse = |e| refusal("SSL_CERT_DIR", &folder, &format!("cannot be read: {e}"));
        for entry in fs::read_dir(&folder).map_err(refuse)? {
            let path = entry.map_err(refuse)?.path();
            // There are other files, and links that lead nowhere.
            if fs::metadata(&path).is_ok_and(|it| it.is_file()) {
                found.extend(read(&path).unwrap_or_default());
            }
        }
    }
    Ok(found)
}

fn refusal(variable: &str, path: &Path, why: &str) -> RequestError {
    RequestError::new(format!("{variable}: {} {why}", path.display()))
}

/// The certificates of a file, those that can be read: one at least.
fn read(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let pem = fs::read(file).map_err(|e| format!("cannot be read: {e}"))?;
    let found: Vec<_> = CertificateDer::pem_slice_iter(&pem)
        .filter_map(Result::ok)
        .collect();
    if found.is_empty() {
        return Err("has no certificate in PEM form".to_owned());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(given: &[&str], variables: &[(&str, &str)]) -> String {
        let given: Vec<Vec<u8>> = given.iter().map(|pem| pem.as_bytes().to_vec()).collect();
        let lookup = |name: &str| {
            let mut variables = variables.iter();
            let found = variables.find(|(other, _)| *other == name);
            found.map(|(_, value)| value.into())
        };
        of(&given, lookup).expect_err("refused").to_string()
    }

    #[test]
    fn what_is_no_certificate_is_refused_and_not_repeated() {
        let key = "-----BEGIN PRIVATE KEY-----\nczNjcmV0\n-----END PRIVATE KEY-----\n";
        for none in ["", "s3cret", key] {
            let text = refused(&[none], &[]);
            assert!(
                text.starts_with("root_certificates: there is no certificate"),
                "{text}"
            );
            assert!(
                !text.contains("s3cret") && !text.contains("czNjcmV0"),
                "{text}"
            );
        }
        let begin = "-----BEGIN CERTIFICATE-----\n";
        let end = "\n-----END CERTIFICATE-----\n";
        for (damaged, why) in [
            (begin.to_owned() + "czNjcmV0", "is damaged"),
            (begin.to_owned() + "!!" + end, "is damaged"),
            (begin.to_owned() + "czNjcmV0" + end, "cannot be used"),
        ] {
            let text = refused(&[&damaged], &[]);
            let start = format!("root_certificates: certificate 1 {why}");
            assert!(text.starts_with(&start), "{text}");
            assert!(!text.contains("czNjcmV0"), "{text}");
        }
    }

    #[test]
    fn variables_name_what_is_there() {
        let missing = "/nowhere/authorities.pem";
        for (variable, path, why) in [
            ("SSL_CERT_FILE", missing, "cannot be read: "),
            ("SSL_CERT_DIR", missing, "cannot be read: "),
            (
                "SSL_CERT_FILE",
                "Cargo.toml",
                "has no certificate in PEM form",
            ),
        ] {
            let text = refused(&[], &[(variable, path)]);
            assert!(
                text.starts_with(&format!("{variable}: {path} {why}")),
                "{text}"
            );
        }
    }

    /// An authority of nobody.
    const AUTHORITY: &str = "\
-----BEGIN CERTIFICATE-----
MIIBfDCCASOgAwIBAgIUQQ6sU2BA8x5BFU9HQjChNUalqxwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJYXV0aG9yaXR5MB4XDTI2MTEyNjE0MTg0NFoXDTM2MTEyMzE0
MTg0NFowFDESMBAGA1UEAwwJYXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEkJ+zm97vPez7Uh2FxNRXC/HTGQZKTeqsjJ8m+AwdesntPYNqdOvLbzO4
/Vfozf086bQ5Z8ZO1etWie6RFdHhoaNTMFEwHQYDVR0OBBYEFHB3nBoVwjhQh/di
KZAELPMPjjgSMB8GA1UdIwQYMBaAFHB3nBoVwjhQh/diKZAELPMPjjgSMA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgFioAKcZrqmhIoznDO4jqsUUb
hSWPRULVSvP3zppWjdcCIDShJAcXGsPGD4/zZlgm1USO77eCLz6oB2sBs1RZDvat
-----END CERTIFICATE-----
";

    #[test]
    fn authorities_are_added_to_the_built_in_ones() {
        let without = of(&[], |_| None).expect("the built-in ones").len();
        let with = of(&[AUTHORITY.into()], |_| None).expect("one more");
        assert_eq!(with.len(), without + 1);
    }

    /// The system's store may be moved by the variable that this library reads, too; here the library is
    /// told of no variable. Each look is taken in a process of its own, since variables are for all of one.
    #[cfg(feature = "native-roots")]
    #[test]
    fn the_store_of_the_system_is_read() {
        const MORE: &str = "AUTHORITIES_BESIDE_THE_BUILT_IN_ONES";
        if let Ok(more) = env::var(MORE) {
            let built_in = webpki_roots::TLS_SERVER_ROOTS.len();
            let roots = of(&[], |_| None).expect("the built-in ones");
            assert_eq!((roots.len() - built_in).to_string(), more);
            return;
        }
        let name = format!("tc-store-{}.pem", std::process::id());
        let store = env::temp_dir().join(name);
        let test = "client::tls::roots::tests::the_store_of_the_system_is_read";
        for (pem, more) in [(AUTHORITY.repeat(2), "1"), (String::new(), "0")] {
            fs::write(&store, pem).expect("a file");
            let mut process = std::process::Command::new(env::current_exe().expect("this program"));
            process.args(["--exact", test]).env(MORE, more);
            process
                .env("SSL_CERT_FILE", &store)
                .env_remove("SSL_CERT_DIR");
            let output = process.output().expect("its output");
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(said.contains("1 passed"), "{more}: {said}");
        }
        fs::remove_file(&store).expect("it is there");
    }

    #[test]
    fn variables_without_a_value_name_nothing() {
        let built_in = webpki_roots::TLS_SERVER_ROOTS.len();
        let roots = of(&[], |_| Some(OsString::new())).expect("the built-in ones");
        assert!(roots.len() >= built_in);
        // A folder with other files only.
        let folder = |name: &str| (name == "SSL_CERT_DIR").then(|| OsString::from("src"));
        assert!(of(&[], folder).expect("nothing else").len() >= built_in);
    }
}
