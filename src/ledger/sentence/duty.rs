//! Who answers for what: 牵头 甲，配合 乙. Only what is there is told, whichever of it that is.

use super::names;
use crate::ledger::{Assignment, Due};
use crate::plan::Party;
use crate::words::{Joint, Lang, Told};

/// Who has a row. Where no office is named: who leads it, who answers for it, by when.
pub(super) fn assigned(row: String, now: &Assignment, lang: Lang) -> Told {
    Told::Assigned { row, who: of(now, lang) }
}

/// The offices of an assignment; of one without any, whatever else it says.
pub(super) fn of(now: &Assignment, lang: Lang) -> String {
    let offices = offices(&now.lead, &now.support, lang);
    if !offices.is_empty() {
        return offices.join(Joint::Comma.text(lang));
    }
    let named = |name: &String| Some(name.clone()).filter(|name| !name.is_empty());
    let told = [
        named(&now.sponsor).map(|name| Told::Sponsor { name }),
        named(&now.person).map(|name| Told::Person { name }),
        now.due.map(|day| Told::Until { day: day.to_string() }),
    ];
    let told: Vec<String> = told.into_iter().flatten().map(|told| told.text(lang)).collect();
    if told.is_empty() { Told::Nobody.text(lang) } else { told.join(Joint::Comma.text(lang)) }
}

/// Who leads, and who helps.
fn offices(lead: &[Party], support: &[Party], lang: Lang) -> Vec<String> {
    let lead = (!lead.is_empty()).then(|| Told::Leads { names: names(lead) });
    let support = (!support.is_empty()).then(|| Told::Helps { names: names(support) });
    lead.into_iter().chain(support).map(|told| told.text(lang)).collect()
}

/// A sentence with who leads, who helps and by when behind it.
pub(super) fn with_whom(
    text: String,
    (lead, support): (&[Party], &[Party]),
    due: &Due,
    lang: Lang,
) -> String {
    let mut parts = vec![text];
    parts.extend(offices(lead, support, lang));
    if let Due::Stated(when) | Due::Assumed(when) = due {
        parts.push(Told::Until { day: when.text(lang) }.text(lang));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(Joint::Comma.text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lead: &[&str], support: &[&str], more: impl FnOnce(&mut Assignment)) -> [String; 2] {
        let parties =
            |names: &[&str]| names.iter().map(|it| Party::Outside((*it).into())).collect();
        let mut now = Assignment::since("2023-09-15".parse().unwrap());
        (now.lead, now.support) = (parties(lead), parties(support));
        more(&mut now);
        [Lang::Zh, Lang::En].map(|lang| assigned("1.4".into(), &now, lang).text(lang))
    }

    #[test]
    fn only_what_is_there_is_told() {
        let none = |_: &mut Assignment| {};
        let two = ["甲", "乙"];
        assert_eq!(
            told(&two[..1], &two[1..], none),
            ["分工 1.4 牵头 甲，配合 乙", "1.4 led by 甲, with 乙"]
        );
        assert_eq!(told(&two[..1], &[], none), ["分工 1.4 牵头 甲", "1.4 led by 甲"]);
        assert_eq!(told(&[], &two, none), ["分工 1.4 配合 甲、乙", "1.4 with 甲、乙"]);
        assert_eq!(told(&[], &[], none), ["分工 1.4 无人", "1.4 has nobody"]);
        let whom = |now: &mut Assignment| now.sponsor = "副区长".into();
        assert_eq!(told(&[], &[], whom), ["分工 1.4 牵头领导 副区长", "1.4 sponsored by 副区长"]);
        let until = |now: &mut Assignment| now.due = "2023-12-31".parse().ok();
        assert_eq!(told(&[], &[], until), ["分工 1.4 时限 2023-12-31", "1.4 by 2023-12-31"]);
    }
}
