//! From the model to source text. Layout is decided here, and nothing else is.

mod api;
mod calls;
mod categories;
mod choices;
mod constructors;
mod credentials;
mod endpoints;
mod events;
mod examples;
mod expression;
mod limits;
mod scopes;
mod sent_back;
mod text;
mod types;

use std::collections::BTreeMap;

use super::model::{Item, Service};
use super::naming::camel;
use super::output::MARK;

pub use text::code;

/// The generated files of a service, by their path under `src/generated/`, not yet formatted. The
/// package is named in examples.
pub fn service(service: &Service, package: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut modules = Vec::new();
    let mut exports = Vec::new();
    if !service.methods.is_empty() {
        files.insert("api.rs".to_owned(), api::emit(service, package));
        files.insert("endpoints.rs".to_owned(), endpoints::emit(service));
        modules.extend(["mod api;", "mod endpoints;"].map(str::to_owned));
        exports.push(format!("pub use api::{};", camel(&service.name)));
        exports.push("pub use endpoints::ENDPOINTS;".to_owned());
        if let Some((names, calls)) = calls::emit(service) {
            files.insert("calls.rs".to_owned(), calls);
            modules.push("mod calls;".to_owned());
            exports.push(format!("pub use calls::{{{}}};", names.join(", ")));
        }
    }
    if let Some(exchanges) = &service.events {
        events::emit(service, exchanges, &mut files);
        modules.extend(["mod events;", "pub mod selections;", "mod topics;"].map(str::to_owned));
        exports.push(format!("pub use events::{};", events::type_of(service)));
        exports.push("pub use topics::TOPICS;".to_owned());
    }
    if !service.modules.is_empty() {
        modules.push("pub mod types;".to_owned());
        types::emit(service, &mut files);
    }
    let head = header(service, "The service as its references describe it.");
    modules.sort_by_key(|line| line.trim_start_matches("pub ").to_owned());
    let root = format!("{head}\n{}\n\n{}\n", modules.join("\n"), exports.join("\n"));
    files.insert("mod.rs".to_owned(), root);
    files
}

/// The first lines of a generated file.
fn header(service: &Service, room: &str) -> String {
    format!(
        "// {MARK} from the references of the service `{}`. Do not edit.\n\n//! {room}\n",
        service.name
    )
}

/// How types of a service are told apart where it matters for layout.
pub(super) struct Kinds<'m>(BTreeMap<&'m str, (&'m str, &'m Item)>);

impl<'m> Kinds<'m> {
    fn of(service: &'m Service) -> Self {
        let mut kinds = BTreeMap::new();
        for module in &service.modules {
            for item in &module.items {
                kinds.insert(item.name(), (module.rust.as_str(), item));
            }
        }
        Self(kinds)
    }

    /// Whether a value of the type can be made from its forms by `into`.
    fn is_choice(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some((_, Item::Union(_))))
    }

    /// A type by its name.
    fn item(&self, name: &str) -> Option<&'m Item> {
        self.0.get(name).map(|(_, item)| *item)
    }

    /// The module in which a type is.
    fn module(&self, name: &str) -> &'m str {
        self.0.get(name).map_or("", |(module, _)| module)
    }
}
