//! 文稿表述: what every paper says of a record that is worded for papers (tests).

use super::decisions::{self, Listed};
use super::ledger::{self, Which};
use super::minutes::{Known, minutes};
use super::tests::{decide, decision, meeting, party, plan, sign, whole};
use super::{calendar, notices, text};
use crate::judge::{Grounds, Rule};
use crate::ledger::{
    AgendaItem, Correction, Decision, Due, Followup, Happening, ItemState, Slip, Snapshot,
};
use crate::words::Lang;

fn said(state: &Snapshot) -> String {
    let plan = plan();
    let known = Known { plan: &plan, state, lang: Lang::Zh };
    text::write(&minutes(known, &[state.meeting().unwrap()]).unwrap())
}

/// The list, the ledger, the notices and the calendar of a state.
fn others(state: &Snapshot) -> [String; 5] {
    let (plan, lang) = (plan(), Lang::Zh);
    let rule = Rule::of(&plan);
    let on = Grounds { plan: &plan, state, rule: &rule, today: "2023-09-16".parse().unwrap() };
    let known = Known { plan: &plan, state, lang };
    let held = state.meeting().unwrap();
    let listed = [Listed { meeting: held, seal: None }];
    let table = |sheet: super::Sheet| sheet.lines().concat().join("\n");
    let all = notices::notices(&on, Which::default(), &[held], lang);
    let all: Vec<String> = all.iter().map(|notice| text::write(&notice.paper)).collect();
    [
        text::write(&decisions::paper(known, &listed)),
        table(decisions::sheet(known, &listed)),
        table(ledger::sheet(&on, Which::default(), lang)),
        all.concat(),
        calendar::write(&on, Which::default(), lang).replace("\r\n ", ""),
    ]
}

fn worded() -> Snapshot {
    let mut state = whole();
    let made = decision("路要修好", &["财政局"], "2023-10-31");
    decide(&mut state, 11, Decision { in_papers: "确保道路按期完工".into(), ..made });
    state
}

#[test]
fn every_paper_says_it_as_it_is_worded_for_papers() {
    let state = worded();
    let minutes = said(&state);
    let want = "确保道路按期完工，由财政局牵头，2023年10月31日前完成。";
    assert!(minutes.contains(want), "{minutes}");
    for paper in others(&state).iter().chain([&minutes]) {
        assert!(paper.contains("确保道路按期完工"), "{paper}");
        assert!(!paper.contains("路要修好"), "{paper}");
    }
}

#[test]
fn what_the_wording_says_itself_is_not_said_again() {
    let mut state = worded();
    let made = decision("路要修好", &["财政局"], "2023-10-31");
    let wording = "由财政局牵头，确保10月底前完工";
    decide(&mut state, 11, Decision { in_papers: wording.into(), ..made });
    assert!(said(&state).contains(&format!("{wording}。")), "{}", said(&state));
}

#[test]
fn a_sentence_that_is_changed_later_ends_the_wording() {
    let mut state = worded();
    let (id, at) = (state.id().record(11), state.id().record(30));
    let on = "2023-09-20".parse().unwrap();
    let same = Happening::Wording { was: "路要修好".into(), now: "路要修好".into() };
    let steps = |what| [(at.clone(), Followup::on(on, what))].into_iter().collect();
    state.ledger.followups.insert(id.clone(), steps(same));
    assert_eq!(state.standing(&id).unwrap().for_papers(), "确保道路按期完工");
    let other =
        Happening::Wording { was: "路要修好".into(), now: "路和桥都要修好".into() };
    state.ledger.followups.insert(id.clone(), steps(other));
    assert_eq!(state.standing(&id).unwrap().for_papers(), "路和桥都要修好");
    assert!(others(&state)[3].contains("路和桥都要修好"));
    let settled = Happening::Settled {
        text: "桥先修".into(),
        lead: vec![party("财政局")],
        support: Vec::new(),
        due: Due::Missing,
    };
    state.ledger.decisions.get_mut(&id).unwrap().pending = true;
    state.ledger.followups.insert(id, steps(settled));
    let minutes = said(&state);
    assert!(minutes.contains("桥先修，由财政局牵头") && !minutes.contains("确保道路"), "{minutes}");
}

#[test]
fn a_sealed_wording_is_corrected_and_a_signed_paper_tells_it_below() {
    let mut state = worded();
    let id = state.id();
    let mut correct = |number: u32, slip: Slip, record| {
        let (on, agreed) = ("2023-09-20".parse().unwrap(), "区长".to_owned());
        let correction = Correction { on, record, slip, agreed };
        let all = state.ledger.corrections.entry(id.clone()).or_default();
        all.insert(id.record(number), correction);
        state.clone()
    };
    let in_papers = |was: &str, now: &str| Slip::InPapers { was: was.into(), now: now.into() };
    let slip = in_papers("确保道路按期完工", "确保道路和桥按期完工");
    let mut state = correct(80, slip, Some(id.record(11)));
    assert!(said(&state).contains("确保道路和桥按期完工，由财政局牵头"), "{}", said(&state));
    sign(&mut state, "2023-09-18", "");
    let mut later = state.ledger.corrections.get(&id).cloned().unwrap();
    let slip = in_papers("确保道路和桥按期完工", "");
    let correction = Correction { slip, ..later[&id.record(80)].clone() };
    later.insert(id.record(95), correction);
    state.ledger.corrections.insert(id, later);
    let told = "签发后更正（2023年9月20日，经区长同意）：“确保道路和桥按期完工”更正为“路要修好”。";
    let minutes = said(&state);
    assert!(minutes.contains("确保道路和桥按期完工，由") && minutes.contains(told), "{minutes}");
}

#[test]
fn an_item_has_its_own_paragraph() {
    let mut state = whole();
    let agenda = &mut meeting(&mut state).agenda;
    agenda.get_mut(&1).unwrap().in_papers = "会议分析了招商形势".into();
    // One that left no record, and one that was put off.
    agenda.get_mut(&3).unwrap().in_papers = "会议通报了安全生产情况。".into();
    agenda.get_mut(&4).unwrap().in_papers = "清冰雪预案待市里文件下发后再议".into();
    let text = said(&state);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} {text}"));
    assert!(at("一、关于招商引资情况\n　　会议分析了招商形势。\n") > 0);
    assert!(at("三、关于安全生产情况\n　　会议通报了安全生产情况。\n") > 0);
    assert!(at("四、清冰雪预案\n　　清冰雪预案待市里文件下发后再议。\n") > 0);
    for gone in ["会议听取了演练区投资促进局关于招商", "会议还听取了", "暂缓：等市里文件"]
    {
        assert!(!text.contains(gone), "{gone} {text}");
    }
}

#[test]
fn the_paragraph_of_several_tasks_stands_once() {
    let mut state = whole();
    let row = |place: &str| crate::plan::Row { place: place.parse().unwrap(), title: place.into() };
    let bundle = AgendaItem {
        title: "其余2项".into(),
        rows: vec![row("1.3"), row("1.4")],
        state: ItemState::Discussed,
        in_papers: "会议逐项过了进度。".into(),
        ..AgendaItem::default()
    };
    meeting(&mut state).agenda.insert(6, bundle);
    for (number, place) in [(21, "1.3"), (22, "1.4")] {
        let about = vec![crate::ledger::About::Row(row(place))];
        let made = decision("办好这件事", &["财政局"], "");
        decide(&mut state, number, Decision { about, item: Some(6), ..made });
    }
    assert_eq!(said(&state).matches("会议逐项过了进度。").count(), 1, "{}", said(&state));
}
