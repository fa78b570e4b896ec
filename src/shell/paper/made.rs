//! The papers themselves: which function of the record makes which, what its file is called, and how
//! it becomes bytes.

use crate::app::Session;
use crate::format::csv;
use crate::judge::Grounds;
use crate::ledger::Meeting;
use crate::papers::decisions::{self, Listed};
use crate::papers::ledger::{self, Which};
use crate::papers::minutes::{Known, minutes};
use crate::papers::{
    Paper, Sheet, before, bulletin, calendar, division, docx, html, markdown, notices, page,
    progress, text, xlsx,
};
use crate::shell::args::Form;
use crate::words::Lang;
use crate::words::before::Before;
use crate::words::bulletin::{Bulletin, NoticeOf};
use crate::words::cli::Made;
use crate::words::column::Around;
use crate::words::paper::Paper as Word;

/// What a paper is before it is written.
pub enum Content {
    /// A paper with head and foot.
    Paper(Box<Paper>),
    /// A table.
    Sheet(Box<Sheet>),
    /// A text that is what it is.
    Text(String),
}

/// A paper, and what it is called.
pub type Called = (String, Content);

/// Of what papers are made.
pub struct Making<'a> {
    /// The record and its language.
    pub known: Known<'a>,
    /// On what everything is judged.
    pub on: Grounds<'a>,
    /// Which matters are listed.
    pub which: Which<'a>,
    /// The meetings, each with its seal.
    pub listed: &'a [Listed<'a>],
}

impl<'a> Making<'a> {
    /// Of a book as it stands.
    pub fn of(
        session: &'a Session,
        which: Which<'a>,
        listed: &'a [Listed<'a>],
        lang: Lang,
    ) -> Self {
        let known = Known { plan: &session.plan, state: session.state(), lang };
        Self { known, on: session.grounds(), which, listed }
    }
}

/// The papers of a kind; where several belong together the first holds all of them. None where there
/// is nothing to make one of.
pub fn papers(of: &Making, paper: Made, form: Form) -> Vec<Called> {
    let lang = of.known.lang;
    let held: Vec<&Meeting> = of.listed.iter().map(|listed| listed.meeting).collect();
    match paper {
        Made::Notices => sent_out(of, &held),
        Made::Calendar => {
            let content = Content::Text(calendar::write(&of.on, of.which, lang));
            vec![(Around::CalendarName.text(lang), content)]
        }
        Made::Decisions if !matches!(form, Form::Workbook | Form::Csv) => {
            vec![called(Around::DecisionsName.text(lang), decisions::paper(of.known, of.listed))]
        }
        paper => {
            as_paper(of, paper, &held).or_else(|| as_sheet(of, paper, &held)).into_iter().collect()
        }
    }
}

fn as_paper(of: &Making, paper: Made, held: &[&Meeting]) -> Option<Called> {
    let (known, lang) = (of.known, of.known.lang);
    Some(match paper {
        Made::Minutes => called(Word::Minutes.text(lang).to_owned(), minutes(known, held)?),
        Made::Invitation => {
            let invitation = before::invitation(known, held.first()?, of.on.today);
            called(Before::InvitationName.text(lang), invitation)
        }
        Made::Agenda => called(Before::AgendaName.text(lang), before::agenda(known, held.first()?)),
        Made::Bulletin => called(Bulletin::Name.text(lang), bulletin::paper(&of.on, lang)),
        _ => return None,
    })
}

fn as_sheet(of: &Making, paper: Made, held: &[&Meeting]) -> Option<Called> {
    let (known, lang) = (of.known, of.known.lang);
    let (name, sheet) = match paper {
        Made::Decisions => (Around::DecisionsName.text(lang), decisions::sheet(known, of.listed)),
        Made::Ledger => (Around::LedgerName.text(lang), ledger::sheet(&of.on, of.which, lang)),
        Made::Table => (Around::DivisionName.text(lang), division::sheet(known)),
        Made::Progress => (Around::ProgressName.text(lang), progress::sheet(&of.on, lang)),
        Made::SignIn => (Before::SignInName.text(lang), before::signin(known, held.first()?)),
        _ => return None,
    };
    Some((name, Content::Sheet(Box::new(sheet))))
}

/// 交办单: all of them in one paper, then one for each office.
fn sent_out(of: &Making, held: &[&Meeting]) -> Vec<Called> {
    let lang = of.known.lang;
    let all = notices::notices(&of.on, of.which, held, lang);
    if all.is_empty() {
        return Vec::new();
    }
    let whole = notices::together(&all, &of.on, lang);
    let one = |notice: notices::Notice| {
        let office = notice.to.name().to_owned();
        called(NoticeOf::Name { office }.text(lang), notice.paper)
    };
    let first = called(NoticeOf::AllName.text(lang), whole);
    std::iter::once(first).chain(all.into_iter().map(one)).collect()
}

fn called(name: String, paper: Paper) -> Called {
    (name, Content::Paper(Box::new(paper)))
}

/// The bytes of a paper; none where a library could not make them, or nobody can.
pub fn written(content: &Content, form: Form) -> Option<Vec<u8>> {
    match (content, form) {
        (Content::Paper(paper), Form::Word) => docx::write(paper).ok(),
        (Content::Paper(paper), Form::Html) => Some(html::write(paper).into_bytes()),
        (Content::Paper(paper), Form::Markdown) => Some(markdown::write(paper).into_bytes()),
        (Content::Paper(paper), Form::Text) => Some(text::write(paper).into_bytes()),
        (Content::Paper(paper), Form::Pages) => Some(page::write(paper).into_bytes()),
        (Content::Sheet(sheet), Form::Workbook) => xlsx::write(sheet).ok(),
        (Content::Sheet(sheet), Form::Csv) => Some(csv::text(&sheet.lines()).into_bytes()),
        (Content::Sheet(sheet), Form::Markdown) => Some(markdown::sheet(sheet).into_bytes()),
        (Content::Text(text), Form::Calendar) => Some(text.clone().into_bytes()),
        _ => None,
    }
}
