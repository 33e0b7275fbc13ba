//! What kinds of elements there are, for layout and for what they usually hold.

/// How an element stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    Inline,
    Break,
    Block,
    List,
    Item,
    Table,
    Row,
    Cell,
}

impl Display {
    /// Whether a paragraph can stand directly in it.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Break)
    }
}

pub(super) fn display(name: &str) -> Display {
    match name {
        "br" => Display::Break,
        "ul" | "ol" | "menu" | "dir" => Display::List,
        "li" | "dt" | "dd" | "option" => Display::Item,
        "table" => Display::Table,
        "tr" => Display::Row,
        "td" | "th" => Display::Cell,
        "address" | "article" | "aside" | "blockquote" | "caption" | "center" | "details" | "dialog" | "div" | "dl"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "head" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "nav" | "p" | "pre" | "search"
        | "section" | "select" | "summary" => Display::Block,
        _ => Display::Inline,
    }
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Never text of the page, whatever it holds.
pub(super) fn is_machinery(name: &str) -> bool {
    matches!(
        name,
        "applet"
            | "audio"
            | "canvas"
            | "datalist"
            | "embed"
            | "frameset"
            | "head"
            | "iframe"
            | "input"
            | "map"
            | "math-field"
            | "meter"
            | "noembed"
            | "noframes"
            | "noscript"
            | "object"
            | "option"
            | "progress"
            | "script"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
            | "xmp"
    )
}
