### Sources and their snapshots.

source = Source
source-new = Add a source
source-add = Add the source
source-about = About this source
source-kind = Kind
source-primary = Primary
source-secondary = Secondary
source-text = Text of the snapshot
source-copy = Snapshot
source-copy-help = A quote can only come from a snapshot. Where the address cannot be fetched, paste or upload the source as you see it.
source-title-help = What the page calls itself, where you leave this empty.
source-file = Or a file
source-file-help = A text (.txt), Markdown (.md), web page (.html), PDF or picture. It is kept exactly as it is.
source-url-help = Where a reader can find it. Without one, give a citation.
source-freely-help = Readers may then see the whole snapshot. Otherwise they see the quote and the paragraph around it.
source-where = Give a web address or a citation, so that a stranger can find the source.
source-uses = Evidence from this source
source-uses-none = No check uses this source yet.
publisher-help = Who stands behind it. Two sources of one publisher count as one.
fetch-help = The page is fetched, kept with its hash, and read, so that you can quote from it.
citation-help = How to find it without a link: author, title, date, page.
accessed-help = The day on which you saw it.

sources-empty = No source here yet
sources-empty-text = Add the web page, document, dataset or interview that bears on a claim.

snapshots = Snapshots
snapshot-add = Add a snapshot
snapshot-taken-on = Snapshot of { $time }
snapshots-empty = No snapshot yet
snapshots-empty-text = Fetch the source’s address, or add its text as you see it now, so that passages can be quoted from it.
snapshot-page = As a page
snapshot-unread = This copy has no text that can be quoted
snapshot-unread-text = It is kept as it came. Write a note of what it shows, or paste its text as a snapshot of its own.

## Captures

capture = Capture
capture-waiting = The address is being fetched
capture-taken = A new snapshot was taken
capture-unchanged = Nothing new: it is the copy we have
capture-failed = The address could not be fetched.
capture-waiting-text = The address is being fetched. This page follows it; you can leave it.
capture-failed-text = The source is kept. Try again, or paste or upload it as you see it.
capture-details = How it was captured
capture-next = It is tried again on { $time }.
capture-now = Fetch the address now
capture-retry = Try again
capture-by-hand = Paste or upload it instead
capture-article = Open the article
capture-snapshot = Open the snapshot
capture-warc = WARC file
capture-asked = Asked for
capture-fetched = Fetched
capture-final = Final address
capture-status = HTTP status
capture-size = Size
capture-extractor = Text read with
capture-tool = Fetched with
capture-chain = Redirects
capture-headers = Headers of the answer
capture-header = Header
capture-header-value = Value
capture-no-address = This source has no web address. Add one, or paste or upload the source.
capture-over = This capture has come to its end. Ask for a new one from the source’s page.
capture-about = The page came, but what was typed about the article cannot be taken. Add the article by hand.
capture-rights = Whoever asked for this may no longer see or change what it was for.
capture-broken = Fetching this address broke off again and again. Paste or upload the source instead.
job-broken = Something went wrong here while it was fetched, not with the address.
bytes = { $n ->
    [one] One byte
   *[other] { $n } bytes
    }
appearance-keep = Keep a copy
source-wacz = All captures (WACZ)
wacz-none = Nothing of this source has been fetched yet, so there is nothing to pack.

## Why an address could not be fetched

fetch-address = This is no web address that can be fetched.
fetch-scheme = Only addresses that begin with http:// or https:// can be fetched.
fetch-userinfo = Addresses with a name or password in them are not fetched. Leave it out.
fetch-port = Only the usual ports of the web (80 and 443) are asked.
fetch-private-address = This address does not lead to the public web, so it is not fetched.
fetch-dns = No server was found under this name.
fetch-refused = The server does not take the connection.
fetch-unreachable = The server cannot be reached.
fetch-timeout = The server did not answer in time.
fetch-tls = The server cannot prove that it is who it says: its certificate is not valid for this name, has run out, or is signed by nobody we know.
fetch-cut = The connection broke off in the middle of the page.
fetch-broken-answer = The server’s answer is not one of the web.
fetch-head-too-large = The server sent more headers than are read.
fetch-too-large = The page is larger than what is fetched. Save it yourself and upload the part that matters.
fetch-encoding = The page is packed in a way that cannot be unpacked.
fetch-redirects = The address leads on and on to other addresses.
fetch-downgrade = The address leads from a protected connection to an open one, so it was not followed.
fetch-robots = The site asks programs not to fetch this page (robots.txt). Paste or upload it as you see it.
fetch-robots-unreachable = The site’s robots.txt cannot be read, so the page was not fetched.
fetch-gone = There is no such page any more (404 or 410).
fetch-forbidden = The site shows this page only to some: it asks for a login, or turns programs away.
fetch-too-often = The site says that it is asked too often.
fetch-server-error = The site has an error of its own.
fetch-status = The site’s answer is none that brings a page.
unread-image = It is a picture, and is kept as one.
unread-kind = It is a kind of file that is kept but not read.
pdf-too-large = The PDF is larger than what is read.
pdf-encrypted = The PDF opens only with a password.
pdf-broken = The PDF is damaged.
pdf-too-long = Reading the PDF took too long.
pdf-too-much-memory = Reading the PDF took too much memory.
pdf-no-text = The PDF holds pictures of pages and no text.
pdf-reader-failed = The PDF could not be read here. Try once more.

## Watching

watch = Watched
watch-waiting = Not looked at yet
watch-unchanged = Unchanged
watch-changed = Changed elsewhere
watch-quote-changed = A quoted passage is not there any more
watch-gone = Gone
watch-blocked = Blocked
watch-unreachable = Not reached
watch-since = since { $day }
watch-looked = Last looked at on { $time }
source-closed = a source that is closed to part of the desk
watch-unread = What the address brings now cannot be read as text.
source-reach = { $checks ->
    [one] One check leans on it
   *[other] { $checks } checks lean on it
    }, { $published ->
    [0] none of them published.
    [one] one of them published.
   *[other] { $published } of them published.
    }

## Where a source has it from

source-origin = Origin
source-origin-none = Nothing is known of where it has this from. It counts as an origin of its own.
source-derives = It has this from
source-derived = From it has this:
origin-set = Say where it has this from
origin-help = The press release, wire, dataset or study behind it. Sources with one origin count as one.
origin-take-back = Take back
origin-circle = This source would then be its own origin.
origin-none = Nothing is said about where this source has it from.

## Notes on a source

source-notes = What is known of it
source-notes-none = Nobody has written anything about this source yet.
source-interests = Interests
note-write = Write a note
note-take-back = Take back
note-of-publisher = on everything of this publisher
note-ended = taken back
note-publisher = Only a note on reliability can be on everything of a publisher, and only where the publisher is named.
note-taken-back-already = This note has been taken back already.
note-reaches = { $checks ->
    [one] One check leans
   *[other] { $checks } checks lean
    } on this source, { $published } published. A note that it was wrong, withdrawn or revised opens a re-review of each.
of-publisher-help = Only for a note on reliability.
note-reliability = Reliability
note-interests = Interests
note-wrong = It was wrong
note-withdrawn = It was withdrawn
note-revised = It was revised
note-help-reliability = How far it can be relied on, and why.
note-help-interests = What it has to gain in this matter. Readers see this beside the evidence.
note-help-wrong = Everything that leans on it is to be looked at again.
note-help-withdrawn = Its publisher has taken it back.
note-help-revised = Its publisher has changed it.

## Notices beside a check

notices = Found out about the sources
notices-text = An editor looks, and decides whether readers are told beside the published version.
notice-look = Look at the source
notice-open = Not decided
notice-shown = Shown to readers
notice-dismissed = Not shown
notice-do-open = Leave open
notice-do-shown = Tell readers
notice-do-dismissed = Do not tell
change-quote-changed = the quoted passage has changed
change-gone = the source is gone
change-wrong = the source was wrong
change-withdrawn = the source was withdrawn
change-revised = the source was revised
gate-origins = { $sources ->
    [one] One source
   *[other] { $sources } sources
    }, { $origins ->
    [one] one origin
   *[other] { $origins } origins
    }

## Protected sources

protected = Protected source
protected-new = Add a protected source
protected-new-text = For somebody who would be in danger if it were known that they spoke. The desk and readers see the first part only; the second is sealed for the people you name.
protected-instead = Would it put somebody in danger to be named?
protected-open-part = What everybody may know
protected-title = How they are described
protected-title-help = As much as is safe: “A member of the water agency’s staff”. It must be safe to say this in public, forever.
protected-detail = How they come to know it
protected-detail-help = As far as it is safe to say. Readers see this.
protected-spoken-on = When they told you
protected-reason = Why they are not named
protected-reason-help = Readers see this reason beside the evidence.
protected-sealed-part = What is sealed
protected-sealed-help = Kept encrypted, with a key that is not in the database or its backups. It is in no search, no export, no mail and no log. If your session ends while you write, these two fields are not kept for you.
identity-help = Name, how to reach them, how you know they are who they say.
account-help = What they told you, in full.
protected-readers = Who may open it
protected-nobody = At least one person must be able to open it and to name others; an auditor cannot.
protected-not-named = Only the people who are named on it may open it.
protected-why = Protected: not named, because
protected-open = Open what is sealed
protected-open-help = Each opening is written down with your name.
protected-opened = You have opened a protected source. That you did is in the log.
protected-readings = Openings
protected-readings-none = Nobody has opened it yet.
protected-key = Sealed with the key
protected-public = The desk knows who this is and does not name them:
capture-full = The server’s disk is full, so the copy could not be kept. The source is safe; the copy is tried again until there is room.
source-is-protected = A protected source has no address and no copy: they would tell who it is.
key-missing = The key that opens this is not on this server. Whoever runs it can put the key file back.
sealed-broken = What is sealed here has been changed and cannot be opened. Tell whoever runs the server.

## Archives elsewhere

archive-ask = Ask { $archive } for a copy
archive-none = This desk has chosen no archive.
archive-closed = Only an address that is open to the whole desk can be given to others.
archiving-waiting = Not yet submitted
archiving-submitted = Submitted, not archived
archiving-archived = Archived
archiving-failed = Not archived
archiving-means-waiting = The archive has not taken the address yet. It is asked again.
archiving-means-submitted = The archive is at work. There is no copy until it names one.
archiving-means-archived = The archive has named its copy.
archiving-means-failed = The archive made no copy:
done-archive-asked = The archive is asked for a copy.
archived-elsewhere = Archived copy at

quoted-much = { $share } of every hundred signs of this copy are quoted as evidence. Quote no more than you need, or mark the source as freely showable if its rights allow that.

source-find = Find a source by words or by its address
source-find-button = Find
source-find-none = No source fits these words.

## Time proofs

time-proof = Proof of time
time-proof-text = { $authority } has signed that it saw the hash of this copy at { $time }.
time-proof-token = The signed token
time-proof-check = Anybody can check it without us, with the authority’s certificates:
source-uses-newest = The newest { $count } uses are listed; search with source: finds the others.
