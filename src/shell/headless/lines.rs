//! Targets and decisions in one line each, for lists, pages and the overview alike.

use crate::app::Session;
use crate::judge::light::{latest_reading, of_decision, of_target};
use crate::ledger::{RecordId, sentence};
use crate::plan::{Party, Target};
use crate::words::Lang;
use crate::words::printed::Printed;

/// `1.2/1  签约额  目标 500亿元  最新 305亿元（1—8月）`
pub fn target(session: &Session, target: &Target, lang: Lang) -> String {
    let state = session.state();
    let mut parts = vec![format!("{:<5}  {}", target.id.to_string(), target.metric)];
    if target.value.is_some() {
        parts.push(Printed::Goal { amount: target.amount() }.text(lang));
    }
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

/// `2023-08-11/7  X 逾期  1.4  太安路迁改8月底前完成  牵头 临空办  时限 2023-08-31  立项`
pub fn decision(session: &Session, id: &RecordId, lang: Lang) -> Option<String> {
    let state = session.state();
    let now = state.standing(id)?;
    let light = of_decision(&now, session.today);
    let about = &state.ledger.decisions.get(id)?.about;
    let about: Vec<String> = about.iter().map(ToString::to_string).collect();
    let mut parts = vec![format!("{id}  {} {}", light.mark(), light.word().text(lang))];
    parts.extend([about.join("、"), now.text].into_iter().filter(|part| !part.is_empty()));
    parts.extend(people(&now.lead, &now.support, lang));
    parts.extend(now.due.when().map(|when| Printed::Due { day: when.to_string() }.text(lang)));
    parts.push(now.stage.word().text(lang).to_owned());
    Some(parts.join("  "))
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
