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
article-file-help = Plain text, Markdown or HTML (.txt, .md, .html). It is kept byte for byte.
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
file-kind = Only .txt, .md and .html files can be read. Save the file as one of these.

mark-idle = Select words in the text, or tick sentences.
mark-idle-quote = Select the passage in the snapshot, or type its exact words below.
mark-button = Mark as claim
mark-clear = Clear
mark-type = Type or paste the exact words
mark-exact = Exact words
mark-find = Find and mark
mark-nothing = Nothing is selected. Select words in the text, tick sentences, or type the exact words.
mark-long = That is more than 5,000 characters. Choose a shorter passage.
tick-sentence = Tick this sentence

choose-title = Which passage?
choose-several = These words stand in { $count } places. Choose the one you mean.
choose-none = These words are not in the text, nor is anything like them. Go back and select the passage.
choose-near = These exact words are not in the text. The nearest passages follow; choose one only if it is what you mean.
choose-likeness = { $share } % alike
choose-this = Use this passage
choose-back = Back to the article

version-newer = There is a newer version of this article. Open it again and mark the claim there.
