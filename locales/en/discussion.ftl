### What the desk says among itself, and who hears of what.

discussion = Discussion
discussion-open = { $count ->
    [0] Discussion
    [one] Discussion: one open thread
   *[other] Discussion: { $count } open threads
    }
discussion-empty = Nothing has been said yet
discussion-empty-text = Ask a question or leave a hint. It stays at the desk and is never part of what is published.
body-help = Write @ and a name to tell somebody.
exact-words-help = The words of the text that this is about, if it is about some.
mention-names = Who can be told:
comment-add = Say it
comment-answer = Answer
comment-change = Change
comment-edited = edited
comment-earlier = What it said before
comment-resolve = Resolve
comment-reopen = Open again
comment-removed = This comment has been removed.
comment-not-yours = Only who wrote a comment can change it; editors can remove it.
comment-thread = A thread is resolved as a whole, at its first comment.
comment-open = Open
comment-resolved = Resolved
about-claim = About the claim
about-draft = About the draft
about-evidence = About evidence
done-comment-added = Said.
notifications = Notifications
notifications-unread = Unread
notifications-all = All
notifications-none = Nothing new
notifications-none-text = When somebody names you, answers you, or something waits for you, it stands here.
notifications-read-all = Mark all as read
notification-read = Mark as read
notification-new = New
hears-mentioned = You were named
hears-answered = Somebody answered in a thread of yours
hears-commented = Somebody said something about a check you lead
hears-handed = A check was handed to you
hears-assigned = A task was given to you
hears-to-review = A draft waits for a review
hears-to-approve = A draft waits for an approval
hears-sent-back = A draft you worked on was sent back
hears-approved = A draft was approved and can be published
hears-voided = An approved draft was changed and needs an approval again
hears-published = A check you worked on was published
hears-to-confirm = A proposal waits for a second person
nav-told = News
discuss-piece = Discuss
comment-body = What you want to say
