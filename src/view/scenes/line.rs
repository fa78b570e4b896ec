//! The line of the meeting, wherever it is typed in, and what it says before Enter.

use ratatui::layout::Position;

use super::{at_the_desk, drawn, pictures};
use crate::app::rehearsal::in_session;
use crate::app::{Field, Key, Pending};
use crate::ledger::{Entry, Step};
use crate::view::canvas::screen_text;
use crate::words::Notice;

#[test]
fn the_line_of_the_meeting_always_has_the_cursor() {
    let session = in_session();
    let mut seat = at_the_desk();
    let empty = pictures("meeting", &session, &seat);
    seat.line.field = Field::new("空港应急医院10月底前开工，由卫健局牵头，临空办、发改局配合");
    let typed = pictures("meeting_typed", &session, &seat);
    seat.line.field = Field::new("太安路迁改专班每周报进度 @省交投集团 +fgj >1014");
    pictures("meeting_sigils", &session, &seat);
    for (empty, typed) in empty.into_iter().zip(typed) {
        assert!((empty.1..empty.1 + 4).contains(&typed.1), "the line moved: {empty:?} {typed:?}");
    }
}

/// The lines below the line, without the blanks that follow.
fn echoed(typed: &str) -> Vec<String> {
    let mut seat = at_the_desk();
    seat.size = (100, 36);
    seat.line.field = Field::new(typed);
    let text = screen_text(&drawn(&in_session(), &seat).0);
    let lines = text.lines().skip(28).take(5).map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

#[test]
fn the_line_says_what_enter_will_do() {
    for (typed, said) in CASES {
        assert_eq!(echoed(typed).join(" / "), *said, "{typed}");
    }
}

const CASES: &[(&str, &str)] = &[
    (
        "空港应急医院10月底前开工",
        "议定  牵头 〔临空办〕  时限 10-31 周二 还有46天  内容 空港应急医院10月底前开工",
    ),
    (
        "由卫健局牵头，临空办配合，10月底前开工",
        "议定  牵头 卫健局  配合 临空办  时限 10-31 周二 还有46天  内容 10月底前开工",
    ),
    (
        "@省交投集团 >1014 报进度",
        "议定  牵头 省交投集团（名册外）  时限 10-14 周六 还有29天  “省交投集团”不在名册，按名册外记 / 2023-10-14 是周末  内容 报进度",
    ),
    ("开工 @3 >1031 14:00", "议定  牵头 财政局  时限 10-31 周二 14:00 还有46天  内容 开工"),
    ("原则同意：专班方案", "议定  原则同意  牵头 〔临空办〕  时限 〔10-20〕  内容 专班方案"),
    ("1.4/2=3 8月", "记报数  1.4/2 重点推进的项目建设  3个  截至 1—8月  年度目标 5个"),
    ("=3", "Enter 后从3个目标里选一个"),
    ("@3", "Enter 打开 财政局"),
    ("#0", "Enter 换到 其他事项"),
    ("#9.9", "没有 9.9 这一项；任务写 1.2，措施写 1.2.2，目标写 1.2/1"),
    ("尽快开工", "议定  牵头 〔临空办〕  时限 尽快  “尽快”不是日期，时限记为未定  内容 尽快开工"),
];

/// Nobody is asked to write where nothing can be kept.
#[test]
fn a_desk_that_only_looks_says_what_its_keys_do() {
    let mut session = in_session();
    session.keeping.read_only = Some("甲秘书 @ desk 正在记录".into());
    let mut seat = at_the_desk();
    seat.warn(Notice::ReadOnly { why: "甲秘书 @ desk 正在记录".into() });
    pictures("meeting_read_only", &session, &seat);
}

/// Below 40x10 there is no screen, but what is typed and where it goes is still seen.
#[test]
fn a_window_too_small_shows_the_line() {
    let mut seat = at_the_desk();
    seat.size = (30, 4);
    seat.line.field = Field::new("空港应急医院开工");
    let (buffer, focus) = drawn(&in_session(), &seat);
    let text = screen_text(&buffer);
    assert_eq!(text, "窗口太小 30x4，请拉大\n1.4 临空经济 > 空港应急医院开\n工\n\n");
    assert_eq!(focus, Position { x: 2, y: 2 });
}

/// 已存 stands nowhere on a screen while the newest record is not on disk.
#[test]
fn what_is_on_its_way_to_the_disk_is_not_called_saved() {
    let mut session = in_session();
    let edits = session.state().additions();
    let told: Vec<_> = edits.into_iter().rev().take(1).collect();
    let step = Step { at: session.now, edits: told.clone() };
    let entry = Entry::Did(step);
    session.keeping.pending.push_back(Pending { serial: 9, entry, told, typed: String::new() });
    let mut seat = at_the_desk();
    for size in [(120, 36), (80, 24), (60, 18)] {
        seat.size = size;
        let text = screen_text(&drawn(&session, &seat).0);
        let last = text.lines().rfind(|line| line.contains("〔10-20〕")).unwrap();
        assert!(last.ends_with("存盘中"), "{text}");
        assert!(!text.contains("已存"), "{text}");
    }
}

/// Three hundred Han in the line: the cursor is seen wherever it is, in every window.
#[test]
fn a_long_sentence_scrolls_under_the_cursor() {
    let session = in_session();
    let mut seat = at_the_desk();
    seat.line.field = Field::new(&"专班每周报进度，".repeat(38));
    for size in [(120, 36), (80, 24), (60, 18)] {
        seat.size = size;
        let (end, at_end) = drawn(&session, &seat);
        seat.line.field.key(Key::Home);
        let (start, at_start) = drawn(&session, &seat);
        seat.line.field.key(Key::End);
        assert!(at_start.y <= at_end.y && at_end.y < at_start.y + 4, "{at_start:?} {at_end:?}");
        assert!(screen_text(&start).contains("1.4 临空经济 > 专班"));
        let last = screen_text(&end).lines().nth(at_end.y.into()).map(str::to_owned);
        assert!(last.is_some_and(|line| line.ends_with('，')));
    }
}

#[test]
fn a_record_is_pointed_at_while_the_cursor_stays_in_the_line() {
    let session = in_session();
    let mut seat = at_the_desk();
    let empty = pictures("meeting", &session, &seat);
    seat.line.record = "2023-08-11/10".parse().ok();
    assert_eq!(pictures("meeting_pointed", &session, &seat), empty);
    seat.line.record = "2023-09-15/1".parse().ok();
    assert_eq!(pictures("meeting_pointed_first", &session, &seat), empty);
}
