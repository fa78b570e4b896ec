//! The clock: the only place where the program asks what time it is.

use chrono::{DateTime, FixedOffset, Local, NaiveDate};

/// The machine's clock, or one whose date stands still (`--today`, for rehearsals and tests).
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    fixed: Option<NaiveDate>,
    stopped: Option<DateTime<FixedOffset>>,
}

impl Clock {
    /// A clock with the machine's time of day on a fixed date, or the machine's own.
    pub fn new(fixed: Option<NaiveDate>) -> Self {
        Self { fixed, stopped: None }
    }

    /// A clock that stands still, so that a rehearsal is the same every time.
    pub fn stopped(at: DateTime<FixedOffset>) -> Self {
        Self { fixed: Some(at.date_naive()), stopped: Some(at) }
    }

    /// Date and time with the machine's offset.
    pub fn now(self) -> DateTime<FixedOffset> {
        if let Some(stopped) = self.stopped {
            return stopped;
        }
        let now = Local::now().fixed_offset();
        let fixed = self.fixed.map(|day| day.and_time(now.time()));
        fixed.and_then(|at| at.and_local_timezone(*now.offset()).single()).unwrap_or(now)
    }

    /// The day that counts as today.
    pub fn today(self) -> NaiveDate {
        self.fixed.unwrap_or_else(|| self.now().date_naive())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_date_stands_still() {
        let day = NaiveDate::from_ymd_opt(2023, 9, 15).unwrap();
        let clock = Clock::new(Some(day));
        assert_eq!(clock.today(), day);
        assert_eq!(clock.now().date_naive(), day);
        assert_eq!(clock.now().offset(), Clock::default().now().offset());
    }
}
