//! `export`: papers from the record, printed or as files.

use crate::format::csv;
use crate::judge::Grounds;
use crate::ledger::{Held, Meeting, Seal, Snapshot, SnapshotId, sentence};
use crate::papers::decisions::{self, Listed};
use crate::papers::minutes::{Known, is_signed, minutes};
use crate::papers::{
    Paper, Sheet, bulletin, calendar, days, division, docx, file_name, html, ledger, markdown,
    notices, progress, text, xlsx,
};
use crate::plan::OfficeKey;
use crate::shell::args::{Export, Form, Out, Scope, Settings};
use crate::shell::book::{Book, head, lines};
use crate::shell::failure::{Failure, FailureKind};
use crate::shell::paper::{Place, write};
use crate::words::Lang;
use crate::words::bulletin::{Bulletin, NoticeOf};
use crate::words::cli::Made;
use crate::words::column::Around;
use crate::words::export::Exported;
use crate::words::paper::Paper as Word;

use super::Answer;
use super::hand::{look, unopened};
use super::name::plain;

/// What a paper is before it is written.
enum Content {
    /// A paper with head and foot.
    Paper(Box<Paper>),
    /// A table.
    Sheet(Box<Sheet>),
    /// A text that is what it is.
    Text(String),
}

/// Makes one paper.
pub(super) fn export(settings: &Settings, asked: &Export) -> Result<Answer, Failure> {
    let lang = settings.lang;
    if settings.scope != Scope::Desk && asked.paper != Made::Minutes {
        return Err(Failure::new(FailureKind::Forbidden, Exported::OnlyMinutes.text(lang)));
    }
    let book = look(settings)?;
    let meetings = meetings(&book, asked, settings)?;
    let made = papers(&book, asked, &meetings, settings)?;
    let mut lines = String::new();
    for (what, content) in &made {
        let bytes = written(content, asked.form)
            .ok_or_else(|| Failure::new(FailureKind::Bug, Exported::NotMade.text(lang)))?;
        let place = match &asked.out {
            Out::Print => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                return Ok(Answer { text, told: book.told, no: false });
            }
            Out::File(path) => Place::File(path.clone()),
            Out::Folder(folder) => Place::In(folder.clone(), name(&book, asked, &meetings, what)),
        };
        lines += &write(&book.site.state(), &place, &bytes, asked.over, lang)?;
        lines.push('\n');
        if matches!(asked.out, Out::File(_)) {
            break;
        }
    }
    Ok(Answer { text: lines, told: book.told, no: false })
}

/// A paper, and what it is called.
type Called = (String, Content);

/// The papers that are asked for; where several belong together the first holds all of them.
fn papers(
    book: &Book,
    asked: &Export,
    meetings: &[Meeting],
    settings: &Settings,
) -> Result<Vec<Called>, Failure> {
    let (session, lang) = (&book.session, settings.lang);
    let known = Known { plan: &session.plan, state: session.state(), lang };
    let on = Grounds {
        plan: &session.plan,
        state: session.state(),
        rule: &session.rule,
        today: session.today,
    };
    let ids: Vec<SnapshotId> = meetings.iter().map(|meeting| meeting.id.clone()).collect();
    let offices = offices(book, asked.office.as_deref(), settings)?;
    let which = ledger::Which { meetings: &ids, offices: &offices };
    let held: Vec<&Meeting> = meetings.iter().collect();
    let listed = || {
        let one = |meeting| Listed { meeting, seal: seal(book, meeting) };
        meetings.iter().map(one).collect::<Vec<_>>()
    };
    let none = || Failure::new(FailureKind::No, Exported::NoMeeting.text(lang));
    let paper = |paper: Paper| Content::Paper(Box::new(paper));
    let sheet = |sheet: Sheet| Content::Sheet(Box::new(sheet));
    Ok(match asked.paper {
        Made::Minutes => {
            let what = Word::Minutes.text(lang).to_owned();
            vec![(what, paper(minutes(known, &held).ok_or_else(none)?))]
        }
        Made::Decisions => {
            let table = matches!(asked.form, Form::Workbook | Form::Csv);
            let content = if table {
                sheet(decisions::sheet(known, &listed()))
            } else {
                paper(decisions::paper(known, &listed()))
            };
            vec![(Around::DecisionsName.text(lang), content)]
        }
        Made::Ledger => {
            vec![(Around::LedgerName.text(lang), sheet(ledger::sheet(&on, which, lang)))]
        }
        Made::Table => vec![(Around::DivisionName.text(lang), sheet(division::sheet(known)))],
        Made::Progress => {
            vec![(Around::ProgressName.text(lang), sheet(progress::sheet(&on, lang)))]
        }
        Made::Bulletin => vec![(Bulletin::Name.text(lang), paper(bulletin::paper(&on, lang)))],
        Made::Notices => sent_out(&on, which, &held, lang)?,
        Made::Calendar => vec![(
            Around::CalendarName.text(lang),
            Content::Text(calendar::write(&on, which, lang)),
        )],
    })
}

/// 交办单: all of them in one paper, then one for each office.
fn sent_out(
    on: &Grounds,
    which: ledger::Which,
    held: &[&Meeting],
    lang: Lang,
) -> Result<Vec<Called>, Failure> {
    let all = notices::notices(on, which, held, lang);
    if all.is_empty() {
        return Err(Failure::new(FailureKind::No, NoticeOf::NoneFor.text(lang)));
    }
    let whole = notices::together(&all, on, lang);
    let one = |notice: notices::Notice| {
        let office = notice.to.name().to_owned();
        (NoticeOf::Name { office }.text(lang), Content::Paper(Box::new(notice.paper)))
    };
    let first = (NoticeOf::AllName.text(lang), Content::Paper(Box::new(whole)));
    Ok(std::iter::once(first).chain(all.into_iter().map(one)).collect())
}

/// The seal of a meeting's file; none while it is open.
fn seal<'a>(book: &'a Book, meeting: &Meeting) -> Option<&'a Seal> {
    let session = &book.session;
    if session.sealed.id() == meeting.id {
        return Some(&session.seal);
    }
    session.sealed.meetings.seal(&meeting.id)
}

/// The bytes of a paper; none where a library could not make them, or nobody can.
fn written(content: &Content, form: Form) -> Option<Vec<u8>> {
    match (content, form) {
        (Content::Paper(paper), Form::Word) => docx::write(paper).ok(),
        (Content::Paper(paper), Form::Html) => Some(html::write(paper).into_bytes()),
        (Content::Paper(paper), Form::Markdown) => Some(markdown::write(paper).into_bytes()),
        (Content::Paper(paper), Form::Text) => Some(text::write(paper).into_bytes()),
        (Content::Sheet(sheet), Form::Workbook) => xlsx::write(sheet).ok(),
        (Content::Sheet(sheet), Form::Csv) => Some(csv::text(&sheet.lines()).into_bytes()),
        (Content::Sheet(sheet), Form::Markdown) => Some(markdown::sheet(sheet).into_bytes()),
        (Content::Text(text), Form::Calendar) => Some(text.clone().into_bytes()),
        _ => None,
    }
}

/// What the file of a paper is called: by its meetings, else by the day on which it was made.
fn name(book: &Book, asked: &Export, meetings: &[Meeting], what: &str) -> String {
    let what = match &asked.office {
        Some(office) if asked.paper != Made::Notices => format!("{what}-{office}"),
        _ => what.to_owned(),
    };
    let ids: Vec<&SnapshotId> = meetings.iter().map(|meeting| &meeting.id).collect();
    let days = if ids.is_empty() { book.session.today.to_string() } else { days(&ids) };
    file_name(&days, &what, asked.form.code())
}

/// The keys of an office and of whoever it took over; none lets all through.
fn offices(
    book: &Book,
    name: Option<&str>,
    settings: &Settings,
) -> Result<Vec<OfficeKey>, Failure> {
    let Some(name) = name else { return Ok(Vec::new()) };
    let roster = &book.session.plan.roster;
    let key = roster.resolve(name.trim()).ok_or_else(|| {
        let why = Exported::NoSuchOffice { name: name.to_owned() }.text(settings.lang);
        Failure::new(FailureKind::Usage, why)
    })?;
    Ok(roster.united(&[key]))
}

/// The meetings that are meant, as they were recorded. Reviewers get what is signed.
fn meetings(book: &Book, asked: &Export, settings: &Settings) -> Result<Vec<Meeting>, Failure> {
    let lang = settings.lang;
    let mut ids = Vec::new();
    for text in &asked.meetings {
        let found = named(book, text);
        if found.is_empty() {
            let why = Exported::NoSuchMeeting { text: text.clone() }.text(lang);
            return Err(Failure::new(FailureKind::Usage, why));
        }
        ids.extend(found.into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    }
    if asked.meetings.is_empty() && is_of_meetings(asked.paper) {
        let usual = usual(book, settings.scope);
        ids.push(usual.ok_or_else(|| {
            Failure::new(
                FailureKind::No,
                match settings.scope {
                    Scope::Desk => Exported::NoMeeting.text(lang),
                    Scope::Guest | Scope::Sealed => Exported::NoneSigned.text(lang),
                },
            )
        })?);
    }
    let mut meetings = Vec::new();
    for id in ids {
        let meeting = meeting(book, &id, settings)?;
        if settings.scope != Scope::Desk && !is_signed(book.session.state(), &id) {
            let meeting = sentence::of_held(&Held::Meeting(meeting), lang);
            let why = Exported::NotSigned { meeting }.text(lang);
            return Err(Failure::new(FailureKind::Forbidden, why));
        }
        meetings.push(meeting);
    }
    Ok(meetings)
}

/// Whether a paper is always of meetings.
const fn is_of_meetings(paper: Made) -> bool {
    matches!(paper, Made::Minutes | Made::Decisions | Made::Notices)
}

/// The open meeting, else the last one; for reviewers the last that was signed.
fn usual(book: &Book, scope: Scope) -> Option<SnapshotId> {
    let session = &book.session;
    let all = held(book);
    match scope {
        Scope::Desk => all.last().cloned(),
        Scope::Guest | Scope::Sealed => {
            all.into_iter().rev().find(|id| is_signed(session.state(), id))
        }
    }
}

/// All meetings in the order in which they were held, the open one last.
fn held(book: &Book) -> Vec<SnapshotId> {
    let session = &book.session;
    let chain = session.sealed.meetings.iter().map(|(id, _)| id.clone());
    let mut all: Vec<SnapshotId> =
        chain.chain([session.sealed.id(), session.state().id()]).collect();
    all.retain(SnapshotId::is_meeting);
    all.dedup();
    all
}

/// The meetings that a word names: one, or those from one to another of its series.
fn named(book: &Book, text: &str) -> Vec<SnapshotId> {
    let Some((from, to)) = text.split_once("..") else {
        return one(book, text).into_iter().collect();
    };
    let (Some(from), Some(to)) = (one(book, from), one(book, to)) else { return Vec::new() };
    let mut all = held(book);
    all.retain(|id| id.is_of_series(&from));
    let at = |wanted: &SnapshotId| all.iter().position(|id| id == wanted);
    let range = at(&from).zip(at(&to)).and_then(|(from, to)| all.get(from..=to));
    range.unwrap_or_default().to_vec()
}

fn one(book: &Book, text: &str) -> Option<SnapshotId> {
    let session = &book.session;
    let plain = plain(text);
    let number = plain.strip_prefix('第').and_then(|rest| rest.strip_suffix('次'));
    match plain.as_str() {
        "本次" | "now" | "this" => session.meeting().map(|meeting| meeting.id.clone()),
        "上次" | "last" => session.last_meeting.as_ref().map(|meeting| meeting.id.clone()),
        _ => {
            let id = plain.parse().ok();
            let id = id.or_else(|| session.numbered(number.unwrap_or(&plain).parse().ok()?))?;
            held(book).contains(&id).then_some(id)
        }
    }
}

/// A meeting as its own snapshot has it, under the names of now.
fn meeting(book: &Book, id: &SnapshotId, settings: &Settings) -> Result<Meeting, Failure> {
    let session = &book.session;
    let of = |state: &Snapshot| state.meeting().cloned();
    let found = if session.is_open(id) {
        of(session.state())
    } else if session.sealed.id() == *id {
        of(&session.sealed)
    } else {
        let read = head::read(&book.site, id).map_err(|why| unopened(&why, settings))?;
        of(&lines::as_known(read, &session.sealed))
    };
    found.ok_or_else(|| {
        let why = Exported::NoSuchMeeting { text: id.to_string() }.text(settings.lang);
        Failure::new(FailureKind::Usage, why)
    })
}
