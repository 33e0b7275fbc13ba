//! HTML and Markdown become the text that is quoted from. What is stored names its extractor and version, because
//! offsets count in the extracted text: whoever changes a rule here raises the number.

mod html;
mod markdown;

/// The extractor of text that is stored as it came.
pub const PLAIN: &str = "plain/1";
/// The extractor of text that came as HTML.
pub const HTML: &str = "html-text/1";
/// The extractor of text that came as Markdown.
pub const MARKDOWN: &str = "markdown-text/1";

/// What a text was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Plain,
    Html,
    Markdown,
}

impl Format {
    /// The format an uploaded file's name speaks of; none for a kind we do not read.
    pub fn from_filename(name: &str) -> Option<Self> {
        let (_, ending) = name.trim().rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// A text to be stored and quoted from, with the page's own title where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracted {
    pub text: String,
    pub extractor: &'static str,
    pub title: Option<String>,
}

/// The text of a document, in linear time however it nests; plain text is left as it is.
pub fn extract(format: Format, text: &str) -> Extracted {
    match format {
        Format::Plain => Extracted { text: text.to_owned(), extractor: PLAIN, title: None },
        Format::Html => {
            let (text, title) = html::read(text);
            Extracted { text, extractor: HTML, title }
        }
        Format::Markdown => Extracted { text: markdown::read(text), extractor: MARKDOWN, title: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(source: &str) -> String {
        extract(Format::Html, source).text
    }

    fn markdown(source: &str) -> String {
        extract(Format::Markdown, source).text
    }

    #[test]
    fn the_name_tells_the_format() {
        assert_eq!(Format::from_filename("a.b.HTM"), Some(Format::Html));
        assert_eq!(Format::from_filename("notes.md"), Some(Format::Markdown));
        assert_eq!(Format::from_filename("speech.txt"), Some(Format::Plain));
        assert_eq!(Format::from_filename("speech.docx"), None);
        assert_eq!(Format::from_filename("html"), None);
    }

    #[test]
    fn plain_text_is_unchanged() {
        let extracted = extract(Format::Plain, " a\n\n\n<b> &amp; ");
        assert_eq!((extracted.text.as_str(), extracted.extractor), (" a\n\n\n<b> &amp; ", "plain/1"));
    }

    #[test]
    fn blocks_become_paragraphs_and_entities_characters() {
        let page = "<head><title> A &amp; \n B </title><style>p{}</style><script>'<p>no</p>'</script></head>\
            <body><h1>Head</h1><div><p>One\n  <b>bo</b>ld &eacute;&#x1F600;<br>next</div><noscript>no</noscript>\
            <template><p>no</template><!-- no --><p>&nbsp;</p><p>Two</p><svg><title>no</title></svg> end";
        let extracted = extract(Format::Html, page);
        assert_eq!(extracted.text, "Head\n\nOne bold é😀\nnext\n\nTwo\n\nend");
        assert_eq!(extracted.title.as_deref(), Some("A & B"));
    }

    #[test]
    fn lists_and_tables_keep_their_lines() {
        assert_eq!(html("Be:<ul><li>one<li>two<ul><li>three</ul></ul>after"), "Be:\n\none\ntwo\nthree\n\nafter");
        let table = "x<table><tr><th>a</th> <th><p>b</p></th></tr>\n<tr><td>1<td><p>2<p>3</table>y";
        assert_eq!(html(table), "x\n\na\tb\n1\t2\n\n3\n\ny");
        assert_eq!(html("<td>x<table><tr><td>a</table></td><td>b</td><menu>c"), "x\n\na\n\nb\n\nc");
        assert_eq!(html("a<td><table><p>b"), "a\n\nb");
        assert_eq!(html("<ul><li>a<menu><li>b</menu>c</ul>"), "a\n\nb\n\nc");
        assert_eq!(html("a<svg b=c/>d<svg>no<p>e"), "ad\n\ne");
        assert_eq!(html("one<br><br/>two<hr>three"), "one\n\ntwo\n\nthree");
        assert_eq!(html("<p>a</p><pre>\n x\n   y\n</pre>b"), "a\n\nx\n   y\n\nb");
    }

    #[test]
    fn no_nul_comes_through() {
        assert_eq!(html("a\0b&#0;c<title>\0</title>"), "ab\u{FFFD}c");
        assert!(!markdown("a\0b").contains('\0'));
    }

    #[test]
    fn markdown_keeps_its_blocks() {
        let source = "---\ntitle: no\n---\n# Head *line*\n\nA [link](x) and\nmore `code`.\\\nnext ![no](i.png)\n\n- one\n- two\n  - three\n\n\
            > said &amp; done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>raw <b>html</b></div>\n\nend[^1] <i>in</i>\n\n[^1]: note\n";
        let expected = "Head line\n\nA link and more code.\nnext\n\none\ntwo\nthree\n\nsaid & done\n\na\tb\n1\t2\n\nraw html\n\nend in\n\nnote";
        assert_eq!(markdown(source), expected);
        assert_eq!(markdown("a\n\n- b\n\n- c\n\n```\nx = 1\n\n  y\n```\n"), "a\n\nb\n\nc\n\nx = 1\n\n  y");
    }
}
