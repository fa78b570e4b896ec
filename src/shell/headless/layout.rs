//! Plain lines for a number of columns: a line that is too long goes on below, standing in.
//!
//! A line is parts with two spaces or more between them. It breaks between two parts where it can,
//! inside a part as Chinese is set where it must, and what goes on stands under the second part, so
//! that the first (an id) stays a column of its own. Nothing that a terminal would obey gets through.

use crate::view::shown::Shown;
use crate::view::width::Ruler;

/// How far what goes on stands in when the first part is no narrow column.
const HANGING: usize = 2;

/// Lines of text, each ended. Without a number of columns nothing is broken: one line is one
/// record, as pipes want it.
pub(super) fn page(lines: &[String], columns: Option<u16>) -> String {
    let mut text = String::new();
    for line in lines {
        let line = Shown::new(line.as_str());
        match columns {
            Some(columns) => text.push_str(&broken(line.as_str(), usize::from(columns))),
            None => text.push_str(line.as_str()),
        }
        text.push('\n');
    }
    text
}

/// One line in lines of at most so many columns.
fn broken(line: &str, columns: usize) -> String {
    let ruler = Ruler::default();
    if ruler.columns(line) <= columns {
        return line.to_owned();
    }
    let parts = parts(line);
    let mut flow =
        Flow { hanging: hanging(&parts, columns), columns, text: String::new(), used: 0 };
    for part in &parts {
        flow.part(part);
    }
    flow.text
}

/// A part of a line, and the spaces before it.
#[derive(Debug, PartialEq, Eq)]
struct Part<'a> {
    gap: usize,
    text: &'a str,
}

/// The parts of a line: at its start any space is a gap, within it two or more are.
fn parts(line: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = line;
    loop {
        let text = rest.trim_start_matches(' ');
        let gap = rest.len() - text.len();
        if text.is_empty() {
            return parts;
        }
        let end = text.find("  ").unwrap_or(text.len());
        parts.push(Part { gap, text: &text[..end] });
        rest = &text[end..];
    }
}

/// Where what goes on begins: under the second part if the first is narrow.
fn hanging(parts: &[Part<'_>], columns: usize) -> usize {
    let ruler = Ruler::default();
    let (first, second) = match parts {
        [first, second, ..] => (first, second.gap),
        [first] => return (first.gap + HANGING).min(columns / 2),
        [] => return 0,
    };
    let column = first.gap + ruler.columns(first.text) + second;
    if column <= columns / 3 { column } else { (first.gap + HANGING).min(columns / 2) }
}

/// A line while its parts are set.
struct Flow {
    hanging: usize,
    columns: usize,
    text: String,
    used: usize,
}

impl Flow {
    fn part(&mut self, part: &Part<'_>) {
        let ruler = Ruler::default();
        let wide = ruler.columns(part.text);
        if self.used + part.gap + wide <= self.columns {
            self.space(part.gap);
            return self.put(part.text);
        }
        // A part that fits on a line of its own is kept whole; a sentence begins where there is
        // room for a good piece of it.
        let whole = self.hanging + wide <= self.columns;
        if self.used > self.hanging && (whole || self.used + part.gap > self.columns * 2 / 3) {
            self.below();
        } else {
            self.space(part.gap);
        }
        let mut rest = part.text;
        while !rest.is_empty() {
            let room = self.columns.saturating_sub(self.used).max(1);
            let end = ruler.breaks(rest, room).first().map_or(rest.len(), |line| line.end);
            self.put(&rest[..end]);
            rest = rest[end..].trim_start_matches(' ');
            if !rest.is_empty() {
                self.below();
            }
        }
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.used += Ruler::default().columns(text);
    }

    fn space(&mut self, columns: usize) {
        self.text.push_str(&" ".repeat(columns));
        self.used += columns;
    }

    fn below(&mut self) {
        self.text.push('\n');
        self.used = 0;
        self.space(self.hanging);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn laid_out(line: &str, columns: u16) -> String {
        page(&[line.to_owned()], Some(columns))
    }

    #[test]
    fn a_line_that_fits_stays_as_it_is() {
        let line = "  1.2/1  签约额  目标 500亿元";
        assert_eq!(laid_out(line, 29), format!("{line}\n"));
        assert_eq!(page(&[line.repeat(9)], None), format!("{}\n", line.repeat(9)));
        assert_eq!(page(&[], Some(20)), "");
    }

    #[test]
    fn parts_are_kept_whole_where_they_can_be() {
        let line = "1.2/1  签约额  目标 500亿元  最新 305亿元（1—8月）  ! 滞后";
        let laid = "\
1.2/1  签约额  目标 500亿元
       最新 305亿元（1—8月）
       ! 滞后
";
        assert_eq!(laid_out(line, 32), laid);
    }

    #[test]
    fn a_sentence_goes_on_under_its_beginning() {
        let line = "  1.4.1  加快临空经济区基础设施建设，推进太安路等项目，年内全部完工。";
        let laid = [
            "  1.4.1  加快临空经济区基础设施",
            "         建设，推进太安路等项",
            "         目，年内全部完工。\n",
        ];
        assert_eq!(laid_out(line, 31), laid.join("\n"));
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(
            line in r"( {0,4}[0-9./]{1,8} {2,3})?([一-三，。“”a-z]{0,30} {1,3}){0,6}",
            columns in 20_u16..90,
        ) {
            let laid = laid_out(&line, columns);
            let ruler = Ruler::default();
            for one in laid.lines() {
                prop_assert!(ruler.columns(one) <= usize::from(columns), "{one}");
            }
            let words = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&laid), words(&line));
        }
    }
}
