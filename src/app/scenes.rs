//! Stories of the desk, key by key: what a secretary types, what is asked of the world, what stands
//! afterwards.

mod before;
mod compare;
mod correction;
mod followup;
mod items;
mod join;
mod menus;
mod papering;
mod practice;
mod printing;
mod register;
mod room;
mod spelt;
mod story;
mod tables;
mod worded;

use super::rehearsal::{between, founded, plan};
use super::*;
use crate::ledger::{Entry, Held, RecordId, SnapshotId};
use crate::words::{Lang, Notice};

/// A desk whose disk keeps everything at once, unless it is told to refuse.
struct Desk {
    session: Session,
    seat: Seat,
    asked: Vec<Effect>,
    broken: bool,
}

impl Desk {
    fn new(session: Session) -> Self {
        Self { session, seat: Seat::new((120, 36), Lang::Zh), asked: Vec::new(), broken: false }
    }

    /// Presses keys by name, or sends text as an input method commits it: `"#14 enter"` is one burst
    /// of text and one key.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ').filter(|name| !name.is_empty()) {
            let input = match name.parse() {
                Ok(key) => Input::Key(key),
                Err(_) => Input::Text(name.replace('_', " ")),
            };
            self.send(&input);
        }
        self
    }

    fn send(&mut self, input: &Input) {
        let effects = update(&mut self.session, &mut self.seat, input);
        self.perform(effects);
        let anew = Verdicts::new(&self.session.grounds(), &self.session.index);
        assert!(self.session.verdicts == anew, "what an act changes is judged anew: {input:?}");
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let answers = self.world(&effect);
            self.asked.push(effect);
            for outcome in answers {
                let more = answer(&mut self.session, &mut self.seat, &outcome);
                self.perform(more);
            }
        }
    }

    fn world(&self, effect: &Effect) -> Vec<Outcome> {
        let why = || "磁盘满".to_owned();
        match effect {
            Effect::Begin(_) if self.broken => vec![Outcome::NotBegun { why: why() }],
            Effect::Begin(_) => vec![Outcome::Begun],
            Effect::Append { serial, .. } if self.broken => {
                vec![Outcome::NotKept { serial: *serial, why: why() }]
            }
            Effect::Append { serial, .. } => vec![Outcome::Kept { serial: *serial }],
            Effect::Publish(it) => vec![
                Outcome::Published { seal: it.seal.clone() },
                Outcome::Committed { commit: "3f2a9c1".into() },
            ],
            Effect::PublishAndBegin(it, _) => vec![
                Outcome::Published { seal: it.seal.clone() },
                Outcome::Begun,
                Outcome::Committed { commit: "3f2a9c1".into() },
            ],
            Effect::Load { .. } => vec![Outcome::NotLoaded { why: why() }],
            Effect::Commit(_)
            | Effect::Papers(_)
            | Effect::Print(_)
            | Effect::Copy(_)
            | Effect::Recall { .. }
            | Effect::Lines { .. }
            | Effect::Identify { .. }
            | Effect::Draft(_)
            | Effect::Prefer(_)
            | Effect::Redraw
            | Effect::Spot(_)
            | Effect::Quit => Vec::new(),
        }
    }

    fn said(&self) -> String {
        self.seat.notice.as_ref().map_or_else(String::new, |notice| notice.text(Lang::Zh))
    }

    fn decisions(&self) -> Vec<(String, String)> {
        let own = self.session.state().id();
        let all = &self.session.state().ledger.decisions;
        all.iter()
            .filter(|(id, _)| id.snapshot == own)
            .map(|(id, decision)| (id.to_string(), decision.text.clone()))
            .collect()
    }
}

fn opened() -> Desk {
    let mut desk = Desk::new(founded(plan()));
    desk.press("f8 f8");
    desk
}

#[test]
fn the_first_screen_is_the_plan() {
    let desk = Desk::new(between());
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 0 });
}

#[test]
fn f8_and_enter_open_a_meeting_with_the_plan_as_its_agenda() {
    let mut desk = Desk::new(founded(plan()));
    desk.press("f8 enter");
    let meeting = desk.session.meeting().unwrap();
    assert_eq!((meeting.id.to_string().as_str(), meeting.number), ("2023-09-15", 1));
    assert_eq!(meeting.agenda.len(), 21);
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
    assert!(matches!(desk.asked.as_slice(), [Effect::Begin(_), Effect::Append { .. }]));
    assert_eq!(desk.session.open.as_ref().and_then(|open| open.floor().here()), Some(1));
}

#[test]
fn the_number_counts_on_from_the_last_meeting_of_the_series() {
    let mut desk = Desk::new(between());
    desk.press("f8 f8");
    assert_eq!(desk.session.meeting().map(|meeting| meeting.number), Some(4));
}

#[test]
fn a_typed_line_is_a_decision_and_is_saved_when_the_disk_says_so() {
    let mut desk = opened();
    desk.press("ctrl-n ctrl-n 空港应急医院10月底前开工 enter");
    assert_eq!(desk.decisions().len(), 1);
    assert!(desk.said().starts_with("已存 议定1"), "{}", desk.said());
    assert!(desk.seat.line.field.is_empty());
    assert!(desk.session.keeping.pending.is_empty());
}

#[test]
fn undo_says_what_it_took_back_and_redo_brings_it_again_under_its_number() {
    let mut desk = opened();
    desk.press("一条 enter 二条 enter ctrl-z");
    assert!(desk.said().starts_with("已撤回：议定2 二条"), "{}", desk.said());
    assert_eq!(desk.decisions().len(), 1);
    desk.press("ctrl-y");
    assert!(desk.said().starts_with("已重做：议定2 二条"), "{}", desk.said());
    desk.press("ctrl-z 三条 enter");
    let numbers: Vec<String> = desk.decisions().into_iter().map(|(id, _)| id).collect();
    assert_eq!(numbers, ["2023-09-15/1", "2023-09-15/3"]);
}

#[test]
fn what_cannot_be_saved_returns_to_the_line_and_the_alarm_stays() {
    let mut desk = opened();
    desk.press("一条 enter");
    desk.broken = true;
    desk.press("二条 enter");
    assert_eq!(desk.seat.line.field.text(), "二条");
    assert_eq!(desk.decisions().len(), 1);
    assert!(matches!(desk.seat.notice, Some(Notice::NotSaved { .. })) && desk.seat.alarm);
    desk.press("left");
    assert!(matches!(desk.seat.notice, Some(Notice::NotSaved { .. })));
    desk.broken = false;
    desk.press("enter");
    assert_eq!(desk.decisions().len(), 2);
    assert!(desk.said().starts_with("已存"), "{}", desk.said());
}

#[test]
fn esc_never_clears_and_ctrl_u_is_taken_back() {
    let mut desk = opened();
    desk.press("说到一半 esc");
    assert_eq!(desk.seat.line.field.text(), "说到一半");
    desk.press("接着说 ctrl-u");
    assert!(desk.seat.line.field.is_empty());
    desk.press("ctrl-z");
    assert_eq!(desk.seat.line.field.text(), "说到一半接着说");
}

#[test]
fn han_outside_a_field_goes_to_the_search_or_in_a_meeting_to_the_line() {
    let mut desk = Desk::new(founded(plan()));
    desk.press("招商");
    assert!(matches!(&desk.seat.over, Some(Over::Find(find)) if find.field.text() == "招商"));
    let mut desk = opened();
    desk.press("esc 招商");
    assert_eq!(desk.seat.line.field.text(), "招商");
    assert_eq!(*desk.seat.screen(), Screen::Meeting);
}

#[test]
fn the_gate_is_confirmed_by_f8_and_never_by_enter() {
    let mut desk = opened();
    desk.press("一条 enter f8 2 enter");
    assert!(desk.session.meeting().is_some());
    desk.press("esc f8 2 f8");
    assert!(desk.session.meeting().is_none());
    assert!(desk.session.open.is_none());
    assert_eq!(desk.session.sealed.id(), "2023-09-15".parse::<SnapshotId>().unwrap());
    assert_eq!(*desk.seat.screen(), Screen::Overview { cursor: 0 });
}

#[test]
fn a_withdrawn_record_leaves_no_word_in_the_file_or_the_message() {
    let mut desk = opened();
    desk.press("留下 enter 机密 enter up delete f8 2 f8");
    let published = desk.asked.iter().find_map(|effect| match effect {
        Effect::Publish(it) => Some(it),
        _ => None,
    });
    let published = published.unwrap();
    assert!(published.text.contains("留下") && !published.text.contains("机密"));
    assert!(published.message.contains("留下") && !published.message.contains("机密"));
    assert!(published.message.starts_with("第1次重点工作调度会 2023-09-15：议定1项，报数0条\n"));
}

#[test]
fn what_was_said_stays_on_this_machine() {
    let mut desk = opened();
    desk.press("原话如此 enter");
    let said = |desk: &Desk| {
        desk.session.state().ledger.decisions.values().next().map(|decision| decision.said.clone())
    };
    assert_eq!(said(&desk), Some("原话如此".into()));
    desk.press("f8 2 f8");
    assert_eq!(said(&desk), Some(String::new()));
}

#[test]
fn an_interval_opens_with_its_first_record_and_is_sealed_by_the_next_meeting() {
    let mut desk = Desk::new(between());
    desk.press("f3 16.2 enter enter");
    assert_eq!(desk.session.state().id().to_string(), "2023-09-15-interval");
    desk.press("f8 f8");
    let chain: Vec<String> =
        desk.session.state().meetings.iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(chain.last().map(String::as_str), Some("2023-09-15-interval"));
    assert!(matches!(desk.session.state().kind, Held::Meeting(_)));
}

#[test]
fn moving_on_marks_an_item_and_undo_passes_over_it() {
    let mut desk = opened();
    desk.press("一条 enter ctrl-n ctrl-z");
    assert!(desk.decisions().is_empty());
    let state = |item: u16| {
        desk.session.meeting().and_then(|m| m.agenda.get(&item)).map(|item| item.state.code())
    };
    assert_eq!((state(1), state(2)), (Some("discussed"), Some("current")));
}

#[test]
fn leaving_an_open_meeting_is_asked_once() {
    let mut desk = opened();
    desk.press("f10");
    assert!(!desk.asked.contains(&Effect::Quit));
    desk.press("f10");
    assert!(desk.asked.contains(&Effect::Quit));
}

#[test]
fn every_line_of_the_journal_replays_to_the_same_state() {
    let mut desk = opened();
    let Some(Effect::Begin(header)) = desk.asked.first().cloned() else { panic!("not begun") };
    let founding = &desk.session.sealed;
    let start = founding.following(header.seal, header.kind, &header.plan);
    desk.press("一条 enter 二条 enter ctrl-z ctrl-n 三条 enter ctrl-z ctrl-y up delete ctrl-z");
    let entries: Vec<Entry> = (desk.asked.iter())
        .filter_map(|effect| match effect {
            Effect::Append { entry, .. } => Some(entry.clone()),
            _ => None,
        })
        .collect();
    let mut replayed = crate::ledger::History::new(start);
    for entry in entries {
        assert_eq!(replayed.enter(entry), Ok(()));
    }
    assert_eq!(Some(&replayed), desk.session.open.as_ref());
    let next: RecordId = "2023-09-15/4".parse().unwrap();
    assert_eq!(replayed.next_record(), next);
}

fn paste(desk: &mut Desk, text: &str) {
    desk.send(&Input::Paste(text.into()));
}

/// Types text key by key, as with the input method off.
fn type_out(desk: &mut Desk, text: &str) {
    for c in text.chars() {
        desk.send(&Input::Key(Key::Char(c)));
    }
}

#[test]
fn the_prompt_is_the_binding_and_numbers_rebind_it() {
    let mut desk = opened();
    type_out(&mut desk, "#14");
    desk.press("enter");
    assert_eq!(line::name(&desk.session, &desk.seat.line.binding), "1.4 临空经济");
    assert!(desk.seat.line.field.is_empty());
    type_out(&mut desk, "空港应急医院10月底前开工 @2 +3 >1031");
    desk.press("enter");
    let decision = desk.session.state().ledger.decisions.values().next().cloned().unwrap();
    assert_eq!(decision.text, "空港应急医院10月底前开工");
    assert_eq!(decision.about.len(), 1);
    assert_eq!((decision.lead.len(), decision.support.len()), (1, 1));
    assert_eq!(decision.due, crate::ledger::Due::Stated("2023-10-31".parse().unwrap()));
    type_out(&mut desk, "#0");
    desk.press("enter");
    assert_eq!(desk.seat.line.binding, Binding::Nothing);
    type_out(&mut desk, "##");
    desk.press("enter");
    assert_eq!(line::name(&desk.session, &desk.seat.line.binding), "1.4 临空经济");
}

#[test]
fn a_value_without_a_name_asks_which_of_several_targets_and_keeps_the_line_until_then() {
    let mut desk = opened();
    type_out(&mut desk, "#14");
    desk.press("enter");
    type_out(&mut desk, "=1");
    desk.press("enter");
    assert!(matches!(&desk.seat.over, Some(Over::Menu(_))));
    assert_eq!(desk.seat.line.field.text(), "=1");
    desk.press("2");
    assert!(desk.seat.line.field.is_empty());
    let place = "1.4/2".parse::<crate::plan::Place>().unwrap();
    assert!(desk.session.state().ledger.readings.contains_key(&place));
    type_out(&mut desk, "1.2/1=305");
    desk.press("enter");
    assert!(desk.said().starts_with("已存 报数 1.2/1"), "{}", desk.said());
}

#[test]
fn a_line_of_names_alone_gives_the_row_to_them() {
    let mut desk = opened();
    type_out(&mut desk, "#12");
    desk.press("enter");
    type_out(&mut desk, "@tcj +fgj");
    desk.press("enter");
    let row = "1.2".parse().unwrap();
    let assignment = desk.session.assignment(row).cloned().unwrap();
    let names = |parties: &[crate::plan::Party]| crate::ledger::sentence::names(parties);
    assert_eq!(
        (names(&assignment.lead), names(&assignment.support)),
        ("投促局".into(), "发改局".into())
    );
}

#[test]
fn digits_open_a_task_and_go_on_to_its_rows() {
    let mut desk = Desk::new(between());
    let stands_on = |desk: &Desk| match desk.seat.screen() {
        screen @ Screen::Task { cursor, .. } => rows::at(&desk.session, screen, *cursor),
        _ => None,
    };
    let row = |row: &str| Some(Stop::Row(row.parse().unwrap()));
    desk.press("1 4 。 2");
    assert_eq!(stands_on(&desk), row("1.4.2"));
    desk.press("esc 1 . 2 / 1");
    assert_eq!(stands_on(&desk), row("1.2/1"));
    // Only right behind the digits: later the marks have their own meaning.
    desk.press("down /");
    assert!(matches!(&desk.seat.over, Some(Over::Find(_))));
}

#[test]
fn a_desk_that_comes_back_stands_at_the_item_that_was_on() {
    let mut desk = opened();
    desk.press("ctrl-n ctrl-n ctrl-n");
    let (item, binding) = (desk.seat.line.item, desk.seat.line.binding.clone());
    let mut back = Desk::new(desk.session);
    line::bind_current(&back.session, &mut back.seat);
    assert_eq!((back.seat.line.item, back.seat.line.binding), (item, binding));
    assert_eq!(item, Some(4));
}

mod hour;
mod lights;
