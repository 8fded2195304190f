//! What follows from a failure.

use lapin::ErrorKind;

/// What to do after the broker has refused something, or is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// There is no such exchange: go on without it.
    WithoutIt,
    /// Connect once more.
    Again,
    /// The same would be refused for ever.
    GiveUp,
}

/// AMQP's codes.
const ACCESS_REFUSED: u16 = 403;
const NOT_FOUND: u16 = 404;
const PRECONDITION_FAILED: u16 = 406;

/// What follows from AMQP's code, or from none, where the connection broke.
///
/// This is of a listener that has listened before; the first connection either works or is an error. A
/// queue that is there with other settings, and an access that was taken away, stay so. A virtual host that
/// is not there may come while its broker starts.
pub(crate) fn next(code: Option<u16>) -> Next {
    match code {
        Some(NOT_FOUND) => Next::WithoutIt,
        Some(ACCESS_REFUSED | PRECONDITION_FAILED) => Next::GiveUp,
        _ => Next::Again,
    }
}

/// AMQP's code of a failure.
pub(crate) fn code(error: &lapin::Error) -> Option<u16> {
    match error.kind() {
        ErrorKind::ProtocolError(error) => Some(error.get_id()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;

    use lapin::protocol::{AMQPError, AMQPErrorKind, AMQPHardError, AMQPSoftError};

    use super::*;

    fn judged(kind: impl Into<AMQPErrorKind>) -> Next {
        let error = AMQPError::new(kind.into(), "".into());
        let error = lapin::Error::from(ErrorKind::ProtocolError(error));
        next(code(&error))
    }

    #[test]
    fn an_absent_exchange_is_passed_over() {
        assert_eq!(judged(AMQPSoftError::NOTFOUND), Next::WithoutIt);
    }

    #[test]
    fn what_breaks_is_mended() {
        let reset = Arc::new(io::Error::from(io::ErrorKind::ConnectionReset));
        let error = lapin::Error::from(ErrorKind::IOError(reset));
        assert_eq!(next(code(&error)), Next::Again);
        assert_eq!(judged(AMQPHardError::CONNECTIONFORCED), Next::Again);
        // A virtual host that its broker has not opened yet.
        assert_eq!(judged(AMQPHardError::NOTALLOWED), Next::Again);
        // A queue that another connection holds, which the broker has not buried yet.
        assert_eq!(judged(AMQPSoftError::RESOURCELOCKED), Next::Again);
    }

    #[test]
    fn what_is_refused_for_ever_is_an_end() {
        assert_eq!(judged(AMQPSoftError::ACCESSREFUSED), Next::GiveUp);
        assert_eq!(judged(AMQPSoftError::PRECONDITIONFAILED), Next::GiveUp);
    }
}
