//! Gets an artifact of the first task that stands at one of some index paths:
//! `latest_by_index public/app.zip app.zip app.branch.mine.latest app.branch.main.latest`.

mod fetch;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use taskcluster_client::Client;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(name), Some(to)) = (args.next(), args.next()) else {
        eprintln!("latest_by_index ARTIFACT FILE INDEX_PATH…, with TASKCLUSTER_ROOT_URL set");
        return Ok(ExitCode::from(2));
    };
    let paths: Vec<String> = args.collect();
    match fetch::fetch(&Client::from_env()?, &paths, &name, Path::new(&to))? {
        Some(what) => println!("{what}"),
        None => {
            eprintln!("no task stands at {}", paths.join(", "));
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
