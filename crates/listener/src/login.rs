//! Who listens, and where.

use std::fmt;

use lapin::uri::{AMQPScheme, AMQPUri};

use crate::error::{Error, Result};

/// A broker and who one is there: a user of Pulse, or the holder of a namespace.
#[derive(Clone)]
pub struct Login(pub(crate) Source);

#[derive(Clone)]
pub(crate) enum Source {
    User(Box<AMQPUri>),
    #[cfg(feature = "namespace")]
    Namespace(Box<crate::namespace::Claimer>),
}

impl Login {
    /// A broker by its URL, with user and password in it, percent-encoded:
    /// `amqps://user:password@pulse.example.com:5671/%2F`.
    ///
    /// # Errors
    /// It is no such URL. The error does not repeat it.
    pub fn url(url: &str) -> Result<Self> {
        let uri = parsed(url)?;
        if uri.authority.userinfo.username.is_empty() {
            return Err(Error::refused("the URL of the broker names no user"));
        }
        Ok(Self(Source::User(Box::new(uri))))
    }

    /// A broker by its URL, and a user of it: as they are, without encoding.
    ///
    /// # Errors
    /// It is no URL of a broker, or the name is empty.
    pub fn user(url: &str, user: &str, password: &str) -> Result<Self> {
        let mut uri = parsed(url)?;
        if user.is_empty() {
            return Err(Error::refused("the name of the broker's user is empty"));
        }
        user.clone_into(&mut uri.authority.userinfo.username);
        password.clone_into(&mut uri.authority.userinfo.password);
        Ok(Self(Source::User(Box::new(uri))))
    }
}

/// Reads a URL, of which no error may repeat a part: it holds a password.
pub(crate) fn parsed(url: &str) -> Result<AMQPUri> {
    let uri: AMQPUri = url.parse().map_err(|_| {
        Error::refused(
            "the URL of the broker cannot be read: it should be like \
             amqps://user:password@host:5671/%2F",
        )
    })?;
    if uri.scheme == AMQPScheme::AMQPS && !cfg!(feature = "tls") {
        return Err(Error::refused(
            "the URL of the broker begins with amqps://, which needs the feature `tls`",
        ));
    }
    Ok(uri)
}

impl fmt::Debug for Login {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::User(uri) => f
                .debug_struct("User")
                .field("host", &uri.authority.host)
                .field("port", &uri.authority.port)
                .field("vhost", &uri.vhost)
                .field("user", &uri.authority.userinfo.username)
                .finish_non_exhaustive(),
            #[cfg(feature = "namespace")]
            Source::Namespace(claimer) => claimer.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_shows_a_password() {
        let login = Login::url("amqp://me:s3cret@host:5672/%2F").expect("a login");
        let shown = format!("{login:?}");
        assert!(shown.contains("host") && shown.contains("me"), "{shown}");
        assert!(!shown.contains("s3cret"), "{shown}");
        for url in ["amqp://me:s3cret@host:notaport/", "http://me:s3cret@host/"] {
            let error = Login::url(url).expect_err("no URL of a broker");
            let shown = format!("{error:?}");
            assert_eq!(shown, format!("{error} [Refused]"));
            assert!(shown.contains("amqps://user:password"), "{shown}");
            assert!(!shown.contains("s3cret"), "{shown}");
        }
    }

    #[test]
    fn a_user_is_taken_as_it_is() {
        let login = Login::user("amqp://host:5672/%2F", "me", "p@ss:/%").expect("a login");
        let Source::User(uri) = login.0 else {
            panic!("a user");
        };
        assert_eq!(uri.authority.userinfo.password, "p@ss:/%");
        assert_eq!((uri.vhost.as_str(), uri.authority.port), ("/", 5672));
        assert!(Login::user("amqp://host/", "", "p").is_err());
    }

    #[cfg(not(feature = "tls"))]
    #[test]
    fn tls_needs_its_feature() {
        let error = Login::url("amqps://me:p@host/").expect_err("no TLS");
        assert!(error.to_string().contains("feature `tls`"), "{error}");
    }
}
