//! Authorities as ureq takes them.
//!
//! rustls keeps of an authority its name, its key and what names it may vouch for; of the built-in ones there
//! is nothing else. ureq takes certificates alone, and has rustls read just that from them. So each authority
//! is put into a certificate that says no more. Nobody signs it, and nobody asks who did: whoever is in the
//! list is trusted.

use rustls::pki_types::TrustAnchor;

/// The tags of DER.
const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;

/// `2.5.29.30`, the extension `nameConstraints`.
const NAME_CONSTRAINTS: [u8; 5] = [0x06, 0x03, 0x55, 0x1d, 0x1e];

/// A certificate of this authority, in DER.
pub(super) fn certificate(anchor: &TrustAnchor<'_>) -> Vec<u8> {
    let nothing = wrap(SEQUENCE, &[]);
    let subject = wrap(SEQUENCE, &anchor.subject);
    let key = wrap(SEQUENCE, &anchor.subject_public_key_info);
    let mut content = wrap(VERSION, &wrap(INTEGER, &[2]));
    content.extend(wrap(INTEGER, &[1]));
    // The algorithm of the signature, the issuer, and from when to when.
    content.extend(nothing.repeat(3));
    content.extend(subject);
    content.extend(key);
    if let Some(names) = &anchor.name_constraints {
        let mut extension = NAME_CONSTRAINTS.to_vec();
        extension.extend(wrap(OCTET_STRING, &wrap(SEQUENCE, names)));
        let all = wrap(SEQUENCE, &wrap(SEQUENCE, &extension));
        content.extend(wrap(EXTENSIONS, &all));
    }
    let mut certificate = wrap(SEQUENCE, &content);
    certificate.extend(nothing);
    certificate.extend(wrap(BIT_STRING, &[0]));
    wrap(SEQUENCE, &certificate)
}

fn wrap(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut out = vec![tag];
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let bytes = length.to_be_bytes();
        let bytes = &bytes[length.leading_zeros() as usize / 8..];
        out.push(0x80 | bytes.len() as u8);
        out.extend(bytes);
    }
    out.extend(content);
    out
}

#[cfg(test)]
mod tests {
    use rustls::RootCertStore;

    use super::*;

    /// What rustls makes of the certificate of an authority.
    fn read(anchor: &TrustAnchor<'_>) -> TrustAnchor<'static> {
        let mut store = RootCertStore::empty();
        let read = store.add(certificate(anchor).into());
        read.expect("rustls reads it");
        store.roots.remove(0)
    }

    #[test]
    fn each_built_in_authority_is_read_as_what_it_was() {
        for anchor in webpki_roots::TLS_SERVER_ROOTS {
            assert_eq!(&read(anchor), anchor);
        }
        assert!(webpki_roots::TLS_SERVER_ROOTS.len() > 100);
    }

    #[test]
    fn an_authority_vouches_for_no_more_names_than_before() {
        // `permittedSubtrees`: one that allows `.example`.
        let name = wrap(0x82, b".example");
        let permitted = wrap(0xa0, &wrap(SEQUENCE, &name));
        let limited = TrustAnchor {
            name_constraints: Some(permitted.into()),
            ..webpki_roots::TLS_SERVER_ROOTS[0].clone()
        };
        assert_eq!(read(&limited), limited);
    }

    #[test]
    fn lengths_are_written_as_der_has_them() {
        assert_eq!(wrap(4, &[7; 0x7f])[..3], [4, 0x7f, 7]);
        assert_eq!(wrap(4, &[7; 0x80])[..4], [4, 0x81, 0x80, 7]);
        assert_eq!(wrap(4, &[7; 0x1234])[..5], [4, 0x82, 0x12, 0x34, 7]);
    }
}
