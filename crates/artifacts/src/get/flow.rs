//! Content as it comes, whatever storage it is in: a [`Course`], carried out.

use std::time::Instant;

use taskcluster_core::{Response, TransportFailure};

use super::{Get, locate};
use crate::colour::{Colour, beginning, moment};
use crate::content::course::{Course, Opened, Part, Step, Terms};
use crate::content::floor::Floor;
use crate::content::place::Place;
use crate::error::{Error, Result};

/// What comes next.
pub(crate) enum Event<P> {
    /// Content begins. What came before, if anything did, is to be forgotten.
    Begin,
    /// These bytes, as they are stored, of which this part counts.
    Bytes(P, std::ops::Range<usize>),
    /// All has come.
    End,
}

/// One transfer under way.
pub(crate) struct Flow<C: Colour> {
    get: Get<C>,
    client: C,
    pub(crate) course: Course,
    body: Option<C::Body>,
    spare: Option<C::Piece>,
    start: Instant,
    has_begun: bool,
}

impl<C: Colour> Flow<C> {
    /// A transfer to somebody who can forget what came, or cannot.
    pub(crate) fn new(get: &Get<C>, rewinds: bool) -> Self {
        Self::of(get, rewinds, None)
    }

    fn of(get: &Get<C>, rewinds: bool, part: Option<Part>) -> Self {
        let client = get.caller.client();
        let terms = Terms {
            policy: client.session().retry_policy().clone(),
            floor: get
                .floor
                .map_or_else(Floor::default, |(bytes, time)| Floor::new(bytes, time)),
            rewinds,
            as_stored: get.as_stored,
            expected: get.expected.clone(),
            part,
        };
        Self {
            get: get.clone(),
            client,
            course: Course::new(terms),
            body: None,
            spare: None,
            start: Instant::now(),
            has_begun: false,
        }
    }

    /// A transfer of a part of content whose place is known.
    pub(crate) fn part(get: &Get<C>, place: Place, part: Part) -> Self {
        let mut flow = Self::of(get, true, Some(part));
        flow.course.located(place);
        flow
    }

    /// Lets go of the answer that has begun: if content is wanted once more, it comes from its beginning.
    pub(crate) fn begin_again(&mut self) {
        self.body = None;
        self.course.reopen();
    }

    /// Takes back room that is not needed any more.
    pub(crate) fn reuse(&mut self, piece: C::Piece) {
        self.spare = Some(piece);
    }

    /// The next event. After an error there is none.
    pub(crate) async fn next(&mut self) -> Result<Event<C::Piece>> {
        loop {
            match self.course.step() {
                Step::Ask => {
                    let place = locate::locate(&self.get, &self.client).await?;
                    self.course.located(place);
                }
                Step::Open => {
                    if self.open().await? {
                        return Ok(Event::Begin);
                    }
                }
                Step::Read => {
                    if let Some((piece, part)) = self.read().await? {
                        self.tell();
                        return Ok(Event::Bytes(piece, part));
                    }
                }
                Step::Pause(wait) => {
                    self.body = None;
                    self.client.pause(wait).await;
                    self.course.waited();
                }
                Step::Done => {
                    self.body = None;
                    return Ok(Event::End);
                }
            }
        }
    }

    fn tell(&self) {
        if let Some(listener) = &self.get.listener {
            listener(self.course.progress());
        }
    }

    /// Sends the next request; whether content begins with its answer.
    async fn open(&mut self) -> Result<bool> {
        let time_left = self.course.time_left(self.start.elapsed())?;
        let request = self.course.request()?;
        let answer = self.client.open(&request, time_left).await;
        let (head, body) = match answer {
            Ok(answer) => answer,
            Err(failure) => {
                self.broke(&failure)?;
                return Ok(false);
            }
        };
        self.judge(head, body).await
    }

    async fn judge(&mut self, head: Response, body: C::Body) -> Result<bool> {
        let opened = self.course.opened(&head, moment(self.start))?;
        match opened {
            Opened::Drop => return Ok(false),
            Opened::Refusal => {
                let words = beginning::<C>(body).await;
                return Err(self.course.refused(&head, &words));
            }
            Opened::Content | Opened::Afresh => self.body = Some(body),
        }
        self.tell();
        let begins = !self.has_begun || opened == Opened::Afresh;
        self.has_begun = true;
        Ok(begins)
    }

    async fn read(&mut self) -> Result<Option<(C::Piece, std::ops::Range<usize>)>> {
        let Some(body) = &mut self.body else {
            return Err(Error::refused("a transfer that failed was read further"));
        };
        let asked = Instant::now();
        let read = C::read(body, self.spare.take()).await;
        let waited = asked.elapsed();
        match read {
            Ok(Some(piece)) => {
                let moment = moment(self.start);
                let part = self.course.piece(piece.as_ref(), waited, moment)?;
                Ok((!part.is_empty()).then_some((piece, part)))
            }
            Ok(None) => {
                self.course.ended(moment(self.start))?;
                Ok(None)
            }
            Err(failure) => {
                self.broke(&failure)?;
                Ok(None)
            }
        }
    }

    fn broke(&mut self, failure: &TransportFailure) -> Result<()> {
        self.course.broke(failure, moment(self.start))
    }
}
