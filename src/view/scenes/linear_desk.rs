//! What a secretary writes and reads in lines: talks from the first line to the last.

use super::*;
use crate::app::rehearsal::lived_in_session;
use crate::app::{Effect, Outcome, answer, line, typed};
use crate::view::linear::{self, desk};

/// A talk with a desk whose disk keeps everything at once.
struct Talk {
    session: Session,
    seat: Seat,
    text: String,
}

impl Talk {
    fn new(session: Session, lang: Lang) -> Self {
        let mut seat = Seat::new(linear::SIZE, lang);
        if session.meeting().is_some() {
            seat.go(Screen::Meeting);
            line::bind_current(&session, &mut seat);
        }
        let lines = desk::greeting(&session, &seat);
        let mut talk = Self { session, seat, text: String::new() };
        talk.tell(&lines);
        talk
    }

    fn say(&mut self, typed: &str) {
        let prompt = desk::prompt(&self.session, &self.seat);
        self.text.extend([&prompt, " ", typed, "\n"]);
        let before = desk::Before::of(&self.session, &self.seat);
        for step in typed::read(&self.session, &self.seat, typed) {
            let again = step == typed::Step::Again;
            self.tell(&desk::echo(&self.session, &self.seat, &step));
            let effects = typed::take(&mut self.session, &mut self.seat, step);
            self.perform(effects);
            self.tell(&desk::notice(&self.session, &self.seat));
            if again {
                self.tell(&desk::again(&self.session, &self.seat));
            }
        }
        self.tell(&desk::answer(&self.session, &self.seat, &before));
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let outcome = match effect {
                Effect::Append { serial, .. } => Outcome::Kept { serial },
                Effect::Begin(_) => Outcome::Begun,
                _ => continue,
            };
            let more = answer(&mut self.session, &mut self.seat, &outcome);
            self.perform(more);
        }
    }

    fn tell(&mut self, lines: &[String]) {
        for line in lines {
            self.text.extend([line.as_str(), "\n"]);
        }
    }

    fn picture(&self, name: &str) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../scenes");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("linear_{name}"), self.text));
    }
}

#[test]
fn a_meeting_is_recorded_in_lines() {
    let mut talk = Talk::new(lived_in_session(), Lang::Zh);
    for line in [
        "空港应急医院10月底前开工 @卫健局 +3+7 >1031",
        "=305",
        "1.2/1=305 8月",
        "撤回",
        "3/10",
        "延期",
        "1115",
        "",
        "-",
        "",
        "？要求：临空办牵头10月底前报方案",
        "",
        "签到",
        "2 请假",
        "返回",
        "议程",
        "8 转下次",
        "返回",
        "会议",
        "2",
        "确认",
        "返回",
        "：tz",
        "1",
        "逾期",
        "返回",
        "退出",
    ] {
        talk.say(line);
    }
    talk.picture("desk");
}

#[test]
fn a_form_and_the_list_of_commands_are_spoken_in_english() {
    let mut talk = Talk::new(between(), Lang::En);
    for line in ["0", "", "open a meeting", "", "7", "back", "1.2", "assign", "back"] {
        talk.say(line);
    }
    talk.picture("desk_english");
}
