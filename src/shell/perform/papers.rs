//! 出文稿: all papers of the meeting that is open or was the last, as files beside the plan.
//!
//! They are made of what is on the disk, as `export` makes them, so a paper never says what is not
//! saved. The folder is no part of the book: git passes over it, and nothing reads it back.

use std::slice;

use super::writer::Answer;
use crate::app::{Outcome, Papering};
use crate::ledger::Meeting;
use crate::papers::decisions::Listed;
use crate::papers::ledger::Which;
use crate::shell::args::{Form, Over};
use crate::shell::book::{self, Book, Right, Site};
use crate::shell::clock::Clock;
use crate::shell::paper::made::{self, Called, Content, Making, written};
use crate::shell::paper::source::{self, held, is_of_meetings, seal};
use crate::shell::paper::{Laid, Place, lay, unseen};
use crate::shell::printing::FOLDER;
use crate::words::Lang;
use crate::words::cli::Made;
use crate::words::export::Exported;

/// What is made, in the order in which the office asks for it, each in the form that it sends on.
const ALL: [(Made, Form); 8] = [
    (Made::Minutes, Form::Word),
    (Made::Decisions, Form::Word),
    (Made::Notices, Form::Word),
    (Made::Reminders, Form::Word),
    (Made::Ledger, Form::Workbook),
    (Made::Table, Form::Workbook),
    (Made::Bulletin, Form::Word),
    (Made::Calendar, Form::Calendar),
];

/// One book, and the meeting whose papers are made.
struct Desk<'a> {
    book: &'a Book,
    meeting: &'a Meeting,
    lang: Lang,
}

/// Makes them, and answers for every sort and at the end.
pub(super) fn make(site: &Site, papering: Papering, lang: Lang, answer: &Answer) {
    let made = all(site, papering, lang, answer);
    answer(made.unwrap_or_else(|why| Outcome::PapersNotMade { why }));
}

fn all(site: &Site, papering: Papering, lang: Lang, answer: &Answer) -> Result<Outcome, String> {
    let clock = Clock::new(Some(papering.today));
    let opened = book::open(site.clone(), &Right::Look, clock, lang);
    let mut book = opened.map_err(|why| why.sentence(lang))?;
    book.session.rule = papering.rule;
    book.session.judge();
    let meeting = last(&book, lang)?;
    let desk = Desk { book: &book, meeting: &meeting, lang };
    unseen(&site.root().join(FOLDER), lang).map_err(|failure| failure.message)?;
    let (mut count, mut left) = (0, Vec::new());
    for (done, (paper, form)) in ALL.into_iter().enumerate() {
        answer(Outcome::PapersUnderWay { at: done + 1, all: ALL.len() });
        for (what, content) in desk.papers(paper, form) {
            let name = source::file(&book, desk.of(paper), &what, form);
            match desk.lay(&name, &content, form)? {
                Laid::Written(_) | Laid::Same(_) => count += 1,
                Laid::Changed(_) => left.push(name),
            }
        }
    }
    Ok(Outcome::PapersMade { count, folder: FOLDER.into(), left })
}

/// The open meeting, else the last one.
fn last(book: &Book, lang: Lang) -> Result<Meeting, String> {
    let held = held(book);
    let found = held.last().map(|id| source::meeting(book, id)).transpose();
    let found = found.map_err(|why| why.sentence(lang))?;
    found.flatten().ok_or_else(|| Exported::NoMeeting.text(lang))
}

impl Desk<'_> {
    /// The meetings that a paper is of; the others are of all that is on record.
    fn of(&self, paper: Made) -> &[Meeting] {
        if is_of_meetings(paper) { slice::from_ref(self.meeting) } else { &[] }
    }

    /// None where nothing is to be sent out.
    fn papers(&self, paper: Made, form: Form) -> Vec<Called> {
        let of = self.of(paper);
        let ids: Vec<_> = of.iter().map(|meeting| meeting.id.clone()).collect();
        let listed = |meeting| Listed { meeting, seal: seal(self.book, meeting) };
        let listed: Vec<Listed> = of.iter().map(listed).collect();
        let which = Which { meetings: &ids, offices: &[] };
        made::papers(&Making::of(&self.book.session, which, &listed, self.lang), paper, form)
    }

    fn lay(&self, name: &str, content: &Content, form: Form) -> Result<Laid, String> {
        let bytes = written(content, form).ok_or_else(|| Exported::NotMade.text(self.lang))?;
        let site = &self.book.site;
        let place = Place::In(site.root().join(FOLDER), name.to_owned());
        lay(&site.state(), &place, &bytes, Over::Keep, self.lang).map_err(|failure| failure.message)
    }
}
