//! Time limits as the kernel is told them.

use std::io::{self, ErrorKind};
use std::time::{Duration, Instant};

use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration as Limit;
use ureq::{Error, Timeout};

/// Timeouts beyond this are told in whole seconds.
const LONG: Duration = Duration::from_secs(10);

/// What is left of a time limit. The clock is asked only where the kernel has to be asked again,
/// since not all was written or a signal came; time counts from then on.
pub(super) struct Left {
    limit: Option<Duration>,
    timeout: NextTimeout,
    fresh: bool,
    since: Option<Instant>,
}

impl Left {
    pub(super) fn of(timeout: NextTimeout) -> Result<Self, Error> {
        Ok(Self {
            limit: limit(timeout)?,
            timeout,
            fresh: true,
            since: None,
        })
    }

    pub(super) fn next(&mut self) -> Result<Option<Duration>, Error> {
        if std::mem::take(&mut self.fresh) {
            return Ok(self.limit);
        }
        let since = *self.since.get_or_insert_with(Instant::now);
        let left = self
            .limit
            .map(|limit| limit.saturating_sub(since.elapsed()));
        if left == Some(Duration::ZERO) {
            return Err(Error::Timeout(self.timeout.reason));
        }
        Ok(left)
    }
}

/// What the kernel is to be told. ureq asks for what is left of the time for a part of the call, which
/// is never the same twice; a long time goes to the next whole second, and so seldom changes. A
/// deadline is exact.
pub(super) fn limit(timeout: NextTimeout) -> Result<Option<Duration>, Error> {
    match timeout.after {
        Limit::Exact(Duration::ZERO) => Err(Error::Timeout(timeout.reason)),
        Limit::Exact(time) if time > LONG && timeout.reason != Timeout::Global => {
            let part = u64::from(time.subsec_nanos() > 0);
            Ok(Some(Duration::from_secs(
                time.as_secs().saturating_add(part),
            )))
        }
        Limit::Exact(time) => Ok(Some(time)),
        Limit::NotHappening => Ok(None),
    }
}

/// Tells the kernel a timeout that it does not know yet.
pub(super) fn tell(
    known: &mut Option<Duration>,
    limit: Option<Duration>,
    set: impl FnOnce(Option<Duration>) -> io::Result<()>,
) -> io::Result<()> {
    if *known == limit {
        return Ok(());
    }
    match set(limit) {
        Ok(()) => *known = limit,
        // macOS refuses once the other side has closed. Then nothing has to be waited for.
        Err(e) if e.kind() == ErrorKind::InvalidInput => {}
        Err(e) => return Err(e),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::within;
    use super::*;

    #[test]
    fn what_is_left_of_a_long_time_is_told_in_seconds() {
        let left = |time| {
            let timeout = NextTimeout {
                reason: Timeout::RecvResponse,
                ..within(time)
            };
            limit(timeout).expect("time is left")
        };
        let minute = Duration::from_secs(60);
        for micros in [0, 17, 999_999] {
            assert_eq!(left(minute - Duration::from_micros(micros)), Some(minute));
        }
        let short = Duration::from_micros(1234);
        assert_eq!(left(short), Some(short));
        let deadline = NextTimeout {
            reason: Timeout::Global,
            ..within(minute - short)
        };
        assert_eq!(limit(deadline).expect("time is left"), Some(minute - short));
        assert_eq!(limit(NextTimeout::default()).expect("no limit"), None);
    }
}
