### Signing in, setting up, joining, one’s own account, the people of the desk.

login-kept = Your session ended before your form arrived. Sign in as the same person and you will find what you typed.
login-lost = If you have lost your password, ask an admin of your desk for a new one.
login-wrong = This e-mail address and this password do not belong together. Check both and try again.

setup-title = Set up the desk
setup-text = This link works once. It makes the desk and its first admin.
setup-desk-help = As readers will see it.
setup-admin = The first admin
setup-button = Set up the desk
scale-five = Five ratings from true to false
scale-five-help = True, mostly true, half true, mostly false, false; and beside them missing context, unverifiable, satire.
scale-three = Three ratings from true to false
scale-three-help = True, partly true, false; and beside them missing context, unverifiable, satire.
peer-review-help = A colleague reviews every draft before an editor approves it.

join-title = Join the desk
join-heading = Join { $desk }
join-text = Your role: { $role }. Choose a password that nobody else knows.
join-button = Join

account-title = Your account
account-password = Password
account-password-button = Change the password
account-sessions = Where you are signed in
account-since = Signed in
account-seen = Last seen
account-here = This session
account-end = Sign out there
account-end-others = Sign out everywhere else
account-theme = Colours
theme-auto = As the device
theme-light = Light
theme-dark = Dark

password-help = At least 12 characters. A few unrelated words are easy to remember and hard to guess.
password-short = Use at least { $min } characters.
password-long = Use at most { $max } bytes; that is more than enough.
password-common = This password is one of the first that anybody would try. Choose another.
password-wrong = This is not your present password.
email-invalid = Write an e-mail address, such as name@example.org.
email-taken = Somebody at this desk already has this e-mail address.
person-unknown = No account has this e-mail address. Look it up in the list of accounts.
last-admin = This is the only admin. Make somebody else an admin first.

kept-title = Your form is here
kept-text = Your session ended before this form arrived, so nothing is saved yet. Read it and send it again.
kept-send = Send it
account-keys = Single keys are shortcuts
account-keys-help = Press ? on any page of the desk to see them.
kept-file-help = A browser does not give a chosen file back. If you had chosen one, choose it again.

people-role-of = Role of { $name }
people-disable = Disable
people-enable = Enable
invite-title = Invite somebody
invite-button = Make the link
invite-link = The invitation’s link
invite-link-text = Send it to the person yourself. It works once, and it is not shown again.
invite-open = Open invitations
invite-until = Valid until
invite-revoke = Withdraw

## Closed lists

role-contributor = Contributor
role-reviewer = Reviewer
role-editor = Editor
role-admin = Admin
role-auditor = Auditor

person-active = Active
person-disabled = Disabled
people-disable-confirm = Close the account of { $name }? Every session of theirs ends at once.
