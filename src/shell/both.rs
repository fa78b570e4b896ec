//! Two things at once, where each takes its time: files that are read, programs that are started.

use std::panic::resume_unwind;
use std::thread;

/// Does two things at the same time, the second one on this thread, and gives what came of both. A
/// panic of either is a panic here.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}
