//! Which addresses are the public network's, and which nobody outside may make the desk connect to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// This machine, networks inside, links, tests, multicast, reserved; and the one public address that is a cloud's inside.
const CLOSED_V4: [(Ipv4Addr, u8); 16] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// The only part of the v6 space that is given out; mapped, translated, local and multicast addresses lie outside it.
const GIVEN_OUT_V6: (Ipv6Addr, u8) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What is not public inside it: protocol assignments with Teredo, documentation, 6to4.
const CLOSED_V6: [(Ipv6Addr, u8); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Whether an address is on the public network. Whatever is reserved, mapped or translated is not, so that no way of
/// writing a private address leads to it.
pub fn address_is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !CLOSED_V4.iter().any(|(first, bits)| shares_v4(ip, *first, *bits)),
        IpAddr::V6(ip) => {
            shares_v6(ip, GIVEN_OUT_V6.0, GIVEN_OUT_V6.1)
                && !CLOSED_V6.iter().any(|(first, bits)| shares_v6(ip, *first, *bits))
        }
    }
}

fn shares_v4(one: Ipv4Addr, other: Ipv4Addr, bits: u8) -> bool {
    let differing = one.to_bits() ^ other.to_bits();
    differing.checked_shr(32 - u32::from(bits.min(32))).unwrap_or(0) == 0
}

fn shares_v6(one: Ipv6Addr, other: Ipv6Addr, bits: u8) -> bool {
    let differing = one.to_bits() ^ other.to_bits();
    differing.checked_shr(128 - u32::from(bits.min(128))).unwrap_or(0) == 0
}

/// A range of addresses, `10.0.0.0/8` or a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Net {
    first: IpAddr,
    bits: u8,
}

impl Net {
    /// Whether an address lies in the range.
    pub fn holds(&self, ip: IpAddr) -> bool {
        match (ip, self.first) {
            (IpAddr::V4(ip), IpAddr::V4(first)) => shares_v4(ip, first, self.bits),
            (IpAddr::V6(ip), IpAddr::V6(first)) => shares_v6(ip, first, self.bits),
            _ => false,
        }
    }
}

impl FromStr for Net {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (first, bits) = text.split_once('/').map_or((text, None), |(first, bits)| (first, Some(bits)));
        let first: IpAddr = first.parse().map_err(|_| ())?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.parse::<u8>().map_err(|_| ()))?;
        if bits <= most { Ok(Net { first, bits }) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_addresses_end_where_closed_ranges_begin() {
        let table = [
            ("1.1.1.1", true),
            ("9.255.255.255", true),
            ("11.0.0.0", true),
            ("100.63.255.255", true),
            ("100.128.0.0", true),
            ("126.255.255.255", true),
            ("128.0.0.0", true),
            ("168.63.129.15", true),
            ("168.63.129.17", true),
            ("169.253.255.255", true),
            ("172.15.255.255", true),
            ("172.32.0.0", true),
            ("192.0.1.0", true),
            ("192.167.255.255", true),
            ("198.17.255.255", true),
            ("198.20.0.0", true),
            ("223.255.255.255", true),
            ("0.0.0.0", false),
            ("127.127.127.127", false),
            ("169.254.169.254", false),
            ("168.63.129.16", false),
            ("255.255.255.255", false),
            ("2000::", true),
            ("2001:200::", true),
            ("2001:db7:ffff::", true),
            ("2001:db9::", true),
            ("2003::", true),
            ("2606:4700::1111", true),
            ("3ffe:ffff::", true),
            ("1fff:ffff::", false),
            ("2001:1ff:ffff::", false),
            ("2002:808:808::", false),
            ("3fff:fff::", false),
            ("4000::", false),
            ("::ffff:8.8.8.8", false),
            ("64:ff9b::8.8.8.8", false),
            ("fd00:ec2::254", false),
        ];
        for (ip, public) in table {
            assert_eq!(address_is_public(ip.parse().unwrap()), public, "{ip}");
        }
    }

    #[test]
    fn ranges_hold_their_first_and_last_address() {
        let holds = |net: &str, ip: &str| net.parse::<Net>().unwrap().holds(ip.parse().unwrap());
        assert!(holds("10.0.0.0/8", "10.255.255.255") && !holds("10.0.0.0/8", "11.0.0.0"));
        assert!(holds("::1", "::1") && !holds("::1", "::2") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("0.0.0.0/0", "255.255.255.255") && holds("::/0", "ffff::"));
        assert!(
            ["10.0.0.0/33", "::/129", "10.0.0/8", "a/8", "10.0.0.0/", "10.0.0.0/-1"]
                .iter()
                .all(|it| it.parse::<Net>().is_err())
        );
    }
}
