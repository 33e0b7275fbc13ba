//! The command line: one file a command. Results go to stdout, messages to stderr; 0 done, 1 failed, 2 wrong use.

mod archive;
mod backup;
mod demo;
mod health;
mod import;
mod matching;
mod reanchor;
mod reindex;
mod samples;
mod serve;
mod split;
mod train;
mod user;
pub mod verify;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};

use crate::app::{App, SystemClock};
use crate::config::{Config, Place, Serving};
use crate::db;
use crate::error::{Error, Result};

pub use serve::{HttpSite, JOBS};

/// A desk for checking facts: an article goes in, a published check with its evidence and its history comes out.
#[derive(Parser)]
#[command(name = "claimdesk", version, about, max_term_width = 110)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    serving: Serving,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the site (the same as no command); with no account yet it prints a one-time set-up link
    Serve,
    /// Run the site on a directory filled with sample content; without --data a temporary one
    Demo,
    /// Print one JSON object a line for each sentence of a text: where it stands, whether it is worth checking and why
    Split(split::Split),
    /// Fit a model of what is worth checking to labelled sentences
    TrainWorthiness(train::Train),
    /// Find passages of one text again in another, and say what became of each
    Reanchor(reanchor::Reanchor),
    /// Find the most similar checks of a file for each text of another, with the reason why
    Match(matching::Matching),
    /// Take in what comes from elsewhere, with a report of what was repaired or refused
    Import {
        #[command(subcommand)]
        what: import::Import,
    },
    /// Prove the log, every row, every content document, every published version and every file
    Verify,
    /// Accounts: passwords are read from the terminal or stdin
    User {
        #[command(subcommand)]
        what: user::User,
    },
    /// Write database and files into one verified file, beside a running server
    Backup {
        /// The file to write; it must not exist yet
        file: PathBuf,
    },
    /// Bring a backup back into an empty data directory
    Restore {
        /// A file that `claimdesk backup` wrote
        file: PathBuf,
    },
    /// Bring the database up to this version, after an automatic verified backup
    Migrate,
    /// Build the search indexes again from the database; a running server does it itself when asked
    Reindex,
    /// Read a PDF from stdin and print its pages as JSON; run by this program itself, under limits
    #[command(name = "read-pdf", hide = true)]
    ReadPdf,
    /// Say in one JSON line whether database and files answer
    Health,
}

/// Reads the command line and runs it.
pub fn run() -> ExitCode {
    if let Ok(program) = std::env::current_exe() {
        crate::reading::read_with(program);
    }
    let given_data = std::env::args().any(|arg| arg == "--data" || arg.starts_with("--data="))
        || std::env::var_os("CLAIMDESK_DATA").is_some();
    let cli = Cli::parse();
    start_log();
    let outcome = match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(&cli.place, &cli.serving),
        Command::Demo => return demo::run(&cli.place, &cli.serving, given_data),
        Command::Split(what) => split::run(&what),
        Command::TrainWorthiness(what) => train::run(&what),
        Command::Reanchor(what) => reanchor::run(&what),
        Command::Match(what) => matching::run(&cli.serving, &what),
        Command::Import { what } => import::run(&cli.place, &cli.serving, what),
        Command::Verify => verify::run(&cli.place, &cli.serving),
        Command::User { what } => user::run(&cli.place, &cli.serving, what),
        Command::Backup { file } => backup::run(&cli.place, &cli.serving, &file),
        Command::Restore { file } => archive::restore(&cli.place, &cli.serving, &file),
        Command::Migrate => serve::migrate(&cli.place),
        Command::Reindex => reindex::run(&cli.place, &cli.serving),
        Command::ReadPdf => read_pdf(),
        Command::Health => health::run(&cli.place, &cli.serving),
    };
    finish(outcome)
}

fn finish(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("claimdesk: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read_pdf() -> Result<()> {
    crate::reading::child::child_main(std::io::stdin().lock(), std::io::stdout().lock())?;
    Ok(())
}

fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("CLAIMDESK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,actix_server=error"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).json().try_init();
}

/// Opens a desk for a command that works beside a running server.
fn open(place: &Place, serving: &Serving) -> Result<App> {
    let opened = db::open(&place.data, place.database.as_deref(), false, false)?;
    App::new(opened.database, &place.data, Config::new(place, serving)?, Arc::new(SystemClock))
}

/// A secret typed at the terminal, or the first line of stdin.
fn read_password(prompt: &str) -> Result<String> {
    use std::io::{BufRead, IsTerminal};
    if std::io::stdin().is_terminal() {
        return rpassword::prompt_password(prompt)
            .map_err(|error| Error::startup(format!("cannot read the password: {error}")));
    }
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| Error::startup(format!("cannot read stdin: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
