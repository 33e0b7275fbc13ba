### What readers see.

home-text = Each check shows what was claimed, the evidence, the verdict and everything that changed since.
home-empty = No check is published yet
home-empty-text = Checks appear here as soon as they are published.
home-more = More checks

said-by = Said by
said-by-private = Said by a private individual
said-by-unknown = The claimant is not known
as-of = As of { $date }
byline = Checked by { $checked }, approved by { $approved }
byline-roles = { $count ->
    [one] one person of the desk
   *[other] { $count } people of the desk
    }
published-by = Published by { $desk }
versions-count = { $count ->
    [one] { $count } version
   *[other] { $count } versions
    }
what-verdicts-mean = What the verdicts mean
how-we-know = How we know
reason-single-source = Why there is only one source:
accessed = seen on { $date }
show-in-copy = show in our snapshot
live-page = live page
withheld = This quote is withheld.
version-old = This is version { $n }, as it was published.
version-to-live = Read the check as it stands now

evidence-n = Evidence { $n }
back-to-check = Back to the check
copy-whole = This is the whole text of our snapshot. The quote is marked.
copy-part = This is the passage around the quote in our snapshot. The quote is marked.
copy-taken = Snapshot taken
copy-hash = Hash of the snapshot (SHA-256)

article-checked = { $count ->
    [one] One claim of this article is checked here
   *[other] { $count } claims of this article are checked here
    }
article-where = The article in its place
article-full = The article
article-quotes-only = Only the quotes that were checked are shown here, because the whole text is not ours to show.

policy-version = Version { $n } of { $date }
scale-title = Our verdicts
scale-text = Every verdict is one of these ratings. The number shows where a rating lies between false and true.
scale-meaning = Meaning
scale-number = Number
scale-off-axis = does not lie between true and false

policy-methodology = How we work
policy-corrections = Corrections policy
policy-organisation = Who we are
policy-funding = Who pays for this
policy-contact = Contact

policy-default-methodology = This desk has not yet published how it works in its own words. What its software makes sure of is this: every published check was approved by an editor who contributed to none of it. Every version stays readable at its own address, unless it has to be withheld, and then the reason stands there. Every quote stands word for word in an archived copy of its source, and you can read it there.
policy-default-corrections = This desk has not yet published its corrections policy. A published check changes only by a new version, which says what kind of correction it is; the earlier versions stay readable.
policy-default-organisation = This desk has not yet published who it is.
policy-default-funding = This desk has not yet published who pays for its work.
policy-default-contact = This desk has not yet published how to reach it.
check-article = More from this article
check-repeated = Said again in:

copy-page = Page of the document
shown-quote-changed = The source has changed since we checked it. This passage was no longer there on
shown-gone = The source is no longer at its address. We found it gone on
shown-wrong = This source has since turned out to be wrong. We were told on
shown-withdrawn = This source has since been withdrawn by its publisher. We were told on
shown-revised = This source has since been revised by its publisher. We were told on
own-judgement = (our own judgement)
