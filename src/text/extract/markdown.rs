//! The text of a Markdown document, from its events.

use super::html;
use crate::text::html::{Flow, Gap};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The words a reader would see, blocks as paragraphs, without front matter and pictures.
pub(super) fn read(source: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = Page::default();
    for event in Parser::new_ext(source, options) {
        page.read(event);
    }
    page.flow.finish()
}

#[derive(Default)]
struct Page {
    flow: Flow,
    /// Open front matter and pictures.
    dropped: usize,
    code: bool,
    lists: usize,
    raw: String,
}

impl Page {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ if self.dropped > 0 => {}
            Event::Text(text) if self.code => self.flow.verbatim(&text),
            Event::Text(text) | Event::Code(text) => self.flow.text(&text),
            Event::Html(html) => self.raw.push_str(&html),
            Event::SoftBreak => self.flow.text(" "),
            Event::HardBreak => self.flow.line_break(),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.flow.line_break(),
            Event::Rule => self.flow.block(Gap::Paragraph),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } | Tag::MetadataBlock(_) => self.dropped += 1,
            Tag::Item => self.flow.block(Gap::Line),
            Tag::List(_) => self.list(true),
            Tag::TableHead | Tag::TableRow => self.flow.row(),
            Tag::TableCell => self.flow.cell(),
            Tag::CodeBlock(_) => {
                self.code = true;
                self.flow.block(Gap::Paragraph);
            }
            tag if is_block(tag.to_end()) => self.flow.block(Gap::Paragraph),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::MetadataBlock(_) => self.dropped = self.dropped.saturating_sub(1),
            TagEnd::Item => self.flow.block(Gap::Line),
            TagEnd::List(_) => self.list(false),
            TagEnd::TableCell => self.flow.end_cell(),
            TagEnd::CodeBlock => {
                self.code = false;
                self.flow.block(Gap::Paragraph);
            }
            TagEnd::HtmlBlock => self.raw_html(),
            tag if is_block(tag) => self.flow.block(Gap::Paragraph),
            _ => {}
        }
    }

    fn list(&mut self, begins: bool) {
        self.lists = if begins { self.lists + 1 } else { self.lists.saturating_sub(1) };
        let inner = if begins { self.lists > 1 } else { self.lists > 0 };
        self.flow.block(if inner { Gap::Line } else { Gap::Paragraph });
    }

    fn raw_html(&mut self) {
        let (text, _) = html::read(&std::mem::take(&mut self.raw));
        self.flow.block(Gap::Paragraph);
        self.flow.verbatim(&text);
        self.flow.block(Gap::Paragraph);
    }
}

fn is_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
    )
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}
