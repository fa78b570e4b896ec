//! Who sits here: one line for the lock, so that others know whom to ask.
//!
//! The name is the account's, looked up by number: the environment could say anything. None of it
//! ever enters a record.

use std::fs;

use rustix::process::{getpid, getuid};
use rustix::stdio::stdin;
use rustix::termios::ttyname;

/// The name of the account that this process runs under.
pub fn account_name() -> String {
    let uid = getuid().as_raw();
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    account(&accounts, uid).map_or_else(|| format!("uid {uid}"), str::to_owned)
}

/// `name @ host · pts/3 · pid 4711 · since`, with what is known.
pub fn holder(since: &str) -> String {
    let name = account_name();
    let host = fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let seat = ttyname(stdin(), Vec::new()).ok().and_then(|name| name.into_string().ok());
    line(&Seat { name: &name, host: host.trim(), tty: seat.as_deref(), pid: pid(), since })
}

struct Seat<'a> {
    name: &'a str,
    host: &'a str,
    tty: Option<&'a str>,
    pid: i32,
    since: &'a str,
}

fn pid() -> i32 {
    getpid().as_raw_nonzero().get()
}

fn line(seat: &Seat<'_>) -> String {
    let tty = seat.tty.map(|tty| tty.trim_start_matches("/dev/"));
    let who = match seat.host {
        "" => seat.name.to_owned(),
        host => format!("{} @ {host}", seat.name),
    };
    let parts = [Some(who), tty.map(str::to_owned), Some(format!("pid {}", seat.pid))];
    parts.into_iter().flatten().chain([seat.since.to_owned()]).collect::<Vec<_>>().join(" · ")
}

/// The name of an account in the text of `/etc/passwd`.
fn account(accounts: &str, uid: u32) -> Option<&str> {
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, number) = (fields.next()?, fields.nth(1)?);
        (number.parse() == Ok(uid)).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_one_line_of_what_is_known() {
        let (name, host, since) = ("wang", "office", "14:02");
        let seat = Seat { name, host, tty: Some("/dev/pts/3"), pid: 4711, since };
        assert_eq!(line(&seat), "wang @ office · pts/3 · pid 4711 · 14:02");
        let seat = Seat { name, host: "", tty: None, pid: 4711, since };
        assert_eq!(line(&seat), "wang · pid 4711 · 14:02");
        assert!(holder("14:02").ends_with(&format!("pid {} · 14:02", pid())));
    }

    #[test]
    fn an_account_is_found_by_its_number() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\nwang:x:1000:1000::/home/wang:/bin/sh\n";
        assert_eq!(account(accounts, 1000), Some("wang"));
        assert_eq!(account(accounts, 1001), None);
        assert_eq!(account("broken", 0), None);
    }
}
