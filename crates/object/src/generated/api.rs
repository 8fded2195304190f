// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Keeps files, called objects, for as long as their creators ask, and lets others download them.
///
/// The content of a large object does not pass through this service. Uploading and downloading are
/// negotiated: the caller says which methods it knows, the service picks one of them that its
/// storage offers, and the content then goes straight to or from that storage.
///
/// **Uploading** takes three steps: `createUpload`, the transfer of the content in the way which
/// its answer says, and `finishUpload`. Only then can the object be downloaded.
///
/// **Downloading** takes `startDownload`, which answers with a URL, or `download`, which redirects
/// to one.
///
/// An object has a name, a project, an expiry date and hashes of its content. It cannot be changed
/// once it is finished; the service deletes it some time after it has expired. Names look like
/// paths and consist of printable ASCII characters.
///
/// The queue keeps artifacts of the storage type `object` here. It says how to reach them, so
/// programs that work with artifacts get names and credentials from the queue.
///
/// Today's servers only.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Upload | [`create_upload`](Self::create_upload), [`finish_upload`](Self::finish_upload) |
/// | Download | [`start_download`](Self::start_download), [`object`](Self::object), [`download`](Self::download) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Object<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Object<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Object<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Object<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Upload
impl<C: ApiClient> Object<C> {
    /// Creates an object and agrees with the service on how to upload its content.
    ///
    /// Choose a fresh slugid as `uploadId`, and propose all upload methods that you can use. The
    /// answer has the one which the service picked, with what is needed for it: nothing more is to
    /// be done for `dataInline`, where the content was in the proposal; for `putUrl` send the
    /// content to the URL from the answer. When the content is up, call `finishUpload`. An answer
    /// whose `uploadMethod` is empty means that none of the proposed methods will do: call again
    /// with others.
    ///
    /// **Repeating.** Calls with the same `uploadId`, `projectId` and `expires` may be repeated
    /// until the upload is finished, to propose other methods or to get a fresh URL. For anybody
    /// who does not know the `uploadId` the name is taken from the first call on, so keep it
    /// secret.
    ///
    /// `expires` may not be changed afterwards. What is taken is taken on trust: an `expires` in
    /// the past makes an object that nobody finds, and `objectData` that is no base64 makes one
    /// with other content. The caller needs a scope for the name in this project.
    ///
    /// Fails with 409 if an object of this name exists under another `uploadId`, project or expiry
    /// date, and with 400 if the name has other than printable ASCII characters or the deployment
    /// has no storage for an object of this name.
    ///
    /// Today's servers only.
    ///
    /// * Request: `PUT /upload/<name>`, object API v1
    /// * Scopes: `object:upload:<projectId>:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_object::{Object, types::*};
    /// # let object = Object::new(&Client::from_env()?);
    /// let payload = CreateUploadRequest::new(CreateUploadRequestRequired {
    ///     project_id: "app".into(),
    ///     upload_id: "Fj_A0YlXTXKQbRvr2eGqTQ".into(),
    ///     expires: from_now("1 day")?,
    ///     proposed_upload_methods: ProposedUploadMethods::new(),
    /// });
    /// let answer = object.create_upload("builds/app.zip", &payload).send()?;
    /// println!("{}", answer.project_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createUpload")]
    pub fn create_upload(
        &self,
        name: &str,
        payload: &types::CreateUploadRequest,
    ) -> Call<C, types::CreateUploadResponse> {
        Call::json(&self.client, &endpoints::CREATE_UPLOAD, &[name]).payload(payload)
    }

    /// Completes an object, after its content was uploaded.
    ///
    /// From now on it can be downloaded and cannot be changed. Give the hashes of the content here
    /// if they were not known at `createUpload`; they are added to those given there. The service
    /// does not compute hashes itself but passes on what the uploader said, so that those who
    /// download can check what they got.
    ///
    /// Repeating the call is harmless as long as it says the same, and may add hashes of other
    /// kinds. An upload that is not finished can be neither downloaded nor looked up.
    ///
    /// Fails with 404 if there is no such object, and with 409 if it has another `uploadId`, or if
    /// it has another value for one of the hashes.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /finish-upload/<name>`, object API v1
    /// * Scopes: `object:upload:<projectId>:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object, types::*};
    /// # let object = Object::new(&Client::from_env()?);
    /// let payload = FinishUploadRequest::new(FinishUploadRequestRequired {
    ///     upload_id: "Fj_A0YlXTXKQbRvr2eGqTQ".into(),
    ///     project_id: "app".into(),
    /// });
    /// object.finish_upload("builds/app.zip", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "finishUpload")]
    pub fn finish_upload(&self, name: &str, payload: &types::FinishUploadRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::FINISH_UPLOAD, &[name]).payload(payload)
    }
}

/// # Download
impl<C: ApiClient> Object<C> {
    /// Tells how to download an object.
    ///
    /// Name in the request the download methods that you can use. The service answers with the best
    /// of them that it can offer for this object: `getUrl`, with a URL for a short time and the
    /// hashes to check the content against, before `simple`, with just a URL.
    ///
    /// The URL of `getUrl` expires soon, a minute or so after the call. If it has run out before
    /// the download begins, repeat the call, which may be done as often as needed. URLs may be
    /// signed, so treat them as secrets, and send no `Authorization` header to them.
    ///
    /// Fails with 404 if there is no such object, if it has expired or if its upload is not
    /// finished. Fails with 406 if none of the methods is possible; the message then says which
    /// are.
    ///
    /// Today's servers only.
    ///
    /// * Request: `PUT /start-download/<name>`, object API v1
    /// * Scopes: `object:download:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object, types::*};
    /// # let object = Object::new(&Client::from_env()?);
    /// let payload = DownloadObjectRequest::new(AcceptedDownloadMethods::new());
    /// let answer = object.start_download("builds/app.zip", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "startDownload")]
    pub fn start_download(
        &self,
        name: &str,
        payload: &types::DownloadObjectRequest,
    ) -> Call<C, types::DownloadObjectResponse> {
        Call::json(&self.client, &endpoints::START_DOWNLOAD, &[name]).payload(payload)
    }

    /// Returns what is stored about an object, without its content.
    ///
    /// These are its project, its expiry date and the hashes that the uploader gave.
    ///
    /// Fails with 404 if there is no such object or if it is not finished.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /metadata/<name>`, object API v1
    /// * Scopes: `object:download:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// let answer = object.object("builds/app.zip").send()?;
    /// println!("{}", answer.project_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn object(&self, name: &str) -> Call<C, types::GetObjectResponse> {
        Call::json(&self.client, &endpoints::OBJECT, &[name])
    }

    /// Redirects to the content of an object.
    ///
    /// This is the method `simple` of `startDownload` as a plain GET, for browsers and other
    /// programs that follow redirects. The answer is a 303 whose `Location` header has the URL.
    /// Follow it without an `Authorization` header. There are no hashes to check the content
    /// against; programs that care should use `startDownload` with `getUrl`.
    ///
    /// A client that cannot sign requests may be given a signed URL for this call.
    ///
    /// Fails with 404 if there is no such object, if it has expired, or if its upload is not
    /// finished.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /download/<name>`, object API v1
    /// * Scopes: `object:download:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// let url = object.download("builds/app.zip").send()?.location;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn download(&self, name: &str) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(&self.client, &endpoints::DOWNLOAD, &[name])
    }
}

/// # Health
impl<C: ApiClient> Object<C> {
    /// Answers as soon as the object service can be reached.
    ///
    /// Use it to find out whether the service is up. It does not look at credentials, so success
    /// says nothing about them.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /ping`, object API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// object.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers as soon as a process of the object service can take requests.
    ///
    /// It is there for load balancers and checks nothing else, neither credentials nor what the
    /// service depends on. Servers of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, object API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// let answer = object.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the object service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, object API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// let answer = object.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers if the object service is in a condition to work.
    ///
    /// It is there for the monitoring of a deployment and needs no credentials. To find out only
    /// whether the service can be reached, use `ping`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, object API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_object::{Object};
    /// # let object = Object::new(&Client::from_env()?);
    /// let answer = object.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
