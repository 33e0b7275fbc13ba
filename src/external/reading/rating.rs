//! The verdict of a check: its words, and its numbers where they mean something.

use super::super::repairs::{Log, RepairKind};
use super::tree::Json;
use super::{verdicts, words};

/// No scale is longer.
const FARTHEST: f64 = 1e9;

/// A verdict. With all three numbers, `worst < best` and the value lies between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rating {
    pub(super) text: Option<String>,
    pub(super) value: Option<f64>,
    pub(super) best: Option<f64>,
    pub(super) worst: Option<f64>,
}

/// Reads `reviewRating`, or what stands for it.
pub(super) fn rating(review: &Json, log: &mut Log) -> Rating {
    let Some(stated) = review.get("reviewRating") else { return Rating::default() };
    if stated.is_list() {
        log.note("rating", RepairKind::ListFirst, &stated.shown());
    }
    let items = stated.items();
    let object = items.iter().find(|it| matches!(it, Json::Object(_)) && it.get("@value").is_none());
    let Some(object) = object else {
        let text = items.into_iter().find_map(|it| words::one("rating", it, log));
        if let Some(text) = &text {
            log.note("rating", RepairKind::PlainText, text);
        }
        return Rating { text: text.map(|it| it.chars().take(words::TITLE).collect()), ..Rating::default() };
    };
    let mut rating = Rating {
        text: words::text("rating", object.get("alternateName"), words::TITLE, log),
        value: None,
        best: number(object.get("bestRating"), log).ok().flatten(),
        worst: number(object.get("worstRating"), log).ok().flatten(),
    };
    match number(object.get("ratingValue"), log) {
        Ok(value) => rating.value = value,
        Err(verdict) => rating.text_from(Some(&verdict), log),
    }
    for name in ["name", "ratingExplanation", "description"] {
        rating.text_from(object.get(name), log);
    }
    rating.mend(log);
    rating
}

impl Rating {
    fn text_from(&mut self, value: Option<&Json>, log: &mut Log) {
        let (None, Some(value)) = (&self.text, value) else { return };
        self.text = words::text("rating", Some(value), words::TITLE, log);
        if self.text.is_some() {
            log.note("rating", RepairKind::RatingTextDerived, &value.shown());
        }
    }

    fn mend(&mut self, log: &mut Log) {
        let was = self.shown();
        match (self.value, self.best, self.worst) {
            (_, Some(best), Some(worst)) if best == worst => self.drop(RepairKind::Placeholder, log),
            (Some(-1.0), None, None) => self.drop(RepairKind::Placeholder, log),
            (Some(value), Some(best), Some(worst)) if best < worst => {
                (self.best, self.worst) = (Some(worst), Some(best));
                self.turn(value, best + worst - value, log, &was);
            }
            (None, Some(best), Some(worst)) if best < worst => self.drop(RepairKind::ScaleDropped, log),
            _ => {}
        }
        let Some(value) = self.value else { return };
        if self.best.is_some_and(|it| it < value) {
            self.best = Some(value);
            log.note("rating", RepairKind::ScaleWidened, &was);
        }
        if self.worst.is_some_and(|it| it > value) {
            self.worst = Some(value);
            log.note("rating", RepairKind::ScaleWidened, &was);
        }
    }

    /// With best below worst, either the two were exchanged or one is best: the verdict's words decide.
    fn turn(&mut self, value: f64, mirrored: f64, log: &mut Log, was: &str) {
        let middle = (value + mirrored) / 2.0;
        let is_true = self.text.as_deref().and_then(verdicts::is_true).filter(|_| value != middle);
        match is_true.map(|it| it == (value > middle)) {
            Some(true) => log.note("rating", RepairKind::ScaleSwapped, was),
            Some(false) => {
                self.value = Some(mirrored);
                log.note("rating", RepairKind::ScaleMirrored, was);
            }
            None => {
                (self.value, self.best, self.worst) = (None, None, None);
                log.note("rating", RepairKind::ScaleDropped, was);
            }
        }
    }

    fn drop(&mut self, why: RepairKind, log: &mut Log) {
        log.note("rating", why, &self.shown());
        (self.value, self.best, self.worst) = (None, None, None);
    }

    fn shown(&self) -> String {
        let number = |it: Option<f64>| it.map_or("none".to_owned(), |it| it.to_string());
        format!("value {}, best {}, worst {}", number(self.value), number(self.best), number(self.worst))
    }
}

/// The number that a value is; a text that is words is handed back.
fn number<'a>(value: Option<&Json<'a>>, log: &mut Log) -> Result<Option<f64>, Json<'a>> {
    let Some(item) = value.and_then(|it| it.items().into_iter().next()) else { return Ok(None) };
    let stated = item.get("@value").unwrap_or(item);
    let written = match stated {
        Json::Number(written) => *written,
        Json::Text(text) if text.trim().is_empty() => {
            log.note("rating", RepairKind::EmptyDropped, text);
            return Ok(None);
        }
        Json::Text(text) if text.chars().any(char::is_alphabetic) => return Err(stated.clone()),
        Json::Text(text) => text.trim(),
        _ => "",
    };
    let form = written.split('/').next().unwrap_or_default().trim().replace(',', ".");
    let parsed: Option<f64> = form.parse().ok().filter(|it: &f64| it.abs() <= FARTHEST);
    match parsed {
        None => log.note("rating", RepairKind::NumberUnreadable, &stated.shown()),
        Some(_) if form != written => log.note("rating", RepairKind::NumberMended, written),
        Some(_) => {}
    }
    Ok(parsed)
}

#[cfg(test)]
mod tests {
    use super::super::tree::parse;
    use super::*;
    use RepairKind::*;

    fn read(rating: &str) -> (Option<String>, [Option<f64>; 3], Vec<RepairKind>) {
        let source = format!(r#"{{"reviewRating": {rating}}}"#);
        let mut log = Log::default();
        let found = super::rating(&parse(&source, &mut log).unwrap(), &mut log);
        let numbers = [found.value, found.best, found.worst];
        (found.text, numbers, log.0.iter().map(|it| it.what).collect())
    }

    #[test]
    fn ratings_in_the_wild() {
        let scale = |value: f64, best: f64, worst: f64| [Some(value), Some(best), Some(worst)];
        let none = [None; 3];
        for (source, text, numbers, kinds) in [
            (
                r#"{"alternateName": "Half true", "ratingValue": "3", "bestRating": 5, "worstRating": "1"}"#,
                Some("Half true"),
                scale(3.0, 5.0, 1.0),
                vec![],
            ),
            (
                r#"{"alternateName": "Falso", "ratingValue": "1", "bestRating": "1", "worstRating": "5"}"#,
                Some("Falso"),
                scale(1.0, 5.0, 1.0),
                vec![ScaleSwapped],
            ),
            (
                r#"{"alternateName": "Falsch", "ratingValue": 5, "bestRating": 1, "worstRating": 6}"#,
                Some("Falsch"),
                scale(2.0, 6.0, 1.0),
                vec![ScaleMirrored],
            ),
            (
                r#"{"alternateName": "Engañoso", "ratingValue": 2, "bestRating": 1, "worstRating": 5}"#,
                Some("Engañoso"),
                none,
                vec![ScaleDropped],
            ),
            (
                r#"{"alternateName": "No Flip", "ratingValue": "-1", "bestRating": "-1", "worstRating": "-1"}"#,
                Some("No Flip"),
                none,
                vec![Placeholder],
            ),
            (
                r#"{"alternateName": "Fake", "ratingValue": "0", "bestRating": 5, "worstRating": "1"}"#,
                Some("Fake"),
                scale(0.0, 5.0, 0.0),
                vec![ScaleWidened],
            ),
            (
                r#"{"alternateName": "x", "ratingValue": 5, "bestRating": 6}"#,
                Some("x"),
                [Some(5.0), Some(6.0), None],
                vec![],
            ),
            (r#"{"alternateName": ["", "Faux"]}"#, Some("Faux"), none, vec![ListFirst, EmptyDropped]),
            (r#"{"alternateName": {"@value": "Faux"}}"#, Some("Faux"), none, vec![ValueObject]),
            (r#"{"ratingValue": "False"}"#, Some("False"), none, vec![RatingTextDerived]),
            (
                r#"{"alternateName": "", "name": "Wrong", "ratingValue": ""}"#,
                Some("Wrong"),
                none,
                vec![EmptyDropped, EmptyDropped, RatingTextDerived],
            ),
            (
                r#"{"alternateName": "x", "ratingValue": "4,5/5"}"#,
                Some("x"),
                [Some(4.5), None, None],
                vec![NumberMended],
            ),
            (r#"{"alternateName": "x", "ratingValue": 1e999}"#, Some("x"), none, vec![NumberUnreadable]),
            (r#""False""#, Some("False"), none, vec![PlainText]),
            (r#"[{"alternateName": "x"}]"#, Some("x"), none, vec![ListFirst]),
            ("null", None, none, vec![]),
            ("true", None, none, vec![Unusable]),
        ] {
            assert_eq!(read(source), (text.map(str::to_owned), numbers, kinds), "{source}");
        }
    }
}
