//! An agenda that builds itself: from what the last meeting left open, the three lists, and the plan.
//!
//! What was put off comes back by itself until a meeting went through it. The order proposed here is
//! a beginning; the secretary changes it.

use std::collections::{BTreeMap, BTreeSet};

use super::follows_up;
use super::order::{self, Agenda};
use crate::app::session::Session;
use crate::judge::{Light, Subject};
use crate::ledger::{About, AgendaItem, ItemState, Meeting, Remark};
use crate::plan::{Party, Place};
use crate::words::{Joint, Lang, Told};

/// The agenda that the three lists make, in the place of what is prepared: items that were worked on
/// keep what was written in them, topics stay.
pub fn from_lists(session: &Session, code: &str, lang: Lang) -> Agenda {
    let now = session.agenda().cloned().unwrap_or_default();
    let fixed = order::fixed(session);
    let is_there = |item: &AgendaItem| {
        now.iter().any(|(number, other)| fixed.contains(number) && is_same(item, other))
    };
    let mut items = proposed(session, code, lang);
    items.retain(|item| !is_there(item));
    let mut topics = Vec::new();
    for (_, old) in now.iter().filter(|(number, _)| !fixed.contains(*number)) {
        match items.iter_mut().find(|item| is_same(item, old)) {
            Some(item) => *item = AgendaItem { title: item.title.clone(), ..old.clone() },
            None if is_topic(old) || !old.prepared.is_empty() => topics.push(old.clone()),
            None => {}
        }
    }
    let written = items.iter().position(|item| item.state == ItemState::Written);
    items.splice(written.unwrap_or(items.len())..written.unwrap_or(items.len()), topics);
    order::filled(&now, &fixed, items)
}

/// What the last meeting left open, the headline targets, then the plan, task by task.
pub fn in_plan_order(session: &Session, code: &str, lang: Lang) -> Agenda {
    let mut items = standing(session, code, lang);
    let known = rows_of(&items);
    let tasks = session.plan.tasks().map(|task| task.id).filter(|task| !covers(&known, *task));
    items.extend(tasks.map(|task| of_task(session, task)));
    numbered(items)
}

/// Items under their numbers. What has no number any more stands in the last item, so that no row is
/// left out of a plan of any size.
fn numbered(mut items: Vec<AgendaItem>) -> Agenda {
    let beyond = items.split_off(items.len().min(usize::from(u16::MAX)));
    if let Some(last) = items.last_mut() {
        last.rows.extend(beyond.into_iter().flat_map(|item| item.rows));
    }
    (1..=u16::MAX).zip(items).collect()
}

/// What comes before anything else: the first items of every meeting, and what was put off.
pub fn standing(session: &Session, code: &str, lang: Lang) -> Vec<AgendaItem> {
    let mut items = Vec::new();
    if !session.index.open().is_empty() {
        items.push(titled(Told::OpenDecisions.text(lang)));
    }
    let headline = session.plan.headline.iter().map(|target| session.plan.row(target.id));
    let headline =
        AgendaItem { rows: headline.collect(), ..titled(Told::HeadlineTargets.text(lang)) };
    if !headline.rows.is_empty() {
        items.push(headline);
    }
    let put_off = session.last_of(code).map(|meeting| come_back(meeting, lang));
    let mut put_off = put_off.unwrap_or_default();
    // Every meeting has them; what was put off comes back in them.
    for own in &mut items {
        let again =
            |was: &mut AgendaItem| is_same(own, was) || (follows_up(own) && follows_up(was));
        if let Some(was) = put_off.extract_if(.., again).last() {
            own.reason = was.reason;
        }
    }
    items.extend(remarks(session, lang));
    items.extend(put_off);
    items
}

/// Every item that the lists ask for, the first ones and the rest of the plan around them.
fn proposed(session: &Session, code: &str, lang: Lang) -> Vec<AgendaItem> {
    let mut items = standing(session, code, lang);
    let known = rows_of(&items);
    let mut pressing: Vec<(Light, Place)> =
        worst_of_tasks(session).into_iter().map(|(task, light)| (light, task)).collect();
    pressing.retain(|(_, task)| !covers(&known, *task));
    pressing.sort_unstable();
    let (silent, alight): (Vec<_>, Vec<_>) =
        pressing.into_iter().partition(|(light, _)| *light == Light::Unreported);
    items.extend(alight.into_iter().map(|(_, task)| of_task(session, task)));
    let silent: Vec<Place> = silent.into_iter().map(|(_, task)| task).collect();
    items.extend(of_tasks(session, &silent, |count| Told::Unreported { count }.text(lang)));
    let known = rows_of(&items);
    let rest = session.plan.tasks().map(|task| task.id).filter(|task| !covers(&known, *task));
    let rest: Vec<Place> = rest.collect();
    let rest = of_tasks(session, &rest, |count| Told::Rest { count }.text(lang));
    items.extend(rest.map(|item| AgendaItem { state: ItemState::Written, ..item }));
    items
}

/// The worst light of each task that is on a list. Decisions that are open and not yet due are gone
/// through in the first item, and bring no task with them.
fn worst_of_tasks(session: &Session) -> BTreeMap<Place, Light> {
    let state = session.state();
    let mut worst: BTreeMap<Place, Light> = BTreeMap::new();
    for point in session.lists().points() {
        let places: Vec<Place> = match &point.about {
            Subject::Row(place) => vec![*place],
            Subject::Decision(id) if matches!(point.light, Light::Overdue | Light::DueSoon) => {
                let about = state.ledger.decisions.get(id).map(|made| made.about.as_slice());
                about.unwrap_or_default().iter().filter_map(place_of).collect()
            }
            Subject::Decision(_) => Vec::new(),
        };
        for task in places.into_iter().filter_map(Place::in_task) {
            let light = worst.entry(task).or_insert(point.light);
            *light = point.light.min(*light);
        }
    }
    worst
}

fn place_of(about: &About) -> Option<Place> {
    match about {
        About::Row(row) => Some(row.place),
        About::Decision(_) => None,
    }
}

/// What a meeting put off or did not come to: it is to be come to now.
fn come_back(meeting: &Meeting, lang: Lang) -> Vec<AgendaItem> {
    let waits = |item: &&AgendaItem| match item.state {
        ItemState::Postponed | ItemState::Carried => true,
        // Only ^N says that an item is through.
        ItemState::Ahead | ItemState::Current => !item.reason.is_empty() || is_topic(item),
        ItemState::Discussed | ItemState::Written => false,
    };
    let number = meeting.number.to_string();
    let again = |item: &AgendaItem| {
        let (number, state) = (number.clone(), item.state.word().text(lang).to_owned());
        let reason = match item.state {
            ItemState::Ahead | ItemState::Current => item.reason.clone(),
            _ if item.reason.is_empty() => Told::PutOff { number, state }.text(lang),
            _ => Told::PutOffBecause { number, state, reason: item.reason.clone() }.text(lang),
        };
        // What papers said of it was about that meeting.
        let in_papers = String::new();
        AgendaItem { state: ItemState::Ahead, reason, in_papers, ..item.clone() }
    };
    meeting.agenda.values().filter(waits).map(again).collect()
}

/// What reviewers asked about a row and nobody answered, one item a row.
fn remarks(session: &Session, lang: Lang) -> Vec<AgendaItem> {
    let mut said: BTreeMap<Place, Vec<&str>> = BTreeMap::new();
    for mark in &session.sealed.marks {
        if let (Remark::Said(text), Some(place)) = (&mark.remark, row_of(session, &mark.about)) {
            said.entry(place).or_default().push(text);
        }
    }
    let item = |(place, texts): (Place, Vec<&str>)| AgendaItem {
        title: Told::Remarks { text: texts.join(Joint::Apart.text(lang)) }.text(lang),
        rows: vec![session.plan.row(place)],
        office: leader(session, place),
        reason: Told::Unanswered.text(lang),
        ..AgendaItem::default()
    };
    said.into_iter().map(item).collect()
}

fn row_of(session: &Session, about: &About) -> Option<Place> {
    let row = match about {
        About::Row(row) => Some(row.place),
        About::Decision(id) => {
            let made = session.state().ledger.decisions.get(id)?;
            made.about.iter().find_map(place_of)
        }
    };
    row.map(|place| place.in_task().unwrap_or(place))
}

fn of_task(session: &Session, task: Place) -> AgendaItem {
    let row = session.plan.row(task);
    let office = leader(session, task);
    AgendaItem { office, rows: vec![row.clone()], ..titled(row.title) }
}

fn of_tasks(
    session: &Session,
    tasks: &[Place],
    title: impl Fn(String) -> String,
) -> Option<AgendaItem> {
    match tasks {
        [] => None,
        [task] => Some(of_task(session, *task)),
        tasks => {
            let rows = tasks.iter().map(|task| session.plan.row(*task)).collect();
            Some(AgendaItem { rows, ..titled(title(tasks.len().to_string())) })
        }
    }
}

fn leader(session: &Session, place: Place) -> Option<Party> {
    session.assignment(place).and_then(|now| now.lead.first()).cloned()
}

fn titled(title: String) -> AgendaItem {
    AgendaItem { title, ..AgendaItem::default() }
}

/// A topic of its own: 关于…的汇报, not a row of the plan and not one of the first items.
fn is_topic(item: &AgendaItem) -> bool {
    let standing = [Lang::Zh, Lang::En].map(|lang| Told::OpenDecisions.text(lang));
    item.rows.is_empty() && !standing.contains(&item.title)
}

/// Whether two items go through the same: the same rows, or without rows the same title.
fn is_same(one: &AgendaItem, other: &AgendaItem) -> bool {
    one.rows == other.rows && (!one.rows.is_empty() || one.title == other.title)
}

/// The rows that items are about.
fn rows_of(items: &[AgendaItem]) -> BTreeSet<Place> {
    items.iter().flat_map(|item| &item.rows).map(|row| row.place).collect()
}

/// Whether a task, or its section, is among rows.
fn covers(rows: &BTreeSet<Place>, task: Place) -> bool {
    rows.contains(&task) || task.in_section().is_some_and(|section| rows.contains(&section))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::{between, founded, in_session, lived, place, plan};
    use crate::judge::Point;
    use crate::ledger::Mark;

    fn shown(point: &Point) -> String {
        let about = match &point.about {
            Subject::Row(place) => place.to_string(),
            Subject::Decision(id) => id.to_string(),
        };
        let lead = crate::ledger::sentence::names(&point.lead);
        let why = point.why.text(Lang::Zh);
        format!("{} {about} {lead} {why}", point.light.mark())
    }

    #[test]
    fn no_row_is_left_out_when_the_numbers_run_out() {
        let row = plan().row(place("1.2"));
        let item = AgendaItem { rows: vec![row], ..titled(String::new()) };
        let agenda = numbered(vec![item; 70_000]);
        assert_eq!((agenda.len(), agenda.keys().last()), (65_535, Some(&u16::MAX)));
        assert_eq!(agenda.values().map(|item| item.rows.len()).sum::<usize>(), 70_000);
    }

    #[test]
    fn the_lists_stand_in_order_of_how_much_they_press() {
        let session = between();
        let lists = session.lists();
        let said: Vec<String> = lists.decisions.iter().map(shown).collect();
        assert_eq!(
            said,
            [
                "X 2023-05-19/1 临空办 逾期77天（06-30）",
                "X 2023-08-11/10 临空办 逾期15天（08-31）",
                "X 2023-08-11/11 投促局 09-05未反馈（每月5日）",
                "~ 2023-05-19/2 住建局 今天到期（09-15）",
                "~ 2023-08-11/12 工信局 还有5天（09-20）",
                "= 2023-08-11/13  没有时限",
            ]
        );
        let behind: Vec<String> = lists.behind.iter().map(shown).collect();
        let wide = ["! 1.2/1 投促局 差10.3点（1—7月）", "! 2.2/3  差8.3点（1—7月）"];
        assert_eq!(behind[..2], wide, "{behind:?}");
        let unreported = &lists.unreported;
        assert_eq!(shown(&unreported[0]), "? 0/6  从未报数");
        assert!(unreported.iter().all(|point| point.light == Light::Unreported));
        // What the open meeting decided is no matter for its own list.
        assert_eq!(in_session().lists().decisions.len(), 6);
    }

    #[test]
    fn pressing_tasks_come_one_by_one_and_the_rest_in_writing() {
        let session = between();
        let agenda = from_lists(&session, "", Lang::Zh);
        let said: Vec<String> = agenda
            .values()
            .map(|item| {
                let places: Vec<String> =
                    item.rows.iter().map(|row| row.place.to_string()).collect();
                let office = item.office.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{} {} {office}", item.state.code(), places.join(","))
            })
            .collect();
        assert_eq!(
            said,
            [
                "ahead  ",
                "ahead 0/1,0/2,0/3,0/4,0/5,0/6 ",
                "ahead 1.2 投促局",
                "ahead 1.4 临空办",
                "ahead 2.2 ",
                "ahead 3.1 住建局",
                "ahead 1.1,2.1,2.3,3.2,3.3,4.1,4.2,4.3,4.4,4.5,5.3 ",
                "written 1.3,5.1,5.2,5.4,5.5 ",
            ]
        );
        // Every task is somewhere, and nowhere twice.
        let mut tasks: Vec<Place> = agenda
            .values()
            .flat_map(|item| item.rows.iter().map(|row| row.place))
            .filter(|place| place.in_task().is_some())
            .collect();
        tasks.sort_unstable();
        assert!(session.plan.tasks().map(|task| task.id).eq(tasks));
    }

    #[test]
    fn building_anew_keeps_what_was_worked_on() {
        let mut session = between();
        let mut agenda = from_lists(&session, "", Lang::Zh);
        if let Some(item) = agenda.get_mut(&4) {
            item.minutes = Some(15);
            item.prepared = vec!["一行".into()];
        }
        let topic = titled("关于预算的汇报".into());
        let (mut agenda, _) = order::with(&agenda, Some(2), topic, &order::fixed(&session));
        let plain = titled(String::new());
        agenda.insert(90, AgendaItem { rows: vec![session.plan.row(place("5.1"))], ..plain });
        session.keeping.agenda = agenda;
        let again = from_lists(&session, "", Lang::Zh);
        let kept = again.values().find(|item| item.minutes == Some(15)).unwrap();
        assert_eq!(kept.prepared, ["一行"]);
        let titles: Vec<&str> = again.values().map(|item| item.title.as_str()).collect();
        assert_eq!(titles[titles.len() - 2..], ["关于预算的汇报", "其余5项"]);
        assert_eq!(again.len(), 9, "an item that the lists do not ask for goes");
    }

    #[test]
    fn unanswered_remarks_come_row_by_row() {
        let mut session = founded(plan());
        let mark = |about: &str, text: &str| Mark {
            about: About::Row(session.plan.row(about.parse().unwrap())),
            by: "阅览甲".into(),
            remark: Remark::Said(text.into()),
        };
        let seen = Mark { remark: Remark::Seen, ..mark("1.3", "") };
        let marks = vec![mark("1.2", "签约转开工率是多少"), mark("1.2/1", "口径一致吗"), seen];
        session.sealed.marks = marks;
        let agenda = in_plan_order(&session, "", Lang::Zh);
        let remarks: Vec<&AgendaItem> =
            agenda.values().filter(|item| item.title.starts_with("回应批注")).collect();
        let [one] = remarks[..] else { panic!("{remarks:?}") };
        assert_eq!(one.title, "回应批注：签约转开工率是多少；口径一致吗");
        assert_eq!(one.rows[0].place, place("1.2"));
        assert!(!agenda.values().any(|item| item.title.contains("阅览甲")), "names stay here");
        assert_eq!(agenda.len(), 21, "the task is not gone through twice");
    }

    #[test]
    fn a_card_tells_then_from_now_and_quotes_the_last_promise() {
        let session = in_session();
        let party = |key: &str| Party::named(key, &session.plan.roster);
        let card = session.card(&party("lkb"));
        let first = &card.rows[0];
        let value = |reading: Option<&crate::ledger::Reading>| {
            reading.map(|reading| (reading.value.to_string(), reading.period.to.month))
        };
        assert_eq!(value(first.last.as_deref()), Some(("1".into(), 7)));
        assert_eq!(value(first.now.as_deref()), Some(("1".into(), 8)));
        let promise = card.promise.as_ref().unwrap();
        assert_eq!(promise.record.to_string(), "2023-08-11/10");
        assert_eq!(promise.standing.text, "太安路迁改8月底前完成");
        let due: Vec<String> = card.due.iter().map(ToString::to_string).collect();
        assert_eq!(due, ["2023-05-19/1", "2023-08-11/10"]);
        assert_eq!(card.open.len(), 2);
        assert_eq!(card.supports, [place("1.2")]);
        let silent = session.card(&party("tcj"));
        assert_eq!(
            value(silent.rows[0].now.as_deref()),
            None,
            "nothing new since the last meeting"
        );
        let between = between();
        let closed = between.card(&party("tcj"));
        assert_eq!(value(closed.rows[0].last.as_deref()), Some(("240".into(), 7)));
        assert_eq!(value(closed.rows[0].now.as_deref()), None, "all of a closed meeting is past");
        // A slip that was put right is right on the card too.
        let right = lived();
        let right = right.card(&party("tcj"));
        assert_eq!(value(right.rows[0].last.as_deref()), Some(("204".into(), 7)));
        assert_eq!(closed.promise.map(|promise| promise.record.number), Some(11));
        assert_eq!(session.card(&Party::Outside("无此单位".into())).rows, []);
    }
}
