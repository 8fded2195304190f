//! What is shown of results: `table` has the figures, `expect` what they come to, `svg` the picture,
//! `machine` where they are from.

mod expect;
mod machine;
mod svg;
mod table;
mod units;

use std::fs;
use std::path::Path;

use contender::Error;

use crate::Bench;
use crate::options::Options;
use crate::targets;
use crate::works::Work;
use table::Table;

/// Prints the tables, and writes them and the picture where they are to be written.
pub fn write(bench: &Bench<'_>, works: &[&Work], options: &Options) -> Result<(), Error> {
    // Programs that were not optimized say nothing about those that are.
    let targets = if options.smoke {
        Vec::new()
    } else {
        targets::judge(bench)
    };
    let tables: Vec<Table> = works
        .iter()
        .map(|work| table::of_work(bench, work))
        .chain([table::of_targets(&targets)])
        .filter(|table| !table.rows.is_empty())
        .collect();
    let origin = machine::origin(bench, works, options);
    for table in &tables {
        println!("{}", table.as_text());
    }
    for line in origin.iter().chain(&left_out(bench)) {
        println!("{line}");
    }
    if let Some(folder) = &options.write {
        files(bench, works, &tables, &origin, folder)?;
    }
    match bench.left_out.first() {
        Some(line) if options.smoke => Err(format!("left out: {line}").into()),
        _ => Ok(()),
    }
}

fn files(
    bench: &Bench<'_>,
    works: &[&Work],
    tables: &[Table],
    origin: &[String],
    folder: &Path,
) -> Result<(), Error> {
    let mut text = String::new();
    for line in origin.iter().chain(&left_out(bench)) {
        text += &format!("* {line}\n");
    }
    // What was wanted comes first.
    for table in tables
        .iter()
        .rev()
        .take(1)
        .chain(&tables[..tables.len() - 1])
    {
        text += &format!("\n{}", table.as_markdown());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("results.md"), text)?;
    let from = origin.first().map(String::as_str).unwrap_or_default();
    let expect = expect::section(&bench.results, bench.effort.faulty, from);
    fs::write(folder.join("expect.md"), expect)?;
    fs::write(folder.join("bars.svg"), svg::picture(bench, works))?;
    Ok(())
}

fn left_out(bench: &Bench<'_>) -> Vec<String> {
    bench
        .left_out
        .iter()
        .map(|line| format!("Left out: {line}."))
        .collect()
}
