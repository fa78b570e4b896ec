//! How fast one connection may ask: whoever asks faster waits, and with it its client.

use std::time::{Duration, Instant};

use crate::shell::serve::limits::KEYS_PER_SECOND;

/// How many bytes of keys may come without waiting.
pub(super) struct Budget {
    left: f64,
    at: Instant,
}

impl Budget {
    /// A second's worth.
    pub(super) fn new() -> Self {
        Self { left: f64::from(KEYS_PER_SECOND), at: Instant::now() }
    }

    /// Waits until so many more bytes may come.
    pub(super) async fn spend(&mut self, bytes: usize) {
        let rate = f64::from(KEYS_PER_SECOND);
        let now = Instant::now();
        let earned = now.duration_since(self.at).as_secs_f64() * rate;
        self.left = (self.left + earned).min(rate);
        self.at = now;
        self.left -= f64::from(u32::try_from(bytes).unwrap_or(u32::MAX));
        if self.left < 0.0 {
            tokio::time::sleep(Duration::from_secs_f64(-self.left / rate)).await;
        }
    }
}
