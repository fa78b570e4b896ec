//! Before a meeting: 会议通知, 议程 and 签到表, from what is prepared.

use chrono::NaiveDate;

use super::minutes::{Known, called_all};
use super::names::Names;
use super::sheet::{Cell, Column, Filled, Sheet};
use super::{Block, Level, Paper, said};
use crate::ledger::{AgendaItem, Meeting, Sitting};
use crate::plan::Party;
use crate::words::Lang;
use crate::words::before::{Before, SignIn};
use crate::words::paper::Paper as Word;

/// 会议通知: when, where and under whom, who is to come, and what is gone through; dated on the day on
/// which it is sent.
pub fn invitation(on: Known, meeting: &Meeting, sent: NaiveDate) -> Paper {
    let lang = on.lang;
    let called = called_all(&[meeting], lang);
    let (when, place, chair) = held(on, meeting);
    let opens = match when.as_str() {
        "" => Before::Opens { meeting: called.clone() },
        when => Before::OpensOn { when: when.to_owned(), meeting: called.clone() },
    };
    let mut body = vec![Block::Text(opens.text(lang))];
    let mut names = Names::new(&on.plan.roster, lang);
    let who = names.of_all(&invited(on, meeting), meeting.id.day());
    let facts =
        [(Before::When, when), (Before::Where, place), (Before::Chair, chair), (Before::Who, who)];
    let mut number = 0;
    for (heading, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()) {
        number += 1;
        body.push(Block::Item { level: Level::First, number, text: heading.text(lang) });
        body.push(Block::Text(said::closed(&text, lang)));
    }
    let text = Before::Items.text(lang);
    body.push(Block::Item { level: Level::First, number: number + 1, text });
    body.extend(items(on, meeting));
    body.push(Block::Signed { by: said::signature(on.plan), day: said::day(sent, lang) });
    around(on, Before::Invitation { meeting: called }.text(lang), body)
}

/// 议程
pub fn agenda(on: Known, meeting: &Meeting) -> Paper {
    let (day, place, _) = held(on, meeting);
    let mut body = Vec::new();
    if !(day.is_empty() && place.is_empty()) {
        let held = Before::HeldOn { day, place }.text(on.lang);
        body.push(Block::Address(held.trim_matches(['　', ',', ' ']).to_owned()));
    }
    body.extend(items(on, meeting));
    let meeting = called_all(&[meeting], on.lang);
    around(on, Before::Agenda { meeting }.text(on.lang), body)
}

/// 签到表: who is expected, with room for names and signatures and ten more lines.
pub fn signin(on: Known, meeting: &Meeting) -> Sheet {
    let lang = on.lang;
    let column = |heading: SignIn, width| Column {
        heading: heading.text(lang).to_owned(),
        width,
        choices: Vec::new(),
    };
    let mut names = Names::new(&on.plan.roster, lang);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for party in invited(on, meeting) {
        let expected = meeting.attendance.get(&party).map(|own| own.state).unwrap_or_default();
        rows.push(vec![
            Cell::text((rows.len() + 1).to_string()),
            Cell::text(names.of(&party, meeting.id.day())),
            Cell::text(said::state(expected.expected().word(), lang)),
            Cell::default(),
            Cell::default(),
            Cell::default(),
            Cell::default(),
        ]);
    }
    for _ in 0..10 {
        let number = Cell::text((rows.len() + 1).to_string());
        rows.push(std::iter::once(number).chain((0..6).map(|_| Cell::default())).collect());
    }
    let (day, place, _) = held(on, meeting);
    let about = Before::HeldOn { day, place }.text(lang);
    Sheet {
        lang,
        filled: Filled::Signed,
        name: Before::SignInName.text(lang),
        title: Before::SignIn { meeting: called_all(&[meeting], lang) }.text(lang),
        about: about.trim_matches(['　', ',', ' ']).to_owned(),
        columns: vec![
            column(SignIn::Nth, 4),
            column(SignIn::Who, 18),
            column(SignIn::Expected, 6),
            column(SignIn::Name, 8),
            column(SignIn::Signature, 12),
            column(SignIn::Time, 6),
            column(SignIn::Remark, 10),
        ],
        rows,
        foot: Vec::new(),
        ..Sheet::default()
    }
}

/// When, where and under whom it begins.
fn held(on: Known, meeting: &Meeting) -> (String, String, String) {
    let first = meeting.sittings.values().next();
    let day = first.and_then(|sitting| sitting.day).or(meeting.id.day());
    let time = first.and_then(|sitting| sitting.from).map(said::time).unwrap_or_default();
    let between = if on.lang == Lang::Zh { "" } else { " " };
    let when = day.map_or_else(String::new, |day| said::day(day, on.lang));
    let when = format!("{when}{between}{time}").trim().to_owned();
    let of =
        |text: fn(&Sitting) -> &str| first.map_or_else(String::new, |one| said::clean(text(one)));
    let chair = of(|sitting| &sitting.chair);
    let chair = Names::new(&on.plan.roster, on.lang).chair(&chair, day);
    (when, of(|sitting| &sitting.place), chair)
}

/// Whoever was expected, and whoever reports, in the order of protocol.
fn invited(on: Known, meeting: &Meeting) -> Vec<Party> {
    let mut invited: Vec<Party> = meeting.attendance.keys().cloned().collect();
    for office in meeting.agenda.values().filter_map(|item| item.office.as_ref()) {
        if !invited.contains(office) {
            invited.push(office.clone());
        }
    }
    Names::new(&on.plan.roster, on.lang).sort(&mut invited);
    invited
}

fn items(on: Known, meeting: &Meeting) -> Vec<Block> {
    if meeting.agenda.is_empty() {
        return vec![Block::Text(Before::NoItems.text(on.lang))];
    }
    let one = |(number, item): (usize, &AgendaItem)| {
        let text = said::closed(&title(on, item), on.lang);
        Block::Item { level: Level::Third, number, text }
    };
    (1..).zip(meeting.agenda.values()).map(one).collect()
}

/// What is gone through, and who reports; nothing of an item that is not public.
fn title(on: Known, item: &AgendaItem) -> String {
    if item.restricted {
        return Before::Restricted.text(on.lang);
    }
    let title = said::open(&item.title);
    match &item.office {
        Some(office) => {
            Before::Reported { title, office: said::clean(office.name()) }.text(on.lang)
        }
        None => title,
    }
}

fn around(on: Known, title: String, body: Vec<Block>) -> Paper {
    let rehearsal = on.plan.rehearsal.then(|| Word::Rehearsal.text(on.lang).to_owned());
    Paper {
        lang: on.lang,
        organ: said::clean(&on.plan.organ),
        title,
        standing: rehearsal.into_iter().collect(),
        body,
        ..Paper::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::{plan, whole};
    use crate::papers::text;

    #[test]
    fn an_invitation_says_when_where_who_and_what() {
        let (plan, mut state) = (plan(), whole());
        crate::papers::tests::meeting(&mut state).agenda.get_mut(&2).unwrap().restricted = true;
        let known = Known { plan: &plan, state: &state, lang: Lang::Zh };
        let meeting = state.meeting().unwrap();
        let sent = "2023-09-13".parse().unwrap();
        let text = text::write(&invitation(known, meeting, sent));
        for line in [
            "关于召开第4次重点工作调度会的通知\n",
            "定于2023年9月15日9:00召开第4次重点工作调度会，现将有关事项通知如下。\n",
            "　　一、时间\n　　2023年9月15日9:00。\n",
            "　　三、主持\n　　区长演练甲。\n",
            "　　四、参加单位\n　　区长演练甲、演练区发展和改革局、演练区财政局、演练区投资促进局、省交投集团。\n",
            "　　1.关于招商引资情况的汇报（投促局）。\n　　2.本议题不公开。\n",
            "演练区人民政府\n2023年9月13日\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert!(!text.contains("专项债"), "{text}");
        let sheet = signin(known, meeting);
        assert_eq!((sheet.rows.len(), sheet.rows[4][2].text.as_str()), (15, "列席"));
        assert_eq!(sheet.about, "2023年9月15日9:00　第一会议室");
        let text = text::write(&agenda(known, meeting));
        assert!(text.starts_with("第4次重点工作调度会议程\n"), "{text}");
    }
}
