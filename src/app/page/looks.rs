//! 显示: how things are shown, chosen while one sees it. Arrows and digits do all of it.
//!
//! It lies over every screen and has all keys while it is open, so whoever follows is not thrown out
//! of it when the desk goes on. What is seen is already as chosen; Esc takes all of it back.

use crate::app::taste::choice::{SETTINGS, choices};
use crate::app::{Key, Seat, Taste};
use crate::words::taste::Setting;

/// The settings while they are being chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// The setting with the cursor.
    pub at: usize,
    /// The setting that is asked for, where lines are read and not looked over.
    pub asked: Option<Setting>,
    /// What was chosen when this was opened.
    pub before: Taste,
}

impl Looks {
    /// The setting with the cursor.
    pub fn setting(&self) -> Setting {
        SETTINGS.get(self.at).copied().unwrap_or(Setting::Layout)
    }
}

/// What a person changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was chosen before.
    pub before: Taste,
    /// What is chosen now.
    pub after: Taste,
}

/// What a key led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Led {
    /// To nothing that the world would know.
    Nothing,
    /// Everything has to be drawn anew: characters are wider or narrower now.
    Redraw,
    /// The choice is made.
    Keep(Box<Change>),
}

/// Opens the settings.
pub(in crate::app) fn begin(seat: &mut Seat) {
    seat.looks = Some(Looks { before: seat.taste.clone(), ..Looks::default() });
}

/// Gives a key to the settings.
pub(in crate::app) fn key(seat: &mut Seat, key: Key) -> Led {
    let Some(mut looks) = seat.looks.take() else { return Led::Nothing };
    let width = seat.sight.ambiguous;
    let setting = looks.setting();
    match key.command() {
        Key::Enter | Key::F(9) => return keep(seat, looks),
        Key::Esc => {
            seat.wear(looks.before);
            return drawn(seat, width);
        }
        Key::Up | Key::BackTab => looks.at = looks.at.saturating_sub(1),
        Key::Down | Key::Tab => looks.at = (looks.at + 1).min(SETTINGS.len() - 1),
        Key::Home => looks.at = 0,
        Key::End => looks.at = SETTINGS.len() - 1,
        Key::Left => step(seat, setting, Step::Back),
        Key::Right | Key::Char(' ') => step(seat, setting, Step::On),
        Key::Delete => {
            let keys = seat.taste.keys.clone();
            seat.wear(Taste { keys, ..Taste::default() });
        }
        Key::Char(digit) => pick(seat, setting, digit),
        _ => {}
    }
    seat.looks = Some(looks);
    drawn(seat, width)
}

/// Which way the arrow points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Back,
    On,
}

/// The neighbour of what is chosen, around both ends.
fn step(seat: &mut Seat, setting: Setting, step: Step) {
    let all = choices(setting);
    let here = seat.taste.chosen(setting);
    let at = all.iter().position(|choice| *choice == here).unwrap_or(0);
    let to = match step {
        Step::On => (at + 1) % all.len(),
        Step::Back => at.checked_sub(1).unwrap_or(all.len() - 1),
    };
    if let Some(choice) = all.get(to) {
        seat.wear(seat.taste.clone().with(*choice));
    }
}

fn pick(seat: &mut Seat, setting: Setting, digit: char) {
    let at = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
    if let Some(choice) = at.and_then(|at| choices(setting).get(at).copied()) {
        seat.wear(seat.taste.clone().with(choice));
    }
}

fn keep(seat: &Seat, looks: Looks) -> Led {
    let change = Change { before: looks.before, after: seat.taste.clone() };
    if change.before == change.after { Led::Nothing } else { Led::Keep(Box::new(change)) }
}

fn drawn(seat: &Seat, before: crate::app::sight::Ambiguous) -> Led {
    if seat.sight.ambiguous == before { Led::Nothing } else { Led::Redraw }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::rehearsal::in_session;
    use crate::app::sight::Theme;
    use crate::app::taste::{Arrangement, Columns, Tongue};
    use crate::app::{Effect, Input, Screen, update};
    use crate::words::Lang;

    fn pressed(keys: &[Key]) -> (Seat, Vec<Effect>) {
        let (mut session, mut seat) = (in_session(), Seat::new((80, 24), Lang::Zh));
        let mut effects = Vec::new();
        for key in keys {
            effects.extend(update(&mut session, &mut seat, &Input::Key(*key)));
        }
        (seat, effects)
    }

    #[test]
    fn what_is_chosen_is_seen_at_once_and_kept_on_enter() {
        let (seat, effects) = pressed(&[Key::F(9), Key::Char('2'), Key::Down, Key::Right]);
        assert_eq!((seat.taste.layout, seat.sight.theme), (Arrangement::Care, Theme::StandardDark));
        assert!(seat.looks.is_some() && effects.is_empty());
        for last in [Key::Enter, Key::F(9)] {
            let (seat, effects) = pressed(&[Key::F(9), Key::Char('２'), last]);
            let after = Taste { layout: Arrangement::Care, ..Taste::default() };
            let change = Change { before: Taste::default(), after };
            assert_eq!(effects, [Effect::Prefer(Box::new(change))]);
            assert!(seat.looks.is_none());
        }
    }

    #[test]
    fn esc_takes_all_of_it_back() {
        let all = [Key::F(9), Key::Right, Key::Down, Key::Left, Key::Char('4'), Key::Esc];
        let (seat, effects) = pressed(&all);
        assert_eq!((seat.taste, effects), (Taste::default(), vec![]));
        let (seat, effects) = pressed(&[Key::F(9), Key::Enter]);
        assert_eq!((seat.looks, effects), (None, vec![]), "nothing changed, nothing is written");
    }

    #[test]
    fn values_go_round_and_delete_brings_the_defaults() {
        let (seat, _) = pressed(&[Key::F(9), Key::Left, Key::End, Key::Right]);
        assert_eq!(seat.taste.layout, Arrangement::Linear);
        let (seat, _) = pressed(&[Key::F(9), Key::Left, Key::Char('9'), Key::Delete, Key::Enter]);
        assert_eq!(seat.taste, Taste::default());
    }

    #[test]
    fn a_change_of_width_draws_everything_anew() {
        let width = SETTINGS.iter().position(|setting| *setting == Setting::Width).unwrap();
        let mut keys = vec![Key::F(9)];
        keys.extend(std::iter::repeat_n(Key::Down, width));
        keys.push(Key::Char('3'));
        let (seat, effects) = pressed(&keys);
        assert_eq!((seat.taste.ambiguous, effects), (Columns::Wide, vec![Effect::Redraw]));
    }

    #[test]
    fn keys_stay_there_and_text_goes_where_text_is_written() {
        let (mut session, mut seat) = (in_session(), Seat::new((80, 24), Lang::Zh));
        for key in [Key::F(9), Key::Down, Key::Char('4'), Key::F(8), Key::Char('a')] {
            assert_eq!(update(&mut session, &mut seat, &Input::Key(key)), []);
        }
        assert!(seat.looks.is_some() && matches!(seat.screen(), Screen::Overview { .. }));
        let text = "议定".to_owned();
        let kept = update(&mut session, &mut seat, &Input::Text(text.clone()));
        assert_eq!(kept, [Effect::Draft(text.clone())]);
        assert_eq!((&seat.looks, &seat.taste), (&None, &Taste::default()), "as by Esc");
        assert_eq!((seat.screen(), seat.line.field.text()), (&Screen::Meeting, text.as_str()));
    }

    #[test]
    fn the_language_changes_under_the_eyes() {
        let tongue = SETTINGS.iter().position(|setting| *setting == Setting::Tongue).unwrap();
        let mut keys = vec![Key::F(9)];
        keys.extend(std::iter::repeat_n(Key::Down, tongue));
        keys.push(Key::Char('3'));
        let (seat, _) = pressed(&keys);
        assert_eq!((seat.taste.lang, seat.lang), (Tongue::En, Lang::En));
    }
}
