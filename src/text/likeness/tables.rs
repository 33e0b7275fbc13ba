//! Our own lists of words.

#[rustfmt::skip]
pub(super) mod meanings;
#[rustfmt::skip]
pub(super) mod numerals;
#[rustfmt::skip]
pub(super) mod opposites;
#[rustfmt::skip]
pub(super) mod small;
#[rustfmt::skip]
pub(super) mod alike;
