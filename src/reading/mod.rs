//! What bytes from outside are, and what can be read from them.

use std::path::PathBuf;
use std::sync::OnceLock;

/// Reading in a process of its own, under limits.
pub mod child;
/// What bytes are, told by themselves before anybody's word.
pub mod kind;
/// Bytes with the text that was read from them.
pub mod material;
/// The text of a PDF, page by page.
pub mod pdf;

pub use material::Material;

/// The hidden command under which this program reads a PDF from its standard input.
pub const COMMAND: &str = "read-pdf";

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says which program is run to read a PDF: this one, as `main` found itself.
pub fn read_with(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

fn reader() -> Option<PathBuf> {
    PROGRAM.get().cloned()
}
