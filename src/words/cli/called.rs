//! Every command: how it is written, what it does in short and in full, and a call of it.
//!
//! No character here may be of ambiguous width: help stands in columns.

words! {
    /// How a command is written, with its blanks.
    Usage {
        Desk => "yiding [选项] [命令]", "yiding [OPTIONS] [COMMAND]";
        Show => "show [位置]", "show [PLACE]";
        List => "list 种类 [条件..]", "list KIND [FILTER..]";
        Meet => "meet open|status|adjourn|resume|close", "meet open|status|adjourn|resume|close";
        MeetOpen => "meet open [选项]", "meet open [OPTIONS]";
        MeetStatus => "meet status", "meet status";
        MeetAdjourn => "meet adjourn", "meet adjourn";
        MeetResume => "meet resume", "meet resume";
        MeetClose => "meet close [--strict]", "meet close [--strict]";
        Decide => "decide 位置.. 内容", "decide PLACE.. TEXT";
        Stage => "stage 编号 阶段 [选项]", "stage ID STAGE [OPTIONS]";
        Extend => "extend 编号 时限 [选项]", "extend ID DUE [OPTIONS]";
        Lead => "lead 编号 单位.. [选项]", "lead ID NAME.. [OPTIONS]";
        Reword => "reword 编号 内容.. [选项]", "reword ID TEXT.. [OPTIONS]";
        Feedback => "feedback 编号 进展.. [选项]", "feedback ID TEXT.. [OPTIONS]";
        Sheet => "sheet 编号 颜色 [选项]", "sheet ID COLOUR [OPTIONS]";
        Correct => "correct 编号 字段=内容.. --agreed 谁", "correct ID FIELD=VALUE.. --agreed WHO";
        Sign => "sign 会议 --by 谁 [选项]", "sign MEETING --by WHO [OPTIONS]";
        Amend => "amend 位置 数值 --organ 机关 [选项]", "amend PLACE VALUE --organ ORGAN [OPTIONS]";
        Read => "read 位置=数值.. [截至] | --csv 文件", "read PLACE=VALUE.. [PERIOD] | --csv FILE";
        Assign => "assign 位置 @牵头 [+配合..] | --csv 文件", "assign PLACE @LEAD [+SUPPORT..] | --csv FILE";
        Agenda => "agenda [--auto | --lists | 命令]", "agenda [--auto | --lists | COMMAND]";
        AgendaAdd => "agenda add 名称 [选项]", "agenda add TITLE [OPTIONS]";
        AgendaRemove => "agenda remove 序号", "agenda remove N";
        AgendaMove => "agenda move 序号 新序号", "agenda move N N";
        AgendaState => "agenda state 序号 状态 [--reason 原因]", "agenda state N STATE [--reason WHY]";
        AgendaPrepare => "agenda prepare 序号 内容..", "agenda prepare N LINE..";
        AgendaWord => "agenda word 序号 表述..", "agenda word N TEXT..";
        Light => "light 位置 亮灯|auto [选项]", "light PLACE LIGHT|auto [OPTIONS]";
        Attend => "attend 到会 名称..", "attend STATE NAME..";
        Account => "account 位置 结果 [--reason 原因]", "account PLACE RESULT [--reason TEXT]";
        Undo => "undo", "undo";
        Redo => "redo", "redo";
        Seal => "seal", "seal";
        Check => "check [--source 报告]", "check [--source REPORT]";
        Log => "log", "log";
        Diff => "diff [从 [到]] [选项]", "diff [FROM [TO]] [OPTIONS]";
        Story => "story 位置|编号", "story PLACE|ID";
        Merge => "merge [选项]", "merge [OPTIONS]";
        Sync => "sync", "sync";
        Import => "import 报告 [-o 文件] [选项]", "import REPORT [-o FILE] [OPTIONS]";
        Export => "export 文稿 [会议..] [选项]", "export PAPER [MEETING..] [OPTIONS]";
        Print => "print [画面|位置|编号] [条件..] [选项]", "print [SCREEN|PLACE|ID] [FILTER..] [OPTIONS]";
        Init => "init 目录 [--from 报告] [--after 旧册]", "init DIR [--from REPORT] [--after OLDBOOK]";
        Follow => "follow [--as 名字] [--wall | --linear]", "follow [--as NAME] [--wall | --linear]";
        Serve => "serve [--listen 地址] [--keys 文件]", "serve [--listen ADDR] [--keys FILE]";
        Demo => "demo [--year]", "demo [--year]";
        Tutor => "tutor", "tutor";
        Doctor => "doctor [--fix] [--ime]", "doctor [--fix] [--ime]";
        Completions => "completions bash|zsh|fish", "completions bash|zsh|fish";
        Textconv => "textconv 文件", "textconv FILE";
        Man => "man", "man";
    }
}

words! {
    /// What a command does, in a few words for a narrow column.
    Brief {
        Show => "看计划或一项", "look it up";
        List => "列清单", "list rows";
        Meet => "开会 散会", "a meeting";
        MeetOpen => "开会", "open it";
        MeetStatus => "会议情况", "how it stands";
        MeetAdjourn => "休会", "adjourn it";
        MeetResume => "复会", "resume it";
        MeetClose => "散会", "close it";
        Decide => "记议定", "a decision";
        Read => "记报数", "a reading";
        Assign => "定分工", "who has it";
        Stage => "办理阶段", "move it on";
        Extend => "延期", "a later due";
        Lead => "换牵头", "another lead";
        Reword => "改文字", "another text";
        Feedback => "反馈", "a report";
        Sheet => "发督办单", "press for it";
        Correct => "更正", "set it right";
        Sign => "签发", "sign it off";
        Amend => "调整目标", "a new goal";
        Agenda => "议程", "the agenda";
        AgendaAdd => "增一项", "add an item";
        AgendaRemove => "删一项", "remove one";
        AgendaMove => "移一项", "move one";
        AgendaState => "暂缓 转下次", "put one off";
        AgendaPrepare => "预拟", "prepare lines";
        AgendaWord => "文稿表述", "word it for papers";
        Light => "人工亮灯", "set a light";
        Attend => "签到", "who is here";
        Account => "年终交账", "a row's year";
        Undo => "撤回", "take back";
        Redo => "重做", "do again";
        Seal => "会间记录入账", "seal records";
        Check => "查数据", "find faults";
        Log => "历次会议", "all meetings";
        Diff => "看变化", "changes";
        Story => "来龙去脉", "its history";
        Merge => "合并两线", "join lines";
        Sync => "与远端同步", "sync";
        Import => "报告变计划", "read reports";
        Export => "出文稿", "make papers";
        Print => "打印画面", "print it";
        Init => "新建一册", "start a book";
        Follow => "阅览席", "read along";
        Serve => "开门供阅览", "an SSH door";
        Demo => "演练", "rehearse";
        Tutor => "练习三件事", "practise";
        Doctor => "体检", "find faults";
        Completions => "命令补全", "for a shell";
        Textconv => "供 git diff", "for git diff";
        Man => "手册页", "the man page";
    }
}

words! {
    /// What a command does, in full.
    About {
        Desk => "议定：政府重点工作的会议记录簿", "a keyboard-first meeting book for government plans";
        Show => "看整个计划，或看一行和它的全部情况：目标、报数、议定事项、分工。", "The whole plan, or one row and all that is known of it: targets, readings, decisions, who has it.";
        List => "列出一种记录。有条件时只列符合的，一条也没有时退出码为 1。种类：tasks targets decisions offices meetings readings（任务 目标 议定 单位 会议 报数）。", "All rows of a kind: tasks targets decisions offices meetings readings. With a FILTER, those that match; exit code 1 when none does.";
        Meet => "不进屏幕开会：开会、看情况、休会、复会、散会。", "A meeting without the screen: open, status, adjourn, resume, close.";
        MeetOpen => "开会。没写的由计划和上次会议补上；会间若有记录，先自动入账。", "Opens a meeting. What is not given comes from the plan and the last meeting; records between meetings are sealed first.";
        MeetStatus => "正在开的会议：议题、已记的、还缺的。没有会议时退出码为 1。", "The open meeting: its agenda, what is recorded, what is missing. Exit code 1 when none is open.";
        MeetAdjourn => "休会：本段结束，会议不散。", "Adjourns: this sitting ends, the meeting goes on.";
        MeetResume => "复会：开始新的一段。", "Resumes with a new sitting.";
        MeetClose => "散会：存成一个文件并入库，缺项一并写明。", "Closes the meeting: one file, committed, with what is missing on record.";
        Decide => "记一条议定，写法与屏幕上相同：@牵头 +配合 >时限，或「由某某牵头，某某配合，10月底前」。位置 0 表示不挂任何一行。存妥后只打印编号。需要正在开会。内容里有 > 时整句加引号。", "Records a decision in the grammar of the screen: @LEAD +SUPPORT >DUE. PLACE 0 stands for no row. Prints the id alone once it is on disk. Needs an open meeting. Quote the text where it has a >.";
        Read => "给目标记报数，一次可记几个。截至写 8月、1-8月 或 2023-08；不写则接着上一次。", "Records readings of targets. PERIOD is 2023-08 or 8; without one it follows the last reading.";
        Stage => "改一条议定的办理阶段：交办 反馈 审核 办结 销号，废止 重启。废止和重启要写经谁同意；开会时不写即主持人。", "Moves a decision to a stage: assigned reported reviewed done closed, dropped reopened. To drop or reopen somebody has to agree; in a meeting that is the chair unless --consent says otherwise.";
        Extend => "把一条议定的时限延后。原时限留着；要写由谁批准，开会时不写即主持人。", "Gives a decision a later due. The old one is kept; somebody has to approve it, in a meeting the chair unless --approved says otherwise.";
        Lead => "把一条议定改由别的单位牵头；第一个为主。原牵头留着；要写经谁同意，开会时不写即主持人。", "Gives a decision to another lead, the first of several before all. The old one is kept; somebody has to agree, in a meeting the chair unless --consent says otherwise.";
        Reword => "改一条议定的文字，原文留着；可写经谁同意，开会时不写即主持人。记错的字用 correct。", "Gives a decision another text; the old one is kept. --consent says who agreed, in a meeting the chair. A slip of the pen is for correct.";
        Feedback => "记一条议定的反馈：进展情况，可加存在问题和下一步措施。", "Records what an office reported of a decision: progress, and with options problems and next steps.";
        Sheet => "给一条议定或一行发督办单：蓝 临期，黄 滞后，红 逾期。", "Issues a supervision sheet about a decision or a row: blue due soon, yellow behind, red overdue.";
        Correct => "更正已封存的记录：原来写的、应当写的、经谁同意，都记下来；封存的文件不动。编号写议定、报数或会议。字段：议定有 内容 牵头 配合 时限；报数有 数值 截至 来源；会议有 名称 地点 主持 开始 结束，以及 单位=出席。", "Corrects a sealed record: what was written, what is right and who agreed go on record; the sealed file stays as it is. ID is a decision, a reading or a meeting. Fields: text lead support due; value through source; title place chair from until, and NAME=present.";
        Sign => "签发一次会议的纪要：谁、何时、文号。签发以前是送审稿。", "Makes the minutes of a meeting final: who signed, when, under which number. Until then they are a draft.";
        Amend => "记一个目标由有权机关调整，或上级下达的数值。计划的原文不动，到生效日期起按新数值评判。", "Records that a competent body changed a target, or issued its value. The text of the plan stays; from the day it takes effect the target is judged by the new value.";
        Assign => "定一行由谁牵头、谁配合；--csv 从表里读，一次记下，一次可撤回。", "Says who leads a row and who supports; with --csv from a table, recorded by one act with one undo.";
        Agenda => "正在开的会或下次会议的议程。--auto 按会前三张单（欠进度、上次议定未办结、未报数）排出，--lists 只看三张单。", "The agenda of the open meeting or of the one to come. --auto builds it from what is behind, left open and unreported; --lists says what that is.";
        AgendaAdd => "增一个议题，排在最后；有行号的，汇报单位取该行的牵头单位。", "Adds an item at the end; with rows, the office that leads the first one reports.";
        AgendaRemove => "删一个还没有议过的议题。", "Removes an item that was not talked about.";
        AgendaMove => "把一个议题移到另一个序号；已议的项序号不变。", "Gives an item another number; those on record keep theirs.";
        AgendaState => "一个议题暂缓、转下次、书面，或恢复未议；暂缓和转下次的，下次会自己回来。", "Postpones an item, carries it over, takes it in writing or up again; what is put off comes back next time.";
        AgendaPrepare => "给一个议题预拟议定，一行一条；只写 - 则从标准输入读。会上用上下键选中，Enter 放进记录行。", "Prepares lines for an item, one each; - alone reads standard input. In the meeting Up and Down choose them.";
        AgendaWord => "给一个议题在纪要里另写一段，代替听取汇报那句；写 '' 则仍按记录写。已封存的用 correct。", "Gives an item a paragraph of its own in the minutes; '' takes it back. A sealed meeting is for correct.";
        Light => "人工给一行亮灯，写明原因和谁同意；下一次报数后自动恢复，--pin 则一直保留。auto 恢复自动。", "Sets the light of a row by hand, with the reason and who agreed; the next reading clears it unless it is pinned. auto puts it back under the rule.";
        Attend => "记到会：出席 请假 列席 缺席。", "Records attendance: present excused attending absent.";
        Account => "年终交账：一行任务（或措施）完成、未完成还是转下年，原因写明。目标都已完成或已有逾期、滞后的，原因可以不写。", "What became of a task (or measure) at the year's end: finished, unfinished or carried_over, and why. Where the lights leave no doubt the reason may be left out.";
        Undo => "撤回最后一条记录，并说明撤回了什么。", "Takes back the last record and says which.";
        Redo => "重做刚撤回的一条。", "Does again what was taken back last.";
        Seal => "入账：把会间的记录存成一个文件并入库。", "Seals the records made between meetings into one file and commits it.";
        Check => "查出一册里所有的毛病，写明文件、行、列。给出报告时，核对计划与报告一字不差。只有 plan.ron 和 snapshots 里的毛病退出码为 1。", "Everything that can be wrong with a book, with file, line and column; given the report, that no character of it is missing from the plan. Exit code 1 only for faults in plan.ron or snapshots.";
        Diff => "两个时候之间变了什么：报数、状态和原因、分工、时限、办理、议定、更正调整、到会。不写即上次会议到现在。时候可以写会议次数、存档编号、日期、git 版本、上次、本次、建账。比过就退出码为 0。", "What changed between two moments: readings, lights with their reasons, leads, dues, stages, decisions, corrections and amendments, attendance. From the last meeting to now unless given. A moment is the number of a meeting, a snapshot, a date, a git revision, last, now or adopted. Exit code 0 when compared.";
        Textconv => "把一份存档读成一句一句的话，供 git diff、git log -p、git show 用（yiding init 会装好）。读不懂的文件原样输出，退出码仍为 0。", "A snapshot in sentences, for git diff, git log -p and git show (yiding init sets it up). A file that cannot be read is printed as it is, with exit code 0.";
        Log => "历次会议和会间入账，新的在前：入库没有，哪个提交，签名如何。", "All meetings and sealed intervals, the newest first: whether git has them, by which commit, and how that is signed.";
        Story => "一行或一项议定的来龙去脉：每次会议、会间关于它记过的每一条，带日期和提交。行包括它下面的各行。", "Everything that ever happened to a row or a decision, meeting by meeting, with dates and commits. A row includes all below it.";
        Merge => "两处分头开的会（两个分支，或两个克隆 git pull 之后）合成一条线：逐条记录合并，存成一个 -join 文件并入库；在没做完的 git 合并里，把它做完。没有冲突就一次完成；有冲突时列出来，退出码 4，选定后再运行。N 是列出的序号，可写几个（1,3）或 all。", "Joins two lines of meetings held apart (two branches, or two clones after a git pull): record by record, into one -join file, committed; inside an unfinished git merge it concludes that. What is in conflict is listed with exit code 4; settle it and run again. N is a number of the list, or several (1,3), or all.";
        Sync => "与远端同步：取来别处的，合并成一条线，再送出本机的；用你自己的 git 远端。从不强推，也不变基；没做成的说明原因和下一步，本机的记录都在。", "Fetches what other desks have, joins it, and pushes, through your own git remote. Never forces and never rebases; what could not be done is said with the next step, and everything is safe here.";
        Import => "读一份公开发布的报告（纯文本、Markdown、网页、docx、PDF，或一行一项的 CSV；按内容认，不看文件名），打印读到几个方面、任务、措施、目标，以及拿不准的地方；-o 写成计划，疑点和原文行号是里面的注释。报告一字不改，认不准的只记疑点。一项任务也没有找到时退出码为 1。", "Reads a published report (plain text, Markdown, a web page, docx, PDF, or a CSV of one row a measure; by content and not by name) and prints how many sections, tasks, measures and targets were found and what is doubted; -o writes the plan, with doubts and source lines as comments. No word of the report is changed, and what is not sure is a doubt. Exit code 1 when no task was found.";
        Export => "出文稿：minutes 会议纪要，decisions 议定事项清单，ledger 督办台账，table 任务分解表，progress 推进情况表（上期、本期、是否达序、说明），notices 交办单（--out 时一个单位一份，另有合订的一份，提醒函也在旁边），reminders 提醒函（逾期、滞后、临期、未报的，一个单位一份），bulletin 督查通报，calendar 时限日历；会前的 invitation 会议通知，agenda 议程，signin 签到表（没有开着的会议时，按已备的议程出下一次的）。纪要、清单和交办单不写会议，取正在开的，没有就取上次的；台账、提醒函和日历不写会议，取全部。几次会议写 3 4，连续几次写 1..4。不写 -o 和 --out 就打印出来。--style plain 不用公文格式（letter 是同样的，用 Letter 纸），也可以在 plan.ron 的 letterhead 里写 style。签发以前是送审稿。同一份记录每次出的文稿一字不差；别人改过的文件不动，除非写 --replace。", "Makes a paper: minutes, decisions (the list of them), ledger, table (the division of work), progress (the last two reports side by side), notices (one for each office with --out, one file of all, and the reminders beside them), reminders (what is overdue, behind, due soon or unreported, office by office), bulletin (how everything stands), calendar (dues); before a meeting invitation, agenda, signin (of the meeting to come where none is open). Without a MEETING minutes, decisions and notices are of the open one, else of the last, ledger, reminders and calendar of all; several are 3 4 or 1..4. Without -o or --out it is printed. --style plain leaves the Chinese standard (letter is the same on Letter paper); the letterhead of plan.ron can set it for good. Until they are signed minutes are a draft. Equal records make equal papers, byte for byte; a file that somebody changed is left alone unless --replace says otherwise.";
        Print => "打印一个画面的全部内容，和屏幕上按 p 一样：总览 任务清单 台账 会议 念清单 会前 议程 分工 交账 待定，或一行（1.4）、一项议定（4/2）的编号；台账后面可写条件。--to txt 是 76 列的文本，html 可用浏览器打印；不写 -o 和 --out 就打印在这里。别人改过的文件不动，除非写 --replace。", "Prints all that a screen holds, as p does on the screen: overview, tasks, register, meeting, read back, before, agenda, assign, account, to settle, or a row (1.4) or a decision (4/2) by its number; behind register a FILTER may stand. --to txt is text of 76 columns, html a page for browsers and their printers; without -o or --out it is printed here. A file that somebody changed is left alone unless --replace says otherwise.";
        Init => "在目录里新建一册：plan.ron、.gitattributes。给出报告时，计划照 import 写成，报告里的分工记在会间。已有的文件不动；plan.ron 写好后，第一次封存时建账。给出旧册时，名册、规则、系列和没办结的议定接转过来，旧册不动；目录里若已有写好而还没启用的 plan.ron，照原样使用，议定按标题对上任务。", "Starts a book in a folder: plan.ron, .gitattributes. Given a report, the plan is what import makes of it, and the leads that the report names wait between meetings. Touches no file that is there; the plan is adopted when the first records are sealed. Given an old book, its roster, policies, series and open decisions are carried over, and it stays as it is; a plan.ron that is written and not begun yet is used as it is, and decisions find their rows by title.";
        Follow => "阅览席：跟着记录席看，也可自行翻看，留已阅和批注；什么都不能改。OpenSSH 的 ForceCommand 用它。--as 是批注的署名；--wall 是大屏的版式；--linear 逐行读出、逐行输入，没有终端时也是这样；--sealed-only 只给看已封存的。", "The read-only seat: follows the desk or browses alone, leaves marks and remarks, and can change nothing. OpenSSH's ForceCommand runs it. --as is the name under which remarks stand, --wall is for the big screen, --linear speaks in lines and takes lines, as it does where there is no terminal, and --sealed-only shows nothing of what is open.";
        Serve => "给阅览人开一扇 SSH 门，直到按 Ctrl-C：只能看，不能改。只认名单里的公钥（authorized_keys，一行一人，改了就生效），公钥后面的名字就是显示的名字。不写 --listen 时只有本机能连；写别的地址，网络上够得着的都能来敲门。没有托管的 sshd 时用；有的话，写法见 --print-sshd。", "Opens an SSH door for reviewers until Ctrl-C: they look and change nothing. Only public keys of the list come in (authorized_keys, one line each, counting as soon as it is saved); the name behind a key is the name shown. Without --listen only this machine can connect; with another address whoever reaches it may knock. For places without a managed sshd; --print-sshd says how to use one that is there.";
        Demo => "在临时目录里建一册演练用的，各屏都有内容；--year 建一整年的：27次会议、579项议定，一次会议一次入库。", "A rehearsal book in a temporary folder, with something on every screen; with --year a whole year of it: 27 meetings and 579 decisions, a commit for each meeting.";
        Tutor => "练习：在演练本上开着一次会，做三件事：记一条议定、记一个报数、撤回一条。每件事屏幕上说一行，做成了自己换下一件；^F 跳过，F10 随时离开。真的一册不动。-C 上次的练习本 接着练。", "Practice: a meeting in a rehearsal book and three jobs: record a decision, record a reading, take one back. Each is one line on the screen, and the next comes by itself; ^F skips, F10 leaves at any time. No real book is touched. -C with the practice book goes on.";
        Doctor => "体检：终端（编码、颜色、字宽、刷新、剪贴板、窗口）、git（仓库、署名、属性、git diff）和这一册（锁、权限、节假日），一样一行，有问题的写明怎么办。--fix 把能修的修好：只改 .git 里的，没有 .gitattributes 时补上一个；别人设好的不动。有问题退出码为 1；留意和未问的不算。", "Looks at the terminal (encoding, colours, widths, clipboard, size), at git (repository, name, attributes, git diff) and at the book (lock, rights, holidays): a line each, with what to do. --fix mends what may be mended: it changes .git only, and adds .gitattributes where there is none; what somebody set up is left alone. Exit code 1 when there are faults; notes and what could not be asked are none.";
        Completions => "打印给 bash、zsh 或 fish 用的补全脚本。", "Prints a completion script for bash, zsh or fish.";
        Man => "打印手册页：yiding man | man -l -", "Prints the man page: yiding man | man -l -";
    }
}

words! {
    /// A call as one would type it.
    Sample {
        Show => "show 1.4", "show 1.4";
        List => "list decisions 逾期", "list decisions overdue";
        Meet => "meet open|close", "meet open|close";
        MeetOpen => "meet open --chair 区长", "meet open --chair Mayor";
        MeetStatus => "meet status", "meet status";
        MeetAdjourn => "meet adjourn", "meet adjourn";
        MeetResume => "meet resume", "meet resume";
        MeetClose => "meet close --strict", "meet close --strict";
        Decide => "decide 1.4 '开工'", "decide 1.4 'Begin.'";
        Read => "read 1.2/1=305 8月", "read 1.2/1=305";
        Assign => "assign 1.4 @投促局", "assign 1.4 @Trade";
        Agenda => "agenda --auto", "agenda --auto";
        AgendaAdd => "agenda add 清冰雪", "agenda add Snow";
        AgendaRemove => "agenda remove 7", "agenda remove 7";
        AgendaMove => "agenda move 7 3", "agenda move 7 3";
        AgendaState => "agenda state 7 暂缓", "agenda state 7 carried";
        AgendaPrepare => "agenda prepare 3 '开工'", "agenda prepare 3 Begin";
        AgendaWord => "agenda word 3 '会议分析了招商形势'", "agenda word 3 'The meeting heard a report'";
        Light => "light 1.4 auto", "light 1.4 auto";
        Stage => "stage 4/2 办结", "stage 4/2 done";
        Extend => "extend 4/2 10-31 --approved 区长", "extend 4/2 10-31 --approved Mayor";
        Lead => "lead 4/2 住建局 发改局 --consent 区长", "lead 4/2 Housing --consent Mayor";
        Reword => "reword 4/2 '太安路迁改完成，确保通车' --consent 区长", "reword 4/2 'finish the road' --consent Mayor";
        Feedback => "feedback 4/2 '已完成八成'", "feedback 4/2 'four fifths are done'";
        Sheet => "sheet 4/2 黄", "sheet 4/2 yellow";
        Correct => "correct 4 主持=区长 --agreed 区长", "correct 4 chair=Mayor --agreed Mayor";
        Sign => "sign 4 --by 区长", "sign 4 --by Mayor";
        Amend => "amend 1.2/1 480 --organ 区人大常委会", "amend 1.2/1 480 --organ Council";
        Account => "account 1.2 完成", "account 1.2 finished";
        Attend => "attend 请假 住建局", "attend excused Trade";
        Undo => "undo", "undo";
        Redo => "redo", "redo";
        Seal => "seal", "seal";
        Check => "check", "check";
        Log => "log", "log";
        Diff => "diff 3 本次 --by 单位", "diff 3 now --by office";
        Textconv => "textconv snapshots/2023-03-17.ron", "textconv snapshots/2023-03-17.ron";
        Story => "story 1.2", "story 1.2";
        Merge => "merge --theirs 1", "merge --theirs 1";
        Sync => "sync", "sync";
        Import => "import 报告.docx -o plan.ron", "import report.docx -o plan.ron";
        Export => "export minutes 4 --out papers", "export minutes 4 --out papers";
        Print => "print 台账 逾期 --to html -o 逾期.html", "print register overdue -o late.html";
        Init => "init 2024 --from 报告.docx --after 2023", "init 2024 --from report.docx --after 2023";
        Follow => "follow --as 督查室", "follow --as Inspectorate";
        Serve => "serve --listen 10.1.2.3:2222", "serve --listen 10.1.2.3:2222";
        Demo => "demo", "demo";
        Tutor => "tutor", "tutor";
        Doctor => "doctor --fix", "doctor --fix";
        Completions => "completions bash", "completions bash";
        Man => "man", "man";
    }
}
