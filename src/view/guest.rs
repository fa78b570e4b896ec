//! 阅览席: the same screens at the guest's own size, with a line that says whom it follows and a line
//! of what was left on the row that is pointed at. Guests see counts; names are the desk's.

mod said;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Drawn;
use super::canvas::Pen;
use super::foot::{self, Most};
use super::list;
use super::menu::{self, boxed, placed};
use super::status;
use super::strip::{self, Piece, Strip};
use super::style::Role;
use super::subject::Subject;
use super::{care, line, meeting};
pub(super) use said::{at, away, signed};

use crate::app::guest::command::{self, NUMBERED, ON_PAGE};
use crate::app::guest::{self, Guest, Layout, Mode, Over};
use crate::app::keyed::{first_of, keys_of};
use crate::app::page::reviews;
use crate::app::pointer::{Pointing, Touch};
use crate::app::seat::About as Menu;
use crate::app::{Field, Key, Keymap, Screen, Session, Spot};
use crate::ledger::{About, Mark, RecordId, Remark, sentence};
use crate::words::{Guest as Word, GuestSays, Joint, Lang, Seen, Sign};

/// Draws what a guest sees over a whole buffer. Gives the place of the cursor: always the focus.
pub fn draw(session: &Session, guest: &Guest, buffer: &mut Buffer) -> Position {
    seen(session, guest, buffer).focus
}

/// The same, with what each place stands for. Nobody sits before a wall.
pub fn seen(session: &Session, guest: &Guest, buffer: &mut Buffer) -> Drawn {
    if guest.layout == Layout::Wall {
        let focus = super::wall::draw(session, guest, buffer);
        return Drawn { focus, pointing: Pointing::Off, ..Drawn::default() };
    }
    let kept = session.shown_in(guest.seat.sight.script);
    let mut pen = Pen::anew(buffer, guest.seat.sight).in_script(kept);
    let subject = Subject { session, seat: &guest.seat };
    if let Some(crate::app::Over::Plain(over)) = &guest.seat.over {
        let area = pen.area();
        super::plain::draw(&mut pen, area, subject, over);
        return pen.seen(Pointing::Off);
    }
    let area = subject.column(pen.area());
    if area.width < 40 || area.height < 10 {
        super::too_small(&mut pen, area, subject);
        return pen.seen(Pointing::of(guest.seat.taste.mouse));
    }
    let eyes = Eyes { subject, guest };
    let line = |y: u16| Rect { y, height: 1, ..area };
    let bottom = area.bottom();
    eyes.header(&mut pen, line(area.y));
    pen.rule(line(area.y + 1));
    care::zoom(&mut pen, line(area.y + 1), subject);
    let room = if area.height < ROOMY { 1 } else { 2 };
    let banner = eyes.banner(&mut pen, Rect { y: area.y + 2, height: room, ..area });
    let body = Rect { y: area.y + 2 + banner, height: area.height - 6 - banner, ..area };
    pen.focus(body.x + 1, body.y);
    eyes.body(&mut pen, body);
    eyes.marks(&mut pen, line(bottom - 4));
    let told = eyes.tell(&mut pen, Rect { y: bottom - 3, height: 3, ..area });
    if told == 1 {
        pen.rule(line(bottom - 3));
    }
    if told < 3 {
        eyes.footer(&mut pen, line(bottom - 1));
    }
    pen.seen(Pointing::of(guest.seat.taste.mouse))
}

#[derive(Clone, Copy)]
struct Eyes<'a> {
    subject: Subject<'a>,
    guest: &'a Guest,
}

impl<'a> Eyes<'a> {
    fn lang(self) -> Lang {
        self.subject.lang()
    }

    fn keymap(self) -> &'a Keymap {
        &self.subject.seat.keymap
    }

    fn word(self, word: Word) -> &'static str {
        word.text(self.lang())
    }

    /// Where one is, that one only reads, and whose seat it is.
    fn header(self, pen: &mut Pen<'_>, area: Rect) {
        let subject = self.subject;
        let mode = match self.guest.mode {
            Mode::Following => Word::Following,
            Mode::Browsing => Word::Browsing,
        };
        let seat =
            format!("{} {}  {}", subject.sign(Sign::ReadOnly), self.word(mode), self.guest.name);
        status::top(pen, area, subject, (&seat, Role::Behind, area.width / 2));
    }

    /// Whom one follows and where to, or that one has gone elsewhere. Gives how many lines that took.
    fn banner(self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let hint = |word| Piece::new(self.word(word), Role::Hint);
        let say = |said: GuestSays, role| Piece::new(said.text(self.lang()), role);
        let pieces = match (self.guest.mode, &self.guest.desk) {
            (_, Some(Spot::Paused)) => vec![Piece::new(self.word(Word::DeskPaused), Role::Behind)],
            (_, Some(Spot::Restricted)) => {
                vec![Piece::new(self.word(Word::Restricted), Role::Behind)]
            }
            (Mode::Following, desk) if guest::is_idle(self.subject.session, self.guest) => {
                let signed = signed(self.subject).map(|said| say(said, Role::Plain));
                let offered = guest::offers_minutes(self.subject.session, self.guest);
                let opens = offered.then(|| hint(Word::OpensThem));
                let nothing = if desk.is_some() { Word::DeskIdle } else { Word::NothingOpen };
                signed.into_iter().chain(opens).chain([hint(nothing)]).collect()
            }
            (Mode::Following, Some(spot)) => {
                vec![
                    say(GuestSays::At { what: at(self.subject, spot) }, Role::Strong),
                    hint(Word::Stays),
                ]
            }
            (Mode::Browsing, Some(spot)) => vec![
                say(GuestSays::Paused { what: at(self.subject, spot) }, Role::Behind),
                hint(Word::BackByTab),
            ],
            (Mode::Browsing, None) => {
                vec![Piece::new(self.word(Word::Browsing), Role::Behind), hint(Word::BackByTab)]
            }
            (Mode::Following, None) => {
                vec![Piece::new(self.word(Word::NoDesk), Role::Behind)]
            }
        };
        let mark = pen.text((area.x + 1, area.y), 2, ">>", Role::Key);
        let x = area.x + 2 + mark;
        let lines = Rect { x, width: area.right().saturating_sub(x + 1), ..area };
        // What finds no room in them is left out whole.
        let said = strip::flowing(pen.ruler(), lines.width, pieces);
        let shown = said.iter().zip(lines.rows());
        let count = shown.map(|(strip, line)| strip.draw(pen, line)).count();
        u16::try_from(count).unwrap_or(1)
    }

    fn body(self, pen: &mut Pen<'_>, area: Rect) {
        let subject = self.subject;
        if let (Screen::Meeting, None) = (subject.seat.screen(), &subject.seat.looks) {
            meeting::context(pen, area, subject);
            super::over(pen, area, subject);
        } else {
            super::screen(pen, area, subject);
        }
        match &self.guest.over {
            Some(Over::Menu { cursor }) => self.menu(pen, area, *cursor),
            Some(Over::Help { top }) => self.help(pen, area, *top),
            Some(Over::Card(id)) => self.card(pen, area, id),
            Some(Over::Missed { at }) => self.missed(pen, area, *at),
            Some(Over::Pad { about, field }) => self.pad(pen, area, about, field),
            None => {}
        }
    }

    /// The numbered menu.
    fn menu(self, pen: &mut Pen<'_>, area: Rect, cursor: usize) {
        let first = command::page_of(cursor);
        let rows = u16::try_from(ON_PAGE).unwrap_or(u16::MAX);
        let inside = boxed(pen, placed(self.subject, area, (44, rows + 3)), self.word(Word::Menu));
        let page = command::COMMANDS.iter().take(NUMBERED).skip(first).take(ON_PAGE);
        let numbered = (1..).zip(page);
        for ((digit, command), y) in numbered.zip(inside.y..inside.bottom()) {
            let works = command::works(command, self.subject.session, self.guest);
            let role = if works { Role::Plain } else { Role::Hint };
            let name = format!("{digit} {}", command.name.text(self.lang()));
            let line =
                Rect { x: inside.x.saturating_sub(1), y, height: 1, width: inside.width + 2 };
            let key = first_of(command::COMMANDS, self.keymap(), command);
            let key = key.map(|key| key.to_string()).unwrap_or_default();
            let pieces = [Piece::new(name, role), Piece::new(key, Role::Key)];
            strip::pieces(pen, Rect { y, height: 1, ..list::inner(line) }, &pieces);
            let pressed = char::from_digit(u32::try_from(digit).unwrap_or(0), 10).unwrap_or(' ');
            pen.touch(line, Touch::Key(Key::Char(pressed)));
            if first + digit - 1 == cursor {
                list::mark(pen, line, y, true);
            }
        }
        self.foot(pen, inside, Word::PickOne);
    }

    /// Every key that does something now.
    fn help(self, pen: &mut Pen<'_>, area: Rect, top: usize) {
        let rows = command::working(self.subject.session, self.guest);
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(3);
        let title = crate::words::Do::Help.text(self.lang());
        let inside = boxed(pen, placed(self.subject, area, (52, height)), title);
        pen.focus(inside.x, inside.y);
        let list = Rect { height: inside.height.saturating_sub(1), ..inside };
        let last = rows.len().saturating_sub(usize::from(list.height));
        for (command, y) in rows.iter().skip(top.min(last)).zip(list.y..list.bottom()) {
            pen.text((list.x, y), 16, command.name.text(self.lang()), Role::Plain);
            let keys = keys_of(command::COMMANDS, self.keymap(), command);
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            let menu = command::COMMANDS.iter().position(|row| row.does == command.does);
            let digit = menu.filter(|at| *at < NUMBERED).map(|at| {
                let turns = "0".repeat(1 + at / ON_PAGE);
                format!("{turns} {}", at % ON_PAGE + 1)
            });
            let keys: Vec<String> = keys.into_iter().chain(digit).collect();
            pen.text((list.x + 18, y), list.width.saturating_sub(18), keys.join("  "), Role::Key);
        }
        self.foot(pen, inside, Word::ReadsOnly);
    }

    /// A decision and its life.
    fn card(self, pen: &mut Pen<'_>, area: Rect, id: &RecordId) {
        let inside = wide_box(pen, area, (self.subject, &self.named(id)));
        let lines = menu::head(pen, self.subject, &Menu::Decision(id.clone()), room(inside));
        write(pen, inside, &lines);
        self.foot(pen, inside, Word::CardKeys);
    }

    /// A record with the row that it is about: `4/3  1.4 临空经济`.
    fn named(self, id: &RecordId) -> String {
        let row = guest::row_of(self.subject.session, id).map(|row| self.subject.row(row));
        let parts = [Some(self.subject.record(id)), row];
        parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// One record of those that were missed.
    fn missed(self, pen: &mut Pen<'_>, area: Rect, at: usize) {
        let Some(id) = self.guest.missed.ids.get(at) else { return };
        let (shown, all) = ((at + 1).to_string(), self.guest.missed.ids.len().to_string());
        let count = Seen::Of { shown, all }.text(self.lang());
        let title = format!("{} {count}  {}", self.word(Word::Missed), self.named(id));
        let inside = wide_box(pen, area, (self.subject, &title));
        let lines = if self.subject.state().ledger.decisions.contains_key(id) {
            menu::head(pen, self.subject, &Menu::Decision(id.clone()), room(inside))
        } else {
            let records = self.subject.state().additions_of(&id.snapshot);
            let edit = records.iter().find(|edit| edit.record() == Some(id));
            let text = edit.map(|edit| sentence::of(edit, self.lang())).unwrap_or_default();
            strip::wrapped(pen.ruler(), inside.width, &text)
        };
        write(pen, inside, &lines);
        self.foot(pen, inside, Word::NextMissed);
    }

    /// A remark that is being written.
    fn pad(self, pen: &mut Pen<'_>, area: Rect, about: &About, field: &Field) {
        let title = format!("{} {}", self.word(Word::Remark), self.subject.about(about));
        let inside = boxed(pen, placed(self.subject, area, (64, 8)), &title);
        let lines = inside.height.saturating_sub(1);
        line::several(pen, Rect { height: lines, ..inside }, field, true);
        self.foot(pen, inside, Word::SendIt);
    }

    fn foot(self, pen: &mut Pen<'_>, inside: Rect, word: Word) {
        let y = inside.bottom().saturating_sub(1);
        strip::ways(pen, Rect { y, height: 1, ..inside }, self.word(word));
    }

    /// What was left on what is pointed at: counts, and one's own.
    fn marks(self, pen: &mut Pen<'_>, area: Rect) {
        let Some(about) = guest::point(self.subject.session, self.guest) else { return };
        let (seen, remarks) = guest::counts(self.subject.session, &about);
        let (seen, remarks) = (seen.to_string(), remarks.to_string());
        let own: Vec<String> = self.own(&about);
        let mine =
            if own.is_empty() { String::new() } else { own.join(Joint::Apart.text(self.lang())) };
        let counts = GuestSays::Counts { seen, remarks }.text(self.lang());
        let mut pieces = vec![
            Piece::new(self.subject.about(&about), Role::Strong),
            Piece::new(counts, Role::Plain),
        ];
        if !mine.is_empty() {
            pieces.push(Piece::new(
                format!("{}{}{mine}", self.word(Word::Mine), Joint::Label.text(self.lang())),
                Role::Saved,
            ));
        }
        let line = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        strip::pieces(pen, line, &pieces);
    }

    fn own(self, about: &About) -> Vec<String> {
        let is_mine = |mark: &&Mark| mark.by == self.guest.name && mark.about == *about;
        let said = |mark: &Mark| match &mark.remark {
            Remark::Seen => self.word(Word::Seen).to_owned(),
            Remark::Said(text) => text.clone(),
        };
        let marks = self.subject.session.marks.iter().filter(is_mine).map(said);
        let drafts = self.guest.drafts.iter().filter(|(other, _)| other == about);
        let drafts = drafts.map(|(_, text)| format!("{} {text}", self.word(Word::Draft)));
        marks.chain(drafts).collect()
    }

    /// What was said last; else what was missed, else that here one only reads. Gives how many of the three lines at
    /// the foot that took.
    fn tell(self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let lang = self.lang();
        let role = if self.guest.alarm { Role::Alarm } else { Role::Saved };
        let said = self.guest.said.as_ref().map(|said| (said.text(lang), role));
        let noticed = || self.guest.seat.notice.as_ref().map(|said| (said.text(lang), Role::Saved));
        let away = || Some((away(self.subject, &self.guest.missed)?, Role::Strong));
        let nothing = || {
            let here = reviews::present(self.subject.session).count();
            let count = here.to_string();
            let here = (here > 0).then(|| GuestSays::Here { count }.text(lang));
            let may = (!self.guest.is_introduced()).then(|| self.word(Word::ReadsOnly).to_owned());
            let said = here.into_iter().chain(may);
            (said.collect::<Vec<_>>().join("  "), Role::Hint)
        };
        let said = said.or_else(noticed);
        let most = if said.is_some() { Most::All } else { Most::ButTheKeys };
        foot::tell(pen, area, &[said.or_else(away).unwrap_or_else(nothing)], most)
    }

    /// The keys that do something now.
    fn footer(self, pen: &mut Pen<'_>, area: Rect) {
        let seat = &self.guest.seat;
        if self.guest.over.is_some() || seat.over.is_some() || seat.looks.is_some() {
            return;
        }
        let lang = self.lang();
        let typing = matches!(self.subject.seat.screen(), Screen::Register(_));
        // Where a filter is typed, a printable key is text.
        let plain = |key: &Key| !typing || !matches!(key, Key::Char(_));
        let rows = command::working(self.subject.session, self.guest);
        let shown = rows.into_iter().filter(|command| command.shown);
        let shown = shown.take(if self.subject.is_cared_for() { CARED } else { usize::MAX });
        let offers = shown.filter_map(|command| {
            let keys = keys_of(command::COMMANDS, self.keymap(), command);
            Some((keys.into_iter().find(plain)?, command.name.text(lang)))
        });
        strip::keys(pen, area, lang, offers);
    }
}

/// In a window of so many lines what one follows may take two.
const ROOMY: u16 = 24;

/// So many keys are shown where less is shown at a time.
const CARED: usize = 5;

/// A box for something to be read, the cursor at its beginning.
fn wide_box(pen: &mut Pen<'_>, area: Rect, (subject, title): (Subject<'_>, &str)) -> Rect {
    let most = if subject.is_cared_for() { area.height } else { 14 };
    let inside = boxed(pen, placed(subject, area, (76, area.height.min(most))), title);
    pen.focus(inside.x, inside.y);
    inside
}

fn room(inside: Rect) -> (u16, u16) {
    (inside.width, inside.height.saturating_sub(1))
}

fn write(pen: &mut Pen<'_>, inside: Rect, lines: &[Strip]) {
    for (line, y) in lines.iter().zip(inside.y..inside.bottom().saturating_sub(1)) {
        line.draw(pen, Rect { y, height: 1, ..inside });
    }
}
