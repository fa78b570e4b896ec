//! A clock that rings at a time of the wall: the kernel keeps it, also where the machine slept or its
//! clock was set meanwhile. Nothing runs until then.

use std::io::{self, PipeReader, PipeWriter};
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, read};
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
    timerfd_settime,
};

/// See above. It rings until this value is dropped.
pub struct Alarm {
    timer: Arc<OwnedFd>,
    stop: Option<PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Alarm {
    /// One that rings never yet. `tell` is called on a thread of its own and must not wait.
    ///
    /// # Errors
    /// What the kernel says.
    pub fn start(tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let flags = TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK;
        let timer = Arc::new(timerfd_create(TimerfdClockId::Realtime, flags)?);
        let (stopped, stop) = io::pipe()?;
        let theirs = Arc::clone(&timer);
        let thread = thread::Builder::new().name("alarm".to_owned());
        let thread = thread.spawn(move || listen(&theirs, &stopped, &tell))?;
        Ok(Self { timer, stop: Some(stop), thread: Some(thread) })
    }

    /// Rings at that second, counted from 1970, and once when the clock is set before; or never.
    ///
    /// # Errors
    /// What the kernel says.
    pub fn set(&self, at: Option<i64>) -> io::Result<()> {
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        let never = Timespec::default();
        let it_value = at.map_or(never, |tv_sec| Timespec { tv_sec, tv_nsec: 0 });
        timerfd_settime(&self.timer, flags, &Itimerspec { it_interval: never, it_value })?;
        Ok(())
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Waits in one place for the time or for the end.
fn listen(timer: &OwnedFd, stopped: &PipeReader, tell: &impl Fn()) {
    loop {
        let mut files = [PollFd::new(timer, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        match poll(&mut files, None) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return,
        }
        if !files[1].revents().is_empty() {
            return;
        }
        if !files[0].revents().is_empty() {
            match read(timer, &mut [0_u8; 8]) {
                // It was set otherwise meanwhile.
                Err(Errno::AGAIN | Errno::INTR) => {}
                // It is time, or the clock was set.
                Ok(_) | Err(Errno::CANCELED) => tell(),
                Err(_) => return,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use super::*;

    #[test]
    fn it_rings_when_it_is_time_and_not_when_nothing_is_due() {
        let (tell, told) = channel();
        let alarm = Alarm::start(move || {
            let _ = tell.send(());
        })
        .unwrap();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let now = i64::try_from(now).unwrap();
        for past in [now, now - 1000] {
            alarm.set(Some(past)).unwrap();
            told.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        for never in [None, Some(now + 100_000)] {
            alarm.set(never).unwrap();
            assert!(told.recv_timeout(Duration::from_millis(50)).is_err(), "{never:?}");
        }
    }
}
