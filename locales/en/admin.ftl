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
