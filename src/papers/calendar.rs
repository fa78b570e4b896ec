//! 时限日历: the dues of what is open, for the calendar of an office (RFC 5545).

use chrono::{Datelike, NaiveDate, Weekday};

use super::ledger::Which;
use super::minutes::Known;
use super::{decisions, said};
use crate::judge::Grounds;
use crate::ledger::{RecordId, Standing, When};
use crate::words::Lang;
use crate::words::column::Around;

/// The longest line, in bytes, without its end.
const LONGEST: usize = 75;

/// The calendar, every line ended as the standard wants it.
pub fn write(on: &Grounds, which: Which, lang: Lang) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//yiding//yiding//ZH");
    lines.put("CALSCALE", "GREGORIAN");
    let name = Around::DueOf { name: said::clean(on.plan.name()) }.text(lang);
    lines.put("X-WR-CALNAME", &escaped(&name));
    for (id, made) in &on.state.ledger.decisions {
        let Some(now) = on.state.standing(id) else { continue };
        let Some(when) = now.due.when() else { continue };
        if made.is_followed() && !now.is_over() && which.takes(on, id) {
            event(on, id, (&now, when), lang, &mut lines);
        }
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn event(on: &Grounds, id: &RecordId, (now, when): (&Standing, When), lang: Lang, to: &mut Lines) {
    let known = Known { plan: on.plan, state: on.state, lang };
    let made = id.snapshot.day().unwrap_or(on.plan.period.from);
    to.put("BEGIN", "VEVENT");
    to.put("UID", &escaped(&format!("{id}@{}", on.plan.id)));
    // The day of the record, so that the file is the same whenever it is made.
    to.put("DTSTAMP", &format!("{}T000000Z", plain(made)));
    let (begins, rule) = dates(when, made);
    to.put("DTSTART;VALUE=DATE", &plain(begins));
    if let Some(rule) = rule {
        to.put("RRULE", &rule);
    }
    to.put("SUMMARY", &escaped(&said::clean(now.for_papers())));
    let mut about = Vec::new();
    if !now.lead.is_empty() {
        about.push(Around::LeadBy { names: decisions::parties(&now.lead, known) }.text(lang));
    }
    if !now.support.is_empty() {
        about.push(Around::SupportBy { names: decisions::parties(&now.support, known) }.text(lang));
    }
    about.push(id.to_string());
    to.put("DESCRIPTION", &escaped(&about.join("\n")));
    to.put("TRANSP", "TRANSPARENT");
    to.put("END", "VEVENT");
}

/// The first day, and by which rule it comes again.
fn dates(when: When, made: NaiveDate) -> (NaiveDate, Option<String>) {
    match when {
        When::On(day, _) => (day, None),
        When::Monthly(on) => {
            let comes = |day: &NaiveDate| day.day() == u32::from(on);
            let first = made.iter_days().take(62).find(comes).unwrap_or(made);
            (first, Some(format!("FREQ=MONTHLY;BYMONTHDAY={on}")))
        }
        When::Weekly(on) => {
            let first = made.iter_days().take(7).find(|day| day.weekday() == on).unwrap_or(made);
            (first, Some(format!("FREQ=WEEKLY;BYDAY={}", letters(on))))
        }
    }
}

const fn letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

fn plain(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A text in which no character means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property. What is too long goes on in the next line behind a space, never inside a character.
    fn put(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::judge::Rule;
    use crate::papers::tests::{decide, decision, open, plan};

    #[test]
    fn dues_are_days_and_come_again() {
        let (plan, mut state) = (plan(), open("2023-09-15", 4));
        decide(&mut state, 1, decision("开工；验收,移交", &["投促局"], "2023-10-31"));
        decide(&mut state, 2, decision("台账按月报送", &["投促局"], "每月5日"));
        decide(&mut state, 3, decision("报进度", &["财政局"], "每周五"));
        decide(&mut state, 4, decision("没有时限", &["财政局"], ""));
        let rule = Rule::of(&plan);
        let today = "2023-09-16".parse().unwrap();
        let on = Grounds { plan: &plan, state: &state, rule: &rule, today };
        let all = write(&on, Which::default(), Lang::Zh);
        for line in [
            "UID:2023-09-15/1@test-2023\r\nDTSTAMP:20230915T000000Z\r\nDTSTART;VALUE=DATE:20231031\r\n",
            "SUMMARY:开工；验收\\,移交\r\nDESCRIPTION:牵头：投促局\\n2023-09-15/1\r\n",
            "DTSTART;VALUE=DATE:20231005\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=5\r\n",
            "DTSTART;VALUE=DATE:20230915\r\nRRULE:FREQ=WEEKLY;BYDAY=FR\r\n",
        ] {
            assert!(all.contains(line), "{line}\n{all}");
        }
        assert!(!all.contains("没有时限"));
        let offices = ["czj".parse().unwrap()];
        let one = write(&on, Which { offices: &offices, ..Which::default() }, Lang::Zh);
        assert_eq!(one.matches("BEGIN:VEVENT").count(), 1);
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_was_put(value in "[\u{20}-\u{7e}一-龥😀]{0,300}") {
            let mut lines = Lines::default();
            lines.put("SUMMARY", &value);
            prop_assert!(lines.0.lines().all(|line| line.len() <= LONGEST));
            prop_assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
        }
    }
}
