//! Reading in a process of its own: a file that crashes, hangs or fills the memory of its reader harms nothing else.

use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use serde::{Deserialize, Serialize};

use super::pdf::{self, Pages};

/// Address space of the child, in bytes.
const MEMORY: u64 = 512 << 20;

/// Seconds of processor time of the child.
const CPU: u64 = 20;

/// Bytes of stack of the thread that reads.
const STACK: usize = 32 << 20;

/// Bytes of the child's messages that are looked at; nothing of them is kept.
const MESSAGES: u64 = 8192;

/// What the parent bounds; the child bounds its own memory (512 MB) and processor time (20 s).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Time by the clock, generous because a busy machine is not the file's fault.
    pub wall: Duration,
    /// Bytes the child may answer.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 50 << 20, wall: Duration::from_secs(30), output: 48 << 20 }
    }
}

/// Why there is no text; each has a stable key for the page that says what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// The file, its pages or its text are more than is read.
    #[serde(rename = "pdf-too-large")]
    TooLarge,
    /// It opens only with a password, or in a way that only some programs know.
    #[serde(rename = "pdf-encrypted")]
    Encrypted,
    /// It is damaged, or no PDF.
    #[serde(rename = "pdf-broken")]
    Broken,
    /// Reading it took more time than is given.
    #[serde(rename = "pdf-too-long")]
    TooLong,
    /// Reading it took more memory than is given.
    #[serde(rename = "pdf-too-much-memory")]
    TooMuchMemory,
    /// Its pages are pictures, or letters of which nothing tells what they are.
    #[serde(rename = "pdf-no-text")]
    NoText,
    /// The reader could not be run: not the file's fault, worth another try.
    #[serde(rename = "pdf-reader-failed")]
    Failed,
}

impl Unreadable {
    /// The key under which messages and stored outcomes know it.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "pdf-too-large",
            Self::Encrypted => "pdf-encrypted",
            Self::Broken => "pdf-broken",
            Self::TooLong => "pdf-too-long",
            Self::TooMuchMemory => "pdf-too-much-memory",
            Self::NoText => "pdf-no-text",
            Self::Failed => "pdf-reader-failed",
        }
    }
}

/// Reads a PDF in a child of `program`, which must call [`child_main`] when run with `args`. Blocks until it is done,
/// at most `limits.wall`.
pub fn read_in_child(program: &Path, args: &[&str], bytes: &[u8], limits: &Limits) -> Result<Pages, Unreadable> {
    if bytes.len() > limits.bytes {
        return Err(Unreadable::TooLarge);
    }
    let mut command = Command::new(program);
    command.args(args).env_clear().current_dir("/");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().map_err(|_| Unreadable::Failed)?;
    let heard = converse(child, bytes, limits);
    heard.and_then(|it| it.verdict())
}

/// All that came back from a child that has ended.
struct Heard {
    answer: Vec<u8>,
    messages: Vec<u8>,
    status: ExitStatus,
}

impl Heard {
    fn verdict(self) -> Result<Pages, Unreadable> {
        if self.status.success() {
            return serde_json::from_slice(&self.answer).unwrap_or(Err(Unreadable::Broken));
        }
        let out_of_memory = b"memory allocation of";
        match signal(self.status) {
            Some(it) if it == Signal::XCPU.as_raw() => Err(Unreadable::TooLong),
            Some(it) if it == Signal::KILL.as_raw() => Err(Unreadable::TooMuchMemory), // the system's own guard
            _ if self.messages.windows(out_of_memory.len()).any(|it| it == out_of_memory) => {
                Err(Unreadable::TooMuchMemory)
            }
            Some(_) => Err(Unreadable::Broken),
            None => Err(Unreadable::Failed),
        }
    }
}

fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

fn converse(mut child: Child, bytes: &[u8], limits: &Limits) -> Result<Heard, Unreadable> {
    let until = Instant::now() + limits.wall;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        let (says, answered) = channel();
        scope.spawn(move || stdin.map(|mut it| it.write_all(bytes)));
        scope.spawn(move || says.send(stdout.map_or(Vec::new(), |it| first_bytes(it, limits.output + 1))));
        let messages = scope.spawn(move || stderr.map_or(Vec::new(), |it| first_bytes(it, MESSAGES)));
        let answer = waited_for(&mut child, &answered, limits, until);
        if answer.is_err() {
            let _ = child.kill();
        }
        let status = child.wait().map_err(|_| Unreadable::Failed);
        let messages = messages.join().unwrap_or_default();
        Ok(Heard { answer: answer?, messages, status: status? })
    })
}

/// The child's answer, once the child has ended.
fn waited_for(
    child: &mut Child,
    answered: &Receiver<Vec<u8>>,
    limits: &Limits,
    until: Instant,
) -> Result<Vec<u8>, Unreadable> {
    let left = until.saturating_duration_since(Instant::now());
    let answer = answered.recv_timeout(left).map_err(|_| Unreadable::TooLong)?;
    if answer.len() as u64 > limits.output {
        return Err(Unreadable::TooLarge);
    }
    loop {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(answer),
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_millis(2)),
            Ok(None) => return Err(Unreadable::TooLong),
            Err(_) => return Err(Unreadable::Failed),
        }
    }
}

fn first_bytes(from: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = from.take(most).read_to_end(&mut bytes); // a pipe that breaks ends what can be heard
    bytes
}

/// What the hidden command does: bounds itself, reads a PDF from `input`, answers in JSON on `output`.
pub fn child_main(input: impl Read, output: impl Write) -> std::io::Result<()> {
    confine()?;
    let most = Limits::default().bytes;
    let mut bytes = Vec::new();
    input.take(most as u64 + 1).read_to_end(&mut bytes)?;
    let read = if bytes.len() > most { Err(Unreadable::TooLarge) } else { on_a_deep_stack(bytes)? };
    let mut output = BufWriter::new(output);
    serde_json::to_writer(&mut output, &read)?;
    output.flush()
}

/// A parser that panics says as much as one that gives up: the file is broken.
fn on_a_deep_stack(bytes: Vec<u8>) -> std::io::Result<Result<Pages, Unreadable>> {
    let reader = std::thread::Builder::new().stack_size(STACK).spawn(move || pdf::read(bytes))?;
    Ok(reader.join().unwrap_or(Err(Unreadable::Broken)))
}

/// Bounds this process for good: nothing it starts or becomes can raise the limits again.
fn confine() -> std::io::Result<()> {
    let memory = bound(Resource::As, MEMORY, MEMORY);
    if cfg!(target_os = "linux") {
        memory?; // elsewhere a system may not know this limit
    }
    bound(Resource::Cpu, CPU, CPU + 1)?;
    bound(Resource::Core, 0, 0)?;
    bound(Resource::Fsize, 0, 0)
}

fn bound(resource: Resource, soft: u64, hard: u64) -> std::io::Result<()> {
    let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
    Ok(setrlimit(resource, Rlimit { current: Some(soft.min(most)), maximum: Some(hard.min(most)) })?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Unreadable::{Broken, Failed, TooLarge, TooLong, TooMuchMemory};

    fn shell(script: &str, bytes: &[u8]) -> Result<Pages, Unreadable> {
        let limits = Limits { bytes: 1 << 20, wall: Duration::from_secs(3), output: 1000 };
        read_in_child(Path::new("/bin/sh"), &["-c", script], bytes, &limits)
    }

    #[test]
    fn a_child_that_misbehaves_harms_nothing() {
        let many = vec![b'x'; 1 << 20];
        for (script, why) in [
            ("exec sleep 60", TooLong),
            ("exec >&-; exec sleep 60", TooLong),
            ("yes", TooLarge),
            ("kill -XCPU $$", TooLong),
            ("kill -KILL $$", TooMuchMemory),
            ("echo memory allocation of 9 bytes failed >&2; kill -ABRT $$", TooMuchMemory),
            ("yes >&2; kill -ABRT $$", Broken),
            ("echo nonsense", Broken),
            ("exit 1", Failed),
            ("echo '{\"Err\":\"pdf-encrypted\"}'", Unreadable::Encrypted),
        ] {
            assert_eq!(shell(script, &many), Err(why), "{script}");
        }
        assert_eq!(shell("", &[0; (1 << 20) + 1]), Err(TooLarge));
        assert_eq!(read_in_child(Path::new("/no/such"), &[], b"", &Limits::default()), Err(Failed));
    }

    #[test]
    fn a_child_gets_the_bytes_and_nothing_else() {
        let script = "test \"$(pwd)$HOME$CARGO$PATH_INFO\" = / && test \"$(cat)\" = words && \
            echo '{\"Ok\":{\"pages\":[\"a\"],\"about\":{\"title\":null,\"author\":null,\"created_on\":null}}}'";
        assert_eq!(shell(script, b"words").map(|it| it.pages), Ok(vec!["a".to_owned()]));
    }

    #[test]
    fn keys_are_what_is_stored() {
        for it in [TooLarge, Unreadable::Encrypted, Broken, TooLong, TooMuchMemory, Unreadable::NoText, Failed] {
            assert_eq!(serde_json::to_value(it).unwrap(), it.key());
        }
    }
}
