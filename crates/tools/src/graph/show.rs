//! Graphs as text.

use std::fmt::Write as _;

use super::Graph;
use super::nodes::Nodes;
use super::plan::Links;

impl Graph {
    /// The tasks, one in a line and each behind those that it depends on, as people read it.
    pub fn to_text(&self) -> String {
        let Nodes { list, labels, .. } = &self.tasks;
        let mut text = String::new();
        for at in Links::of(&self.tasks).in_order() {
            let node = &list[at];
            let _ = write!(text, "{} {}", node.task_id, labels.text(node.label));
            for (nth, &before) in node.after.iter().enumerate() {
                let joint = if nth == 0 { " after " } else { ", " };
                let _ = write!(text, "{joint}{}", labels.text(before));
            }
            text.push('\n');
        }
        text
    }

    /// The graph in the language of Graphviz, for `dot -Tsvg`. An arrow leads from a task to one that
    /// waits for it.
    pub fn to_dot(&self) -> String {
        let Nodes { list, labels, .. } = &self.tasks;
        let label = |number: usize| quoted(labels.text(number));
        let mut dot = String::from("digraph tasks {\n");
        for node in list {
            let _ = writeln!(dot, "  {};", label(node.label));
        }
        for node in list {
            for &before in &node.after {
                let _ = writeln!(dot, "  {} -> {};", label(before), label(node.label));
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
