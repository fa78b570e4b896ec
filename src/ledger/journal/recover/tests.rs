//! Laws and scenes of recovery: whatever happens to the bytes, no readable record is dropped and
//! every loss is named.

use proptest::prelude::*;

use super::*;
use crate::ledger::journal::Header;

const PAYLOADS: [&str; 5] =
    ["Decide(2,\"空港应急医院\")", "Read", "Undo", "Assign(\"卫健局\")", "Attend(\"甲\")"];

fn header() -> Header {
    Header::new("(format: 1, meeting: \"2023-09-15\")").unwrap()
}

fn record(seq: u64) -> Record {
    let at = usize::try_from(seq - 1).unwrap() % PAYLOADS.len();
    Record::new(seq, PAYLOADS[at]).unwrap()
}

fn line(seq: u64) -> String {
    header().record_line(&record(seq))
}

/// A segment with these records.
fn segment(seqs: impl IntoIterator<Item = u64>) -> String {
    seqs.into_iter().fold(header().line(), |text, seq| text + &line(seq))
}

fn read(segments: &[&[u8]]) -> Recovered {
    let names: Vec<String> = (1..=segments.len()).map(|n| format!("{n:06}.jnl")).collect();
    let list: Vec<Segment<'_>> =
        names.iter().zip(segments).map(|(name, bytes)| Segment { name, bytes }).collect();
    recover(&list)
}

fn numbers(found: &Recovered) -> Vec<u64> {
    found.records.iter().map(Record::seq).collect()
}

#[test]
fn a_whole_journal_reads_back_as_it_was_written() {
    let found = read(&[segment(1..=5).as_bytes()]);
    assert_eq!(found.header.as_deref(), Some("(format: 1, meeting: \"2023-09-15\")"));
    assert_eq!(found.records, (1..=5).map(record).collect::<Vec<_>>());
    assert_eq!((found.torn, found.damage), (None, vec![]));
    assert_eq!(found.sound, ["000001.jnl"]);
}

#[test]
fn reserved_space_at_the_end_is_nothing() {
    let mut bytes = segment(1..=5).into_bytes();
    bytes.resize(bytes.len() + 4096, 0);
    let found = read(&[&bytes]);
    assert_eq!((found.records.len(), found.torn, found.damage), (5, None, vec![]));
}

#[test]
fn an_unfinished_last_line_is_set_aside_and_told() {
    let whole = segment(1..=4);
    for cut in 1..line(5).len() - 1 {
        for zeros in [0, 7] {
            let mut bytes = (whole.clone() + &line(5)[..floor(&line(5), cut)]).into_bytes();
            let tail = bytes[whole.len()..].to_vec();
            bytes.resize(bytes.len() + zeros, 0);
            let found = read(&[&bytes]);
            assert_eq!(numbers(&found), [1, 2, 3, 4], "cut {cut}");
            assert!(found.damage.is_empty(), "cut {cut}: {:?}", found.damage);
            if !tail.is_empty() {
                let torn = found.torn.expect("told");
                assert_eq!((torn.offset, torn.bytes), (whole.len(), tail));
            }
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[test]
fn a_last_line_that_lacks_only_its_break_is_whole() {
    let text = segment(1..=5);
    let found = read(&[text.trim_end().as_bytes()]);
    assert_eq!((found.records.len(), found.torn), (5, None));
}

#[test]
fn one_flipped_bit_costs_one_record_at_most_and_is_named() {
    let text = segment(1..=5);
    let last = text.len() - line(5).len();
    for bit in 0..text.len() * 8 {
        let mut bytes = text.clone().into_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let found = read(&[&bytes]);
        let kept = found.records.iter().filter(|r| **r == record(r.seq())).count();
        assert_eq!(kept, found.records.len(), "bit {bit} forged a record");
        assert!(kept >= 4, "bit {bit}: {found:?}");
        let told = !found.damage.is_empty() || (found.torn.is_some() && bit / 8 >= last);
        assert!(kept == 5 || told, "bit {bit} was not named: {found:?}");
        assert!(found.header.is_some() || found.damage.iter().any(is_header), "bit {bit}");
    }
}

fn is_header(damage: &Damage) -> bool {
    matches!(damage, Damage::Header { .. })
}

#[test]
fn a_bad_record_before_good_ones_is_a_named_gap() {
    let text = segment(1..=5).replace(&line(3), "000003 00000000 garbage\n");
    let found = read(&[text.as_bytes()]);
    assert_eq!(numbers(&found), [1, 2, 4, 5]);
    assert_eq!(found.damage, [Damage::Gap { first: 3, last: 3 }]);
    assert!(found.torn.is_none() && found.sound.is_empty());
}

#[test]
fn a_zero_page_in_the_middle_is_a_gap_and_the_record_behind_it_is_kept() {
    let text = header().line() + &line(1) + &"\0".repeat(60) + &line(3) + &line(4);
    let found = read(&[text.as_bytes()]);
    assert_eq!(numbers(&found), [1, 3, 4]);
    assert_eq!(found.damage, [Damage::Gap { first: 2, last: 2 }]);
}

#[test]
fn a_foreign_line_between_records_is_named_and_a_long_bad_tail_is_damage() {
    let text = segment(1..=2) + "a note\n" + &line(3);
    let name = || "000001.jnl".to_owned();
    assert_eq!(read(&[text.as_bytes()]).damage, [Damage::Junk { segment: name(), line: 4 }]);
    let text = segment(1..=2) + "one\ntwo\n";
    assert_eq!(read(&[text.as_bytes()]).damage, [Damage::Tail { segment: name(), line: 4 }]);
}

#[test]
fn a_later_segment_that_repeats_everything_speaks_for_the_journal() {
    let old = segment(1..=3) + "000004 torn";
    let found = read(&[old.as_bytes(), segment(1..=5).as_bytes()]);
    assert_eq!(numbers(&found), [1, 2, 3, 4, 5]);
    assert_eq!((found.torn, found.damage), (None, vec![]));
    assert_eq!(found.sound, ["000002.jnl"]);
}

#[test]
fn an_interrupted_later_segment_loses_nothing_of_the_earlier() {
    let old = segment(1..=5);
    let new = segment(1..=5);
    for cut in 0..new.len() {
        let found = read(&[old.as_bytes(), &new.as_bytes()[..cut]]);
        assert_eq!(found.records.len(), 5, "cut {cut}");
        assert!(found.torn.is_none() && found.damage.is_empty(), "cut {cut}: {found:?}");
    }
}

#[test]
fn a_segment_without_its_header_is_read_with_the_journals() {
    let headless = "\0".repeat(40) + &line(4) + &line(5) + &line(6);
    let found = read(&[segment(1..=4).as_bytes(), headless.as_bytes()]);
    assert_eq!(numbers(&found), [1, 2, 3, 4, 5, 6]);
    assert!(found.damage.is_empty(), "{:?}", found.damage);
}

#[test]
fn two_truths_of_one_number_are_a_conflict_and_both_are_kept() {
    let other = Record::new(2, "other").unwrap();
    let new = header().line() + &line(1) + &header().record_line(&other);
    let found = read(&[segment(1..=2).as_bytes(), new.as_bytes()]);
    assert_eq!(found.records, [record(1), other]);
    let (segment, payload) = ("000001.jnl".to_owned(), record(2).payload().to_owned());
    assert_eq!(found.damage, [Damage::Conflict { seq: 2, segment, payload }]);
    assert_eq!(found.sound, ["000002.jnl"]);
}

#[test]
fn a_void_takes_the_place_of_the_record_that_it_names_in_any_order() {
    let void = header().void(&record(2));
    assert!(void.is_void());
    let new = header().line() + &line(1) + &header().record_line(&void) + &line(3);
    for order in [[segment(1..=2), new.clone()], [new.clone(), segment(1..=2)]] {
        let found = read(&[order[0].as_bytes(), order[1].as_bytes()]);
        assert_eq!(numbers(&found), [1, 3]);
        assert_eq!((&found.voids, &found.damage), (&vec![void.clone()], &vec![]));
    }
    let other = header().line() + &line(1) + &header().record_line(&Record::new(2, "x").unwrap());
    let found = read(&[other.as_bytes(), new.as_bytes()]);
    assert!(matches!(found.damage[..], [Damage::Conflict { seq: 2, .. }]), "not what it names");
}

#[test]
fn another_journals_lines_and_segments_are_not_taken() {
    let other = Header::new("another meeting").unwrap();
    let stray = other.record_line(&record(3));
    let text = segment(1..=2) + &stray;
    let found = read(&[text.as_bytes()]);
    assert_eq!(numbers(&found), [1, 2]);
    assert!(found.torn.is_some());
    let found = read(&[segment(1..=2).as_bytes(), (other.line() + &stray).as_bytes()]);
    assert_eq!(numbers(&found), [1, 2]);
    assert_eq!(found.damage, [Damage::Stranger { segment: "000002.jnl".into() }]);
}

#[test]
fn a_journal_that_was_never_born_is_empty_not_damaged() {
    for cut in 0..header().line().len() - 1 {
        let found = read(&[&header().line().as_bytes()[..cut]]);
        assert!(found.records.is_empty() && found.damage.is_empty(), "cut {cut}: {found:?}");
        assert_eq!(found.torn.is_some(), cut > 0);
    }
    assert_eq!(read(&[]), Recovered::default());
}

#[test]
fn every_finding_has_a_sentence_in_both_languages() {
    use crate::words::Lang;
    let found = read(&[(segment(1..=2) + "000003 0").as_bytes()]);
    let torn = found.torn.unwrap();
    assert_eq!(
        torn.sentence().text(Lang::Zh),
        "000001.jnl 末尾有一条没写完的记录（8 字节），未曾存妥，已搁置，原样留在文件里"
    );
    let gap = Damage::Gap { first: 3, last: 4 };
    assert!(gap.sentence().text(Lang::En).starts_with("records 3 to 4 of the journal"));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(
        a in proptest::collection::vec(any::<u8>(), 0..200),
        cut in 0usize..400,
    ) {
        let text = segment(1..=5).into_bytes();
        let cut = cut.clamp(header().line().len(), text.len());
        let mixed = [&text[..cut], &a, &text[cut..]].concat();
        let found = read(&[&a, &mixed, &text[..cut]]);
        // Inserted bytes can spoil at most the line into which they fall.
        prop_assert!(found.records.len() >= 4);
        prop_assert!(found.records.iter().all(|r| *r == record(r.seq())));
    }

    #[test]
    fn writing_down_what_was_recovered_recovers_the_same(
        cut in 0usize..400, at in 0usize..400, byte in any::<u8>(),
    ) {
        let mut text = segment(1..=5).into_bytes();
        let born = header().line().len();
        let at = born + at % (text.len() - born);
        text[at] = byte;
        text.truncate(cut.max(born));
        let first = read(&[&text]);
        let again = first.records.iter().fold(header().line(), |text, record| {
            text + &header().record_line(record)
        });
        let second = read(&[&text, again.as_bytes()]);
        prop_assert_eq!(&first.records, &second.records);
        prop_assert!(second.torn.is_none());
        let gaps = |found: &Recovered| {
            found.damage.iter().filter(|d| matches!(d, Damage::Gap { .. })).count()
        };
        prop_assert_eq!(gaps(&first), gaps(&second));
    }
}
