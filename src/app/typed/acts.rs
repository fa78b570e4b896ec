//! What can be done on a screen besides the commands, by name: each is one of the screen's own keys.

use crate::app::guest::typed::is_called;
use crate::app::{Binding, Key, Purpose, Screen, Seat, Session, look};
use crate::judge::Gap as Missing;
use crate::words::linear::Way;
use crate::words::{Gap, Lang};

/// What can be done on the screen that is shown, in the order in which it is read.
pub fn acts(session: &Session, seat: &Seat) -> Vec<(Way, Key)> {
    match seat.screen() {
        Screen::Form(form) if form.purpose == Purpose::Open => vec![(Way::OpenIt, Key::F(8))],
        Screen::Form(_) => vec![(Way::Save, Key::F(2))],
        Screen::Gate { .. } => gate(session, seat),
        Screen::Office { .. } => office(session, seat),
        screen => own(screen).to_vec(),
    }
}

/// The acts of a screen that always works the same.
const fn own(screen: &Screen) -> &'static [(Way, Key)] {
    match screen {
        Screen::SignIn { .. } => &SIGN_IN,
        Screen::Agenda { .. } => &AGENDA,
        Screen::Join { .. } => &JOIN,
        Screen::Account { .. } => &ACCOUNT,
        Screen::Division(_) => &DIVISION,
        Screen::Figures(_) => &[(Way::RecordAll, Key::F(2))],
        Screen::Pending { .. } => {
            &[(Way::SettleAsIs, Key::Char(' ')), (Way::SettleElse, Key::Enter)]
        }
        Screen::Reviews { .. } => &[(Way::PutForward, Key::Enter)],
        Screen::Register(_) => &REGISTER,
        Screen::Compare(_) => &COMPARE,
        Screen::Preview(_) => &[(Way::NextPage, Key::PageDown), (Way::OtherPaper, Key::Tab)],
        Screen::Pasted(_) => {
            &[(Way::RecordAll, Key::F(2)), (Way::LeaveOut, Key::Char(' ')), (Way::Edit, Key::Enter)]
        }
        _ => &[],
    }
}

const SIGN_IN: [(Way, Key); 4] = [
    (Way::Came, Key::Char('+')),
    (Way::Went, Key::Char('-')),
    (Way::Instead, Key::F(2)),
    (Way::TakeOff, Key::Delete),
];

const AGENDA: [(Way, Key); 14] = [
    (Way::GoTo, Key::Enter),
    (Way::Edit, Key::F(2)),
    (Way::Postpone, Key::Char('1')),
    (Way::Carry, Key::Char('2')),
    (Way::InWriting, Key::Char('3')),
    (Way::SkipIt, Key::Char('4')),
    (Way::Restore, Key::Char('0')),
    (Way::Sooner, Key::Char('<')),
    (Way::Later, Key::Char('>')),
    (Way::Restrict, Key::Char('!')),
    (Way::Longer, Key::Right),
    (Way::Shorter, Key::Left),
    (Way::Add, Key::Char('+')),
    (Way::Remove, Key::Delete),
];

const JOIN: [(Way, Key); 5] = [
    (Way::Ours, Key::Char('1')),
    (Way::Theirs, Key::Char('2')),
    (Way::Both, Key::Char('3')),
    (Way::Otherwise, Key::Char('4')),
    (Way::JoinNow, Key::F(8)),
];

const ACCOUNT: [(Way, Key); 7] = [
    (Way::Finished, Key::Char('1')),
    (Way::Unfinished, Key::Char('2')),
    (Way::CarriedOver, Key::Char('3')),
    (Way::ConfirmAll, Key::Char('0')),
    (Way::WriteWhy, Key::Enter),
    (Way::Unfold, Key::Right),
    (Way::Fold, Key::Left),
];

const DIVISION: [(Way, Key); 6] = [
    (Way::WholeRow, Key::F(2)),
    (Way::NextCell, Key::Right),
    (Way::PreviousCell, Key::Left),
    (Way::SameAsAbove, Key::Char('=')),
    (Way::ClearCell, Key::Delete),
    (Way::WithMeasures, Key::Char('+')),
];

const REGISTER: [(Way, Key); 3] = [
    (Way::Reorder, Key::Char(',')),
    (Way::OwnList, Key::Char('@')),
    (Way::ClearFilter, Key::Ctrl('u')),
];

const COMPARE: [(Way, Key); 6] = [
    (Way::EndBack, Key::Left),
    (Way::EndOn, Key::Right),
    (Way::OtherEnd, Key::Tab),
    (Way::BothBack, Key::Char('[')),
    (Way::BothOn, Key::Char(']')),
    (Way::Only, Key::Char(',')),
];

/// The one key that seals, what one key does to the gap with the cursor, and all that is assumed.
fn gate(session: &Session, seat: &Seat) -> Vec<(Way, Key)> {
    const SPACE: Key = Key::Char(' ');
    let gaps = session.gaps();
    let here = gaps.get(look::cursor(seat).min(gaps.len().saturating_sub(1)));
    let own: &[(Way, Key)] = match here.map(|gap| gap.kind) {
        None => &[],
        Some(Gap::AssumedLead | Gap::AssumedDue) => {
            &[(Way::Confirm, SPACE), (Way::Mend, Key::Enter)]
        }
        Some(Gap::Pending) => &[(Way::SettleAsIs, SPACE), (Way::SettleElse, Key::Enter)],
        Some(Gap::Finished) => &[(Way::Untrack, SPACE), (Way::ReopenRow, Key::Enter)],
        Some(Gap::TimesTen | Gap::Falls | Gap::OtherUnit) => {
            &[(Way::FigureRight, SPACE), (Way::Mend, Key::Enter)]
        }
        Some(Gap::Many) => &[(Way::SeeOffice, Key::Enter), (Way::NextOne, SPACE)],
        Some(Gap::NotDiscussed) => &[(Way::CarryAll, SPACE), (Way::GoTo, Key::Enter)],
        Some(Gap::NoLead | Gap::NoDue | Gap::Vague | Gap::Outside) => {
            &[(Way::Mend, Key::Enter), (Way::NextOne, SPACE)]
        }
    };
    let is_assumed = |gap: &Missing| matches!(gap.kind, Gap::AssumedLead | Gap::AssumedDue);
    let all = gaps.iter().any(is_assumed).then_some((Way::ConfirmAll, Key::F(2)));
    [(Way::SealIt, Key::F(8))].into_iter().chain(own.iter().copied()).chain(all).collect()
}

/// F2 only where a row is talked about.
fn office(session: &Session, seat: &Seat) -> Vec<(Way, Key)> {
    let bound = matches!(&seat.line.binding, Binding::Rows(rows) if !rows.is_empty());
    let gives = (bound && session.meeting().is_some()).then_some((Way::GiveRow, Key::F(2)));
    gives.into_iter().chain([(Way::NextOffice, Key::Tab)]).collect()
}

/// Whether a text is the name of something that can be done on some list: at the line of the meeting it
/// is heard before it is recorded.
pub fn is_name(text: &str) -> bool {
    let lists: [&[(Way, Key)]; 6] = [&SIGN_IN, &AGENDA, &JOIN, &ACCOUNT, &DIVISION, &OTHERS];
    let called = |(way, _): &(Way, Key)| is_called(text, way.text(Lang::Zh), way.text(Lang::En));
    lists.into_iter().flatten().any(called)
}

/// What stands on the gate and the smaller lists.
const OTHERS: [(Way, Key); 8] = [
    (Way::SealIt, Key::F(8)),
    (Way::Confirm, Key::Char(' ')),
    (Way::Mend, Key::Enter),
    (Way::SettleAsIs, Key::Char(' ')),
    (Way::SettleElse, Key::Enter),
    (Way::Untrack, Key::Char(' ')),
    (Way::RecordAll, Key::F(2)),
    (Way::Save, Key::F(2)),
];
