//! The register, the year's end, and what the search shows beside a hit.

use super::*;
use crate::app::register::Register;
use crate::app::rehearsal::{close, read};
use crate::ledger::{Account, Change, Edit, Settlement};

/// The register with a filter.
pub(super) fn filtered(session: &mut Session, filter: &str) -> Register {
    let mut register = Register::new(filter);
    register.list(session, Lang::Zh);
    register
}

fn register(name: &str, session: &mut Session, register: Register) {
    let focus = pictures(name, session, &seat(0, 0, Screen::Register(register)));
    assert!(focus.iter().all(|(_, y)| *y == 2), "the cursor is in the filter: {focus:?}");
}

#[test]
fn the_register_says_what_its_filter_says() {
    let mut session = in_session();
    let late = filtered(&mut session, "牵头:临空办 !办结 时限<10-31 ");
    register("register_filtered", &mut session, late);
    let none = filtered(&mut session, "@住建局 会议:3");
    register("register_empty", &mut session, none);
    let mut unclear = filtered(&mut session, "逾期");
    unclear.field = Field::new("逾期 时限<31-09");
    unclear.list(&mut session, Lang::Zh);
    register("register_unclear", &mut session, unclear);
}

#[test]
fn a_long_register_scrolls_and_shows_the_pointed_one_in_full() {
    let mut session = in_session();
    for number in 0..40 {
        let text = format!(
            "第{number}件：各责任单位按月报送进展情况、存在问题和下一步措施，牵头单位汇总后报政府办，\
             逾期未报的在下次调度会上作说明，并纳入年度考核"
        );
        decide(&mut session, "14:35", "3.1", [&text, "zjj czj fgj gxj zrzyfj", "2023-11-30"]);
    }
    session.reindex();
    let mut long = filtered(&mut session, "");
    long.cursor = 30;
    register("register_long", &mut session, long);
}

#[test]
fn the_register_reads_in_english() {
    let mut session = in_session();
    let mut register = Register::new("lead:lkb overdue !done");
    register.list(&mut session, Lang::En);
    let mut seat = seat(0, 0, Screen::Register(register));
    seat.lang = Lang::En;
    pictures("english_register", &session, &seat);
}

/// The rehearsal at the year's end: some targets are reached, two rows are settled.
pub(super) fn years_end() -> Session {
    let mut session = in_session();
    for (target, value) in [("1.2/1", "505"), ("2.1/1", "3"), ("2.1/2", "9"), ("1.4/1", "2")] {
        read(&mut session, "14:50", target, value, 12);
    }
    for (row, state, reason) in [
        ("1.1", Settlement::CarriedOver, "专项债第三批材料已报省，资金下年到位"),
        ("1.2", Settlement::Finished, "签约额 505/500亿元，内资完成下达的指标"),
    ] {
        let account =
            Account { state, on: crate::app::rehearsal::day("2023-12-29"), reason: reason.into() };
        let id = session.open.as_ref().unwrap().next_record();
        let row = session.plan.row(place(row));
        crate::app::rehearsal::act(
            &mut session,
            "14:51",
            vec![Edit::Account(Change::add((row, id), account))],
        );
    }
    close(&mut session);
    session.today = crate::app::rehearsal::day("2023-12-29");
    session.reindex();
    session
}

#[test]
fn each_row_is_settled_with_its_light_beside_it() {
    let session = years_end();
    let screen = Screen::Account { cursor: 4, unfolded: Some(place("1.2")) };
    pictures("account_measures", &session, &seat(0, 0, screen));
    let purpose = Purpose::Account { row: place("1.3"), state: Settlement::CarriedOver };
    let form = Form::new(purpose, vec![(Label::Reason, Field::new("平台下年上线"))]);
    pictures("form_account", &session, &seat(0, 0, Screen::Form(form)));
}

#[test]
fn a_hit_shows_who_leads_and_how_it_stands() {
    for (name, text) in [("find_late", "taianlu"), ("find_office", "发改")] {
        let mut seat = seat(0, 0, Screen::Overview { cursor: 0 });
        seat.over = Some(find(text));
        pictures(name, &in_session(), &seat);
    }
}
