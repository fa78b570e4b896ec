//! `export`: which paper, of which meetings, as what, and where to.

use clap::ArgMatches;

use super::ask::What;
use super::row::{Does, Row, among, any, flag, one_of, output, row, valued};
use super::typed::{Out, Over, given, out, over, texts};
use crate::plan::Style;
use crate::words::Lang;
use crate::words::cli::{Blank, Hint, Made, Misuse};

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which paper.
    pub paper: Made,
    /// Of which meetings, as typed; without one of the open meeting, else of the last.
    pub meetings: Vec<String>,
    /// Of which office, as typed; of all without one.
    pub office: Option<String>,
    /// As what.
    pub form: Form,
    /// Where to.
    pub out: Out,
    /// What becomes of a file that somebody changed.
    pub over: Over,
    /// In which layout; in that of the body without one.
    pub style: Option<Style>,
}

pub(super) const EXPORT: Row = row!(
    "export",
    Export,
    &[
        one_of("paper", Blank::Paper, Hint::Paper, papers),
        any("meetings", Blank::Meeting, Hint::Held),
        among("to", Blank::Form, Hint::Form, Form::CODES),
        output(Hint::OutFile),
        valued("out", Blank::Folder, Hint::PaperFolder),
        valued("office", Blank::Name, Hint::ForOffice),
        among("style", Blank::Style, Hint::PaperStyle, STYLES),
        flag("replace", Hint::Replace),
    ],
    Does::Reads(export)
);

/// As what a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A Word document.
    Word,
    /// A workbook.
    Workbook,
    /// A table as text.
    Csv,
    /// A calendar.
    Calendar,
    /// A page for a browser.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// Pages as they are printed, as plain text.
    Pages,
}

impl Form {
    /// Every form.
    pub const ALL: &'static [Self] = &[
        Self::Word,
        Self::Workbook,
        Self::Csv,
        Self::Calendar,
        Self::Html,
        Self::Markdown,
        Self::Text,
        Self::Pages,
    ];

    /// The words that ask for one.
    pub const CODES: &'static [&'static str] =
        &["docx", "xlsx", "csv", "ics", "html", "md", "txt", "pages"];

    /// How its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pages => "pages.txt",
            other => other.code(),
        }
    }

    /// The word that asks for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Word => "docx",
            Self::Workbook => "xlsx",
            Self::Csv => "csv",
            Self::Calendar => "ics",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Pages => "pages",
        }
    }

    /// Whether it is text, which a terminal can show.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Word | Self::Workbook)
    }

    fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.code().eq_ignore_ascii_case(code))
    }
}

/// The forms in which each paper can be made, the usual one first.
const fn forms(paper: Made) -> &'static [Form] {
    match paper {
        Made::Decisions => &[
            Form::Word,
            Form::Html,
            Form::Markdown,
            Form::Text,
            Form::Pages,
            Form::Workbook,
            Form::Csv,
        ],
        Made::Ledger | Made::Table | Made::Progress | Made::SignIn => {
            &[Form::Workbook, Form::Csv, Form::Markdown]
        }
        Made::Minutes
        | Made::Notices
        | Made::Reminders
        | Made::Bulletin
        | Made::Invitation
        | Made::Agenda => &[Form::Word, Form::Html, Form::Markdown, Form::Text, Form::Pages],
        Made::Calendar => &[Form::Calendar],
    }
}

/// The papers that can be made.
const PAPERS: [Made; 12] = [
    Made::Minutes,
    Made::Decisions,
    Made::Ledger,
    Made::Table,
    Made::Progress,
    Made::Notices,
    Made::Reminders,
    Made::Bulletin,
    Made::Invitation,
    Made::Agenda,
    Made::SignIn,
    Made::Calendar,
];

/// The words that ask for a layout.
pub(super) const STYLES: &[&str] =
    &[Style::Standard.code(), Style::Plain.code(), Style::Letter.code()];

/// The words that name a paper, in either language.
pub(super) fn papers() -> Vec<&'static str> {
    [Lang::En, Lang::Zh].iter().flat_map(|lang| PAPERS.map(|paper| paper.text(*lang))).collect()
}

/// Reads the call. As what is said by `--to`, else by how the file's name ends; what is printed is
/// text.
pub(super) fn export(matches: &ArgMatches) -> Result<What, Misuse> {
    let typed = given(matches, "paper");
    let named = |paper: &Made| [Lang::Zh, Lang::En].iter().any(|lang| paper.text(*lang) == typed);
    let paper = PAPERS.into_iter().find(named).ok_or(Misuse::Other { what: typed.clone() })?;
    let out = out(matches);
    let wanted = matches.get_one::<String>("to").map(String::as_str);
    let ending = match &out {
        Out::File(path) => path.extension().and_then(|ending| ending.to_str()),
        Out::Print | Out::Folder(_) => None,
    };
    let among = forms(paper);
    let form = match (wanted.and_then(Form::of), ending) {
        (Some(form), _) => form,
        (None, Some(ending)) => Form::of(ending).ok_or_else(|| misfit(ending, among))?,
        (None, None) if out == Out::Print => printed(among),
        (None, None) => among.first().copied().unwrap_or(Form::Text),
    };
    if out == Out::Print && !form.is_text() {
        return Err(Misuse::NotPrinted { form: form.code().to_owned() });
    }
    if !among.contains(&form) {
        return Err(misfit(form.code(), among));
    }
    let over = over(matches);
    let style = matches.get_one::<String>("style");
    let style = style.and_then(|code| Style::ALL.into_iter().find(|style| style.code() == code));
    let (meetings, office) = (texts(matches, "meetings"), matches.get_one::<String>("office"));
    match (paper, meetings.first(), office) {
        (Made::Table | Made::Progress | Made::Bulletin, Some(what), _) => {
            Err(Misuse::NotOf { what: what.clone() })
        }
        (Made::Ledger | Made::Notices | Made::Reminders | Made::Calendar, _, _) | (_, _, None) => {
            let office = office.cloned();
            Ok(What::Export(Export { paper, meetings, office, form, out, over, style }))
        }
        (_, _, Some(_)) => Err(Misuse::NotOf { what: "--office".into() }),
    }
}

/// The form in which a paper is printed: plain text if it has it, else the first that is text.
fn printed(among: &[Form]) -> Form {
    let usual = among.iter().find(|form| **form == Form::Text);
    usual.or_else(|| among.iter().find(|form| form.is_text())).copied().unwrap_or(Form::Text)
}

pub(super) fn misfit(form: &str, among: &[Form]) -> Misuse {
    let among: Vec<&str> = among.iter().map(|form| form.code()).collect();
    Misuse::NoForm { form: form.to_owned(), among: among.join(" ") }
}
