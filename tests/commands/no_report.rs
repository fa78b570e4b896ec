//! A text that is no report makes no book.

use super::book::Book;

#[test]
fn a_text_that_is_no_report_makes_no_book_and_says_what_to_do() {
    let book = Book::in_git();
    for (nth, text) in [
        "去年秋天我们去了北湖。\n湖边有3条船，船家说今年水浅。\n我们坐到天黑才回来。\n",
        "关于借用会议室的函\n\n因工作需要，拟于下周二借用贵单位第一会议室。\n请予支持。\n",
        "Dear all,\n\nthe lift is out of order until Monday. Please use the stairs.\n",
    ]
    .into_iter()
    .enumerate()
    {
        let (name, folder) = (format!("来件{nth}"), format!("新{nth}"));
        book.write(&name, text.as_bytes());
        let (report, folder) = (book.at(&name), book.at(&folder));
        let call = ["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()];
        let made = book.run(&call);
        assert_eq!(made.code, Some(1), "{text} {made:?}");
        assert!(made.said.contains("没有"), "{made:?}");
        assert!(!folder.exists(), "nothing is made of {text}");
    }
    // A report of one task with a number before it is one.
    book.write(
        "小报告",
        "云溪县2031年重点工作\n（一）抓好产业\n——做强农业。新建水库2座。\n".as_bytes(),
    );
    let (report, folder) = (book.at("小报告"), book.at("小"));
    let call = ["init", folder.to_str().unwrap(), "--from", report.to_str().unwrap()];
    assert_eq!(book.run(&call).code, Some(0));
}
