//! From a claim to a published check: gates, decisions, and everything that voids an approval.

mod harness;

use harness::TestApp;

#[test]
fn from_the_inbox_to_the_public() {
    let app = TestApp::new();
    let check = app.check().published();
    assert_eq!(app.state(&check), "published");
    assert!(app.public_page(&check).text().contains("The counts of two offices agree."));
}
