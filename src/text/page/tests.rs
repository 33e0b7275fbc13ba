use super::{About, read};
use chrono::NaiveDate;

const SENTENCE: &str = "The ministry said on Tuesday that prices rose by two per cent, less than many had feared. ";

fn text(html: &str) -> String {
    read(html, None).text
}

fn about(html: &str) -> About {
    read(html, Some("https://www.example.org/news/a?x=1")).about
}

/// A page with an article in the usual surroundings.
fn page(article: &str) -> String {
    format!(
        "<html><head><title>T</title><style>p{{}}</style></head><body><nav><ul><li><a href=/>Home</a></ul></nav>\
        <div class='cookie-banner'>{SENTENCE}We use cookies.</div><main><article><h1>T</h1>{article}</article>\
        <aside class=related><h2>Related</h2><p>{SENTENCE}</aside><div id=comments><p>{SENTENCE}First!</div></main>\
        <footer>© 2024 All rights of the site</footer><script>'<p>no</p>'</script></body></html>"
    )
}

fn paragraphs(count: usize) -> String {
    (0..count).map(|it| format!("<p>{SENTENCE}It was number {it}.</p>")).collect()
}

#[test]
fn the_article_is_read_without_what_stands_around() {
    let expected: Vec<String> = (0..4).map(|it| format!("{SENTENCE}It was number {it}.")).collect();
    assert_eq!(text(&page(&paragraphs(4))), expected.join("\n\n"));
}

#[test]
fn what_a_reader_sees_in_an_article_stays() {
    for (source, expected) in [
        ("<h2>Head &amp; more</h2><p>One<br>two &eacute;&#x1F600;</p>", "Head & more\n\nOne\ntwo é😀"),
        ("<ul><li>first point</li><li>second <b>point</b></li></ul>", "first point\nsecond point"),
        (
            "<table><tr><th>Year<th>Rate<tr><td>2019<td>3,1<tr><td>2020<td><p>4,2</table>",
            "Year\tRate\n2019\t3,1\n2020\t4,2",
        ),
        ("<pre>\na\n  b</pre>", "a\n  b"),
        ("<blockquote class='twitter-tweet social'>A tweet</blockquote>", "A tweet"),
        ("<p>It was said<sup>[1]</sup> so</p>", "It was said[1] so"),
        ("<p>Short.</p>", "Short."),
        ("<p hidden=until-found>Found when looked for</p>", "Found when looked for"),
    ] {
        let found = text(&page(&format!("{}{source}{}", paragraphs(3), paragraphs(1))));
        assert!(found.contains(&format!("2.\n\n{expected}\n\nThe")), "{source}: {found}");
    }
    let inline =
        format!("<p>{SENTENCE}On <time>5 May</time> <span class=credit>it</span> was <a href=/x>said</a> so.</p>");
    assert!(text(&page(&inline.repeat(3))).contains("On 5 May it was said so."));
}

#[test]
fn names_of_state_are_no_names() {
    let article = format!("<div class='post has-sidebar category-social tag-newsletter'>{}</div>", paragraphs(1));
    let comments = format!("<div class=thread>{}</div>", paragraphs(4));
    assert!(text(&format!("<main>{article}</main>")).contains("number 0"));
    assert_eq!(text(&format!("<section>{article}{comments}</section>")).matches("number 0").count(), 2);
}

#[test]
fn what_is_beside_an_article_goes() {
    for source in [
        "<p hidden>GONE</p>",
        "<p style='Display : None'>GONE</p>",
        "<span aria-hidden=true>GONE</span>",
        "<template><p>GONE</template>",
        "<noscript>GONE</noscript>",
        "<svg><title>GONE</title></svg>",
        "<textarea><p>GONE</textarea>",
        "<select><option>GONE</select>",
        "<figure><img><figcaption>GONE (Getty)</figcaption></figure>",
        "<div class='share-bar'>GONE</div>",
        "<section class=newsletterSignup>GONE</section>",
        "<p>Read more: <a href=/x>Of the many things that are GONE today</a></p>",
        "<h3>Related stories</h3><ul><li><a href=/x>GONE</a><li><a href=/y>GONE</a></ul>",
        "<p>Image 1 of 5</p><p>Advertisement</p>",
    ] {
        let found = text(&page(&format!("{}{source}<h3>Next</h3>{}", paragraphs(3), paragraphs(1))));
        let kept = found.contains("Next\n\nThe ministry") && !found.contains("Read") && !found.contains("Image");
        assert!(!found.contains("GONE") && !found.contains("Related") && kept, "{source}: {found}");
    }
}

#[test]
fn an_article_in_pieces_is_whole() {
    let pieces = format!("<div><div class='piece x'>{}</div><div class=ad>Buy</div></div>", paragraphs(3));
    let found = text(&page(&pieces.repeat(3)));
    assert_eq!((found.matches("number 2").count(), found.contains("Buy")), (3, false), "{found}");
    let unmarked = text(&format!("<main>{}</main>", pieces.repeat(3)));
    assert_eq!(unmarked.matches("number 2").count(), 3, "{unmarked}");
    let sections = format!("<section><div><div>{}</div></div></section>", paragraphs(4));
    assert_eq!(text(&page(&sections.repeat(2))).matches("number 3").count(), 2);
    let lines = format!("<div class=text>{}</div>", format!("{SENTENCE}<br><br>").repeat(5));
    assert_eq!(text(&page(&lines)).split("\n\n").count(), 5);
}

#[test]
fn without_an_article_all_that_is_seen_is_read() {
    assert_eq!(
        text("<body><nav>Menu</nav><table><tr><td>Germany<td>83<tr><td>Malta<td>1</table>"),
        "Menu\n\nGermany\t83\nMalta\t1"
    );
    assert_eq!(text("<p>Short.</p><footer>End</footer>"), "Short.\n\nEnd");
    assert_eq!(text("only text"), "only text");
    assert_eq!(text(""), "");
    let hidden = format!("<body style='display:none'>{}</body>", paragraphs(3));
    assert_eq!(text(&hidden).matches("number").count(), 3);
    let cells: String = (0..400).map(|it| format!("<tr><td>Place {it}<td>{it}")).collect();
    let note = "<div><div><p>All figures are provisional, and may be revised.</div></div>";
    let figures = format!("{note}<div><table>{cells}</table></div>");
    assert!(text(&figures).contains("Place 399\t399"));
}

#[test]
fn open_and_crossed_tags_are_read_as_browsers_do() {
    for (source, expected) in [
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "a\nb\nc\nd\n\ne"),
        ("<p>a<div>b</p>c</div>", "a\n\nb\n\nc"),
        ("<table><tr><td>a</div><td>b</table>c", "a\tb\n\nc"),
        ("<b><p>a</b>b</p>c", "ab\n\nc"),
        ("<div><span>a</div>b", "a\n\nb"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "a\nb\nc"),
        ("<h2>a<h3>b</h3>c", "a\n\nb\n\nc"),
        ("a<p title='x > y'>b", "a\n\nb"),
        ("a<!-- <p> -->b</x>c", "abc"),
        ("<svg><path/><title>x</title></svg>a", "a"),
        ("<title>x</title>a\0b\u{AD}c\u{200B}d\u{FEFF}", "abcd"),
    ] {
        assert_eq!(text(source), expected, "{source}");
    }
    let crossed = format!("<a href=/x><p>Top</a></p>{}", paragraphs(3));
    assert!(text(&page(&crossed)).contains("number 2") && !text(&page(&crossed)).contains("Home"));
}

#[test]
fn a_page_says_what_it_is() {
    let found = about(
        r##"<html lang="en_gb"><head><title>Prices rise - Example News</title><meta property="og:title" content="Prices rise &amp; fall | Example News">
        <meta property="og:site_name" content="Example News"><link rel="Canonical" href="/news/a#top">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "name": "No", "datePublished": "1999-01-01"}, {"@type": "Organization", "@id": "#us", "name": "Us"},
            {"@type": ["NewsArticle"], "headline": "No", "datePublished": "2024-03-05T23:00:00-05:00", "dateModified": "2024-03-06",
             "author": [{"@type": "Person", "name": "By Ann Li"}, {"name": "Bo &amp; Co"}, {"@id": "#us"}], "publisher": {"@id": "#us"}}]}</script>"##,
    );
    let expected = About {
        title: Some("Prices rise & fall".into()),
        publisher: Some("Example News".into()),
        author: Some("Ann Li, Bo & Co, Us".into()),
        published: NaiveDate::from_ymd_opt(2024, 3, 5),
        modified: NaiveDate::from_ymd_opt(2024, 3, 6),
        language: Some("en-GB".into()),
        canonical: Some("https://www.example.org/news/a".into()),
    };
    assert_eq!(found, expected);
}

#[test]
fn other_ways_to_say_it_are_read() {
    let paper = about(
        "<meta name=citation_title content='On x - y'><meta name=citation_author content='Li, A.'><meta name=citation_author content='Bo, C.'>\
        <meta name=citation_publication_date content=2020/02/03><meta name=citation_journal_title content=Nature><meta name=DC.Language content=fr>",
    );
    assert_eq!(
        (paper.title.as_deref(), paper.author.as_deref(), paper.publisher.as_deref(), paper.language.as_deref()),
        (Some("On x - y"), Some("Li, A., Bo, C."), Some("Nature"), Some("fr"))
    );
    assert_eq!(paper.published, NaiveDate::from_ymd_opt(2020, 2, 3));
    let data = about(
        r#"<script type=application/ld+json>[{"@type":"Dataset","name":"Rates","creator":{"name":"Office"},"dateModified":"2021-01-02"}]</script>"#,
    );
    assert_eq!((data.title.as_deref(), data.author.as_deref()), (Some("Rates"), Some("Office")));
    let marked = about(
        "<title>A heading of it - Part 2</title><h1>A heading of it</h1><a rel=author href=/>Eve</a><time datetime=2022-05-06>x</time>",
    );
    assert_eq!((marked.title.as_deref(), marked.author.as_deref()), (Some("A heading of it"), Some("Eve")));
    assert_eq!(marked.published, NaiveDate::from_ymd_opt(2022, 5, 6));
}

#[test]
fn what_is_not_certain_is_not_said() {
    for source in [
        "<html lang='x-default'><meta property=og:title content=' '><link rel=canonical href='javascript:alert(1)'>",
        "<meta property=og:url content='ftp://a.org/x'><meta name=author content='https://a.org/ann'><meta name=date content='03/04/2020'>",
        "<time datetime=2020-01-01></time><time datetime=2020-01-02></time><meta name=author content='@ann'>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":</script>",
        "<script type=application/ld+json>{\"@type\":\"BreadcrumbList\",\"name\":\"no\",\"author\":\"no\"}</script>",
        "<link rel=canonical href='https://user:pw@example.org/'>",
    ] {
        assert_eq!(about(source), About::default(), "{source}");
    }
    let backwards =
        about("<meta name=date content=2020-01-02><meta property=article:modified_time content=2020-01-01>");
    assert_eq!((backwards.published.is_some(), backwards.modified), (true, None));
    assert_eq!(about("<title>News | Politics</title>").title.as_deref(), Some("News | Politics"));
}
