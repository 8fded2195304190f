//! Content for the object service: the artifact is created with the queue, the object with the service, and both
//! are told when it is there.

use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use taskcluster_core::Credentials;
use taskcluster_object::Object;
use taskcluster_object::types::{
    ChosenUploadMethod, CreateUploadRequest, CreateUploadRequestRequired, FinishUploadRequest,
    FinishUploadRequestRequired, InlineData, InlineDataRequired, ProposedUploadMethods,
    PutUrlProposal, UploadHashes,
};
use taskcluster_queue::types::{
    ObjectArtifactRequest, ObjectArtifactResponse, PostArtifactResponse,
};

use super::Stored;
use super::flow::{Making, surprise};
use super::send::Order;
use crate::colour::Colour;
use crate::content::digest::{Algorithm, Digests};
use crate::content::place::StorageType;
use crate::error::{Error, Result};

/// Up to so many bytes go into the request itself.
const INLINE: u64 = 8 * 1024;

pub(super) async fn put<C: Colour>(making: &mut Making<'_, C>) -> Result<Stored> {
    // The queue is not told the length: servers refuse what they do not know, and those before 96.7 do not know
    // this member.
    let request = ObjectArtifactRequest::new(making.expires, making.put.media_type());
    loop {
        let PostArtifactResponse::Object(upload) = making.create(request.clone()).await? else {
            return Err(surprise());
        };
        let credentials = Credentials::try_from(&upload.credentials);
        let credentials = credentials.map_err(taskcluster_core::Error::from)?;
        let service = Object::new(&making.put.caller.client().with(credentials)?);
        let chosen = propose(making, &service, &upload).await?;
        let Some(digests) = send(making, chosen).await? else {
            continue;
        };
        let hash = |algorithm| digests.digits(algorithm).unwrap_or_default();
        let hashes = UploadHashes::new()
            .sha256(hash(Algorithm::Sha256))
            .sha512(hash(Algorithm::Sha512));
        let required = FinishUploadRequestRequired {
            upload_id: upload.upload_id.clone(),
            project_id: upload.project_id.clone(),
        };
        let payload = FinishUploadRequest::new(required).hashes(hashes);
        let call = service.finish_upload(&upload.name, &payload);
        C::send(call.authorized_scopes([scope(&upload)])).await?;
        making.finish(&upload.upload_id).await?;
        return Ok(making.stored(StorageType::Object));
    }
}

/// The scope that the credentials of an upload have, whatever the caller's own client is limited to.
fn scope(upload: &ObjectArtifactResponse) -> String {
    format!("object:upload:{}:{}", upload.project_id, upload.name)
}

/// Agrees with the service on a way. What is small goes along, and is there then.
async fn propose<C: Colour>(
    making: &Making<'_, C>,
    service: &Object<C>,
    upload: &ObjectArtifactResponse,
) -> Result<ChosenUploadMethod> {
    let length = making.length();
    let media_type = making.put.media_type();
    let announced = i64::try_from(length).unwrap_or(i64::MAX);
    let mut methods =
        ProposedUploadMethods::new().put_url(PutUrlProposal::new(media_type, announced));
    // What is packed needs a header, for which there is no place in a payload.
    if length <= INLINE && !making.put.is_packed {
        methods = methods.data_inline(InlineData::new(InlineDataRequired {
            content_type: media_type.to_owned(),
            object_data: STANDARD.encode(small(making)?),
        }));
    }
    let required = CreateUploadRequestRequired {
        project_id: upload.project_id.clone(),
        upload_id: upload.upload_id.clone(),
        expires: upload.expires,
        proposed_upload_methods: methods,
    };
    let payload = CreateUploadRequest::new(required);
    let call = service.create_upload(&upload.name, &payload);
    let call = call.authorized_scopes([scope(upload)]);
    Ok(C::send(call).await?.upload_method)
}

/// All of the content, where it is small.
fn small<C: Colour>(making: &Making<'_, C>) -> Result<Vec<u8>> {
    let failed = |e| Error::local(making.source.path(), "reading", e);
    let mut bytes = Vec::new();
    let input = making.source.open(false, None).map_err(failed)?;
    // One more than is expected, to see that there is none.
    let most = making.length() + 1;
    input.take(most).read_to_end(&mut bytes).map_err(failed)?;
    making.source.check()?;
    Ok(bytes)
}

/// Sends the content in the way that the service has chosen; its hashes, once it is there.
async fn send<C: Colour>(
    making: &mut Making<'_, C>,
    chosen: ChosenUploadMethod,
) -> Result<Option<Digests>> {
    let mut digests = Digests::both();
    if chosen.data_inline == Some(true) {
        digests.update(&small(making)?);
        return Ok(Some(digests));
    }
    let Some(request) = chosen.put_url else {
        return Err(Error::refused(
            "the object service takes content in none of the ways that are known here",
        ));
    };
    let order = Order {
        url: request.url,
        headers: request.headers.into_iter().collect(),
        part: None,
    };
    let sent = making.send(&order, &mut digests).await?;
    Ok(sent.map(|_| digests))
}
