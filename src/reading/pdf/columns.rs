//! Cells that stand side by side: columns of running text that were drawn across, or rows of a table.

use super::lines::Line;

/// Fewer rows than this are a table, whatever stands in them.
const ROWS: usize = 4;

/// Bytes that a line of running text has at least, on average.
const LENGTH: usize = 18;

/// The lines in the order in which they are read: columns of running text one after the other, a table row by row.
pub(super) fn settled(rows: Vec<Vec<Line>>) -> Vec<Line> {
    let mut all = Vec::with_capacity(rows.len());
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let Some(mut gutter) = Gutter::of(&row) else {
            all.extend(joined(row));
            continue;
        };
        let mut run = vec![row];
        while let Some(next) = rows.next_if(|it| run.last().is_some_and(|above| gutter.goes_on(above, it))) {
            run.push(next);
        }
        let left = run.iter().flatten().filter(|it| it.left < gutter.from);
        let right = run.iter().flatten().filter(|it| it.left >= gutter.from);
        if run.len() >= ROWS && is_running_text(left) && is_running_text(right) {
            let leftwards = run.iter().flatten().filter(|it| it.leftwards).count() * 2 > run.len();
            let (first, second): (Vec<Line>, Vec<Line>) =
                run.into_iter().flatten().partition(|it| (it.left < gutter.from) != leftwards);
            all.extend(first);
            all.extend(second);
        } else {
            all.extend(run.into_iter().filter_map(joined));
        }
    }
    all
}

/// The empty strip between two columns.
struct Gutter {
    from: f32,
    to: f32,
}

impl Gutter {
    fn of(row: &[Line]) -> Option<Self> {
        match row {
            [a, b] => Some(Self { from: a.right.min(b.right), to: a.left.max(b.left) }),
            _ => None,
        }
    }

    /// Whether the row below leaves the strip empty; if so, the strip becomes what both leave empty.
    fn goes_on(&mut self, above: &[Line], row: &[Line]) -> bool {
        let (Some(last), Some(next)) = (above.first(), row.first()) else { return false };
        let step = next.v - last.v;
        if row.len() > 2 || next.turn != last.turn || step < 0.4 * next.size || step > 3.0 * next.size {
            return false;
        }
        let (mut from, mut to) = (self.from, self.to);
        for line in row {
            if line.right < self.to {
                from = from.max(line.right);
            } else {
                to = to.min(line.left);
            }
        }
        let open = to - from > 0.5 * next.size;
        if open {
            (self.from, self.to) = (from, to);
        }
        open
    }
}

fn is_running_text<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    let (count, bytes) = lines.fold((0, 0), |(count, bytes), it| (count + 1, bytes + it.text.len()));
    bytes > LENGTH * count
}

/// A row of cells as one line.
fn joined(row: Vec<Line>) -> Option<Line> {
    let cells = row.len() > 1;
    row.into_iter()
        .reduce(|mut all, it| {
            all.text.push('\t');
            all.text.push_str(&it.text);
            (all.left, all.right) = (all.left.min(it.left), all.right.max(it.right));
            all.size = all.size.max(it.size);
            all
        })
        .map(|line| Line { cells, ..line })
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::flowing;
    use super::*;

    fn row(v: f32, cells: &[(f32, f32, &str)]) -> Vec<Line> {
        let line = |(left, right, text): &(f32, f32, &str)| Line {
            text: (*text).to_owned(),
            turn: 0,
            left: *left,
            right: *right,
            v,
            size: 10.0,
            leftwards: false,
            cells: false,
        };
        cells.iter().map(line).collect()
    }

    fn read(rows: Vec<Vec<Line>>) -> String {
        super::super::flow::texts(&[flowing(settled(rows))]).concat()
    }

    #[test]
    fn columns_drawn_across_are_read_downwards() {
        let (one, two) = ((50.0, 250.0), (270.0, 470.0));
        let words =
            ["The first column has", "Meanwhile the second", "words in several lines", "column tells all of it"];
        let rows = vec![
            row(100.0, &[(50.0, 470.0, "A heading over both columns, as wide as they are")]),
            row(130.0, &[(one.0, one.1, words[0]), (two.0, two.1, words[1])]),
            row(142.0, &[(one.0, one.1, words[2]), (two.0, two.1, words[3])]),
            row(154.0, &[(one.0, one.1, "and goes on for longer"), (two.0, two.1, "once more but in other")]),
            row(166.0, &[(one.0, 150.0, "than this one."), (two.0, 400.0, "words and then it ends.")]),
        ];
        let expected = "A heading over both columns, as wide as they are\n\nThe first column has words in several lines and \
            goes on for longer than this one.\n\nMeanwhile the second column tells all of it once more but in other words \
            and then it ends.";
        assert_eq!(read(rows), expected);
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let cells = [("Year", "Share"), ("2024", "5.4"), ("2025", "4.1"), ("2026", "3.9"), ("2027", "3.7")];
        let rows = cells
            .iter()
            .zip(0..)
            .map(|((a, b), n)| row(100.0 + 12.0 * n as f32, &[(50.0, 70.0, *a), (120.0, 140.0, *b)]));
        assert_eq!(read(rows.collect()), "Year\tShare\n2024\t5.4\n2025\t4.1\n2026\t3.9\n2027\t3.7");
    }

    #[test]
    fn paragraphs_are_told_by_gaps_indents_and_lines_that_end_early() {
        let line = |v: f32, left: f32, right: f32, text: &'static str| row(v, &[(left, right, text)]);
        let rows = vec![
            line(100.0, 50.0, 250.0, "Here are words that go"),
            line(112.0, 50.0, 140.0, "to an early end."),
            line(124.0, 50.0, 248.0, "Then others start which"),
            line(136.0, 50.0, 249.0, "fill their lines wholly."),
            line(148.0, 65.0, 250.0, "An indent parts these,"),
            line(160.0, 50.0, 120.0, "first of them"),
            line(172.0, 50.0, 130.0, "• one point"),
            line(184.0, 50.0, 130.0, "• another"),
            line(210.0, 50.0, 130.0, "A gap parts this."),
        ];
        let expected = "Here are words that go to an early end.\n\nThen others start which fill their lines wholly.\n\n\
            An indent parts these, first of them\n• one point\n• another\n\nA gap parts this.";
        assert_eq!(read(rows), expected);
    }
}
