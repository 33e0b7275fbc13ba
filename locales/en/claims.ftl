### Claims: the list, the wording, triage, appearances; claimants and topics.

claim = Claim
claim-new = Add a claim
claim-new-text = For a claim that stands in no article of the desk. Where it does, mark it in the article instead.
claim-add = Add the claim
claim-other = The other claim
claim-wording = Wording
claim-in-article = In the article
claim-in-text = Show in the text
claim-compare = Compare the statement with the quote
claim-mark = claim { $n }: { $state }
claims-count = { $count ->
    [0] none yet
    [one] { $count } claim
   *[other] { $count } claims
    }
claims-empty = No claim here
claims-empty-text = Open an article and mark its claims, or choose another filter.

statement-help = The wording that is checked. It must be understandable without the article and say nothing of the verdict.
statement-count = Best under { $max } characters: longer statements are cut off in search results.
statement-verdict = The statement carries a verdict. Write only what was claimed.

appearances = Appearances
appearances-none = No appearance yet. Add where and when the claim was made.
appearance-add = Add an appearance
appearance-first = Where it was made, if you know
appearance-url-help = The page on which it was said, not a page of this desk.
appearance-ours = This is a page of our own, which is no appearance. Give the place where the claim was made.
appearance-where = Give the web address, or the platform or occasion.

## Triage

triage = Triage
triage-select = Select
triage-take = Take this claim
triage-decline = Decline
triage-unfit = Not checkable
triage-duplicate = Duplicate
triage-reopen = Reopen
take-selected = Only a selected claim can be taken. Select it first.
already-taken = Somebody has taken this claim already. Open its check.
claim-has-check = This claim has a check, so triage no longer changes it. Go on in the check.
claim-not-from = This step is not open to a claim that is { $state ->
    [inbox] in the inbox
    [selected] selected
    [declined] declined
    [not_checkable] not checkable
    [duplicate] a duplicate
   *[other] in another state
    }. Open the claim again to see what comes next.
claim-moved = Somebody changed this claim while you were reading it; it was { $state ->
    [inbox] in the inbox
    [selected] selected
    [declined] declined
    [not_checkable] not checkable
    [duplicate] a duplicate
   *[other] in another state
    } then. Open it again and decide on what stands now.
duplicate-unknown = A duplicate needs another claim to point to, and one that is no duplicate itself. Choose a different one.

## Claimants

claimant-new = Add a claimant
claimant-add = Add the claimant
claimant-none = Not known
claimant-new-help = If the name is not on the list. It is added to the claimants.
claimant-kind = Kind
claimant-person = Person
claimant-organisation = Organisation
claimant-change-help = Open drafts follow a change. Published versions keep what they said.
claimants-empty = No claimant yet
claimants-empty-text = Add the person or organisation that made a claim.
description-help = In a few words: deputy mayor of Brackwater.
aliases-help = One on each line.
same-as-help = A page that says who this is, such as an encyclopaedia entry or the official site.
private-help = Readers never see the name.

## Topics

topic-new = Add a topic
topic-add = Add the topic
topic-retire = Retire
topic-return = Put back
topic-taken = There is a topic of this name already.
topics-empty = No topic yet
topics-empty-text = Topics sort claims for the desk and checks for readers. An editor can add the first.
topics-none = The desk has no topic yet. An editor can add one.

## Closed lists

state-inbox = Inbox
state-selected = Selected
state-declined = Declined
state-not-checkable = Not checkable
state-duplicate = Duplicate

unfit-opinion = Opinion
unfit-prediction = Prediction
unfit-too-vague = Too vague
unfit-question = Question
unfit-satire = Satire
unfit-private-matter = Private matter

topic-active = In use
topic-retired = Retired

claim-place-open = These words are not in version { $n } of the article.
claim-place-gone = Gone from version { $n } of the article.
claim-place = In version { $n } of the article:
needs-context-help = Reword it so that it can be understood without the article.
claimant-suggested = The text seems to say it was
claimant-take = Take this claimant
