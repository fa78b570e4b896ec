//! How somebody is spoken to: in which language, and Chinese in which script.
//!
//! The locale says it where nobody chose. Nothing here reads a file.

use std::ffi::OsString;

use crate::app::script::Script;
use crate::words::Lang;

/// In which language somebody is spoken to, and in which script Chinese is shown to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The language.
    pub lang: Lang,
    /// The script.
    pub script: Script,
}

impl Spoken {
    /// As the locale of an environment says: the first of its variables that is set.
    pub fn by_locale(env: &dyn Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| env(name).map(|value| value.to_string_lossy().into_owned());
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
        let locale = names.filter_map(set).find(|value| !value.is_empty()).unwrap_or_default();
        Self::of(&locale)
    }

    /// `zh_TW.UTF-8`, `zh_Hant`, `en_GB`; C and POSIX are Chinese.
    fn of(locale: &str) -> Self {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['_', '-']);
        if parts.next() == Some("en") {
            return Self { lang: Lang::En, ..Self::default() };
        }
        let parts: Vec<&str> = parts.collect();
        let places = ["Hant", "TW", "HK", "MO"];
        let traditional =
            parts.iter().any(|part| places.contains(part)) && !parts.contains(&"Hans");
        let script = if traditional { Script::Traditional } else { Script::Simplified };
        Self { lang: Lang::Zh, script }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_names_language_and_script() {
        for (set, lang, script) in [
            (&[("LANG", "zh_TW.UTF-8")][..], Lang::Zh, Script::Traditional),
            (&[("LC_ALL", "zh_HK.UTF-8")], Lang::Zh, Script::Traditional),
            (&[("LC_MESSAGES", "zh_MO")], Lang::Zh, Script::Traditional),
            (&[("LANG", "zh_Hant_SG.UTF-8")], Lang::Zh, Script::Traditional),
            (&[("LANG", "zh_Hans_HK.UTF-8")], Lang::Zh, Script::Simplified),
            (&[("LANG", "zh_CN.UTF-8")], Lang::Zh, Script::Simplified),
            (&[("LANG", "zh_SG")], Lang::Zh, Script::Simplified),
            (&[("LC_TIME", "zh_TW.UTF-8")], Lang::Zh, Script::Simplified),
            (&[("LANG", "C")], Lang::Zh, Script::Simplified),
            (&[("LANG", "C.UTF-8")], Lang::Zh, Script::Simplified),
            (&[("LC_ALL", "POSIX")], Lang::Zh, Script::Simplified),
            (&[("LANG", "en_GB.UTF-8")], Lang::En, Script::Simplified),
            (&[("LC_MESSAGES", "en_US")], Lang::En, Script::Simplified),
            (&[("LANG", "en_HK.UTF-8")], Lang::En, Script::Simplified),
            (&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")], Lang::Zh, Script::Simplified),
            (&[("LC_ALL", ""), ("LANG", "zh_TW")], Lang::Zh, Script::Traditional),
            (&[], Lang::Zh, Script::Simplified),
        ] {
            let env = |asked: &str| {
                set.iter().find(|(name, _)| *name == asked).map(|(_, value)| value.into())
            };
            assert_eq!(Spoken::by_locale(&env), Spoken { lang, script }, "{set:?}");
        }
    }
}
