//! What can be wrong with what papers say of the issuing body.

use super::Walk;
use crate::plan::Path;
use crate::plan::letterhead::{Letterhead, unknown_blank};
use crate::words::Wrong;

impl Walk {
    pub(super) fn letterhead(&mut self, at: &Path, letterhead: &Letterhead) {
        self.text(at.field("mark"), &letterhead.mark);
        self.text(at.field("number"), &letterhead.number);
        self.blanks(&at.field("number"), &letterhead.number, Letterhead::BLANKS);
        self.text(at.field("office"), &letterhead.office);
        self.text(at.field("signature"), &letterhead.signature);
        for (index, copy) in letterhead.copies.iter().enumerate() {
            self.needed(at.field("copies").index(index), copy);
        }
        for (phrase, said) in &letterhead.phrases {
            let at = at.field("phrases").key(phrase.code());
            self.needed(at.clone(), said);
            self.blanks(&at, said, phrase.blanks());
        }
    }

    /// Every blank of a pattern is one that the paper fills.
    fn blanks(&mut self, at: &Path, text: &str, among: &[&str]) {
        let Some(blank) = unknown_blank(text, among) else { return };
        let blank = blank.to_owned();
        self.say(
            at.clone(),
            match among {
                [] => Wrong::NoBlanks { blank },
                names => Wrong::NoSuchBlank { blank, names: names.join(" ") },
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_told;
    use crate::plan::Phrase;

    #[test]
    fn a_letterhead_has_no_blank_that_no_paper_fills() {
        assert_told(&[
            (
                |plan| plan.letterhead.number = "〔{年}〕{number}号".into(),
                "letterhead.number: 这里没有“{年}”这个空；可以写：{year} {number}",
            ),
            (
                |plan| plan.series[1].letterhead.number = "第{n".into(),
                "series[1].letterhead.number: 这里没有“{n”这个空；可以写：{year} {number}",
            ),
            (
                |plan| plan.letterhead.copies = vec!["区委办公室".into(), " ".into()],
                "letterhead.copies[1]: 这里不能空着；请写上",
            ),
            (
                |plan| plan.letterhead.mark = "会议\u{200b}纪要".into(),
                "letterhead.mark: 这段文字里有看不见的字符 <200B>；请删去",
            ),
            (
                |plan| {
                    plan.letterhead.phrases.insert(Phrase::Settled, "会议{who}：".into());
                },
                "letterhead.phrases.settled: 这句话里不能有“{who}”；请去掉花括号",
            ),
            (
                |plan| {
                    plan.letterhead.phrases.insert(Phrase::Heard, "听取{whom}".into());
                },
                "letterhead.phrases.heard: 这里没有“{whom}”这个空；可以写：{who} {what}",
            ),
        ]);
    }
}
