//! What can be set from outside: flags, each also a variable.

use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::fetching::Opening;

/// Where the desk's data is; common to every command.
#[derive(Debug, Clone, clap::Args)]
pub struct Place {
    /// Directory of the database and the files
    #[arg(long, env = "CLAIMDESK_DATA", default_value = "./data", global = true)]
    pub data: PathBuf,
    /// A PostgreSQL address instead of the file in --data (builds with the feature `postgres`)
    #[arg(long, env = "CLAIMDESK_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
}

/// How the site is served.
#[derive(Debug, Clone, clap::Args)]
pub struct Serving {
    /// Address and port to listen on
    #[arg(long, env = "CLAIMDESK_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub listen: String,
    /// Address that readers use; links, canonicals and the Host and Origin checks are made from it [default: http://LISTEN]
    #[arg(long, env = "CLAIMDESK_BASE_URL", global = true)]
    pub base_url: Option<String>,
    /// Serve the public side only
    #[arg(long, env = "CLAIMDESK_READ_ONLY", global = true)]
    pub read_only: bool,
    /// Folder of a sentence-transformers model (BERT type): claims are then also matched by meaning
    #[arg(long, env = "CLAIMDESK_EMBEDDING_MODEL", global = true)]
    pub embedding_model: Option<PathBuf>,
    /// Hosts or networks beyond the public web that sources may be fetched from: `10.1.2.3:8080`, `wiki.internal`; with commas
    #[arg(long, env = "CLAIMDESK_FETCH_ALLOW", global = true, value_delimiter = ',')]
    pub fetch_allow: Vec<String>,
    /// Megabytes that are read of one address, unpacked; larger ones are refused
    #[arg(long, env = "CLAIMDESK_FETCH_MEGABYTES", default_value_t = 5, global = true)]
    pub fetch_megabytes: usize,
    /// An archive that sources can be handed to: `spn2 https://web.archive.org KEYFILE` or `get https://archive.example/save/`
    #[arg(long, env = "CLAIMDESK_ARCHIVE", global = true, default_value = "off")]
    pub archive: String,
    /// An authority (RFC 3161) that signs when each copy was there, like http://timestamp.example/tsr
    #[arg(long, env = "CLAIMDESK_TIME_AUTHORITY", global = true)]
    pub time_authority: Option<String>,
    /// File of the certificates (PEM) that this authority is trusted by; a proof that they do not vouch for is not kept
    #[arg(long, env = "CLAIMDESK_TIME_TRUST", global = true)]
    pub time_trust: Option<PathBuf>,
    /// File of the key that seals protected sources, made at its first use [default: protected.key in --data]
    #[arg(long, env = "CLAIMDESK_PROTECTED_KEY", global = true)]
    pub protected_key: Option<PathBuf>,
    /// Threads that answer requests
    #[arg(long, env = "CLAIMDESK_WORKERS", default_value_t = 2, global = true)]
    pub workers: usize,
}

/// What the running program goes by.
#[derive(Debug, Clone)]
pub struct Config {
    /// Scheme, host and port, without a slash at the end.
    pub base_url: String,
    /// Host and port as a browser's `Host` header names them.
    pub host: String,
    /// Whether the readers' side is https: cookies are then `__Host-`.
    pub secure: bool,
    /// Public side only.
    pub read_only: bool,
    /// Directory of the files.
    pub data: PathBuf,
    /// Folder of a model of meaning.
    pub embedding_model: Option<PathBuf>,
    /// Beyond the public web.
    pub fetch_allow: Vec<Opening>,
    /// Bytes that are read of one address.
    pub fetch_bytes: usize,
    /// The setting that names an archive; it is read once, when the desk opens.
    pub archive: String,
    /// The authority that signs when each copy was there.
    pub time_authority: Option<url::Url>,
    /// The certificates it is trusted by, as PEM.
    pub time_trust: Option<Vec<u8>>,
    /// File of the key that seals protected sources.
    pub protected_key: PathBuf,
}

impl Config {
    /// Makes sense of the flags, or says in one line what is wrong with them.
    pub fn new(place: &Place, serving: &Serving) -> Result<Self> {
        let given = serving.base_url.clone().unwrap_or_else(|| format!("http://{}", serving.listen));
        let url = url::Url::parse(&given).map_err(|_| {
            Error::startup(format!("--base-url must be an address like https://check.example.org, not {given}"))
        })?;
        let secure = url.scheme() == "https";
        let host = url.host_str().map(|host| match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        });
        let opened: std::result::Result<Vec<Opening>, String> =
            serving.fetch_allow.iter().filter(|it| !it.trim().is_empty()).map(|it| it.trim().parse()).collect();
        let fetch_allow = opened.map_err(|error| Error::startup(format!("--fetch-allow: {error}")))?;
        let time_authority = serving.time_authority.as_deref().map(web_address).transpose()?;
        let time_trust = serving
            .time_trust
            .as_deref()
            .map(|file| std::fs::read(file).map_err(|error| Error::startup(format!("--time-trust: {error}"))))
            .transpose()?;
        match host {
            Some(host) if (secure || url.scheme() == "http") && url.path() == "/" && url.query().is_none() => {
                Ok(Config {
                    base_url: format!("{}://{host}", url.scheme()),
                    host,
                    secure,
                    read_only: serving.read_only,
                    data: place.data.clone(),
                    embedding_model: serving.embedding_model.clone(),
                    fetch_allow,
                    fetch_bytes: serving.fetch_megabytes.clamp(1, 100) * 1_000_000,
                    archive: serving.archive.clone(),
                    time_authority,
                    time_trust,
                    protected_key: serving.protected_key.clone().unwrap_or_else(|| place.data.join("protected.key")),
                })
            }
            _ => Err(Error::startup(format!("--base-url must be http or https with a host and no path, not {given}"))),
        }
    }
}

fn web_address(given: &str) -> Result<url::Url> {
    let url = url::Url::parse(given).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    // What stands in an address stands in logs.
    let url = url.filter(|url| url.username().is_empty() && url.password().is_none());
    url.ok_or_else(|| Error::startup("--time-authority must be a web address without a password"))
}
