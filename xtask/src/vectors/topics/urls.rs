//! Where things are under a root URL.

use taskcluster_core::urls;

use super::Op;
use crate::vectors::case::{Case, texts};
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op::plain("urls", answer)];

/// Arguments beyond those that a function takes are ignored, as other clients do.
fn answer(case: &Case) -> Answer {
    let function = case.input.text("function")?;
    let args = texts(case.input.value("args")?)?;
    let arg = |at: usize| {
        let missing = || Stop::Inexpressible(format!("{function} of {} arguments", args.len()));
        args.get(at).map(String::as_str).ok_or_else(missing)
    };
    let root = || arg(0);
    let url = match function {
        "api" => urls::api(root()?, arg(1)?, arg(2)?, arg(3)?),
        "apiReference" => urls::api_reference(root()?, arg(1)?, arg(2)?),
        "exchangeReference" => urls::exchange_reference(root()?, arg(1)?, arg(2)?),
        "schema" => urls::schema(root()?, arg(1)?, arg(2)?),
        "docs" => urls::docs(root()?, arg(1)?),
        "ui" => urls::ui(root()?, arg(1)?),
        "apiManifest" | "servicesManifest" => urls::api_manifest(root()?),
        "apiReferenceSchema" => urls::api_reference_schema(root()?, arg(1)?),
        "exchangesReferenceSchema" => urls::exchanges_reference_schema(root()?, arg(1)?),
        "apiManifestSchema" => urls::api_manifest_schema(root()?, arg(1)?),
        "metadataMetaschema" => urls::metadata_metaschema(root()?),
        "normalizeRootUrl" => urls::normalize_root_url(root()?).to_owned(),
        "testRootUrl" => urls::TEST_ROOT_URL.to_owned(),
        _ => {
            return Err(Stop::NotUnderstood(format!(
                "there is no function {function:?}"
            )));
        }
    };
    Ok(url.into())
}
