### What the desk can learn from its own work.

nav-insights = Insights
field-to = To
insights-text = Counted from the desk’s own claims, checks and log. What you may not see is not counted, so colleagues with other rights can see other numbers.
insights-days = Days that are counted
insights-go = Count
insights-weeks = { $weeks } weeks
insights-cut = There is more in this time than is counted at once. The numbers are of the newest part; choose fewer days to count all of them.
insights-table = The numbers
insights-csv = As a file (CSV)
insights-left = { $count ->
    [one] One more row is in the file.
   *[other] { $count } more rows are in the file.
    }

insights-empty = Nothing to count yet
insights-empty-text = As soon as somebody marks a claim, this page says how long it waits. With the first published check come verdicts, the days from taken to published and where they were spent; with the first correction, how often something is put right and how soon.

## Flow

insights-flow = Flow
insights-flow-text = How much gets done, how long it takes, and where it waits.
insights-checks = Checks published
insights-published = Checks published, by week
insights-published-finding = { $count ->
    [one] One check
   *[other] { $count } checks
    } in this time, at most { $most } at once.
insights-published-counts = A check counts on the day of its first version, and stays counted if it is taken back later. A long time is shown by month.
insights-published-empty = Nothing was published in this time.
insights-week-of = Week from
insights-month-of = Month from
insights-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
    }
insights-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
    } { $year }
insights-time = Days from taken to published
insights-time-finding = Half of the checks took { $median } days or less; { $half }.
insights-between = the middle half took { $lower } to { $upper }
insights-time-counts = Of the checks published in this time: from the moment somebody took the claim to the first version.
insights-taken-published = Taken to published
insights-stages = Days at each stage
insights-stages-finding = Longest: { $stage }, { $median } days for half of the drafts or more.
insights-stages-counts = Of the first drafts of the checks published in this time, from the log; a draft that was sent back has all its days at a stage in one sum.
insights-open = Open now, by age in days
insights-open-finding = { $count ->
    [one] One is open; it is
   *[other] { $count } are open; the oldest is
    } { $oldest } days old.
insights-open-counts = Whatever days are chosen above: claims that nobody has taken, since they were marked; drafts, since they were begun.
insights-open-empty = Nothing is open.
insights-median-of = { $median } days · { $count }
insights-median = Median
insights-middle-half = Middle half
insights-one-case = One case
insights-what = What
insights-cases = How many
insights-least = Fewest days
insights-lower = Lower quartile
insights-upper = Upper quartile
insights-most = Most days
insights-others = All others

## Verdicts

insights-verdicts = Verdicts
insights-verdicts-text = A desk that mostly finds “false” has mostly looked where it expected that. This is no measure of how often people say what is wrong.
insights-verdicts-given = Verdicts of the checks published
insights-verdicts-finding = Most often: { $verdict }, { $share }.
insights-of = { $part } of { $all }
insights-verdicts-counts = Of the checks published in this time, as their live versions have it, in the order of the scale.
insights-verdict = Verdict

## Corrections

insights-corrections = Corrections
insights-corrections-text = Many corrections can mean many mistakes, or readers who are heard. Few can mean neither.
insights-kinds = Later versions and checks taken back, by kind
insights-rate-finding = { $rate } put right for every 100 checks published.
insights-kinds-counts = Put right are corrections, changes of verdict, and checks taken back that were not merged. They may be of checks published before this time.
insights-kinds-empty = Nothing was changed after publication.
insights-kind = Kind
insights-count = How many
insights-rate = Put right per 100 checks published
insights-correcting = Days until something was put right
insights-correcting-finding = { $count ->
    [one] It had stood for { $median } days.
   *[other] Half of { $count } had stood for { $median } days or less.
    }
insights-correcting-counts = How long readers had the version before, and how long it took from the first step of the correction to its publication.
insights-correcting-empty = Nothing had to be put right in this time.
insights-stood = Had stood
insights-took = Took to put right

## Coverage

insights-coverage = Coverage
insights-coverage-text = What is checked is selected, and is no sample: these numbers say what this desk looked at, not who is right how often.
insights-coverage-finding = { $count ->
    [one] Only { $name }.
   *[other] Most: { $name }, first of { $count }.
    }
insights-topics = By topic
insights-topics-counts = A claim with two topics counts for both. Claims marked in this time, and checks published in it.
insights-claimants = By claimant
insights-claimants-counts = Private individuals are counted together. Claims marked in this time, and checks published in it.
insights-marked = Claims marked
insights-marked-empty = No claim was marked in this time.
insights-no-topic = No topic
insights-no-claimant = No claimant
insights-private = Private individuals
