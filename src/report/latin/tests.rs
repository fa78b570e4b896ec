//! Plans in Latin letters, in the words of places that there are not.

use super::super::hint::{Form, Hint};
use super::super::tests::{brief, brief_of};
use super::super::{read, read_formed};

const PLAN: &str = "Amber Vale Council\nDelivery Plan 2031-32\n\nIntroduction\nLast year we built 12 homes.\n\nPriority 1: Homes for all\n1.1 Build more homes\nWe will build at least 40 homes by March 2032. Reduce waiting time from 45 to 30 days.\n1.2 Mend what we have\nRefurbish 300 flats.\nLead: Housing Services\nBy when: March 2032\nPriority 2: Green streets\n2.1 Plant trees\nPlant 1,500 trees.\n2.2 Cut waste\nRaise the recycling rate to 52%.\n";

#[test]
fn priorities_are_sections_and_numbered_headings_tasks() {
    assert_eq!(
        brief(PLAN),
        [
            "1 Homes for all",
            "1.1 Build more homes: We will build at least 40 homes by March 2032.|Reduce waiting time from 45 to 30 days.",
            "1.2 Mend what we have: Refurbish 300 flats.",
            "2 Green streets",
            "2.1 Plant trees: Plant 1,500 trees.",
            "2.2 Cut waste: Raise the recycling rate to 52%.",
        ]
    );
    let draft = read(PLAN);
    assert_eq!(draft.plan.title, "Delivery Plan 2031-32");
    assert_eq!(draft.plan.id, "plan-2031");
    let duty = &draft.duties[0];
    assert_eq!(
        (duty.leads.join(","), duty.due.as_str()),
        ("Housing Services".into(), "March 2032")
    );
    let goals: Vec<String> = draft
        .plan
        .targets()
        .map(|goal| format!("{} | {:?} {}", goal.metric, goal.comparator, goal.amount()))
        .collect();
    assert_eq!(
        goals,
        [
            "build homes | AtLeast 40",
            "Reduce waiting time | FromTo 30 days",
            "Refurbish flats | Exactly 300",
            "Plant trees | Exactly 1500",
            "Raise the recycling rate | Exactly 52%",
        ]
    );
    assert_eq!(draft.doubts.iter().filter(|doubt| doubt.is_of_target()).count(), goals.len());
}

#[test]
fn headings_that_stand_alone_are_sections_and_their_items_tasks() {
    let text = "Harbour Town Action Programme 2031\n\nSafer streets\n\n• Light 12 crossings, all of them near schools.\n• Train 30 wardens.\n\nBetter parks\n\n- Restore two ponds and open the\n  old bandstand.\n";
    assert_eq!(
        brief(text),
        [
            "1 Safer streets",
            "1.1 Light 12 crossings: Light 12 crossings, all of them near schools.",
            "1.2 Train 30 wardens: Train 30 wardens.",
            "2 Better parks",
            "2.1 Restore two ponds and open the old bandstand: Restore two ponds and open the old bandstand.",
        ]
    );
}

#[test]
fn a_table_of_actions_is_rows_with_their_leads() {
    let text = "Northmoor Climate Plan 2031\n\n## Energy\n| Action | Lead | Deadline |\n|---|---|---|\n| Fit 200 heat pumps | Housing | June 2031 |\n\n## Travel\n| Action | Lead | Deadline |\n|---|---|---|\n| Open 4 km of cycle lanes | Highways | May 2031 |\n";
    assert_eq!(
        brief(text),
        [
            "1 Energy",
            "1.1 Fit 200 heat pumps: Fit 200 heat pumps",
            "2 Travel",
            "2.1 Open 4 km of cycle lanes: Open 4 km of cycle lanes",
        ]
    );
    let leads: Vec<String> = read(text).duties.iter().map(|duty| duty.leads.concat()).collect();
    assert_eq!(leads, ["Housing", "Highways"]);
}

#[test]
fn a_plan_without_headings_is_one_section_with_its_targets() {
    let text = "Plan of Action 2031\n\nWe will build 5 km of road. We will plant 200 trees.\n\nSchools open in June.";
    assert_eq!(
        brief(text),
        [
            "1 Plan of Action 2031",
            "1.1 We will build 5 km of road: We will build 5 km of road.|We will plant 200 trees.",
            "1.2 Schools open in June: Schools open in June.",
        ]
    );
    assert_eq!(read(text).plan.targets().count(), 2);
}

#[test]
fn a_heading_above_all_sections_is_the_title() {
    let text = "# Marlow Action Plan 2032\n\n## Housing\n- Complete 62 homes.\n\n## Safety\n- Keep the response time under 7 minutes.\n";
    assert_eq!(
        brief(text),
        [
            "1 Housing",
            "1.1 Complete 62 homes: Complete 62 homes.",
            "2 Safety",
            "2.1 Keep the response time under 7 minutes: Keep the response time under 7 minutes.",
        ]
    );
    let draft = read(text);
    assert_eq!(draft.plan.title, "Marlow Action Plan 2032");
    assert_eq!(draft.plan.targets().count(), 2);
}

#[test]
fn numbered_headings_and_bold_leads_of_an_outline_are_sections_and_tasks() {
    let text = "Amber Vale Delivery Plan 2031\n1. Homes for all\n1. Build more homes. At least 40 homes by March 2032.\n2. Mend what we have. Refurbish 300 flats.\n2. Green streets\n1. Plant trees. Plant 1,500 trees.\n";
    let at = |words: &str| text.find(words).map(|at| at..at + words.len()).unwrap_or_default();
    let heading = |words: &str, level| Hint { range: at(words), what: Form::Heading(level) };
    let strong = |words: &str| Hint { range: at(words), what: Form::Strong };
    let mut hints = vec![
        heading("Amber Vale Delivery Plan 2031", 1),
        heading("1. Homes for all", 2),
        strong("Build more homes."),
        strong("Mend what we have."),
        heading("2. Green streets", 2),
        strong("Plant trees."),
    ];
    hints.sort_by_key(|hint| hint.range.start);
    assert_eq!(
        brief_of(&read_formed(text, &hints)),
        [
            "1 Homes for all",
            "1.1 Build more homes: At least 40 homes by March 2032.",
            "1.2 Mend what we have: Refurbish 300 flats.",
            "2 Green streets",
            "2.1 Plant trees: Plant 1,500 trees.",
        ]
    );
}
