//! What does not outlive the close.

use super::*;
use crate::shell::perform::commit;

#[test]
fn what_is_not_for_the_snapshot_goes_with_the_close_where_there_is_no_git() {
    let (temp, site) = book();
    let first = read(&site, &Right::Write);
    let begin = Effect::Begin(header(&first, interval("2023-09-15-interval")));
    let spoken = "他原话是雨季前必须完";
    let entry = did(&first, "2023-09-15-interval/1", spoken);
    let mut writing = scribe(first);
    assert_eq!(writing.perform(begin).outcomes, [Outcome::Begun]);
    writing.perform(Effect::Append { serial: 1, entry });
    assert!(is_anywhere_in(&temp.path().join("snapshots/.yiding"), spoken));
    let snapshot = read(&site, &Right::Look).session.open.unwrap().open.for_sealing();
    let publication = sealed(&snapshot);
    writing.perform(Effect::Publish(Box::new(publication.clone())));
    drop(writing);
    // The power goes before the answer of the commit: the next start removes it.
    let copy = tempfile::tempdir().unwrap();
    fs::write(copy.path().join("plan.ron"), PLAN).unwrap();
    fs::create_dir_all(copy.path().join("snapshots/.yiding/open")).unwrap();
    for folder in ["snapshots", "snapshots/.yiding/done/2023-09-15-interval"] {
        fs::create_dir_all(copy.path().join(folder)).unwrap();
        for file in fs::read_dir(temp.path().join(folder)).unwrap().flatten() {
            if file.path().is_file() {
                fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
            }
        }
    }
    let again = Site::find(copy.path()).unwrap();
    assert_eq!(again.waiting(), std::slice::from_ref(&publication.id));
    assert!(is_anywhere_in(&again.state(), spoken));
    let book = read(&again, &Right::Write);
    assert_eq!((book.session.sealed.id(), book.told.len()), (publication.id.clone(), 0));
    assert!(again.waiting().is_empty() && !is_anywhere_in(&again.state(), spoken));

    assert!(matches!(commit(&site, publication, Lang::Zh), Outcome::NotCommitted { .. }));
    assert!(site.waiting().is_empty() && !is_anywhere_in(&site.state(), spoken));
}

/// Whether a text stands in any file below a folder.
fn is_anywhere_in(folder: &std::path::Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).any(|path| {
        if path.is_dir() {
            return is_anywhere_in(&path, text);
        }
        let bytes = fs::read(&path).unwrap();
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}
