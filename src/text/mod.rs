//! The pure text engine: no database, no HTTP, no clock, no chance. All offsets are code points, end excluded.

/// Quotes and where they stand: anchors, exact finds, near misses.
pub mod anchor;
/// Bytes of an upload become text, or are refused.
pub mod decode;
/// What changed between two texts, in words.
pub mod diff;
/// HTML and Markdown become the text that is quoted from.
pub mod extract;
/// Code points to bytes and back.
pub mod offsets;
/// Paragraphs of a text.
pub mod paragraphs;
/// Sentences of a text, in any script.
pub mod sentences;
/// Words for an address.
pub mod slug;
