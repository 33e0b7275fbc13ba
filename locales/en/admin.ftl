### Settings, scale, policies, health.

admin-people = People
admin-settings = Settings
admin-scale = Scale
admin-policies = Policies
admin-health = Health

time-zone-help = A name such as Europe/Dublin. Dates and times on every page follow it.
contact-help = An e-mail address or a web page. It stands at the foot of every public page.

scale-help = The ratings that a verdict can have. A change reaches open drafts; published versions keep what they said.
scale-new = Add a rating
scale-add = Add the rating
number-help = From 1 for the falsest to 10 for the truest. Leave it empty where a rating does not lie between the two.

policy-body = Text
policy-help = In Markdown. Each save is a new version; earlier ones are kept.
policy-none = Not written yet. Until it is, readers are told so.
policy-save = Publish this version

health-version = Version of Claimdesk
health-database = Database
health-events = Events in the log
health-files = Files kept
health-queues = What is to be done later
health-queue = Kind
health-waiting = Waiting
health-failing = Tried without success
health-first = Next
queue-archive = Asking archives for copies
queue-capture = Fetching addresses
queue-time-proof = Asking for proofs of time
queue-withholding-end = Ending withholdings
queue-watch = Looking at cited sources again
health-head = Hash of the newest event
health-verify = To prove the log, the content documents and the files, run this on the server:

## Closed lists

byline-as-names = Names
byline-as-roles = Number of people, without names

level-off = Off
level-warn = Warn
level-block = Block

entry-active = In use
entry-retired = Retired

tone-red = Red
tone-orange = Orange
tone-amber = Amber
tone-olive = Olive
tone-green = Green
tone-blue = Blue
tone-purple = Purple
tone-grey = Grey

worthiness = What is worth checking
worthiness-short = Sentences are scored by a model; it only suggests.
worthiness-open = Choose or train the model
worthiness-help = A model scores each sentence from 0 to 100 %. It only suggests: nothing becomes a claim without a person. The desk can train its own on what it selected and declined, see on decisions that were held back whether it does better, and go back at any time.
models = Models
model = Model
model-from = Where it comes from
model-precision = Precision (built in → trained)
model-recall = Recall (built in → trained)
model-built-in = Built in
model-built-in-from = A few dozen weights that anyone can read
model-number = Model { $n }
model-triage = Own triage: { $examples } decisions, { $positives } of them selected
model-file = A file
model-before-after = { $before } % → { $after } %
model-use = Use the chosen model
model-learn = Train on this desk’s triage
model-learn-help = So far the desk has selected { $positives } and turned down { $negatives }. Nothing restricted is used.
model-learn-now = Train a model
model-few = Training needs at least { $min } selected and { $min } declined or dismissed. Triage some more first.
model-bring = Bring a model along
model-bring-file = File
model-bring-help = Made by claimdesk train-worthiness.
model-bring-now = Add the model
model-no-file = Choose a file that claimdesk train-worthiness wrote.
model-broken = This is not a model that this version can read. Make one with claimdesk train-worthiness.

## How pages of others are fetched

fetching = Copies of other people’s pages
fetching-help = A copy is taken when somebody at the desk asks for one, and cited pages are looked at again from time to time. Every request says who asks.
robots-help = Pages that a site asks programs to leave alone are then not copied; they can still be pasted or uploaded.
