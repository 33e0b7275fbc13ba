//! stub
use crate::error::Result;
#[derive(clap::Args)]
pub struct Matching {}
pub fn run(_: &Matching) -> Result<()> {
    Ok(())
}
