//! A guest without a person: an SSH client, and an emulator that says what its screen shows.

use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use russh::client::{self, Handle, Handler};
use russh::keys::{PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg};
use tokio::sync::watch;
use tokio::time::timeout;

const TOO_LONG: Duration = Duration::from_mins(1);

/// Whatever host it is.
pub(crate) struct Anybody;

impl Handler for Anybody {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

pub(crate) struct Guest {
    screen: watch::Receiver<(String, Instant)>,
    bytes: Arc<AtomicU64>,
    _line: Handle<Anybody>,
}

/// Logs in; an error when the door says no.
pub(crate) async fn log_in(
    port: u16,
    key: Arc<PrivateKey>,
) -> Result<Handle<Anybody>, russh::Error> {
    let config = Arc::new(client::Config { channel_buffer_size: 1, ..client::Config::default() });
    let mut line = client::connect(config, ("127.0.0.1", port), Anybody).await?;
    let key = PrivateKeyWithHashAlg::new(key, None);
    let answer = line.authenticate_publickey("review", key).await?;
    if answer.success() { Ok(line) } else { Err(russh::Error::NotAuthenticated) }
}

/// Opens a screen.
pub(crate) async fn sit(line: &Handle<Anybody>) -> Result<Channel<client::Msg>, russh::Error> {
    let channel = line.channel_open_session().await?;
    channel.request_pty(false, "xterm-256color", 80, 24, 0, 0, &[]).await?;
    channel.request_shell(true).await?;
    Ok(channel)
}

impl Guest {
    pub(crate) async fn come(port: u16, key: Arc<PrivateKey>) -> Result<Self, russh::Error> {
        let line = log_in(port, key).await?;
        let mut channel = sit(&line).await?;
        let (shown, screen) = watch::channel((String::new(), Instant::now()));
        let bytes = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&bytes);
        tokio::spawn(async move {
            let size = |n| NonZeroU16::new(n).unwrap();
            let mut emulator = vt100::Parser::new(size(24), size(80), 0);
            while let Some(message) = channel.wait().await {
                if let ChannelMsg::Data { data } = message {
                    let length = u64::try_from(data.len()).unwrap();
                    counted.fetch_add(length, Ordering::Relaxed);
                    emulator.process(&data);
                    let _ = shown.send((emulator.screen().contents(), Instant::now()));
                }
            }
        });
        Ok(Self { screen, bytes, _line: line })
    }

    /// When the screen showed a text.
    pub(crate) async fn see(&self, text: &str) -> Instant {
        let mut screen = self.screen.clone();
        let shows = |shown: &(String, Instant)| shown.0.contains(text);
        let seen = timeout(TOO_LONG, screen.wait_for(shows)).await;
        seen.unwrap_or_else(|_| panic!("never seen: {text}\n{}", self.screen.borrow().0)).unwrap().1
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}
