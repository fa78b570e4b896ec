//! 练习 without a screen: a book of its own, and three commands.

use super::book::Book;

#[test]
fn the_practice_without_a_screen_is_three_commands_on_a_book_of_its_own() {
    let book = Book::plain();
    let before = book.names("");
    let ran = book.command(&["tutor"]).env("TMPDIR", book.root()).output().unwrap();
    let calls = String::from_utf8(ran.stdout).unwrap();
    let calls: Vec<&str> = calls.lines().collect();
    assert_eq!(calls.len(), 3, "{calls:?}");
    let made: Vec<String> =
        book.names("").into_iter().filter(|name| !before.contains(name)).collect();
    let [folder] = made.as_slice() else { panic!("one folder: {made:?}") };
    assert!(folder.starts_with("yiding-tutor-"));
    let on = |args: &[&str]| book.in_folder(folder, args);
    assert_eq!(on(&["decide", "1.2", "签约项目10月底前开工"]).out, "2023-09-15/1\n");
    assert_eq!(on(&["read", "1.2/1=305"]).code, Some(0));
    assert!(on(&["undo"]).out.contains("已撤回：报数 1.2/1"));
    // Who names a practice book goes on in it.
    assert!(String::from_utf8(ran.stderr).unwrap().contains("真的一册没有动"));
    assert_eq!(on(&["tutor"]).code, Some(0));
    assert_eq!(on(&["show", "1.2", "--format", "json"]).code, Some(0));
}
