//! Which model scores sentences, at `/admin/settings/worthiness`.

use actix_web::http::StatusCode;
use askama::Template;

use super::worth::{self, ModelState, Origin, Quality, Report, WorthModel};
use crate::error::{Error, Faults, Result, Say};
use crate::text::worth::{Example, Scores, Trained, compare, train};
use crate::web::{Answer, Ask, Filled, Ui, done};

#[derive(Template)]
#[template(path = "admin/worthiness.html")]
struct WorthPage<'a> {
    ui: &'a Ui,
    form: Filled,
    models: Vec<WorthModel>,
    positives: i64,
    negatives: i64,
}

impl WorthPage<'_> {
    fn percent(&self, share: &f64) -> String {
        format!("{:.0}", share * 100.0)
    }

    fn built_in(&self) -> bool {
        self.models.iter().all(|model| model.state != ModelState::InUse)
    }
}

const HERE: &str = "/admin/settings/worthiness";
/// Of each side, decisions that training needs at least.
const FEW: usize = 20;

/// `GET /admin/settings/worthiness`
pub async fn models(ask: Ask) -> Result<Answer> {
    page(&ask, Filled::default()).await
}

async fn page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (models, (positives, negatives)) = ask.app.read(|db| Ok((worth::all(db)?, worth::decisions(db)?))).await?;
    ask.page(&WorthPage { ui: &ask.ui, form, models, positives, negatives })
}

/// `POST /admin/settings/worthiness/models`: from the desk's own triage, or from a file.
pub async fn add(ask: Ask) -> Result<Answer> {
    let outcome = match ask.form.file() {
        Some(file) => bring(&ask, file.bytes.clone()).await,
        None if ask.form.one("from") == "file" => Err(Faults::of("file", Say::new("model-no-file"))),
        None => learn(&ask).await,
    };
    match ask.faults(outcome)? {
        Ok(()) => done(HERE, "model-added"),
        Err(form) => Ok(page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

async fn learn(ask: &Ask) -> Result<()> {
    let examples = ask.app.read(worth::examples).await?;
    let positives = examples.iter().filter(|example| example.label).count();
    if positives < FEW || examples.len() - positives < FEW {
        return Err(Faults::of("from", Say::new("model-few").with("min", FEW)));
    }
    let count = examples.len();
    let (blob, report) = ask.app.work(move |app| trained(app.blobs(), &examples)).await?;
    ask.app
        .write(&ask.actor()?, move |tx| worth::add(tx, Origin::Triage, &blob, (count, positives), &report))
        .await
        .map(|_| ())
}

fn trained(blobs: &crate::blobs::Blobs, examples: &[Example]) -> Result<(String, Report)> {
    let broken = |fault: crate::text::worth::TrainFault| Error::internal(fault.to_string());
    let compared = compare(examples).map_err(broken)?;
    let model = train(examples).map_err(broken)?;
    let quality = |scores: &Scores| Quality { precision: scores.precision.into(), recall: scores.recall.into() };
    let report =
        Report { held_back: compared.held_back, before: quality(&compared.default), after: quality(&compared.trained) };
    Ok((blobs.put(&model.to_bytes())?, report))
}

async fn bring(ask: &Ask, bytes: Vec<u8>) -> Result<()> {
    let blob = ask
        .app
        .work(move |app| {
            Trained::from_bytes(&bytes).map_err(|_| Faults::of("file", Say::new("model-broken")))?;
            app.blobs().put(&bytes)
        })
        .await?;
    ask.app
        .write(&ask.actor()?, move |tx| worth::add(tx, Origin::File, &blob, (0, 0), &Report::default()))
        .await
        .map(|_| ())
}

/// `POST /admin/settings/worthiness`: which one scores from now on.
pub async fn choose(ask: Ask) -> Result<Answer> {
    let number = match ask.form.one("model") {
        "built_in" => None,
        number => Some(number.parse().map_err(|_| Error::bad_request("unknown-choice"))?),
    };
    ask.app.write(&ask.actor()?, move |tx| worth::choose(tx, number)).await?;
    done(HERE, "model-chosen")
}
