### A check at the desk: evidence, verdict, gates, review, approval, publication; and what waits for whom.

check = Check
check-open = Open the check
check-claim = The claim
check-public = Public page
check-lead = Lead: { $name }
check-draft = Draft { $n }
check-internal-word = internal
check-way = Progress of the check
check-preview = As readers will see it
check-hand-over = Hand over
check-moved = The draft changed after you opened it
check-moved-text = Nothing was decided. What is struck out is what you saw; what is underlined is what stands now. Read it, then decide again.
check-since = Changed since the approval
check-since-text = The approval covered other words, so this draft has to be approved again. What is struck out was approved; what is underlined is new.
check-internal = This check is about an own draft. It ends with its approval and is never published.

## My work, reviews

work-empty = Nothing waits for you
work-empty-text = Add an article and mark its claims, or take a claim that has been selected.
work-pick = Selected claims
work-waiting = Waiting for you
work-mine = Your checks
work-tasks = Your tasks
reviews-empty = No draft waits here
reviews-empty-text = Drafts come here when they are submitted, and stay until they are published.
verdict-proposed = Verdict proposed

## Evidence

evidence = Evidence
evidence-new = Add evidence
evidence-add = Add the evidence
evidence-change = Change
evidence-return = Put back
evidence-removed = Taken out of this draft. Its number is not given again.
evidence-empty = No evidence yet
evidence-empty-text = Add a quote from a source, or a note where nothing can be quoted.
evidence-choose-source = First choose the source, or add it.
evidence-pick = Select the passage in the snapshot. It becomes the quote.
evidence-no-copy = A quote can only come from a snapshot. Add one to the source, or write a note.
evidence-nothing = Select a quote, or write a note of what the source shows.
quote-help = Filled in when you select a passage. You can also type or paste the exact words.
quote-not-found = These exact words are not in the snapshot. Select the passage, or choose one of those offered.
quote-several = These words stand in several places of the snapshot. Choose the one you mean.
note-help = What the evidence shows. Needed where nothing can be quoted.

## Verdict

verdict = Verdict
verdict-none = None yet
as-of-help = The day for which the verdict holds.
summary-help = One to three sentences that give the verdict’s grounds. Readers and search engines see them first.
reasoning-help = How the evidence leads to the verdict, in Markdown. Cite evidence by its number in square brackets, such as [1]. Write [own] after a sentence that is the desk’s own judgement.
reasoning-ungrounded = { $count ->
    [one] One sentence neither cites evidence nor is marked as our own judgement:
   *[other] { $count } sentences neither cite evidence nor are marked as our own judgement:
    }
single-source-help = Where all evidence comes from one publisher: say why there is no second. Readers see this.
no-appearance-help = Where no page of the appearance can be given: say why. Readers see this, and search engines get no ClaimReview.
review-by-help = The day on which somebody should look at it again, if there is one.
correction-note-help = What changed, and why. It stands above the check.
markdown-long = This text is too long: the limit is { $max } KiB. Shorten it.
markdown-deep = Lists, quotations or marks are nested too deeply here. Use fewer levels.

## Gates

gates = Gates
gates-help = What must be there before a draft is submitted and approved. Block stops it, warn only says so, off asks nothing.
gates-missing = { $count ->
    [one] One gate is not met.
   *[other] { $count } gates are not met.
    } The check’s list of gates says what is missing and where to mend it.
gates-all-met = { $count ->
    [one] The gate is met
   *[other] All { $count } gates are met
    }
gates-open = { $count ->
    [one] One gate is not met
   *[other] { $count } gates are not met
    }
verdict-write = Write the verdict
gate-title = Gate
gate-level = Level
gate-mend = Mend
gate-verdict = A verdict, and the date for which it holds
gate-summary = A summary
gate-evidence = At least one piece of evidence
gate-quotes-found = Every quote found word for word in its snapshot
gate-sources-identified = A title, a publisher, a date seen and an address or citation for every source, or why it is protected
gate-sources-open = No source that is closed to part of the desk
gate-two-origins = Two independent publishers, or a stated reason
gate-corroborated = Evidence from a named source beside the protected one
gate-citations = Evidence behind every number that the reasoning cites
gate-appearance = An appearance with its web address, or a stated reason
gate-correction-note = A kind of correction, and a note to readers
gate-private-name = The private individual who made the claim named nowhere that readers see
gate-mark-met = Met
gate-mark-missing = Missing
gate-mark-warn = Warning

## Submission, review, approval, publication

contributors = Contributors to this draft
submit-button = Submit
review-title = Review
review-pass = Pass
review-changes = Ask for changes
approval-title = Approval
approval-help = You approve exactly what stands here. A later change ends the approval.
approve-button = Approve
publish-title = Publication
publish-button = Publish
slug-help = The last part of the public address. It cannot be changed after publication.
slug-invalid = Use small letters from a to z, digits and hyphens, at most 60, and not the name of a private individual.
slug-taken = Another check has this address. Choose a different one.
decisions = Decisions
decision-older = about an earlier state of the draft
content-hash = Hash of the content document (SHA-256)
versions = Versions
version-n = Version { $n }

own-work = You changed this draft, so a second person has to approve it.
own-work-review = You changed this draft, so a second person has to review it.
reviewer-approves = You reviewed this draft, so another editor has to approve it.
not-approved = What stands here has not been approved. An editor who did not change this draft has to approve it first.
draft-moved = Somebody took this draft a step further while you were reading it. Open the check again and decide on what stands now.
draft-not-from = This step is not open to a draft that is { $state ->
    [researching] in research
    [in_review] in review
    [ready] ready for approval
    [approved] approved
    [scheduled] scheduled
    [published] published
   *[other] in another state
    }. Open the check again to see what comes next.

correct-title = Start a correction
correct-help = A new draft begins with what is published. The published version stays up until the new one is approved and published.
correct-button = Start the correction
correction-open = A correction starts from a published check without an open draft. Finish the open draft first.

## Closed lists

state-researching = Researching
state-in-review = In review
state-ready = Ready for approval
state-approved = Approved
state-scheduled = Scheduled
state-published = Published
state-retracted = Retracted

stance-supports = supports
stance-undermines = undermines
stance-context = context

outcome-passed = passed it in review
outcome-approved = approved it
outcome-changes = asked for changes

correction-typo = Typo
correction-update = Update
correction-clarification = Clarification
correction-correction = Correction
correction-verdict-change = Verdict change
