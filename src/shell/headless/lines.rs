//! Targets and decisions in one line each, for lists, pages and the overview alike.

use crate::app::Session;
use crate::judge::light::{latest_reading, of_decision, of_target};
use crate::ledger::{About, Account, Colour, Moment, RecordId, Signing, Standing, sentence};
use crate::plan::{Party, Target};
use crate::words::printed::Printed;
use crate::words::{Beside, Lang, Seen, Sign};

/// `1.2/1  签约额  目标 500亿元  最新 305亿元（1—8月）`
pub fn target(session: &Session, target: &Target, lang: Lang) -> String {
    let state = session.state();
    let mut parts = vec![format!("{:<5}  {}", target.id.to_string(), target.metric)];
    parts.extend(goal(session, target, lang));
    if let Some((_, reading)) = latest_reading(state, target.id) {
        let value = format!("{}{}", reading.value, target.unit);
        let period = sentence::months(reading.period, lang);
        parts.push(Printed::Latest { value, period }.text(lang));
    }
    if let Some(light) = of_target(state, target) {
        parts.push(format!("{} {}", light.mark(), light.word().text(lang)));
    }
    parts.join("  ")
}

/// The goal in force, and what it was before it was amended.
fn goal(session: &Session, target: &Target, lang: Lang) -> Option<String> {
    let Some(amendment) = session.state().amendment_in_force(target.id, session.base_day()) else {
        return target.value.map(|_| Printed::Goal { amount: target.amount() }.text(lang));
    };
    let goal = Printed::Goal { amount: format!("{}{}", amendment.now, target.unit) }.text(lang);
    let was = amendment.was.map_or_else(|| "-".to_owned(), |was| was.to_string());
    let amended = Seen::Amended { was, organ: amendment.organ.clone() }.text(lang);
    Some(Beside::Details { said: goal, details: amended }.text(lang))
}

/// `2023-08-11/7  X 逾期  1.4  太安路迁改8月底前完成  牵头 临空办  时限 2023-08-31  立项`
pub fn decision(session: &Session, id: &RecordId, lang: Lang) -> Option<String> {
    let state = session.state();
    let now = state.standing(id)?;
    let light = of_decision(&now, session.today);
    let about = &state.ledger.decisions.get(id)?.about;
    let about: Vec<String> = about.iter().map(ToString::to_string).collect();
    let mut parts = vec![format!("{id}  {} {}", light.mark(), light.word().text(lang))];
    parts.extend([about.join("、"), now.text.clone()].into_iter().filter(|part| !part.is_empty()));
    parts.extend(people(&now.lead, &now.support, lang));
    parts.extend(now.due.when().map(|when| Printed::Due { day: when.to_string() }.text(lang)));
    parts.push(now.stage.word().text(lang).to_owned());
    parts.extend(extended(&now, lang));
    parts.extend(sheets(session, &About::Decision(id.clone()), lang));
    if now.corrected {
        parts.push(Sign::Corrected.text(lang).to_owned());
    }
    Some(parts.join("  "))
}

/// `延期1次`
fn extended(now: &Standing, lang: Lang) -> Option<String> {
    let count = now.extended.len();
    (count > 0).then(|| Seen::Extended { count: count.to_string() }.text(lang))
}

/// `督办单 蓝1 黄0 红0`, when there was any.
pub fn sheets(session: &Session, about: &About, lang: Lang) -> Option<String> {
    let issued = session.state().issued(about);
    let of = |colour| issued.of(colour).to_string();
    let seen =
        Seen::Sheets { blue: of(Colour::Blue), yellow: of(Colour::Yellow), red: of(Colour::Red) };
    (!issued.is_none()).then(|| seen.text(lang))
}

/// `  2023-09-15  延期到 2023-10-15（…）`, one moment of a life.
pub fn moment(moment: &Moment<'_>, lang: Lang) -> String {
    let day = moment.on.map_or_else(String::new, |day| day.to_string());
    let (record, said) = (moment.record, sentence::of_event(moment, lang));
    format!("  {day}  {said}  [{record}]")
}

/// 送审稿, or who signed the minutes.
pub fn signed(signing: Option<&Signing>, lang: Lang) -> String {
    match signing {
        None => Sign::Draft.text(lang).to_owned(),
        Some(signing) => {
            let (by, day) = (signing.by.clone(), signing.on.to_string());
            let said = Seen::Signed { by, day }.text(lang);
            format!("{said} {}", signing.document).trim_end().to_owned()
        }
    }
}

/// `交账 完成：签约额505亿元`
pub fn account(account: &Account, lang: Lang) -> String {
    let state = account.state.word().text(lang).to_owned();
    Printed::Account { state, reason: account.reason.clone() }.text(lang)
}

/// `牵头 投促局`, `配合 发改局`; nothing for nobody.
pub fn people(lead: &[Party], support: &[Party], lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    if !lead.is_empty() {
        parts.push(Printed::Lead { names: sentence::names(lead) }.text(lang));
    }
    if !support.is_empty() {
        parts.push(Printed::Support { names: sentence::names(support) }.text(lang));
    }
    parts
}
