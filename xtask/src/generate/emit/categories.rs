//! Methods by category, as references group them: a table of all of them, and a block for each.

use super::text::{heading, label, own_doc, table};
use crate::generate::model::Method;

/// What methods are called whose reference names no category, where others have one.
const OTHERS: &str = "Other methods";

/// The methods of one category, in the order of the reference.
pub struct Category<'m> {
    name: &'m str,
    pub methods: Vec<&'m Method>,
}

/// The categories in the order in which the reference comes to them. The one with `ping`, which says
/// how the service itself fares, is the last.
pub fn of<'m>(methods: impl Iterator<Item = &'m Method>) -> Vec<Category<'m>> {
    let mut all: Vec<Category<'m>> = Vec::new();
    for method in methods {
        let name = method.category.as_str();
        match all.iter_mut().find(|category| category.name == name) {
            Some(category) => category.methods.push(method),
            None => all.push(Category {
                name,
                methods: vec![method],
            }),
        }
    }
    if all.len() > 1 {
        all.iter_mut()
            .filter(|category| category.name.trim().is_empty())
            .for_each(|category| category.name = OTHERS);
    }
    all.sort_by_key(|category| category.methods.iter().any(|method| method.name == "ping"));
    all
}

/// The table at the top of the client's page, with a link to each method; none where there is a
/// single category.
pub fn overview(categories: &[Category<'_>]) -> String {
    if categories.len() < 2 {
        return String::new();
    }
    let link = |method: &&Method| {
        let name = method.called.function.trim_start_matches("r#");
        format!("[`{name}`](Self::{name})")
    };
    let row = |category: &Category<'_>| {
        let links: Vec<String> = category.methods.iter().map(link).collect();
        [label(category.name), links.join(", ")]
    };
    let head = ["Category".to_owned(), "Methods".to_owned()];
    let rows: Vec<_> = [head]
        .into_iter()
        .chain(categories.iter().map(row))
        .collect();
    own_doc(0, "\n# Methods\n\n") + &table(0, &rows)
}

impl Category<'_> {
    /// What stands above the block of the category's methods.
    pub fn heading(&self) -> String {
        if self.name.trim().is_empty() {
            return String::new();
        }
        heading(0, self.name)
    }
}
