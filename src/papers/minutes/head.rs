//! The head of minutes, and the paragraph that says how a meeting was held.

use chrono::{Datelike, NaiveDate};

use super::items::Items;
use super::{Known, Signed};
use crate::ledger::{Meeting, Sitting};
use crate::papers::names::Names;
use crate::papers::said;
use crate::plan::Letterhead;
use crate::words::Lang;
use crate::words::paper::{Paper as Word, PaperSays};

/// 纪要标志
pub(super) fn mark(house: &Letterhead, series: &str, lang: Lang) -> String {
    match said::clean(&house.mark) {
        mark if mark.is_empty() => minutes_of(&said::clean(series), lang),
        mark => mark,
    }
}

/// 第4期: as signed, else counted within the series by the pattern of the body.
pub(super) fn number(on: Known, held: &[&Meeting], house: &Letterhead) -> String {
    let [Some(first), Some(last)] = [held.first(), held.last()] else { return String::new() };
    // Several meetings in one paper have no number of theirs.
    let signing = on.state.signing(&last.id).filter(|_| held.len() == 1);
    if let Some(signing) = signing.filter(|one| !one.document.is_empty()) {
        return said::clean(&signing.document);
    }
    let number = match (first.number, last.number) {
        (first, last) if first == last => last.to_string(),
        (first, last) => {
            let (first, last) = (first.to_string(), last.to_string());
            PaperSays::Range { first, last }.text(on.lang)
        }
    };
    let year = last_day(last).map_or_else(String::new, |day| day.year().to_string());
    match said::clean(&house.number) {
        own if own.is_empty() => PaperSays::Number { number }.text(on.lang),
        own => own.replace("{year}", &year).replace("{number}", &number),
    }
}

/// When the paper was signed; until then the day of the meeting's end.
pub(super) fn date(on: Known, meeting: &Meeting) -> String {
    let signed = on.state.signing(&meeting.id).map(|signing| signing.on);
    let day = signed.or_else(|| last_day(meeting));
    day.map_or_else(String::new, |day| said::day(day, on.lang))
}

/// 2023年　月　日: to be filled in by hand.
pub(super) fn undated(meeting: &Meeting, lang: Lang) -> Option<String> {
    let day = last_day(meeting)?;
    (lang == Lang::Zh).then(|| format!("{}{}", day.year(), Word::NoDate.text(lang)))
}

/// 第4次重点工作调度会会议纪要
pub(super) fn title(held: &[&Meeting], lang: Lang) -> String {
    minutes_of(&called_all(held, lang), lang)
}

/// 第4次重点工作调度会; several meetings in one name.
pub(in crate::papers) fn called_all(held: &[&Meeting], lang: Lang) -> String {
    let mut series: Vec<(String, Vec<&Meeting>)> = Vec::new();
    for meeting in held {
        let name = said::clean(&meeting.series);
        match series.iter_mut().find(|(own, _)| *own == name) {
            Some((_, all)) => all.push(meeting),
            None => series.push((name, vec![meeting])),
        }
    }
    let named: Vec<String> = series.iter().map(|(name, all)| nth(name, all, lang)).collect();
    said::listed(&named, lang)
}

fn nth(series: &str, held: &[&Meeting], lang: Lang) -> String {
    match held {
        [meeting] => called(meeting, lang),
        [first, .., last] => {
            let (first, last) = (first.number.to_string(), last.number.to_string());
            PaperSays::NthToNth { first, last, series: series.to_owned() }.text(lang)
        }
        [] => String::new(),
    }
}

/// What a meeting is called: by a title of its own, else by its number within its series.
pub(super) fn called(meeting: &Meeting, lang: Lang) -> String {
    match said::clean(&meeting.title) {
        title if title.is_empty() => {
            let (number, series) = (meeting.number.to_string(), said::clean(&meeting.series));
            PaperSays::Nth { number, series }.text(lang)
        }
        title => title,
    }
}

/// 第3次重点工作调度会（2023年8月11日）
pub(super) fn dated(meeting: &Meeting, lang: Lang) -> String {
    let called = called(meeting, lang);
    match meeting.id.day() {
        Some(day) => {
            let between = if lang == Lang::Zh { "" } else { " " };
            let day = PaperSays::Marked { words: said::day(day, lang) }.text(lang);
            format!("{called}{between}{day}")
        }
        None => called,
    }
}

/// …会议 has 纪要, any other name 会议纪要.
fn minutes_of(name: &str, lang: Lang) -> String {
    if name.ends_with(Word::Minutes.text(lang)) || name.ends_with(Word::Session.text(lang)) {
        return name.to_owned();
    }
    let meeting = lang == Lang::Zh && name.ends_with("会议");
    let word = if meeting { Word::Session } else { Word::Minutes };
    let between = if lang == Lang::Zh || name.is_empty() { "" } else { ": " };
    format!("{name}{between}{}", word.text(lang))
}

/// When, where and under whom the meeting was held, and what it heard; no stop behind it.
pub(super) fn opening(of: &Signed, found: &Items, names: &Names) -> String {
    let lang = of.lang;
    let meeting = called(&of.meeting, lang);
    let sittings: Vec<&Sitting> = of.meeting.sittings.values().collect();
    let day = of.meeting.id.day();
    let whole = match sittings.as_slice() {
        [] => held(&when(of, &[], day), "", "", (meeting, lang)),
        [first, rest @ ..] if rest.iter().all(|one| is_alike(first, one)) => {
            let chair = names.chair(&first.chair, day);
            held(&when(of, &sittings, day), &chair, &place(first, lang), (meeting, lang))
        }
        all => {
            let one = |sitting: &&Sitting| under(of, sitting, names);
            let sittings: Vec<String> = all.iter().map(one).collect();
            let between = if lang == Lang::Zh { "；" } else { "; " };
            PaperSays::InSittings { meeting, sittings: sittings.join(between) }.text(lang)
        }
    };
    whole + &found.heard_in_all(lang)
}

fn is_alike(one: &Sitting, other: &Sitting) -> bool {
    (&one.chair, &one.place) == (&other.chair, &other.place)
}

fn held(when: &str, chair: &str, place: &str, (meeting, lang): (String, Lang)) -> String {
    let (when, chair, place) = (when.to_owned(), chair.to_owned(), place.to_owned());
    if chair.is_empty() {
        PaperSays::Held { when, place, meeting }.text(lang)
    } else {
        PaperSays::Chaired { when, chair, place, meeting }.text(lang)
    }
}

/// One of several sittings: `2023年9月15日14:00至16:00由区长在第一会议室主持`.
fn under(of: &Signed, sitting: &Sitting, names: &Names) -> String {
    let (lang, day) = (of.lang, sitting.day.or(of.meeting.id.day()));
    let when = when(of, &[sitting], day);
    let (chair, place) = (names.chair(&sitting.chair, day), place(sitting, lang));
    if chair.is_empty() {
        PaperSays::SittingAt { when, place }.text(lang)
    } else {
        PaperSays::SittingUnder { when, chair, place }.text(lang)
    }
}

fn place(sitting: &Sitting, lang: Lang) -> String {
    match said::clean(&sitting.place) {
        place if place.is_empty() => String::new(),
        place => PaperSays::Place { place }.text(lang),
    }
}

/// The times of sittings, a day said once.
fn when(of: &Signed, sittings: &[&Sitting], day: Option<NaiveDate>) -> String {
    let lang = of.lang;
    let mut said_day = None;
    let one = |sitting: &&Sitting| {
        let on = sitting.day.or(of.meeting.id.day());
        let day = on.filter(|_| said_day.replace(on) != Some(on));
        let day = day.map_or_else(String::new, |day| said::day(day, lang));
        let times = (sitting.from, sitting.to.filter(|to| Some(*to) != sitting.from));
        match times {
            (Some(from), Some(to)) => {
                let (from, to) = (said::time(from), said::time(to));
                PaperSays::Times { day, from, to }.text(lang)
            }
            (Some(from), None) => PaperSays::Since { day, from: said::time(from) }.text(lang),
            (None, _) => day,
        }
    };
    let mut times: Vec<String> = sittings.iter().map(one).collect();
    times.retain(|time| !time.is_empty());
    if times.is_empty() {
        times.extend(day.map(|day| said::day(day, lang)));
    }
    said::listed(&times, lang)
}

fn last_day(meeting: &Meeting) -> Option<NaiveDate> {
    let days = meeting.sittings.values().filter_map(|sitting| sitting.day);
    days.chain(meeting.id.day()).max()
}
