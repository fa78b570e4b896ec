//! Who OpenSSH let in: with `ExposeAuthInfo` it says which key was proven, and the account's own
//! list says whose it is.
//!
//! All reviewers share one account, so its name tells nobody apart. The name is for people: what a
//! key may do was settled by sshd.

use std::fs;
use std::path::Path;

use russh::keys::{HashAlg, PublicKey};

use super::keys::shown_name;

/// The name of whoever sshd let in with a key; none when no key was proven or sshd does not say so.
pub fn name() -> Option<String> {
    let proven = fs::read_to_string(std::env::var_os("SSH_USER_AUTH")?).ok()?;
    let home = std::env::var_os("HOME").unwrap_or_default();
    let list = fs::read_to_string(Path::new(&home).join(".ssh/authorized_keys"));
    name_in(&list.unwrap_or_default(), &proven)
}

/// The comment of the line with the proven key; its fingerprint's beginning when there is none.
fn name_in(list: &str, proven: &str) -> Option<String> {
    let proven = proven.lines().find_map(|line| line.strip_prefix("publickey "))?;
    let data = proven.split_whitespace().nth(1)?;
    let key = PublicKey::from_openssh(proven.trim()).ok()?;
    let remark = |line: &&str| !line.trim_start().starts_with('#');
    let comment = list.lines().filter(remark).find_map(|line| {
        let (_, after) = line.split_once(data)?;
        after.starts_with(char::is_whitespace).then(|| after.trim())
    });
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    Some(shown_name(comment.unwrap_or_default(), &fingerprint))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ";

    #[test]
    fn a_key_has_the_name_that_the_list_gives_it() {
        let proven = format!("publickey {KEY}\n");
        let list = format!("# {KEY} 旧\nssh-ed25519 AAAA 乙\nrestrict,pty {KEY} 督查室 一席\n");
        assert_eq!(name_in(&list, &proven).as_deref(), Some("督查室 一席"));
        for without in ["", &format!("{KEY}\n"), &format!("{KEY}x 甲")] {
            let name = name_in(without, &proven).unwrap();
            assert!(name.starts_with("SHA256:"), "{without} {name}");
        }
        for nothing in ["", "password\n", "publickey ssh-ed25519 AAAA\n"] {
            assert_eq!(name_in(&list, nothing), None, "{nothing}");
        }
    }
}
