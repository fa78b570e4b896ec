//! 简/繁: text as it is shown to whoever reads 繁体, and what they type found in 简体.
//!
//! Display only: a file keeps every character, and a shown text has as many as its own, each as wide, so
//! no column moves. Names of the roster are shown as they stand on record. The tables are read once
//! somebody asks for them, never before the first frame. This file must never touch a record.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use serde::{Deserialize, Serialize};

use crate::format::source::is_simplified;
use crate::plan::Roster;

/// In which script text is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Script {
    /// As it was written.
    #[default]
    #[serde(alias = "简")]
    Simplified,
    /// 繁
    #[serde(alias = "繁")]
    Traditional,
}

impl Script {
    /// Every word that names a script on the command line.
    pub const NAMES: [&str; 7] = ["简", "繁", "簡", "simp", "trad", "simplified", "traditional"];

    /// The script that a word names.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "简" | "簡" | "simp" | "simplified" => Some(Self::Simplified),
            "繁" | "trad" | "traditional" => Some(Self::Traditional),
            _ => None,
        }
    }

    /// A text of our own, in which no name stands, as whoever reads this script sees it.
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        Kept::none(self).map_or(Cow::Borrowed(text), |kept| kept.traditional(text))
    }
}

/// Names that are shown as they stand: of places, offices, posts, groups, and of who holds a post.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// By first character; among those of one, the longest first.
    names: BTreeMap<char, Vec<String>>,
    /// What somebody typed: it stays where it stands apart, and is our own word within a sentence.
    typed: Vec<String>,
}

impl Kept {
    /// The names of a roster.
    pub fn of(roster: &Roster) -> Self {
        let mut names: BTreeMap<char, Vec<String>> = BTreeMap::new();
        for name in named(roster).filter(|name| name.chars().nth(1).is_some()) {
            if let Some(first) = name.chars().next() {
                names.entry(first).or_default().push(name.to_owned());
            }
        }
        let mut kept = Self { names, typed: Vec::new() };
        kept.settle();
        kept
    }

    /// The same with other names: of files, of folders.
    #[must_use]
    pub fn with(mut self, names: impl IntoIterator<Item = String>) -> Self {
        for name in names.into_iter().filter(|name| !name.is_ascii()) {
            if let Some(first) = name.chars().next() {
                self.names.entry(first).or_default().push(name);
            }
        }
        self.settle();
        self
    }

    /// The same where what was typed is quoted: each run of Han in it stays, where it stands apart.
    #[must_use]
    pub fn quoting<'w>(mut self, words: impl IntoIterator<Item = &'w str>) -> Self {
        let runs = words.into_iter().flat_map(|word| word.split(|c: char| !is_han(c)));
        self.typed.extend(runs.filter(|run| !run.is_empty()).map(str::to_owned));
        self.typed.sort_by_key(|run| std::cmp::Reverse(run.len()));
        self
    }

    /// The longest of a first character first, each once.
    fn settle(&mut self) {
        for own in self.names.values_mut() {
            own.sort_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
            own.dedup();
        }
    }

    /// No names at all: where there is no roster yet.
    pub fn none(script: Script) -> Option<&'static Self> {
        static NONE: Kept = Kept { names: BTreeMap::new(), typed: Vec::new() };
        (script == Script::Traditional).then_some(&NONE)
    }

    /// A text in 繁体, with the names as they stand. As long as the text, character by character.
    pub fn traditional<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let Some(tables) = to_traditional() else { return Cow::Borrowed(text) };
        let mut shown = String::with_capacity(text.len());
        let (mut from, mut at) = (0, 0);
        let mut before = None;
        while let Some(c) = text[at..].chars().next() {
            let Some(length) = self.at_start(before.replace(c), &text[at..]) else {
                at += c.len_utf8();
                continue;
            };
            before = text[..at + length].chars().next_back();
            shown.push_str(&as_long(tables, &text[from..at]));
            shown.push_str(&text[at..at + length]);
            at += length;
            from = at;
        }
        shown.push_str(&as_long(tables, &text[from..]));
        Cow::Owned(shown)
    }

    /// The 简体 of a line that is shown in 繁体, but for names, also such as the end of a line parts.
    #[cfg(test)]
    pub fn left_simplified(&self, line: &str) -> Vec<String> {
        let names = || self.names.values().flatten();
        let other = |run: &str| Self::default().traditional(run) != run;
        let han = line.split(|c: char| !is_han(c)).filter(|run| !run.is_empty());
        han.flat_map(|run| {
            let parted = |rest: &str| names().any(|name| name.starts_with(rest));
            let starts = run.char_indices().map(|(at, _)| at);
            let cut = starts.filter(|at| parted(&run[*at..])).min().unwrap_or(run.len());
            let mut rest = run[..cut].to_owned();
            for name in names() {
                rest = rest.replace(name.as_str(), " ");
            }
            let ends = names().flat_map(|name| name.char_indices().map(|(at, _)| &name[at..]));
            let end = ends.filter(|end| rest.starts_with(*end)).max_by_key(|end| end.len());
            let rest = rest[end.map_or(0, str::len)..].to_owned();
            let pieces = rest.split(' ').map(str::to_owned).collect::<Vec<_>>();
            pieces.into_iter().filter(|piece| other(piece))
        })
        .collect()
    }

    /// How much of a text stays at its start, behind what stands before it.
    fn at_start(&self, before: Option<char>, text: &str) -> Option<usize> {
        let starts = |name: &&String| text.starts_with(name.as_str());
        let apart = |run: &&String| {
            starts(run) && !before.is_some_and(is_han) && !text[run.len()..].starts_with(is_han)
        };
        let names = text.chars().next().and_then(|first| self.names.get(&first));
        let name = names.and_then(|names| names.iter().find(starts));
        name.or_else(|| self.typed.iter().find(apart)).map(String::len)
    }
}

/// Every name of a roster, with the district before them and without.
fn named(roster: &Roster) -> impl Iterator<Item = &str> {
    let offices = roster.offices.values().flat_map(|office| {
        let own = [office.short.as_str(), office.full.as_str()].into_iter();
        let former = office.former.iter().flat_map(|old| [old.short.as_str(), old.full.as_str()]);
        own.chain(office.aliases.iter().map(String::as_str)).chain(former)
    });
    let places = roster.offices.values().flat_map(|office| district(&office.full));
    let posts = roster.posts.values().flat_map(|post| {
        let holders = post.holders.iter().map(|holder| holder.name.as_str());
        std::iter::once(post.title.as_str()).chain(holders)
    });
    offices.chain(places).chain(posts).chain(roster.groups.keys().map(String::as_str))
}

/// 道里区 and 道里, where a full name begins with the name of a district.
fn district(full: &str) -> impl Iterator<Item = &str> {
    let end = full.char_indices().find(|(at, c)| *at > 0 && "区县旗市".contains(*c));
    let names = end.map(|(at, kind)| [&full[..at + kind.len_utf8()], &full[..at]]);
    names.into_iter().flatten()
}

/// What was typed or written in 繁体, in 简体: as long as the text. None where there is nothing to fold.
pub fn simplified(text: &str) -> Option<String> {
    let folds = text.chars().any(|c| is_han(c) && !is_common(c) || OF_BOTH.contains(&c));
    let tables = folds.then(to_simplified)??;
    let folded = as_long(tables, text);
    (folded != text).then_some(folded)
}

/// A word in 简体, whichever script it was typed in.
pub fn folded(word: &str) -> Cow<'_, str> {
    simplified(word).map_or(Cow::Borrowed(word), Cow::Owned)
}

fn to_traditional() -> Option<&'static OpenCC> {
    static TABLES: OnceLock<Option<OpenCC>> = OnceLock::new();
    // They are part of the program; should they not be read, text is shown as it was written.
    TABLES.get_or_init(|| OpenCC::from_config(BuiltinConfig::S2tw).ok()).as_ref()
}

fn to_simplified() -> Option<&'static OpenCC> {
    static TABLES: OnceLock<Option<OpenCC>> = OnceLock::new();
    TABLES.get_or_init(|| OpenCC::from_config(BuiltinConfig::Tw2s).ok()).as_ref()
}

/// A text by the tables, unless they would make it longer or shorter.
fn as_long(tables: &OpenCC, text: &str) -> String {
    let other = tables.convert(text);
    if other.chars().count() == text.chars().count() { other } else { text.to_owned() }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a Han is written so in 简体.
fn is_common(c: char) -> bool {
    static COMMON: OnceLock<Vec<bool>> = OnceLock::new();
    let common = COMMON.get_or_init(|| HAN.map(is_simplified).collect());
    let nth = u32::from(c).checked_sub(u32::from(*HAN.start()));
    nth.and_then(|nth| common.get(usize::try_from(nth).ok()?)).copied().unwrap_or(false)
}

/// Han of 繁体 that stand among those of 简体 too, as the names of families.
const OF_BOTH: [char; 2] = ['後', '於'];

/// The Han that both scripts are written with, but for a few.
const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    fn kept() -> Kept {
        Kept::of(&crate::app::rehearsal::plan().roster)
    }

    #[test]
    fn every_name_names_a_script() {
        assert!(Script::NAMES.iter().all(|name| Script::named(name).is_some()));
        assert_eq!(Script::named("繁体字"), None);
    }

    #[test]
    fn text_is_shown_in_the_other_script() {
        for (text, want) in [
            ("持续推进重点项目建设", "持續推進重點項目建設"),
            ("完善信息化系统，发展平台经济", "完善信息化系統，發展平臺經濟"),
            ("松花江沿线，后备干部，着力", "松花江沿線，後備幹部，著力"),
            ("“六个龙江” 1.4 plan", "“六個龍江” 1.4 plan"),
            ("plan 1.4", "plan 1.4"),
            ("", ""),
        ] {
            assert_eq!(kept().traditional(text), want);
        }
    }

    #[test]
    fn names_are_shown_as_they_stand() {
        for (text, want) in [
            ("请发改局牵头，临空办配合", "請发改局牽頭，临空办配合"),
            ("道里区发展和改革局", "道里区发展和改革局"),
            ("道里的里程", "道里的里程"),
            ("由分管副区长负责", "由分管副区长負責"),
        ] {
            assert_eq!(kept().traditional(text), want);
        }
        assert_eq!(Kept::default().traditional("发改局"), "發改局");
    }

    #[test]
    fn what_was_typed_stays_where_it_is_quoted() {
        let kept = kept().with(["/tmp/书库".to_owned()]).quoting(["牵头:没有局", "任务", "-x"]);
        for (text, want) in [
            ("没有“任务”，任务写作 1.4", "沒有“任务”，任務寫作 1.4"),
            ("名册外：没有局，没有局长", "名冊外：没有局，沒有局長"),
            ("打不开/tmp/书库里的册", "打不開/tmp/书库裡的冊"),
            ("任务", "任务"),
        ] {
            assert_eq!(kept.traditional(text), want);
        }
    }

    #[test]
    fn what_is_written_in_either_script_is_one() {
        assert_eq!(simplified("臨空經濟區").as_deref(), Some("临空经济区"));
        assert_eq!(simplified("衛健局牽頭").as_deref(), Some("卫健局牵头"));
        assert_eq!(simplified("乾淨整潔").as_deref(), Some("干净整洁"));
        assert_eq!(simplified("最後").as_deref(), Some("最后"));
        for text in ["", "临空经济区", "plan", "１．４", "卫健局 1.4"] {
            assert_eq!(simplified(text), None, "{text}");
        }
    }

    #[test]
    fn no_character_is_shown_wider_than_it_is() {
        for c in ('\u{3400}'..='\u{9fff}').chain('\u{20000}'..='\u{2a6df}') {
            let text = c.to_string();
            let shown = Kept::default().traditional(&text).into_owned();
            assert_eq!((shown.chars().count(), shown.width()), (1, text.width()), "{c}");
        }
    }

    #[test]
    fn the_plan_keeps_its_columns() {
        let (kept, plan) = (kept(), include_str!("../../plan.ron"));
        for line in plan.lines() {
            let shown = kept.traditional(line);
            assert_eq!(shown.chars().count(), line.chars().count(), "{line}");
            let widths =
                |text: &str| text.chars().map(|c| c.to_string().width()).collect::<Vec<_>>();
            assert_eq!(widths(&shown), widths(line), "{line}");
        }
    }

    proptest! {
        /// Any Han, between anything else: as long as before, and every name intact.
        #[test]
        fn nothing_moves(text in "[\u{4e00}-\u{9fff}]{0,12}|\\PC{0,20}", before in "[一-龥]{0,4}") {
            let kept = kept();
            for text in [text.clone(), format!("{before}道里区卫健局{text}")] {
                let shown = kept.traditional(&text);
                prop_assert_eq!(shown.chars().count(), text.chars().count());
                prop_assert_eq!(shown.width(), text.width());
                if let Some(folded) = simplified(&text) {
                    prop_assert_eq!(folded.chars().count(), text.chars().count());
                }
            }
        }

        #[test]
        fn names_are_intact_wherever_they_stand(
            before in "[一-龥，。]{0,6}",
            after in "[一-龥，。]{0,6}",
            nth in 0_usize..200,
        ) {
            let kept = kept();
            let names: Vec<&String> = kept.names.values().flatten().collect();
            let name = names[nth % names.len()];
            // Where no other name begins before it and runs into it.
            let text = format!("{before}；{name}；{after}");
            prop_assert!(kept.traditional(&text).contains(name.as_str()), "{}", text);
        }
    }
}
