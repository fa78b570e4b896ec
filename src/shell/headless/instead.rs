//! What the state machine refuses, said to a command line: a call where the screen names a key.

use crate::words::instead::Instead;
use crate::words::{Lang, Notice};

/// The sentence for a command line.
pub fn sentence(notice: &Notice, lang: Lang) -> String {
    call(notice).map_or_else(|| notice.text(lang), |instead| instead.text(lang))
}

/// What is said instead of a notice that names a key, or that an option would answer.
fn call(notice: &Notice) -> Option<Instead> {
    Some(match notice.clone() {
        Notice::NoMeeting | Notice::NoMeetingYet => Instead::NoMeeting,
        Notice::MeetingOpen => Instead::MeetingOpen,
        Notice::NotNow => Instead::NotNow,
        Notice::NoConsent => Instead::NoConsent,
        Notice::NoApproval => Instead::NoApproval,
        Notice::NoSigner => Instead::NoSigner,
        Notice::NoOrgan => Instead::NoOrgan,
        Notice::NoDocument => Instead::NoDocument,
        Notice::NoSuchRecord { id } => Instead::NoSuchRecord { id },
        Notice::NoSuchItem { number } => Instead::NoSuchItem { number },
        Notice::NoConflict { number } => Instead::NoConflict { number },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_stands_where_the_screen_names_a_key() {
        let check = |notice: Notice, expect: &str| {
            assert_eq!(sentence(&notice, Lang::Zh), expect);
        };
        check(Notice::NoMeeting, "现在没有开会；先开会：yiding meet open");
        check(Notice::NoSigner, "请写明签发人：--by 谁");
        let id = "9/9".to_owned();
        let said = "没有 9/9；任务和目标见 yiding list tasks，议定见 yiding list decisions";
        check(Notice::NoSuchRecord { id }, said);
        check(Notice::Frozen, &Notice::Frozen.text(Lang::Zh));
    }
}
