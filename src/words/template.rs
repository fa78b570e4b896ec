//! The plan of a new book, to be filled in by hand. Its comments are for the person who does.

use super::Lang;

/// The text of `plan.ron` for a year.
pub fn plan(lang: Lang, year: &str) -> String {
    let text = match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    };
    text.replace("LETTERHEAD\n", &letterhead(lang)).replace("YEAR", year)
}

/// 版头和版记, to be filled in and taken out of the comment: a blank line stands behind it.
pub fn letterhead(lang: Lang) -> String {
    let text = match lang {
        Lang::Zh => ZH_LETTERHEAD,
        Lang::En => EN_LETTERHEAD,
    };
    text.to_owned()
}

/// The text of `plan.ron` for a year, as it goes on from another book.
pub fn plan_after(lang: Lang, year: &str, book: &str) -> String {
    let said = match lang {
        Lang::Zh => ZH_AFTER,
        Lang::En => EN_AFTER,
    };
    plan(lang, year).replacen("\n//\n", &format!("\n{}//\n", said.replace("BOOK", book)), 1)
}

/// The comment lines at the top of a plan, for one that is written from a report.
pub fn heading(lang: Lang) -> Vec<String> {
    let text = plan(lang, "");
    let lines = text.lines().skip(1).map_while(|line| line.strip_prefix("//"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect()
}

/// The comment lines that say from which book a plan goes on.
pub fn heading_after(lang: Lang, book: &str) -> Vec<String> {
    let said = match lang {
        Lang::Zh => ZH_AFTER,
        Lang::En => EN_AFTER,
    };
    let lines = said.lines().map(|line| line.trim_start_matches(['/', ' ']));
    lines.map(|line| line.replace("BOOK", book)).collect()
}

const ZH_AFTER: &str = "\
// 接转自 BOOK：名册、规则、系列照抄上一册，没办结的议定已记在会间。
// 正文、目标请换成本年通过的原文；第一次封存（yiding seal 或开会）之前都可以改。
";

const EN_AFTER: &str = "\
// Carried over from BOOK: roster, policies and series are the old book's; its open decisions wait between
// meetings. Put this year's text and targets in; they may change until the first records are sealed.
";

const ZH_LETTERHEAD: &str = r#"  // 文稿的版头和版记：填好后去掉每行开头的 //。不写也能出文稿，只是缺这几样；各系列可在 series 里另写。
  // letterhead: (
  //   mark: "××人民政府专题会议纪要",  // 纪要标志，红字那一行；不写用系列的名称
  //   number: "第{number}期",          // 编号，也可写 〔{year}〕{number}号
  //   office: "××人民政府办公室",      // 印发机关
  //   signature: "××人民政府办公室",   // 落款；不写用 organ
  //   copies: ["区委办公室"],          // 抄送
  //   style: standard,                 // 版式：standard 公文格式，plain 简式，letter 简式用 Letter 纸
  // ),
"#;

const EN_LETTERHEAD: &str = r#"  // What papers say of the body: fill it in and take away the // of each line. Series may have their own.
  // letterhead: (
  //   mark: "Minutes of the Council",  // the line above minutes; without it there is none
  //   number: "No. {number}",          // or {year}/{number}
  //   office: "Office of the Council", // who issues them
  //   signature: "Office of the Council", // who signs notices; without it the organ
  //   copies: ["Audit Office"],        // copies to
  //   style: plain,                    // plain on A4, letter on US Letter, standard as in China
  // ),
"#;

const ZH: &str = r#"#![enable(implicit_some)]
// 新的议定簿。不得录入涉密内容。
//
// 写法：一行一个字段；文字放在半角引号里；行末用半角逗号；// 之后是注释，程序不读。
// 正文（guidance、title、lead、text）照录公开发布的原文。改完请运行 yiding check；程序自己不改写本文件。
//
// comparator：exactly 正好 · about 左右 · at_least 以上 · at_most 以内 · more_than 超过 · range 区间
//   from_to 由几变几 · in_step 同步 · up_only 只增不减 · down_only 持续下降 · complete 全覆盖
//   avert 坚决遏制 · issued 上级下达
// kind：cumulative 累计 · rate 增速 · level 水平 · milestone 节点 · checklist 清单 · relative 同步
//   direction 方向 · issued 上级下达 · structural 一次性 · qualitative 定性
(
  format: 1,
  // 编号定了就不再改，只用小写字母、数字和 -。
  id: "plan-YEAR",
  title: "YEAR年重点工作",
  organ: "",
  period: (
    from: "YEAR-01-01",
    to: "YEAR-12-31",
  ),

  // 第一方面之前的文字，一句一行。
  guidance: [],

  sections: [
    (
      id: "1",
      title: "第一方面",
      tasks: [
        (
          id: "1.1",
          title: "第一项任务",
          measures: [
            (
              id: "1.1.1",
              text: "全年完成项目10个。",
              targets: [
                (
                  id: "1.1/1",
                  metric: "完成项目",
                  comparator: exactly,
                  value: "10",
                  unit: "个",
                  kind: cumulative,
                  // 必须是上面那句里的原话。
                  text: "完成项目10个",
                ),
              ],
            ),
          ],
        ),
      ],
    ),
  ],

  // 会议系列；第一个是常用的。code 是存档文件名的后缀，常用的留空。
  series: [
    (
      name: "重点工作调度会",
    ),
  ],

LETTERHEAD

  // 名册：编号定了就不再改，改名只改 short 和 full。
  roster: (
    offices: {
      "fgj": (
        short: "发改局",
        full: "发展和改革局",
        order: 10,
      ),
      "czj": (
        short: "财政局",
        full: "财政局",
        order: 20,
      ),
    },
  ),
)
"#;

const EN: &str = r#"#![enable(implicit_some)]
// A new meeting book. No classified content.
//
// One field a line; text between half-width quotes; a comma at the line's end; what follows // is
// for people. Run `yiding check` after editing; the program never rewrites this file.
//
// comparator: exactly about at_least at_most more_than range from_to in_step up_only down_only
//   complete avert issued
// kind: cumulative rate level milestone checklist relative direction issued structural qualitative
(
  format: 1,
  // Never changes once it is set: small letters, digits and -.
  id: "plan-YEAR",
  title: "Plan for YEAR",
  organ: "",
  period: (
    from: "YEAR-01-01",
    to: "YEAR-12-31",
  ),

  // The sentences before the first section, one a line.
  guidance: [],

  sections: [
    (
      id: "1",
      title: "First section",
      tasks: [
        (
          id: "1.1",
          title: "First task",
          measures: [
            (
              id: "1.1.1",
              text: "Finish 10 projects over the year.",
              targets: [
                (
                  id: "1.1/1",
                  metric: "projects finished",
                  comparator: exactly,
                  value: "10",
                  kind: cumulative,
                  // The words of the sentence above.
                  text: "10 projects",
                ),
              ],
            ),
          ],
        ),
      ],
    ),
  ],

  // Series of meetings; the first is the usual one and has no code.
  series: [
    (
      name: "Review meeting",
    ),
  ],

LETTERHEAD

  // Keys never change; a new name is a new short and full.
  roster: (
    offices: {
      "fin": (
        short: "Finance",
        full: "Department of Finance",
        order: 10,
      ),
      "works": (
        short: "Works",
        full: "Department of Works",
        order: 20,
      ),
    },
  ),
)
"#;
