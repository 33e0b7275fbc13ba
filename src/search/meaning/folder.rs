use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::MeaningError;

const LARGEST_JSON: u64 = 1 << 20;
const LARGEST_TOKENIZER: u64 = 128 << 20;
const LARGEST_WEIGHTS: u64 = 4 << 30;
const LONGEST_PROMPT: usize = 512;
const LONGEST_TEXT: usize = 8192; // code points

/// How the vectors of a text's tokens become the vector of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pooling {
    Mean,
    First,
}

/// The function between a layer's two wide matrices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Activation {
    Gelu,
    GeluTanh,
    Relu,
}

/// The shape of the network, as `config.json` tells it.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) hidden: usize,
    pub(super) inner: usize,
    pub(super) heads: usize,
    pub(super) layers: usize,
    pub(super) epsilon: f32,
    pub(super) activation: Activation,
    pub(super) first_position: usize,
}

/// What a sentence-transformers folder says besides its weights.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) shape: Shape,
    pub(super) pooling: Pooling,
    pub(super) longest: Option<usize>,
    pub(super) lower_case: bool,
    pub(super) prompt: String,
}

/// A model folder's files, read whole, none larger than its kind may be.
pub(super) struct Files {
    pub(super) settings: Settings,
    pub(super) tokenizer: Vec<u8>,
    pub(super) weights: Vec<u8>,
    /// Every byte that decides what vectors come out, apart from tokenizer and weights.
    pub(super) said: Vec<u8>,
}

#[derive(Deserialize)]
struct Config {
    model_type: Option<String>,
    hidden_size: usize,
    intermediate_size: usize,
    num_attention_heads: usize,
    num_hidden_layers: usize,
    #[serde(default)]
    layer_norm_eps: Option<f32>,
    #[serde(default)]
    hidden_act: Option<String>,
    #[serde(default)]
    pad_token_id: Option<usize>,
    #[serde(default)]
    position_embedding_type: Option<String>,
}

#[derive(Deserialize)]
struct Module {
    path: String,
    r#type: String,
}

#[derive(Deserialize, Default)]
struct PoolingConfig {
    #[serde(default)]
    pooling_mode: Option<String>,
    #[serde(default)]
    pooling_mode_cls_token: bool,
    #[serde(default)]
    pooling_mode_mean_tokens: bool,
    #[serde(default)]
    pooling_mode_max_tokens: bool,
    #[serde(default)]
    pooling_mode_mean_sqrt_len_tokens: bool,
    #[serde(default)]
    pooling_mode_weightedmean_tokens: bool,
    #[serde(default)]
    pooling_mode_lasttoken: bool,
}

#[derive(Deserialize, Default)]
struct Lengths {
    #[serde(default)]
    max_seq_length: Option<usize>,
    #[serde(default)]
    do_lower_case: bool,
}

#[derive(Deserialize, Default)]
struct Prompts {
    #[serde(default)]
    prompts: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    default_prompt_name: Option<String>,
}

impl Files {
    /// Reads a folder that sentence-transformers wrote.
    pub(super) fn read(folder: &Path) -> Result<Files, MeaningError> {
        let mut said = Vec::new();
        let modules = optional::<Vec<Module>>(folder, "modules.json", &mut said)?.unwrap_or_default();
        let (inside, pooling_file) = places(&modules)?;
        let config: Config = required(folder, &format!("{inside}config.json"), &mut said)?;
        let pooling = optional::<PoolingConfig>(folder, &pooling_file, &mut said)?;
        let lengths: Lengths =
            optional(folder, &format!("{inside}sentence_bert_config.json"), &mut said)?.unwrap_or_default();
        let prompts: Prompts = optional(folder, "config_sentence_transformers.json", &mut said)?.unwrap_or_default();
        let settings = Settings {
            shape: shape(&config)?,
            pooling: pooling.map_or(Ok(Pooling::Mean), |config| pooling_of(&config))?,
            longest: lengths.max_seq_length,
            lower_case: lengths.do_lower_case,
            prompt: prompt(prompts)?,
        };
        let tokenizer = read(folder, &format!("{inside}tokenizer.json"), LARGEST_TOKENIZER)?;
        let weights = read(folder, &format!("{inside}model.safetensors"), LARGEST_WEIGHTS)?;
        Ok(Files { settings, tokenizer, weights, said })
    }
}

/// The start of a text that is worth giving to a tokenizer: the rest would be cut off after it anyway.
pub(super) fn head(text: &str) -> &str {
    text.char_indices().nth(LONGEST_TEXT).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Where the transformer and the pooling stand; any further part must be one that changes nothing.
fn places(modules: &[Module]) -> Result<(String, String), MeaningError> {
    let mut inside = String::new();
    let mut pooling = "1_Pooling/config.json".to_owned();
    for module in modules {
        if Path::new(&module.path).components().any(|part| !matches!(part, Component::Normal(_))) {
            return Err(MeaningError::broken("modules.json", format!("the path {:?} leaves the folder", module.path)));
        }
        let place = if module.path.is_empty() { String::new() } else { format!("{}/", module.path) };
        match module.r#type.rsplit('.').next().unwrap_or_default() {
            "Transformer" => inside = place,
            "Pooling" => pooling = format!("{place}config.json"),
            "Normalize" => {}
            other => return Err(MeaningError::Unsupported(format!("it has a part of the kind {other:?}"))),
        }
    }
    Ok((inside, pooling))
}

fn shape(config: &Config) -> Result<Shape, MeaningError> {
    let kind = config.model_type.as_deref().unwrap_or("bert");
    let first_position = match kind {
        "bert" => 0,
        "roberta" | "xlm-roberta" | "camembert" => config.pad_token_id.unwrap_or(1).saturating_add(1),
        other => {
            let known = "only bert, roberta, camembert and xlm-roberta are understood";
            return Err(MeaningError::Unsupported(format!("its model_type is {other:?}, and {known}")));
        }
    };
    if config.position_embedding_type.as_deref().is_some_and(|kind| kind != "absolute") {
        return Err(MeaningError::Unsupported("its positions are not absolute".into()));
    }
    let activation = match config.hidden_act.as_deref().unwrap_or("gelu") {
        "gelu" => Activation::Gelu,
        "gelu_new" | "gelu_pytorch_tanh" | "gelu_fast" => Activation::GeluTanh,
        "relu" => Activation::Relu,
        other => return Err(MeaningError::Unsupported(format!("its hidden_act is {other:?}"))),
    };
    let heads = config.num_attention_heads;
    if !(1..=8192).contains(&config.hidden_size)
        || !(1..=65_536).contains(&config.intermediate_size)
        || !(1..=128).contains(&config.num_hidden_layers)
        || config.hidden_size.checked_rem(heads).is_none_or(|rest| rest != 0)
    {
        return Err(MeaningError::broken("config.json", "its sizes make no network"));
    }
    let epsilon = config.layer_norm_eps.unwrap_or(1e-12);
    Ok(Shape {
        hidden: config.hidden_size,
        inner: config.intermediate_size,
        heads,
        layers: config.num_hidden_layers,
        epsilon,
        activation,
        first_position,
    })
}

fn pooling_of(config: &PoolingConfig) -> Result<Pooling, MeaningError> {
    let others = config.pooling_mode_max_tokens
        || config.pooling_mode_mean_sqrt_len_tokens
        || config.pooling_mode_weightedmean_tokens
        || config.pooling_mode_lasttoken;
    match (config.pooling_mode.as_deref(), config.pooling_mode_cls_token, config.pooling_mode_mean_tokens) {
        (Some("mean"), ..) => Ok(Pooling::Mean),
        (Some("cls"), ..) => Ok(Pooling::First),
        (None, true, false) if !others => Ok(Pooling::First),
        (None, false, _) if !others => Ok(Pooling::Mean),
        _ => Err(MeaningError::Unsupported("its pooling is neither the mean nor the first token".into())),
    }
}

fn prompt(mut prompts: Prompts) -> Result<String, MeaningError> {
    let named = prompts.default_prompt_name.and_then(|name| prompts.prompts.remove(&name)).unwrap_or_default();
    if named.len() > LONGEST_PROMPT {
        return Err(MeaningError::broken("config_sentence_transformers.json", "its default prompt is too long"));
    }
    Ok(named)
}

fn required<T: DeserializeOwned>(folder: &Path, file: &str, said: &mut Vec<u8>) -> Result<T, MeaningError> {
    let bytes = read(folder, file, LARGEST_JSON)?;
    let value = serde_json::from_slice(&bytes).map_err(|error| MeaningError::broken(file, error))?;
    said.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    said.extend(bytes);
    Ok(value)
}

fn optional<T: DeserializeOwned>(folder: &Path, file: &str, said: &mut Vec<u8>) -> Result<Option<T>, MeaningError> {
    if folder.join(file).exists() {
        return required(folder, file, said).map(Some);
    }
    said.extend_from_slice(&u64::MAX.to_le_bytes());
    Ok(None)
}

fn read(folder: &Path, file: &str, largest: u64) -> Result<Vec<u8>, MeaningError> {
    let path = folder.join(file);
    let missing = |error: std::io::Error| MeaningError::Missing { file: file.to_owned(), why: error.to_string() };
    let about = fs::metadata(&path).map_err(missing)?;
    if !about.is_file() || about.len() > largest {
        return Err(MeaningError::broken(file, format!("not a file of at most {} MiB", largest >> 20)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    File::open(&path).map_err(missing)?.take(largest).read_to_end(&mut bytes).map_err(missing)?;
    Ok(bytes)
}
