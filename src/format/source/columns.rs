//! Tables of a PDF, as its pages show them: cells parted by white space, each under its heading.
//!
//! Little is left of a table there, so only what is plain is taken: a heading that begins with 序号, rows
//! that count from one and have a word in every column on their first line. Anything else stays text.

/// A piece of a line that white space parts from others, and the column in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece<'a> {
    from: usize,
    words: &'a str,
}

/// A table: its rows, the heading first, and how many lines it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) lines: usize,
}

/// Fewer columns are no table.
const LEAST: usize = 3;

/// The table that begins with the first of these lines.
pub(super) fn grid(lines: &[&str]) -> Option<Grid> {
    let heading = pieces(lines.first()?);
    let serial = matches!(heading.first()?.words, "序号" | "编号");
    if !serial || heading.len() < LEAST {
        return None;
    }
    let mut rows = vec![said(&heading)];
    let mut edges: Option<Vec<usize>> = None;
    let mut taken = 1;
    for (at, line) in lines.iter().enumerate().skip(1) {
        let found = pieces(line);
        let Some(first) = found.first() else { continue };
        let number = first.words.parse() == Ok(rows.len());
        match &mut edges {
            // The first line of a row says something in each column.
            _ if number && found.len() == heading.len() => {
                let begins = found.iter().map(|piece| piece.from);
                edges = Some(match edges.take() {
                    Some(edges) => edges.into_iter().zip(begins).map(|(a, b)| a.min(b)).collect(),
                    None => begins.collect(),
                });
                rows.push(said(&found));
            }
            _ if number => return None,
            Some(edges) if goes_on(edges, &found) => {
                let row = rows.last_mut()?;
                for piece in found {
                    row.get_mut(column(edges, piece.from)?)?.push_str(piece.words);
                }
            }
            Some(_) => break,
            None => return None,
        }
        taken = at + 1;
    }
    (rows.len() > 1).then_some(Grid { rows, lines: taken })
}

/// Whether a line goes on with the cells above: nothing of it stands under the numbers.
fn goes_on(edges: &[usize], found: &[Piece<'_>]) -> bool {
    let second = edges.get(1).copied().unwrap_or(0);
    found.iter().all(|piece| piece.from + 1 >= second)
}

/// The column under which a piece stands: the last one that begins before it.
fn column(edges: &[usize], from: usize) -> Option<usize> {
    edges.iter().rposition(|edge| *edge <= from + 1)
}

fn said(pieces: &[Piece<'_>]) -> Vec<String> {
    pieces.iter().map(|piece| piece.words.to_owned()).collect()
}

/// The pieces of a line; a single space parts nothing.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece<'_>> = Vec::new();
    let (mut column, mut blanks) = (0, 2);
    let mut start: Option<(usize, usize, usize)> = None;
    for (at, c) in line.char_indices() {
        if c == ' ' || c == '\u{3000}' {
            blanks += if c == ' ' { 1 } else { 2 };
        } else {
            if blanks >= 2 {
                found.extend(start.take().and_then(|it| piece(line, it)));
            }
            let (from, begins) = start.map_or((column, at), |(from, begins, _)| (from, begins));
            start = Some((from, begins, at + c.len_utf8()));
            blanks = 0;
        }
        column += if c.is_ascii() { 1 } else { 2 };
    }
    found.extend(start.and_then(|it| piece(line, it)));
    found
}

fn piece(line: &str, (from, begins, ends): (usize, usize, usize)) -> Option<Piece<'_>> {
    line.get(begins..ends).map(|words| Piece { from, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<String>> {
        let lines: Vec<&str> = text.lines().collect();
        let grid = grid(&lines)?;
        Some(grid.rows.into_iter().map(|row| row.join("|")).collect())
    }

    #[test]
    fn cells_stand_under_their_headings() {
        let text = "  序号        目标任务          牵头单位    完成时限\n   1    新建学校5所，新增学位      教育局      9月底\n        2400个。                   和体育局\n   2    改造小区3个。              住建局      10月底\n二、保障";
        assert_eq!(
            rows(text),
            Some(vec![
                "序号|目标任务|牵头单位|完成时限".into(),
                "1|新建学校5所，新增学位2400个。|教育局和体育局|9月底".into(),
                "2|改造小区3个。|住建局|10月底".into(),
            ])
        );
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(grid(&lines).map(|grid| grid.lines), Some(4));
    }

    #[test]
    fn what_is_not_plain_stays_text() {
        for text in [
            "序号  任务  单位\n  新建学校。\n1      教育局",
            "序号  任务  单位\n1   新建学校。",
            "项目  任务  单位\n1  新建  教育局",
            "序号  任务",
            "",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }
}
