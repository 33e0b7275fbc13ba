//! How elements are laid out, by their names.

/// How an element stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Display {
    Inline,
    Break,
    Block,
    /// A block that keeps its white space.
    Pre,
    List,
    Item,
    Table,
    Row,
    Cell,
}

impl Display {
    /// Whether a paragraph can stand directly in it.
    pub(in crate::text) fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Break)
    }
}

/// How an element is laid out where nothing is said about it.
pub(in crate::text) fn display(name: &str) -> Display {
    match name {
        "br" => Display::Break,
        "pre" => Display::Pre,
        "ul" | "ol" | "menu" | "dir" => Display::List,
        "li" | "dt" | "dd" | "option" => Display::Item,
        "table" => Display::Table,
        "tr" => Display::Row,
        "td" | "th" => Display::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "details" | "dialog"
        | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4"
        | "h5" | "h6" | "head" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "nav" | "p" | "search"
        | "section" | "select" | "summary" => Display::Block,
        _ => Display::Inline,
    }
}

/// Whether an element is a heading.
pub(in crate::text) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
