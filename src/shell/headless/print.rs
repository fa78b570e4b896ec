//! `print`: a screen without the screen, as text or as a page for browsers.

use super::Answer;
use super::hand::look;
use super::name;
use crate::app::division::Division;
use crate::app::printing::PrintTo;
use crate::app::register::Register;
use crate::app::script::folded;
use crate::app::{Screen, Seat, Session, line};
use crate::ledger::story::Subject;
use crate::papers::file_name;
use crate::plan::Place;
use crate::plan::place::Level;
use crate::shell::args::{Form, Out, Scope, Seen, Settings};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::paper::{Place as Target, write};
use crate::shell::printing::written;
use crate::view::listing;
use crate::words::prints::PrintSays;
use crate::words::{Do, Lang};

/// The screens that everybody may print.
const SCREENS: [Do; 3] = [Do::Overview, Do::Tasks, Do::Register];

/// Those of the desk.
const OF_THE_DESK: [Do; 7] =
    [Do::Meeting, Do::ReadBack, Do::Before, Do::Agenda, Do::Assign, Do::Account, Do::Pending];

/// Prints one screen.
pub(super) fn print(settings: &Settings, asked: &Seen) -> Result<Answer, Failure> {
    let (mut book, lang) = (look(settings)?, settings.lang);
    book.session.catalogued();
    let mut seat = Seat::new((listing::text::COLUMNS.try_into().unwrap_or(80), 24), lang);
    line::bind_current(&book.session, &mut seat);
    seat.open(screen(&book.session, &asked.what, settings)?);
    let listing = listing::page(&book.session, &seat);
    let to = if asked.form == Form::Html { PrintTo::Page } else { PrintTo::Text };
    let text = written(&listing, to);
    let place = match &asked.out {
        Out::Print => return Ok(Answer { text, told: book.told, no: false }),
        Out::File(path) => Target::File(path.clone()),
        Out::Folder(folder) => {
            let what = PrintSays::Name { what: listing.title.clone() }.text(lang);
            let name = file_name(&book.session.today.to_string(), &what, asked.form.code());
            Target::In(folder.clone(), name)
        }
    };
    let said = write(&book.site.state(), &place, text.as_bytes(), asked.over, lang)?;
    Ok(Answer { text: said + "\n", told: book.told, no: false })
}

/// The screen that words name: by its name, or the row or decision of a number.
fn screen(session: &Session, what: &[String], settings: &Settings) -> Result<Screen, Failure> {
    let lang = settings.lang;
    let (whole, first) = (what.join(" "), what.first().map_or("", String::as_str));
    if whole.is_empty() {
        return Ok(Screen::Overview { cursor: 0 });
    }
    let is = |named: Do, text: &str| {
        let text = folded(text);
        [Lang::Zh, Lang::En].iter().any(|lang| named.text(*lang) == text)
    };
    if is(Do::Register, first) {
        let mut register = Register::new(&what[1..].join(" "));
        register.fill(session, lang);
        return match &register.unclear {
            Some(why) => Err(Failure::new(FailureKind::Usage, why.text(lang))),
            None => Ok(Screen::Register(register)),
        };
    }
    let known: Vec<Do> = match settings.scope {
        Scope::Desk => SCREENS.into_iter().chain(OF_THE_DESK).collect(),
        Scope::Guest | Scope::Sealed => SCREENS.to_vec(),
    };
    if let Some(named) = known.iter().find(|named| is(**named, &whole)) {
        return Ok(of_name(*named));
    }
    of_number(session, &whole, lang).ok_or_else(|| {
        let known = known.iter().map(|named| named.text(lang)).collect::<Vec<_>>().join(" ");
        Failure::new(FailureKind::Usage, PrintSays::NoScreen { text: whole, known }.text(lang))
    })
}

fn of_name(named: Do) -> Screen {
    match named {
        Do::Tasks => Screen::Tasks { section: None, cursor: 0 },
        Do::Meeting => Screen::Meeting,
        Do::ReadBack => Screen::ReadBack { cursor: 0 },
        Do::Before => Screen::Lists { cursor: 0 },
        Do::Agenda => Screen::Agenda { cursor: 0 },
        Do::Assign => Screen::Division(Division::default()),
        Do::Account => Screen::Account { cursor: 0, unfolded: None },
        Do::Pending => Screen::Pending { cursor: 0 },
        _ => Screen::Overview { cursor: 0 },
    }
}

/// A section lists its tasks, what is in a task its page, a decision its story.
fn of_number(session: &Session, text: &str, lang: Lang) -> Option<Screen> {
    let place: Option<Place> = name::row(session, text, lang).ok();
    match place.filter(|_| !name::plain(text).contains('-')) {
        Some(place) if place.level() == Level::Section => {
            Some(Screen::Tasks { section: Some(place), cursor: 0 })
        }
        Some(place) => match place.in_task() {
            Some(task) => Some(Screen::Task { place: task, cursor: 0 }),
            None => Some(Screen::Overview { cursor: 0 }),
        },
        None => {
            let id = name::decision(session, text, lang).ok()?;
            Some(Screen::Story { of: Subject::Decision(id), cursor: 0 })
        }
    }
}
