//! The command line: what its words are called, and the lines of its help.
//!
//! No character here may be of ambiguous width: help stands in columns.

mod called;
mod misuse;

pub use self::called::{About, Brief, Sample, Usage};
pub use self::misuse::{Advice, Misuse, Program};

words! {
    /// What can be listed: both words are taken in every language.
    Listed {
        Tasks => "任务", "tasks";
        Targets => "目标", "targets";
        Decisions => "议定", "decisions";
        Offices => "单位", "offices";
        Meetings => "会议", "meetings";
        Readings => "报数", "readings";
    }
}

words! {
    /// What can be made of the record: both words are taken in every language.
    Made {
        Minutes => "纪要", "minutes";
        Decisions => "清单", "decisions";
        Ledger => "台账", "ledger";
        Table => "分解表", "table";
        Progress => "推进表", "progress";
        Notices => "交办单", "notices";
        Reminders => "提醒函", "reminders";
        Bulletin => "通报", "bulletin";
        Invitation => "会议通知", "invitation";
        Agenda => "议程", "agenda";
        SignIn => "签到表", "signin";
        Calendar => "日历", "calendar";
    }
}

words! {
    /// A blank in a usage line.
    Blank {
        Place => "位置", "PLACE";
        Moment => "时候", "MOMENT";
        By => "按什么", "BY";
        PlaceOrId => "位置|编号", "PLACE|ID";
        Kind => "种类", "KIND";
        Filter => "条件", "FILTER";
        Words => "位置与内容", "PLACE TEXT";
        Value => "位置=数值", "PLACE=VALUE";
        Parties => "@牵头 +配合", "@LEAD +SUPPORT";
        Id => "编号", "ID";
        Light => "亮灯", "LIGHT";
        Policy => "规则", "RULE";
        Stage => "阶段", "STAGE";
        Due => "时限", "DUE";
        Who => "谁", "WHO";
        Why => "原因", "WHY";
        Text => "内容", "TEXT";
        Progress => "进展", "TEXT";
        Colour => "颜色", "COLOUR";
        Mending => "字段=内容", "FIELD=VALUE";
        Meeting => "会议", "MEETING";
        Paper => "文稿", "PAPER";
        Form => "格式", "FORM";
        Screen => "画面", "SCREEN";
        Style => "版式", "STYLE";
        Organ => "机关", "ORGAN";
        Number => "文号", "NUMBER";
        Goal => "数值", "VALUE";
        Presence => "到会", "STATE";
        Name => "名称", "NAME";
        Title => "名称", "TITLE";
        Date => "日期", "DATE";
        Series => "系列", "SERIES";
        Chair => "主持", "CHAIR";
        Report => "报告", "REPORT";
        Encoding => "编码", "NAME";
        Folder => "目录", "DIR";
        Address => "地址:端口", "ADDR";
        Settlement => "结果", "RESULT";
        Reason => "原因", "TEXT";
        OldBook => "旧册", "OLDBOOK";
        Shell => "外壳", "SHELL";
        Format => "格式", "FORMAT";
        Columns => "列数", "N";
        Lang => "语言", "LANG";
        Script => "字形", "SCRIPT";
        When => "何时", "WHEN";
        From => "来处", "FROM";
        File => "文件", "FILE";
        Places => "位置..", "PLACES";
        Person => "姓名", "PERSON";
        Minutes => "分钟", "MINUTES";
        Numbers => "序号,..", "N,..";
        Otherwise => "序号=内容", "N=VALUE";
        Nth => "序号", "N";
        State => "状态", "STATE";
        Line => "内容", "LINE";
    }
}

words! {
    /// What an option or a blank means.
    Hint {
        ReviewerName => "批注的署名", "the name under which remarks stand";
        Ours => "这几处冲突用本线的：1,3 或 all", "these conflicts as our line says: 1,3 or all";
        Theirs => "这几处冲突用另一条线的", "these conflicts as the other line says";
        Both => "这几处两条都留，后记的为准", "both stay in these, the later holds";
        Otherwise => "这一处另定：日期、单位、文字或数值", "this one gets something else: a date, offices, text or a value";
        Screen => "画面的名称（总览、任务清单、台账..），或编号 1.4、4/2；不写是总览", "the name of a screen (overview, tasks, register, ..), or a number such as 1.4 or 4/2; the overview without one";
        PrintForm => "txt 文本，html 网页", "txt for text, html for a page";
        Place => "行的编号：1 1.2 1.2.2 1.2/1 0/1，或议定 4/2", "the number of a row: 1 1.2 1.2.2 1.2/1 0/1, or a decision 4/2";
        Kind => "要列的种类", "what to list";
        Moment => "3、2023-08-11、HEAD~1、上次、本次、建账", "3, 2023-08-11, HEAD~1, last, now, adopted";
        By => "按任务还是按单位归拢", "put together by task or by office";
        Sort => "只看一类：状态 报数 议定 时限 办理 分工 更正调整 其他", "one sort only: lights readings decisions dues stages leads amended others";
        Snapshot => "一份存档", "a snapshot";
        Filter => "如 牵头:投促局、逾期、1.4、时限<10-31；! 在前表示除外", "such as lead:Trade, overdue, 1.4, due<10-31; ! before it means except";
        Words => "一个或几个位置，然后是内容", "one or more places, then the text";
        Value => "目标的编号、等号、数值", "the number of a target, an equals sign, the value";
        Parties => "@ 后是牵头，+ 后是配合", "the lead after @, support after +";
        Id => "议定的编号：2023-09-15/2 或 4/2", "the id of a decision: 2023-09-15/2 or 4/2";
        Light => "正常 临期 滞后 逾期 已完成 未启动 未报 未到期 未下达，或 auto", "on_track due_soon behind overdue done not_started unreported not_due not_issued, or auto";
        Agreed => "谁同意", "who agreed";
        Pin => "有新报数也保留", "kept when a reading comes";
        Policy => "按这条规则亮灯：通用 宣城 银川，或 plan.ron 里的", "judge by this rule: default xuancheng yinchuan, or one of plan.ron";
        Stage => "办理阶段", "the stage";
        Due => "新时限，如 10-31、10月底、每月5日", "the new due, as 10-31 or 2023-10-31";
        NewLead => "新的牵头单位，可写几个", "who leads from now on, one or more";
        Wording => "改成的内容", "how it reads from now on";
        InPapers => "只改文稿里的表述，记录不动；写 '' 则文稿仍用原文", "in papers alone, the record stays; '' takes it back";
        InMinutes => "纪要里的这一段", "the paragraph of the minutes";
        Approved => "由谁批准", "who approved it";
        Consent => "经谁同意", "who agreed";
        Why => "原因", "why";
        Note => "备注", "a remark";
        On => "哪一天，写作 2023-09-15；不写即今天", "on which day, as 2023-09-15; today unless given";
        Progress => "进展情况", "how far it is";
        Problem => "存在问题", "what is in the way";
        NextStep => "下一步措施", "what comes next";
        Reporter => "哪个单位报的；不写即牵头单位", "which office reported; the lead unless given";
        Pressed => "议定的编号 4/2，或行的编号 1.4", "a decision 4/2, or a row 1.4";
        Colour => "蓝 黄 红", "blue yellow red";
        Sealed => "议定 3/2、报数 2023-08-11/5，或会议 2023-08-11", "a decision 3/2, a reading 2023-08-11/5, or a meeting 2023-08-11";
        Mending => "字段、等号、应当写的内容", "a field, an equals sign, what it should read";
        Meeting => "会议：2023-09-15，或次数 4", "a meeting: 2023-09-15, or its number, 4";
        Signer => "谁签发", "who signed";
        Number => "文号", "the number of the document";
        Target => "目标的编号", "the number of a target";
        Goal => "新数值", "the new value";
        Organ => "由哪个机关", "by which organ";
        Effective => "从哪一天起，写作 2023-09-15；不写即今天", "from which day on, as 2023-09-15; today unless given";
        Presence => "出席 请假 列席 缺席", "present excused attending absent";
        Name => "单位或人的名称", "offices or persons";
        Title => "会议名称", "the title of the meeting";
        Date => "会议日期，写作 2023-09-15", "the day of the meeting, as 2023-09-15";
        Series => "会议系列的代号", "the code of the series";
        Chair => "主持人", "who chairs";
        Venue => "地点", "where it is held";
        AgendaFrom => "议程的来处：已备 三张单 计划顺序；不写则取已备的，没有备则按三张单", "where the agenda comes from: prepared lists plan; what is prepared unless given, else the lists";
        Table => "CSV 表格，- 为标准输入；UTF-8、GB18030、UTF-16 都可", "a table as CSV, - for standard input; UTF-8, GB18030 or UTF-16";
        DryRun => "只说会改什么，不记", "say what would change and record nothing";
        Template => "打印发给单位填的空表；后面可写单位名称", "make the table to be filled in; offices may follow";
        OutFile => "写到这个新文件", "write to this new file";
        Paper => "要出的文稿", "which paper";
        Held => "会议：2023-09-15、次数 4、上次、本次，或 1..4", "meetings: 2023-09-15, a number 4, last, now, or 1..4";
        Form => "写成什么；不写则看文件名的结尾", "as what; without it as the name of the file ends";
        PaperStyle => "版式：standard 公文格式，plain 简式，letter 简式用 Letter 纸", "layout: standard is the Chinese one, plain is neutral, letter the same on Letter";
        PaperFolder => "写到这个目录，文件名自己取，按日期排好", "write into this folder, under names that sort";
        ForOffice => "只出这个单位牵头或配合的（台账、交办单、日历）", "only what this office leads or helps with (ledger, notices, calendar)";
        Replace => "别人改过的文件也写成新的", "write over files that somebody changed as well";
        OutFolder => "一个单位一个文件，写到这个目录", "write a file for each office into this folder";
        Auto => "按三张单排出议程", "build the agenda from the lists";
        Lists => "会前三张单：欠进度、上次议定未办结、未报数", "what is behind, left open and unreported";
        Topic => "题目，如 关于冬季清冰雪的汇报", "its title";
        Rows => "议哪几行，用空格或顿号隔开", "the rows that it goes through";
        Reports => "汇报单位", "the office that reports";
        Presenter => "汇报人", "who speaks";
        Minutes => "计划分钟", "planned minutes";
        Restricted => "不公开", "not for the wall";
        ItemNumber => "议题的序号", "the number of an item";
        NewNumber => "移到哪个序号", "the number that it gets";
        ItemState => "暂缓 转下次 书面 未议", "postponed carried written ahead";
        Lines => "一行一条；只写 - 则读标准输入", "one line each; - alone for standard input";
        InsteadOf => "代哪个单位来", "the office for which the person came";
        Reason => "原因", "why";
        Strict => "有缺项就不散会，退出码 1", "refuse with exit code 1 while anything is missing";
        Report => "公开发布的报告，什么形式都可以（见 import）", "the published report, in any form that import takes";
        AnyReport => "报告：纯文本、Markdown、网页、docx、PDF、CSV；- 为标准输入", "the report: plain text, Markdown, HTML, docx, PDF or CSV; - for standard input";
        PlanFile => "把计划写到这个文件", "write the plan to this file";
        Settle => "在屏幕上对着原文逐条定疑，F2 写成计划；定过的存在 plan.settled.ron，下次接着用；与 --again 一起则逐处定冲突", "settle the doubts at the screen, the report beside them, F2 writes; kept in plan.settled.ron and used again; with --again the conflicts";
        PutInPlace => "文件已经在那里也换掉", "put it in the place of a file that is there";
        OldReport => "报告修改过：原来的报告；新的并进 -o 的计划，编号和手改的都留着，两边都改过的列出来", "the report was amended: the old one; the new one goes into the plan of -o, ids and edits stay, what both sides changed is listed";
        AllOurs => "两边都改过的，都照计划", "where both sides changed it, keep the plan";
        AllTheirs => "两边都改过的，都照新报告", "where both sides changed it, take the new report";
        Encoding => "报告的编码，如 gb18030；不写则由程序判断", "the encoding of the report, as gb18030; found out unless given";
        Folder => "放这一册的目录", "the folder of the book";
        Settlement => "完成 未完成 转下年", "finished unfinished carried_over";
        Fix => "把能修的修好", "mend what may be mended";
        TryInputMethod => "再做输入法小测，要人在键盘前，一分钟", "try the input method too, with a person at the keyboard; it takes a minute";
        DemoYear => "一整年：27次会议、579项议定", "a whole year: 27 meetings, 579 decisions";
        OldBook => "接转哪一册：上一年的目录", "the book to go on from: last year's folder";
        Listen => "在哪个地址和端口开门；不写即 127.0.0.1:2222", "address and port of the door; 127.0.0.1:2222 unless given";
        Keys => "公钥名单；不写即本册的 door/authorized_keys", "the list of keys; the book's own door/authorized_keys unless given";
        Wall => "大屏的版式：正在议的和已定的，不显示人名和批注", "for the big screen: what is on and what was decided, nobody's name or remark";
        Linear => "逐行读出、逐行输入，不画屏幕，管道里也行；ACCESSIBLE=1、TERM=dumb 时也是", "speak in lines and take lines, through a pipe too; also with ACCESSIBLE=1, TERM=dumb";
        SealedOnly => "只给看已封存的，正在开的会不给看", "show what is sealed only, and nothing of what is open";
        PrintSshd => "打印 sshd_config 和 authorized_keys 的写法，不开门", "print what to write into sshd_config and authorized_keys, and open nothing";
        Shell => "用哪个外壳", "which shell";
        Book => "打开别处的一册", "the book in another folder";
        Today => "把今天定为这一天（演练用），写作 2023-09-15", "take this day as today, as 2023-09-15";
        Format => "text json csv，也可写在命令之后；有的命令只有其中几种", "text json csv; may also follow the command; not every command has all";
        Columns => "文字按这么多列折行，20 至 1000；不写时，终端按其宽度，管道一条一行", "break text at so many columns, 20 to 1000; by default at the terminal's own, and not at all in a pipe";
        Lang => "说哪种语言：zh 或 en", "which language to speak: zh or en";
        Script => "用哪种字显示：简 或 繁（也可写 simp、trad）；不写则看设置，再看地区；只管显示，文件不变", "in which script to show Chinese: simp or trad; by default as the settings say, else the locale; files stay as they are";
        Color => "颜色：auto 看终端，never 不用，always 总用", "colours: auto as the terminal says, never, always";
        NoMouse => "不听鼠标，拖选和粘贴都归终端；平时用 F9 开关", "leave the mouse to the terminal, for selecting text; F9 switches it as well";
        NoInput => "从不提问：不打开工作台，改为打印总览", "never ask: print the overview instead of opening the desk";
        Help => "-h 简要，--help 全部", "-h in short, --help in full";
        Version => "版本", "the version";
    }
}

words! {
    /// Headings and lines of the help.
    Help {
        Usage => "用法: ", "Usage: ";
        Name => "名称", "NAME";
        Synopsis => "概要", "SYNOPSIS";
        Keys => "按键（输入法开着也能用的在前）", "KEYS (those that an input method lets through come first)";
        ExitCodes => "退出码", "EXIT CODES";
        Commands => "命令", "Commands";
        Options => "选项", "Options";
        Arguments => "参数", "Arguments";
        Example => "例: ", "Example: ";
        Formats => "格式: --format ", "Formats: --format ";
        Bare => "在工作台打开本目录的一册；接管道时打印总览", "opens this folder's book; piped, prints the overview";
        GlobalsElsewhere => "通用选项见 yiding --help", "Options of every command: yiding --help";
        Codes => "退出码: 0好 1无 2用法 3数据 4冲突 5权限", "Exit codes: 0 done 1 no 2 usage 3 data 4 conflict 5 not allowed";
        AllCodes => "退出码: 0 已办  1 否、没有、有毛病  2 用法不对  3 文件读不了  4 被占用或有冲突\n        5 不允许  70 程序出错  130 中断", "Exit codes: 0 done  1 no, nothing, faults found  2 usage  3 a file cannot be read\n            4 locked or in conflict  5 not allowed  70 a bug  130 interrupted";
        NoSecrets => "不得录入涉密内容", "Do not enter classified matter";
        Full => "-h 简要  --help 全部  -V 版本", "-h in short  --help in full  -V version";
        Options1 => "-C 目录  --today 日期  --format text|json|csv  --width 列数  --script 简|繁", "-C DIR  --today DATE  --format text|json|csv  --width N  --script simp|trad";
        Options2 => "--policy 规则  --lang zh|en  --color auto|never|always  --no-input --linear", "--policy RULE  --lang zh|en  --color auto|never|always  --no-input --linear";
    }
}
