//! The words of the pages: Fluent files, embedded.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;

use crate::error::Say;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// The language every message exists in.
pub const FIRST: &str = "en";

type Bundles = HashMap<String, FluentBundle<FluentResource>>;

fn bundles() -> &'static Bundles {
    static BUNDLES: OnceLock<Bundles> = OnceLock::new();
    BUNDLES.get_or_init(|| {
        let mut bundles = Bundles::new();
        for path in Locales::iter() {
            let Some((lang, file)) = path.split_once('/').map(|(lang, _)| (lang.to_owned(), Locales::get(&path)))
            else {
                continue;
            };
            let text = file.map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                tracing::error!(%path, ?errors, "a file of words does not parse");
                resource
            });
            let bundle = bundles.entry(lang.clone()).or_insert_with(|| {
                let mut bundle = FluentBundle::new_concurrent(lang.parse().into_iter().collect());
                bundle.set_use_isolating(false);
                bundle
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(%path, ?errors, "a message is there twice");
            }
        }
        bundles
    })
}

/// A sentence in a language; its id where nobody has written it, which a test forbids.
pub fn say(lang: &str, id: &str, args: &[(&str, String)]) -> String {
    let bundles = bundles();
    let message = [lang, FIRST].iter().find_map(|lang| {
        let bundle = bundles.get(*lang)?;
        Some((bundle, bundle.get_message(id)?.value()?))
    });
    let Some((bundle, pattern)) = message else {
        tracing::error!(id, "a sentence is missing");
        return id.to_owned();
    };
    let mut values = FluentArgs::new();
    for (name, value) in args {
        values.set(Cow::from((*name).to_owned()), number_or_text(value));
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
}

fn number_or_text(value: &str) -> FluentValue<'static> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// A sentence for the command line and the log.
pub fn plain(say_this: &Say) -> String {
    say(FIRST, say_this.id, &say_this.args)
}

/// Whether a sentence exists, for the test that reads templates and code.
pub fn exists(id: &str) -> bool {
    bundles().get(FIRST).is_some_and(|bundle| bundle.has_message(id))
}
