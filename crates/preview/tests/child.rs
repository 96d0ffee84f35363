//! The child process: it sets its limits, looks, and writes what came of it. These tests run themselves again as the
//! child, since limits cannot be taken back.

mod made;

use portico_preview::{OUTCOME_FILE, Outcome, Unreadable, run};
use std::path::Path;
use std::process::{Command, ExitCode};

const MEDIA: &str = "PREVIEW_TEST_MEDIA";
const FOLDER: &str = "PREVIEW_TEST_FOLDER";

/// What the child does; without its variables, as in an ordinary run of the tests, nothing.
#[test]
fn child() {
    let (Ok(media), Ok(folder)) = (std::env::var(MEDIA), std::env::var(FOLDER)) else { return };
    let folder = Path::new(&folder);
    assert_eq!(format!("{:?}", run(&media, &folder.join("given"), folder)), format!("{:?}", ExitCode::SUCCESS));
    #[cfg(unix)]
    {
        let soft = |resource: rlimit::Resource| resource.get_soft().expect("a limit");
        assert_eq!(soft(rlimit::Resource::CORE), 0);
        assert!(soft(rlimit::Resource::AS) <= 2 << 30);
        assert!(soft(rlimit::Resource::CPU) <= 30);
        assert!(soft(rlimit::Resource::FSIZE) <= 64 << 20);
    }
}

fn outcome(media: &str, bytes: &[u8]) -> (Outcome, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("given"), bytes).expect("a file");
    let done = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "child"])
        .env(MEDIA, media)
        .env(FOLDER, folder.path())
        .output()
        .expect("a child");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    let written = std::fs::read_to_string(folder.path().join(OUTCOME_FILE)).expect("an outcome");
    (serde_json::from_str(&written).expect("JSON"), written)
}

#[test]
fn what_came_of_a_look_is_written() {
    let (read, written) = outcome(made::PDF, &made::pdf("", ""));
    let Outcome::Ok(looked) = read else { panic!("{written}") };
    assert_eq!(looked.page_count, Some(1));
    assert!(written.starts_with("{\"ok\":{\"text\":") && written.contains("\"pageCount\":1"), "{written}");

    let (read, written) = outcome(made::PDF, b"no");
    assert_eq!(read, Outcome::Refused(Unreadable::Mismatch));
    assert_eq!(written, "{\"refused\":{\"code\":\"mismatch\"}}");
}
