//! The command line leads to everything.

fn main() -> std::process::ExitCode {
    claimdesk::cli::run()
}
