//! 显示 in lines: a setting by its number, then what is chosen for it by its own. What is chosen is kept
//! at once; an empty line leaves it.

use super::Step;
use crate::app::Key;
use crate::app::guest::typed::is_called;
use crate::app::page::looks::Looks;
use crate::app::seat::Seat;
use crate::app::taste::choice::{SETTINGS, choices};
use crate::words::Lang;
use crate::words::taste::Setting;

/// What a line means while settings are chosen; none for what has nothing to do with them.
pub(in crate::app) fn read(looks: &Looks, plain: &str) -> Option<Vec<Step>> {
    if plain.is_empty() {
        return Some(vec![Step::Key(Key::Esc)]);
    }
    if let Some(setting) = looks.asked {
        return Some(vec![value(setting, plain)?]);
    }
    if let Some(at) = nth(plain, SETTINGS.len()).or_else(|| called(plain)) {
        return Some(vec![Step::Setting(at)]);
    }
    // `1 2`: the second value of the first setting.
    let (first, second) = plain.split_once(char::is_whitespace)?;
    let at = nth(first, SETTINGS.len()).or_else(|| called(first))?;
    let setting = *SETTINGS.get(at)?;
    Some(vec![Step::Setting(at), value(setting, second.trim())?])
}

fn nth(plain: &str, count: usize) -> Option<usize> {
    plain.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < count)
}

fn called(plain: &str) -> Option<usize> {
    let is = |own: &Setting| is_called(plain, own.text(Lang::Zh), own.text(Lang::En));
    SETTINGS.iter().position(is)
}

fn value(setting: Setting, plain: &str) -> Option<Step> {
    let all = choices(setting);
    let is = |word: crate::words::taste::Chosen| {
        is_called(plain, word.text(Lang::Zh), word.text(Lang::En))
    };
    let named = || all.iter().position(|choice| is(choice.word()));
    nth(plain, all.len()).or_else(named).map(Step::Value)
}

/// Asks for a setting.
pub(in crate::app) fn ask(seat: &mut Seat, at: usize) {
    if let Some(looks) = &mut seat.looks {
        looks.at = at;
        looks.asked = Some(looks.setting());
    }
}

/// Chooses a value of the setting that is asked for.
pub(in crate::app) fn choose(seat: &mut Seat, at: usize) {
    let Some(setting) = seat.looks.as_ref().and_then(|looks| looks.asked) else { return };
    if let Some(choice) = choices(setting).get(at) {
        seat.wear(seat.taste.clone().with(*choice));
    }
}
