//! What a reviewer reads in lines: talks from the first line to the last, as they come out.

use super::*;
use crate::app::guest::typed::{self, Before};
use crate::app::guest::{self, Guest, Heard, Layout};
use crate::app::rehearsal::lived_in_session;
use crate::app::spot::Spot;
use crate::view::linear;

/// A talk: what was typed behind the prompt, and what came.
struct Talk {
    session: Session,
    guest: Guest,
    text: String,
}

impl Talk {
    fn new(mut session: Session, desk: Option<Spot>, lang: Lang) -> Self {
        session.catalogued();
        let mut guest = Guest::new(linear::SIZE, lang, "督查室");
        guest.layout = Layout::Lines;
        let at = "2023-09-15T14:20:00+08:00".parse().unwrap();
        let on = session.open.as_ref().map(|open| open.open.id());
        let last = on.map(|on| guest::Visit { at, on, saw: None, came: 1 });
        guest::sit_down(&session, &mut guest, desk, last.as_ref());
        let lines = linear::greeting(&session, &guest);
        let mut talk = Self { session, guest, text: String::new() };
        talk.tell(&lines);
        talk
    }

    fn say(&mut self, line: &str) {
        let prompt = linear::prompt(&self.session, &self.guest);
        self.text.extend([&prompt, line, "\n"]);
        let before = Before::of(&self.guest);
        typed::take(&self.session, &mut self.guest, line);
        let lines = linear::answer(&self.session, &self.guest, &before);
        self.tell(&lines);
    }

    fn hear(&mut self, heard: &Heard) {
        let before = Before::of(&self.guest);
        guest::hear(&self.session, &mut self.guest, heard);
        let lines = linear::news(&self.session, &self.guest, heard, &before);
        self.tell(&lines);
    }

    fn tell(&mut self, lines: &[String]) {
        for line in lines {
            let odd = |c: char| c.is_control() || ('\u{2500}'..='\u{259f}').contains(&c);
            assert!(!line.contains(odd) && !line.trim().is_empty(), "{line:?}");
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

fn item(number: u16, row: &str) -> Spot {
    Spot::Item { number: Some(number), rows: vec![place(row)], record: None }
}

#[test]
fn a_meeting_is_followed_in_lines() {
    let mut talk = Talk::new(in_session(), Some(item(6, "1.4")), Lang::Zh);
    let records = talk.session.index.records().to_vec();
    talk.hear(&Heard { records, desk: Some(item(6, "1.4")), ..Heard::default() });
    talk.hear(&Heard { desk: Some(item(5, "1.2")), ..Heard::default() });
    talk.hear(&Heard { desk: Some(Spot::Restricted), ..Heard::default() });
    talk.say("3.1");
    talk.hear(&Heard { desk: Some(item(6, "1.4")), ..Heard::default() });
    talk.hear(&Heard { desk: Some(Spot::Paused), ..Heard::default() });
    talk.hear(&Heard { desk: Some(item(6, "1.4")), ..Heard::default() });
    talk.say("跟随");
    talk.hear(&Heard::default());
    talk.picture("following");
}

#[test]
fn everything_is_read_and_marked_in_lines() {
    let mut talk = Talk::new(lived_in_session(), Some(item(6, "1.4")), Lang::Zh);
    for line in [
        "0",
        "5",
        "6",
        "",
        "1.4",
        "已阅",
        "1.4/1",
        "批注 专项债第三批报了没有",
        "批注",
        "返回",
        "招商",
        "2",
        "3/10",
        "已阅",
        "",
        "台账",
        "逾期",
        "下",
        "？",
        "9",
        "",
        "返回",
        "返回",
        "返回",
    ] {
        talk.say(line);
    }
    talk.picture("browsing");
}

#[test]
fn lines_speak_english() {
    let mut talk = Talk::new(between(), None, Lang::En);
    for line in ["tasks", "1.2", "read", "remark when does it start", "back", "nowhere"] {
        talk.say(line);
    }
    talk.picture("english");
}
