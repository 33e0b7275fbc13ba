//! Who people are and what each may do.

use crate::error::{Error, Faults, Result, Say};

id! {
    /// A person of the desk.
    PersonId
}
id! {
    /// An invitation that waits for somebody.
    InvitationId
}

words! {
    /// What somebody is to the desk; the order is the order of rights, auditor apart.
    pub enum Role {
        Contributor = "contributor",
        Reviewer = "reviewer",
        Editor = "editor",
        Admin = "admin",
        Auditor = "auditor",
    }
}

words! {
    /// Whether somebody can sign in.
    pub enum PersonState { Active = "active", Disabled = "disabled" }
}

words! {
    /// Whether an invitation still waits.
    pub enum InvitationState { Open = "open", Used = "used", Revoked = "revoked" }
}

/// Something a role may do; the table of `may` is the table of the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Look at the desk's side.
    Read,
    /// Add articles and sources, mark claims, make tasks.
    Add,
    /// Triage, take, draft, submit, review, start a correction.
    Draft,
    /// Approve, publish, schedule.
    Approve,
    /// People, scale, policies, settings.
    Manage,
    /// Look at the log and the insights.
    ReadLog,
    /// Look at the pages of `/admin`.
    ReadAdmin,
}

/// The table of rights.
pub fn may(role: Role, act: Act) -> bool {
    use Role::*;
    match act {
        Act::Read => true,
        Act::Add => matches!(role, Contributor | Reviewer | Editor | Admin),
        Act::Draft => matches!(role, Reviewer | Editor | Admin),
        Act::Approve => matches!(role, Editor | Admin),
        Act::Manage => role == Admin,
        Act::ReadLog => matches!(role, Reviewer | Editor | Admin | Auditor),
        Act::ReadAdmin => matches!(role, Admin | Auditor),
    }
}

/// Whoever acts in a transaction or looks at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub id: PersonId,
    pub name: String,
    pub role: Role,
}

impl Actor {
    /// Whoever sits at the machine: set-up and the command line act as it. It is no person, so it contributes nothing.
    pub fn operator() -> Self {
        Actor { id: PersonId::from(uuid::Uuid::nil()), name: "operator".into(), role: Role::Admin }
    }

    /// Whether this is the command line and not a person.
    pub fn is_operator(&self) -> bool {
        self.id == PersonId::from(uuid::Uuid::nil())
    }

    /// Whether the role has the right.
    pub fn may(&self, act: Act) -> bool {
        may(self.role, act)
    }

    /// The right, or its sentence.
    pub fn require(&self, act: Act) -> Result<()> {
        if self.may(act) { Ok(()) } else { Err(Error::Forbidden(Say::new(missing_right(act)))) }
    }

    /// Whether readers may see a whole text is an editor's decision. Whoever is none is not offered the box, so for them
    /// a box that did not come leaves things as they are.
    pub fn decides_showable(&self, before: bool, wanted: bool) -> Result<bool> {
        match (before, wanted) {
            (true, false) if !self.may(Act::Approve) => Ok(true),
            (false, true) => self.require(Act::Approve).map(|()| true),
            _ => Ok(wanted),
        }
    }

    /// Auditors read everything, restricted or not; everybody else needs to be named.
    pub fn sees_all(&self) -> bool {
        self.role == Role::Auditor || self.is_operator()
    }
}

/// The sentence for a right that is missing.
pub fn missing_right(act: Act) -> &'static str {
    match act {
        Act::Add => "needs-contributor",
        Act::Draft => "needs-reviewer",
        Act::Approve => "needs-editor",
        _ => "needs-admin",
    }
}

/// An e-mail address as it is kept and compared: trimmed, lower case, one @ between something and something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads what somebody typed.
    pub fn parse(text: &str) -> std::result::Result<Self, Say> {
        let text = text.trim().to_lowercase();
        let fits = text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        match text.split_once('@') {
            Some((name, host)) if fits && !name.is_empty() && host.len() > 2 && !host.contains('@') => Ok(Email(text)),
            _ => Err(Say::new("email-invalid")),
        }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password somebody chose: long enough, not too long to hash, not made of what everybody knows about them.
#[derive(Clone)]
pub struct Password(String);

const PASSWORD_MIN: usize = 12;
const PASSWORD_MAX_BYTES: usize = 1024;

impl Password {
    /// Checks a new password; `context` is what an attacker would try first (name, e-mail, the desk's name).
    pub fn choose(text: &str, context: &[&str]) -> std::result::Result<Self, Say> {
        if text.chars().count() < PASSWORD_MIN {
            return Err(Say::new("password-short").with("min", PASSWORD_MIN));
        }
        if text.len() > PASSWORD_MAX_BYTES {
            return Err(Say::new("password-long").with("max", PASSWORD_MAX_BYTES));
        }
        let plain = text.to_lowercase();
        let core = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
        let repeats = plain.chars().next().is_some_and(|first| plain.chars().all(|c| c == first));
        let known = context.iter().any(|word| word.chars().count() >= 4 && core == word.to_lowercase());
        let common = COMMON.iter().any(|word| core == *word || core.repeat(2) == *word || plain == *word);
        if repeats || known || common {
            return Err(Say::new("password-common"));
        }
        Ok(Password(text.to_owned()))
    }

    /// The words themselves, for the hash and nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Password(…)")
    }
}

/// Long passwords that everybody tries; the full list comes with the security work.
const COMMON: &[&str] = &[
    "passwordpassword",
    "password1234",
    "123456789012",
    "1234567890123",
    "qwertyuiopas",
    "qwertyuiop12",
    "letmeinletmein",
    "iloveyouiloveyou",
    "administrator",
    "administrator1",
    "claimdesk",
    "claimdesk2026",
    "factcheck",
    "factchecking",
    "changemechangeme",
    "welcomewelcome",
    "abcdefghijkl",
    "abcdefghijklm",
    "password",
    "correcthorsebatterystaple",
];

/// A person's name as others see it.
pub fn parse_name(field: &'static str, text: &str, faults: &mut Faults) -> String {
    let name = text.trim().to_owned();
    if name.is_empty() {
        faults.add(field, Say::new("field-required"));
    } else if name.chars().count() > 120 || name.chars().any(char::is_control) {
        faults.add(field, Say::new("field-long").with("max", 120));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_grow_with_the_role_and_the_auditor_only_reads() {
        for (role, acts) in
            [(Role::Contributor, 2), (Role::Reviewer, 4), (Role::Editor, 5), (Role::Admin, 7), (Role::Auditor, 3)]
        {
            let all = [Act::Read, Act::Add, Act::Draft, Act::Approve, Act::Manage, Act::ReadLog, Act::ReadAdmin];
            assert_eq!(all.iter().filter(|act| may(role, **act)).count(), acts, "{role}");
        }
        assert!(!may(Role::Auditor, Act::Add) && may(Role::Auditor, Act::ReadAdmin));
    }

    #[test]
    fn emails_are_trimmed_and_lowered() {
        assert_eq!(Email::parse(" Ines@Example.ORG ").map(|e| e.as_str().to_owned()), Ok("ines@example.org".into()));
        for bad in ["", "a", "a@", "@b.c", "a b@c.de", "a@b@c"] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn passwords_are_long_and_not_what_everybody_tries() {
        assert!(Password::choose("short", &[]).is_err());
        assert!(Password::choose("passwordpassword", &[]).is_err());
        assert!(Password::choose("aaaaaaaaaaaaaaaa", &[]).is_err());
        assert!(Password::choose("The Brackwater Desk2026", &["The Brackwater Desk"]).is_err());
        assert!(Password::choose(&"x y".repeat(400), &[]).is_err());
        assert!(Password::choose("river otters at dusk 🦦", &["Ines"]).is_ok());
    }
}
