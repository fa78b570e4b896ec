//! LibreOffice without its windows: documents in, the lines of their pages out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yiding::papers::page::{NEVER_FIRST, NEVER_LAST};
use yiding::papers::{Paper, docx};

use super::{Pages, plain};

/// The font with the widths of the standard's.
const FONT: &str = "Noto Sans Mono CJK SC";

/// LibreOffice as it is installed.
pub(super) struct Office {
    program: &'static str,
    version: String,
}

impl Office {
    /// Finds it, with what reads its PDF and with the font.
    pub(super) fn find() -> Result<Self, String> {
        let said = |program: &str, option: &str| {
            let output = Command::new(program).arg(option).output();
            let output = output.map_err(|why| format!("{program}: {why}"))?;
            Ok::<_, String>(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        said("pdftotext", "-v")?;
        let program = "soffice";
        let version = said(program, "--version")?;
        let fonts = said("fc-list", FONT)?;
        if fonts.is_empty() {
            return Err(format!("no font {FONT}"));
        }
        Ok(Self { program, version })
    }

    /// Which one it is.
    pub(super) fn version(&self) -> &str {
        &self.version
    }

    /// The pages that it makes of papers.
    pub(super) fn pages(&self, papers: &[Paper]) -> Vec<Pages> {
        let folder = tempfile::tempdir().unwrap();
        let at = |ending: &str| -> Vec<PathBuf> {
            (0..papers.len()).map(|nth| folder.path().join(format!("{nth}.{ending}"))).collect()
        };
        let (documents, flat) = (at("docx"), at("fodt"));
        for (path, paper) in documents.iter().zip(papers) {
            fs::write(path, docx::write(paper).unwrap()).unwrap();
        }
        self.convert(folder.path(), "fodt", &documents);
        for path in &flat {
            let text = fs::read_to_string(path).unwrap();
            fs::write(path, told(&text)).unwrap();
        }
        self.convert(folder.path(), "pdf", &flat);
        at("pdf").iter().map(|path| pages(path)).collect()
    }

    /// From one format to another, a few files at a time.
    fn convert(&self, folder: &Path, to: &str, files: &[PathBuf]) {
        let own = |name: &str| folder.join(name);
        for files in files.chunks(50) {
            let output = Command::new(self.program)
                .arg(format!("-env:UserInstallation=file://{}", own("profile").display()))
                .args(["--headless", "--convert-to", to, "--outdir"])
                .arg(folder)
                .args(files)
                .env("HOME", folder)
                .env("XDG_CACHE_HOME", own("cache"))
                .env(
                    "FONTCONFIG_FILE",
                    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/fonts.conf"),
                )
                .output();
            succeeded(self.program, &output.unwrap());
        }
    }
}

/// The three things that are in the document and that LibreOffice does not read there.
fn told(text: &str) -> String {
    let settings = "config:name=\"ooo:configuration-settings\">";
    let item = |name: &str, value: &str| {
        format!(
            "<config:config-item config:name=\"{name}\" config:type=\"string\">{value}</config:config-item>"
        )
    };
    let marks = [
        "<config:config-item-map-indexed config:name=\"ForbiddenCharacters\">",
        "<config:config-item-map-entry>",
        &item("Language", "zh"),
        &item("Country", "CN"),
        &item("Variant", ""),
        &item("BeginLine", NEVER_FIRST),
        &item("EndLine", NEVER_LAST),
        "</config:config-item-map-entry></config:config-item-map-indexed>",
    ];
    text.replace("style:text-autospace=\"ideograph-alpha\"", "style:text-autospace=\"none\"")
        .replace("style:punctuation-wrap=\"hanging\"", "style:punctuation-wrap=\"simple\"")
        .replacen(settings, &format!("{settings}{}", marks.concat()), 1)
}

fn succeeded(program: &str, output: &Output) {
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The lines of a PDF, page by page.
fn pages(path: &Path) -> Pages {
    let output = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().unwrap();
    succeeded("pdftotext", &output);
    let text = String::from_utf8(output.stdout).unwrap();
    let pages = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}');
    let lines = |page: &str| page.lines().map(plain).filter(|line| !line.is_empty()).collect();
    pages.map(lines).collect()
}
