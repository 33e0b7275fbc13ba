### Articles: the list, adding one, reading one and marking its claims.

article-new = Add an article
article-add = Add the article
article-about = About this article
article-kind = Kind
article-public = Public
article-own-draft = Own draft
article-words = Words
article-version = Version { $n }
article-count = { $words ->
    [one] { $words } word
   *[other] { $words } words
    }
article-original = Download the original
article-part = Part { $n } of { $of }
article-no-claims = No claim is marked here yet. Select words in the text, or tick sentences.

articles-empty = No article here yet
articles-empty-text = Add the text that you want to examine: paste it, or upload a file.

article-text = Text
article-text-help = Paste the article. To upload a file instead, leave this empty.
article-file = Or a file
article-file-help = Plain text, Markdown, HTML or PDF (.txt, .md, .html, .pdf). It is kept byte for byte.
article-url-help = Where the article can be read.
article-freely-help = Readers may then see the whole text. Otherwise they see only the quotes.
article-known = This text is here already. Open that article instead of adding it again.
article-known-link = Open the article that has this text

text-empty = There is no text here. Paste one, or choose a file that holds one.
text-binary = This is not a text file. Save it as plain text, Markdown or HTML and upload that.
text-charset = The characters of this file cannot be read. Save it as UTF-8 and upload it again.
text-long = This text is too long: the limit is { $max ->
    [10000000] 10 million
   *[other] { $max }
    } characters. Split it.
text-or-file = There is a pasted text and a file. Keep one of them.
file-kind = Only .txt, .md, .html and .pdf files can be read. Save the file as one of these.

mark-idle = Select words in the text, or tick sentences.
mark-idle-quote = Select the passage in the snapshot, or type its exact words below.
mark-button = Mark as claim
mark-clear = Clear
mark-type = Type or paste the exact words
mark-exact = Exact words
mark-find = Find and mark
mark-nothing = Nothing is selected. Select words in the text, tick sentences, or type the exact words.
mark-long = That is more than 5,000 characters. Choose a shorter passage.
mark-many = More than { $max } sentences are ticked. Send fewer at once.
tick-sentence = Tick this sentence

choose-title = Which passage?
choose-several = These words stand in { $count } places. Choose the one you mean.
choose-none = These words are not in the text, nor is anything like them. Go back and select the passage.
choose-near = These exact words are not in the text. The nearest passages follow; choose one only if it is what you mean.
choose-likeness = { $share } % alike
choose-differs = What you typed, and what stands there:
choose-this = Use this passage
choose-back = Back to the article

tick-suggested = Tick this sentence: worth checking
mark-each = Each as a claim of its own
mark-dismiss = Needs no check
mark-restore = Look at it again

article-views = Ways to look at this article
article-back = Back to the article
view-text = Text
view-lines = Sentence by sentence
view-versions = Versions

suggestions = Worth checking
suggestions-all = All of them
worth-score = { $n } % worth checking
worth-least = { $n ->
    [0] Any worth
   *[other] At least { $n } %
    }
field-worth = Worth checking, at least
field-cover = What has become of it
field-line-kind = Kind of sentence
field-sort = Order
filter = Filter
cover-any = Touched or not
line-kind-any = Any kind
sort-text = In the order of the text
sort-worth = Most worth checking first
lines-found = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
    }
lines-none = No sentence fits
lines-none-text = Take a filter away to see more of the text.
line-claimant = said by
line-waved-by = says { $name }
line-parts = Says { $count } things
needs-context = Needs context
lacks-pronoun = It begins with a pronoun.
lacks-this-that = “This” or “that” refers to something before it.
lacks-there-then = “There” or “then” refers to something before it.
lacks-today = Its time depends on the day it was written.
lacks-first-person = “I” or “we” is whoever speaks.
lacks-the-same = It refers to something said before.
lacks-quoted-i = “I” or “we” is whoever is quoted.

coverage = What has become of each sentence
coverage-none = No sentence here looks factual so far.
coverage-settled = { $settled } of { $factual } factual { $factual ->
    [one] sentence
   *[other] sentences
    } settled
coverage-waiting = { $count ->
    [one] { $count } untouched sentence looks factual
   *[other] { $count } untouched sentences look factual
    }
cover-untouched = Untouched
cover-not-factual = Needs no check
cover-declined = Declined
cover-in-work = In work
cover-checked = Checked

lines-without-lists = There are no word lists for the language of some of them: those are scored by figures, names and form alone.
form-headline = Headline
form-byline = Byline
form-list-item = Item of a list
form-caption = Caption
form-turn = Turn in a transcript

line-kind-fact = Checkable fact
line-kind-quotation = Quotation
line-kind-opinion = Opinion
line-kind-prediction = Prediction
line-kind-question = Question
line-kind-boilerplate = Boilerplate

warning-numeral = A number changed
warning-negation = A negation changed
warning-name = A name changed
warning-unit = A unit changed
warning-date = A date changed
warning-typography = The same words in other characters

reason-gives-figure = gives a figure
reason-gives-money = gives a sum of money
reason-gives-percentage = gives a percentage
reason-gives-date = gives a date or year
reason-compares-earlier = compares with an earlier time
reason-compares = compares
reason-names-extreme = claims a first, a most or a least
reason-attributes-official = attributes to a named official
reason-attributes = says who said or found it
reason-names-institution = names an institution
reason-gives-name = names somebody or something
reason-tells-change = says that something changed
reason-tells-deed = says what was done
reason-tells-past = speaks of the past
reason-true-or-false = calls something true or false
reason-tells-present = says how things are now
reason-tells-cause = says what caused something
reason-generalises = speaks of all, many or none
reason-public-matter = is about a public matter
reason-about-others = is about somebody else
reason-like-selected = is worded like what was selected before
reason-opinion-words = opinion words
reason-judging-words = words that judge
reason-speaks-of-values = speaks of values and hopes
reason-prediction = prediction
reason-conditional = says what could or would be
reason-demand = says what should be done
reason-hedged = hedged
reason-question = question
reason-appeal = calls on somebody
reason-first-person = first person
reason-second-person = speaks to somebody
reason-courtesy = greeting or thanks
reason-boilerplate = boilerplate
reason-about-the-talk = is about the conversation itself
reason-vague = vague words
reason-too-short = too short to stand alone
reason-broken-off = broken off
reason-like-declined = is worded like what was declined before

release = Release
release-now = Release this version
release-take-back = Take the release back
release-state-released = Released
release-state-withdrawn = Release taken back
release-already = This version is released already.
release-none = There is no such release to take back. Open the article again.
field-release-rule = Required before release
field-note-optional = Note (optional)
release-rule-none = Nothing
release-rule-touched = No untouched factual sentence
release-rule-settled = Every factual sentence settled
release-met-none = Nothing is required before release.
release-met-touched = No factual sentence is untouched: this version may be released.
release-met-settled = Every factual sentence is settled: this version may be released.
release-missing-none = Nothing is required before release.
release-missing-touched = There are untouched factual sentences: mark each as a claim, or say that it needs no check.
release-missing-settled = There are factual sentences that are not settled yet.
release-public = Only an own draft is released. This text is somebody else’s.
release-untouched = { $count ->
    [one] One untouched sentence looks factual.
   *[other] { $count } untouched sentences look factual.
    } Mark it as a claim, or say that it needs no check, and release again.
release-unsettled = { $count ->
    [one] One factual sentence is not settled.
   *[other] { $count } factual sentences are not settled.
    } Settle it and release again.

article-versions = Versions
version-new = Add a new version
version-new-help = Paste or upload the text as it is now. Every claim is looked for in it; only what is no longer there word for word asks for your attention. The versions before stay as they are.
version-add = Add the version
version-changed-since = What changed since version { $n }
version-original = Download its original
version-older = There is a newer version. This one stays as it was.
version-no-claims = No claim stands in this version.
version-same = This is the newest version word for word. Nothing was added.
version-added-meanwhile = Somebody added a version meanwhile. Open the article again and look at it first.
difference-title = From version { $from } to version { $to }
difference-look = How to show it
difference-inline = In one text
difference-beside = Side by side
difference-help = Words that went are struck through; words that came are underlined.
difference-none = These versions are the same word for word
difference-lines = { $count ->
    [one] { $count } line unchanged
   *[other] { $count } lines unchanged
    }
difference-points = … { $count } characters unchanged …
difference-out = removed:
difference-in = added:

places-title = Where do these claims stand now?
places-open = { $count ->
    [one] One claim is not in this version word for word.
   *[other] { $count } claims are not in this version word for word.
    }
places-waiting = { $count ->
    [0] None to find again
    [one] One to find again
   *[other] { $count } to find again
    }
places-all = Every claim
ruling-none = nobody had to decide
ruling-open = waits for somebody to decide
ruling-confirmed = somebody said where it stands
ruling-gone = somebody said it is gone
places-look = Find them again
places-settled = Found word for word: { $exact } in the same place, { $moved } elsewhere.
places-typography = { $count ->
    [one] One of them has the same words in other characters: quotation marks, dashes, spaces and the like.
   *[other] { $count } of them have the same words in other characters: quotation marks, dashes, spaces and the like.
    }
places-typography-confirm = Confirm these
places-none = Every claim is accounted for
places-none-text = Each stands in this version word for word, or somebody has decided where it stands.
place-unsure = not found word for word
place-before = As it was marked
place-now = In this version
place-others = Passages that could be it
place-confirm = It stands here now
place-gone = It is gone from the article
place-nothing = There is no passage there. Choose one that is in the text.
place-exact = Unchanged
place-moved = Moved
place-changed = Changed
place-ambiguous = Several places
place-orphaned = Not found
claim-not-in-text = Not in this version

version-newer = There is a newer version of this article. Open it again and mark the claim there.

article-fetch-help = With neither a text nor a file, the article is fetched from its address below, and what you leave empty is taken from the page.
