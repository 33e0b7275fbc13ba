//! `claimdesk user`: accounts, from the machine itself.

use clap::Subcommand;

use super::{open, read_password};
use crate::admin::store::{self as admin, Desk};
use crate::app::{App, SystemClock};
use crate::checks::scale::{self, Preset};
use crate::config::{Config, Place, Serving};
use crate::db;
use crate::error::{Error, Result, Say};
use crate::people::passwords;
use crate::people::rules::{Actor, Email, Password, PersonState, Role};
use crate::people::store::{self, NewPerson, Person};

#[derive(Subcommand)]
pub enum User {
    /// Add an account
    Add {
        email: String,
        /// The name others see [default: the part of the address before the @]
        #[arg(long)]
        name: Option<String>,
        #[arg(long, default_value = "contributor", value_parser = role)]
        role: Role,
    },
    /// Print every account as one JSON line
    List,
    /// Give an account another role
    Role {
        email: String,
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Close an account; its sessions end at once
    Disable { email: String },
    /// Open a closed account again
    Enable { email: String },
    /// Set a new password; sessions end at once
    ResetPassword { email: String },
}

fn role(text: &str) -> std::result::Result<Role, String> {
    text.parse().map_err(|_| "one of contributor, reviewer, editor, admin, auditor".to_owned())
}

/// Runs one of the calls.
pub fn run(place: &Place, serving: &Serving, what: User) -> Result<()> {
    match what {
        User::Add { email, name, role } => add(place, serving, &email, name, role),
        User::List => list(&open(place, serving)?),
        User::Role { email, role } => {
            change(&open(place, serving)?, &email, move |tx, person| store::set_role(tx, &person.id, role).map(|_| ()))
        }
        User::Disable { email } => set_state(&open(place, serving)?, &email, PersonState::Disabled),
        User::Enable { email } => set_state(&open(place, serving)?, &email, PersonState::Active),
        User::ResetPassword { email } => reset(&open(place, serving)?, &email),
    }
}

/// Adding the first account also makes the desk, with settings that its admin can change.
fn add(place: &Place, serving: &Serving, email: &str, name: Option<String>, role: Role) -> Result<()> {
    let app = match open(place, serving) {
        Ok(app) => app,
        Err(_) => {
            let opened = db::open(&place.data, place.database.as_deref(), true, true)?;
            App::new(opened.database, &place.data, Config::new(place, serving)?, std::sync::Arc::new(SystemClock))?
        }
    };
    let email = Email::parse(email).map_err(Error::BadRequest)?;
    let name = name.unwrap_or_else(|| email.as_str().split('@').next().unwrap_or_default().to_owned());
    let password_hash = passwords::hash(&new_password(&[&name, email.as_str()])?)?;
    let person = app.write_blocking(&Actor::operator(), move |tx| {
        if admin::desk(tx.db)?.revision == 0 {
            admin::set_up(tx, Desk::before_set_up())?;
            scale::begin_with(tx, Preset::Five)?;
        }
        store::add(tx, NewPerson { email, name, role, password_hash })
    })?;
    eprintln!("claimdesk: added {} as {}", person.email, person.role);
    Ok(())
}

fn new_password(context: &[&str]) -> Result<Password> {
    let typed = read_password("New password: ")?;
    Password::choose(&typed, context).map_err(Error::BadRequest)
}

fn list(app: &App) -> Result<()> {
    for person in app.database().read(store::everybody)? {
        let line = serde_json::json!({
            "email": person.email, "name": person.name, "role": person.role, "state": person.state,
            "since": person.created_at.short(),
        });
        println!("{line}");
    }
    Ok(())
}

fn change(
    app: &App,
    email: &str,
    work: impl FnOnce(&mut crate::tx::Tx, &Person) -> Result<()> + Send + 'static,
) -> Result<()> {
    let email = Email::parse(email).map_err(Error::BadRequest)?;
    app.write_blocking(&Actor::operator(), move |tx| {
        let person =
            store::by_email(tx.db, email.as_str())?.ok_or_else(|| Error::BadRequest(Say::new("person-unknown")))?;
        work(tx, &person)
    })?;
    eprintln!("claimdesk: done");
    Ok(())
}

fn set_state(app: &App, email: &str, state: PersonState) -> Result<()> {
    change(app, email, move |tx, person| store::set_state(tx, &person.id, state).map(|_| ()))
}

fn reset(app: &App, email: &str) -> Result<()> {
    let hash = passwords::hash(&new_password(&[email])?)?;
    change(app, email, move |tx, person| store::set_password(tx, &person.id, &hash, None))
}
