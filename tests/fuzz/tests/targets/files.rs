//! Whatever became of a file of a book, it is read or refused with its place, and nothing is made up.

use std::sync::LazyLock;

use yiding::app::sheet::{assignments, readings};
use yiding::format::excerpt::{self, Eyes, Source, Told};
use yiding::format::ron::{self, Limits};
use yiding::format::{seal, sheet};

use yiding::ledger::journal::{Header, Record, Segment, recover};
use yiding::ledger::{RecordId, Snapshot, SnapshotId};
use yiding::plan::plain::is_hidden;
use yiding::plan::{self, Place, Plan, validate};
use yiding::words::Lang;
use yiding_fuzz::book::{Desk, YEAR};
use yiding_fuzz::{changed, stream, text};

use crate::patience;

const EYES: Eyes = Eyes { lang: Lang::Zh, width: 80, colour: false };

/// A fault lies in the file, and its picture steers no terminal.
fn check_fault(file: &[u8], told: &Told) {
    let lines = file.split(|byte| *byte == b'\n').count();
    assert!((1..=lines.max(1)).contains(&told.line), "line {} of {lines}", told.line);
    assert!(told.column >= 1 && !told.what.is_empty());
    let picture = excerpt::picture(Source { name: "plan.ron", bytes: file }, told, EYES);
    let odd = picture.chars().find(|c| *c != '\n' && (c.is_control() || is_hidden(*c)));
    assert_eq!(odd, None, "in {picture:?}");
}

#[test]
fn any_plan_is_read_or_refused_with_its_place() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let file = changed(YEAR.plan.as_bytes(), bytes);
        match ron::read::<Plan>(&file, Limits::of(plan::FORMAT)) {
            Err(fault) => check_fault(&file, &Told::of(&fault, Lang::Zh)),
            Ok(plan) => {
                let problems = validate::problems(&plan);
                for told in excerpt::problems(&file, &problems, Lang::Zh) {
                    check_fault(&file, &told);
                }
                let back: Plan =
                    ron::read(ron::write(&plan).unwrap().as_bytes(), Limits::of(plan::FORMAT))
                        .unwrap();
                assert_eq!(back, plan, "written and read it is another plan");
            }
        }
    });
}

#[test]
fn any_snapshot_is_read_or_refused_and_its_seal_says_so() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let (nth, bytes) = bytes.split_first().unwrap_or((&0, &[]));
        let sealed = &YEAR.sealed[usize::from(*nth) % YEAR.sealed.len()].file;
        let file = changed(sealed.text.as_bytes(), bytes);
        let verified = seal::verify(&file);
        assert_eq!(
            verified.is_ok(),
            file == sealed.text.as_bytes() || resealed(&file),
            "a seal on another text"
        );
        match ron::read::<Snapshot>(&file, Limits::of(yiding::ledger::snapshot::FORMAT)) {
            Err(fault) => check_fault(&file, &Told::of(&fault, Lang::Zh)),
            Ok(snapshot) => {
                let written = ron::write(&snapshot).unwrap();
                let back: Snapshot =
                    ron::read(written.as_bytes(), Limits::of(yiding::ledger::snapshot::FORMAT))
                        .unwrap();
                assert_eq!(ron::write(&back).unwrap(), written, "a second save differs");
            }
        }
    });
}

/// Whether the last line of a file is what sealing the lines before it gives.
fn resealed(file: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(file) else { return false };
    text.rfind("// seal").is_some_and(|at| seal::sealed(text[..at].to_owned()) == text)
}

/// A journal of forty records.
static JOURNAL: LazyLock<(Header, Vec<Record>)> = LazyLock::new(|| {
    let header = Header::new("yiding 演练 2023-09-15").unwrap();
    let line =
        |nth: u64| Record::new(nth, &format!("第{nth}条：空港应急医院10月底前开工")).unwrap();
    (header, (1..=40).map(line).collect())
});

#[test]
fn of_any_journal_only_what_was_written_is_recovered() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let (header, records) = &*JOURNAL;
        let lines: String = records.iter().map(|record| header.record_line(record)).collect();
        let whole = header.line() + &lines;
        let first = changed(whole.as_bytes(), bytes);
        let second = changed(whole.as_bytes(), bytes.get(8..).unwrap_or_default());
        let segments =
            [Segment { name: "1", bytes: &first }, Segment { name: "2", bytes: &second }];
        for segments in [&segments[..1], &segments[..]] {
            let found = recover(segments);
            assert_eq!(found, recover(segments));
            assert!(found.records.windows(2).all(|pair| pair[0].seq() < pair[1].seq()));
            for record in &found.records {
                let written = records.iter().any(|own| own == record);
                assert!(
                    written || found.header.as_deref() != Some(header.text()),
                    "made up: {record:?}"
                );
            }
        }
        let found = recover(&[Segment { name: "1", bytes: &first }]);
        let lost = found.header.is_none() || found.records.len() < records.len();
        assert!(
            !lost || found.torn.is_some() || !found.damage.is_empty() || first.len() < whole.len(),
            "records went without a word"
        );
    });
}

#[test]
fn any_table_of_readings_is_understood_or_refused() {
    let desk = Desk::default();
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        let cells = text(bytes).replace('。', ",").replace('；', "\n1.2/1,").replace('、', ",305,");
        for head in ["目标编号,数值,单位,月份\n", "编号,牵头单位,配合单位\n"] {
            let file = format!("{head}1.2/1,{cells}");
            let Ok(sheet) = sheet::read(file.as_bytes()) else { continue };
            let rows = sheet.rows.len();
            if let Ok(found) = readings::understood(&desk.session, &sheet, Lang::Zh) {
                assert!(
                    found.blank + found.unchanged + found.changes.len() + found.faults.len() < rows
                );
            }
            let _ = assignments::understood(&desk.session, &sheet, Lang::Zh);
        }
    });
}

#[test]
fn any_name_is_one_name_or_none() {
    bolero::check!().with_type::<Vec<u8>>().with_test_time(patience()).for_each(|bytes| {
        const PIECES: &[&str] = &[
            "2023-09-15",
            "0000-adopted",
            "-interval",
            "-join",
            "-cw",
            "-2",
            "-10",
            "/",
            "1",
            "0",
            "12",
            ".",
            "..",
            "\\",
            " ",
            "2023-02-29",
            "９",
            "-",
            "65536",
            "+1",
            "\0",
            "一",
            "CW",
            "4294967296",
        ];
        let pieces = bytes.iter().map(|byte| PIECES[usize::from(*byte) % PIECES.len()]);
        let name: String = pieces.take(6).collect();
        for name in [name, String::from_utf8_lossy(&stream(bytes)).into_owned()] {
            if let Ok(id) = name.parse::<SnapshotId>() {
                assert_eq!(id.to_string(), name);
                assert!(
                    !name.contains(['/', '\\', '\0', ' ']) && !name.starts_with('.'),
                    "{name:?}"
                );
            }
            if let Ok(id) = name.parse::<RecordId>() {
                assert_eq!(id.to_string(), name);
            }
            if let Ok(place) = name.parse::<Place>() {
                assert_eq!(place.to_string(), name);
            }
        }
    });
}
