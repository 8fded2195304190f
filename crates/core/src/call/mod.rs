//! A call: a request, the client that would send it, and how to read the answer.

mod options;
mod page;
mod required;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::answer::error::{CredentialsError, DecodeError, Result};
use crate::answer::response::{Blob, Redirect, Response};
use crate::exchange::keeper::Keeper;
use crate::exchange::retry::RetryPolicy;
use crate::exchange::session::ApiClient;
use crate::exchange::{Exchange, Proof};
use crate::identity::signed::Identity;
use crate::request::endpoint::Endpoint;
use crate::request::{QueryValue, Request};

pub use page::{Items, Page, Pages};

/// How long a signed URL is valid where nothing else is said.
pub const DEFAULT_URL_TTL: Duration = Duration::from_secs(15 * 60);

/// Reads an answer. The error stands alone: the answer is kept beside it.
type Decode<T> = fn(&Response) -> Result<T, Box<dyn StdError + Send + Sync>>;

/// One call of a method of the API. Nothing happens until one of its verbs is used:
///
/// | verb | what it gives |
/// |---|---|
/// | [`send`](Self::send) | the typed answer |
/// | [`send_as`](Self::send_as) | the answer as a type of yours |
/// | [`raw`](Self::raw) | the answer as a JSON value |
/// | [`response`](Self::response) | status, headers and bytes |
/// | [`pages`](Self::pages), [`items`](Self::items) | all pages of a list, fetched as needed |
/// | [`url`](Self::url), [`signed_url`](Self::signed_url) | the URL, with nothing sent |
///
/// A call owns what it needs, its client too, so that it can be stored, returned, and sent from another
/// thread or task. The verbs that send take it; clone it to send it more than once, since each use is a
/// request of its own.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<C, T> {
    pub(crate) client: C,
    request: Request,
    decode: Decode<T>,
    settings: Settings,
}

/// What of the client's ways is different for one call.
#[derive(Clone, Default)]
struct Settings {
    authorized_scopes: Option<Vec<String>>,
    retry: Option<RetryPolicy>,
    deadline: Option<Duration>,
    timeout: Option<Duration>,
    authorization: Option<String>,
}

impl<C, T> Call<C, T> {
    fn new(client: C, request: Request, decode: Decode<T>) -> Self {
        Self {
            client,
            request,
            decode,
            settings: Settings::default(),
        }
    }

    /// Sets the payload.
    pub fn payload<P: Serialize + ?Sized>(mut self, payload: &P) -> Self {
        self.request = self.request.json(payload);
        self
    }

    /// Sets a query option by the API's own name. An option that the method does not take is
    /// refused when the call is sent. An empty value leaves the option out, also one that was set
    /// before, since servers refuse those.
    pub fn option(mut self, key: &'static str, value: impl QueryValue) -> Self {
        let value = value.into_query();
        let is_empty = value.as_deref() == Some("");
        self.request = self.request.option(key.into(), value);
        if is_empty {
            self.request.leave_out(key);
        }
        self
    }

    /// Limits this call to some of the credentials' scopes, in place of the client's own limits.
    /// No scopes at all make it the call of an anonymous caller.
    pub fn authorized_scopes<S: Into<String>>(
        mut self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.settings.authorized_scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Retries this call by a policy of its own.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = Some(policy);
        self
    }

    /// Limits the time for this call as a whole, with all attempts and waits; all else is retried as
    /// the client, or [`retry`](Self::retry), says. See [`RetryPolicy::deadline`].
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.settings.deadline = Some(deadline);
        self
    }

    /// Limits each part of an attempt of this call, in place of the client's
    /// [`timeout`](crate::ClientBuilder::timeout). Zero is refused when the call is sent.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        if timeout.is_zero() {
            return self
                .refused("a time limit of zero leaves no time for the call; give a longer one");
        }
        self.settings.timeout = Some(timeout);
        self
    }

    /// The time limit of its own, if it has one.
    pub(crate) fn time_limit(&self) -> Option<Duration> {
        self.settings.timeout
    }

    /// Sends `Authorization: Bearer <token>` in place of a signature, as `login.oidcCredentials`
    /// wants it.
    pub fn bearer_token(mut self, token: &str) -> Self {
        self.settings.authorization = Some(format!("Bearer {token}"));
        self
    }

    /// Has every verb refuse this call.
    #[doc(hidden)]
    pub fn refused(mut self, problem: &str) -> Self {
        self.request.refuse(problem.to_owned());
        self
    }

    /// The request as plain data.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Reads the answer in another way.
    fn decoding<U>(self, decode: Decode<U>) -> Call<C, U> {
        Call {
            client: self.client,
            request: self.request,
            decode,
            settings: self.settings,
        }
    }

    pub(crate) fn expecting<U: DeserializeOwned>(self) -> Call<C, U> {
        self.decoding(decode_json_or_null)
    }
}

/// Constructors for generated code and for your own methods of services.
impl<C: Clone, T: DeserializeOwned> Call<C, T> {
    /// A call that answers JSON.
    pub fn json(client: &C, endpoint: &'static Endpoint, args: &[&str]) -> Self {
        Self::new(client.clone(), Request::to(endpoint, args), Response::json)
    }

    /// A call of a method that no crate knows, answering JSON; `T` may be
    /// [`serde_json::Value`].
    pub fn of_request(client: &C, request: Request) -> Self {
        Self::new(client.clone(), request, decode_json_or_null)
    }
}

impl<C: Clone> Call<C, serde_json::Value> {
    /// A call that answers JSON of which no schema is known, or nothing, which is `null`.
    pub fn untyped(client: &C, endpoint: &'static Endpoint, args: &[&str]) -> Self {
        Self::new(
            client.clone(),
            Request::to(endpoint, args),
            decode_json_or_null,
        )
    }
}

impl<C: Clone> Call<C, ()> {
    /// A call that answers nothing.
    pub fn empty(client: &C, endpoint: &'static Endpoint, args: &[&str]) -> Self {
        Self::new(client.clone(), Request::to(endpoint, args), |response| {
            response
                .stranger()
                .map_or(Ok(()), |stranger| Err(stranger.into()))
        })
    }
}

impl<C: Clone> Call<C, Redirect> {
    /// A call that answers by redirect.
    pub fn redirect(client: &C, endpoint: &'static Endpoint, args: &[&str]) -> Self {
        Self::new(client.clone(), Request::to(endpoint, args), Redirect::read)
    }
}

impl<C: Clone> Call<C, Blob> {
    /// A call that answers bytes.
    pub fn blob(client: &C, endpoint: &'static Endpoint, args: &[&str]) -> Self {
        Self::new(client.clone(), Request::to(endpoint, args), Blob::read)
    }
}

/// An answer without a body counts as `null`.
fn decode_json_or_null<T: DeserializeOwned>(
    response: &Response,
) -> Result<T, Box<dyn StdError + Send + Sync>> {
    if response.body().is_empty() {
        Ok(serde_json::from_str("null")?)
    } else {
        response.json()
    }
}

impl<C: ApiClient, T> Call<C, T> {
    /// Begins the life of this call: what a driver works through.
    pub(crate) fn exchange(&self) -> Result<Exchange<'_>> {
        let session = self.client.session();
        let proof = match (&self.settings.authorization, Proof::of(session)) {
            (Some(value), _) => Proof::Given(value),
            (None, Proof::Hawk(identity)) => Proof::Hawk(self.limited(identity)?),
            (None, Proof::None) if self.settings.authorized_scopes.is_some() => {
                return Err(CredentialsError::new(
                    "authorized scopes limit credentials, and this client has none",
                )
                .into());
            }
            (None, proof) => proof,
        };
        let retry = self.settings.retry.as_ref();
        let retry = retry.unwrap_or(session.retry_policy());
        let retry = match self.settings.deadline {
            Some(deadline) => Cow::Owned(retry.clone().deadline(deadline)),
            None => Cow::Borrowed(retry),
        };
        let exchange = Exchange::with(&self.request, session, proof, retry)?;
        Ok(match self.keeper() {
            Some(_) => exchange.renewing(),
            None => exchange,
        })
    }

    /// Who keeps the credentials that sign this call, where they come from a provider.
    pub(crate) fn keeper(&self) -> Option<&Keeper> {
        let is_signed = self.settings.authorization.is_none();
        self.client.session().keeper().filter(|_| is_signed)
    }

    /// The same caller, limited as this call is.
    pub(crate) fn limited(&self, identity: Arc<Identity>) -> Result<Arc<Identity>> {
        Ok(match &self.settings.authorized_scopes {
            Some(scopes) => Arc::new(identity.limited(scopes)?),
            None => identity,
        })
    }

    pub(crate) fn decode(&self, response: Response, attempts: u32) -> Result<T> {
        (self.decode)(&response).map_err(|source| {
            let asked = self
                .request
                .asked(self.client.session().root_url(), attempts, true);
            DecodeError::new(asked, response, source).into()
        })
    }

    /// The URL of this call, unsigned. Nothing is sent.
    ///
    /// # Errors
    /// An argument or option does not fit.
    pub fn url(&self) -> Result<String> {
        Ok(self.request.url(self.client.session().root_url())?)
    }

    /// A URL that lets anybody make this call until `ttl` from now, in whole seconds.
    /// [`DEFAULT_URL_TTL`], 15 minutes, is usual. Nothing is sent.
    ///
    /// # Errors
    /// The method is not a GET, the client has no credentials, an argument or option does not
    /// fit, `ttl` is under a second, or the URL gets longer than the server reads (as it does
    /// with temporary credentials of very many scopes). A provider of credentials has none to give, or is an
    /// asynchronous one that was not asked yet: see [`AsyncClient::credentials`](crate::AsyncClient::credentials).
    pub fn signed_url(&self, ttl: impl Into<Option<Duration>>) -> Result<String> {
        let ttl = ttl.into().unwrap_or(DEFAULT_URL_TTL);
        self.signed_url_at(std::time::SystemTime::now(), ttl)
    }

    /// The URL that [`signed_url`](Self::signed_url) would give at a certain time.
    ///
    /// # Errors
    /// See [`signed_url`](Self::signed_url).
    pub fn signed_url_at(&self, now: std::time::SystemTime, ttl: Duration) -> Result<String> {
        if self.settings.authorization.is_some() {
            return Err(CredentialsError::new("a bearer token cannot sign a URL").into());
        }
        let ready = self.client.renew(now);
        ready.map_err(|e| e.of_call(&self.request.label()))?;
        self.exchange()?.signed_url(now, ttl)
    }
}

impl<C: Clone, T> Clone for Call<C, T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            request: self.request.clone(),
            decode: self.decode,
            settings: self.settings.clone(),
        }
    }
}

impl<C, T> fmt::Debug for Call<C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call").field(&self.request.label()).finish()
    }
}
