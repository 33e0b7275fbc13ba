//! Pages as a browser takes them apart: text, headings, links, forms with what they hold.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// A tag or the text between two.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Open(String, Vec<(String, String)>),
    Close(String),
    Text(String),
}

struct Sink(RefCell<Vec<Piece>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut pieces = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => pieces.push(Piece::Text(text.to_string())),
            TagToken(tag) if tag.kind == StartTag => {
                let attrs = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
                pieces.push(Piece::Open(tag.name.to_string(), attrs));
                return match &*tag.name {
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                };
            }
            TagToken(tag) => pieces.push(Piece::Close(tag.name.to_string())),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Everything in a page, in order.
pub fn pieces(html: &str) -> Vec<Piece> {
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(html.into());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// The value of an attribute.
pub fn attr<'a>(attrs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attrs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The text inside every element of a name, exactly as it stands.
pub fn inside(html: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    for piece in pieces(html) {
        match piece {
            Piece::Open(tag, _) if tag == name => open = Some(String::new()),
            Piece::Close(tag) if tag == name => found.extend(open.take()),
            Piece::Text(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

/// What a reader sees, white space folded.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut skipped = false;
    for piece in pieces(html) {
        match piece {
            Piece::Open(name, _) if matches!(name.as_str(), "script" | "style") => skipped = true,
            Piece::Close(name) if matches!(name.as_str(), "script" | "style") => skipped = false,
            Piece::Text(text) if !skipped => out.push_str(&text),
            Piece::Open(name, _) | Piece::Close(name)
                if !matches!(name.as_str(), "mark" | "ins" | "del" | "bdi" | "time" | "strong" | "em") =>
            {
                out.push(' ');
            }
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every address a page leads to or loads.
pub fn links(html: &str) -> Vec<String> {
    let named = |attrs: &[(String, String)]| {
        ["href", "src", "action"].iter().filter_map(|name| attr(attrs, name).map(str::to_owned)).collect::<Vec<_>>()
    };
    pieces(html)
        .iter()
        .flat_map(|piece| if let Piece::Open(_, attrs) = piece { named(attrs) } else { vec![] })
        .collect()
}

/// A form as it would be sent without touching it; its buttons apart.
#[derive(Debug, Default, Clone)]
pub struct Form {
    pub action: String,
    pub multipart: bool,
    pub fields: Vec<(String, String)>,
    pub buttons: Vec<(String, String)>,
}

impl Form {
    /// What a field holds.
    pub fn value(&self, name: &str) -> &str {
        attr(&self.fields, name).unwrap_or_default()
    }
}

/// Every form of a page.
pub fn forms(html: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut open = false;
    // (name, chosen value, first value) of a select; name and text of a textarea.
    let mut select: Option<(String, Option<String>, Option<String>)> = None;
    let mut option: Option<(Option<String>, bool, String)> = None;
    let mut area: Option<(String, String)> = None;
    for piece in pieces(html) {
        match piece {
            Piece::Open(name, attrs) => {
                let of = |key: &str| attr(&attrs, key).unwrap_or_default().to_owned();
                match name.as_str() {
                    "form" => {
                        let multipart = of("enctype") == "multipart/form-data";
                        forms.push(Form { action: of("action"), multipart, ..Form::default() });
                        open = true;
                    }
                    "input" if open => {
                        let kind = of("type");
                        let ticked = attr(&attrs, "checked").is_some();
                        let sent = match kind.as_str() {
                            "checkbox" | "radio" => ticked,
                            "file" | "submit" | "button" => false,
                            _ => true,
                        };
                        if sent && let Some(form) = forms.last_mut() {
                            form.fields.push((of("name"), of("value")));
                        }
                    }
                    "button" if open && attr(&attrs, "name").is_some() => {
                        if let Some(form) = forms.last_mut() {
                            form.buttons.push((of("name"), of("value")));
                        }
                    }
                    "select" if open => select = Some((of("name"), None, None)),
                    "option" if select.is_some() => {
                        let value = attr(&attrs, "value").map(str::to_owned);
                        option = Some((value, attr(&attrs, "selected").is_some(), String::new()));
                    }
                    "textarea" if open => area = Some((of("name"), String::new())),
                    _ => {}
                }
            }
            Piece::Text(text) => {
                if let Some((_, out)) = &mut area {
                    out.push_str(&text);
                } else if let Some((_, _, out)) = &mut option {
                    out.push_str(&text);
                }
            }
            Piece::Close(name) => match name.as_str() {
                "form" => open = false,
                "option" => {
                    if let (Some((value, chosen, text)), Some((_, selected, first))) = (option.take(), &mut select) {
                        let value = value.unwrap_or(text);
                        if chosen {
                            *selected = Some(value.clone());
                        }
                        first.get_or_insert(value);
                    }
                }
                "select" => {
                    if let (Some((name, selected, first)), Some(form)) = (select.take(), forms.last_mut())
                        && let Some(value) = selected.or(first)
                    {
                        form.fields.push((name, value));
                    }
                }
                "textarea" => {
                    if let (Some((name, text)), Some(form)) = (area.take(), forms.last_mut()) {
                        form.fields.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
                    }
                }
                _ => {}
            },
        }
    }
    forms
}
