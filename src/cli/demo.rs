//! `claimdesk demo`: the site on a directory filled with sample content.

use std::path::PathBuf;
use std::process::ExitCode;

use super::samples::fill;
use super::serve::HttpSite;
use crate::config::{Place, Serving};
use crate::db::{hex, random_bytes};
use crate::error::Result;

/// Runs the demo. A directory that holds anything is wrong use: nothing of somebody's may be mixed with samples.
pub fn run(place: &Place, serving: &Serving, given_data: bool) -> ExitCode {
    let mut place = place.clone();
    let temporary =
        (!given_data).then(|| std::env::temp_dir().join(format!("claimdesk-demo-{}", hex(&random_bytes::<6>()))));
    if let Some(folder) = &temporary {
        place.data = folder.clone();
    }
    let empty = std::fs::read_dir(&place.data).map_or(true, |mut entries| entries.next().is_none());
    if !empty {
        eprintln!("claimdesk: {} is not empty: the demo needs a directory of its own", place.data.display());
        return ExitCode::from(2);
    }
    let outcome = open_and_run(&place, serving);
    if let Some(folder) = temporary {
        let _ = std::fs::remove_dir_all::<PathBuf>(folder);
    }
    super::finish(outcome)
}

fn open_and_run(place: &Place, serving: &Serving) -> Result<()> {
    let site = HttpSite::open(place, serving)?;
    let accounts = fill(&site.app)?;
    let base = site.app.config().base_url.clone();
    let listed: Vec<_> = accounts
        .iter()
        .map(|(role, email, password)| serde_json::json!({ "role": role, "email": email, "password": password }))
        .collect();
    println!("{}", serde_json::json!({ "url": base, "accounts": listed }));
    eprintln!("claimdesk: the sample desk is at {base}  (sign in at {base}/login)");
    for (role, email, password) in &accounts {
        eprintln!("  {role:<12} {email:<34} {password}");
    }
    site.run()
}
