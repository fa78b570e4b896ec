//! What people see, screen by screen. The pictures lie in `scenes/`, one line for each line of the
//! screen: `INSTA_UPDATE=always cargo test view::scenes` draws them anew, to be looked at in the diff.

pub(crate) mod acceptance;
mod agenda;
mod care;
mod compare;
mod empty;
mod every;
mod eyes;
mod followup;
mod guest;
mod item;
mod join;
mod keys;
mod laws;
mod limits;
mod line;
mod linear;
mod linear_desk;
mod looks;
mod practice;
mod preview;
mod register;
mod room;
mod settling;
mod story;
mod styles;
mod tongue;
mod wall;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthChar as _;

use super::canvas::screen_text;
use super::draw;
use crate::app::division::Division;
use crate::app::pasted::Pasted;
use crate::app::rehearsal::{between, decide, founded, in_session, meet, place, plan, reported};
use crate::app::seat::About;
use crate::app::sight::{Ambiguous, Depth, Origin};
use crate::app::{
    Binding, Field, Find, Form, Input, Key, Menu, Over, Purpose, Screen, Seat, Session, Tick,
    Ticked, act, search, submit, update,
};
use crate::judge::Rule;
use crate::ledger::Light;
use crate::plan::plain::is_hidden;
use crate::plan::{Found, Party, Plan};
use crate::words::{Label, Lang, Notice};

fn seat(width: u16, height: u16, screen: Screen) -> Seat {
    let mut seat = Seat::new((width, height), Lang::Zh);
    match screen {
        Screen::Overview { cursor } => {
            if let Some(Screen::Overview { cursor: at }) = seat.screen_mut() {
                *at = cursor;
            }
        }
        other => seat.open(other),
    }
    seat
}

/// A frame, held to what holds for every frame: each line fills the window, the cursor is inside.
fn drawn(session: &Session, seat: &Seat) -> (Buffer, Position) {
    let (width, height) = seat.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let focus = draw(session, seat, &mut buffer);
    for y in 0..height {
        let mut columns = 0;
        while columns < width {
            columns += buffer[(columns, y)].cell_width().max(1);
        }
        assert_eq!(columns, width, "line {y} of {width}x{height}");
    }
    assert!(width * height == 0 || buffer.area.contains(focus), "{focus:?} in {width}x{height}");
    (buffer, focus)
}

/// Where pictures lie, under names of their own.
fn kept() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/src/view/scenes"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// Compares a screen with its pictures, all in one file, and gives the cursor's places.
fn pictures(name: &str, session: &Session, seat: &Seat) -> Vec<(u16, u16)> {
    pictures_at(name, [(120, 36), (80, 24), (60, 18)], |size| {
        let mut seat = seat.clone();
        seat.size = size;
        drawn(session, &seat)
    })
}

/// Pictures of one screen in windows of several sizes, one under the other.
fn pictures_at(
    name: &str,
    sizes: [(u16, u16); 3],
    drawn: impl Fn((u16, u16)) -> (Buffer, Position),
) -> Vec<(u16, u16)> {
    let drawn = sizes.map(|size| (size, drawn(size)));
    let one = |((columns, rows), (buffer, _)): &((u16, u16), (Buffer, Position))| {
        format!("== {columns}x{rows}\n{}", screen_text(buffer))
    };
    let text = drawn.iter().map(one).collect::<Vec<_>>().join("\n");
    kept().bind(|| insta::assert_snapshot!(name, text));
    drawn.iter().map(|(_, (_, focus))| (focus.x, focus.y)).collect()
}

/// The cursor's places at a desk, in a small window and in the smallest one.
fn cursors(session: &Session, seat: &Seat) -> Vec<(u16, u16)> {
    let place = |size| {
        let mut seat = seat.clone();
        seat.size = size;
        let (_, focus) = drawn(session, &seat);
        (focus.x, focus.y)
    };
    [(120, 36), (80, 24), (60, 18)].map(place).to_vec()
}

/// Every screen that there is, with a cursor somewhere in it.
fn screens() -> Vec<Screen> {
    vec![
        Screen::Overview { cursor: 0 },
        Screen::Overview { cursor: 15 },
        Screen::Tasks { section: None, cursor: 17 },
        Screen::Tasks { section: Some(place("2")), cursor: 1 },
        Screen::Task { place: place("1.4"), cursor: 6 },
        Screen::Task { place: place("9.9"), cursor: 6 },
        Screen::Meeting,
        Screen::Form(decision_form()),
        Screen::SignIn { cursor: 30 },
        Screen::Gate { cursor: 0 },
        Screen::Join { cursor: 2 },
        Screen::Pending { cursor: 9 },
        Screen::Reviews { cursor: 9 },
        Screen::ReadBack { cursor: 1 },
        Screen::Preview(crate::app::preview::Preview::new(Lang::Zh)),
        Screen::Pasted(Pasted::new("空港医院开工\n拆迁收尾").unwrap().0),
        Screen::Office { party: Party::Outside("省交投集团".into()), cursor: 0 },
        Screen::Help { filter: Field::new("一"), top: 99 },
        Screen::Register(register::filtered(&mut in_session(), "!办结 会议>1")),
        Screen::Compare(Box::new(compare::opened(&in_session()))),
        Screen::Story { of: crate::ledger::story::Subject::Row(place("1")), cursor: 3 },
        Screen::Account { cursor: 5, unfolded: Some(place("1.2")) },
        Screen::Lists { cursor: 9 },
        Screen::Agenda { cursor: 30 },
        Screen::Division(Division { cursor: 19, ..Division::default() }),
    ]
}

#[test]
fn the_plan_is_the_first_screen() {
    let focus = cursors(&in_session(), &seat(0, 0, Screen::Overview { cursor: 0 }));
    assert_eq!(focus, [(3, 3), (3, 3), (3, 3)]);
}

#[test]
fn a_decision_stands_in_the_words_of_the_meeting() {
    let screen = Screen::Task { place: place("1.2"), cursor: 5 };
    pictures("task_decision", &in_session(), &seat(0, 0, screen));
}

/// A seat at the meeting's item on the airport economy.
fn at_the_desk() -> Seat {
    let mut seat = seat(0, 0, Screen::Meeting);
    seat.line.item = Some(6);
    seat.line.binding = Binding::Rows(vec![place("1.4")]);
    seat
}

/// The page on which a meeting is opened.
fn opening() -> Screen {
    let fields = [
        (Label::Day, "2023-09-15"),
        (Label::Number, "4"),
        (Label::Series, "重点工作调度会"),
        (Label::Place, "第一会议室"),
        (Label::Chair, "区长"),
        (Label::Next, "2023-10-20"),
        (Label::Agenda, "三张单"),
    ];
    let fields = fields.map(|(label, text)| (label, Field::new(text)));
    Screen::Form(Form::new(Purpose::Open, fields.into()))
}

/// The page of a reading.
fn reading() -> Screen {
    let read = [(Label::Value, "205"), (Label::Period, "2023-01..2023-08"), (Label::Office, "")];
    let read = read.into_iter().chain([(Label::Source, ""), (Label::Reason, "")]);
    let read = read.map(|(label, text)| (label, Field::new(text))).collect();
    let tick = Tick { of: Ticked::Preliminary, on: false };
    Screen::Form(Form::new(Purpose::Read { target: place("1.2/1") }, read).ticking(vec![tick]))
}

/// The page on which a light is set by hand.
fn lighting() -> Screen {
    let fields = [(Label::Reason, "已签框架协议"), (Label::Agreed, "区长")];
    let fields = fields.map(|(label, text)| (label, Field::new(text)));
    let purpose = Purpose::Light { row: place("1.2/1"), light: Light::OnTrack };
    let tick = Tick { of: Ticked::Pinned, on: true };
    Screen::Form(Form { at: 2, ..Form::new(purpose, fields.into()).ticking(vec![tick]) })
}

#[test]
fn a_form_has_the_cursor_in_its_field() {
    let focus = cursors(&in_session(), &seat(0, 0, reading()));
    assert_eq!(focus, [(18, 4), (18, 4), (18, 4)]);
}

#[test]
fn what_is_done_of_a_list_is_ticked() {
    let mut session = reported();
    let Some(Found::Task(task)) = session.plan.find(place("4.2")) else { panic!() };
    let cursor = task.measures.len();
    let mut seat = seat(0, 0, Screen::Task { place: place("4.2"), cursor });
    update(&mut session, &mut seat, &Input::Key(Key::F(3)));
    pictures("form_members", &session, &seat);
}

#[test]
fn a_figure_in_another_unit_is_seen_as_it_was_written() {
    let (mut session, target) = (in_session(), place("1.2/1"));
    let (reading, _) = submit::reading(&session, target, ("32%", "8月")).unwrap();
    act::read(&mut session, vec![(target, reading)], "").unwrap();
    let screen = Screen::Task { place: place("1.2"), cursor: 2 };
    pictures("task_other_unit", &session, &seat(0, 0, screen));
}

#[test]
fn lights_are_told_apart_by_their_reasons() {
    let mut session = reported();
    pictures("tasks_reported", &session, &seat(0, 0, Screen::Tasks { section: None, cursor: 1 }));
    for (rule, cursor) in [("xuancheng", 1), ("银川", 7)] {
        session.rule = Rule::named(&session.plan, rule).unwrap();
        session.judge();
        let name = format!("overview_{}", session.rule.shown(Lang::En));
        pictures(&name, &session, &seat(0, 0, Screen::Overview { cursor }));
    }
}

fn decision_form() -> Form {
    let fields = [
        (Label::Text, "空港应急医院10月底前开工"),
        (Label::Lead, "卫健局"),
        (Label::Support, "临空办、发改局"),
        (Label::Due, "10月底"),
        (Label::Rows, "1.4"),
    ];
    let fields = fields.map(|(label, text)| (label, Field::new(text)));
    let purpose = Purpose::Decide { rows: vec![place("1.4")], change: None };
    Form::new(purpose, fields.into())
}

#[test]
fn the_gate_lists_what_is_missing() {
    let session = in_session();
    let mut seat = seat(0, 0, Screen::Gate { cursor: 1 });
    seat.line.field = Field::new("环卫车辆更新");
    pictures("gate", &session, &seat);
}

/// The keys, at a terminal that says what it is.
fn helped() -> (Session, Seat) {
    let mut seat = seat(0, 0, Screen::Help { filter: Field::default(), top: 0 });
    seat.origin = Origin {
        program: "yiding 0.0.0".into(),
        terminal: "xterm-256color".into(),
        ..Origin::default()
    };
    (in_session(), seat)
}

fn jump() -> Over {
    Over::Jump("1".into())
}

fn find(text: &str) -> Over {
    let (mut session, seat) = (in_session(), seat(0, 0, Screen::Overview { cursor: 0 }));
    let find = Find { field: Field::new(text), cursor: 1, ..Find::default() };
    let hits = search::hits(&mut session, &seat, &find);
    Over::Find(Find { hits, ..find })
}

fn palette() -> Over {
    let (mut session, seat) = (in_session(), seat(0, 0, Screen::Overview { cursor: 0 }));
    let find = Find { commands: true, ..Find::default() };
    let hits = search::hits(&mut session, &seat, &find);
    Over::Find(Find { hits, ..find })
}

#[test]
fn the_row_with_the_cursor_is_reversed_without_colours() {
    let session = in_session();
    for screen in screens()
        .into_iter()
        .filter(|screen| matches!(screen, Screen::Overview { .. } | Screen::Tasks { .. }))
    {
        let (buffer, focus) = drawn(&session, &seat(80, 24, screen));
        for x in 1..79 {
            assert!(buffer[(x, focus.y)].modifier.contains(Modifier::REVERSED), "{x} {focus:?}");
        }
    }
}

/// Whatever text a file holds, no cell holds a character that steers a terminal, and every line is
/// as wide as the window (`drawn` looks).
#[test]
fn text_that_steers_a_terminal_is_shown_as_marks() {
    let hostile = "甲\u{1b}[2J\u{202e}\u{200b}\u{301}乙\n\t\u{9b}31m\u{feff}👨\u{200d}👩e\u{301}";
    let mut plan = plan();
    plan.short = hostile.into();
    for section in &mut plan.sections {
        section.title = hostile.into();
        for task in &mut section.tasks {
            task.title = hostile.repeat(20);
            task.measures.iter_mut().for_each(|measure| measure.text = hostile.repeat(9));
        }
    }
    let mut session = founded(plan);
    meet(&mut session, "2023-09-15", 1);
    decide(&mut session, "14:00", "1.4", [hostile, hostile, hostile]);
    session.reindex();
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        for screen in screens() {
            let mut seat = seat(81, 25, screen);
            seat.sight.ambiguous = ambiguous;
            seat.line.field = Field::new(hostile);
            seat.say(Notice::Saved { what: hostile.into() });
            let (buffer, _) = drawn_text(&session, &seat);
            assert!(!buffer.chars().any(is_hidden), "{buffer}");
        }
    }
}

fn drawn_text(session: &Session, seat: &Seat) -> (String, Position) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, seat.size.0, seat.size.1));
    let focus = draw(session, seat, &mut buffer);
    (screen_text(&buffer).replace('\n', ""), focus)
}

/// Marks, rules, labels and hints are as wide in every terminal; only the text of files is not ours.
#[test]
fn the_chrome_has_no_glyph_of_doubtful_width() {
    let session = founded(Plan { short: "计划".into(), ..plan() });
    for lang in [Lang::Zh, Lang::En] {
        // These two show the text of files and what is said of their months.
        let of_files = |screen: &Screen| matches!(screen, Screen::Task { .. } | Screen::Compare(_));
        for screen in screens().into_iter().filter(|screen| !of_files(screen)) {
            let mut seat = seat(120, 36, screen);
            seat.lang = lang;
            let (text, _) = drawn_text(&session, &seat);
            let doubtful = text.chars().find(|c| c.width() != c.width_cjk());
            let known = ['“', '”']; // of the plan's own text
            assert!(doubtful.is_none_or(|c| known.contains(&c)), "{doubtful:?} in {text}");
        }
    }
}

#[test]
fn what_is_not_saved_is_said_until_it_is() {
    let mut session = in_session();
    session.keeping.failed = Some("磁盘已满；腾出空间后按 ^Y 再存".into());
    let mut seat = at_the_desk();
    seat.size = (80, 24);
    seat.say(Notice::FirstItem);
    let text = screen_text(&drawn(&session, &seat).0);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].ends_with("未存"), "{}", lines[0]);
    assert_eq!(lines[22], " 未存：磁盘已满；腾出空间后按 ^Y 再存  已是第一项；^N 到下一项");
}
