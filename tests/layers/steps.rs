//! Which refusals do not say how one goes on.
//!
//! A refusal says what is wrong, where, and the next step: a key, a call, or what to write. A place called
//! `why`, `said` or `shown` is a reason handed over whole, which has a step of its own.

use super::source::Source;
use super::tongue::literal;

/// The lists of the catalogue that refuse.
const REFUSALS: &str = "BadKey BadLine BadRow BadSheet Barred Cause Denied Exported Fault Instead KeyFault \
    Locked NotCommitted NotImported NotRead NotSynced Notice Odd PrintSays Refused \
    Remark Shut Unclear Unfit Unopened Unpublished Unsaved Unsealed Wrong";

/// Texts of these lists that refuse nothing, or whose step is said on the line below.
const NO_STEP: &[(&str, &str)] = &[
    ("BadRow", "At"),
    ("Denied", "Agent Closing Environment Forward X11"),
    ("Exported", "Changed Same Written"),
    ("Locked", "Nobody"),
    ("NotImported", "There"),
    (
        "Notice",
        "AndOthers Bound CastNow Committed Found Gone MouseOff Opened PapersMade \
         PapersUnderWay Recovered Redone Saved Sealed TasteKept Told Withdrawn",
    ),
    ("Odd", "DoesNotFit Finished"),
    ("PrintSays", "AsOf Count Name Same Sent Written"),
    ("Refused", "HasGaps NoMeetingOpen OldMeetingOpen"),
    ("Remark", "OfMany Open"),
    ("Shut", "KeyReadable"),
];

/// A request in Chinese, wherever it stands.
const ASKED: &[&str] = &["请", "先", "不用", "yiding ", "git ", "chmod ", "--"];

/// What makes a clause behind the first one a step in Chinese.
const STEPS: &str = "用 写 见 改 再 按 可 要 换 删 移 留 直接 作 安 在 是不是 Enter Esc F ^";

/// With what an English clause begins that says what to do.
const VERBS: &str = "--, ^, add, another, ask, begin, bind, bring, change, check, chmod, choose, close, \
    come, connect, copy, delete, did, drop, enlarge, enter, export, F1, F2, F8, free, \
    git, give, go, head, it is one of, join, keep, leave, look, move, name, nothing to, \
    open, paste, please, point, press, put, quote, record, recover, remove, reopen, \
    run, save, say, see, set, split, swap, sync, then, there are, try, use, wait, \
    write, yiding";

/// Refusals without a step, and exceptions that are none.
pub(crate) fn without_a_step(sources: &[Source]) -> Vec<String> {
    let texts: Vec<Text<'_>> =
        sources.iter().filter(|it| it.room() == "words").flat_map(texts).collect();
    let excused = |text: &Text<'_>| {
        let of_list = NO_STEP.iter().filter(|(list, _)| *list == text.list);
        of_list.flat_map(|(_, names)| names.split_whitespace()).any(|name| name == text.name)
    };
    let lacking = texts.iter().filter(|text| !excused(text) && !text.has_step());
    let needless = texts.iter().filter(|text| excused(text) && text.has_step());
    lacking
        .map(|text| format!("{}::{} names no next step", text.list, text.name))
        .chain(
            needless.map(|text| format!("{}::{} names one and is excused", text.list, text.name)),
        )
        .collect()
}

/// A text of the catalogue in both languages.
struct Text<'a> {
    list: &'a str,
    name: &'a str,
    places: &'a str,
    chinese: &'a str,
    english: &'a str,
}

impl Text<'_> {
    fn has_step(&self) -> bool {
        let handed_over = |place: &str| matches!(place.trim(), "why" | "said" | "shown");
        self.places.split(',').any(handed_over)
            || (in_chinese(self.chinese) && in_english(self.english))
    }
}

fn in_chinese(text: &str) -> bool {
    let mut later = text.split(['；', '，', '：', '。', '（']).skip(1);
    ASKED.iter().any(|word| text.contains(word))
        || later.any(|clause| STEPS.split(' ').any(|step| clause.contains(step)))
}

fn in_english(text: &str) -> bool {
    let text = text.to_lowercase().replace(" and ", "; ").replace(" or ", "; ");
    let mut clauses =
        text.split([';', ',', ':', '.', '(']).map(|clause| clause.trim_start_matches([' ', '`']));
    clauses.any(|clause| VERBS.split(", ").any(|verb| clause.starts_with(&verb.to_lowercase())))
}

/// The texts of the lists that refuse. A list opens a line of four blanks, a text one of eight.
fn texts(source: &Source) -> Vec<Text<'_>> {
    let mut list = "";
    let mut found = Vec::new();
    for line in source.text.lines() {
        if let Some(text) = line.strip_prefix("        ") {
            found.extend(
                text_of(list, text).filter(|text| REFUSALS.split(' ').any(|it| it == text.list)),
            );
        } else if let Some(name) =
            line.strip_prefix("    ").and_then(|line| line.strip_suffix(" {"))
        {
            list = name;
        }
    }
    found
}

fn text_of<'a>(list: &'a str, line: &'a str) -> Option<Text<'a>> {
    let (head, texts) = line.split_once(" => ")?;
    let (name, places) = head.split_once(' ').unwrap_or((head, ""));
    let (chinese, rest) = literal(texts)?;
    let (english, _) = literal(rest.strip_prefix(',')?)?;
    let places = places.trim_matches(['{', '}', ' ']);
    Some(Text { list, name, places, chinese, english })
}

/// The texts of some lists that name no step, excused or not.
pub(crate) fn lacking(sources: &[Source]) -> Vec<String> {
    let texts = sources.iter().flat_map(texts).filter(|text| !text.has_step());
    texts.map(|text| format!("{}::{}", text.list, text.name)).collect()
}
