//! Bytes as terminals send them, and what they mean.

use proptest::prelude::*;

use super::*;

fn heard(pieces: &[&[u8]]) -> Vec<Heard> {
    let mut decoder = Decoder::default();
    let mut heard: Vec<_> = pieces.iter().flat_map(|piece| decoder.feed(piece)).collect();
    heard.extend(decoder.settle());
    heard
}

fn keys(keys: &[Key]) -> Vec<Heard> {
    keys.iter().copied().map(Heard::Key).collect()
}

#[test]
fn a_press_and_the_wheel_are_heard_and_nothing_else_of_a_mouse() {
    for (bytes, want) in [
        (&b"\x1b[<0;1;1M"[..], Some(Mouse::Press(0, 0))),
        (b"\x1b[<0;80;24M", Some(Mouse::Press(79, 23))),
        (b"\x1b[<0;300;200M", Some(Mouse::Press(299, 199))),
        (b"\x1b[<64;5;5M", Some(Mouse::Up)),
        (b"\x1b[<65;5;5M", Some(Mouse::Down)),
        // Let go, moved, another button, with Shift, out of the window, no numbers.
        (b"\x1b[<0;1;1m", None),
        (b"\x1b[<32;1;1M", None),
        (b"\x1b[<2;1;1M", None),
        (b"\x1b[<4;1;1M", None),
        (b"\x1b[<0;0;1M", None),
        (b"\x1b[<0;99999;1M", None),
        (b"\x1b[<0;;M", None),
        (b"\x1b[<M", None),
    ] {
        let want: Vec<Heard> = want.map(Heard::Mouse).into_iter().collect();
        assert_eq!(heard(&[bytes]), want, "{:?}", String::from_utf8_lossy(bytes));
    }
    // In pieces, and the old way, whose three bytes would be letters otherwise.
    assert_eq!(heard(&[b"\x1b[<0;1", b"2;3M"]), [Heard::Mouse(Mouse::Press(11, 2))]);
    assert_eq!(heard(&[b"\x1b[M abx"]), keys(&[Key::Char('x')]));
}

#[test]
fn keys_are_known_in_the_forms_of_all_terminals() {
    for (bytes, want) in [
        (&b"\x1b[A"[..], Key::Up),
        (b"\x1bOA", Key::Up),
        (b"\x1b[1;2A", Key::Up),
        (b"\x1b[H", Key::Home),
        (b"\x1b[1~", Key::Home),
        (b"\x1b[4~", Key::End),
        (b"\x1b[3~", Key::Delete),
        (b"\x1b[5~", Key::PageUp),
        (b"\x1b[Z", Key::BackTab),
        (b"\x1bOQ", Key::F(2)),
        (b"\x1b[12~", Key::F(2)),
        (b"\x1b[[B", Key::F(2)),
        (b"\x1b[21~", Key::F(10)),
        (b"\x1b[24~", Key::F(12)),
        (b"\x1b[122;5u", Key::Ctrl('z')),
        (b"\x1bx", Key::Alt('x')),
        (b"\x1a", Key::Ctrl('z')),
        (b"\x0e", Key::Ctrl('n')),
        (b"\x1c", Key::Ctrl('\\')),
        (b"\r", Key::Enter),
        (b"\x7f", Key::Backspace),
        (b"\x08", Key::Backspace),
        (b"\x1b", Key::Esc),
        ("：".as_bytes(), Key::Char('：')),
        ("\u{3000}".as_bytes(), Key::Char('\u{3000}')),
    ] {
        assert_eq!(heard(&[bytes]), keys(&[want]), "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_read_may_end_anywhere() {
    let han = "定".as_bytes();
    assert_eq!(heard(&[&han[..1], &han[1..]]), keys(&[Key::Char('定')]));
    assert_eq!(heard(&[b"\x1b", b"[", b"5", b"~j"]), keys(&[Key::PageUp, Key::Char('j')]));
    assert_eq!(
        heard(&[b"\x1b[200~ab\x1b[20", b"1~c"]),
        [Heard::Paste("ab".to_owned()), Heard::Key(Key::Char('c'))]
    );
}

#[test]
fn esc_esc_is_two_keys() {
    assert_eq!(heard(&[b"\x1b\x1b"]), keys(&[Key::Esc, Key::Esc]));
    assert_eq!(heard(&["\x1b定".as_bytes()]), keys(&[Key::Esc, Key::Char('定')]));
}

#[test]
fn replies_are_swallowed() {
    for reply in [
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1bP>|xterm(390)\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b[?62;22c",
        "\x1b[>41;390;0c",
        "\x1b[?2026;2$y",
        "\x1b[0n",
        "\x1b[?1x",
        "\x1b[I",
        "\x1b[<35;10;10M",
        "\x1b[M !!",
        "\x1b[32;0;0M",
        "\x1b_Gi=1;OK\x1b\\",
    ] {
        let bytes = format!("a{reply}b");
        let want = keys(&[Key::Char('a'), Key::Char('b')]);
        assert_eq!(heard(&[bytes.as_bytes()]), want, "{reply:?}");
    }
    assert_eq!(heard(&[b"\x1b[7;3R"]), [Heard::Column(3)]);
}

#[test]
fn broken_characters_are_ignored_and_later_keys_heard() {
    for broken in [&b"\xff"[..], b"\xc3", b"\xe5\xae", b"\xed\xa0\x80", b"\x80\x80", b"\xc2\x9b"] {
        let bytes = [broken, b"j"].concat();
        assert_eq!(heard(&[&bytes]), keys(&[Key::Char('j')]), "{broken:?}");
    }
}

#[test]
fn a_paste_without_end_is_released() {
    let mut decoder = Decoder::default();
    assert!(decoder.feed("\x1b[200~一\r\n二\r\x03".as_bytes()).is_empty());
    assert_eq!(decoder.patience(), Some(PASTE_SILENCE));
    assert_eq!(decoder.settle(), [Heard::Paste("一\n二\n\x03".to_owned())]);
    assert_eq!(decoder.feed(b"j"), keys(&[Key::Char('j')]));
    assert_eq!(decoder.patience(), None);
}

#[test]
fn a_long_paste_costs_its_length() {
    let mut decoder = Decoder::default();
    let chunk = "议定：请区发改局牵头，10月底前开工。\n".repeat(100);
    assert!(decoder.feed(PASTE_BEGIN).is_empty());
    for _ in 0..2_000 {
        assert!(decoder.feed(chunk.as_bytes()).is_empty());
    }
    let [Heard::Paste(text)] = &decoder.feed(PASTE_END)[..] else { panic!("no paste") };
    assert_eq!(text.len(), chunk.len() * 2_000);
}

#[test]
fn what_is_half_here_is_waited_for_but_not_for_ever() {
    for (bytes, patience) in [
        (&b"\x1b"[..], ESC_SILENCE),
        (b"\x1b[", REST_SILENCE),
        (b"\xe5", REST_SILENCE),
        (b"\x1b]11;rgb", REST_SILENCE),
        (b"\x1b[200~x", PASTE_SILENCE),
    ] {
        let mut decoder = Decoder::default();
        assert!(decoder.feed(bytes).is_empty(), "{bytes:?}");
        assert_eq!(decoder.patience(), Some(patience), "{bytes:?}");
        decoder.settle();
        assert_eq!(decoder.patience(), None, "{bytes:?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_are_survived(
        pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)
    ) {
        let mut decoder = Decoder::default();
        for piece in &pieces {
            decoder.feed(piece);
        }
        decoder.settle();
        prop_assert_eq!(decoder.patience(), None);
    }

    #[test]
    fn text_is_heard_whole_however_it_is_cut(text in "[一-龥a-z0-9：，]{1,40}", cut in 0_usize..100) {
        let cut = cut.min(text.len());
        let whole: Vec<_> = text.chars().map(|c| Heard::Key(Key::Char(c))).collect();
        prop_assert_eq!(heard(&[&text.as_bytes()[..cut], &text.as_bytes()[cut..]]), whole);
    }
}
