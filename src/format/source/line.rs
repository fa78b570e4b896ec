//! A line of a text, and what its form says of it.

use std::ops::Range;

use crate::report::hint::Form;

/// A line with what its form says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) whole: Option<Form>,
    pub(super) strong: Vec<Range<usize>>,
}

/// One cell: its lines.
pub(super) type Cell = Vec<Line>;

impl Line {
    /// Where bold words end that open the line and are a title of what follows without a stop.
    pub(super) fn title(&self) -> Option<usize> {
        let bold = self.strong.first().filter(|_| self.whole.is_none())?;
        let (words, rest) = (self.text.get(bold.clone())?, self.text.get(bold.end..)?);
        let opens = self.text.get(..bold.start)?.trim().is_empty();
        let marks = |text: &str| text.contains(|c| "。，；：！？,;:!?、".contains(c));
        let next = rest.trim_start().chars().next()?;
        let goes_on = next.is_alphanumeric() || "“《（".contains(next);
        let short = (4..=32).contains(&words.chars().count());
        let long = rest.chars().count() >= 2 * words.chars().count() && rest.contains('。');
        (opens && short && long && goes_on && !marks(words)).then_some(bold.end)
    }

    /// The line, parted behind such a title.
    pub(super) fn parted(mut self) -> Vec<Self> {
        let Some(end) = self.title() else { return vec![self] };
        let rest = self.text.split_off(end);
        let strong = self.strong.split_off(1).into_iter();
        let strong = strong.map(|part| part.start - end..part.end - end).collect();
        vec![self, Self { text: rest, whole: None, strong }]
    }
}
