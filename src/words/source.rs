//! What a source is, how its encoding is known, and why it cannot be read.

words! {
    /// What a source is.
    Kind {
        Text => "纯文本", "plain text";
        Markdown => "Markdown", "Markdown";
        Html => "网页", "a web page";
        Docx => "Word 文档", "a Word document";
        Workbook => "xlsx 工作簿", "an xlsx workbook";
        Pdf => "PDF", "PDF";
        Table => "CSV 表格", "a CSV table";
    }
}

words! {
    /// How the encoding of a source is known.
    Known {
        Marked => "文件自己标明", "marked in the file";
        Set => "按 --encoding", "as --encoding says";
        Declared => "网页自己声明", "as the page declares";
        Valid => "逐字节核对", "checked byte by byte";
        Guessed => "猜的，不对请写 --encoding", "a guess; --encoding sets it";
        ByKind => "这种文件只有一种编码", "this kind has but one";
    }
}

sentences! {
    /// Why a source cannot be read, and what to do.
    NotRead {
        NotAFile => "这不是普通文件；从管道读请写 -", "this is no plain file; write - to read from a pipe";
        Empty => "里面没有文字；请给出有正文的报告", "there are no words in it; give a report that has some";
        TooLarge { most } => "文件超过 {most} MB，没有读；请只留报告正文", "it is larger than {most} MB and was left alone; keep the report alone";
        TooLong { most } => "里面的文字超过 {most} MB，没有读；请只留报告正文", "its text is longer than {most} MB and was left alone; keep the report alone";
        NotText => "这不是文字文件，也不是认识的格式；请另存为 docx、网页或纯文本", "this is no text and no format that is known; save it as docx, HTML or plain text";
        NoSuchEncoding { name } => "没有“{name}”这种编码；可写 utf-8 gb18030 big5 utf-16le utf-16be", "there is no encoding {name:?}; there are utf-8 gb18030 big5 utf-16le utf-16be";
        OtherEncoding { encoding, damaged } => "按 {encoding} 读，有 {damaged} 处不成文字；请换一种 --encoding，或不写由程序判断", "read as {encoding} it has {damaged} places that are no text; give another --encoding, or none";
        Workbook => "这是 xlsb 工作簿；请在表格软件里另存为 xlsx 或 CSV", "this is an xlsb workbook; save it as xlsx or CSV in the spreadsheet";
        OldOffice => "这是旧版 Office 文件（doc、xls、wps），或是加了密码的文档；请去掉密码，另存为 docx", "this is a file of an old Office (doc, xls, wps) or has a password; remove it and save as docx";
        OpenDocument => "这是 OpenDocument 文档；请另存为 docx", "this is an OpenDocument file; save it as docx";
        Ofd => "这是 OFD 版式文件；请在阅读软件里导出为文本或 PDF", "this is an OFD file; export it as text or PDF";
        Slides => "这是演示文稿；请另存为 docx 或纯文本", "these are slides; save them as docx or plain text";
        RichText => "这是 RTF 文件；请另存为 docx", "this is an RTF file; save it as docx";
        WebArchive => "这是网页归档（mht）；请另存为“网页，仅 HTML”", "this is a web archive (mht); save it as HTML only";
        Archive => "这是压缩包；请解开，给出里面的报告", "this is an archive; unpack it and give the report in it";
        Picture => "这是图片；请先做文字识别，另存为文本", "this is a picture; have its words recognised and save them as text";
        BrokenZip { why } => "这个文件像是 docx，但解不开：{why}；请重新下载，或在 Word 里打开后另存", "it looks like docx and cannot be unpacked: {why}; download it again, or save it anew in Word";
        BrokenXml { part, why } => "{part} 读不通：{why}；请在 Word 里打开后另存为 docx", "{part} cannot be read: {why}; save it anew as docx in Word";
        Unfolds { part, most } => "{part} 解开后超过 {most} MB，不像正常的文档，没有读；请在 Word 里打开后另存", "{part} unpacks to more than {most} MB, which no honest document does, and was left alone; save it anew in Word";
        TooManyParts { most } => "里面有 {most} 个以上的文件，不像正常的文档，没有读；请在 Word 里打开后另存", "it holds more than {most} files, which no honest document does, and was left alone; save it anew in Word";
        TooDeep { part, most } => "{part} 嵌套超过 {most} 层，不像正常的文档，没有读；请在 Word 里打开后另存", "{part} is nested more than {most} deep, which no honest document is, and was left alone; save it anew in Word";
        Entities { part } => "{part} 里声明了实体，Word 从不这样写，没有读；请在 Word 里打开后另存", "{part} declares entities, which Word never does, and was left alone; save it anew in Word";
        NoWordsInPdf => "PDF 里没有文字，大概是扫描件；请先做文字识别", "there are no words in the PDF, which is probably scanned; have them recognised first";
        NoPdfReader => "读 PDF 要用 pdftotext，这台机器上没有；请装 poppler-utils，或另存为 docx、纯文本", "PDF needs pdftotext, which is not on this machine; install poppler-utils, or save as docx or plain text";
        PdfRefused { why } => "pdftotext 读不了这个 PDF：{why}；请另存为 docx 或纯文本", "pdftotext cannot read this PDF: {why}; save it as docx or plain text";
        PdfSlow { most } => "pdftotext {most} 秒没有读完，已停下；请另存为 docx 或纯文本", "pdftotext was stopped after {most} seconds; save it as docx or plain text";
    }
}
