//! What the keys of a guest do, and what no key of theirs can do.

use proptest::prelude::*;

use super::command::{COMMANDS, of_key};
use super::*;
use crate::app::rehearsal::{self, in_session, place};
use crate::app::spot::Spot;
use crate::app::{Key, Keymap};
use crate::ledger::story::Subject;
use crate::ledger::{Edit, Held, Mark as Left, Remark};

fn item(number: u16) -> Spot {
    Spot::Item { number: Some(number), rows: Vec::new(), record: None }
}

/// A guest of 督查室 who follows a desk at item 6.
fn following() -> (Session, Guest) {
    let mut session = in_session();
    session.catalogued();
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    sit_down(&session, &mut guest, Some(item(6)), None);
    (session, guest)
}

fn press(session: &Session, guest: &mut Guest, keys: &[Key]) -> Vec<Effect> {
    keys.iter().flat_map(|key| update(session, guest, &Input::Key(*key))).collect()
}

fn heard(desk: Option<Spot>) -> Heard {
    Heard { desk, ..Heard::default() }
}

#[test]
fn a_guest_goes_where_the_desk_goes_until_it_goes_elsewhere() {
    let (session, mut guest) = following();
    assert_eq!((guest.seat.screen(), guest.seat.line.item), (&Screen::Meeting, Some(6)));
    hear(&session, &mut guest, &heard(Some(item(7))));
    assert_eq!(guest.seat.line.item, Some(7));
    press(&session, &mut guest, &[Key::Char('3'), Key::Char('1')]);
    let screen = Screen::Task { place: place("3.1"), cursor: 0 };
    assert_eq!((guest.seat.screen(), guest.mode), (&screen, Mode::Browsing));
    hear(&session, &mut guest, &heard(Some(item(8))));
    assert_eq!(guest.seat.screen(), &screen, "the screen stays");
    assert_eq!(guest.desk, Some(item(8)), "the banner does not");
    press(&session, &mut guest, &[Key::Tab]);
    assert_eq!((guest.seat.line.item, guest.mode), (Some(8), Mode::Following));
}

#[test]
fn what_was_recorded_during_a_pause_is_told_at_the_return() {
    let (mut session, mut guest) = following();
    press(&session, &mut guest, &[Key::Char('3'), Key::Char('1')]);
    rehearsal::decide(&mut session, "14:50", "3.1", ["旧改台账每周更新", "zjj", "2023-10-31"]);
    session.reindex();
    let record = session.index.records().last().unwrap().clone();
    let records = vec![record.clone()];
    hear(&session, &mut guest, &Heard { records, desk: Some(item(6)), ..Heard::default() });
    assert_eq!(guest.missed.ids, [], "it is said when it happens");
    session.now = "2023-09-15T14:55:00+08:00".parse().unwrap();
    press(&session, &mut guest, &[Key::Tab]);
    assert_eq!(guest.missed.ids, record.record().cloned().into_iter().collect::<Vec<_>>());
    assert_eq!((guest.missed.counts, guest.missed.to), ((1, 0), Some(session.now)));
    press(&session, &mut guest, &[Key::Enter]);
    assert_eq!(guest.over, Some(Over::Missed { at: 0 }));
    press(&session, &mut guest, &[Key::Esc, Key::Tab, Key::Tab]);
    assert!(guest.missed.later, "and once");
}

#[test]
fn moving_a_cursor_and_reading_help_is_no_going_elsewhere() {
    let (session, mut guest) = following();
    let keys = [Key::Up, Key::Down, Key::Up, Key::Char('?'), Key::Down, Key::Esc, Key::Char('0')];
    press(&session, &mut guest, &keys);
    assert_eq!(guest.mode, Mode::Following);
}

#[test]
fn without_a_desk_a_record_leads_to_its_row() {
    let (mut session, mut guest) = following();
    hear(&session, &mut guest, &heard(None));
    assert_eq!(guest.said, Some(GuestSays::DeskGone));
    rehearsal::decide(&mut session, "14:50", "3.1", ["旧改台账每周更新", "zjj", "2023-10-31"]);
    session.reindex();
    let record = session.index.records().last().unwrap().clone();
    let records = vec![record.clone()];
    hear(&session, &mut guest, &Heard { records, ..Heard::default() });
    assert_eq!(line_rows(&session, &guest), [place("3.1")]);
    assert_eq!(guest.seat.line.record.as_ref(), record.record());
    assert!(matches!(guest.said, Some(GuestSays::Recorded { .. })));
    hear(&session, &mut guest, &heard(Some(item(2))));
    assert_eq!((guest.said.as_ref(), guest.seat.line.item), (Some(&GuestSays::DeskBack), Some(2)));
}

fn line_rows(session: &Session, guest: &Guest) -> Vec<crate::plan::Place> {
    crate::app::line::rows(session, &guest.seat)
}

#[test]
fn space_marks_what_is_pointed_at_and_takes_it_back() {
    let (mut session, mut guest) = following();
    press(&session, &mut guest, &[Key::Up]);
    let about = point(&session, &guest).unwrap();
    assert!(matches!(about, About::Decision(_)), "the newest record: {about:?}");
    let seen = press(&session, &mut guest, &[Key::Char('\u{3000}')]);
    assert_eq!(seen, [Effect::Write(Jot::Seen(about.clone()))], "in full width too");
    let mark = Left { about: about.clone(), by: "督查室".into(), remark: Remark::Seen };
    session.marks.push(mark);
    assert_eq!(counts(&session, &about), (1, 0));
    let back = press(&session, &mut guest, &[Key::Char(' ')]);
    assert_eq!(back, [Effect::Write(Jot::Unseen(about))]);
    assert_eq!(guest.seat.line.record.as_ref().map(|id| id.number), Some(highest(&session)));
}

fn highest(session: &Session) -> u32 {
    session.index.records().last().and_then(Edit::record).unwrap().number
}

#[test]
fn a_remark_is_a_draft_until_the_disk_has_it() {
    let (session, mut guest) = following();
    press(&session, &mut guest, &[Key::Char('，')]);
    let asked = update(&session, &mut guest, &Input::Text("医院立项批了没有".into()));
    let about = point(&session, &guest).unwrap();
    let draft = vec![(about.clone(), "医院立项批了没有".to_owned())];
    assert_eq!(asked, [Effect::Draft(draft.clone())]);
    press(&session, &mut guest, &[Key::Esc]);
    assert_eq!((&guest.over, &guest.drafts), (&None, &draft));
    press(&session, &mut guest, &[Key::F(6)]);
    let jot = Jot::Said(about, "医院立项批了没有".into());
    assert_eq!(press(&session, &mut guest, &[Key::Enter]), [Effect::Write(jot.clone())]);
    assert_eq!(answer(&mut guest, &jot, Err("磁盘已满".into())), []);
    assert_eq!(guest.drafts, draft, "what is not kept is not lost");
    assert!(guest.alarm);
    assert_eq!(answer(&mut guest, &jot, Ok(())), [Effect::Draft(Vec::new())]);
}

fn visit(at: &str, session: &Session) -> Visit {
    Visit { at: at.parse().unwrap(), on: session.state().id(), saw: None, came: 1 }
}

/// One is told twice what a reviewer may.
#[test]
fn who_came_twice_needs_no_introduction() {
    let session = in_session();
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    for (came, introduced) in [(None, false), (Some(1), false), (Some(2), true), (Some(9), true)] {
        let last = came.map(|came| Visit { came, ..visit("2023-09-15T14:20:00+08:00", &session) });
        sit_down(&session, &mut guest, None, last.as_ref());
        assert_eq!(guest.is_introduced(), introduced, "{came:?}");
    }
}

#[test]
fn what_was_sealed_meanwhile_was_missed_too() {
    let mut session = in_session();
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    let saw = session.index.records().first().and_then(Edit::record).cloned();
    let before = Visit { saw: saw.clone(), ..visit("2023-09-15T14:20:00+08:00", &session) };
    let made = session.index.records().len();
    rehearsal::close(&mut session);
    sit_down(&session, &mut guest, None, Some(&before));
    assert_eq!(guest.missed.ids.len(), made - 1, "all but what was seen");
    assert!(guest.missed.ids.iter().all(|id| Some(id) != saw.as_ref()));
    let (decided, read) = guest.missed.counts;
    assert!(decided > 0 && decided + read <= made, "{:?}", guest.missed);
    let now =
        Visit { on: session.sealed.id().clone(), saw: guest.missed.ids.last().cloned(), ..before };
    sit_down(&session, &mut guest, None, Some(&now));
    assert_eq!(guest.missed.ids, []);
}

#[test]
fn what_was_missed_is_read_one_by_one() {
    let (session, _) = following();
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    let left = visit("2023-09-15T14:27:00+08:00", &session);
    sit_down(&session, &mut guest, None, Some(&left));
    let count = guest.missed.ids.len();
    assert!(count > 0 && count < session.index.records().len(), "{count}");
    press(&session, &mut guest, &[Key::Enter]);
    for at in 0..count {
        assert_eq!(guest.over, Some(Over::Missed { at }));
        press(&session, &mut guest, &[Key::Enter]);
    }
    assert_eq!((&guest.over, guest.missed.ids.len()), (&None, 0));
}

#[test]
fn every_job_is_reached_without_function_keys_and_with_an_input_method() {
    for (at, command) in COMMANDS.iter().enumerate() {
        let plain = |key: &&Key| match key {
            Key::F(_) => false,
            Key::Char(c) => !c.is_ascii_alphabetic() && !"\\^_$`".contains(*c),
            _ => true,
        };
        let numbered = at < command::NUMBERED;
        assert!(numbered || command.keys.iter().any(|key| plain(&key)), "{:?}", command.name);
    }
    let (session, mut guest) = following();
    press(&session, &mut guest, &[Key::Char('0'), Key::Char('6')]);
    assert!(matches!(guest.seat.screen(), Screen::Tasks { .. }));
    assert_eq!(press(&session, &mut guest, &[Key::Esc, Key::Esc]), []);
    assert_eq!(guest.said, Some(GuestSays::LeaveAsk));
    assert_eq!(press(&session, &mut guest, &[Key::Esc]), [Effect::Leave]);
}

#[test]
fn no_key_means_two_things() {
    let keys: Vec<&Key> = COMMANDS.iter().flat_map(|command| command.keys).collect();
    for (at, key) in keys.iter().enumerate() {
        assert!(!keys[..at].contains(key), "{key:?}");
    }
    assert_eq!(of_key(&Keymap::default(), Key::Char('？')), Some(Action::Look(Look::Help)));
}

#[test]
fn guests_see_nothing_of_a_restricted_item() {
    let mut session = in_session();
    let number = session.open.as_ref().unwrap().floor().here().unwrap();
    rehearsal::decide(&mut session, "14:50", "3.2", ["此事不公开", "zjj", "2023-10-31"]);
    let history = session.open.as_mut().unwrap();
    let Held::Meeting(meeting) = &mut history.open.kind else { panic!() };
    for (at, item) in meeting.agenda.iter_mut() {
        item.restricted = *at == number;
        item.prepared = vec!["预先写好的".into()];
    }
    let shown = veil::veiled(history);
    let text = crate::format::ron::write(&shown).unwrap();
    assert!(!text.contains("此事不公开") && !text.contains("预先写好的"), "{text}");
    let item = &shown.meeting().unwrap().agenda[&number];
    assert!(item.title.is_empty() && item.rows.is_empty());
    assert!(shown.additions().len() < history.open.additions().len());
}

#[test]
fn what_was_restricted_stays_so_after_the_close() {
    let mut session = in_session();
    let number = session.open.as_ref().unwrap().floor().here().unwrap();
    let open = session.state().ledger.records().count();
    rehearsal::decide(&mut session, "14:50", "3.2", ["此事不公开", "zjj", "2023-10-31"]);
    let is_it = |(_, made): &(&RecordId, &crate::ledger::Decision)| made.text.contains("不公开");
    let id = session.state().ledger.decisions.iter().find(is_it).unwrap().0.clone();
    let history = session.open.as_mut().unwrap();
    let Held::Meeting(meeting) = &mut history.open.kind else { panic!() };
    for (at, item) in meeting.agenda.iter_mut() {
        item.restricted = *at == number;
    }
    // As the line of the meeting records it.
    history.open.ledger.decisions.get_mut(&id).unwrap().item = Some(number);
    rehearsal::close(&mut session);
    let mut veil = veil::Veil::default();
    assert_eq!(veil.over(&session.sealed).meeting().unwrap().agenda[&number].title, "");
    veil.lay_over(&session.sealed);
    let mut later = session.sealed.clone();
    let follows = crate::ledger::Decision {
        text: "接着办那件事".into(),
        about: vec![About::Decision(id.clone())],
        ..Default::default()
    };
    later.ledger.decisions.insert(session.sealed.id().record(900), follows);
    let note = crate::ledger::Note {
        text: "那件事的记".into(),
        about: vec![About::Decision(session.sealed.id().record(900))],
        ..Default::default()
    };
    later.ledger.notes.insert(session.sealed.id().record(901), note);
    later.marks =
        vec![Left { about: About::Decision(id), by: "督查室".into(), remark: Remark::Seen }];
    let shown = veil.over(&later).into_owned();
    let text = crate::format::ron::write(&shown).unwrap();
    for secret in ["此事不公开", "接着办那件事", "那件事的记", "督查室"] {
        assert!(!text.contains(secret), "{secret}\n{text}");
    }
    assert!(shown.ledger.records().count() + 3 <= later.ledger.records().count());
    let mut unread = veil::Veil::default();
    unread.lay_over_all_of(&session.sealed.id());
    let left = unread.over(&session.sealed).ledger.records().count();
    assert!(left < open, "nothing of a meeting whose file cannot be read: {left} {open}");
}

fn any_input() -> impl Strategy<Value = Input> {
    let key = prop_oneof![
        Just(Key::Enter),
        Just(Key::Esc),
        Just(Key::Tab),
        Just(Key::Up),
        Just(Key::Down),
        Just(Key::PageDown),
        Just(Key::End),
        Just(Key::Backspace),
        Just(Key::Delete),
        (1_u8..13).prop_map(Key::F),
        prop::char::range('a', 'z').prop_map(Key::Ctrl),
        any::<char>().prop_map(Key::Char),
        prop::char::range(' ', '~').prop_map(Key::Char),
    ];
    prop_oneof![
        8 => key.prop_map(Input::Key),
        1 => "\\PC{0,12}".prop_map(Input::Text),
        1 => (0_u16..200, 0_u16..60).prop_map(|(x, y)| Input::Resize(x, y)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pressed, the session is what it was: it is lent to be read. What is written is a
    /// mark, and nothing that was typed and not sent goes.
    #[test]
    fn any_keys_leave_only_marks(inputs in prop::collection::vec(any_input(), 1..40)) {
        let (session, mut guest) = following();
        for input in inputs {
            let before = guest.unsent();
            let effects = update(&session, &mut guest, &input);
            let sent = effects.iter().any(|effect| matches!(effect, Effect::Write(_)));
            let kept = |draft: &&(About, String)| guest.unsent().iter().any(|(about, _)| *about == draft.0);
            let lost = before.iter().filter(|draft| !kept(draft)).count();
            let edited = matches!(&guest.over, Some(Over::Pad { field, .. }) if field.is_empty());
            let sent_empty = before.iter().any(|(_, text)| text.trim().is_empty());
            prop_assert!(lost == 0 || sent || edited || sent_empty, "{input:?}");
        }
    }
}

#[test]
fn the_menu_leads_to_the_comparison_and_its_keys_are_on_a_telephone() {
    let (session, mut guest) = following();
    let menu = [Key::Char('0'), Key::Char('0'), Key::Char('1')];
    press(&session, &mut guest, &menu);
    let ends = |guest: &Guest| match guest.seat.screen() {
        Screen::Compare(compare) => compare.ends.clone(),
        screen => panic!("{screen:?}"),
    };
    let first = ends(&guest);
    assert_eq!(guest.mode, Mode::Browsing);
    press(&session, &mut guest, &[Key::Char('《')]);
    let moved = ends(&guest);
    assert!(moved[0] != first[0] && moved[1] == first[1], "{moved:?}");
    press(&session, &mut guest, &[Key::Char('；'), Key::Char('<')]);
    assert_ne!(ends(&guest)[1], first[1], "the other end");
    press(&session, &mut guest, &[Key::Char('。')]);
    let Screen::Compare(compare) = guest.seat.screen() else { panic!() };
    assert!(compare.sort.is_some());
    press(&session, &mut guest, &[Key::Tab]);
    assert_eq!((guest.seat.screen(), guest.mode), (&Screen::Meeting, Mode::Following));
}

#[test]
fn a_comparison_asks_for_the_file_that_knows_more_and_once() {
    let (session, mut guest) = following();
    let asked = press(&session, &mut guest, &[Key::Ctrl('d'), Key::Left, Key::Left]);
    let files: Vec<&Effect> =
        asked.iter().filter(|effect| matches!(effect, Effect::Recall(_))).collect();
    assert!(!files.is_empty() && files.len() <= 3, "{asked:?}");
    assert_eq!(press(&session, &mut guest, &[Key::Down]), []);
}

#[test]
fn a_story_is_told_of_what_is_pointed_at() {
    let (session, mut guest) = following();
    press(&session, &mut guest, &[Key::Up, Key::Ctrl('r')]);
    let Screen::Story { of: Subject::Decision(id), .. } = guest.seat.screen() else {
        panic!("{:?}", guest.seat.screen())
    };
    let id = id.clone();
    press(&session, &mut guest, &[Key::Enter]);
    assert_eq!(guest.over, Some(Over::Card(id)));
    press(&session, &mut guest, &[Key::Enter, Key::Esc]);
    assert_eq!(guest.over, None);
}

#[test]
fn enter_opens_the_minutes_that_were_signed_last_until_the_cursor_moves() {
    let mut session = rehearsal::lived();
    session.catalogued();
    let mut guest = Guest::new((60, 20), Lang::Zh, "督查室");
    sit_down(&session, &mut guest, None, None);
    assert!(offers_minutes(&session, &guest), "{:?}", signed(&session));
    press(&session, &mut guest, &[Key::Enter]);
    let Screen::Preview(pages) = guest.seat.screen().clone() else { panic!() };
    let (meeting, _) = signed(&session).unwrap();
    assert_eq!((pages.of.as_ref(), pages.cursor), (Some(&meeting), 0));
    let laid = pages.laid(&session).unwrap();
    press(&session, &mut guest, &[Key::PageDown, Key::Down, Key::PageUp]);
    assert_eq!(crate::app::look::cursor(&guest.seat), 0, "back on the first page of {laid:?}");
    let mut lines = Guest { layout: Layout::Lines, ..guest.clone() };
    press(&session, &mut lines, &[Key::Char('0'), Key::Char('0'), Key::Char('3')]);
    let Screen::Register(register) = lines.seat.screen() else { panic!() };
    assert!(!register.ids.is_empty() && register.unclear.is_none(), "{register:?}");
    assert!(register.ids.iter().all(|id| id.snapshot == meeting));
    let mut beside = Guest::new((60, 20), Lang::Zh, "督查室");
    sit_down(&session, &mut beside, Some(Spot::Overview), None);
    assert!(offers_minutes(&session, &beside), "a desk on the plan is no reason to hide them");
    press(&session, &mut guest, &[Key::Esc, Key::Tab, Key::Down, Key::Enter]);
    assert!(matches!(guest.seat.screen(), Screen::Overview { .. }), "the row, not the minutes");
}
