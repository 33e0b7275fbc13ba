### Tasks: what somebody should do.

task-new = Add a task
task-add = Add the task
task-text = Task
task-kind = Kind
task-who = Who
task-due = Due
task-anybody = Anybody
task-late = overdue
task-tick = Done
task-reopen = Reopen
task-already = Somebody has done this already. Open the list again to see how the task stands.
tasks-empty = No task here
tasks-empty-text = Add one below for yourself or for somebody else.

## Closed lists

task-ask-claimant = Ask the claimant
task-find-source = Find a source
task-call = Make a call
task-re-review = Re-review
task-other = Something else

task-state-open = Open
task-state-done = Done

task-source-quote-changed = A quoted passage is no longer at its source: { $title }
task-source-gone = A cited source is gone: { $title }
task-source-wrong = A cited source was wrong: { $title }
task-source-withdrawn = A cited source was withdrawn: { $title }
task-source-revised = A cited source was revised: { $title }
