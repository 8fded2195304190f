//! The picture: bars, a group for each work.
//!
//! Text has the colour of the page around it, so that it can be read in light and in dark themes.
//! Bars that would dwarf ours end in a notch at the edge; their labels say how long they are.

use std::fmt::Write as _;

use super::units;
use crate::Bench;
use crate::contenders::Who;
use crate::results::Quantity;
use crate::works::Work;

/// Works in the picture. It shows where we stand; the tables have the rest.
const DRAWN: [&str; 9] = [
    "get",
    "post",
    "list",
    "pages-100",
    "sign",
    "flight",
    "scopes-10000",
    "cold-https",
    "builds",
];

const WIDTH: f64 = 760.0;
const BARS_FROM: f64 = 250.0;
const BARS_TO: f64 = 610.0;
const LINE: f64 = 18.0;

/// How many times as long as ours a bar may be; longer ones are cut off.
const CUT: f64 = 4.0;

/// A group of bars.
struct Group {
    title: String,
    bars: Vec<Bar>,
}

/// A bar.
struct Bar {
    label: String,
    value: f64,
    /// The value with its unit.
    text: String,
    colour: &'static str,
    ours: bool,
}

/// Draws what was measured.
pub fn picture(bench: &Bench<'_>, works: &[&Work]) -> String {
    let drawn = works.iter().filter(|work| DRAWN.contains(&work.name));
    let groups: Vec<Group> = drawn.map(|work| group(bench, work)).collect();
    draw(&groups)
}

fn group(bench: &Bench<'_>, work: &Work) -> Group {
    let quantity = work.columns[0];
    let better = if quantity == Quantity::Rate {
        ", more is better"
    } else {
        ""
    };
    let bar = |who: &Who| {
        let value = bench.results.median(work.name, *who, quantity)?;
        Some(Bar {
            label: bench.programs.label(*who),
            value,
            text: units::value(quantity, value),
            colour: colour(*who),
            ours: *who == work.ours(),
        })
    };
    Group {
        title: format!("{}: {}{better}", work.title, units::name(quantity)),
        bars: work.who.iter().filter_map(bar).collect(),
    }
}

fn colour(who: Who) -> &'static str {
    match who {
        Who::Raw | Who::RawTyped | Who::Bare | Who::Nothing | Who::ScopesLoop => "#8c959f",
        other if other.is_peer() => "#d98032",
        _ => "#2f81c7",
    }
}

fn draw(groups: &[Group]) -> String {
    let mut body = String::new();
    let mut y = LINE;
    for group in groups.iter().filter(|group| !group.bars.is_empty()) {
        body += &text(0.0, y, "font-weight=\"bold\"", &group.title);
        y += 8.0;
        let longest = group.bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
        let ours = group.bars.iter().find(|bar| bar.ours);
        let scale = ours.map_or(longest, |ours| longest.min(ours.value * CUT));
        for bar in &group.bars {
            body += &draw_bar(bar, y, scale);
            y += LINE;
        }
        y += LINE * 1.5;
    }
    let height = y - LINE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"100%\" \
         role=\"img\" aria-label=\"What was measured, as bars\" font-family=\"sans-serif\" \
         font-size=\"13\" fill=\"currentColor\">\n{body}</svg>\n"
    )
}

fn draw_bar(bar: &Bar, y: f64, scale: f64) -> String {
    let room = BARS_TO - BARS_FROM;
    let is_cut = bar.value > scale;
    let length = if is_cut {
        room
    } else {
        room * bar.value / scale
    };
    let colour = bar.colour;
    let mut drawn = text(0.0, y + 13.0, "", &bar.label);
    let rectangle = |x: f64, width: f64| {
        format!(
            "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"13\" fill=\"{colour}\"/>\n",
            y + 2.0
        )
    };
    if is_cut {
        drawn += &rectangle(BARS_FROM, length - 24.0);
        drawn += &rectangle(BARS_FROM + length - 18.0, 6.0);
        drawn += &rectangle(BARS_FROM + length - 6.0, 6.0);
    } else {
        drawn += &rectangle(BARS_FROM, length.max(1.0));
    }
    drawn + &text(BARS_FROM + length + 8.0, y + 13.0, "", &bar.text)
}

fn text(x: f64, y: f64, attributes: &str, content: &str) -> String {
    let content = content.replace('&', "&amp;").replace('<', "&lt;");
    let mut element = String::new();
    let _ = writeln!(
        element,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" {attributes}>{content}</text>"
    );
    element
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, value: f64, ours: bool) -> Bar {
        Bar {
            label: label.to_owned(),
            value,
            text: format!("{value} µs"),
            colour: "#2f81c7",
            ours,
        }
    }

    fn drawn() -> String {
        draw(&[Group {
            title: "GET & <more>".to_owned(),
            bars: vec![
                bar("ours", 10.0, true),
                bar("one", 20.0, false),
                bar("far", 999.0, false),
            ],
        }])
    }

    #[test]
    fn it_is_well_formed() {
        let picture = drawn();
        let mut open = Vec::new();
        for tag in picture.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').expect("a tag that ends");
            assert!(!text.contains('&') || text.contains("&amp;") || text.contains("&lt;"));
            assert!(tag.matches('"').count().is_multiple_of(2), "{tag}");
            let name = tag
                .split([' ', '/'])
                .find(|part| !part.is_empty())
                .expect("a name");
            match (tag.starts_with('/'), tag.ends_with('/')) {
                (true, _) => assert_eq!(open.pop(), Some(name)),
                (false, false) => open.push(name),
                (false, true) => {}
            }
        }
        assert!(open.is_empty(), "{open:?}");
        assert!(picture.contains("GET &amp; &lt;more>"));
        // In Markdown, a blank line would end it.
        assert!(!picture.contains("\n\n"));
    }

    #[test]
    fn bars_are_as_long_as_their_values_and_giants_are_cut() {
        let picture = drawn();
        let full = BARS_TO - BARS_FROM;
        for length in [full / CUT, full / CUT * 2.0, 6.0] {
            assert!(
                picture.contains(&format!(" width=\"{length:.1}\"")),
                "{length}"
            );
        }
    }
}
