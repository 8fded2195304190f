//! Answers that carry credentials become `Credentials`.

use super::types::Uses;
use crate::generate::model::{Field, Struct, Type};

/// The conversion, where the members are those of credentials.
pub fn conversion(item: &Struct, uses: &mut Uses) -> Option<String> {
    let text = |name: &str| {
        let is_text = |field: &&Field| field.name == name && field.ty == Type::Text;
        item.fields.iter().find(is_text)
    };
    let (id, token) = (text("clientId")?, text("accessToken")?);
    if item.input || !id.required || !token.required {
        return None;
    }
    uses.paths
        .insert("taskcluster_core::{Credentials, CredentialsError}");
    let plain = format!("Self::new(&from.{}, &from.{})", id.rust, token.rust);
    let certified = |text: &str| format!("{plain}.with_certificate(Certificate::parse({text})?)");
    let value = match text("certificate") {
        None => format!("Ok({plain})"),
        Some(field) => {
            uses.paths.insert("taskcluster_core::Certificate");
            let rust = &field.rust;
            if field.required {
                format!("Ok({})", certified(&format!("&from.{rust}")))
            } else {
                format!(
                    "Ok(match &from.{rust} {{ Some(text) => {}, None => {plain} }})",
                    certified("text")
                )
            }
        }
    };
    let errors = if text("certificate").is_some() {
        "\n    ///\n    /// # Errors\n    /// The certificate cannot be read."
    } else {
        ""
    };
    let name = &item.name;
    Some(format!(
        "\nimpl TryFrom<&{name}> for Credentials {{\n    type Error = CredentialsError;\n\n    \
         /// The credentials in it, for\n    \
         /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).{errors}\n    \
         fn try_from(from: &{name}) -> Result<Self, CredentialsError> {{\n        {value}\n    }}\n}}\n"
    ))
}
