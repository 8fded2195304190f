//! Whether the queue would take the definitions of a graph, as far as schemas say it.

use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Map, Value};
use taskcluster_core::Era;

use super::Graph;
use super::nodes::Nodes;
use super::plan::Sent;
use crate::error::{Error, Result};
use crate::schema;

/// What definitions are sent as.
const REQUEST: &str = "/schemas/queue/v1/create-task-request.json#";
/// Before identifiers, which have to be absolute for the validator.
const BASE: &str = "taskcluster://schemas";

/// The schemas of an era, and the validator once it was needed.
struct Schemas {
    text: &'static str,
    validator: OnceLock<Result<Validator, String>>,
}

static CLASSIC: Schemas = Schemas {
    text: include_str!("../generated/classic.json"),
    validator: OnceLock::new(),
};
static TODAY: Schemas = Schemas {
    text: include_str!("../generated/today.json"),
    validator: OnceLock::new(),
};

impl Schemas {
    fn validator(&self) -> Result<&Validator> {
        let validator = self.validator.get_or_init(|| {
            let schemas: Map<String, Value> =
                serde_json::from_str(self.text).map_err(|e| e.to_string())?;
            let schemas = schemas.into_iter().filter(|(_, schema)| schema.is_object());
            let schemas: Vec<_> = schemas.map(|(id, schema)| absolute(&id, schema)).collect();
            schema::among(&uri(REQUEST), &schemas)
        });
        validator.as_ref().map_err(|e| Error::refused(e.clone()))
    }
}

fn uri(id: &str) -> String {
    format!("{BASE}{}", id.trim_end_matches('#'))
}

fn absolute(id: &str, mut schema: Value) -> (String, Value) {
    let uri = uri(id);
    schema["$id"] = uri.clone().into();
    // The draft is known.
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
    }
    (uri, schema)
}

impl Graph {
    /// The dry run: whether the queue of an era would take each definition as far as the API's schema says
    /// it, after [`check`](Self::check). With [`Era::Both`] that of either era has to. Nothing is sent.
    ///
    /// ```
    /// # fn example(graph: taskcluster_tools::Graph) -> taskcluster_tools::Result<()> {
    /// use taskcluster_core::Era;
    ///
    /// graph.validate(Era::Today)?;
    /// print!("{}", graph.to_text());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of `check`; or [`Error::Refused`] with the label of the first task whose definition does not
    /// fit, and the paths of what is wrong in it, without the values.
    pub fn validate(&self, era: Era) -> Result<()> {
        self.checked()?;
        let schemas: &[&Schemas] = match era {
            Era::Classic => &[&CLASSIC],
            Era::Today => &[&TODAY],
            // And eras to come.
            _ => &[&CLASSIC, &TODAY],
        };
        for schemas in schemas {
            let schema = schemas.validator()?;
            let Nodes { list, labels, .. } = &self.tasks;
            for node in list {
                let definition = serde_json::to_value(Sent::new(node, list, labels, &self.after));
                let label = labels.text(node.label);
                let definition = definition
                    .map_err(|e| Error::refused(format!("{label:?} cannot be written: {e}")))?;
                let problems = schema::problems(schema, "", &definition);
                if !problems.is_empty() {
                    return Err(Error::refused(format!(
                        "{label:?}: {}",
                        problems.join("; ")
                    )));
                }
            }
        }
        Ok(())
    }
}
