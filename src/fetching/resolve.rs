//! Names become addresses, once for each connection, and never for longer than a fetch may wait.

use std::io;
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::failed::{Failed, Problem};

/// Lookups that may be under way, answered or not: the system's resolver cannot be interrupted.
const MOST_UNDER_WAY: usize = 32;

/// Who knows the addresses of a host.
pub trait Resolve: Send + Sync {
    /// All addresses of a name, aliases followed; it may block.
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// The system's own resolver.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok((host, 0).to_socket_addrs()?.map(|address| address.ip()).collect())
    }
}

/// Lookups with an end.
pub(super) struct Lookups {
    resolver: Arc<dyn Resolve>,
    under_way: Arc<AtomicUsize>,
}

impl Lookups {
    pub(super) fn new(resolver: Arc<dyn Resolve>) -> Self {
        Lookups { resolver, under_way: Arc::default() }
    }

    /// At least one address, asked for exactly once.
    pub(super) fn addresses(&self, host: &str, within: Duration) -> Result<Vec<IpAddr>, Failed> {
        let failed = |detail: String| Failed::new(Problem::Dns, detail);
        let place = Place::take(&self.under_way).ok_or_else(|| failed("too many lookups under way".to_owned()))?;
        let (tell, told) = mpsc::sync_channel(1);
        let (resolver, name) = (Arc::clone(&self.resolver), host.to_owned());
        let look = move || {
            let answer = resolver.resolve(&name);
            drop(place);
            tell.send(answer).ok();
        };
        thread::Builder::new().name("lookup".to_owned()).spawn(look).map_err(|error| failed(error.to_string()))?;
        match told.recv_timeout(within) {
            Ok(Ok(ips)) if ips.is_empty() => Err(failed(format!("{host} has no address"))),
            Ok(Ok(ips)) => Ok(ips),
            Ok(Err(error)) => Err(failed(format!("{host}: {error}"))),
            Err(_) => Err(failed(format!("{host}: no answer in time"))),
        }
    }
}

/// One of the places for a lookup; given back when it ends, however it ends.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(under_way: &Arc<AtomicUsize>) -> Option<Place> {
        let place = Place(Arc::clone(under_way));
        (place.0.fetch_add(1, Ordering::SeqCst) < MOST_UNDER_WAY).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// Holds back every answer until it is let go.
    #[derive(Default)]
    struct Stuck(Mutex<()>);

    impl Resolve for Stuck {
        fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
            match host {
                "panics" => panic!("on purpose"),
                "empty" => Ok(Vec::new()),
                "quick" => Ok(vec![[8, 8, 8, 8].into()]),
                _ => self.0.lock().map(|_| Vec::new()).map_err(|_| io::ErrorKind::Other.into()),
            }
        }
    }

    #[test]
    fn lookups_end_and_their_number_is_bounded() {
        let (stuck, long) = (Arc::new(Stuck::default()), Duration::from_secs(60));
        let lookups = Lookups::new(stuck.clone());
        assert_eq!(lookups.addresses("quick", long).unwrap().len(), 1);
        assert!(lookups.addresses("panics", long).is_err());
        assert_eq!(lookups.addresses("empty", long).unwrap_err().key(), "fetch-dns");
        let held = stuck.0.lock().unwrap();
        for _ in 0..MOST_UNDER_WAY {
            let failed = lookups.addresses("slow", Duration::from_millis(1)).unwrap_err();
            assert_eq!(failed.detail, "slow: no answer in time");
        }
        assert_eq!(lookups.addresses("quick", long).unwrap_err().detail, "too many lookups under way");
        drop(held);
        while lookups.under_way.load(Ordering::SeqCst) > 0 {
            thread::yield_now();
        }
        assert!(lookups.addresses("quick", long).is_ok());
    }
}
