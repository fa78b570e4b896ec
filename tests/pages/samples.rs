//! Papers that are held against what LibreOffice makes of them.

use yiding::papers::{Block, Foot, Level, Paper};
use yiding::words::Lang;

/// Each with the name under which its pages are recorded.
pub(super) fn all() -> [(&'static str, Paper); 7] {
    [
        ("rehearsal", rehearsal()),
        ("thirty", thirty()),
        ("digits", digits()),
        ("names", names()),
        ("foot", foot_alone()),
        ("letter", letter()),
        ("english", english()),
    ]
}

fn headed(title: &str, body: Vec<Block>) -> Paper {
    Paper {
        mark: "演练区人民政府专题会议纪要".into(),
        number: "第4期".into(),
        organ: "演练区人民政府".into(),
        date: "2023年9月15日".into(),
        title: title.into(),
        standing: vec!["演练".into(), "送审稿".into()],
        body,
        foot: Foot {
            copies: "区委办公室，区人大常委会办公室，区政协办公室。".into(),
            office: "演练区人民政府办公室".into(),
            issued: "2023年　月　日印发".into(),
        },
        ..Paper::default()
    }
}

fn text(text: &str) -> Block {
    Block::Text(text.into())
}

fn item(level: Level, number: usize, text: &str) -> Block {
    Block::Item { level, number, text: text.into() }
}

fn roll(label: &str, names: &str) -> Block {
    Block::Roll { label: label.into(), names: names.into() }
}

/// The minutes of the rehearsal meeting.
fn rehearsal() -> Paper {
    headed(
        "第4次重点工作调度会会议纪要",
        vec![
            text(
                "2023年9月15日9:00至10:10，区长主持召开第4次重点工作调度会，听取了关于持续推动临空经济发展等2项汇报。现将会议议定事项纪要如下：",
            ),
            item(Level::First, 1, "持续推动临空经济发展"),
            text(
                "会议听取了演练区临空经济管理办公室（以下简称临空办）关于持续推动临空经济发展的汇报。",
            ),
            text("请省交投集团下次到会说明工期。"),
            text(
                "会议议定：太安路迁改延至10月15日前完成，每周五报进度，由临空办牵头，演练区住房和城乡建设局配合。",
            ),
            item(Level::First, 2, "持续推进重点项目建设"),
            text(
                "会议议定：专项债第三批材料9月底前报省，由演练区发展和改革局牵头，演练区财政局配合。",
            ),
            roll("出席", "发改局、财政局"),
            roll("请假", "演练区投资促进局"),
        ],
    )
}

/// Thirty decisions under five headings, over several pages; the title takes two lines.
fn thirty() -> Paper {
    let mut body = vec![text(
        "2023年9月15日9:00至11:40，区长演练甲在区政府第一会议室主持召开第4次重点工作调度会，听取了关于招商引资情况等5项汇报。现将会议议定事项纪要如下：",
    )];
    let mut number = 0;
    for (nth, heading) in
        ["招商引资", "重点项目建设", "城市更新和老旧小区改造", "安全生产", "其他事项"]
            .iter()
            .enumerate()
    {
        body.push(item(Level::First, nth + 1, heading));
        body.push(text("会议议定："));
        for of_it in 1..=6 {
            number += 1;
            let long = "对逾期未办结的事项逐项说明原因，".repeat(number % 4);
            let text = format!(
                "第{number}项工作要按月报送进展，{long}由演练区发展和改革局牵头，演练区财政局、住房和城乡建设局配合，{}月{number}日前完成。",
                9 + number % 4
            );
            body.push(item(Level::Third, of_it, &text));
            if number % 7 == 0 {
                body.push(item(Level::Fourth, 1, &format!("{number}日前，报第一期。")));
            }
        }
    }
    body.push(roll(
        "出席",
        "区长演练甲、发改局、财政局、住建局、投促局、教育局、卫健局、民政局、临空办",
    ));
    body.push(roll("请假", "农业农村局（副局长代）"));
    body.push(roll("列席", "省交投集团"));
    headed(
        "演练区人民政府关于研究推进2023年政府工作报告重点工作落实的第4次重点工作调度会会议纪要",
        body,
    )
}

/// Digits, units, letters, quotes and brackets in long paragraphs.
fn digits() -> Paper {
    let one = "1至8月，全区签约额305亿元、完成年度目标的61%，低序时5.7个百分点；规模以上工业增加值同比增长6.5%，固定资产投资增长12.3%，一般公共预算收入38.46亿元。会议指出，“两稳一保”不是口号，要按《政府工作报告》和区政办发〔2023〕4号文件要求，把5G基站、A座写字楼、GDP核算和COVID-19防控后续等11项工作落到实处（见附表）。";
    let two = "太安路迁改9月30日14:00前完成，K12+300至K15+800段同步施工；“一网通办”上线率要达到98.5%以上……做不到的要说清原因——时间、责任人、办法，一项一项对。";
    let body = (0..6).flat_map(|nth| {
        [
            item(Level::Second, nth + 1, "关于指标"),
            text(one),
            text(two),
            text(&format!("{}{one}", "另有：".repeat(nth))),
        ]
    });
    headed("演练区2023年1至8月重点工作推进情况", body.collect())
}

/// Three hundred who were there.
fn names() -> Paper {
    let named = |from: usize, to: usize| {
        (from..to).map(|nth| format!("演练{nth}局")).collect::<Vec<_>>().join("、")
    };
    headed(
        "第4次重点工作调度会会议纪要",
        vec![
            text("会议没有形成议定事项。"),
            roll("出席", &named(1, 240)),
            roll("请假", &named(240, 300)),
            roll("缺席", "演练301局"),
        ],
    )
}

/// The text leaves no room for the foot, which has two lines for those who get a copy.
fn foot_alone() -> Paper {
    let body = (0..4).map(|nth| text(&format!("第{nth}段。")));
    let mut paper = headed("第4次重点工作调度会会议纪要", body.collect());
    paper.foot.copies = "区委办公室，区人大常委会办公室，区政协办公室，区纪委监委，区法院，区检察院，区人武部，各街道办事处，各镇人民政府。".into();
    paper
}

/// Without a head; who signs stands at the top of the second page.
fn letter() -> Paper {
    let mut body = vec![Block::Address("演练区投资促进局：".into())];
    body.extend((0..16).map(|nth| text(&format!("第{nth}项请按时办理。"))));
    body.push(Block::Signed {
        by: "演练区人民政府办公室".into(), day: "2023年9月15日".into()
    });
    Paper { title: "交办单".into(), body, ..Paper::default() }
}

fn english() -> Paper {
    let body = vec![
        text(
            "The fourth meeting on key work was held on 15 September 2023, 9:00 to 10:10, in the first meeting room. It heard three reports and decided as follows:",
        ),
        item(Level::First, 1, "Attracting investment"),
        item(
            Level::Third,
            1,
            "The signing ledger is reported every month; led by the Investment Promotion Bureau, with the Development and Reform Bureau, by 30 September 2023.",
        ),
        roll(
            "Present",
            "Development and Reform Bureau, Finance Bureau, Investment Promotion Bureau, Airport Economy Office",
        ),
    ];
    let foot = Foot {
        copies: "the offices of the district".into(),
        office: "District Office".into(),
        issued: "Issued 18 September 2023".into(),
    };
    Paper { lang: Lang::En, title: "Fourth meeting".into(), body, foot, ..Paper::default() }
}
