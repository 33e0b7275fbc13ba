//! The pure text engine: no database, no HTTP, no clock, no chance. All offsets are code points, end excluded.

/// Quotes and where they stand: anchors, exact finds, near misses.
pub mod anchor;
/// Who is said to have said a sentence, with the words that led to it.
pub mod attribution;
/// Bytes of an upload become text, or are refused.
pub mod decode;
/// What changed between two texts, in words.
pub mod diff;
/// HTML and Markdown become the text that is quoted from.
pub mod extract;
/// Headlines, bylines, lists, captions, turns of a transcript.
pub mod forms;
/// Addresses that lead a browser to a passage.
pub mod fragments;
/// HTML as its tokens, read in one place.
mod html;
/// What language a paragraph is in.
pub mod language;
/// How alike two claims are, and in what they differ.
pub mod likeness;
/// Code points to bytes and back.
pub mod offsets;
/// The article of a web page, and what the page says about itself.
pub mod page;
/// Paragraphs of a text.
pub mod paragraphs;
/// A sentence that says several things, taken apart.
pub mod parts;
/// Where in a text that stands which somebody looks for.
pub mod passages;
/// What stands in quotation marks.
pub mod quotations;
/// A text read sentence by sentence, with all that is suggested about each.
pub mod reading;
/// Passages of one version found again in another, or shown to be gone.
pub mod reanchor;
/// Sentences of a text, in any script.
pub mod sentences;
/// Words for an address.
pub mod slug;
/// A sentence as a statement that stands alone.
pub mod standing;
/// Words as a search compares them.
pub mod words;
/// Whether a sentence is worth checking, and why.
pub mod worth;
