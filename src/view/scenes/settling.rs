//! 定疑 and 定冲突 as all eyes see them: every kind of box and line that keys from their own start lead
//! to, held to the laws of every other screen.
//!
//! They have no seat: they wear what a seat would.

use super::eyes::{self, Eyes};
use super::laws::{Data, Seen};
use super::*;
use crate::app::amending::{self, Amending, Help, Side};
use crate::app::drafting::{self, Blank, Cuts, Drafting, Over as Lying, Pads};
use crate::app::pointer::Pointing;
use crate::view::drafting::scenes::REPORT;
use crate::view::{amending as amend, drafting as draft};

/// The name of a picture, and the keys that lead to it from the start; `"..."` is text that arrives at
/// once.
type Way = (&'static str, &'static str);

const DRAFTS: &[Way] = &[
    ("settle", ""),
    ("settle_end", "end"),
    ("settle_numbers", "f3 down down"),
    ("settle_done", "space space space space space space space space space"),
    ("settle_taken_back", "space ctrl-z"),
    ("settle_nothing_back", "ctrl-z"),
    ("settle_menu", "down down down down enter down"),
    ("settle_menu_no_such", "down down down down enter 9"),
    ("settle_menu_title", "down enter"),
    ("settle_as", "down down down down enter 3"),
    ("settle_cut", "down down down down enter 1"),
    ("settle_cut_words", "down down down down enter 1 \"新建水库\""),
    ("settle_cut_refused", "down down down down enter 1 home enter"),
    ("settle_cut_not_there", "down down down down enter 1 山"),
    ("settle_title_end", "down down down enter 1 right right"),
    ("settle_short", "down down down enter 2 \"农业\""),
    ("settle_reason", "down down down down down enter 2 \"去年的事\""),
    ("settle_target", "down down down down down enter 1"),
    ("settle_target_choice", "down down down down down enter 1 down right"),
    ("settle_target_no_choice", "down down down down down enter 1 down \"很多很多\""),
    ("settle_target_wrong", "down down down down down enter 1 down down end \"多\" f2"),
    ("settle_unsaved", "down down down enter 2 \"农业\" esc"),
    ("settle_find", "/"),
    ("settle_found", "\"新建\""),
    ("settle_found_by_initials", "\"jsfz\" down"),
    ("settle_not_found", "\"没有的话\""),
    ("settle_keys", "f1"),
];

const CONFLICTS: &[Way] = &[
    ("amend", ""),
    ("amend_took", "2"),
    ("amend_last", "end"),
    ("amend_both", "3"),
    ("amend_all", "3 2 2 1 2"),
    ("amend_back", "2 ctrl-z"),
    ("amend_still_open", "1 f2"),
    ("amend_no_both", "down 3"),
    ("amend_no_such", "7"),
    ("amend_find", "/"),
    ("amend_found", "\"学校\""),
    ("amend_not_found", "\"没有的话\""),
    ("amend_keys", "f1"),
];

/// Presses keys by their names.
fn inputs(keys: &str) -> impl Iterator<Item = Input> {
    keys.split_whitespace().map(|key| match key.strip_prefix('"') {
        Some(text) => Input::Text(text.trim_end_matches('"').to_owned()),
        None => Input::Key(key.parse().unwrap()),
    })
}

fn drafted(keys: &str, lang: Lang) -> Drafting {
    let report = (REPORT.to_owned(), drafting::read(REPORT));
    let mut drafting = Drafting::new(report, Vec::new(), (120, 36), lang);
    for input in inputs(keys) {
        drafting::update(&mut drafting, &input);
    }
    drafting
}

/// A report and its amended form, both changed in all the ways that there are.
fn amended(keys: &str, lang: Lang) -> Amending {
    let new = REPORT
        .replace("水库2座", "水库4座")
        .replace("校舍12所", "校舍16所")
        .replace("夯实发展根基", "筑牢发展根基")
        .replace("签约服务全覆盖", "签约服务提质全覆盖")
        .replace("——做优工业。新增规上企业10户以上，实施技术改造项目20个，完成投资3.5亿元。\n", "");
    let (old, new) = (drafting::read(REPORT).plan, drafting::read(&new).plan);
    let mut ours = old.clone();
    ours.sections[0].tasks[0].measures[0].targets[0].value = Some(3.into());
    ours.sections[0].tasks[1].short = "工业".into();
    ours.sections[0].lead = vec!["壮大实体经济，稳住发展根基。".into()];
    ours.sections[1].tasks[0].measures[0].targets[1].value = Some(15.into());
    ours.sections[1].tasks.remove(1);
    let mut amending = Amending::new((old, new, ours), Vec::new(), (120, 36), lang);
    for input in inputs(keys) {
        amending::update(&mut amending, &input);
    }
    amending
}

/// A screen for some eyes: what is drawn, and where the cursor is.
type Drawn<'a> = dyn Fn(&Seat) -> (Buffer, Position) + 'a;

/// Where the cursor has to stand.
enum Stands {
    /// On the row that is told by reverse video.
    OnRow,
    /// Behind what was typed before it.
    Behind(String),
    /// On this character.
    On(&'static str),
    /// Nothing is chosen and nothing written.
    Anywhere,
}

/// A screen for all eyes. Gives what is wrong with it.
fn faults(
    name: &str,
    (data, typed): (&Data, &str),
    stands: &Stands,
    drawn: &Drawn<'_>,
) -> Vec<String> {
    let session = between();
    let seat = |eyes: &Eyes| {
        let mut seat = Seat::new((0, 0), Lang::Zh);
        eyes.put_on(&mut seat);
        seat
    };
    let picture = |eyes: Eyes| format!("== {}\n{}", eyes.name, screen_text(&drawn(&seat(&eyes)).0));
    let pictures: Vec<String> = eyes::pictured().into_iter().map(picture).collect();
    kept().bind(|| insta::assert_snapshot!(name, pictures.join("\n")));
    let of = |eyes: Eyes| {
        let seat = seat(&eyes);
        let (buffer, focus) = drawn(&seat);
        let typed = typed.to_owned();
        let seen =
            Seen { session: &session, seat: &seat, buffer: &buffer, focus, boxed: true, typed };
        let mut faults = seen.faults(data);
        faults.extend(seen.misspoken(&eyes, data));
        faults.extend(astray(stands, &buffer, focus));
        let told = move |fault| format!("{name} {} {:?}: {fault}", eyes.name, eyes.size);
        faults.into_iter().map(told).collect::<Vec<_>>()
    };
    eyes::all().into_iter().flat_map(of).collect()
}

/// Where the cursor is instead of where it has to be.
fn astray(stands: &Stands, buffer: &Buffer, focus: Position) -> Option<String> {
    let cell = &buffer[focus];
    let right = match stands {
        Stands::OnRow => cell.modifier.contains(Modifier::REVERSED),
        Stands::On(symbol) => cell.symbol() == *symbol,
        Stands::Anywhere => true,
        Stands::Behind(typed) => {
            let before: String = (0..focus.x).map(|x| buffer[(x, focus.y)].symbol()).collect();
            let last = typed.chars().next_back();
            last.is_none_or(|last| before.trim_end().ends_with(last))
        }
    };
    (!right).then(|| format!("cursor at {focus:?} on {:?}", cell.symbol()))
}

fn typed(field: &Field) -> Stands {
    Stands::Behind(field.text()[..field.cursor()].to_owned())
}

fn in_draft(drafting: &Drafting) -> Stands {
    match &drafting.over {
        None | Some(Lying::Menu(_)) => Stands::OnRow,
        Some(Lying::Cut(_)) => Stands::On("|"),
        Some(Lying::Pad(pad)) => typed(&pad.field),
        Some(Lying::Seek(seek)) => typed(&seek.field),
        Some(Lying::Help { .. }) => Stands::Anywhere,
        Some(Lying::Target(form)) => match &form.blanks[form.here].1 {
            Blank::Words(field) => typed(field),
            Blank::Comparator(_) | Blank::Kind(_) => Stands::On("<"),
        },
    }
}

/// The language that a seat reads, and then another.
fn both<T>(of: impl Fn(Lang) -> T) -> impl Fn(Lang) -> T
where
    T: Clone,
{
    let (zh, en) = (of(Lang::Zh), of(Lang::En));
    move |lang| if lang == Lang::En { en.clone() } else { zh.clone() }
}

fn draft((name, keys): &Way) -> Vec<String> {
    let drafted = both(|lang| drafted(keys, lang));
    let drafting = drafted(Lang::Zh);
    let own = (&drafting.text, &drafting.settled, &drafting.over);
    // A box may lie over half of a name that 繁体 knows.
    let under = drafting.over.as_ref().map(|_| REPORT);
    let typed = format!("{:?} {:?} {under:?}", drafting.over, drafting.said);
    let data = Data::said(&format!("{own:?}"));
    faults(name, (&data, &typed), &in_draft(&drafting), &|seat| {
        let mut drafting = drafted(seat.lang);
        (drafting.size, drafting.sight) = (seat.size, seat.sight);
        drafting.layout = seat.taste.layout;
        drafting.pointing = Pointing::On;
        drawn_in(seat.size, |buffer| draft::draw(&drafting, buffer).focus)
    })
}

fn conflict((name, keys): &Way) -> Vec<String> {
    let amended = both(|lang| amended(keys, lang));
    let amending = amended(Lang::Zh);
    let own = (&amending, REPORT);
    let (data, typed) = (Data::said(&format!("{own:?}")), format!("{:?}", amending.seek));
    let stands = match (&amending.seek, amending.help) {
        (Some(seek), _) => self::typed(&seek.field),
        (None, Help::Open) => Stands::Anywhere,
        (None, Help::Closed) => Stands::OnRow,
    };
    faults(name, (&data, &typed), &stands, &|seat| {
        let mut amending = amended(seat.lang);
        (amending.size, amending.sight) = (seat.size, seat.sight);
        amending.layout = seat.taste.layout;
        drawn_in(seat.size, |buffer| amend::draw(&amending, buffer).focus)
    })
}

fn drawn_in(
    (columns, rows): (u16, u16),
    draw: impl Fn(&mut Buffer) -> Position,
) -> (Buffer, Position) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let focus = draw(&mut buffer);
    (buffer, focus)
}

fn check(table: &[Way], each: fn(&Way) -> Vec<String>) {
    let faults: Vec<String> = table.iter().flat_map(each).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_screen_of_a_report_being_settled_is_seen_well_by_all_eyes() {
    check(DRAFTS, draft);
}

#[test]
fn every_screen_of_conflicts_being_settled_is_seen_well_by_all_eyes() {
    check(CONFLICTS, conflict);
}

/// The tables have each kind of box and line that there is, and each kind of conflict.
#[test]
fn no_kind_of_screen_of_the_two_is_forgotten() {
    let kind = |over: &Option<Lying>| match over {
        None => 0,
        Some(Lying::Menu(_)) => 1,
        Some(Lying::Cut(cut)) => 2 + usize::from(cut.of == Cuts::Title),
        Some(Lying::Pad(pad)) => 4 + usize::from(pad.of == Pads::Short),
        Some(Lying::Target(_)) => 6,
        Some(Lying::Seek(_)) => 7,
        Some(Lying::Help { .. }) => 8,
    };
    let shown: std::collections::BTreeSet<usize> =
        DRAFTS.iter().map(|(_, keys)| kind(&drafted(keys, Lang::Zh).over)).collect();
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), (0..9).collect::<Vec<_>>());
    let amending = amended("", Lang::Zh);
    let rows: Vec<String> = amending.conflicts.iter().map(|it| amending.row(it)).collect();
    assert_eq!(rows.join(" "), "1 引言 1.1/1 数值 1.2 2.1/2 数值 2.2");
    let both = amending.conflicts.iter().filter(|it| it.sides().contains(&Side::Both));
    assert_eq!(both.count(), 1);
}
