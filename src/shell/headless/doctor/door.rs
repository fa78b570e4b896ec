//! The front door: whether sshd opens this book to reviewers as it is meant to, and to nothing else.
//!
//! It reads the files of sshd and the rights of the book. A door that nobody set up is no fault, and
//! one that leads to another book is none of this one's business.

use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::chart::Chart;
use crate::shell::book::Site;
use crate::shell::serve::fit::{self, Kept};
use crate::shell::trouble::show;
use crate::words::doctor::{Cure, Found, Health, Topic};
use crate::words::door::Unfit;

/// Where OpenSSH looks for its configuration.
pub(super) const SSHD: &str = "/etc/ssh/sshd_config";
/// The folder of more of it, which is read before the rest.
pub(super) const SSHD_MORE: &str = "/etc/ssh/sshd_config.d";

/// What sshd reads, in its order.
struct Read {
    text: String,
    /// The first file that lets reviewers in.
    opens: Option<PathBuf>,
    /// The first that this account may not read.
    unread: Option<PathBuf>,
}

/// The door as the configuration and the folder of more of it have it.
pub(super) fn look(chart: &mut Chart, site: &Site, [config, more]: [&Path; 2]) {
    if !config.exists() && !more.exists() {
        return chart.good(Topic::Door, &Found::NoSshd);
    }
    let read = read(config, more);
    let Some(file) = read.opens else {
        return match read.unread {
            Some(file) => {
                let found = Found::DoorUnread { file: show(&file) };
                chart.unasked(Topic::Door, &found, &Cure::AsRoot);
            }
            None => chart.good(Topic::Door, &Found::NoDoor),
        };
    };
    let mut found = fit::config(&read.text, site.root());
    if !found.iter().any(is_other) {
        found.extend(rights(site));
    }
    if found.is_empty() {
        return chart.good(Topic::Door, &Found::Door { file: show(&file) });
    }
    for unfit in found {
        let health = match unfit {
            Unfit::Startups { .. } => Health::Note,
            _ if is_other(&unfit) => Health::Note,
            _ => Health::Fault,
        };
        chart.said(Topic::Door, health, unfit.text(chart.lang));
    }
}

/// Whether the door that was found is not the one that this book would have.
fn is_other(unfit: &Unfit) -> bool {
    matches!(unfit, Unfit::NoBlock { .. } | Unfit::OtherBook { .. })
}

/// All that sshd is told. A block ends with its file, so what goes for everybody stands first.
fn read(config: &Path, more: &Path) -> Read {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut unread = None;
    match fs::read_dir(more) {
        Ok(entries) => files.extend(entries.flatten().map(|entry| entry.path())),
        Err(why) => unread = denied(&why, more),
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "conf"));
    files.sort();
    files.push(config.to_owned());
    let (mut all, mut blocks, mut opens) = (String::new(), String::new(), None);
    for file in files {
        match fs::read_to_string(&file) {
            Ok(text) => {
                let (own, rest) = parts(&text);
                all.push_str(&own);
                blocks.push_str(&rest);
                if opens.is_none() && fit::opens(&text) {
                    opens = Some(file);
                }
            }
            Err(why) => unread = unread.or_else(|| denied(&why, &file)),
        }
    }
    Read { text: all + &blocks, opens, unread }
}

fn denied(why: &io::Error, path: &Path) -> Option<PathBuf> {
    (why.kind() == ErrorKind::PermissionDenied).then(|| path.to_owned())
}

/// What goes for everybody, and the blocks behind it; each line with its end.
fn parts(text: &str) -> (String, String) {
    let whole = |lines: &[&str]| lines.iter().flat_map(|line| [*line, "\n"]).collect();
    let lines: Vec<&str> = text.lines().collect();
    let is_block = |line: &&str| line.trim_start().to_lowercase().starts_with("match");
    let at = lines.iter().position(is_block).unwrap_or(lines.len());
    let (own, blocks) = lines.split_at(at);
    (whole(own), whole(blocks))
}

/// What the reviewers' group, and others, may do to what is open. A list of rights shows in the
/// group's bits what the group may have at most.
fn rights(site: &Site) -> Vec<Unfit> {
    let mut kept = vec![(site.state(), Kept::Read), (site.spot(), Kept::Read)];
    let open = site.opened().unwrap_or_default();
    kept.extend(open.iter().map(|id| (site.open(id).path().to_owned(), Kept::Read)));
    kept.push((site.marks(), Kept::Marks));
    let unfit = |(path, kept): (PathBuf, Kept)| {
        let known = fs::symlink_metadata(&path).ok()?;
        fit::rights(&show(&path), kept, known.mode())
    };
    kept.into_iter().filter_map(unfit).collect()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::shell::serve::block;
    use crate::words::Lang;
    use crate::words::doctor::Ward;

    struct Place {
        temp: tempfile::TempDir,
        site: Site,
    }

    impl Place {
        fn new() -> Self {
            let temp = tempfile::tempdir().unwrap();
            let root = temp.path().join("book");
            fs::create_dir_all(root.join("snapshots")).unwrap();
            fs::write(root.join("plan.ron"), "").unwrap();
            let site = Site::find(&root).unwrap();
            Self { temp, site }
        }

        fn config(&self) -> PathBuf {
            self.temp.path().join("sshd_config")
        }

        fn more(&self) -> PathBuf {
            self.temp.path().join("more")
        }

        /// What is found of the door.
        fn found(&self) -> Vec<(Health, String)> {
            let mut chart = Chart::new(Ward::Book, Lang::Zh);
            look(&mut chart, &self.site, [&self.config(), &self.more()]);
            chart.lines.into_iter().map(|line| (line.health, line.found.text(Lang::Zh))).collect()
        }

        /// What `serve --print-sshd` prints for sshd's own file, for a book.
        fn printed(site: &Site) -> String {
            let text = block(Path::new("/usr/bin/yiding"), site, Lang::Zh);
            let own = text.lines().take_while(|line| !line.starts_with("restrict,pty"));
            own.flat_map(|line| [line, "\n"]).collect()
        }

        /// Puts a configuration beside one that has a block of its own and says nothing of us.
        fn told(&self, text: &str) -> Vec<(Health, String)> {
            fs::create_dir_all(self.more()).unwrap();
            fs::write(self.config(), "MaxSessions 5\nMatch User git\n  PermitTTY no\n").unwrap();
            fs::write(self.more().join("20-review.conf"), text).unwrap();
            fs::write(self.more().join("10-git.conf"), "Match User x\n  X11Forwarding no\n")
                .unwrap();
            self.found()
        }
    }

    #[test]
    fn a_door_that_nobody_set_up_is_no_fault() {
        let place = Place::new();
        let none = place.found();
        assert_eq!(none.len(), 1);
        assert!(none[0].0 == Health::Good && none[0].1.contains("本机没有 sshd"), "{none:?}");
        let closed = place.told("# ForceCommand /usr/bin/yiding follow\n");
        assert_eq!(closed.len(), 1);
        assert!(
            closed[0].0 == Health::Good && closed[0].1.contains("没有给阅览席开"),
            "{closed:?}"
        );
    }

    #[test]
    fn the_printed_block_is_fit_and_what_was_changed_in_it_is_a_fault() {
        let place = Place::new();
        let printed = Place::printed(&place.site);
        let fit = place.told(&printed);
        assert_eq!(fit.len(), 1);
        assert!(fit[0].0 == Health::Good && fit[0].1.contains("20-review.conf"), "{fit:?}");
        for (was, is, health, said) in [
            ("DisableForwarding yes", "DisableForwarding no", Health::Fault, "DisableForwarding"),
            ("    ForceCommand", "    #", Health::Fault, "得到一个 shell"),
            ("MaxStartups 100:30:200", "", Health::Note, "MaxStartups"),
        ] {
            let found = place.told(&printed.replacen(was, is, 1));
            assert_eq!(found.len(), 1, "{was}: {found:?}");
            assert!(found[0].0 == health && found[0].1.contains(said), "{was}: {found:?}");
        }
    }

    #[test]
    fn the_door_of_another_book_is_none_of_this_one() {
        let (place, other) = (Place::new(), Place::new());
        fs::create_dir_all(place.site.state()).unwrap();
        fs::set_permissions(place.site.state(), fs::Permissions::from_mode(0o777)).unwrap();
        let found = place.told(&Place::printed(&other.site));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0 == Health::Note && found[0].1.contains("另一本"), "{found:?}");
    }

    #[test]
    fn where_a_door_is_open_rights_that_are_too_wide_are_faults() {
        let place = Place::new();
        let printed = Place::printed(&place.site);
        fs::create_dir_all(place.site.marks()).unwrap();
        let mode = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        mode(&place.site.state(), 0o750);
        mode(&place.site.marks(), 0o2770);
        assert_eq!(place.told(&printed)[0].0, Health::Good);
        mode(&place.site.state(), 0o755);
        mode(&place.site.marks(), 0o2750);
        let found = place.told(&printed);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|(health, _)| *health == Health::Fault), "{found:?}");
        assert!(found[0].1.contains("权限太宽") && found[1].1.contains("留不下批注"), "{found:?}");
    }
}
