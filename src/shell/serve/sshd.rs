//! The front door: what to write into the files of OpenSSH, for places where it is at hand.

use std::path::Path;

use crate::shell::book::Site;
use crate::words::Lang;
use crate::words::door::Front;

/// Whom the block is for.
pub(super) const MATCH: &str = "Match Group yiding-review";

/// What stands in the block besides the command, and why `doctor` asks for each: only a proven key
/// opens the door, sshd says which, nothing is forwarded, and whoever is gone is noticed.
pub(super) const OPTIONS: &[(&str, &str)] = &[
    ("AuthenticationMethods", "publickey"),
    ("ExposeAuthInfo", "yes"),
    ("PasswordAuthentication", "no"),
    ("KbdInteractiveAuthentication", "no"),
    ("DisableForwarding", "yes"),
    ("PermitTunnel", "no"),
    ("PermitUserRC", "no"),
    ("MaxSessions", "1"),
    ("ClientAliveInterval", "10"),
    ("ClientAliveCountMax", "3"),
];

/// What is forced upon whoever comes in.
pub(super) fn command(program: &Path, book: &Path) -> String {
    format!("{} -C {} follow", quoted(program), quoted(book))
}

/// A block for sshd_config and a line for authorized_keys, for a program and a book;
/// with the rights that its account needs.
pub fn block(program: &Path, site: &Site, lang: Lang) -> String {
    let command = command(program, site.root());
    let say = |front: Front| format!("# {}\n", front.text(lang));
    [
        say(Front::Config),
        say(Front::Startups),
        "MaxStartups 100:30:200\n".to_owned(),
        format!("{MATCH}\n"),
        format!("    ForceCommand {command}\n"),
        OPTIONS.iter().flat_map(|(option, value)| ["    ", option, " ", value, "\n"]).collect(),
        "\n".to_owned(),
        say(Front::Keys),
        "restrict,pty ssh-ed25519 AAAA... NAME\n".to_owned(),
        "\n".to_owned(),
        say(Front::Account),
        "groupadd --system yiding-review\n".to_owned(),
        // A password that no password fits: a locked account is refused by sshd without PAM.
        concat!(
            "useradd --system --create-home --gid yiding-review --shell /bin/sh ",
            "--password '*' review\n"
        )
        .to_owned(),
        say(Front::Rights),
        rights(site),
    ]
    .concat()
}

/// What the group may read: plan, snapshots and what is open. Not git's own files, which may hold
/// passwords of remotes, and not the host key or the line that is being typed. Marks are written by
/// both sides, whoever made the file.
fn rights(site: &Site) -> String {
    let (root, state) = (site.root(), site.state());
    let (book, marks) = (quoted(root), quoted(&site.marks()));
    let owner = format!("\"$(stat -c %U {book})\"");
    let all = [root.join("plan.ron"), root.join("snapshots"), state.clone()];
    let [plan, snapshots, inside] = all.map(|path| quoted(&path));
    let mut lines = vec![
        format!("setfacl -m g:yiding-review:rX {book}"),
        format!("setfacl -d -m g:yiding-review:rX {book}"),
    ];
    if let Some(git) = state.parent().filter(|_| site.repo().is_some()) {
        let git = quoted(git);
        // It may be gone through, and nothing in it can be read; nor what git makes there later.
        lines.push(format!("setfacl -m g:yiding-review:x,d:g:yiding-review:- {git}"));
        let others = format!("{git} -mindepth 1 -maxdepth 1 ! -name yiding");
        lines.push(format!("find {others} -exec setfacl -m g:yiding-review:- {{}} +"));
    }
    let kept = "\\( -name door -o -name 'draft*' \\)";
    let both = format!("-m g:yiding-review:rwX -m u:{owner}:rwX {marks}");
    lines.extend([
        format!("setfacl -R -m g:yiding-review:rX {plan} {snapshots} {inside}"),
        format!("setfacl -R -d -m g:yiding-review:rX {snapshots} {inside}"),
        format!("find {inside} -maxdepth 1 {kept} -exec chmod -R go= {{}} +"),
        format!("install -d -m 2770 -o {owner} -g yiding-review {marks}"),
        format!("setfacl -R {both}"),
        format!("setfacl -R -d {both}"),
    ]);
    lines.join("\n") + "\n"
}

/// A path as one word of a shell, which is what sshd hands the command to.
fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy();
    shlex::try_quote(&path).map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_with_blanks_in_its_name_stays_one_word() {
        let site = Site::at(Path::new("/srv/道里 \"2023\""));
        let text = block(Path::new("/usr/bin/yiding"), &site, Lang::Zh);
        let forced = "ForceCommand /usr/bin/yiding -C '/srv/道里 \"2023\"' follow\n";
        assert!(text.contains(forced), "{text}");
        let kept = text.lines().find(|line| line.ends_with("-exec chmod -R go= {} +")).unwrap();
        assert!(kept.contains("-name door") && kept.contains("draft"), "{text}");
        let set =
            text.lines().filter(|line| line.starts_with("setfacl ") && !line.contains("stat"));
        for line in set {
            let words = shlex::split(line).unwrap();
            assert!(words.iter().any(|word| word.starts_with("/srv/道里 \"2023\"")), "{line}");
        }
    }
}
