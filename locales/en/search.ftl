# Search, claim matching, other desks' checks.

search = Search
search-desk = Search the desk
search-checks = Search the checks
search-go = Search
search-order = Sort by
order-relevance = Best match
order-newest = Newest
order-oldest = Oldest
search-help = Words, "exact phrases", -without, field:value. Small typing errors are forgiven.
search-empty = Look for anything the desk has
search-empty-text = Claims, checks, articles, sources with their copies, quotes, and the checks of other desks.
search-example-phrase = These words, together
search-example-without = One word, without another
search-example-verdict = Checks with this verdict
search-example-claimant = What somebody said
search-example-source = From a publisher, since a day
search-example-either = One word or the other
search-none = Nothing found
search-none-text = Try fewer words, another spelling, or take a filter away.
search-none-public = No check here has these words. Try fewer of them, or another spelling.
search-found = { $count ->
    [one] One result.
   *[other] { $count } results.
}
search-common-words = These words stand nearly everywhere: the newest come first, and values are not counted.
search-some-words = Nothing has all of the words; this is what has some of them.
search-misspelt = Nothing is spelt like “{ $words }”; similar words were looked for.
search-unreadable = { $field }: “{ $value }” was left out.
search-wants-date = It takes a date such as 2026-01-31, 2026-01 or 2026.
search-wants-lang = It takes a language code such as en or pt-br.
search-wants-kind = It takes one of claim, check, article, source, quote, external.
search-wants-name = It takes a name.
search-too-long = Only the first { $most } characters were looked for.
search-too-many = Only { $most } can be looked for at once; the rest was left out.
search-or = OR stands between words, phrases or two values of one field; here it was passed over.
entry-kind-claim = Claim
entry-kind-check = Check
entry-kind-article = Article
entry-kind-source = Source
entry-kind-quote = Quote
entry-kind-external = Another desk’s check
facet-kind = Kind
facet-verdict = Verdict
facet-state = State
facet-topic = Topic
facet-claimant = Claimant
facet-source = Publisher
facet-lang = Language

matches-link = Paste a post or a sentence to see whether it has been checked.

nav-external = Other desks’ checks
external-one = Another desk’s check
external-text = ClaimReview of other desks, so that a claim they have checked is found here. They are shown with origin and link, never as ours.
external-import = Import checks
external-file = File
external-file-help = ClaimReview as JSON, JSON Lines, a feed, or a saved page.
external-markup = Or paste it
external-markup-help = A ClaimReview object, a list of them, or the page that holds one.
external-nothing = Choose a file or paste what it holds.
external-empty = None yet
external-empty-text = Import a feed or a saved page, and the checks in it are compared with every claim here.
external-state-kept = Found here
external-state-removed = Taken out
external-rating = Their rating
external-publisher = Published by
external-reviewed = Checked on
external-claimed = Claimed on
external-address = Their check
external-title = Their headline
external-origin = Imported from
external-original = The markup as it was met
external-not-ours = This is the work of another desk. It is found and compared here, and never published as ours.
external-remove = Take out
external-remove-help = It is not found any more, and another import does not bring it back.
external-restore = Put back
external-report = What the import came to
external-new = New
external-changed = Changed since
external-known = Known already
external-stays-out = Taken out here before
external-refused = Refused
external-repaired = Taken in with repairs
external-clean = Everything was taken in as it was.
external-at = Where
external-item = What
external-what = What was done
external-more = There is more than this page shows; the command line prints all of it: claimdesk import claimreview FILE
done-external-removed = Taken out: it is not found any more.
done-external-restored = Put back.
subject-external-check = Another desk’s check
subject-claim-match = Ruling on a match
event-external-imported = imported another desk’s check
event-external-removed = took out another desk’s check
event-external-restored = put back another desk’s check
event-match-ruled = ruled on a match
event-match-withdrawn = took back a ruling on a match
duplicate-has-duplicates = Other claims are duplicates of this one: reopen them first, or point them to the other claim.

matches-title = Checked before?
matches-text = Paste a sentence, a claim or a whole post: what this desk or another one has checked of it is listed, best first.
matches-said = What is said
matches-look = Look for checks of it
matches-found = { $count ->
    [one] One claim is like it.
   *[other] { $count } claims are like it, the most similar first.
}
matches-none = Nothing like it
matches-none-text = No claim of this desk and no check of another one that was imported says this.
matches-none-claim = Nothing the desk knows is like it.
matches-rejected = { $count ->
    [one] One that somebody said is something else
   *[other] { $count } that somebody said are something else
}
matches-add = Add it as a claim
match-same = Same claim
match-related = Related
match-none = Something else
match-different = Something else
match-by-person = said by a person of the desk
match-against = against
match-say-duplicate = Same claim: mark as a duplicate
match-say-same = Same claim
match-say-related = Related
match-say-different = Something else
match-take-back = Take the ruling back
because-shared-names = Both name
because-shared-numbers = Both give
because-rare-words = Both use
because-same-words = Nearly all words are the same
because-same-title = The headline of the check says it
because-meaning = Means nearly the same
differs-number = Another number:
differs-unit = Another unit:
differs-date = Another date:
differs-negation = One says it is not so:
differs-opposite = The opposite:
differs-name = Another name:
differs-place = Another place:
differs-quantifier = More or less of it:
differs-modality = Done, planned or possible:
differs-attribution = One says who said it:
differs-question = One asks what the other states
differs-order = Other roles:
differs-wording = Other words:
known-title = Checked before?
known-text = { $count ->
    [one] One sentence worth checking was compared with every claim of the desk and every imported check.
   *[other] The { $count } sentences most worth checking were compared with every claim of the desk and every imported check.
}
known-none = Nothing known
known-none-text = None of these sentences says what has been checked before.
known-link = Checked before?
precedents = Precedents
precedents-text = Similar claims, and what was found about them.
done-article-added-known = The article is added, and some of its sentences were checked before.
done-match-ruled = The ruling is kept: the same words will not be asked about again.
done-match-same = Marked as the same claim: it points to the one that is checked.
