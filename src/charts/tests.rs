use super::*;

fn plain(value: f64) -> String {
    format!("{value}")
}

fn frame(dir: Dir) -> Frame<'static> {
    Frame { id: "a", title: "<b>T</b>", desc: "D & E", empty: "nothing yet", dir, number: &plain }
}

fn amount(value: f64) -> Amount {
    Amount::new(value, plain(value)).unwrap()
}

fn bars(values: &[f64], two: bool, dir: Dir) -> String {
    let row = |(index, value): (usize, &f64)| {
        let second = Some(amount(value / 2.0));
        Bar { label: format!("row {index}"), first: amount(*value), second, tone: Some("red".into()) }
    };
    let rows = values.iter().enumerate().map(row).collect();
    Bars { frame: frame(dir), rows, names: two.then_some(["now", "before"]), most: 5, others: "others" }.svg()
}

fn columns(values: &[f64], series: usize, dir: Dir) -> String {
    let named = |it: usize| Series { name: format!("series {it}"), tone: None };
    let period = |value: &f64| Column { label: "1 May".into(), amounts: vec![amount(*value); series] };
    let (series, periods) = ((0..series).map(named).collect(), values.iter().map(period).collect());
    Columns { frame: frame(dir), series, periods, others: "others" }.svg()
}

fn line(values: &[Option<f64>], dir: Dir) -> String {
    let levels = values.iter().map(|it| it.map(|it| Level::new(it, plain(it)).unwrap())).collect();
    let threads = vec![Thread { name: "kappa".into(), levels }];
    Line { frame: frame(dir), periods: vec!["May".into(); values.len()], threads }.svg()
}

fn distribution(values: &[f64], rows: usize, dir: Dir) -> String {
    let rows = vec![Sample::new("stage", "text", values.to_vec()).unwrap(); rows];
    let key = Key { median: "median", middle_half: "half", one_case: "one" };
    Distribution { frame: frame(dir), rows, most: 3, others: "others", key }.svg()
}

fn every(values: &[f64], dir: Dir) -> Vec<String> {
    let levels: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    let stacked = [1, 6, 9].map(|series| columns(values, series, dir));
    let rest = [bars(values, false, dir), bars(values, true, dir), line(&levels, dir), distribution(values, 4, dir)];
    stacked.into_iter().chain(rest).collect()
}

/// The numbers of one attribute on one kind of mark.
fn numbers(svg: &str, mark: &str, attribute: &str) -> Vec<f64> {
    let marks = svg.split('<').filter(|it| it.starts_with(mark));
    let tail = marks.filter_map(|it| it.split_once(&format!(" {attribute}=\"")).map(|it| it.1));
    tail.filter_map(|it| it.split_once('"')?.0.parse().ok()).collect()
}

/// Every tag is closed, every attribute quoted and known, no number is missing.
fn sound(svg: &str) {
    const KNOWN: [&str; 20] = [
        "class",
        "role",
        "viewBox",
        "direction",
        "xmlns",
        "x",
        "y",
        "width",
        "height",
        "fill",
        "d",
        "cx",
        "cy",
        "r",
        "id",
        "patternUnits",
        "text-anchor",
        "/",
        "",
        "title",
    ];
    let mut open = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        assert!(!text.contains(['"', '\'']), "{text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !tag.ends_with('/') {
            open.push(name);
        }
        for attribute in attributes.split('"').step_by(2).map(|it| it.trim().trim_end_matches('=')) {
            assert!(KNOWN.contains(&attribute), "{attribute} in {tag}");
        }
        assert!(!tag.contains("NaN") && !tag.contains("inf") && !tag.contains("\"-0\""), "{tag}");
    }
    assert!(open.is_empty() && svg.starts_with("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 360 "), "{svg}");
    assert!(svg.contains("><title>&lt;b&gt;T&lt;/b&gt;</title><desc>D &amp; E</desc>"), "{svg}");
    let ids: Vec<&str> = svg.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    for link in svg.split("url(#").skip(1).filter_map(|it| it.split(')').next()) {
        assert_eq!(ids.iter().filter(|it| **it == link).count(), 1, "{link} in {ids:?}");
    }
}

#[test]
fn whatever_the_numbers_the_drawing_is_sound_and_the_same_twice() {
    let many: Vec<f64> = (0..500).map(|it| f64::from(it * it % 97)).collect();
    for values in [&[][..], &[0.0], &[0.0, 0.0], &[-0.0], &[7.0], &[1.0, 1e18], &[f64::MAX; 3], &[5e-324], &many] {
        for (svg, again) in every(values, Dir::LeftToRight).iter().zip(every(values, Dir::LeftToRight)) {
            sound(svg);
            assert_eq!(*svg, again);
            assert!(svg.len() < 400_000);
            assert_eq!(svg.contains("nothing yet"), values.is_empty(), "{svg}");
        }
    }
}

#[test]
fn words_from_outside_stay_words() {
    let hostile =
        ["<script>alert(1)</script>", "\" onload=\"x", "\0\u{1b}]0;\u{202e}\u{7}", "]]>&lt;", &"long ".repeat(1_000)];
    for words in hostile {
        let row = Bar {
            label: words.into(),
            first: Amount::new(1.0, words).unwrap(),
            second: None,
            tone: Some(words.into()),
        };
        let named = Series { name: words.into(), tone: Some(words.into()) };
        let column = Column { label: words.into(), amounts: vec![row.first.clone(); 2] };
        let number = |_: f64| words.to_owned();
        let frame = Frame { id: words, number: &number, ..frame(Dir::LeftToRight) };
        for svg in [
            Bars { frame, rows: vec![row], names: None, most: 9, others: words }.svg(),
            Columns { frame, series: vec![named.clone(), named], periods: vec![column; 9], others: words }.svg(),
        ] {
            sound(&svg);
            assert!(
                !svg.contains("<script") && !svg.contains(['\0', '\u{1b}', '\u{202e}']) && svg.len() < 20_000,
                "{svg}"
            );
        }
    }
}

#[test]
fn right_to_left_is_the_mirror() {
    let values = [3.0, 9.0, 1.0, 4.0];
    for (ltr, rtl) in every(&values, Dir::LeftToRight).iter().zip(every(&values, Dir::RightToLeft)) {
        sound(&rtl);
        let strip = |svg: &str| svg.split_once("</defs>").map_or(svg.to_owned(), |it| it.1.to_owned());
        let (ltr, rtl) = (strip(ltr), strip(&rtl));
        let widths = numbers(&ltr, "rect", "width");
        let lefts = numbers(&ltr, "rect", "x").into_iter().zip(numbers(&rtl, "rect", "x"));
        assert!(lefts.zip(widths).all(|((a, b), wide)| (a + b + wide - 360.0).abs() < 0.31));
        for (mark, at) in [("text", "x"), ("circle", "cx")] {
            let (there, here) = (numbers(&ltr, mark, at), numbers(&rtl, mark, at));
            assert!(there.len() == here.len() && there.iter().zip(&here).all(|(a, b)| (a + b - 360.0).abs() < 0.21));
        }
    }
}

#[test]
fn lengths_tell_the_numbers() {
    let widths = numbers(&bars(&[40.0, 20.0, 10.0, 0.0], false, Dir::LeftToRight), "rect", "width");
    assert!((widths[0] / widths[1] - 2.0).abs() < 0.01 && (widths[1] / widths[2] - 2.0).abs() < 0.01, "{widths:?}");
    assert_eq!(widths[3], 0.0);
    let one = numbers(&columns(&[5.0, 10.0], 1, Dir::LeftToRight), "rect", "height");
    assert!((one[1] / one[0] - 2.0).abs() < 0.01, "{one:?}");
    let stack = columns(&[2.0], 3, Dir::LeftToRight);
    let (ys, tall) = (numbers(&stack, "rect class=\"area", "y"), numbers(&stack, "rect class=\"area", "height"));
    assert!((ys[3] - ys[4] - tall[4]).abs() < 0.11 && (ys[4] - ys[5] - tall[5]).abs() < 0.11, "{ys:?} {tall:?}");
    let gaps = line(&[Some(-0.2), Some(0.4), None, Some(0.5), None, Some(0.1), Some(0.2)], Dir::LeftToRight);
    assert_eq!((gaps.matches("class=\"line").count(), gaps.matches("<circle").count()), (2, 5));
    let (few, heap) =
        (distribution(&[1.0, 2.0, 9.0], 1, Dir::LeftToRight), distribution(&[3.0; 50], 1, Dir::LeftToRight));
    assert_eq!((few.matches("<circle").count(), heap.matches("<circle").count()), (4, 0));
}

#[test]
fn what_is_too_much_is_folded() {
    let svg = bars(&[9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0], true, Dir::LeftToRight);
    assert_eq!(svg.matches("class=\"label\"").count(), 5);
    assert!(svg.contains(">others</text>") && svg.contains(">12</text>") && svg.contains(">6</text>"), "{svg}");
    let svg = columns(&[1.0, 2.0], 9, Dir::LeftToRight);
    assert!(svg.contains("1 May – others – 8") && svg.contains(">18</text>") && !svg.contains("series 5"), "{svg}");
    assert_eq!(columns(&[1.0; 5_000], 1, Dir::LeftToRight).matches("<rect").count(), MOST_PERIODS);
    assert_eq!(distribution(&[1.0], 9, Dir::LeftToRight).matches("class=\"label\"").count(), 3);
}

#[test]
fn a_number_is_whole_and_has_a_length() {
    let long = bars(&[1e200, 1e3], false, Dir::LeftToRight);
    assert!(long.contains(">…</text>") && long.contains(">1000</text>") && !long.contains("00…</text>"), "{long}");
    for (value, wanted) in
        [(-0.1, Refused::Negative), (f64::NAN, Refused::NotFinite), (f64::INFINITY, Refused::NotFinite)]
    {
        assert_eq!(Amount::new(value, ""), Err(wanted));
        assert_eq!(Sample::new("", "", vec![1.0, value]), Err(wanted));
    }
    assert!(Level::new(-0.1, "").is_ok() && Level::new(f64::NAN, "").is_err());
}
