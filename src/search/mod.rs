//! Full text and claim matching: what features hand over is indexed, what is asked comes back as keys. It knows neither
//! the database nor anybody's rights beyond the sight that each entry carries. An index is derived: losing one loses nothing.

mod asking;
mod entry;
mod facets;
mod feed;
mod fields;
mod home;
mod index;
mod likely;
/// The most similar claims and checks, with the reason why.
pub mod matching;
#[cfg(feature = "meaning")]
mod meaning;
#[cfg(feature = "meaning")]
mod meant;
/// What people type, read.
pub mod query;
#[cfg(not(feature = "meaning"))]
mod unmeant;
mod wording;

pub use asking::{Asked, Order};
pub use entry::{Entry, EntryKind, Matchable, Sight, Tag, Viewer};
pub use facets::Counts;
pub use feed::{Feed, Mark};
pub use home::{Home, ask, progress};
pub use index::{Found, Hit, Index};
pub use likely::{Compared, Likely};
#[cfg(feature = "meaning")]
pub use meant::{Meant, Sense};
#[cfg(not(feature = "meaning"))]
pub use unmeant::{Meant, Sense};

use std::path::Path;

use crate::error::Result;

/// Both indexes of this process: what readers may find, and what the desk may.
pub struct Search {
    /// Only what is shown in public.
    pub public: Index,
    /// Everything, each entry with who may know of it.
    pub desk: Index,
    /// What a model of meaning knows of the desk's claims, where one is given.
    pub meant: Option<Meant>,
    home: Home,
}

impl Search {
    /// Opens the indexes below the data directory; what is broken or of another format starts empty.
    pub fn open(data: &Path, model: Option<&Path>) -> Result<Self> {
        let home = Home::take(data)?;
        let meant = model.map(|model| Meant::open(model, home.path())).transpose()?;
        Ok(Search {
            public: Index::open(&home.folder("public"))?,
            desk: Index::open(&home.folder("desk"))?,
            meant,
            home,
        })
    }

    /// Where the indexes are, for requests and progress between processes.
    pub fn home(&self) -> &Home {
        &self.home
    }
}
