//! Whatever comes from a keyboard or from a guest's client: no screen falls over it, no byte of it
//! steers the terminal, and what was kept is what is shown.

use yiding::app::Input;
use yiding::app::key::{Key, inputs};
use yiding::shell::terminal::decode::{Decoder, Heard};
use yiding_fuzz::book::{Desk, Reviewer};
use yiding_fuzz::stream;

use crate::patience;

/// A person presses so many keys between two looks; more of them take long to draw.
const LONGEST: usize = 96;

/// What a stream says, cut where the first byte says so.
fn heard(bytes: &[u8]) -> Vec<Input> {
    let step = usize::from(bytes.first().copied().unwrap_or(7) % 13) + 1;
    let (mut decoder, mut all, mut keys) = (Decoder::default(), Vec::new(), Vec::<Key>::new());
    let mut take = |heard: Vec<Heard>, all: &mut Vec<Input>| {
        for one in heard {
            match one {
                Heard::Key(key) => keys.push(key),
                Heard::Paste(text) => all.push(Input::Paste(text)),
                _ => {}
            }
        }
        all.append(&mut inputs(&keys));
        keys.clear();
    };
    for piece in stream(bytes).chunks(step) {
        take(decoder.feed(piece), &mut all);
        if piece.len() % 3 == 0 {
            take(decoder.settle(), &mut all);
        }
    }
    take(decoder.settle(), &mut all);
    all
}

/// A window that changes now and then.
fn resized(nth: usize, bytes: &[u8]) -> Option<Input> {
    let size = bytes.get(nth * 3..nth * 3 + 2).filter(|_| nth % 9 == 8)?;
    Some(Input::Resize(u16::from(size[0]), u16::from(size[1] % 61)))
}

#[test]
fn any_keys_are_survived_at_the_desk() {
    bolero::check!()
        .with_type::<Vec<u8>>()
        .with_max_len(LONGEST)
        .with_test_time(patience())
        .for_each(|bytes| {
            let mut desk = Desk::default();
            for (nth, input) in heard(bytes).iter().enumerate() {
                desk.take(input);
                resized(nth, bytes).iter().for_each(|size| desk.take(size));
            }
            desk.check();
        });
}

#[test]
fn any_keys_in_a_meeting_are_survived() {
    bolero::check!()
        .with_type::<Vec<u8>>()
        .with_max_len(LONGEST)
        .with_test_time(patience())
        .for_each(|bytes| {
            let mut desk = Desk::default();
            for key in [Key::F(8), Key::F(8)] {
                desk.take(&Input::Key(key));
            }
            assert!(desk.session.meeting().is_some());
            for input in heard(bytes) {
                desk.take(&input);
            }
            desk.check();
        });
}

#[test]
fn any_bytes_of_a_guest_are_survived() {
    bolero::check!()
        .with_type::<Vec<u8>>()
        .with_max_len(LONGEST)
        .with_test_time(patience())
        .for_each(|bytes| {
            let mut guest = Reviewer::default();
            for (nth, input) in heard(bytes).iter().enumerate() {
                guest.take(input);
                resized(nth, bytes).iter().for_each(|size| guest.take(size));
            }
        });
}
