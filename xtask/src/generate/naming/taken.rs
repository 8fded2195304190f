//! Names that generated code uses itself, by the namespace in which they stand.

/// What is in scope in generated files, and would be hidden by types of these names: Rust's
/// prelude, what the files import, the parameters of the core's macros.
pub const IN_SCOPE: &[&str] = &[
    "ApiClient",
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Box",
    "C",
    "Call",
    "Client",
    "Clone",
    "Copy",
    "D",
    "Debug",
    "Default",
    "DefaultClient",
    "Deserialize",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "OffsetDateTime",
    "Ok",
    "Option",
    "Ord",
    "Page",
    "PartialEq",
    "PartialOrd",
    "Result",
    "S",
    "Self",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "T",
    "Timestamp",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Unrecognized",
    "Value",
    "Vec",
];

/// What the client of a service has beside the methods of its API.
pub const OF_SERVICE: &[&str] = &["clone", "new"];

/// What a method takes beside the arguments of its route.
pub const OF_METHOD: &[&str] = &["payload"];

/// What a call has beside query options: an option of such a name would hide it.
pub const OF_CALL: &[&str] = &[
    "authorized_scopes",
    "bearer_token",
    "clone",
    "deadline",
    "items",
    "option",
    "pages",
    "payload",
    "raw",
    "refused",
    "request",
    "required_scopes",
    "required_scopes_with",
    "response",
    "retry",
    "send",
    "send_as",
    "signed_url",
    "signed_url_at",
    "timeout",
    "url",
];

/// What a selection of messages has beside the fields of its routing keys.
pub const OF_SELECTION: &[&str] = &["binding", "clone", "default", "new", "parse", "pattern"];

/// What a type has beside the members of its schema.
pub const OF_TYPE: &[&str] = &["extra_members", "new"];

/// What an enum has beside the values or forms of its schema.
pub const OF_ENUM: &[&str] = &["Unrecognized"];

/// What the folder of types has beside schema files.
pub const OF_TYPES: &[&str] = &["mod"];

#[cfg(test)]
mod tests {
    use super::*;

    /// The methods of a call, as the core's source has them, are all known here.
    #[test]
    fn no_verb_of_a_call_is_forgotten() {
        let mut folders = vec![std::path::PathBuf::from("../crates/core/src")];
        let mut verbs = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the core") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let code = std::fs::read_to_string(&path).expect("a file");
                    let file = syn::parse_file(&code).expect("Rust");
                    verbs.extend(file.items.iter().flat_map(verbs_in));
                }
            }
        }
        assert!(
            verbs.iter().any(|verb| verb == "send") && verbs.len() > 15,
            "{verbs:?}"
        );
        // A page's options are options.
        verbs.retain(|verb| !["limit", "continuation_token"].contains(&&**verb));
        for verb in verbs {
            assert!(OF_CALL.contains(&&*verb), "OF_CALL lacks {verb}");
        }
    }

    fn verbs_in(item: &syn::Item) -> Vec<String> {
        let syn::Item::Impl(block) = item else {
            return Vec::new();
        };
        let of_call = matches!(&*block.self_ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|s| s.ident == "Call"));
        let verb = |item: &syn::ImplItem| match item {
            syn::ImplItem::Fn(function)
                if matches!(function.vis, syn::Visibility::Public(_))
                    && function.sig.receiver().is_some() =>
            {
                Some(function.sig.ident.to_string())
            }
            _ => None,
        };
        let inherent = of_call && block.trait_.is_none();
        block
            .items
            .iter()
            .filter(|_| inherent)
            .filter_map(verb)
            .collect()
    }
}
