### What went wrong, why, and what to do next.

error-back = Back to the start
error-not-found = Not found
error-not-found-text = There is nothing at this address that you may see. Check the address, or start again from the front page.
error-forbidden = Not allowed
error-bad-request = This could not be understood
error-invalid = Something needs mending
error-conflict = Not possible now
error-too-large = Too large
error-too-large-text = This is more than the { $limit } KiB that this form can take. Shorten it, or split it.
error-busy = Too much at once
error-busy-text = The desk is busy, and nothing was changed. Wait a moment and send it again.
error-full = No room left
error-full-text = The disk of the server is full, and nothing was changed. Tell whoever runs it, and send it again when there is room.
error-withheld = Withheld
error-internal = Something went wrong on our side
error-internal-text = Nothing was changed. If it happens again, tell an admin this reference: { $reference }.
accept-datetime = Accept-Datetime must be a date as HTTP writes it.
error-gone = Taken back
error-gone-text = This check has been retracted. Its page says why.
error-method = This address does not take that kind of request. Go back and use the page’s own links and buttons.

stale-title = This has changed meanwhile
stale-text = Somebody changed it while you were at work, so nothing of yours is saved yet. Read what stands now, then send what should stand. If you were deciding about a draft, look at the draft again first.
stale-theirs = What stands now
stale-difference = How yours differs
stale-mine = Yours, to be sent
stale-send = Send it
stale-leave = Leave without sending

already-there = This is there already. Open the list again and look for it.
form-broken = The form arrived incomplete. Open its page again and send it from there.
form-kind = This address takes a form only. Go back to the page and send its form.
form-not-utf8 = The form’s text is not UTF-8. Open the page in a current browser and send it again.
form-not-ours = This form was not made for your session, so nothing was changed. Open its page again and send it from there.

needs-contributor = Auditors read everything and change nothing. This needs a contributor, a reviewer, an editor or an admin.
needs-reviewer = This needs a reviewer, an editor or an admin.
needs-editor = This needs an editor or an admin.
needs-admin = This needs an admin.
error-typed = What you wrote
error-typed-help = It is not saved. Copy it, or send it again once the reason is gone.
error-again = Send it again
