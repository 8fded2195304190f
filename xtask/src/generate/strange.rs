//! Texts as nobody would write them who means well, for tests.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// What has a meaning in Rust, Markdown, HTML, TOML or on a terminal.
const PIECES: [&str; 72] = [
    "word",
    "two words",
    "Größe",
    "日本",
    "e\u{301}",
    "👍🏽",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n    ",
    "\n\n    ",
    "\t",
    "\r",
    "\r\n",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{2066}",
    "\u{feff}",
    "\u{e0041}",
    "\"",
    "'",
    "\\",
    "\\\\",
    "\\n",
    "#",
    "# ",
    "\n# ",
    "\n## ",
    "`",
    "``",
    "```",
    "\n```\n",
    "\n```rust\n",
    "\n~~~should_panic\n",
    "\n````\n",
    "~~~",
    "* ",
    "\n* ",
    "\n  - ",
    "\n+ ",
    "\n1. ",
    "\n7. ",
    "\n99) ",
    "\n> ",
    "\n>     ",
    "<",
    ">",
    "<b>",
    "</a><script>",
    "<!--",
    "https://x.example/y",
    "<https://x.example/>",
    "[a](https://x.example)",
    "[a](javascript:b)",
    "![a](",
    "[",
    "](",
    "&amp;",
    "&#x202e;",
    "\n| a | b |\n",
    "\n|---|---|\n",
    "*/ fn evil() {} //",
];

/// As many texts as are asked for, the same ones in each run.
pub fn texts(count: u64) -> impl Iterator<Item = String> {
    (0..count).map(|seed| {
        let mut random = StdRng::seed_from_u64(seed);
        let length = random.random_range(0..24);
        (0..length).map(|_| piece(&mut random)).collect()
    })
}

fn piece(random: &mut StdRng) -> String {
    if random.random_range(0..4) > 0 {
        return PIECES[random.random_range(0..PIECES.len())].to_owned();
    }
    let range = if random.random() {
        0..0x80
    } else {
        0..0x11_0000
    };
    char::from_u32(random.random_range(range))
        .map(String::from)
        .unwrap_or_default()
}
