// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::calls;
use super::endpoints;
use super::types;

/// A service that has one of everything.
///
/// Its \<texts> need \[care], as does <https://toy.example.com/page>.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Boxes | [`list_boxes`](Self::list_boxes), [`put_box`](Self::put_box) |
/// | Other methods | [`find_boxes`](Self::find_boxes), [`set_many`](Self::set_many), [`names`](Self::names) |
/// | Odd | [`self_`](Self::self_) |
/// | Health | [`ping`](Self::ping) |
#[derive(Clone, Debug)]
pub struct Toy<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Toy<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Toy<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Toy<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Boxes
impl<C: ApiClient> Toy<C> {
    /// Lists boxes.
    ///
    /// * Request: `GET /boxes/`, toy API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// for item in toy.list_boxes().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listBoxes")]
    pub fn list_boxes(&self) -> Call<C, types::ListBoxesResponse> {
        Call::json(&self.client, &endpoints::LIST_BOXES, &[])
    }

    /// Puts a box.
    ///
    /// ```text
    /// indented code
    /// ```
    ///
    /// and
    ///
    /// ```text
    /// fenced code
    /// ```
    ///
    /// * Request: `PUT /box/<boxId>/runs/<runId>`, toy API v1
    /// * Scopes: `toy:put:<boxId>` and (`toy:tag:<tag>` for each `tag` of `tags`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy, types::*};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// let payload = PutBoxRequest::new(BoxContent::Toys(Toys::new(1)), Colour::Red);
    /// let answer = toy.put_box("boxId", 0, &payload).send()?;
    /// println!("{}", answer.box_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "putBox")]
    pub fn put_box(
        &self,
        box_id: &str,
        run_id: u64,
        payload: &types::PutBoxRequest,
    ) -> Call<C, types::Box2> {
        Call::json(
            &self.client,
            &endpoints::PUT_BOX,
            &[box_id, &run_id.to_string()],
        )
        .payload(payload)
    }
}

/// # Other methods
impl<C: ApiClient> Toy<C> {
    /// Finds boxes, by `<colour>` and [more](https://toy.example.com).
    ///
    /// * Request: `GET /boxes/by-colour`, toy API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// for item in toy.find_boxes().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "findBoxes")]
    pub fn find_boxes(&self) -> calls::FindBoxes<C> {
        Call::json(&self.client, &endpoints::FIND_BOXES, &[]).into()
    }

    /// Takes a payload with many required members, and answers nothing.
    ///
    /// * Request: `POST /many`, toy API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy, types::*};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// let payload = Many::new(ManyRequired {
    ///     h: "h".into(),
    ///     g: "g".into(),
    ///     f: "f".into(),
    ///     e: "e".into(),
    ///     d: "d".into(),
    ///     c: "c".into(),
    ///     b: "b".into(),
    ///     a: "a".into(),
    /// });
    /// toy.set_many(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "setMany")]
    pub fn set_many(&self, payload: &types::Many) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::SET_MANY, &[]).payload(payload)
    }

    /// Answers a list.
    ///
    /// * Request: `GET /names`, toy API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// let answer = toy.names().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn names(&self) -> Call<C, Vec<String>> {
        Call::json(&self.client, &endpoints::NAMES, &[])
    }
}

/// # Odd
impl<C: ApiClient> Toy<C> {
    /// Has the name of a keyword.
    ///
    /// * Request: `POST /type/<name>`, toy API v1
    /// * Scopes: none
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy, types::*};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// let payload = Tree::new();
    /// let answer = toy.self_("app", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "self")]
    pub fn self_(&self, name: &str, payload: &types::Tree) -> Call<C, types::Tree> {
        Call::json(&self.client, &endpoints::SELF, &[name]).payload(payload)
    }
}

/// # Health
impl<C: ApiClient> Toy<C> {
    /// Answers.
    ///
    /// * Request: `GET /ping`, toy API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_toy::{Toy};
    /// # let toy = Toy::new(&Client::from_env()?);
    /// toy.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }
}
