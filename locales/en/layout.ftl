### What every page shares: navigation, buttons, pages of lists, dates, keys.

skip = Skip to the content
close = Close
save = Save
cancel = Cancel
remove = Remove
open = Open
all = All
actions = Actions
added-on = Added
submitted = Submitted
history = History
restricted = Restricted
private = Private individual

sign-in = Sign in
sign-out = Sign out

nav-desk = Desk
nav-public = Pages for readers
nav-work = My work
nav-articles = Articles
nav-claims = Claims
nav-sources = Sources
nav-reviews = Reviews
nav-tasks = Tasks
nav-claimants = Claimants
nav-topics = Topics
nav-log = Log
nav-admin = Admin
nav-checks = Checks
nav-methodology = How we work
nav-corrections-policy = Corrections policy

footer-wrong = Is something wrong? Tell us:
footer-about = Who we are
footer-funding = Who pays for this

sample-label = Sample content
sample-banner = Sample content. Brackwater is a fictional town; its people, articles, sources and verdicts are invented.

filters = Filters
filter-mine = Mine
filter-everybody = Everybody’s
filter-words = Words in the statement
filter-topic = Any topic
filter-go = Filter

pages = Pages
page-previous = Previous
page-next = Next
page-number = Page { $page }

form-faults = Nothing is saved yet. Please mend this first:

access-title = Who may see it
access-restrict = Only the people ticked here
access-help = For everybody else at the desk it does not exist. Auditors still see it.

choose = Choose
keys-title = Keys
keys-rows = Next and previous row
keys-send = Send the form

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## After a form has done its work

done-saved = Saved.
done-signed-out = You are signed out.
done-desk-set-up = The desk is set up. Add your first article.
done-joined = You have joined the desk.
done-password-changed = Your password is changed. Your other sessions have ended.
done-session-ended = Signed out there.
done-invitation-revoked = The invitation is withdrawn; its link no longer works.
done-access-changed = Who may see it is changed.
done-article-added = The article is added. Mark its claims.
done-claim-marked = The claim is marked. Write its statement so that it can be understood without the article.
done-sentences-dismissed = Marked as needing no check. Tick them again to look at them after all.
done-sentences-restored = These sentences wait to be looked at again.
done-release-withdrawn = The release is taken back.
done-article-released = This version is released.
done-version-added = The version is added, and every claim stands in it word for word.
done-version-added-look = The version is added. These claims are not in it word for word: find them again.
done-place-decided = Decided.
done-model-added = The model is added. It scores nothing until you choose it.
done-model-chosen = Sentences are scored with this model from now on.
done-claims-marked = The claims are marked. They stand beside the text.
done-claim-added = The claim is added. It waits in the inbox.
done-claim-taken = The claim is yours. Add the first piece of evidence.
done-triaged = Triage is changed.
done-source-added = The source is added.
done-snapshot-taken = The snapshot is added.
done-capture-asked = The address is being fetched.
done-note-written = The note is written.
done-note-taken-back = The note is taken back.
done-alarm-raised = The note is written, and everything that leans on this source is to be looked at again.
done-origin-set = Where it has this from is changed.
done-evidence-added = The evidence is added.
done-submitted = The draft is submitted.
done-reviewed = Your review is saved.
done-approved = The draft is approved.
done-sent-back = The draft has gone back to research.
done-published = The check is published.
done-correction-started = A new draft is open. The published version stays up until you publish this one.
done-task-added = The task is added.
