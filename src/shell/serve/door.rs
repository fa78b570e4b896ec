//! The door itself: it accepts connections, hands each to the SSH library, and lets nobody stand in
//! it for longer than it takes to log in.

use std::borrow::Cow;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::PrivateKey;
use russh::server::{Config, run_stream};
use russh::{MethodKind, MethodSet, Preferred, SshId, cipher, kex};
use rustix::net::sockopt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

use super::Door;
use super::busy::Busy;
use super::limits::{ALIVE, AWAKE, FAREWELL, LOGIN, UNANSWERED, UNUSED};
use super::line::{Line, Pulse};
use super::visit::Visit;
use crate::words::door::Logged;

/// How many may wait to be accepted.
const BACKLOG: u32 = 512;

/// What the system keeps of output for one client: one that does not read is noticed soon.
const UNSENT: u32 = 64 << 10;

/// Keys per client that no list knows, before it is sent away: an agent may hold several.
const ATTEMPTS: usize = 10;

/// Every refusal of a key takes at least so long.
const REJECTION: Duration = Duration::from_millis(100);

/// Key exchanges that cost us no more than them, the one that outlives quantum computers first.
const EXCHANGES: &[kex::Name] = &[
    kex::MLKEM768X25519_SHA256,
    kex::CURVE25519,
    kex::CURVE25519_PRE_RFC_8731,
    kex::EXTENSION_SUPPORT_AS_SERVER,
    kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
];

/// Ciphers without a known attack on prefix truncation (CVE-2023-48795).
const CIPHERS: &[cipher::Name] = &[cipher::AES_256_GCM, cipher::AES_256_CTR, cipher::AES_128_CTR];

/// Listens at an address.
///
/// # Errors
/// Why it cannot.
pub(super) fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(UNSENT)?;
    // What is accepted has what the listener has.
    keep_alive(&socket)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// The kernel asks a silent line whether anybody is there, and ends it where nobody answers, or takes
/// what was sent: nothing of ours wakes for it.
fn keep_alive(socket: &TcpSocket) -> io::Result<()> {
    sockopt::set_socket_keepalive(socket, true)?;
    sockopt::set_tcp_keepidle(socket, ALIVE)?;
    sockopt::set_tcp_keepintvl(socket, ALIVE)?;
    sockopt::set_tcp_keepcnt(socket, UNANSWERED)?;
    let most = ALIVE.saturating_mul(UNANSWERED + 1).as_millis();
    sockopt::set_tcp_user_timeout(socket, u32::try_from(most).unwrap_or(u32::MAX))?;
    Ok(())
}

/// Accepts until it is told to close.
pub(super) async fn keep(
    door: &Arc<Door>,
    listener: TcpListener,
    host: PrivateKey,
    closing: &Notify,
) {
    let config = Arc::new(config(host));
    loop {
        let accepted = tokio::select! {
            () = closing.notified() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, from)) => {
                tokio::spawn(receive(Arc::clone(door), Arc::clone(&config), stream, from));
            }
            // No more files: those who leave make room.
            Err(_) => sleep(REJECTION).await,
        }
    }
}

/// Waits a moment for last words to be sent.
pub(super) async fn see_off(door: &Door) {
    let until = Instant::now() + FAREWELL;
    while !door.members.is_empty() && Instant::now() < until {
        sleep(REJECTION / 10).await;
    }
}

/// From the first byte of a connection to its end.
async fn receive(door: Arc<Door>, config: Arc<Config>, stream: TcpStream, from: SocketAddr) {
    let until = Instant::now() + LOGIN;
    let pulse = Pulse::new(door.opened);
    let (line, knife) = Line::new(stream, pulse.clone());
    let (spot, gone) = door.strangers.admit(from, pulse, knife);
    if let Some(gone) = gone {
        door.log.say(&Logged::Crowded { from: gone.to_string() });
    }
    let known = Arc::new(Notify::new());
    let (busy, mut rest) = Busy::new();
    let visit = Visit::new(Arc::clone(&door), from, spot, Arc::clone(&known), busy);
    let number = visit.number();
    let late = || door.log.say(&Logged::Silent { from: from.to_string() });
    let Ok(begun) = timeout_at(until, run_stream(config, line, visit)).await else {
        return late();
    };
    let Ok(session) = begun else { return };
    tokio::pin!(session);
    tokio::select! {
        _ = &mut session => return,
        () = known.notified() => {}
        () = tokio::time::sleep_until(until) => {
            door.strangers.cut(number);
            return late();
        }
    }
    tokio::select! {
        // How it ended is said by the visit itself.
        _ = &mut session => return,
        () = rest.lasts(UNUSED) => door.members.cut(from),
    }
    let _ = session.await;
}

fn config(host: PrivateKey) -> Config {
    Config {
        // The version of the library is nobody's business.
        server_id: SshId::Standard(Cow::Borrowed("SSH-2.0-yiding")),
        methods: MethodSet::from(&[MethodKind::PublicKey][..]),
        auth_rejection_time: REJECTION,
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![host],
        window_size: 64 << 10,
        channel_buffer_size: 1,
        event_buffer_size: 2,
        max_auth_attempts: ATTEMPTS,
        inactivity_timeout: None,
        keepalive_interval: Some(AWAKE),
        keepalive_max: 1,
        nodelay: true,
        preferred: Preferred {
            kex: Cow::Borrowed(EXCHANGES),
            cipher: Cow::Borrowed(CIPHERS),
            ..Preferred::DEFAULT
        },
        ..Config::default()
    }
}
