//! Where content is: what a deployment has in the storage of a cloud, such as S3.
//!
//! It is served beside the API. An upload needs the token in the URL that a service gave for it. To
//! read what is public needs the name of the object alone; anything else a URL that is signed, for
//! a time. Content that is large is in files, where the deployment keeps its state in one.

mod content;
mod files;
mod object;
mod requests;

use std::io::{self, Read as _};
use std::path::PathBuf;

use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};
use taskcluster_core::slugid;
use time::OffsetDateTime;

use crate::clock;
use crate::services::book::{Book, Saved};
pub(crate) use content::{Content, Draft, Reader};
pub(crate) use files::Folder;
pub(crate) use object::{Announced, Upload};
pub(crate) use requests::{admit, find, refuse, store};

use object::Object;

/// The path under which objects are.
pub(crate) const PREFIX: &str = "/fake-storage/";

/// The name of the object that a path is for, if it is for one.
pub(crate) fn object_name(path: &str) -> Option<&str> {
    path.strip_prefix(PREFIX)
}

/// All objects by name.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Storage {
    #[serde(skip)]
    objects: Book<Object>,
    /// Where large content goes, if not in memory.
    #[serde(skip)]
    folder: Option<Folder>,
    /// No object expires before.
    #[serde(skip, default = "clock::first")]
    next_expiry: OffsetDateTime,
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            objects: Book::default(),
            folder: None,
            next_expiry: clock::LAST,
        }
    }
}

impl Storage {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.objects
    }

    /// Makes room for an upload; returns the name of the object.
    fn reserve(&mut self, upload: Upload) -> String {
        let name = slugid::v4();
        self.next_expiry = self.next_expiry.min(upload.expires);
        self.objects.insert(name.clone(), Object::new(upload));
        name
    }

    /// Makes room for an upload in the place of an earlier one, if there was one: what is uploaded
    /// by either URL is then the content. Returns the name of the object.
    pub(crate) fn renew(&mut self, name: Option<&str>, upload: Upload) -> String {
        let there = name.and_then(|name| Some((name, self.objects.get_mut(name)?)));
        let Some((name, object)) = there else {
            return self.reserve(upload);
        };
        object.renew(upload);
        name.to_owned()
    }

    /// Stores what came by another way than an upload.
    ///
    /// # Errors
    /// There is a folder for large content that cannot be written to.
    pub(crate) fn put(&mut self, name: &str, bytes: &[u8], now: OffsetDateTime) -> io::Result<()> {
        let mut draft = Draft::new(self.folder.clone());
        draft.write(bytes)?;
        let content = draft.finish()?;
        if let Some(object) = self.objects.get_mut(name) {
            object.content = Some(content);
            object.modified = Some(now);
        }
        Ok(())
    }

    /// Forgets the objects that have expired.
    pub(crate) fn forget_expired(&mut self, now: OffsetDateTime) {
        if now < self.next_expiry {
            return;
        }
        let late = self.objects.iter().filter(|(_, it)| it.expires <= now);
        let late: Vec<String> = late.map(|(name, _)| name.clone()).collect();
        for name in late {
            self.objects.remove(&name);
        }
        let expiries = self.objects.values().map(|object| object.expires);
        self.next_expiry = expiries.min().unwrap_or(clock::LAST);
    }

    /// All bytes of an object, decoded where it is stored compressed by gzip; nothing where it is in another
    /// encoding.
    pub(crate) fn decoded(&self, name: &str) -> Option<Vec<u8>> {
        let object = self.objects.get(name)?;
        let bytes = Self::bytes(object)?;
        match object.content_encoding.as_deref() {
            None => Some(bytes),
            Some("gzip") => {
                let mut decoded = Vec::new();
                let read = MultiGzDecoder::new(&bytes[..]).read_to_end(&mut decoded);
                read.ok().map(|_| decoded)
            }
            Some(_) => None,
        }
    }

    fn bytes(object: &Object) -> Option<Vec<u8>> {
        let content = object.content.clone()?;
        let size = content.size();
        let (mut reader, mut bytes) = (content.reader(0..size), Vec::new());
        while reader.left() > 0 {
            let more = reader.read().ok().filter(|more| !more.is_empty())?;
            bytes.extend_from_slice(&more);
        }
        Some(bytes)
    }

    /// The path by which an object is uploaded, or a part of it.
    pub(crate) fn upload_path(&self, name: &str, part: Option<usize>) -> String {
        let token = self.objects.get(name).map_or("", |object| &object.token);
        let part = part.map_or(String::new(), |part| format!("&partNumber={part}"));
        format!("{PREFIX}{name}?token={token}{part}")
    }

    /// The path by which an object is read: at any time where it is public, otherwise until this
    /// time by the deployment's clock.
    pub(crate) fn download_path(&self, name: &str, until: OffsetDateTime) -> String {
        match self.objects.get(name) {
            Some(object) if !object.is_public => {
                let expires = clock::millis(until);
                let signature = object.signature(expires);
                format!("{PREFIX}{name}?expires={expires}&signature={signature}")
            }
            _ => format!("{PREFIX}{name}"),
        }
    }

    /// Makes the object of the parts that were uploaded, or says what is missing.
    pub(crate) fn complete(&mut self, name: &str, etags: &[String]) -> Result<(), String> {
        let object = self.objects.get_mut(name).ok_or("the object is gone")?;
        object.complete(etags)
    }

    /// Keeps large content in this folder from now on. What earlier deployments have left there that
    /// no object names is deleted.
    pub(crate) fn keep_in(&mut self, folder: Folder) -> std::io::Result<()> {
        let mut named = std::collections::HashSet::new();
        self.objects.retain(|_, object| {
            let contents = object.contents();
            contents.for_each(|content| content.settle(&folder, &mut named));
            true
        });
        folder.sweep(&named)?;
        self.folder = Some(folder);
        Ok(())
    }

    /// The files that nothing names any more: see [`Folder::take_dropped`].
    pub(crate) fn take_dropped(&self) -> Vec<PathBuf> {
        self.folder
            .as_ref()
            .map_or_else(Vec::new, Folder::take_dropped)
    }
}
