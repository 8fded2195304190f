//! Graphs as text.

use std::fmt::Write as _;

use super::Graph;

impl Graph {
    /// The tasks, one in a line and each behind those that it depends on, as people read it.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for at in Self::in_order(&self.before()) {
            let node = &self.tasks[at];
            let _ = write!(text, "{} {}", node.task_id, node.label);
            if !node.after.is_empty() {
                let _ = write!(text, " after {}", node.after.join(", "));
            }
            text.push('\n');
        }
        text
    }

    /// The graph in the language of Graphviz, for `dot -Tsvg`. An arrow leads from a task to one that
    /// waits for it.
    pub fn to_dot(&self) -> String {
        let mut dot = String::from("digraph tasks {\n");
        for node in &self.tasks {
            let _ = writeln!(dot, "  {};", quoted(&node.label));
        }
        for node in &self.tasks {
            for before in &node.after {
                let _ = writeln!(dot, "  {} -> {};", quoted(before), quoted(&node.label));
            }
        }
        dot.push_str("}\n");
        dot
    }
}

/// A text of Graphviz: only quotation marks end one. A backslash before the closing mark, or one that
/// begins a line break or the like, stands for itself when it is doubled.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
