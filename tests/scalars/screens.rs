//! Every screen, box and line of a seat, reached by its commands: at the desk, at a reviewer's seat, on
//! the big screen; drawn byte by byte, and in lines.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yiding::app::command::COMMANDS;
use yiding::app::guest::command::COMMANDS as OF_GUESTS;
use yiding::app::guest::typed::Before as Heard;
use yiding::app::guest::{self, Layout};
use yiding::app::pasted::Pasted;
use yiding::app::printing::PrintTo;
use yiding::app::script::Script;
use yiding::app::sight::{Ambiguous, Depth, Frame};
use yiding::app::taste::{Arrangement, Taste};
use yiding::app::typed::{self, Step};
use yiding::app::{
    Effect, Guest, Input, Key, Outcome, Screen, Seat, Session, Spot, answer, update,
};
use yiding::ledger::story::Subject;
use yiding::ledger::{About, Mark, Remark};
use yiding::plan::Party;
use yiding::shell::printing;
use yiding::shell::terminal::clipboard::{self, Through};
use yiding::shell::terminal::paint::Painter;
use yiding::view::linear::desk::Before;
use yiding::view::linear::{self, desk};
use yiding::view::{self, listing};
use yiding::words::{Do, Lang, Notice};

use crate::wire::{Stream, fault};

/// Who reads every byte that a terminal would get.
#[derive(Default)]
struct Eyes(Painter);

impl Eyes {
    fn look(
        &mut self,
        (width, height): (u16, u16),
        what: &str,
        draw: impl FnOnce(&mut Buffer) -> Position,
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let focus = draw(&mut buffer);
        let sent = self.0.frame(&buffer, focus);
        assert_eq!(fault(sent.as_bytes(), Stream::Screen), None, "{what} {width}x{height}");
    }
}

/// Nothing in these lines steers whatever they are told through.
fn hear(lines: &[String], what: &str) {
    for line in lines {
        assert_eq!(fault(line.as_bytes(), Stream::Lines), None, "{what}");
        assert!(!line.contains('\n'), "{what} is no line: {line:?}");
    }
}

/// A desk in front of a book, with everything that looks at it.
struct Desk {
    session: Session,
    seat: Seat,
    eyes: Eyes,
    name: &'static str,
}

impl Desk {
    fn look(&mut self, what: &str) {
        let what = format!("{} {what} {:?}", self.name, self.seat.screen());
        let (session, seat) = (&self.session, &self.seat);
        self.eyes.look(seat.size, &what, |buffer| view::draw(session, seat, buffer));
    }

    fn run(&mut self, step: Step) {
        let asked = typed::take(&mut self.session, &mut self.seat, step);
        self.perform(asked);
    }

    fn press(&mut self, input: &Input) {
        let asked = update(&mut self.session, &mut self.seat, input);
        self.perform(asked);
    }

    fn perform(&mut self, asked: Vec<Effect>) {
        for effect in asked {
            if let Effect::Append { serial, .. } = effect {
                let outcome = Outcome::Kept { serial };
                let more = answer(&mut self.session, &mut self.seat, &outcome);
                self.perform(more);
            }
        }
    }

    /// The same place in lines, on paper and in a clipboard.
    fn tell(&self, before: &Before, what: &str) {
        let (session, seat) = (&self.session, &self.seat);
        hear(&desk::answer(session, seat, before), what);
        hear(&desk::again(session, seat), what);
        hear(&desk::pointed(session, seat), what);
        hear(&desk::notice(session, seat), what);
        hear(&[desk::prompt(session, seat)], what);
        let page = listing::page(session, seat);
        let text = printing::written(&page, PrintTo::Text);
        assert_eq!(fault(text.as_bytes(), Stream::Lines), None, "{what} on paper");
        crate::papers::is_markup(&printing::written(&page, PrintTo::Page), what);
        if let Ok(copied) = clipboard::sequence(&text, Through::Tmux) {
            assert_eq!(fault(copied.as_bytes(), Stream::Screen), None, "{what} copied");
        }
    }

    /// Opened, told in lines, gone through, typed into, left.
    fn visit(&mut self, open: impl FnOnce(&mut Self), text: &str, what: &str) {
        let before = Before::of(&self.session, &self.seat);
        open(self);
        self.look(what);
        if self.name != "standard" {
            self.press(&Input::Key(Key::Enter));
            self.look(what);
            (0..3).for_each(|_| self.press(&Input::Key(Key::Esc)));
            return;
        }
        self.tell(&before, what);
        for key in [Key::Down, Key::Enter, Key::Down, Key::Char('2')] {
            self.press(&Input::Key(key));
            self.look(what);
        }
        self.press(&Input::Paste(text.to_owned()));
        self.look(what);
        for key in [Key::Enter, Key::Esc, Key::Esc, Key::Esc, Key::Esc] {
            self.press(&Input::Key(key));
        }
        self.look(what);
    }
}

/// Everything that a seat can open, beside its commands.
fn screens(session: &Session, text: &str) -> Vec<Screen> {
    let task = session.plan.tasks().next().unwrap();
    let section = session.plan.sections[0].id;
    let decided = session.state().ledger.decisions.keys();
    let mut all = vec![
        Screen::Overview { cursor: 9 },
        Screen::Tasks { section: Some(section), cursor: 0 },
        Screen::Task { place: task.id, cursor: 1 },
        Screen::Office { party: Party::Outside(text.to_owned()), cursor: 0 },
        Screen::Story { of: Subject::Row(task.id), cursor: 0 },
        Screen::Gate { cursor: 0 },
        Screen::Join { cursor: 0 },
    ];
    all.extend(Pasted::new(text).map(|(pasted, _)| Screen::Pasted(pasted)));
    all.extend(decided.cloned().map(|id| Screen::Story { of: Subject::Decision(id), cursor: 1 }));
    all
}

/// A seat for one pair of eyes.
fn seats() -> Vec<(&'static str, Seat)> {
    let worn = |layout| {
        let mut seat = Seat::new((160, 30), Lang::Zh);
        seat.ground.depth = Depth::True;
        seat.wear(Taste { layout, ..Taste::default() });
        seat
    };
    let mut wide = Seat::new((160, 30), Lang::En);
    (wide.sight.ambiguous, wide.sight.frame) = (Ambiguous::Wide, Frame::Lines);
    let mut traditional = Seat::new((80, 24), Lang::Zh);
    traditional.sight.script = Script::Traditional;
    vec![
        ("standard", Seat::new((600, 30), Lang::Zh)),
        ("care", worn(Arrangement::Care)),
        ("wall", worn(Arrangement::Wall)),
        ("wide", wide),
        ("traditional", traditional),
    ]
}

/// Everything of a desk with this text everywhere.
pub fn at_the_desk(session: &dyn Fn() -> Session, text: &str) {
    for (name, seat) in seats() {
        let mut desk = Desk { session: session(), seat, eyes: Eyes::default(), name };
        text.clone_into(&mut desk.seat.origin.terminal);
        desk.seat.say(Notice::Saved { what: text.to_owned() });
        desk.look("first");
        hear(&desk::greeting(&desk.session, &desk.seat), name);
        for command in COMMANDS.iter().filter(|command| command.what != Do::Quit) {
            let what = command.what;
            desk.visit(|desk| desk.run(Step::Run(what)), text, what.text(Lang::En));
        }
        for screen in screens(&desk.session, text) {
            let shown = format!("{screen:?}");
            desk.visit(|desk| desk.seat.open(screen), text, &shown);
        }
        let typed = text.replace(['\n', '\r'], " ");
        for step in typed::read(&desk.session, &desk.seat, &typed) {
            hear(&desk::echo(&desk.session, &desk.seat, &step), "what is typed");
        }
        desk.session.keeping.failed = Some(text.to_owned());
        desk.session.keeping.read_only = Some(text.to_owned());
        desk.look("what failed");
    }
}

/// A reviewer's seat in one form.
fn guest(session: &Session, layout: Layout, text: &str, spot: &Spot) -> Guest {
    let mut guest = Guest::new((160, 24), Lang::Zh, text);
    guest.layout = layout;
    guest::sit_down(session, &mut guest, Some(spot.clone()), None);
    guest
}

/// Everything of a reviewer's seat, following and alone, drawn, big and in lines.
pub fn at_a_guests_seat(mut session: Session, text: &str) {
    session.catalogued();
    let task = session.plan.tasks().next().unwrap().id;
    let decided = session.state().ledger.decisions.keys().next_back().cloned();
    let about = decided.clone().map_or(About::Row(session.plan.row(task)), About::Decision);
    let mark = |remark| Mark { about: about.clone(), by: text.to_owned(), remark };
    session.marks = vec![mark(Remark::Seen), mark(Remark::Said(text.to_owned()))];
    let spots = [
        Spot::Overview,
        Spot::Tasks(None),
        Spot::Task(task),
        Spot::Item { number: Some(1), rows: vec![task], record: decided },
    ];
    for layout in [Layout::Screen, Layout::Wall, Layout::Lines] {
        // In lines it is the places that differ, drawn it is the spots.
        for spot in spots.iter().skip(if layout == Layout::Lines { 3 } else { 0 }) {
            let (mut guest, mut eyes) = (guest(&session, layout, text, spot), Eyes::default());
            let mut look = |guest: &Guest| {
                let draw = |buffer: &mut Buffer| view::guest::draw(&session, guest, buffer);
                eyes.look(guest.seat.size, "a guest", draw);
            };
            look(&guest);
            hear(&linear::greeting(&session, &guest), "a guest's greeting");
            let keys = OF_GUESTS.iter().filter_map(|command| command.keys.first());
            for key in keys.filter(|key| **key != Key::Ctrl('q')) {
                let before = Heard::of(&guest);
                guest::update(&session, &mut guest, &Input::Key(*key));
                look(&guest);
                guest::update(&session, &mut guest, &Input::Paste(text.to_owned()));
                look(&guest);
                if layout == Layout::Lines {
                    hear(&linear::answer(&session, &guest, &before), "a guest's answer");
                    let heard = guest::Heard::default();
                    hear(&linear::news(&session, &guest, &heard, &before), "a guest's news");
                    hear(&[linear::prompt(&session, &guest)], "a guest's prompt");
                }
                guest::update(&session, &mut guest, &Input::Key(Key::Esc));
            }
        }
    }
}

/// 定疑 and 定冲突 of a report with this text everywhere. How many conflicts were seen.
pub fn of_a_report(text: &str) -> usize {
    use yiding::app::{amending, drafting};
    let line = text.replace(['\n', '\r'], " ");
    let report = |size: &str| {
        format!(
            "云溪县2031年重点工作{line}\n\n2031年主要预期目标是：地区生产总值增长{size}%左右{line}。\
             \n\n（一）抓好产业{line}\n\n——做强农业{line}。新建水库{size}座，整修渠道30公里{line}。\n"
        )
    };
    let read = |text: String| (drafting::read(&text), text);
    let (old, text) = read(report("6"));
    let mut seen = drafting::Drafting::new((text, old.clone()), Vec::new(), (300, 30), Lang::Zh);
    let mut eyes = Eyes::default();
    for key in "down down enter 1 esc f1 esc f3 down enter esc".split(' ') {
        eyes.look(seen.size, "a report", |buffer| view::drafting::draw(&seen, buffer).focus);
        drafting::update(&mut seen, &Input::Key(key.parse().unwrap()));
    }
    let (new, ours) = (read(report("7")).0.plan, read(report("5")).0.plan);
    let sides = (old.plan, new, ours);
    let mut seen = amending::Amending::new(sides, Vec::new(), (300, 30), Lang::Zh);
    let conflicts = seen.open();
    for key in "2 1 f1 esc".split(' ') {
        eyes.look(seen.size, "a conflict", |buffer| view::amending::draw(&seen, buffer).focus);
        amending::update(&mut seen, &Input::Key(key.parse().unwrap()));
    }
    conflicts
}
