//! One object as a tree, bounded in depth by the reader.

use super::super::repairs::{Log, RepairKind, shown};
use super::events::{Event, Fault, Reader, Scalar, Span};
use super::strings::unescaped;
use std::borrow::Cow;
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// A property's name without its vocabulary, as the expanded form of JSON-LD writes it.
pub(super) fn local(name: &str) -> &str {
    const VOCABULARIES: [&str; 4] = ["schema:", "http://schema.org/", "https://schema.org/", "http://www.schema.org/"];
    VOCABULARIES.iter().find_map(|it| name.strip_prefix(it)).unwrap_or(name)
}

impl<'a> Json<'a> {
    /// The property of an object that has a value; the last one where it is given twice.
    pub(super) fn get(&self, name: &str) -> Option<&Json<'a>> {
        let Self::Object(members) = self else { return None };
        members.iter().rev().find(|it| local(&it.0) == name).map(|it| &it.1).filter(|it| **it != Json::Null)
    }

    /// The values of a list, of lists in it, of `@list` and `@set`; anything else is its own only value.
    pub(super) fn items(&self) -> Vec<&Json<'a>> {
        let (mut found, mut waiting) = (Vec::new(), vec![self]);
        while let Some(value) = waiting.pop() {
            match value {
                Self::List(inner) => waiting.extend(inner.iter().rev()),
                Self::Null => {}
                _ => match value.get("@list").or_else(|| value.get("@set")) {
                    Some(inner) => waiting.push(inner),
                    None => found.push(value),
                },
            }
        }
        found
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    /// The beginning of the value as it can be shown.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Number(written) => shown(written),
            Self::Text(text) => shown(text),
            Self::List(values) => {
                let first = self.items().first().map(|it| it.head()).unwrap_or_default();
                format!("[{first}{}]", if values.len() > 1 { ", …" } else { "" })
            }
            Self::Object(members) => {
                let names: Vec<&str> = members.iter().take(6).map(|it| it.0.as_ref()).collect();
                shown(&format!("{{{}}}", names.join(", ")))
            }
        }
    }

    fn head(&self) -> String {
        if self.is_list() { "[…]".to_owned() } else { self.shown().chars().take(60).collect() }
    }
}

/// Reads the object that a source is.
pub(super) fn parse<'a>(source: &'a str, log: &mut Log) -> Result<Json<'a>, Fault> {
    let mut reader = Reader::new(source.as_bytes());
    let mut open: Vec<(Json, Cow<str>)> = Vec::new();
    let mut name: Cow<str> = Cow::Borrowed("");
    let text = |span: Span| source.get(span.start..span.end).unwrap_or_default();
    loop {
        let value = match reader.next()? {
            Event::Open { list, .. } => {
                let value = if list { Json::List(Vec::new()) } else { Json::Object(Vec::new()) };
                open.push((value, std::mem::take(&mut name)));
                continue;
            }
            Event::Name(span) => {
                name = unescaped(text(span), log);
                continue;
            }
            Event::Value(span, scalar) => scalar_of(text(span), scalar, log),
            Event::Close { .. } => {
                let Some((value, outer)) = open.pop() else { return Ok(Json::Null) };
                name = outer;
                note_twice(&value, log);
                value
            }
            Event::End => return Ok(Json::Null),
        };
        match open.last_mut() {
            Some((Json::Object(members), _)) => members.push((std::mem::take(&mut name), value)),
            Some((Json::List(values), _)) => values.push(value),
            _ => {
                for (kind, at) in reader.mended {
                    log.note_writing(kind, source.get(at..).unwrap_or_default());
                }
                return Ok(value);
            }
        }
    }
}

fn scalar_of<'a>(text: &'a str, scalar: Scalar, log: &mut Log) -> Json<'a> {
    match scalar {
        Scalar::Text => Json::Text(unescaped(text, log)),
        Scalar::Number => Json::Number(text),
        Scalar::True => Json::Bool(true),
        Scalar::False => Json::Bool(false),
        Scalar::Null => Json::Null,
    }
}

fn note_twice(value: &Json, log: &mut Log) {
    let Json::Object(members) = value else { return };
    let mut seen = BTreeSet::new();
    if let Some((name, _)) = members.iter().find(|it| !seen.insert(it.0.as_ref())) {
        let first = members.iter().find(|it| it.0 == *name).map(|it| it.1.shown()).unwrap_or_default();
        log.note_writing(RepairKind::DuplicateName, &format!("{name}: {first}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_becomes_a_tree() {
        let mut log = Log::default();
        let source = r#"{"a": [1e999, [null, "x"], {"@list": [true]}], "schema:b": "y", "c": 1, "c": 2,}"#;
        let tree = parse(source, &mut log).unwrap();
        assert_eq!(tree.get("b").and_then(Json::text), Some("y"));
        assert_eq!(tree.get("c"), Some(&Json::Number("2")));
        let expected = [Json::Number("1e999"), Json::Text("x".into()), Json::Bool(true)];
        assert_eq!(tree.get("a").unwrap().items(), expected.iter().collect::<Vec<_>>());
        let noted: Vec<_> = log.0.iter().map(|it| (it.what, it.was.as_str())).collect();
        assert_eq!(noted, [(RepairKind::DuplicateName, "c: 1"), (RepairKind::TrailingComma, "}")]);
    }
}
