//! 练习: a practice meeting in a rehearsal book of its own. No real book is ever opened to write.

use super::Answer;
use super::demo;
use super::hand;
use crate::shell::args::Settings;
use crate::shell::failure::Failure;
use crate::shell::trouble::show;
use crate::words::practice::Practised;

/// `tutor` without a screen: the book, and the three jobs as commands.
pub(super) fn tutor(settings: &Settings) -> Result<Answer, Failure> {
    let made = settled(settings)?;
    let (folder, lang) = (show(&made.book), made.lang);
    let calls = [
        Practised::DecideCall { folder: folder.clone() },
        Practised::ReadCall { folder: folder.clone() },
        Practised::UndoCall { folder: folder.clone() },
    ];
    let calls: Vec<String> = calls.iter().map(|call| format!("{}\n", call.text(lang))).collect();
    let told = vec![Practised::Steps { folder }.text(lang)];
    Ok(Answer { text: calls.concat(), told, no: false })
}

/// The settings under which the practice is opened at the desk: the book that was named, where it is
/// a rehearsal, goes on; else there is a new one.
///
/// # Errors
/// Why it could not be made.
pub fn settled(settings: &Settings) -> Result<Settings, Failure> {
    let named = hand::look(settings).ok().filter(|book| book.session.plan.rehearsal);
    match named.and_then(|book| book.session.meeting().and_then(|meeting| meeting.id.day())) {
        Some(day) => Ok(Settings { today: settings.today.or(Some(day)), ..settings.clone() }),
        None => demo::unrecorded(settings),
    }
}

/// Where the practice book lies, and how to come back to it.
pub fn again(settings: &Settings) -> String {
    Practised::Again { folder: show(&settings.book) }.text(settings.lang)
}
