//! The line to a client: a TCP stream that the door can cut, and that says when it last heard.
//!
//! The SSH library keeps its sessions to itself; whoever holds the other end of a [`Knife`] ends one
//! all the same, in whatever state it is.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

/// Cuts the line when it is dropped.
pub type Knife = oneshot::Sender<()>;

/// When something was heard on a line last, in milliseconds since the door opened, and how much was
/// heard in all.
#[derive(Clone, Debug)]
pub struct Pulse {
    opened: Instant,
    heard: Arc<AtomicU64>,
    bytes: Arc<AtomicU64>,
}

/// A line.
#[derive(Debug)]
pub struct Line {
    stream: TcpStream,
    cut: oneshot::Receiver<()>,
    pulse: Pulse,
}

impl Pulse {
    /// Heard just now.
    pub fn new(opened: Instant) -> Self {
        let pulse = Self { opened, heard: Arc::default(), bytes: Arc::default() };
        pulse.beat(0);
        pulse
    }

    /// When it was heard last.
    pub fn last(&self) -> u64 {
        self.heard.load(Ordering::Relaxed)
    }

    /// One that was not heard since the door opened.
    #[cfg(test)]
    pub fn silent(opened: Instant, bytes: u64) -> Self {
        let pulse = Self { opened, heard: Arc::default(), bytes: Arc::default() };
        pulse.bytes.store(bytes, Ordering::Relaxed);
        pulse
    }

    /// How many bytes were heard: how far somebody is with coming in.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// For how long nothing was heard.
    pub fn silence(&self) -> Duration {
        self.opened.elapsed().saturating_sub(Duration::from_millis(self.last()))
    }

    pub(super) fn beat(&self, bytes: usize) {
        self.bytes.fetch_add(u64::try_from(bytes).unwrap_or(u64::MAX), Ordering::Relaxed);
        let since = self.opened.elapsed().as_millis();
        self.heard.store(u64::try_from(since).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

impl Line {
    /// A line over a stream, and what cuts it.
    pub fn new(stream: TcpStream, pulse: Pulse) -> (Self, Knife) {
        let (knife, cut) = oneshot::channel();
        (Self { stream, cut, pulse }, knife)
    }

    fn is_cut(&mut self, context: &mut Context<'_>) -> bool {
        Pin::new(&mut self.cut).poll(context).is_ready()
    }
}

/// What an end in the middle of it is called.
fn severed() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(severed()));
        }
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, into);
        if into.filled().len() > before {
            self.pulse.beat(into.filled().len() - before);
        }
        read
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(severed()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
