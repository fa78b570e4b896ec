//! Papers of bodies outside the Chinese standard: the same words in a layout of no country.

use super::{Paper, Sheet};
use crate::plan::{Letterhead, Style};
use crate::words::Lang;

impl Paper {
    /// The same in a layout. Outside the standard a mark is there only where the body has one of its
    /// own: the title says what the paper is.
    #[must_use]
    pub fn in_style(mut self, style: Style, house: &Letterhead) -> Self {
        self.style = style;
        if !style.is_standard() && house.mark.trim().is_empty() {
            self.mark.clear();
        }
        self.then = self.then.into_iter().map(|next| next.in_style(style, house)).collect();
        self
    }

    /// Number and date in one line, as they stand below a title; empty where there is neither.
    pub(super) fn beneath(&self) -> String {
        let between = if self.lang == Lang::Zh { "　" } else { " · " };
        let parts = [self.number.as_str(), self.date.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    }
}

impl Sheet {
    /// The same in a layout.
    #[must_use]
    pub fn in_style(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::minutes::{Known, minutes};
    use crate::papers::tests::{plan, whole};
    use crate::papers::{markdown, text};

    fn paper(lang: Lang, house: &Letterhead) -> Paper {
        let (plan, state) = (plan(), whole());
        let known = Known { plan: &plan, state: &state, lang };
        minutes(known, &[state.meeting().unwrap()]).unwrap().in_style(Style::Plain, house)
    }

    #[test]
    fn the_words_are_those_of_the_standard_and_the_head_is_its_own() {
        let standard = paper(Lang::Zh, &Letterhead::default());
        let plain = text::write(&standard);
        let head =
            "演练区人民政府\n第4次重点工作调度会会议纪要\n第4期　2023年9月15日\n（送审稿）\n";
        assert!(plain.starts_with(head), "{plain}");
        let other = Paper { style: Style::Standard, ..standard };
        assert_eq!(other.body, paper(Lang::Zh, &Letterhead::default()).body);
        let english = markdown::write(&paper(Lang::En, &Letterhead::default()));
        assert!(english.contains("No. 4 · 演练区人民政府 · 15 September 2023"), "{english}");
        let own = Letterhead { mark: "会议纪要".into(), ..Letterhead::default() };
        assert!(!paper(Lang::Zh, &own).mark.is_empty(), "a mark of its own stays");
    }
}
