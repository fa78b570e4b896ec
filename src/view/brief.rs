//! Less of a text where all of it finds no room: a remark in brackets, a further clause or example goes
//! as a whole, so that nothing stands half said. What is on record is never shortened so: it would look
//! whole.

use super::width::Ruler;

/// Where a text may end before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Before a remark: what stands in brackets, or behind a semicolon.
    Remark,
    /// Before a further clause or example too.
    Clause,
    /// Before any word.
    Word,
    /// Before any word, with `..` for the others: a row of numbers of which one has to know that there
    /// are more.
    Listed,
}

impl Ends {
    /// What the rest of a text begins with.
    fn marks(self) -> &'static [&'static str] {
        match self {
            Self::Remark => &["（", " (", "；", "; "],
            Self::Clause => &["（", " (", "；", "; ", "，", ", ", "、", "  "],
            Self::Word | Self::Listed => &[" "],
        }
    }
}

/// As much of a text as can end within some columns. None where it is all or nothing.
pub fn within(ruler: Ruler, columns: u16, text: &str, ends: Ends) -> Option<&str> {
    let fits = |part: &&str| ruler.columns(part) <= usize::from(columns);
    if fits(&text) {
        return Some(text);
    }
    let starts = ends.marks().iter().flat_map(|mark| text.match_indices(mark));
    let parts = starts.map(|(at, _)| text[..at].trim_end()).filter(|part| !part.is_empty());
    parts.filter(fits).max_by_key(|part| part.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sight::Ambiguous;

    fn check(text: &str, columns: u16, ends: Ends, want: Option<&str>) {
        let ruler = Ruler::new(Ambiguous::Narrow);
        assert_eq!(within(ruler, columns, text, ends), want, "{text} in {columns}");
    }

    #[test]
    fn what_finds_no_room_goes_as_a_whole() {
        let late = "延期1次（原 08-31，批准人 区长）";
        check(late, 40, Ends::Remark, Some(late));
        check(late, 20, Ends::Remark, Some("延期1次"));
        check(late, 6, Ends::Remark, None);
        check("15 days overdue (08-31)", 17, Ends::Remark, Some("15 days overdue"));
        check("发改局、住建局", 8, Ends::Remark, None);
        check("名称、首字母或数字；几家用顿号隔开", 20, Ends::Clause, Some("名称、首字母或数字"));
        check("1031、10月底、+7", 12, Ends::Clause, Some("1031、10月底"));
        check("议题  1.1 2.1 2.3", 13, Ends::Word, Some("议题  1.1 2.1"));
        check("", 0, Ends::Word, Some(""));
    }
}
