//! What a target's numbers look like: the goal as it is meant, the figure that was judged, the way to
//! go as a bar with its pace, or as a gap where a bar would be wrong.
//!
//! It draws what a verdict says and judges nothing.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::style::Role;
use super::subject::Subject;
use super::table::Cell;
use super::width::Ruler;
use crate::judge::{Figure, Verdict, goal, latest_reading};
use crate::ledger::{Slip, sentence};
use crate::plan::{Number, Place, Target};
use crate::words::{Seen, Sign};

/// The narrowest bar that still says something: brackets, the mark, and four cells.
pub const BAR: usize = 7;

/// How many readings a trail shows.
const TRAIL: usize = 5;

impl<'a> Subject<'a> {
    /// How a target or a task stands.
    pub fn verdict(self, place: Place) -> Option<&'a Verdict> {
        self.session.verdicts.of(place)
    }

    /// The figure of a target: its newest reading, or what several add up to.
    pub fn latest(self, target: &Target) -> Option<Figure> {
        self.verdict(target.id)?.figure
    }

    /// The goal that counts today: as adopted, or as amended.
    pub fn value(self, target: &Target) -> Option<Number> {
        let today = self.session.today;
        goal::in_force(self.state(), target, today, today).map(|goal| goal.value)
    }

    /// `原500，区人大常委会调整`, where the goal in force is not the adopted one.
    pub fn amended(self, target: Place) -> Option<String> {
        let amendment = self.state().amendment_in_force(target, self.session.base_day())?;
        let (was, organ) = (amendment.was, amendment.organ.clone());
        let was = was.map_or_else(|| "-".to_owned(), |was| was.to_string());
        Some(Seen::Amended { was, organ }.text(self.lang()))
    }

    /// `更正过（原204）`, where the newest reading was corrected.
    pub fn corrected(self, target: &Target) -> Option<String> {
        let (id, _) = latest_reading(self.state(), target.id)?;
        let slips = self.state().corrections(id).into_iter().map(|(_, one)| &one.slip);
        let mut slips = slips.peekable();
        slips.peek()?;
        let first = slips.find_map(|slip| match slip {
            Slip::Value { was, .. } => Some(was.to_string()),
            _ => None,
        });
        let plain = || self.sign(Sign::Corrected).to_owned();
        Some(first.map_or_else(plain, |was| Seen::WasFigure { was }.text(self.lang())))
    }

    /// `原写 32%`, where the unit of the newest reading was another one.
    pub fn written(self, target: &Target) -> Option<String> {
        let (_, reading) = latest_reading(self.state(), target.id)?;
        let figure = reading.written.clone();
        (!figure.is_empty()).then(|| Seen::Written { figure }.text(self.lang()))
    }

    /// The goal as it is meant: `6%左右`, `由4到2个`, `只增不减`.
    pub fn goal(self, target: &Target) -> String {
        goal::phrase(target, self.value(target), self.lang())
    }

    /// The latest value with its unit; empty without one.
    pub fn latest_value(self, target: &Target) -> String {
        self.latest(target).map_or_else(String::new, |figure| target.measured(figure.value))
    }

    /// The months of the latest figure: `1—8月`; empty without one.
    pub fn latest_period(self, target: &Target) -> String {
        self.latest(target)
            .map_or_else(String::new, |figure| sentence::months(figure.period, self.lang()))
    }

    /// The mark and word of a row's light, and its role; empty where only a person could say.
    pub fn light_of(self, place: Place) -> (String, Role) {
        let light = self.verdict(place).and_then(|verdict| verdict.light);
        light.map(|light| self.light(light)).unwrap_or_default()
    }

    /// The cells of a target among others: number, name, goal, figure, months, way, light.
    pub fn target_cells(self, target: &'a Target, name: &'a str, way: usize) -> [Cell<'a>; 7] {
        let (light, role) = self.light_of(target.id);
        [
            Cell::plain(target.id.to_string()),
            Cell::plain(name),
            Cell::plain(self.goal(target)).right(),
            Cell::new(self.latest_value(target), Role::Strong).right(),
            Cell::plain(self.latest_period(target)),
            Cell::plain(self.way(target, way)),
            Cell::new(light, role),
        ]
    }

    /// How far it is, as much of it as fits: `[####|..] 61.0% 低5.7点` for what is held to a pace,
    /// `差1.2点` for a rate, `1/3项` for a small count. Empty where neither means anything.
    pub fn way(self, target: &Target, room: usize) -> String {
        let Some(verdict) = self.verdict(target.id) else { return String::new() };
        match (verdict.figure, verdict.share, verdict.pace, verdict.gap) {
            (Some(_), Some(share), Some(pace), Some(_)) => self.paced((share, pace), room),
            (Some(_), None, _, Some(gap)) => self.distance(target, verdict, gap),
            (Some(figure), Some(_), None, _) => count(target, verdict, figure),
            _ => String::new(),
        }
    }

    fn paced(self, (share, pace): (Decimal, Decimal), room: usize) -> String {
        let (ruler, lang) = (Ruler::default(), self.lang());
        let percent = format!("{share:.1}%");
        let lead = share.saturating_sub(pace).abs().normalize().to_string();
        let beside = match share.cmp(&pace) {
            std::cmp::Ordering::Less => Seen::Below { by: lead }.text(lang),
            std::cmp::Ordering::Equal => self.sign(Sign::Even).to_owned(),
            std::cmp::Ordering::Greater => Seen::Above { by: lead }.text(lang),
        };
        let whole = format!("{percent} {beside}");
        let texts = [whole.as_str(), percent.as_str()];
        for text in texts {
            let left = room.saturating_sub(ruler.columns(text) + 1);
            if left >= BAR {
                return format!("{} {text}", bar(share, pace, left));
            }
        }
        let fits = texts.into_iter().find(|text| ruler.columns(text) <= room);
        fits.unwrap_or(&percent).to_owned()
    }

    /// How far a value lies from its goal: below, above, or on it.
    fn distance(self, target: &Target, verdict: &Verdict, lack: Decimal) -> String {
        let (Some(figure), lang) = (verdict.figure, self.lang()) else { return String::new() };
        let beyond = |goal: Number| figure.value.value().saturating_sub(goal.value());
        let lies = verdict.goal.map_or(-lack, beyond);
        let unit = if target.unit == "%" { self.sign(Sign::Points) } else { target.unit.as_str() };
        let by = format!("{}{unit}", lack.abs().normalize());
        if lack.is_zero() {
            return self.sign(Sign::Even).to_owned();
        }
        let over = Seen::Over { by: by.clone() };
        let seen = if lies > Decimal::ZERO { over } else { Seen::Short { by } };
        seen.text(lang)
    }

    /// The last readings with their months, oldest first: `2月 96  4月 180`; empty before the second.
    pub fn trail(self, target: &Target) -> String {
        let readings = self.state().readings(target.id);
        if readings.len() < 2 {
            return String::new();
        }
        let last = readings.len().saturating_sub(TRAIL);
        let one = |reading: &crate::ledger::Reading| {
            let to = crate::plan::Span { from: reading.period.to, to: reading.period.to };
            format!("{} {}", sentence::months(to, self.lang()), reading.value)
        };
        let values: Vec<String> =
            readings[last..].iter().map(|(_, reading)| one(reading)).collect();
        values.join("  ")
    }
}

/// So many of so many.
fn count(target: &Target, verdict: &Verdict, figure: Figure) -> String {
    let all = verdict.goal.map_or_else(String::new, |goal| goal.to_string());
    format!("{}/{}", figure.value, target.measured(all))
}

/// `[######....|....]` in so many columns: what is done, and a mark where it should be by now. A bar
/// that is behind by however little ends before the mark.
pub fn bar(share: Decimal, pace: Decimal, columns: usize) -> String {
    let cells = columns.saturating_sub(3);
    let at = |percent: Decimal| {
        let exact = percent.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED) * Decimal::from(cells);
        (exact / Decimal::ONE_HUNDRED).to_usize().unwrap_or(0)
    };
    let mark = at(pace);
    let done = match (at(share), share < pace) {
        (done, true) => done.min(mark.saturating_sub(1)),
        (done, false) => done.max(mark),
    };
    let cell = |at: usize| if at < done { '#' } else { '.' };
    let (before, after): (String, String) =
        ((0..mark).map(cell).collect(), (mark..cells).map(cell).collect());
    format!("[{before}|{after}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_carries_the_mark_of_its_pace() {
        for (share, pace, want) in [
            ("68.4", "75.0", "[########.|...]"),
            ("61.0", "75.0", "[#######..|...]"),
            ("75.0", "75.0", "[#########|...]"),
            ("74.9", "75.0", "[########.|...]"),
            ("81.0", "75.0", "[#########|...]"),
            ("90.0", "75.0", "[#########|#..]"),
            ("104.2", "75.0", "[#########|###]"),
            ("0.0", "0.0", "[|............]"),
            ("12.0", "0.0", "[|#...........]"),
            ("100.0", "100.0", "[############|]"),
            ("-3.0", "8.3", "[|............]"),
        ] {
            let number = |text: &str| text.parse::<Decimal>().unwrap();
            assert_eq!(bar(number(share), number(pace), 15), want, "{share} {pace}");
        }
    }
}
