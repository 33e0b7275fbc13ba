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
source-copy-help = Paste or upload the source as you see it. A quote can only come from a snapshot.
source-url-help = Where a reader can find it. Without one, give a citation.
source-freely-help = Readers may then see the whole snapshot. Otherwise they see the quote and the paragraph around it.
source-where = Give a web address or a citation, so that a stranger can find the source.
source-uses = Evidence from this source
source-uses-none = No check uses this source yet.
publisher-help = Who stands behind it. Two sources of one publisher count as one.
citation-help = How to find it without a link: author, title, date, page.
accessed-help = The day on which you saw it.

sources-empty = No source here yet
sources-empty-text = Add the web page, document, dataset or interview that bears on a claim.

snapshots = Snapshots
snapshot-add = Add a snapshot
snapshot-taken-on = Snapshot of { $time }
snapshots-empty = No snapshot yet
snapshots-empty-text = Add the source’s text as you see it now, so that passages can be quoted from it.
