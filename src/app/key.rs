//! Keys and bursts: what a keyboard, a guest or a script sends, whatever terminal it came through.
//!
//! A Chinese input method hands over whole words at once and eats plain letters, so two rules live
//! here: [`twin`] (a full-width mark is its ASCII twin) and [`inputs`] (what arrives together and
//! looks like text *is* text, never a row of commands). This file must never know what a key does.

use std::fmt;
use std::str::FromStr;

use super::pointer::{Mouse, Touch};
use super::sight::Ambiguous;

/// One key, modifiers folded in. Shift is in the character; terminals report it nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character as typed, full-width ones too.
    Char(char),
    /// Enter
    Enter,
    /// Esc
    Esc,
    /// Tab
    Tab,
    /// Shift-Tab
    BackTab,
    /// Backspace
    Backspace,
    /// Delete
    Delete,
    /// Up
    Up,
    /// Down
    Down,
    /// Left
    Left,
    /// Right
    Right,
    /// Home
    Home,
    /// End
    End,
    /// Page up
    PageUp,
    /// Page down
    PageDown,
    /// F1 and so on.
    F(u8),
    /// Ctrl and a lower-case letter.
    Ctrl(char),
    /// Alt and a character.
    Alt(char),
}

impl Key {
    /// Whether a Chinese input method lets it through as it is; two of the others are wanted by
    /// programs around a terminal.
    #[must_use]
    pub fn passes(self) -> bool {
        match self {
            Self::Char(c) => !c.is_ascii_alphabetic() && !"\\^_$`".contains(c),
            Self::Ctrl(c) => !"ab".contains(c),
            _ => true,
        }
    }

    /// The key under which a command is looked up: full-width marks as their ASCII twins.
    #[must_use]
    pub fn command(self) -> Self {
        match self {
            Self::Char(c) => Self::Char(twin(c)),
            other => other,
        }
    }
}

/// What reaches a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key on its own.
    Key(Key),
    /// Text that arrived at once: an input method's commit, or letters that no person types so
    /// fast. It is never read as commands. One line.
    Text(String),
    /// Pasted text, line breaks and all, as `\n`.
    Paste(String),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// A mouse did something, as the terminal tells it.
    Mouse(Mouse),
    /// What lies under the mouse was pressed.
    Touch(Touch),
    /// The terminal has been measured: so wide it draws “ and its like.
    Measured(Ambiguous),
}

/// Letters that only move: a slow line may deliver several of them at once.
const NAVIGATION: &str = "hjklgGnN";

/// Keys that arrived together, as inputs (screens.md, 3.3). Characters in a row are judged as one:
///
/// - a Han letter among them, or any other that is not ASCII: text;
/// - two different ASCII letters, not all of them for moving about: text;
/// - else keys, one by one.
///
/// Enter and Tab inside such text are part of it, and a last Enter is dropped: what was pasted into
/// a terminal without bracketed paste must never confirm anything.
pub fn inputs(burst: &[Key]) -> Vec<Input> {
    burst
        .chunk_by(|a, b| written(*a).is_some() && written(*b).is_some())
        .flat_map(|run| match text_of(run) {
            Some(text) => vec![text],
            None => run.iter().copied().map(Input::Key).collect(),
        })
        .collect()
}

/// The ASCII twin of a full-width mark; every other character as it is. For looking up commands and
/// sigils only: text is stored as it was typed.
pub fn twin(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '，' => ',',
        '。' => '.',
        '、' => '/',
        '；' => ';',
        '：' => ':',
        '？' => '?',
        '！' => '!',
        '【' => '[',
        '】' => ']',
        '（' => '(',
        '）' => ')',
        '《' => '<',
        '》' => '>',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '￥' => '$',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        _ => c,
    }
}

/// The character that a key puts into a text.
fn written(key: Key) -> Option<char> {
    match key {
        Key::Char(c) => Some(c),
        Key::Enter => Some('\n'),
        Key::Tab => Some('\t'),
        _ => None,
    }
}

fn text_of(run: &[Key]) -> Option<Input> {
    let text: String = run.iter().copied().filter_map(written).collect();
    if !is_text(&text) {
        return None;
    }
    let text = text.trim_end_matches('\n');
    let input = if text.contains('\n') { Input::Paste } else { Input::Text };
    Some(input(text.to_owned()))
}

fn is_text(burst: &str) -> bool {
    let letters = || burst.chars().map(twin).filter(|c| c.is_alphabetic());
    if letters().any(|c| !c.is_ascii()) {
        return true;
    }
    let differ = letters().any(|c| Some(c) != letters().next());
    differ && !letters().all(|c| NAVIGATION.contains(c))
}

/// A name that stands for no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKey;

/// The names of keys that are not characters: in files, and on a keyboard.
const NAMES: [(Key, &str, &str); 15] = [
    (Key::Enter, "enter", "Enter"),
    (Key::Esc, "esc", "Esc"),
    (Key::Tab, "tab", "Tab"),
    (Key::BackTab, "shift-tab", "Shift-Tab"),
    (Key::Backspace, "backspace", "Backspace"),
    (Key::Delete, "delete", "Del"),
    (Key::Up, "up", "Up"),
    (Key::Down, "down", "Down"),
    (Key::Left, "left", "Left"),
    (Key::Right, "right", "Right"),
    (Key::Home, "home", "Home"),
    (Key::End, "end", "End"),
    (Key::PageUp, "pageup", "PgUp"),
    (Key::PageDown, "pagedown", "PgDn"),
    (Key::Char(' '), "space", "Space"),
];

impl Key {
    /// The name in a file: `f2`, `ctrl-z`, `shift-tab`, `：`. [`Key::from_str`] reads it.
    pub fn name(self) -> String {
        match self {
            Self::F(n) => format!("f{n}"),
            Self::Ctrl(c) => format!("ctrl-{c}"),
            Self::Alt(c) => format!("alt-{c}"),
            Self::Char(c) if c != ' ' => c.to_string(),
            other => NAMES.iter().find(|row| row.0 == other).map_or("", |row| row.1).to_owned(),
        }
    }
}

impl Key {
    /// The key that a text begins with, as people write it before what it does: `F2 保存`,
    /// `Esc 返回`, `= 同上格`. A digit is none: it may begin anything.
    pub fn before(text: &str) -> Option<Self> {
        let (name, _) = text.split_once(' ')?;
        if let Some(row) = NAMES.iter().find(|row| row.2 == name) {
            return Some(row.0);
        }
        match name {
            "空格" => Some(Self::Char(' ')),
            "Delete" => Some(Self::Delete),
            _ => {
                let marked = |mark| name.strip_prefix(mark).and_then(only_char);
                let number = name.strip_prefix('F').and_then(|number| number.parse().ok());
                let control = || marked("^").map(|c: char| Self::Ctrl(c.to_ascii_lowercase()));
                let printed = || only_char(name).filter(|c| !c.is_alphanumeric()).map(Self::Char);
                let function = number.filter(|n| (1..=24).contains(n)).map(Self::F);
                function.or_else(control).or_else(|| marked("Alt-").map(Self::Alt)).or_else(printed)
            }
        }
    }
}

/// As people know it: `F2`, `^Z`, `Alt-x`, `PgUp`, `：`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::F(n) => write!(f, "F{n}"),
            Self::Ctrl(c) => write!(f, "^{}", c.to_ascii_uppercase()),
            Self::Alt(c) => write!(f, "Alt-{c}"),
            Self::Char(c) if *c != ' ' => write!(f, "{c}"),
            other => f.write_str(NAMES.iter().find(|row| row.0 == *other).map_or("", |row| row.2)),
        }
    }
}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        if let Some(c) = only_char(name) {
            return Ok(Self::Char(c));
        }
        let name = name.to_ascii_lowercase();
        if let Some(row) = NAMES.iter().find(|row| row.1 == name) {
            return Ok(row.0);
        }
        if let Some(c) = name.strip_prefix("ctrl-").and_then(only_char) {
            return Ok(Self::Ctrl(c));
        }
        if let Some(c) = name.strip_prefix("alt-").and_then(only_char) {
            return Ok(Self::Alt(c));
        }
        let number = name.strip_prefix('f').and_then(|n| n.parse().ok());
        number.filter(|n| (1..=24).contains(n)).map(Self::F).ok_or(UnknownKey)
    }
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<Key> {
        let key = |c| match c {
            '\n' => Key::Enter,
            '\t' => Key::Tab,
            c => Key::Char(c),
        };
        text.chars().map(key).collect()
    }

    fn keys(text: &str) -> Vec<Input> {
        typed(text).into_iter().map(Input::Key).collect()
    }

    #[test]
    fn full_width_marks_have_twins() {
        let full = "：／？，。！（）【】《》“”‘’；￥０９ａＺ＠＃＋＝　、";
        let half: String = full.chars().map(twin).collect();
        assert_eq!(half, ":/?,.!()[]<>\"\"'';$09aZ@#+= /");
        for c in ['a', '定', '1', '·', '—', '…', 'é'] {
            assert_eq!(twin(c), c);
        }
        assert_eq!(Key::Char('：').command(), Key::Char(':'));
        assert_eq!(Key::F(2).command(), Key::F(2));
    }

    #[test]
    fn a_burst_that_looks_like_text_is_text() {
        for burst in
            ["定", "议定：请区发改局牵头", "xmjs", "ab", "j议", "zs", "e\u{e9}", "1亿", "Да"]
        {
            assert_eq!(inputs(&typed(burst)), [Input::Text(burst.to_owned())], "{burst}");
        }
    }

    #[test]
    fn a_burst_of_keys_is_keys() {
        for burst in ["j", "jjj", "jk", "xx", "q", "：", "14", "１．４", "1.2/1=305", "……", "#1.4"]
        {
            assert_eq!(inputs(&typed(burst)), keys(burst), "{burst}");
        }
        assert_eq!(inputs(&typed("305\n")), keys("305\n"), "a reading typed over a slow line");
        assert!(inputs(&[]).is_empty());
    }

    #[test]
    fn text_never_confirms() {
        assert_eq!(inputs(&typed("议定\n")), [Input::Text("议定".to_owned())]);
        assert_eq!(inputs(&typed("一\n二\n")), [Input::Paste("一\n二".to_owned())]);
        assert_eq!(inputs(&typed("甲\t乙")), [Input::Text("甲\t乙".to_owned())]);
        assert_eq!(inputs(&typed("\n")), [Input::Key(Key::Enter)]);
    }

    #[test]
    fn other_keys_part_a_burst_and_keep_their_place() {
        let mut burst = vec![Key::F(2)];
        burst.extend(typed("开工"));
        burst.push(Key::Left);
        burst.extend(typed("j"));
        assert_eq!(
            inputs(&burst),
            [
                Input::Key(Key::F(2)),
                Input::Text("开工".to_owned()),
                Input::Key(Key::Left),
                Input::Key(Key::Char('j')),
            ]
        );
    }

    #[test]
    fn names_are_read_and_shown() {
        for (name, key, shown) in [
            ("f2", Key::F(2), "F2"),
            ("F10", Key::F(10), "F10"),
            ("ctrl-z", Key::Ctrl('z'), "^Z"),
            ("Ctrl-N", Key::Ctrl('n'), "^N"),
            ("alt-x", Key::Alt('x'), "Alt-x"),
            ("：", Key::Char('：'), "："),
            ("f", Key::Char('f'), "f"),
            ("G", Key::Char('G'), "G"),
            ("space", Key::Char(' '), "Space"),
            ("shift-tab", Key::BackTab, "Shift-Tab"),
            ("pageup", Key::PageUp, "PgUp"),
        ] {
            assert_eq!(name.parse(), Ok(key), "{name}");
            assert_eq!(key.to_string(), shown);
            assert_eq!(key.name().parse(), Ok(key), "{name} again");
        }
        for name in ["", "f0", "f99", "ctrl-", "ctrl-ab", "disabled", "定义"] {
            assert_eq!(name.parse::<Key>(), Err(UnknownKey), "{name}");
        }
        for (key, ..) in NAMES {
            assert_eq!(key.name().parse(), Ok(key));
        }
    }
}
