//! Commands without the screen: the same book, the same state machine, an answer on standard output.
//!
//! Each command gives back its whole answer; nothing is printed before what it says is on the disk.

pub mod demo;
pub mod hand;

mod agenda;
mod check;
mod correct;
mod diff;
mod doctor;
mod export;
mod follow;
mod import;
mod init;
mod instead;
mod layout;
mod lines;
mod list;
mod log;
mod meet;
mod merge;
mod moment;
mod name;
mod overview;
mod print;
mod record;
mod show;
mod story;
mod sync;
mod tables;
mod textconv;
pub mod tutor;

use super::args::{Ask, Settings, What};
use super::failure::{Failure, FailureKind};
use super::serve;
use crate::words::GuestSays;

/// What a command answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Data, for standard output.
    pub text: String,
    /// Words for people, for standard error.
    pub told: Vec<String>,
    /// The answer is no, or a check found faults: exit code 1.
    pub no: bool,
}

impl Answer {
    /// An answer of nothing but data.
    fn data(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What to write into the files of OpenSSH.
fn front(settings: &Settings) -> Result<Answer, Failure> {
    let site = hand::site(settings)?;
    let program = std::env::current_exe().unwrap_or_else(|_| "yiding".into());
    Ok(Answer::data(serve::block(&program, &site, settings.lang)))
}

/// The seat of a reviewer needs a terminal.
fn no_terminal(settings: &Settings) -> Failure {
    Failure::new(FailureKind::Usage, GuestSays::NoTerminal.text(settings.lang))
}

/// Does what was asked.
///
/// # Errors
/// Why it was not done.
pub fn answer(ask: &Ask) -> Result<Answer, Failure> {
    let settings = &ask.settings;
    match &ask.what {
        What::Desk => overview::overview(settings),
        What::Show { place: None } => show::plan(settings),
        What::Show { place: Some(place) } => show::row(settings, place),
        What::List { kind, filters } => list::list(settings, *kind, filters),
        What::Meet(meet) => meet::meet(settings, meet),
        What::Decide { places, text } => record::decide(settings, places, text),
        What::Read { values, period, reason } => {
            record::read(settings, values, (period.as_deref(), reason.as_deref()))
        }
        What::Assign { place, parties } => record::assign(settings, place, parties),
        What::Light { place, light, reason, agreed, pin } => {
            let set = record::Lit { light: *light, reason, agreed, pin: *pin };
            record::light(settings, place, &set)
        }
        What::Stage { decision, stage, step } => follow::stage(settings, decision, *stage, step),
        What::Lead { decision, lead, step } => follow::lead(settings, decision, lead, step),
        What::Reword { decision, text, step } => follow::reword(settings, decision, text, step),
        What::Extend { decision, due, step } => follow::extend(settings, decision, due, step),
        What::Feedback { decision, told } => follow::feedback(settings, decision, told),
        What::Sheet { about, colour, step } => follow::sheet(settings, about, colour, step),
        What::Correct { id, fields, agreed } => correct::correct(settings, id, fields, agreed),
        What::Sign { meeting, by, document, on } => {
            correct::sign(settings, meeting, (by, document, *on))
        }
        What::Amend { place, value, source } => correct::amend(settings, place, value, source),
        What::Account { place, state, reason } => {
            record::account(settings, place, *state, reason.as_deref())
        }
        What::ReadTable { file, run } => tables::read(settings, file, *run),
        What::AssignTable { file, run } => tables::assign(settings, file, *run),
        What::Template { offices, out } => tables::template(settings, offices, out),
        What::Agenda(asked) => agenda::agenda(settings, asked),
        What::Attend { presence, names, instead_of, reason } => {
            let why = record::Why { instead_of: instead_of.clone(), reason: reason.clone() };
            record::attend(settings, *presence, names, &why)
        }
        What::Undo => record::undo(settings),
        What::Redo => record::redo(settings),
        What::Seal => record::seal(settings),
        What::Check { source } => check::check(settings, source.as_deref()),
        What::Log => log::log(settings),
        What::Diff { ends, by, sort } => diff::diff(settings, ends, *by, *sort),
        What::Export(asked) => export::export(settings, asked),
        What::Seen(asked) => print::print(settings, asked),
        What::Textconv { file } => textconv::textconv(settings, file),
        What::Story { of } => story::tell(settings, of),
        What::Sync => sync::sync(settings),
        What::Merge(asked) => merge::merge(settings, asked),
        What::Import(asked) => import::import(settings, asked),
        What::Init(asked) => init::init(settings, asked),
        What::Follow { .. } => Err(no_terminal(settings)),
        // The door is opened by who may wait at it.
        What::Serve(_) => Ok(Answer::default()),
        What::Sshd => front(settings),
        What::Doctor(exam) => doctor::doctor(settings, *exam),
        What::Demo(size) => demo::demo(settings, *size),
        What::Tutor => tutor::tutor(settings),
        What::Print(text) => Ok(Answer::data(text.clone())),
    }
}
