//! 报数表: a table of readings at the desk. It is named by its file or pasted as it is, shown beside
//! what stands, and recorded by one act with one undo.

use crate::app::act::{self, Acted};
use crate::app::sheet::{Understood, readings};
use crate::app::{Effect, Field, Form, Key, Purpose, Screen, Seat, Session};
use crate::format::sheet;
use crate::ledger::Reading;
use crate::words::{BadSheet, Label, Notice, SheetSays};

/// What a table would record, before it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The file, or that it was pasted.
    pub name: String,
    /// How it was read.
    pub read_as: String,
    /// What its lines say.
    pub found: Result<Understood<Reading>, BadSheet>,
    /// The line with the cursor.
    pub cursor: usize,
}

/// Asks for the file.
pub(in crate::app) fn begin(seat: &mut Seat) {
    let fields = vec![(Label::File, Field::default())];
    seat.open(Screen::Form(Form::new(Purpose::Figures, fields)));
}

/// Asks the world for the file.
pub(super) fn confirm(form: &Form) -> Acted {
    let path = form.text(Label::File).trim_matches(['"', '\'']).to_owned();
    if path.is_empty() { Err(Notice::Empty) } else { Ok(vec![Effect::Load { path }]) }
}

/// A table that is pasted where a file is asked for needs no file.
pub(in crate::app) fn paste(session: &Session, seat: &mut Seat, text: &str) -> bool {
    let asked = matches!(seat.screen(), Screen::Form(form) if form.purpose == Purpose::Figures);
    if !asked || !text.trim().contains(['\n', '\t']) {
        return false;
    }
    seat.back();
    show(session, seat, "", text.as_bytes());
    true
}

/// Shows what a table would record.
pub fn show(session: &Session, seat: &mut Seat, name: &str, bytes: &[u8]) {
    let lang = seat.lang;
    let read = sheet::read(bytes);
    let read_as = read.as_ref().map_or_else(
        |_| String::new(),
        |sheet| {
            let separator = sheet.separator.text(lang).to_owned();
            SheetSays::ReadAs { encoding: sheet.encoding.into(), separator }.text(lang)
        },
    );
    let found = read.and_then(|sheet| readings::understood(session, &sheet, lang));
    let figures = Figures { name: name.to_owned(), read_as, found, cursor: 0 };
    seat.open(Screen::Figures(figures));
}

/// Takes a key; none when it is a command instead.
pub(in crate::app) fn key(session: &mut Session, seat: &mut Seat, key: Key) -> Option<Vec<Effect>> {
    let Screen::Figures(figures) = seat.screen() else { return None };
    if key != Key::F(2) {
        return None;
    }
    let acted = record(session, figures);
    if acted.is_ok() {
        seat.back();
    }
    Some(act::done(seat, acted))
}

fn record(session: &mut Session, figures: &Figures) -> Acted {
    let Ok(found) = &figures.found else { return Err(Notice::TableWrong) };
    if !found.faults.is_empty() {
        return Err(Notice::TableWrong);
    }
    if found.changes.is_empty() {
        return Err(Notice::TableEmpty);
    }
    let all = found.changes.iter().map(|change| (change.place, change.now.clone())).collect();
    act::read(session, all, "")
}
