//! Names that harm whoever shows them without care.

use std::ffi::OsString;

/// Of files that are pictures.
pub fn harmful() -> Vec<OsString> {
    let mut names: Vec<OsString> = [
        "<script>alert(1)<script>.png",
        "\"><img src=x onerror=alert(1)>.png",
        "&lt;b&gt;&amp;.png",
        "<!--.png",
        "=HYPERLINK(\"https:example.com\",\"open\").png",
        "+1+cmd|' C calc'!A0.png",
        "-rf.png",
        "@SUM(1).png",
        "\u{1b}[31mred\u{1b}[0m\u{7}.png",
        "two\nlines\r\tand a tab.png",
        "photo\u{202e}gnp.exe.png",
        "zero\u{200b}width\u{2066}.png",
        "1-Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}.png",
        "تقرير الصباح.png",
        " begins and ends with a space .png ",
        "{{7*7}}${7*7}`id`.png",
        "файл%00.png",
    ]
    .map(OsString::from)
    .into();
    names.push(format!("{}.png", "ж".repeat(120)).into());
    names.push(["deep"; 60].join("/").into());
    names.extend(not_unicode());
    names
}

#[cfg(unix)]
fn not_unicode() -> Vec<OsString> {
    use std::os::unix::ffi::OsStringExt as _;
    [&b"caf\xe9.png"[..], b"\xff\xfe\xc3\x28.png"].map(|name| OsString::from_vec(name.to_vec())).into()
}

/// Elsewhere every name is Unicode, or almost.
#[cfg(not(unix))]
fn not_unicode() -> Vec<OsString> {
    Vec::new()
}
