//! Targets and decisions in one line each, for lists, pages and the overview alike.

use crate::app::Session;
use crate::judge::{Light, goal};
use crate::ledger::{About, Account, Colour, Moment, RecordId, Signing, Standing, sentence};
use crate::plan::{Party, Target};
use crate::words::printed::Printed;
use crate::words::{Beside, Joint, Lang, Seen, Sign};

/// `1.2/1  签约额  目标 500亿元  最新 305亿元（1—8月）  ! 滞后  累计305/500=61.0%，…`
pub fn target(session: &Session, target: &Target, lang: Lang) -> String {
    let light = session.verdicts.of(target.id).and_then(|verdict| verdict.light);
    let light = light.map(|light| marked(light, lang)).unwrap_or_default();
    judged_target(session, target, &light, lang)
}

/// The same with the words of its light as they are given.
pub fn judged_target(session: &Session, target: &Target, light: &str, lang: Lang) -> String {
    let mut parts = vec![format!("{:<5}  {}", target.id.to_string(), target.metric)];
    parts.extend(goal(session, target, lang));
    if let Some(figure) = session.verdicts.of(target.id).and_then(|verdict| verdict.figure) {
        let value = target.measured(figure.value);
        let period = sentence::months(figure.period, lang);
        parts.push(Printed::Latest { value, period }.text(lang));
    }
    parts.extend([light.to_owned(), session.reason(target.id, lang).unwrap_or_default()]);
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

/// `! 滞后`
pub fn marked(light: Light, lang: Lang) -> String {
    format!("{} {}", light.mark(), light.word().text(lang))
}

/// The goal in force, and what it was before it was amended.
fn goal(session: &Session, target: &Target, lang: Lang) -> Option<String> {
    let (state, today) = (session.state(), session.today);
    let in_force = goal::in_force(state, target, today, today);
    let amount = goal::phrase(target, in_force.map(|goal| goal.value), lang);
    let said = Printed::Goal { amount: amount.clone() }.text(lang);
    let Some(amendment) = in_force.and_then(|goal| goal.by) else {
        return (!amount.is_empty()).then_some(said);
    };
    let was = amendment.was.map_or_else(|| "-".to_owned(), |was| was.to_string());
    let details = Seen::Amended { was, organ: amendment.organ.clone() }.text(lang);
    Some(Beside::Details { said, details }.text(lang))
}

/// `2023-08-11/7  X 逾期  1.4  太安路迁改8月底前完成  牵头 临空办  时限 2023-08-31  立项`
pub fn decision(session: &Session, id: &RecordId, lang: Lang) -> Option<String> {
    let state = session.state();
    let now = state.standing(id)?;
    let light = session.judged(id)?.light.map(|light| marked(light, lang)).unwrap_or_default();
    let about = &state.ledger.decisions.get(id)?.about;
    let about: Vec<String> = about.iter().map(ToString::to_string).collect();
    let mut parts = vec![id.to_string()];
    let begin = [light, about.join(Joint::List.text(lang)), now.text.clone()];
    parts.extend(begin.into_iter().filter(|part| !part.is_empty()));
    parts.extend(people(&now.lead, &now.support, lang));
    parts.extend(now.due.when().map(|when| Printed::Due { day: when.text(lang) }.text(lang)));
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
