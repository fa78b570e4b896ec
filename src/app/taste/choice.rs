//! What can be chosen for each setting, in the order of its digits.

use super::{
    Arrangement, Borders, Colours, Columns, Hints, Marks, Mouse, Taste, Theme, Tongue, Writing,
};
use crate::words::taste::{Chosen, Setting};

/// Every setting, in the order in which F9 lists them.
pub const SETTINGS: [Setting; 10] = [
    Setting::Layout,
    Setting::Theme,
    Setting::Colours,
    Setting::Marks,
    Setting::Borders,
    Setting::Width,
    Setting::Hints,
    Setting::Script,
    Setting::Tongue,
    Setting::Mouse,
];

/// One value of one setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// 版式
    Layout(Arrangement),
    /// 主题
    Theme(Theme),
    /// 颜色
    Colours(Colours),
    /// 状态标
    Marks(Marks),
    /// 边框
    Borders(Borders),
    /// 符号宽度
    Width(Columns),
    /// 提示行
    Hints(Hints),
    /// 文字
    Script(Writing),
    /// 语言
    Tongue(Tongue),
    /// 鼠标
    Mouse(Mouse),
}

/// The choices of a setting.
pub fn choices(of: Setting) -> Vec<Choice> {
    use Arrangement::{Care, Linear, Wall};
    match of {
        Setting::Layout => [Arrangement::Standard, Care, Wall, Linear].map(Choice::Layout).to_vec(),
        Setting::Theme => Theme::ALL.map(Choice::Theme).to_vec(),
        Setting::Colours => {
            let counted = [Colours::Ansi16, Colours::Ansi256, Colours::Truecolor];
            [Colours::Auto, Colours::Mono].into_iter().chain(counted).map(Choice::Colours).collect()
        }
        Setting::Marks => [Marks::All, Marks::Plain, Marks::Word].map(Choice::Marks).to_vec(),
        Setting::Borders => {
            [Borders::Auto, Borders::Line, Borders::Ascii].map(Choice::Borders).to_vec()
        }
        Setting::Width => {
            [Columns::Auto, Columns::Narrow, Columns::Wide].map(Choice::Width).to_vec()
        }
        Setting::Hints => {
            [Hints::Beginner, Hints::Usual, Hints::Hidden].map(Choice::Hints).to_vec()
        }
        Setting::Script => {
            [Writing::Auto, Writing::Simplified, Writing::Traditional].map(Choice::Script).to_vec()
        }
        Setting::Tongue => [Tongue::Auto, Tongue::Zh, Tongue::En].map(Choice::Tongue).to_vec(),
        Setting::Mouse => [Mouse::On, Mouse::Off].map(Choice::Mouse).to_vec(),
    }
}

impl Choice {
    /// Its word on the screen.
    pub fn word(self) -> Chosen {
        match self {
            Self::Layout(Arrangement::Standard) | Self::Theme(Theme::Standard) => Chosen::Standard,
            Self::Layout(Arrangement::Care) => Chosen::Care,
            Self::Layout(Arrangement::Wall) => Chosen::Wall,
            Self::Layout(Arrangement::Linear) => Chosen::Linear,
            Self::Theme(Theme::StandardDark) => Chosen::Dark,
            Self::Theme(Theme::StandardLight) => Chosen::Light,
            Self::Theme(Theme::ContrastDark) => Chosen::ContrastDark,
            Self::Theme(Theme::ContrastLight) => Chosen::ContrastLight,
            Self::Theme(Theme::Mono) | Self::Colours(Colours::Mono) => Chosen::Mono,
            Self::Colours(Colours::Auto)
            | Self::Borders(Borders::Auto)
            | Self::Width(Columns::Auto)
            | Self::Script(Writing::Auto)
            | Self::Tongue(Tongue::Auto) => Chosen::Auto,
            Self::Colours(Colours::Ansi16) => Chosen::Sixteen,
            Self::Colours(Colours::Ansi256) => Chosen::Indexed,
            Self::Colours(Colours::Truecolor) => Chosen::TrueColour,
            Self::Marks(Marks::All) => Chosen::MarkWordColour,
            Self::Marks(Marks::Plain) => Chosen::MarkWord,
            Self::Marks(Marks::Word) => Chosen::WordAlone,
            Self::Borders(Borders::Line) => Chosen::Lines,
            Self::Borders(Borders::Ascii) => Chosen::Ascii,
            Self::Width(Columns::Narrow) => Chosen::One,
            Self::Width(Columns::Wide) => Chosen::Two,
            Self::Hints(Hints::Beginner) => Chosen::Beginner,
            Self::Hints(Hints::Usual) => Chosen::Usual,
            Self::Hints(Hints::Hidden) => Chosen::Hidden,
            Self::Script(Writing::Simplified) => Chosen::Simplified,
            Self::Script(Writing::Traditional) => Chosen::Traditional,
            Self::Tongue(Tongue::Zh) => Chosen::Chinese,
            Self::Tongue(Tongue::En) => Chosen::English,
            Self::Mouse(Mouse::On) => Chosen::On,
            Self::Mouse(Mouse::Off) => Chosen::Off,
        }
    }
}

impl Taste {
    /// What is chosen for a setting.
    pub fn chosen(&self, of: Setting) -> Choice {
        match of {
            Setting::Layout => Choice::Layout(self.layout),
            Setting::Theme => Choice::Theme(self.theme),
            Setting::Colours => Choice::Colours(self.color),
            Setting::Marks => Choice::Marks(self.marks),
            Setting::Borders => Choice::Borders(self.borders),
            Setting::Width => Choice::Width(self.ambiguous),
            Setting::Hints => Choice::Hints(self.hints),
            Setting::Script => Choice::Script(self.script),
            Setting::Tongue => Choice::Tongue(self.lang),
            Setting::Mouse => Choice::Mouse(self.mouse),
        }
    }

    /// The same with one thing chosen otherwise.
    #[must_use]
    pub fn with(mut self, choice: Choice) -> Self {
        match choice {
            Choice::Layout(layout) => self.layout = layout,
            Choice::Theme(theme) => self.theme = theme,
            Choice::Colours(colours) => self.color = colours,
            Choice::Marks(marks) => self.marks = marks,
            Choice::Borders(borders) => self.borders = borders,
            Choice::Width(columns) => self.ambiguous = columns,
            Choice::Hints(hints) => self.hints = hints,
            Choice::Script(script) => self.script = script,
            Choice::Tongue(tongue) => self.lang = tongue,
            Choice::Mouse(mouse) => self.mouse = mouse,
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_choice_can_be_made_and_told_apart() {
        for setting in SETTINGS {
            let all = choices(setting);
            assert!((2..=9).contains(&all.len()), "{setting:?} is picked by one digit");
            assert_eq!(all[0], Taste::default().chosen(setting), "the default comes first");
            for lang in [Lang::Zh, Lang::En] {
                let mut words: Vec<&str> = all.iter().map(|one| one.word().text(lang)).collect();
                words.dedup();
                assert_eq!(words.len(), all.len(), "{setting:?}");
            }
            for choice in all {
                assert_eq!(Taste::default().with(choice).chosen(setting), choice);
            }
        }
    }
}
