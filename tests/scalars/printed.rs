//! What every command prints and says, asked for and refused.

use yiding::shell::failure::{Failure, tell};
use yiding::view::shown;

use crate::book::Book;
use crate::papers::is_data;
use crate::wire::{Stream, fault};

/// What can be asked of any book.
const ASKED: &[&str] = &[
    "",
    "show",
    "show 1.1",
    "show 1",
    "list tasks",
    "list targets",
    "list decisions",
    "list offices",
    "list readings",
    "list meetings",
    "log",
    "diff",
    "diff --by office",
    "check",
    "story 1.1",
    "story 1.2/1",
    "meet status",
    "agenda",
    "print",
    "print tasks",
    "print 1.1",
    "print meeting",
    "print before --to html",
    "export minutes --to txt",
    "export minutes --to md",
    "export decisions --to csv",
    "export calendar --to ics",
    "doctor",
    "sshd",
    "list tasks --policy no-such",
];

/// Calls in which somebody types the text, `~`. What is written goes below the book, `^`: a path of the
/// text alone would be one of wherever the tests run.
const TYPED: &[&str] = &[
    "~",
    "show ~",
    "list ~",
    "list tasks ~",
    "list decisions 牵头:~",
    "story ~",
    "diff ~ ~",
    "print ~",
    "export ~",
    "export minutes ~",
    "export ledger --office ~",
    "export minutes -o ^/~/a.docx",
    "decide ~ 一件事",
    "decide 1.1 ~ --today ~",
    "read 1.2/1=~",
    "read ~=1 ~",
    "read --table ~",
    "assign 1.1 ~",
    "attend 出席 ~",
    "light 1.1 ~",
    "extend ~ ~",
    "stage ~ ~",
    "correct ~ text=~ --agreed ~",
    "sign ~ --by ~",
    "amend ~ ~",
    "agenda add ~",
    "check --source ~",
    "import ~",
    "textconv ~",
    "init ^/new/~",
    "merge ~",
    "meet open --date ~",
    "--lang ~ show",
    "--policy ~ list targets",
    "-C ~ show",
];

/// An answer on a terminal and in a pipe, and what is said beside it.
fn check(asked: &Result<(String, Vec<String>), Failure>, format: &str, what: &str) {
    let mut said = Vec::new();
    let text = match asked {
        Ok((text, told)) => {
            tell(&mut said, told).unwrap();
            text
        }
        Err(why) => {
            why.report(&mut said).unwrap();
            &why.answer
        }
    };
    assert_eq!(fault(&said, Stream::Lines), None, "said of {what}");
    is_data(text, if text.is_empty() { "" } else { format }, what);
    let seen = shown::page(text);
    assert_eq!(fault(seen.as_bytes(), Stream::Lines), None, "{what} on a terminal");
}

fn call(book: &Book, line: &[&str]) -> Result<(String, Vec<String>), Failure> {
    book.call(line).map(|answer| (answer.text, answer.told))
}

/// Everything that a book says of itself.
pub fn of_a_book(book: &Book) {
    for line in ASKED {
        let several = ["list", "log", "diff", "show 1.1", "story", "check"];
        let several = several.iter().any(|first| line.starts_with(first));
        let more: &[&str] =
            if several { &["", "--format json", "--format csv"] } else { &["--width 60"] };
        for more in more {
            let whole = format!("{line} {more}");
            let words: Vec<&str> = whole.split_whitespace().collect();
            let format =
                if line.contains("csv") { "csv" } else { more.trim_start_matches("--format ") };
            check(&call(book, &words), format, &whole);
        }
    }
    for file in &book.files {
        let line = ["textconv", file.to_str().unwrap()];
        check(&call(book, &line), "", "textconv");
    }
    for id in ["1", "2", "3"] {
        let id = format!("{}/{id}", crate::book::TODAY);
        for line in [vec!["show", &id], vec!["story", &id]] {
            check(&call(book, &line), "", "a record");
        }
    }
}

/// Everything that is said of a text which somebody types.
pub fn of_what_is_typed(book: &Book, text: &str) {
    let (text, root) = (text.replace('\0', ""), book.root());
    for line in TYPED {
        let meant = |word: &str| word.replace('^', root.to_str().unwrap()).replace('~', &text);
        let words: Vec<String> = line.split(' ').map(meant).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        check(&call(book, &words), "", line);
    }
}

/// What is said of a file that holds the text and is no book.
pub fn of_what_is_no_file(text: &str) {
    let book = Book::with(&[]);
    let plan = std::fs::read_to_string(book.root().join("plan.ron")).unwrap();
    let title = plan.find("  title: \"").unwrap();
    for bad in [
        format!("{text}{plan}"),
        format!("{}  {text}\n{}", &plan[..title], &plan[title..]),
        plan.replacen("  title: ", &format!("  {text}: "), 1),
        plan.replacen("order: ", &format!("order: \"{text}\", // "), 1),
    ] {
        std::fs::write(book.root().join("plan.ron"), bad).unwrap();
        for line in [vec!["check"], vec!["show"], vec!["check", "--format", "json"]] {
            let format = if line.len() > 1 { "json" } else { "" };
            check(&call(&book, &line), format, "a plan that is none");
        }
    }
    std::fs::write(book.root().join("plan.ron"), &plan).unwrap();
    let file = book.files.last().unwrap();
    let sealed = std::fs::read_to_string(file).unwrap();
    std::fs::write(file, sealed.replacen("  plan: ", &format!("  {text}: "), 1)).unwrap();
    for line in ["check", "show", "log"] {
        check(&call(&book, &[line]), "", "a snapshot that is none");
    }
    let table = book.root().join("table.csv");
    let head = "目标编号,数值,单位,月份,来源\n";
    std::fs::write(
        &table,
        format!("{head}1.2/1,\"{}\",亿元,8月,x\n{text},1\n", text.replace('"', "")),
    )
    .unwrap();
    let line = ["read", "--table", table.to_str().unwrap(), "--dry-run"];
    check(&call(&book, &line), "", "a table");
    let report = book.root().join("report.txt");
    std::fs::write(
        &report,
        format!("{text}\n（一）抓好产业{text}\n——做强农业。{text}新建水库2座。\n"),
    )
    .unwrap();
    for line in [
        vec!["check", "--source", "~"],
        vec!["import", "~", "--dry-run"],
        vec!["import", "~", "-o", "-"],
    ] {
        let line: Vec<&str> = line
            .iter()
            .map(|word| if *word == "~" { report.to_str().unwrap() } else { *word })
            .collect();
        check(&call(&book, &line), "", "a report");
    }
    // A name of a file is a text too.
    let name: String = text.chars().filter(|c| !"/\0".contains(*c)).take(60).collect();
    let _ = std::fs::write(book.root().join("snapshots").join(format!("{name}.ron")), "()");
    for line in ["check", "log", "show", ""] {
        check(&call(&book, &line.split_whitespace().collect::<Vec<_>>()), "", "a name of a file");
    }
}
