//! What people see, screen by screen. The pictures lie in `scenes/`, one line for each line of the
//! screen: `INSTA_UPDATE=always cargo test view::scenes` draws them anew, to be looked at in the diff.

mod agenda;
mod compare;
mod empty;
mod followup;
mod guest;
mod item;
mod join;
mod limits;
mod line;
mod linear;
mod linear_desk;
mod looks;
mod practice;
mod preview;
mod register;
mod room;
mod story;
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
use crate::ledger::{Light, RecordId};
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

/// Compares a screen with its picture at 120x36 and 80x24, and gives the cursor's places.
fn pictures(name: &str, session: &Session, seat: &Seat) -> Vec<(u16, u16)> {
    let sizes = [(120, 36), (80, 24), (60, 18)];
    let settings = || {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("scenes");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings
    };
    sizes
        .map(|size| {
            let mut seat = seat.clone();
            seat.size = size;
            let (buffer, focus) = drawn(session, &seat);
            let name = format!("{name}_{}x{}", size.0, size.1);
            settings().bind(|| insta::assert_snapshot!(name, screen_text(&buffer)));
            (focus.x, focus.y)
        })
        .to_vec()
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
    let focus = pictures("overview", &in_session(), &seat(0, 0, Screen::Overview { cursor: 0 }));
    assert_eq!(focus, [(3, 3), (3, 3), (3, 3)]);
    pictures("overview_new_book", &founded(plan()), &seat(0, 0, Screen::Overview { cursor: 6 }));
    pictures("overview_between", &between(), &seat(0, 0, Screen::Overview { cursor: 14 }));
}

#[test]
fn all_tasks_in_one_list() {
    let screen = Screen::Tasks { section: None, cursor: 19 };
    pictures("tasks", &in_session(), &seat(0, 0, screen));
}

#[test]
fn a_task_stands_in_the_words_of_the_report() {
    let screen = Screen::Task { place: place("1.4"), cursor: 1 };
    pictures("task", &in_session(), &seat(0, 0, screen));
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

#[test]
fn a_form_has_the_cursor_in_its_field() {
    let session = in_session();
    let field = |text: &str| Field::new(text);
    let open = vec![
        (Label::Day, field("2023-09-15")),
        (Label::Number, field("4")),
        (Label::Series, field("重点工作调度会")),
        (Label::Place, field("第一会议室")),
        (Label::Chair, field("区长")),
        (Label::Next, field("2023-10-20")),
        (Label::Agenda, field("三张单")),
    ];
    let open = Screen::Form(Form::new(Purpose::Open, open));
    pictures("form_open", &between(), &seat(0, 0, open));
    let mut form = decision_form();
    form.at = 1;
    pictures("form_decide", &session, &seat(0, 0, Screen::Form(form)));
    let read = [(Label::Value, "205"), (Label::Period, "2023-01..2023-08"), (Label::Office, "")];
    let read = read.into_iter().chain([(Label::Source, ""), (Label::Reason, "")]);
    let read = read.map(|(label, text)| (label, field(text))).collect();
    let tick = |of, on| Tick { of, on };
    let read = Form::new(Purpose::Read { target: place("1.2/1") }, read)
        .ticking(vec![tick(Ticked::Preliminary, false)]);
    let focus = pictures("form_read", &session, &seat(0, 0, Screen::Form(read)));
    assert_eq!(focus, [(18, 4), (18, 4), (18, 4)]);
    let light = vec![(Label::Reason, field("已签框架协议")), (Label::Agreed, field("区长"))];
    let purpose = Purpose::Light { row: place("1.2/1"), light: Light::OnTrack };
    let light = Form::new(purpose, light).ticking(vec![tick(Ticked::Pinned, true)]);
    pictures("form_light", &session, &seat(0, 0, Screen::Form(Form { at: 2, ..light })));
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
    pictures("overview_reported", &session, &seat(0, 0, Screen::Overview { cursor: 1 }));
    pictures("tasks_reported", &session, &seat(0, 0, Screen::Tasks { section: None, cursor: 1 }));
    for (rule, cursor) in [("xuancheng", 1), ("银川", 7)] {
        session.rule = Rule::named(&session.plan, rule).unwrap();
        session.judge();
        let name = format!("overview_{}", session.rule.shown(Lang::En));
        pictures(&name, &session, &seat(0, 0, Screen::Overview { cursor }));
    }
    let screen = Screen::Task { place: place("3.1"), cursor: 8 };
    pictures("task_targets", &session, &seat(0, 0, screen));
    let mut seat = seat(0, 0, Screen::Task { place: place("1.2"), cursor: 6 });
    seat.over = Some(Over::Menu(Menu { about: About::Light(place("1.2/1")), cursor: 0 }));
    pictures("menu_light", &session, &seat);
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
fn who_is_here_is_counted() {
    pictures("sign_in", &in_session(), &seat(0, 0, Screen::SignIn { cursor: 7 }));
}

#[test]
fn the_gate_lists_what_is_missing() {
    let session = in_session();
    let mut seat = seat(0, 0, Screen::Gate { cursor: 1 });
    seat.line.field = Field::new("环卫车辆更新");
    pictures("gate", &session, &seat);
}

#[test]
fn help_lists_what_works() {
    let screen = Screen::Help { filter: Field::default(), top: 0 };
    let mut seat = seat(0, 0, screen);
    seat.origin = Origin {
        program: "yiding 0.0.0".into(),
        terminal: "xterm-256color".into(),
        ..Origin::default()
    };
    seat.sight.depth = Depth::Indexed;
    pictures("help", &in_session(), &seat);
}

#[test]
fn boxes_stand_over_the_screen() {
    let session = in_session();
    for (name, over) in [("jump", jump()), ("find", find("招商")), ("palette", palette())] {
        let mut seat = seat(0, 0, Screen::Overview { cursor: 0 });
        seat.over = Some(over);
        pictures(name, &session, &seat);
    }
    let decision: RecordId = "2023-08-11/10".parse().unwrap();
    let of = ["1.4/1", "1.4/2", "1.4/3"].map(place).to_vec();
    for (name, about) in [
        ("menu_meeting", About::Meeting),
        ("menu_decision", About::Decision(decision)),
        ("menu_target", About::Target { of, value: "2 8月".into() }),
    ] {
        let mut seat = at_the_desk();
        seat.over = Some(Over::Menu(Menu { about, cursor: 1 }));
        pictures(name, &session, &seat);
    }
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
fn english_reads_as_well() {
    let mut seat = seat(0, 0, Screen::Overview { cursor: 0 });
    seat.lang = Lang::En;
    pictures("english_overview", &in_session(), &seat);
    let mut seat = at_the_desk();
    seat.lang = Lang::En;
    pictures("english_meeting", &in_session(), &seat);
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
