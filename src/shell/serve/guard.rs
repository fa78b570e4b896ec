//! Who puts out those whose key does not open the door any more: as soon as the list changes, and at
//! the moment when a key of somebody who is in runs out.
//!
//! It sleeps until the kernel tells it of either. Where the kernel does not tell it looks now and then,
//! while anybody is in, and says so in the log.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::sleep;

use super::Door;
use super::alarm::Alarm;
use super::limits::FAREWELL;
use crate::shell::trouble::reason;
use crate::shell::watch::{Blind, Trail};
use crate::words::Lang;
use crate::words::door::{Logged, Unheard};

/// A list that is being written is read when its writer has had so long.
const SETTLED: Duration = Duration::from_millis(200);

/// How often it is looked at where the kernel does not tell.
const REVIEW: Duration = Duration::from_secs(2);

/// See above.
pub(super) struct Guard {
    door: Arc<Door>,
    list: PathBuf,
    told: Arc<Notify>,
    begin: Begin,
    trail: Option<Trail>,
    due: Arc<Notify>,
    alarm: Option<Alarm>,
    sees: Sees,
}

/// What begins to watch a path, and tells.
type Begin = fn(&Path, Arc<Notify>) -> Result<Trail, Blind>;

/// How it hears that the list changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sees {
    /// The kernel tells.
    Told,
    /// It looks now and then.
    Looking,
}

impl Guard {
    /// A guard at a door with a list.
    pub(super) fn new(door: Arc<Door>, list: &Path) -> Self {
        let begin = |list: &Path, told: Arc<Notify>| Trail::start(list, move || told.notify_one());
        let due = Arc::new(Notify::new());
        let rings = Arc::clone(&due);
        Self {
            door,
            list: list.to_owned(),
            told: Arc::default(),
            begin,
            trail: None,
            due,
            alarm: Alarm::start(move || rings.notify_one()).ok(),
            sees: Sees::Told,
        }
    }

    /// Until the door closes.
    pub(super) async fn stand(mut self) {
        loop {
            self.follow();
            // What changed before it was watched is seen here.
            let gone = self.door.review();
            if !gone.is_empty() {
                tokio::spawn(async move {
                    sleep(FAREWELL).await;
                    drop(gone);
                });
            }
            let rings = self.set_alarm();
            let looks = (self.sees == Sees::Looking || !rings) && !self.door.members.is_empty();
            tokio::select! {
                () = self.told.notified() => sleep(SETTLED).await,
                () = self.door.members.stirred() => {}
                () = self.due.notified() => {}
                () = sleep(REVIEW), if looks => {}
            }
        }
    }

    /// Watches the list where it lies now.
    fn follow(&mut self) {
        let followed = self.watch();
        let sees = if followed.is_ok() { Sees::Told } else { Sees::Looking };
        if std::mem::replace(&mut self.sees, sees) == sees {
            return;
        }
        self.door.log.say(&match followed {
            Ok(()) => Logged::Told,
            Err(why) => Logged::Looks { why: unheard(&why, self.door.lang) },
        });
    }

    /// Sets the alarm at the next end of a key of somebody who is in. Whether it will ring.
    fn set_alarm(&self) -> bool {
        self.alarm.as_ref().is_some_and(|alarm| alarm.set(self.door.next_end()).is_ok())
    }

    /// A watcher that the kernel had no room for is asked for again.
    fn watch(&mut self) -> Result<(), Blind> {
        let trail = match self.trail.take() {
            Some(trail) => trail,
            None => (self.begin)(&self.list, Arc::clone(&self.told))?,
        };
        self.trail.insert(trail).follow()
    }
}

/// Why the kernel does not tell, in words.
pub(super) fn unheard(why: &Blind, lang: Lang) -> String {
    let why = match why {
        Blind::Full => Unheard::Full,
        Blind::Remote(kind) => Unheard::Remote { kind: (*kind).to_owned() },
        Blind::Refused(why) => Unheard::Refused { why: reason(why, lang) },
    };
    why.text(lang)
}

#[cfg(test)]
mod tests;
