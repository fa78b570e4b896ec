//! What a person chose about how things are shown, and what would hold without any choice.
//!
//! `~/.config/yiding/config.ron` holds it and F9 changes it. It must never touch a record: two people
//! with other tastes see the same book. Options of a call win over it, it wins over the environment.

pub mod choice;
mod value;

use serde::{Deserialize, Serialize};

pub use self::value::{
    Arrangement, Borders, Colours, Columns, Hints, Marks, Mouse, Tongue, Writing,
};
use super::keymap::Keymap;
use super::script::Script;
use super::seat::Seat;
use super::sight::{Ambiguous, Depth, Frame, Lights, Sight, Theme};
use crate::format::{patch, ron};
use crate::plan::Table;
use crate::words::Lang;

/// The newest format of the file.
pub const FORMAT: u32 = 1;

/// What a person chose. Whatever the file leaves out is as [`Taste::default`] has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Taste {
    /// The version of the file.
    pub format: u32,
    /// 版式
    pub layout: Arrangement,
    /// 主题
    pub theme: Theme,
    /// 颜色: how many.
    pub color: Colours,
    /// 状态标
    pub marks: Marks,
    /// 边框
    pub borders: Borders,
    /// 模糊宽度: of “ ” … — ① and their like.
    pub ambiguous: Columns,
    /// 提示行
    pub hints: Hints,
    /// 文字
    pub script: Writing,
    /// 语言
    pub lang: Tongue,
    /// 鼠标
    pub mouse: Mouse,
    /// 按键: commands by their names, each with the keys that it has instead of its own.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub keys: Table<String, Vec<String>>,
}

/// What would hold if nothing were chosen: what the terminal, its environment and the call say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// How many colours there are.
    pub depth: Depth,
    /// The theme for the background that the terminal says it has.
    pub theme: Theme,
    /// How wide the terminal drew doubtful characters when it was measured.
    pub ambiguous: Ambiguous,
    /// Lines for a terminal that is known to draw them well.
    pub frame: Frame,
    /// The language of the call.
    pub lang: Lang,
    /// Its script.
    pub script: Script,
}

impl Default for Taste {
    fn default() -> Self {
        Self {
            format: FORMAT,
            layout: Arrangement::default(),
            theme: Theme::default(),
            color: Colours::default(),
            marks: Marks::default(),
            borders: Borders::default(),
            ambiguous: Columns::default(),
            hints: Hints::default(),
            script: Writing::default(),
            lang: Tongue::default(),
            mouse: Mouse::default(),
            keys: Table::default(),
        }
    }
}

impl Taste {
    /// What eyes with this taste see on this ground.
    pub fn sight(&self, ground: Ground) -> Sight {
        let depth = match self.color {
            Colours::Auto => ground.depth,
            Colours::Mono => Depth::Mono,
            Colours::Ansi16 => Depth::Sixteen,
            Colours::Ansi256 => Depth::Indexed,
            Colours::Truecolor => Depth::True,
        };
        let ambiguous = match self.ambiguous {
            Columns::Auto => ground.ambiguous,
            Columns::Narrow => Ambiguous::Narrow,
            Columns::Wide => Ambiguous::Wide,
        };
        let theme = if self.theme == Theme::Standard { ground.theme } else { self.theme };
        let lines = match self.borders {
            Borders::Auto => ground.frame,
            Borders::Line => Frame::Lines,
            Borders::Ascii => Frame::Ascii,
        };
        // A line of two columns would tear every frame apart.
        let frame = if ambiguous == Ambiguous::Wide { Frame::Ascii } else { lines };
        let lights = if self.marks == Marks::All { Lights::Coloured } else { Lights::Plain };
        Sight { depth, theme, ambiguous, script: self.script(ground), frame, lights }
    }

    /// The language in which somebody with this taste is spoken to.
    pub fn lang(&self, ground: Ground) -> Lang {
        match self.lang {
            Tongue::Auto => ground.lang,
            Tongue::Zh => Lang::Zh,
            Tongue::En => Lang::En,
        }
    }

    /// The script in which somebody with this taste reads.
    pub fn script(&self, ground: Ground) -> Script {
        match self.script {
            Writing::Auto => ground.script,
            Writing::Simplified => Script::Simplified,
            Writing::Traditional => Script::Traditional,
        }
    }

    /// The text of a file of `before` as one of `self`: fields that differ are changed where they
    /// stand, all else, comments among it, stays as it is. None where no such text can be made.
    pub fn written_over(&self, before: &Self, text: &str) -> Option<String> {
        let fields = before.fields().into_iter().zip(self.fields());
        let changed = fields.filter(|(was, is)| was != is);
        changed
            .into_iter()
            .try_fold(text.to_owned(), |text, (_, (name, value))| patch::set(&text, name, &value?))
    }

    /// What F9 changes, each by its name in the file and as it is written there.
    fn fields(&self) -> [(&'static str, Option<String>); 10] {
        fn written(value: &impl Serialize) -> Option<String> {
            ron::line(value).ok()
        }
        [
            ("layout", written(&self.layout)),
            ("theme", written(&self.theme)),
            ("color", written(&self.color)),
            ("marks", written(&self.marks)),
            ("borders", written(&self.borders)),
            ("ambiguous", written(&self.ambiguous)),
            ("hints", written(&self.hints)),
            ("script", written(&self.script)),
            ("lang", written(&self.lang)),
            ("mouse", written(&self.mouse)),
        ]
    }
}

impl Seat {
    /// Shows everything here by another taste from now on.
    pub fn wear(&mut self, taste: Taste) {
        self.sight = taste.sight(self.ground);
        self.lang = taste.lang(self.ground);
        // Keys with a fault were told of when they were read.
        self.keymap = Keymap::read(&taste.keys).unwrap_or_default();
        self.taste = taste;
    }

    /// The terminal was measured.
    pub(super) fn measured(&mut self, ambiguous: Ambiguous) {
        self.ground.ambiguous = ambiguous;
        let Sight { ambiguous, frame, .. } = self.taste.sight(self.ground);
        (self.sight.ambiguous, self.sight.frame) = (ambiguous, frame);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::ron::Limits;

    fn read(text: &str) -> Taste {
        ron::read(text.as_bytes(), Limits::of(FORMAT)).unwrap()
    }

    #[test]
    fn a_file_may_leave_everything_out_and_say_it_in_chinese() {
        assert_eq!(read("()"), Taste::default());
        let said = read("(layout: 关怀, script: 繁, hints: hidden, keys: {\"undo\": [\"f12\"]})");
        assert_eq!(said.layout, Arrangement::Care);
        assert_eq!(said.script, Writing::Traditional);
        assert_eq!(said.hints, Hints::Hidden);
        assert_eq!(said.keys.get("undo"), Some(&vec!["f12".to_owned()]));
        assert_eq!(said.mouse, Mouse::On);
    }

    #[test]
    fn a_field_that_nobody_knows_is_refused_with_its_neighbour() {
        let read: Result<Taste, _> = ron::read(b"(\n  teme: mono,\n)", Limits::of(FORMAT));
        let why = read.unwrap_err();
        assert_eq!((why.line, why.column), (2, 3));
        assert_eq!(why.hint.unwrap().text(Lang::En), "did you mean theme?");
    }

    #[test]
    fn what_was_chosen_wins_over_the_ground() {
        let ground = Ground {
            depth: Depth::Indexed,
            theme: Theme::StandardDark,
            script: Script::Traditional,
            ..Ground::default()
        };
        let plain = Taste::default().sight(ground);
        assert_eq!((plain.depth, plain.theme), (Depth::Indexed, Theme::StandardDark));
        let chosen = Taste {
            color: Colours::Mono,
            theme: Theme::ContrastLight,
            ambiguous: Columns::Wide,
            lang: Tongue::En,
            script: Writing::Simplified,
            ..Taste::default()
        };
        let sight = chosen.sight(ground);
        assert_eq!((sight.depth, sight.theme), (Depth::Mono, Theme::ContrastLight));
        assert_eq!((sight.ambiguous, sight.script), (Ambiguous::Wide, Script::Simplified));
        assert_eq!(plain.script, Script::Traditional);
        assert_eq!((chosen.lang(ground), Taste::default().lang(ground)), (Lang::En, Lang::Zh));
    }

    #[test]
    fn a_measured_terminal_moves_only_who_left_it_open() {
        let mut seat = Seat::new((80, 24), Lang::Zh);
        seat.measured(Ambiguous::Wide);
        assert_eq!(seat.sight.ambiguous, Ambiguous::Wide);
        seat.wear(Taste { ambiguous: Columns::Narrow, ..Taste::default() });
        seat.measured(Ambiguous::Wide);
        assert_eq!(seat.sight.ambiguous, Ambiguous::Narrow);
    }

    #[test]
    fn only_what_differs_is_written_and_comments_stay() {
        let text = "// 张主任的电脑\n(\n  theme: mono, // 打印店\n  mouse: off,\n)\n";
        let before = read(text);
        let after =
            Taste { theme: Theme::ContrastDark, layout: Arrangement::Care, ..before.clone() };
        let written = after.written_over(&before, text).unwrap();
        assert_eq!(
            written,
            "// 张主任的电脑\n(\n  theme: contrast_dark, // 打印店\n  mouse: off,\n  layout: care,\n)\n"
        );
        assert_eq!(read(&written), after);
        assert_eq!(before.written_over(&before, text).unwrap(), text);
    }
}
