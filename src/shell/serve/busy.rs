//! What goes on in a connection, counted: one in which nothing does holds a place for nothing.

use std::time::Duration;

use tokio::sync::watch::{self, Receiver, Sender};
use tokio::time::timeout;

/// What goes on.
#[derive(Clone, Debug)]
pub struct Busy(Sender<usize>);

/// One thing that goes on until it is dropped.
#[derive(Debug)]
pub struct Work(Busy);

/// What waits for the end of it all.
#[derive(Debug)]
pub struct Rest(Receiver<usize>);

impl Busy {
    /// Nothing yet, and what waits for the end of it all.
    pub fn new() -> (Self, Rest) {
        let (count, seen) = watch::channel(0);
        (Self(count), Rest(seen))
    }

    /// Something begins.
    pub fn begin(&self) -> Work {
        self.0.send_modify(|count| *count += 1);
        Work(self.clone())
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}

impl Rest {
    /// Waits until nothing has gone on for so long; while something does nothing runs.
    pub async fn lasts(&mut self, so_long: Duration) {
        while self.0.wait_for(|count| *count == 0).await.is_ok() {
            if timeout(so_long, self.0.wait_for(|count| *count > 0)).await.is_err() {
                return;
            }
        }
        // Nobody is left who could begin anything: whoever waits ends with the connection.
        std::future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn only_rest_that_lasts_is_told() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let (busy, mut rest) = Busy::new();
            timeout(LONG, rest.lasts(SHORT)).await.expect("nothing has begun");
            let (seat, question) = (busy.begin(), busy.begin());
            assert!(timeout(SHORT * 5, rest.lasts(SHORT)).await.is_err(), "both go on");
            drop(question);
            assert!(timeout(SHORT * 5, rest.lasts(SHORT)).await.is_err(), "one goes on");
            drop(seat);
            timeout(LONG, rest.lasts(SHORT)).await.expect("all is over");
        });
    }
}
