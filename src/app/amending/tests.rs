//! Conflicts settled key by key.

use super::*;
use crate::plan::Number;
use crate::report::read;

const OLD: &str = "云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座，整修渠道30公里。\n——做优工业。新增规上企业10户以上。\n（二）办好民生\n——办好教育。新建学校3所。\n——看好病。新建卫生院1家。\n";

pub(crate) fn amending(size: (u16, u16)) -> Amending {
    let new = OLD
        .replace("水库2座", "水库4座")
        .replace("学校3所", "学校6所")
        .replace("——看好病。新建卫生院1家。\n", "");
    let (old, new) = (read(OLD).plan, read(&new).plan);
    let mut ours = old.clone();
    ours.sections[0].tasks[0].measures[0].targets[0].value = Some(Number::from(3));
    ours.sections[1].tasks[0].measures[0].targets[0].value = Some(Number::from(5));
    ours.sections[1].tasks[1].short = "卫生".into();
    Amending::new((old, new, ours), Vec::new(), size, Lang::Zh)
}

fn press(amending: &mut Amending, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys.split_whitespace() {
        effects = update(amending, &Input::Key(key.parse().unwrap()));
    }
    effects
}

fn values(amending: &Amending) -> Vec<String> {
    let goals = amending.outcome();
    let goals = goals.plan.targets().filter(|goal| goal.id.number() == 1);
    goals.map(|goal| format!("{} {}", goal.id, goal.amount())).collect()
}

#[test]
fn each_is_asked_with_its_three_sides() {
    let amending = amending((120, 36));
    let rows: Vec<String> = amending.conflicts.iter().map(|it| amending.row(it)).collect();
    assert_eq!(rows, ["1.1/1 数值", "2.1/1 数值", "2.2"]);
    let sides = amending.sides(&amending.conflicts[0]);
    assert_eq!(
        (sides.old.0, sides.new.0, sides.ours.0),
        ("2座".into(), "4座".into(), "3座".into())
    );
    assert_eq!(sides.new.1, "新建水库4座，整修渠道30公里。");
    let dropped = amending.sides(&amending.conflicts[2]);
    assert_eq!((dropped.new.0.as_str(), dropped.ours.0.as_str()), ("（没有这一行）", "看好病"));
}

#[test]
fn choices_are_taken_taken_back_and_kept() {
    let mut amending = amending((120, 36));
    assert_eq!(press(&mut amending, "f2"), []);
    assert!(amending.alarm && amending.open() == 3);
    let effects = press(&mut amending, "2");
    assert_eq!(effects.len(), 1);
    assert_eq!(amending.cursor, 1);
    press(&mut amending, "1 2");
    assert_eq!(amending.open(), 0);
    assert_eq!(values(&amending), ["1.1/1 4座", "1.2/1 10户", "2.1/1 5所"]);
    assert_eq!(press(&mut amending, "f2"), [Effect::Write]);
    press(&mut amending, "ctrl-z");
    assert_eq!((amending.open(), amending.cursor), (1, 2));
    press(&mut amending, "ctrl-y");
    assert_eq!(amending.open(), 0);
    // Whoever leaves and comes back finds what was chosen.
    let again = Amending::new(
        (amending.old.clone(), amending.new.clone(), amending.ours.clone()),
        amending.steps.clone(),
        (80, 24),
        Lang::Zh,
    );
    assert_eq!(again.open(), 0);
    assert_eq!(values(&again), values(&amending));
}

#[test]
fn one_or_the_other_is_said() {
    let mut amending = amending((120, 36));
    assert_eq!(press(&mut amending, "3"), []);
    assert_eq!(amending.said, Some(AmendSays::NoBoth));
    assert_eq!(press(&mut amending, "f1 esc f10"), [Effect::Leave]);
}

#[test]
fn whatever_is_typed_is_looked_for_among_conflicts() {
    for (keys, at, typed) in [
        ("\"学校\"", 1, "学校"),
        ("病", 2, "病"),
        ("/ 2 . 2", 2, "2.2"),
        ("、 １ ． １", 0, "１．１"),
        ("f1 \"看好病\"", 2, "看好病"),
        ("\"6所\"", 1, "6所"),
        ("\"无\" \"此话\"", 0, "无此话"),
    ] {
        let mut amending = amending((120, 36));
        for key in keys.split_whitespace() {
            let input = match key.strip_prefix('"') {
                Some(text) => Input::Text(text.trim_end_matches('"').to_owned()),
                None => Input::Key(key.parse().unwrap()),
            };
            assert_eq!(update(&mut amending, &input), [], "{keys}");
        }
        let sought = amending.seek.as_ref().map(|seek| seek.field.text().to_owned());
        assert_eq!((amending.cursor, sought.as_deref()), (at, Some(typed)), "{keys}");
        assert_eq!(amending.help, Help::Closed);
        press(&mut amending, "esc");
        assert_eq!((amending.cursor, amending.open()), (0, 3), "{keys}");
    }
}

#[test]
fn digits_of_either_width_choose_and_others_are_answered() {
    let mut amending = amending((120, 36));
    press(&mut amending, "２ １");
    assert_eq!(amending.open(), 1);
    assert_eq!(press(&mut amending, "７"), []);
    assert_eq!(amending.said, Some(AmendSays::OneOfTwo));
    assert_eq!(amending.open(), 1);
}

#[test]
fn what_was_decided_is_told_with_what_it_says() {
    let mut amending = amending((120, 36));
    press(&mut amending, "2 1");
    let told = ["定  1.1/1 数值：照新报告（4座）", "定  2.1/1 数值：照计划（5所）"];
    assert_eq!(amending.decisions(), told);
}
