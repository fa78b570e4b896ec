//! What stands over the rows of a screen: what it is about, how much there is of it, what is typed.

use ratatui::layout::Rect;

use crate::app::{Screen, story};
use crate::ledger::sentence::Speech;
use crate::plan::Place;
use crate::view::canvas::Pen;
use crate::view::strip::{self, Piece, Strip};
use crate::view::style::Role;
use crate::view::subject::{Subject, names};
use crate::view::width::Ruler;
use crate::view::{
    self, compare, items, list, listing, paste, readback, register, signin, timeline,
};
use crate::words::{Do, Label};

/// The lines over the rows.
pub struct Above {
    /// The first is drawn by itself: a filter, the line of meetings.
    own: u16,
    lines: Vec<Strip>,
}

impl Above {
    pub fn of(subject: Subject<'_>, ruler: Ruler, area: Rect) -> Self {
        let screen = subject.seat.screen();
        let own = u16::from(matches!(screen, Screen::Register(_) | Screen::Compare(_)));
        Self { own, lines: lines(subject, ruler, list::inner(area).width) }
    }

    /// The lines that are needed, a blank one below them.
    pub fn height(&self) -> u16 {
        let lines = self.own.saturating_add(super::len(&self.lines));
        lines.saturating_add(u16::from(lines > 0))
    }

    /// Leaves its room to what is pointed at, all but what is typed.
    pub fn spare(&mut self) {
        self.lines.clear();
    }

    /// Draws them. Gives what is left.
    pub fn draw(&self, pen: &mut Pen<'_>, area: Rect, subject: Subject<'_>) -> Rect {
        let inner = list::inner(area);
        match subject.seat.screen() {
            Screen::Register(register) => {
                register::typed(pen, Rect { height: 1, ..inner }, subject, register);
            }
            Screen::Compare(compare) => {
                timeline::draw(pen, Rect { height: 1, ..inner }, subject, compare);
            }
            _ => {}
        }
        let y = area.y + self.own;
        strip::under(
            pen,
            Rect { y, height: area.bottom().saturating_sub(y), ..inner },
            &self.lines,
        );
        let used = self.height().min(area.height);
        Rect { y: area.y + used, height: area.height - used, ..area }
    }
}

fn lines(subject: Subject<'_>, ruler: Ruler, width: u16) -> Vec<Strip> {
    let flow = |pieces: Vec<Piece>| strip::whole(ruler, width, pieces);
    match subject.seat.screen() {
        Screen::Overview { .. } | Screen::Tasks { .. } => Vec::new(),
        Screen::Task { place, .. } => {
            headed(ruler, width, &title_of(subject, *place), who(subject, *place))
        }
        Screen::ReadBack { cursor } => {
            let title = Piece::new(Do::ReadBack.text(subject.lang()), Role::Title);
            let count = subject.session.read_back().len();
            let known = readback::heading(subject, (*cursor).min(count.saturating_sub(1)), count);
            flow(std::iter::once(title).chain(known).collect())
        }
        Screen::Register(register) => {
            let [counted, overdue] = register::counted(subject, register);
            let counts = [counted, overdue].map(|(text, role)| Piece::new(text, role));
            let order = Piece::new(register::order(subject, register), Role::Hint);
            let means = register::meant(subject, register);
            flow(means.into_iter().chain(counts).chain([order]).collect())
        }
        Screen::Compare(compare) => {
            let chosen = Piece::new(compare::chosen(compare, subject.lang()), Role::Key);
            flow(compare::counted(subject, compare).into_iter().chain([chosen]).collect())
        }
        Screen::Story { of, .. } => {
            let speech = |id: &_| subject.record(id);
            let speech = Speech::spoken(subject.lang(), &speech);
            let chapters = story::story(subject.session, of, subject.lang(), speech);
            flow(view::story::heading(subject, of, &chapters))
        }
        Screen::Agenda { .. } => flow(items::summary(subject)),
        Screen::SignIn { .. } => flow(signin::counts(subject, &subject.session.attendees())),
        Screen::Pasted(pasted) => flow(paste::heading(subject, pasted)),
        _ => {
            let lines = listing::head(subject).into_iter();
            lines.flat_map(|line| flow(line.into_iter().map(said).collect())).collect()
        }
    }
}

fn said(fact: crate::papers::listing::Fact) -> Piece {
    let text = fact.seen();
    Piece::behind(fact.label, text)
}

/// A title over what is said of it.
pub fn headed(ruler: Ruler, width: u16, title: &str, about: Vec<Piece>) -> Vec<Strip> {
    let mut lines = strip::wrapped_as(ruler, width, title, Role::Title);
    lines.extend(strip::whole(ruler, width, about));
    lines
}

/// A row by its number and whole title.
pub fn title_of(subject: Subject<'_>, place: Place) -> String {
    let title = subject.session.plan.find(place).map_or("", |found| found.title());
    format!("{place} {title}")
}

/// How a row stands and who answers for it.
pub fn who(subject: Subject<'_>, place: Place) -> Vec<Piece> {
    let (light, role) = subject.light_of(place);
    let (lead, lead_role) = subject.row_lead(place);
    let support = subject.session.assignment(place).map(|now| names(&now.support));
    vec![
        Piece::new(light, role),
        Piece::labelled(subject, Label::Lead, lead).role(lead_role),
        Piece::labelled(subject, Label::Support, support.unwrap_or_default()),
    ]
}
