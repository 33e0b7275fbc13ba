use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;

use serde_json::Value;
use tokenizers::{Tokenizer, TruncationParams};

use super::error::MeaningError;
use super::folder::{Files, Pooling, head};
use super::math::unit;
use super::network::Network;
use super::weights::Weights;
use crate::db::sha256;

const TOKENIZER: &str = "tokenizer.json";
const TOKENS_AT_ONCE: usize = 256;
const LONGEST_TEXT: usize = 512; // tokens, unless the folder says fewer or more
const MOST_GROWTH: usize = 1024;
const RECIPE: &[u8] = b"claimdesk meaning 1"; // changes whenever the same folder would give other vectors

/// A sentence-transformers model, ready to turn texts into vectors; to be shared between threads.
pub struct Encoder {
    tokenizer: Tokenizer,
    network: Network,
    pooling: Pooling,
    longest: usize,
    lower_case: bool,
    prompt: String,
    fingerprint: String,
}

impl Encoder {
    /// Reads a model folder, checking every file: takes about the size of `model.safetensors` in memory, up to three
    /// times as much while it opens.
    pub fn open(dir: &Path) -> Result<Encoder, MeaningError> {
        let Files { settings, tokenizer, weights, said } = Files::read(dir)?;
        let parts = [said, tokenizer, weights];
        let fingerprint = fingerprint(&parts);
        let [_, tokenizer, weights] = parts;
        let network = Network::new(Weights::open(weights)?, &settings.shape)?;
        let longest = settings.longest.unwrap_or(LONGEST_TEXT).min(network.longest());
        if longest < 4 {
            return Err(MeaningError::broken("sentence_bert_config.json", "its texts are too short to hold a word"));
        }
        let encoder = Encoder {
            tokenizer: open_tokenizer(&tokenizer, longest)?,
            network,
            pooling: settings.pooling,
            longest,
            lower_case: settings.lower_case,
            prompt: settings.prompt,
            fingerprint,
        };
        encoder.encode(&["A first sentence shows whether the files fit together."])?;
        Ok(encoder)
    }

    /// The vectors of texts, one long each (so that their product is the cosine), in the order given. The same text
    /// gives the same vector in any company. On the calling thread, at most some 1,000 tokens at once.
    pub fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, MeaningError> {
        let mut vectors = Vec::with_capacity(texts.len());
        let mut waiting: Vec<Vec<u32>> = Vec::new();
        let mut tokens = 0;
        for text in texts {
            let words = self.words(text)?;
            if tokens + words.len() > TOKENS_AT_ONCE {
                self.read(&mut waiting, &mut vectors)?;
                tokens = 0;
            }
            tokens += words.len();
            waiting.push(words);
        }
        self.read(&mut waiting, &mut vectors)?;
        Ok(vectors)
    }

    /// The same on several threads, for a whole library at once.
    pub fn encode_on(&self, threads: usize, texts: &[&str]) -> Result<Vec<Vec<f32>>, MeaningError> {
        let share = texts.len().div_ceil(threads.max(1)).max(1);
        thread::scope(|scope| {
            let started: Vec<_> = texts.chunks(share).map(|share| scope.spawn(|| self.encode(share))).collect();
            let mut vectors = Vec::with_capacity(texts.len());
            for thread in started {
                vectors.extend(thread.join().map_err(|_| MeaningError::Text("a thread ended early".into()))??);
            }
            Ok(vectors)
        })
    }

    /// Numbers in a vector.
    pub fn dimensions(&self) -> usize {
        self.network.dimensions()
    }

    /// The SHA-256 (hexadecimal) of all that decides what vectors come out: those of two fingerprints never mix.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn words(&self, text: &str) -> Result<Vec<u32>, MeaningError> {
        let text = format!("{}{}", self.prompt, head(text));
        let text = if self.lower_case { text.to_lowercase() } else { text };
        let encoding = guarded(|| self.tokenizer.encode_fast(text, true)).map_err(MeaningError::Text)?;
        let mut words = encoding.get_ids().to_vec();
        words.truncate(self.longest);
        Ok(words)
    }

    fn read(&self, waiting: &mut Vec<Vec<u32>>, vectors: &mut Vec<Vec<f32>>) -> Result<(), MeaningError> {
        for vector in self.network.read(waiting, self.pooling)? {
            let said = "the weights give something that is not a number";
            vectors.push(unit(vector).ok_or_else(|| MeaningError::broken("model.safetensors", said))?);
        }
        waiting.clear();
        Ok(())
    }
}

fn fingerprint(parts: &[Vec<u8>]) -> String {
    let digests: Vec<String> = parts.iter().map(|part| sha256(part)).collect();
    sha256(&[RECIPE, digests.concat().as_bytes()].concat())
}

fn open_tokenizer(bytes: &[u8], longest: usize) -> Result<Tokenizer, MeaningError> {
    let broken = |why: String| MeaningError::broken(TOKENIZER, why);
    let parts: Value = serde_json::from_slice(bytes).map_err(|error| broken(error.to_string()))?;
    if ["normalizer", "pre_tokenizer"].iter().filter_map(|part| parts.get(part)).map(growth).product::<usize>()
        > MOST_GROWTH
    {
        return Err(broken("it would make a text far longer".into()));
    }
    drop(parts);
    guarded(|| {
        let mut tokenizer = Tokenizer::from_bytes(bytes)?;
        tokenizer.with_padding(None);
        tokenizer.with_truncation(Some(TruncationParams { max_length: longest, ..TruncationParams::default() }))?;
        Ok::<_, tokenizers::Error>(tokenizer)
    })
    .map_err(broken)
}

/// How many times longer a tokenizer's replacements can make a text, at most.
fn growth(part: &Value) -> usize {
    match part {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("content" | "prepend" | "replacement", Value::String(text)) => text.len().max(1),
                _ => growth(value),
            })
            .fold(1, usize::saturating_mul),
        Value::Array(parts) => parts.iter().map(growth).fold(1, usize::saturating_mul),
        _ => 1,
    }
}

/// Calls into a library that gives up by panicking on some broken files.
fn guarded<T, E: Display>(work: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the tokenizer gave up".into()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::PathBuf;

    use safetensors::tensor::{Dtype, TensorView, serialize};
    use serde_json::json;

    use super::*;
    use crate::db::{hex, random_bytes};

    const WORDS: [&str; 9] = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "water", "boils", "##s", "in", "paris"];

    struct Folder(PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn folder(config: Value, tokenizer: &Value) -> Folder {
        let folder = Folder(std::env::temp_dir().join(format!("claimdesk-model-{}", hex(&random_bytes::<6>()))));
        fs::create_dir_all(folder.0.join("1_Pooling")).unwrap();
        let mut all = json!({"hidden_size": 8, "intermediate_size": 12, "num_attention_heads": 2,
            "num_hidden_layers": 2, "layer_norm_eps": 1e-12, "hidden_act": "gelu"});
        all.as_object_mut().unwrap().append(&mut config.as_object().unwrap().clone());
        fs::write(folder.0.join("config.json"), all.to_string()).unwrap();
        fs::write(folder.0.join("tokenizer.json"), tokenizer.to_string()).unwrap();
        fs::write(folder.0.join("model.safetensors"), weights()).unwrap();
        folder
    }

    fn weights() -> Vec<u8> {
        let mut shapes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (name, rows) in [("word", 9), ("position", 20), ("token_type", 2)] {
            shapes.insert(format!("embeddings.{name}_embeddings.weight"), vec![rows, 8]);
        }
        let mut norms = vec!["embeddings.LayerNorm".to_owned()];
        for layer in ["encoder.layer.0", "encoder.layer.1"] {
            let dense = [("attention.self.query", 8, 8), ("attention.self.key", 8, 8), ("attention.self.value", 8, 8)];
            let more = [("attention.output.dense", 8, 8), ("intermediate.dense", 12, 8), ("output.dense", 8, 12)];
            for (name, out, inside) in dense.into_iter().chain(more) {
                shapes.insert(format!("{layer}.{name}.weight"), vec![out, inside]);
                shapes.insert(format!("{layer}.{name}.bias"), vec![out]);
            }
            norms.extend(["attention.output.LayerNorm", "output.LayerNorm"].map(|name| format!("{layer}.{name}")));
        }
        for name in norms.iter().flat_map(|norm| [format!("{norm}.weight"), format!("{norm}.bias")]) {
            shapes.insert(name, vec![8]);
        }
        let numbers = |(at, shape): (usize, &Vec<usize>)| -> Vec<u8> {
            let wave = |x: usize| ((x as f64 * 0.7 + at as f64 * 1.3).sin() as f32).to_le_bytes();
            (0..shape.iter().product()).flat_map(wave).collect()
        };
        let data: Vec<Vec<u8>> = shapes.values().enumerate().map(numbers).collect();
        let views = shapes
            .iter()
            .zip(&data)
            .map(|((name, shape), data)| (name.as_str(), TensorView::new(Dtype::F32, shape.clone(), data).unwrap()));
        serialize(views, None).unwrap()
    }

    fn word_pieces() -> Value {
        let vocabulary: BTreeMap<&str, usize> = WORDS.into_iter().zip(0..).collect();
        json!({"version": "1.0", "truncation": {"max_length": 2, "strategy": "LongestFirst", "stride": 0},
            "padding": {"strategy": {"Fixed": 128}, "direction": "Right", "pad_to_multiple_of": null, "pad_id": 0,
                "pad_type_id": 0, "pad_token": "[PAD]"},
            "added_tokens": [], "decoder": null, "pre_tokenizer": {"type": "BertPreTokenizer"},
            "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                "strip_accents": null, "lowercase": true},
            "post_processor": surround("[CLS]", 2, "[SEP]", 3),
            "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100, "vocab": vocabulary}})
    }

    fn sentence_pieces() -> Value {
        let pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁water", "▁boil", "s", "▁in", "▁paris"];
        let vocabulary: Vec<(&str, f64)> = pieces.into_iter().zip((0..).map(|x| -f64::from(x))).collect();
        json!({"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "decoder": null,
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
            "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true},
            "post_processor": surround("<s>", 0, "</s>", 2),
            "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": false}})
    }

    fn surround(start: &str, start_id: u32, end: &str, end_id: u32) -> Value {
        let special = |id: &str| json!({"SpecialToken": {"id": id, "type_id": 0}});
        let single = json!([special(start), {"Sequence": {"id": "A", "type_id": 0}}, special(end)]);
        let ids = |id: &str, number: u32| json!({"id": id, "ids": [number], "tokens": [id]});
        json!({"type": "TemplateProcessing", "single": single, "pair": [{"Sequence": {"id": "A", "type_id": 0}},
            {"Sequence": {"id": "B", "type_id": 0}}], "special_tokens": {start: ids(start, start_id), end: ids(end, end_id)}})
    }

    fn near(vector: &[f32], said: [f32; 8]) -> bool {
        vector.iter().zip(said).all(|(x, said)| (x - said).abs() < 2e-6)
    }

    #[test]
    fn vectors_are_those_of_the_reference() -> Result<(), MeaningError> {
        let bert = folder(json!({}), &word_pieces());
        let mean = Encoder::open(&bert.0)?;
        let texts = ["Water boils in Paris", "waters", ""];
        let vectors = mean.encode(&texts)?;
        let said = [
            [-0.3905272, 0.1269719, 0.4267422, -0.107603, 0.3828697, 0.0986589, 0.4813533, -0.4996554],
            [-0.390572, 0.1267522, 0.4271271, -0.1076008, 0.3828529, 0.0984913, 0.4812359, -0.4995068],
            [-0.3905665, 0.1268174, 0.4270464, -0.1076083, 0.3828561, 0.098536, 0.4812407, -0.499546],
        ];
        assert!(vectors.iter().zip(said).all(|(vector, said)| near(vector, said)), "{vectors:?}");
        assert_eq!((mean.dimensions(), mean.encode_on(3, &texts)?), (8, vectors.clone()));
        assert_eq!(mean.encode(&["waters"])?, vectors[1..2], "no company changes a vector");
        fs::write(bert.0.join("1_Pooling/config.json"), r#"{"pooling_mode_cls_token": true}"#).unwrap();
        let first = Encoder::open(&bert.0)?;
        let said = [-0.3905573, 0.1268642, 0.4269824, -0.1076174, 0.3828585, 0.0985676, 0.4812564, -0.4995709];
        assert!(near(&first.encode(&["waters"])?[0], said));
        assert_ne!(first.fingerprint(), mean.fingerprint());
        let multilingual = folder(json!({"model_type": "xlm-roberta", "pad_token_id": 1}), &sentence_pieces());
        let said = [-0.3905093, 0.1271726, 0.426497, -0.1076279, 0.3828785, 0.0987959, 0.4813666, -0.4997756];
        assert!(near(&Encoder::open(&multilingual.0)?.encode(&["Water  boils in Paris"])?[0], said));
        Ok(())
    }

    #[test]
    fn long_texts_are_cut_at_the_length_the_folder_says() -> Result<(), MeaningError> {
        let bert = folder(json!({}), &word_pieces());
        fs::write(bert.0.join("sentence_bert_config.json"), r#"{"max_seq_length": 5}"#).unwrap();
        let encoder = Encoder::open(&bert.0)?;
        let long = "water boils in ".repeat(400_000);
        let vectors = encoder.encode(&["water boils in", &long, "water boils"])?;
        assert_eq!(vectors[0], vectors[1]);
        assert_ne!(vectors[0], vectors[2]);
        let odd = [
            "x".repeat(100_000),
            "\u{301}".repeat(100_000),
            "\u{0}\u{fffe}\u{202e}".repeat(1000),
            "😀\u{200d}".repeat(9000),
        ];
        assert!(odd.iter().all(|text| encoder.encode(&[text]).is_ok()));
        Ok(())
    }

    #[test]
    fn damaged_and_foreign_folders_are_refused_in_words() {
        let refusal = |config: Value, file: &str, content: &str| {
            let bert = folder(config, &word_pieces());
            fs::write(bert.0.join(file), content).unwrap();
            Encoder::open(&bert.0).err().map(|error| error.to_string()).unwrap_or_default()
        };
        let swelling = r#"{"normalizer": {"type": "Prepend", "prepend": "LONG"}}"#.replace("LONG", &"x".repeat(2000));
        let table = [
            (json!({"model_type": "mpnet"}), "x", "", "model_type is \"mpnet\""),
            (json!({"hidden_act": "swish"}), "x", "", "hidden_act is \"swish\""),
            (json!({"num_attention_heads": 3}), "x", "", "its sizes make no network"),
            (json!({"num_attention_heads": 0}), "x", "", "its sizes make no network"),
            (json!({"num_hidden_layers": 3}), "x", "", "encoder.layer.2.attention.self.query.weight is not in it"),
            (json!({"intermediate_size": 13}), "x", "", "has the shape [12, 8], and [13, 8] is needed"),
            (json!({"model_type": "roberta", "pad_token_id": 19}), "x", "", "has no positions"),
            (json!({}), "config.json", "{", "config.json in the model folder is damaged"),
            (json!({}), "tokenizer.json", &swelling, "far longer"),
            (json!({}), "tokenizer.json", "{}", "tokenizer.json in the model folder is damaged"),
            (json!({}), "model.safetensors", "\u{1}", "model.safetensors in the model folder is damaged"),
            (json!({}), "modules.json", r#"[{"path": "../secret", "type": "Transformer"}]"#, "leaves the folder"),
            (json!({}), "modules.json", r#"[{"path": "2", "type": "a.Dense"}]"#, "a part of the kind \"Dense\""),
            (json!({}), "1_Pooling/config.json", r#"{"pooling_mode_max_tokens": true}"#, "its pooling is neither"),
            (json!({}), "sentence_bert_config.json", r#"{"max_seq_length": 2}"#, "too short"),
        ];
        for (config, file, content, said) in table {
            let error = refusal(config, file, content);
            assert!(error.contains(said), "{error:?} should contain {said:?}");
        }
        let missing = Encoder::open(Path::new("/nowhere")).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(missing.starts_with("the model folder has no readable config.json"), "{missing}");
    }

    #[test]
    fn no_damage_makes_it_panic() {
        for (config, tokenizer) in
            [(json!({}), word_pieces()), (json!({"model_type": "xlm-roberta"}), sentence_pieces())]
        {
            let model = folder(config, &tokenizer);
            for file in ["config.json", "tokenizer.json", "model.safetensors"] {
                let whole = fs::read(model.0.join(file)).unwrap();
                for at in (0..whole.len()).step_by(whole.len() / 150 + 1) {
                    fs::write(model.0.join(file), &whole[..at]).unwrap();
                    assert!(Encoder::open(&model.0).is_err(), "{file} cut at {at}");
                    let mut flipped = whole.clone();
                    flipped[at] ^= 0x11;
                    fs::write(model.0.join(file), &flipped).unwrap();
                    let _ = Encoder::open(&model.0);
                }
                fs::write(model.0.join(file), &whole).unwrap();
            }
            assert!(Encoder::open(&model.0).is_ok());
        }
    }
}
