//! A person's own settings: `~/.config/yiding/config.ron`, read at the start and written by F9.
//!
//! It never stands in the way: a file that cannot be read is told of in one line and the defaults
//! hold. It is written whole or not at all, over the text as it is then, and only where a field
//! differs; a file with a fault is never written over.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::args::Over;
use super::book::Unopened;
use super::book::unopened::read_bytes;
use super::locale::Spoken;
use super::trouble::{reason, show};
use super::whole;
use crate::app::page::looks::Change;
use crate::app::taste::{FORMAT, Ground};
use crate::app::{Keymap, Seat, Taste};
use crate::format::excerpt;
use crate::format::ron::{self, Limits};
use crate::plan::{Path as At, Table};
use crate::words::taste::{BadKey, TasteSays};
use crate::words::{Lang, Notice};

/// No settings are longer.
const LIMITS: Limits = Limits { bytes: 1 << 20, format: FORMAT };

/// Whose settings they are: where they lie, what they say.
#[derive(Debug, Default)]
pub struct Person {
    /// The file; none where no home is known.
    pub file: Option<PathBuf>,
    /// What they say; the defaults where they cannot be read.
    pub taste: Taste,
    /// Why they cannot be read.
    pub fault: Option<Fault>,
}

/// Why a person's settings are not taken.
#[derive(Debug)]
pub enum Fault {
    /// The file cannot be read.
    Unopened(Unopened),
    /// Its keys would not work; all else holds.
    Keys {
        /// What the file holds.
        bytes: Vec<u8>,
        /// Where in it.
        at: At,
        /// What is wrong.
        why: BadKey,
    },
}

impl Person {
    /// The settings of whoever runs this process.
    pub fn here() -> Self {
        Self::of(file(&|name| std::env::var_os(name)))
    }

    fn of(file: Option<PathBuf>) -> Self {
        let (taste, fault) = match file.as_deref().map(read) {
            None => (Taste::default(), None),
            Some(Err(fault)) => (Taste::default(), Some(Fault::Unopened(fault))),
            Some(Ok((bytes, taste))) => match Keymap::read(&taste.keys) {
                Ok(_) => (taste, None),
                Err((at, why)) => (
                    Taste { keys: Table::default(), ..taste },
                    Some(Fault::Keys { bytes, at, why }),
                ),
            },
        };
        Self { file, taste, fault }
    }

    /// How the person is spoken to unless a call says otherwise: as they chose, else by the locale.
    pub fn spoken(&self, env: &dyn Fn(&str) -> Option<OsString>) -> Spoken {
        let Spoken { lang, script } = Spoken::by_locale(env);
        let ground = Ground { lang, script, ..Ground::default() };
        Spoken { lang: self.taste.lang(ground), script: self.taste.script(ground) }
    }

    /// What is wrong with the file, in one line.
    pub fn trouble(&self, lang: Lang) -> Option<String> {
        let (file, fault) = (self.file.as_deref()?, self.fault.as_ref()?);
        let placed = |line: usize, column: usize| format!("{}:{line}:{column}", show(file));
        Some(match fault {
            Fault::Keys { bytes, at, why } => {
                let (line, column) = excerpt::place(bytes, at);
                let (at, why) = (placed(line, column), why.text(lang));
                TasteSays::BadKeys { at, why }.text(lang)
            }
            Fault::Unopened(Unopened::Unreadable { why, .. }) => {
                let (at, what) = (placed(why.line, why.column), why.what.text(lang));
                let advised = why.hint.as_ref().map(|hint| {
                    TasteSays::Advised { why: what.clone(), what: hint.text(lang) }.text(lang)
                });
                TasteSays::Unread { at, why: advised.unwrap_or(what) }.text(lang)
            }
            Fault::Unopened(other) => {
                TasteSays::Unread { at: show(file), why: other.sentence(lang) }.text(lang)
            }
        })
    }

    /// Writes down what was changed at a seat, and tells it so: a small file, and nobody types
    /// meanwhile.
    pub fn prefer(&self, seat: &mut Seat, change: &Change) {
        match self.keep(change, seat.lang) {
            Ok(file) => seat.say(Notice::TasteKept { file: show(&file) }),
            Err(what) => seat.warn(Notice::Told { what }),
        }
    }

    /// Writes down what was changed.
    ///
    /// # Errors
    /// Why it was not, in a sentence.
    fn keep(&self, Change { before, after }: &Change, lang: Lang) -> Result<PathBuf, String> {
        let file = self.file.as_deref().ok_or_else(|| TasteSays::NoHome.text(lang))?;
        let not_kept = |why: &std::io::Error| {
            TasteSays::NotKept { at: show(file), why: reason(why, lang) }.text(lang)
        };
        let not_over = || TasteSays::NotOver { at: show(file) }.text(lang);
        let real = real(file);
        let text = match fs::read_to_string(&real) {
            Ok(text) => text,
            Err(why) if why.kind() == ErrorKind::NotFound => {
                format!("{}\n(\n  format: {FORMAT},\n)\n", TasteSays::Head.text(lang))
            }
            Err(why) => return Err(not_kept(&why)),
        };
        let meant = ron::read::<Taste>(text.as_bytes(), LIMITS).map_err(|_| not_over())?;
        let written = after.written_over(before, &text).ok_or_else(not_over)?;
        let holds = ron::read::<Taste>(written.as_bytes(), LIMITS);
        if !holds.is_ok_and(|held| held.keys == meant.keys) {
            return Err(not_over());
        }
        let folder = real.parent().unwrap_or(Path::new("."));
        let put = fs::create_dir_all(folder)
            .and_then(|()| whole::put(&real, written.as_bytes(), Over::Replace));
        put.map(|()| file.to_owned()).map_err(|why| not_kept(&why))
    }
}

/// Where a person's settings lie. A relative `XDG_CONFIG_HOME` counts for nothing, as its makers ask.
fn file(env: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let config = folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")))?;
    Some(config.join("yiding").join("config.ron"))
}

/// The file behind the links that lead to it: many keep their settings elsewhere.
fn real(file: &Path) -> PathBuf {
    fs::canonicalize(file).unwrap_or_else(|_| file.to_owned())
}

/// The bytes and what they say; nothing where there is no file.
fn read(file: &Path) -> Result<(Vec<u8>, Taste), Unopened> {
    if fs::symlink_metadata(file).is_err_and(|why| why.kind() == ErrorKind::NotFound) {
        return Ok((Vec::new(), Taste::default()));
    }
    let path = real(file);
    let bytes = read_bytes(&path, LIMITS)?;
    match ron::read(&bytes, LIMITS) {
        Ok(taste) => Ok((bytes, taste)),
        Err(why) => Err(Unopened::Unreadable { path, bytes, why: Box::new(why) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::script::Script;
    use crate::app::sight::Theme;
    use crate::app::taste::Arrangement;

    fn person(text: Option<&str>) -> (tempfile::TempDir, Person) {
        let home = tempfile::tempdir().unwrap();
        let path = file(&|name| (name == "HOME").then(|| home.path().into())).unwrap();
        if let Some(text) = text {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
        let person = Person::of(Some(path));
        (home, person)
    }

    fn to(after: &Taste) -> Change {
        Change { before: Taste::default(), after: after.clone() }
    }

    fn text_of(person: &Person) -> String {
        fs::read_to_string(person.file.as_ref().unwrap()).unwrap()
    }

    #[test]
    fn the_file_lies_where_the_desktop_keeps_settings() {
        for (xdg, home, want) in [
            (Some("/x"), Some("/home/a"), Some("/x/yiding/config.ron")),
            (None, Some("/home/a"), Some("/home/a/.config/yiding/config.ron")),
            (Some("x"), Some("/home/a"), Some("/home/a/.config/yiding/config.ron")),
            (Some(""), None, None),
        ] {
            let env = |name: &str| match name {
                "XDG_CONFIG_HOME" => xdg.map(OsString::from),
                "HOME" => home.map(OsString::from),
                _ => None,
            };
            assert_eq!(file(&env), want.map(PathBuf::from));
        }
    }

    #[test]
    fn a_fault_is_one_line_with_its_place_and_the_defaults_hold() {
        let (home, person) = person(Some("(\n  layout: care,\n  thme: mono,\n)\n"));
        assert_eq!(person.taste, Taste::default());
        let at = home.path().join(".config/yiding/config.ron:3:3");
        let want = format!("{} 这里没有字段 thme（是不是 theme？）；显示按默认", at.display());
        assert_eq!(person.trouble(Lang::Zh), Some(want));
    }

    #[test]
    fn keys_with_a_fault_are_told_of_and_all_else_holds() {
        let text = "(\n  theme: mono,\n  keys: {\n    \"undo\": [\"ctrl-y\"],\n  },\n)\n";
        let (_home, person) = person(Some(text));
        assert_eq!(person.taste, Taste { theme: Theme::Mono, ..Taste::default() });
        let told = person.trouble(Lang::Zh).unwrap();
        assert!(told.contains("config.ron:4:14 ^Y 是 redo 的键"), "{told}");
    }

    #[test]
    fn nothing_chosen_is_no_fault() {
        let (_home, person) = person(None);
        assert!(person.fault.is_none() && person.trouble(Lang::Zh).is_none());
        assert_eq!(person.spoken(&|_| None), Spoken::default());
    }

    #[test]
    fn what_was_chosen_goes_before_the_locale() {
        let spoken = |lang, script| Spoken { lang, script };
        for (text, locale, want) in [
            ("()", "zh_TW.UTF-8", spoken(Lang::Zh, Script::Traditional)),
            ("(theme: mono)", "zh_HK", spoken(Lang::Zh, Script::Traditional)),
            ("(script: simplified)", "zh_TW.UTF-8", spoken(Lang::Zh, Script::Simplified)),
            ("(script: 繁)", "zh_CN.UTF-8", spoken(Lang::Zh, Script::Traditional)),
            ("(lang: zh, script: auto)", "en_US.UTF-8", spoken(Lang::Zh, Script::Simplified)),
            ("(lang: en)", "zh_TW.UTF-8", spoken(Lang::En, Script::Traditional)),
            ("(thme: mono)", "zh_TW.UTF-8", spoken(Lang::Zh, Script::Traditional)),
        ] {
            let (_home, person) = person(Some(text));
            let env = |name: &str| (name == "LANG").then(|| locale.into());
            assert_eq!(person.spoken(&env), want, "{text} {locale}");
        }
    }

    #[test]
    fn what_was_changed_is_written_and_what_a_person_wrote_stays() {
        let (_home, fresh) = person(None);
        let care = Taste { layout: Arrangement::Care, ..Taste::default() };
        fresh.keep(&to(&care), Lang::Zh).unwrap();
        assert_eq!(Person::of(fresh.file.clone()).taste, care);
        // While F9 was open somebody wrote into the file: that stays, and so do comments.
        let mine = "(\n  // 夜班\n  theme: mono,\n  layout: wall, // 投影\n)\n";
        fs::write(fresh.file.as_ref().unwrap(), mine).unwrap();
        fresh.keep(&to(&care), Lang::Zh).unwrap();
        let want = "(\n  // 夜班\n  theme: mono,\n  layout: care, // 投影\n)\n";
        assert_eq!(text_of(&fresh), want);
    }

    #[test]
    fn a_file_with_a_fault_is_never_written_over() {
        let broken = "(\n  theme: mno,\n)\n";
        let (_home, person) = person(Some(broken));
        let after = Taste { theme: Theme::Mono, ..Taste::default() };
        let why = person.keep(&to(&after), Lang::Zh).unwrap_err();
        assert!(why.contains("没有改动它"), "{why}");
        assert_eq!(text_of(&person), broken);
        assert!(Person::default().keep(&to(&after), Lang::Zh).is_err());
    }

    #[test]
    fn a_link_to_the_settings_stays_a_link() {
        let (home, person) = person(Some("()"));
        let (file, real) = (person.file.clone().unwrap(), home.path().join("dotfiles.ron"));
        fs::rename(&file, &real).unwrap();
        std::os::unix::fs::symlink(&real, &file).unwrap();
        let after = Taste { theme: Theme::Mono, ..Taste::default() };
        person.keep(&to(&after), Lang::Zh).unwrap();
        assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
        assert_eq!(Person::of(Some(file)).taste, after);
    }
}
