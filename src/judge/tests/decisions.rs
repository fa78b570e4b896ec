//! (decision, what followed, date → light and reason).

use super::{Book, book, day};
use crate::judge::{decision, reason};
use crate::ledger::{Decision, Due, Followup, Happening, Node, SnapshotId, Stage, When};
use crate::words::Lang;

/// A decision of a meeting, with its due as files spell it.
fn made(on: &str, due: &str) -> Book {
    let mut book = book();
    let due = due.parse::<When>().map_or(Due::Missing, Due::Stated);
    let decision = Decision { text: "开工".into(), due, ..Decision::default() };
    let id = SnapshotId::meeting(day(on), "").record(1);
    book.state.ledger.decisions.insert(id, decision);
    book
}

impl Book {
    fn first(&mut self) -> &mut Decision {
        self.state.ledger.decisions.values_mut().next().unwrap()
    }

    fn followed(mut self, on: &str, what: Happening) -> Self {
        let id = self.state.ledger.decisions.keys().next().unwrap().clone();
        let record = self.next_record();
        let followup = Followup { on: day(on), what, consent: String::new(), note: String::new() };
        self.state.ledger.followups.entry(id).or_default().insert(record, followup);
        self
    }

    fn reported(self, on: &str) -> Self {
        let (problem, next) = (String::new(), String::new());
        self.followed(
            on,
            Happening::Feedback { from: None, progress: "在办".into(), problem, next },
        )
    }

    fn decision_said(&self, today: &str) -> String {
        let id = self.state.ledger.decisions.keys().next().unwrap();
        let grounds = self.grounds(today);
        let verdict = decision(&grounds, id).unwrap();
        let light = verdict.light.map_or("-", |light| light.word().text(Lang::Zh));
        format!("{light} {}", reason::text(&grounds, None, &verdict, Lang::Zh))
    }
}

#[test]
fn a_due_day_makes_the_light() {
    for (due, today, want) in [
        ("2023-10-31", "2023-09-15", "正常 时限10-31，规则 通用，判 正常"),
        ("2023-09-22", "2023-09-15", "临期 时限09-22，还有7天，规则 通用，判 临期"),
        ("2023-09-23", "2023-09-15", "正常 时限09-23，规则 通用，判 正常"),
        ("2023-09-15", "2023-09-15", "临期 时限09-15，还有0天，规则 通用，判 临期"),
        ("2023-09-14", "2023-09-15", "逾期 时限09-14，已过1天，规则 通用，判 逾期"),
        ("", "2023-09-15", "正常 没有时限，规则 通用，判 正常"),
    ] {
        assert_eq!(made("2023-08-11", due).decision_said(today), want, "{due} {today}");
    }
    let to = "2023-10-15".parse().unwrap();
    let extended = made("2023-08-11", "2023-08-31")
        .followed("2023-08-30", Happening::Extended { from: None, to });
    assert_eq!(extended.decision_said("2023-09-15"), "正常 时限10-15，规则 通用，判 正常");
}

#[test]
fn silence_is_told_after_the_days_of_the_rule() {
    let quiet = || made("2023-05-19", "2023-12-31");
    let calm = "正常 时限12-31，规则 通用，判 正常";
    assert_eq!(quiet().decision_said("2023-07-18"), calm);
    assert_eq!(
        quiet().decision_said("2023-07-19"),
        "未报 自05-19起61天没有反馈，规则 通用，判 未报"
    );
    assert_eq!(quiet().reported("2023-07-01").decision_said("2023-07-19"), calm);
    let mut never = quiet();
    never.rule.policy.feedback = None;
    assert_eq!(never.decision_said("2023-11-15"), calm);
}

#[test]
#[rustfmt::skip]
fn a_repetition_wants_an_answer_each_time() {
    let monthly = || made("2023-08-11", "每月5日");
    let weekly = || made("2023-09-15", "每周五");
    for (book, today, want) in [
        (monthly(), "2023-08-20", "正常 时限每月5日，规则 通用，判 正常"),
        (monthly(), "2023-08-30", "临期 每月5日：下一次09-05，还有6天，规则 通用，判 临期"),
        (monthly(), "2023-09-05", "临期 每月5日：下一次09-05，还有0天，规则 通用，判 临期"),
        (monthly(), "2023-09-06", "逾期 每月5日：09-05的一次没有反馈，规则 通用，判 逾期"),
        (monthly().reported("2023-09-04"), "2023-09-15", "正常 时限每月5日，规则 通用，判 正常"),
        (monthly().reported("2023-09-08"), "2023-09-15", "正常 时限每月5日，规则 通用，判 正常"),
        (monthly().reported("2023-08-20"), "2023-09-15", "逾期 每月5日：09-05的一次没有反馈，规则 通用，判 逾期"),
        (monthly().reported("2023-09-08"), "2023-10-06", "逾期 每月5日：10-05的一次没有反馈，规则 通用，判 逾期"),
        (weekly(), "2023-09-15", "临期 每周五：下一次09-15，还有0天，规则 通用，判 临期"),
        (weekly(), "2023-09-18", "正常 时限每周五，规则 通用，判 正常"),
        (weekly(), "2023-09-23", "逾期 每周五：09-22的一次没有反馈，规则 通用，判 逾期"),
    ] {
        assert_eq!(book.decision_said(today), want, "{today}");
    }
}

#[test]
fn a_missed_node_is_behind() {
    let with_nodes = || {
        let mut book = made("2023-05-19", "2023-12-31");
        let node = |by: &str, text: &str| Node { by: day(by), text: text.into() };
        book.first().nodes = vec![node("2023-06-30", "方案"), node("2023-10-31", "进场")];
        book
    };
    assert_eq!(
        with_nodes().decision_said("2023-07-05"),
        "滞后 “方案”应在06-30完成，已晚1个月，规则 通用，判 滞后"
    );
    assert_eq!(
        with_nodes().decision_said("2023-09-15"),
        "滞后 “方案”应在06-30完成，已晚3个月，应发红单，规则 通用，判 滞后"
    );
    assert_eq!(
        with_nodes().reported("2023-07-02").decision_said("2023-07-05"),
        "正常 时限12-31，规则 通用，判 正常"
    );
}

#[test]
fn what_is_over_or_only_on_record_is_not_pressed() {
    let over =
        made("2023-05-19", "2023-06-30").followed("2023-06-29", Happening::Stage(Stage::Done));
    assert_eq!(over.decision_said("2023-09-15"), "已完成 已办结，规则 通用，判 已完成");
    let again = over.followed("2023-07-10", Happening::Stage(Stage::Reopened));
    assert!(again.decision_said("2023-09-15").starts_with("逾期 "));
    let mut noted = made("2023-05-19", "2023-06-30");
    noted.first().untracked = true;
    assert_eq!(noted.decision_said("2023-09-15"), "- 仅记录，不督办，规则 通用，不判");
    let unknown = SnapshotId::meeting(day("2023-01-01"), "").record(9);
    assert_eq!(decision(&noted.grounds("2023-09-15"), &unknown), None);
}
