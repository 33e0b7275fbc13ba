use super::*;

const BASE: &str = "https://web.archive.org";
const JOB: &str = "spn2-dea4b01e0839fb6ccf689dc93f5b2f5a4a4f8335";

/// A status, headers, and what they mean after a submission and after a question (nothing: the same).
type Row<'a> = (u16, &'a [(&'a str, &'a str)], &'a str, &'a str);

fn spn2() -> Box<dyn Archive> {
    let key = Key::read("AbCd1234:sEcReT99\n");
    Box::new(Spn2::new(home(BASE).unwrap(), key, false).unwrap())
}

fn opened(setting: &str) -> Box<dyn Archive> {
    from_setting(setting).unwrap().unwrap()
}

fn said(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Pending { job, .. } => format!("pending {job}"),
        Outcome::Archived { url, at, .. } => format!("{} {url}", at.format("%F %T")),
        Outcome::Refused { code, kind, again_in } => {
            assert_eq!(again_in.is_none(), *kind == Kind::Permanent, "{code}");
            assert!(again_in.is_none_or(|it| (MINUTE..=DAY).contains(&it)), "{code}");
            format!("{kind:?} {code}")
        }
    }
}

fn json(status: u16, body: &str) -> Reply<'_> {
    Reply { status, headers: &[], body: body.as_bytes() }
}

fn headers(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn form(call: &Call) -> Vec<(String, String)> {
    url::form_urlencoded::parse(&call.body).into_owned().collect()
}

#[test]
fn every_documented_error_has_its_kind_in_both_answers() {
    let permanent = spn2::PERMANENT.map(|code| (code, Kind::Permanent));
    let transient = spn2::TRANSIENT.map(|code| (code, Kind::Transient));
    let quota = spn2::QUOTA.map(|(code, _)| (code, Kind::Quota));
    let mut codes: Vec<&str> = Vec::new();
    for (code, kind) in permanent.into_iter().chain(transient).chain(quota) {
        for (status, job) in [(200, format!(r#","job_id":"{JOB}""#)), (429, String::new())] {
            let body = format!(r#"{{"status":"error","status_ext":"{code}","message":"Why."{job}}}"#);
            assert_eq!(said(&spn2().submitted(json(status, &body))), format!("{kind:?} {code}"));
            assert_eq!(said(&spn2().answered(JOB, json(status, &body))), format!("{kind:?} {code}"));
        }
        codes.push(code);
    }
    codes.sort();
    let documented = "bad-gateway bad-request bandwidth-limit-exceeded blocked blocked-client-ip blocked-url \
        browsing-timeout cannot-fetch capture-location-error celery filesize-limit ftp-access-denied gateway-timeout \
        http-version-not-supported internal-server-error invalid-host-resolution invalid-server-response \
        invalid-url-syntax job-failed max-daily-bandwidth max-daily-bandwidth-from-ip max-daily-bandwidth-host \
        method-not-allowed network-authentication-required no-access no-browsers-available no-captures not-found \
        not-implemented protocol-error proxy-error read-timeout service-unavailable soft-time-limit-exceeded \
        too-many-daily-captures too-many-redirects too-many-requests unauthorized user-session-limit";
    let documented: Vec<String> = documented.split_whitespace().map(|code| format!("error:{code}")).collect();
    assert_eq!(codes, documented);
}

#[test]
fn a_submission_is_sent_as_documented_and_shows_no_key() {
    let call = spn2().submission("https://a.example/x?y=1&url=z#part").unwrap();
    assert_eq!((call.method, call.url.as_str()), ("POST", "https://web.archive.org/save"));
    let pairs = headers(&[("url", "https://a.example/x?y=1&url=z"), ("skip_first_archive", "1")]);
    assert_eq!(form(&call), pairs);
    assert!(call.headers.contains(&("authorization", "LOW AbCd1234:sEcReT99".to_owned())));
    assert!(call.headers.contains(&("accept", "application/json".to_owned())));
    let question = spn2().question(JOB).unwrap();
    assert_eq!((question.method, question.url.path()), ("GET", format!("/save/status/{JOB}").as_str()));
    let shown = format!("{call:?} {call:#?} {question:?} {:?} {:?}", spn2(), Key::read("AbCd1234:sEcReT99"));
    assert!(shown.contains("authorization") && !shown.contains("AbCd1234") && !shown.contains("sEcReT99"), "{shown}");
    let all = opened("spn2-all http://archive.example:81/desk/").submission("https://a.example").unwrap();
    assert_eq!(all.url.as_str(), "http://archive.example:81/desk/save");
    assert!(form(&all).contains(&("capture_all".to_owned(), "1".to_owned())));
    assert!(all.headers.iter().all(|(name, _)| *name != "authorization"));
    for wrong in ["ftp://a.example/", "a.example", "https://me:pass@a.example/", "javascript:alert(1)", "/etc/passwd"] {
        assert!(spn2().submission(wrong).is_none(), "{wrong}");
    }
    let without = opened("spn2 https://web.archive.org");
    assert!(spn2().pace() * 7 >= MINUTE && spn2().pace() * 7 < MINUTE + Duration::from_millis(10));
    assert_eq!((without.pace() * 3, without.name()), (MINUTE, "web.archive.org"));
}

#[test]
fn only_a_checked_snapshot_is_called_archived() {
    const AT: &str = r#""20260827142259""#;
    let strange = "Permanent strange-snapshot";
    let table = [
        ("https://a.example/x y?q=/../#part", AT, "https://a.example/x%20y?q=/../"),
        ("http://[2606:4700::1111]:81/../%2e%2e/..\\\\a", AT, "http://[2606:4700::1111]:81/a"),
        ("//evil.example/", AT, strange),
        ("../../@evil", AT, strange),
        ("javascript:x", AT, strange),
        ("https://u:p@a/", AT, strange),
        ("https://a{b/", AT, strange),
        ("https://a/", r#""20261327142259""#, strange),
        ("https://a/", r#""2026082714225""#, strange),
        ("https://a/", r#""+2026082714225""#, strange),
        ("https://a/", "null", strange),
        ("https://a/", "20260827142259", "Transient unreadable"),
        ("https://a/\",\"job_id\":\"other", AT, "Permanent strange-job"),
        ("https://a/\",\"status\":\"success", AT, "Transient unreadable"),
    ];
    for (page, at, expected) in table {
        let body = format!(r#"{{"status":"success","resources":[1,{{}}],"timestamp":{at},"original_url":"{page}"}}"#);
        let outcome = spn2().answered(JOB, json(200, &body));
        match &outcome {
            Outcome::Archived { of, .. } => {
                assert_eq!(of.as_deref(), Some(expected));
                let url = format!("2026-08-27 14:22:59 https://web.archive.org/web/20260827142259/{expected}");
                assert_eq!(said(&outcome), url);
            }
            _ => assert_eq!(said(&outcome), expected, "{body}"),
        }
        assert!(!matches!(spn2().submitted(json(200, &body)), Outcome::Archived { .. }), "{body}");
    }
    assert_eq!(said(&spn2().answered(JOB, json(200, r#"{"status":"pending"}"#))), format!("pending {JOB}"));
    assert_eq!(said(&spn2().answered(JOB, json(200, r#"{"status":"Success"}"#))), "Transient unreadable");
    assert_eq!(said(&spn2().answered(JOB, json(404, "{}"))), "Transient http-404");
}

#[test]
fn a_submission_gives_a_plain_job_or_a_reason() {
    let long = format!(r#"{{"job_id":"{}"}}"#, "a".repeat(101));
    let huge = format!(r#"{{"job_id":"{JOB}","resources":["{}"]}}"#, "a".repeat(spn2::MOST_BYTES));
    let deep = format!(r#"{{"job_id":"{JOB}","x":{}"#, "[".repeat(1_000_000));
    let nested = format!(r#"{{"job_id":"{JOB}","x":{}{}}}"#, "[".repeat(1_000_000), "]".repeat(1_000_000));
    let pending = format!("pending {JOB}");
    let table = [
        (200, format!(r#" {{"url":"https://a/","job_id":"{JOB}","message":"The same snapshot"}}"#), pending.as_str()),
        (200, r#"{"job_id":"ebcb18a5-2cda_4F94"}"#.into(), "pending ebcb18a5-2cda_4F94"),
        (200, r#"{"job_id":"../user"}"#.into(), "Permanent strange-job"),
        (200, r#"{"job_id":"a/b"}"#.into(), "Permanent strange-job"),
        (200, r#"{"job_id":"a%2fb"}"#.into(), "Permanent strange-job"),
        (200, r#"{"job_id":"a?b#c"}"#.into(), "Permanent strange-job"),
        (200, r#"{"job_id":"a\r\nX: y"}"#.into(), "Permanent strange-job"),
        (200, r#"{"job_id":""}"#.into(), "Permanent strange-job"),
        (200, long, "Permanent strange-job"),
        (200, r#"{"job_id":null}"#.into(), "Transient no-job"),
        (200, r#"{"job_id":7}"#.into(), "Transient unreadable"),
        (200, r#"{"job_id":["a"]}"#.into(), "Transient unreadable"),
        (200, r#"["success",null,"a","20260827142259","https://a/"]"#.into(), "Transient unreadable"),
        (200, "<html>Sorry</html>".into(), "Transient unreadable"),
        (200, String::new(), "Transient unreadable"),
        (200, huge, "Transient unreadable"),
        (200, deep, "Transient unreadable"),
        (200, nested, pending.as_str()),
        (200, r#"{"status":"error"}"#.into(), "Transient error:unknown"),
        (200, r#"{"status_ext":"error:brand-new"}"#.into(), "Transient error:brand-new"),
        (200, r#"{"status_ext":"error:AbCd1234:sEcReT99"}"#.into(), "Transient error:unknown"),
        (401, r#"{"message":"You need to be logged in"}"#.into(), "Permanent http-401"),
        (302, String::new(), "Permanent http-302"),
        (404, String::new(), "Permanent http-404"),
        (429, "<html>".into(), "Quota http-429"),
        (503, "[".into(), "Transient http-503"),
    ];
    for (status, body, expected) in &table {
        let shown: String = body.chars().take(80).collect();
        assert_eq!(said(&spn2().submitted(json(*status, body))), *expected, "{shown}");
    }
}

#[test]
fn strange_jobs_are_not_asked_about_and_waits_are_bounded() {
    assert!(["", "../user", "a/b", "https://web.archive.org/web/1/x"].iter().all(|job| spn2().question(job).is_none()));
    let later =
        |value: &str| match spn2().submitted(Reply { headers: &headers(&[("retry-after", value)]), ..json(429, "") }) {
            Outcome::Refused { again_in, .. } => again_in.unwrap_or_default().as_secs(),
            _ => 0,
        };
    assert_eq!(["120", "0", "99999999999", "-1", "soon"].map(later), [120, 60, 86_400, 600, 600]);
}

#[test]
fn a_plain_archive_is_asked_with_the_page_behind_its_address() {
    let archive = opened("get https://archive.example/save/");
    let call = archive.submission("https://a.example/../x?y=1#z").unwrap();
    assert_eq!((call.method, call.url.as_str()), ("GET", "https://archive.example/save/https://a.example/x?y=1"));
    let query = opened("get http://127.0.0.1:8081/submit?url=");
    let call = query.submission("https://a.example/x?y=1").unwrap();
    assert_eq!(call.url.as_str(), "http://127.0.0.1:8081/submit?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1");
    assert_eq!(query.name(), "127.0.0.1:8081");
}

#[test]
fn a_plain_archive_is_believed_when_its_snapshot_calls_itself_one() {
    let archive = opened("get https://archive.example/save/");
    let at = ("memento-datetime", "Thu, 27 Aug 2026 14:22:59 GMT");
    let table: &[Row] = &[
        (302, &[("location", "/2026/x")], "pending https://archive.example/2026/x", ""),
        (302, &[("location", "https://archive.example/2026/x#y"), at], "pending https://archive.example/2026/x", ""),
        (302, &[("location", "https://evil.example/2026/x")], "Permanent strange-snapshot", ""),
        (302, &[("location", "//evil.example/2026/x")], "Permanent strange-snapshot", ""),
        (302, &[("location", "https://archive.example@evil.example/")], "Permanent strange-snapshot", ""),
        (302, &[("location", "https://u@archive.example/")], "Permanent strange-snapshot", ""),
        (302, &[("location", "http://archive.example/2026/x")], "Permanent strange-snapshot", ""),
        (302, &[("location", "https://archive.example:444/2026/x")], "Permanent strange-snapshot", ""),
        (302, &[("location", "javascript:alert(1)")], "Permanent strange-snapshot", ""),
        (302, &[], "Permanent http-302", "Permanent http-302"),
        (200, &[("content-location", "/2026/x"), at], "2026-08-27 14:22:59 https://archive.example/2026/x", "memento"),
        (200, &[("content-location", "/2026/x")], "pending https://archive.example/2026/x", "Permanent no-snapshot"),
        (200, &[("content-location", "https://evil.example/x"), at], "Permanent strange-snapshot", "memento"),
        (200, &[at], "Permanent no-snapshot", "memento"),
        (200, &[("memento-datetime", "lately")], "Permanent no-snapshot", "Permanent no-snapshot"),
        (200, &[], "Permanent no-snapshot", "Permanent no-snapshot"),
        (404, &[at], "Permanent http-404", "Transient http-404"),
        (429, &[], "Quota http-429", "Quota http-429"),
        (502, &[], "Transient http-502", "Transient http-502"),
    ];
    let job = "https://archive.example/2025/x";
    for (status, pairs, submitted, answered) in table {
        let headers = headers(pairs);
        let reply = Reply { status: *status, headers: &headers, body: b"" };
        assert_eq!(said(&archive.submitted(reply)), *submitted, "{status} {pairs:?}");
        let expected = match *answered {
            "" => (*submitted).to_owned(),
            "memento" => format!("2026-08-27 14:22:59 {job}"),
            other => other.to_owned(),
        };
        assert_eq!(said(&archive.answered(job, reply)), expected, "{status} {pairs:?}");
    }
    let back = headers(&[("location", "x")]);
    assert_eq!(
        said(&archive.answered(job, Reply { status: 301, headers: &back, body: b"" })),
        "Permanent strange-snapshot"
    );
    assert_eq!(said(&archive.answered("https://evil.example/", json(200, ""))), "Permanent strange-job");
    assert_eq!(archive.question(job).unwrap().url.as_str(), job);
    assert!(
        [JOB, "https://evil.example/x", "/x", "https://archive.example"]
            .iter()
            .all(|it| archive.question(it).is_none())
    );
}

#[test]
fn a_setting_is_read_or_refused_without_repeating_it() {
    assert!(["", "  ", "off", " off "].iter().all(|it| from_setting(it).unwrap().is_none()));
    let folder = std::env::temp_dir().join(format!("claimdesk-archives-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let good = file("a key", "AbCd1234:sEcReT99\r\n");
    let long = file("long", &format!("AbCd1234:{}", "s".repeat(LONGEST_KEY)));
    let (half, words) = (file("half", "AbCd1234:"), file("words", "LOW AbCd1234:sEcReT99"));
    let call = opened(&format!("spn2 {BASE} {good}")).submission("https://a.example/").unwrap();
    assert!(call.headers.contains(&("authorization", "LOW AbCd1234:sEcReT99".to_owned())));
    assert!(from_setting(&format!("spn2 http://127.0.0.1:8081 {good}")).is_ok());
    let table = [
        format!("spn2 http://archive.example {good}"),
        format!("spn2 http://127.0.0.1.archive.example {good}"),
        format!("spn2 {BASE} {long}"),
        format!("spn2 {BASE} {half}"),
        format!("spn2 {BASE} {words}"),
        format!("spn2 {BASE} AbCd1234:sEcReT99"),
        format!("spn2 {BASE} {}", folder.display()),
        "AbCd1234:sEcReT99".into(),
        "spn2".into(),
        "off AbCd1234".into(),
        "spn2 AbCd1234:sEcReT99@web.archive.org".into(),
        "spn2 https://AbCd1234:sEcReT99@web.archive.org".into(),
        "spn2 https://web.archive.org?AbCd1234".into(),
        "get https://archive.example/#AbCd1234".into(),
        "get https://archive.example/ AbCd1234".into(),
        "get file:///AbCd1234".into(),
    ];
    for setting in &table {
        let error = from_setting(setting).map(|_| ()).unwrap_err();
        assert!(!error.contains("AbCd1234") && !error.contains("sEcReT99") && !error.is_empty(), "{setting}: {error}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
