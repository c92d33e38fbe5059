// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Which network an address belongs to, as far as that tells senders apart.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The network of a house or an office, and that of its provider. Only one where the address tells nobody apart: a proxy on this machine or
/// in our own network, an onion service, or no address at all.
pub(super) fn networks(address: &str) -> Vec<String> {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(v4)) if !is_inside(v4) => {
            let [a, b, c, _] = v4.octets();
            vec![format!("{a}.{b}.{c}/24"), format!("{a}.{b}/16")]
        }
        Ok(IpAddr::V6(v6)) if !is_inside_v6(v6) => {
            let [a, b, c, ..] = v6.segments();
            vec![format!("{a:x}:{b:x}:{c:x}/48"), format!("{a:x}:{b:x}/32")]
        }
        _ => vec![String::new()],
    }
}

fn is_inside(v4: Ipv4Addr) -> bool {
    let [a, b, ..] = v4.octets();
    // Carriers and container networks use 100.64.0.0/10 among themselves.
    let carrier = a == 100 && (64..128).contains(&b);
    v4.is_loopback() || v4.is_private() || v4.is_link_local() || carrier
}

fn is_inside_v6(v6: Ipv6Addr) -> bool {
    v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_house_have_the_same_networks() {
        assert_eq!(networks("203.0.113.7"), networks("203.0.113.250"));
        assert_eq!(networks("203.0.113.7"), networks("::ffff:203.0.113.7"));
        assert_ne!(networks("203.0.113.7"), networks("203.0.112.7"));
        assert_eq!(networks("203.0.113.7")[1], networks("203.0.112.7")[1]);
        assert_eq!(networks("2001:db8:1::1"), networks("2001:db8:1:ffff::1"));
        assert_ne!(networks("2001:db8:1::1"), networks("2001:db8:2::1"));
        assert_eq!(networks("2001:db8:1::1")[1], networks("2001:db8:2::1")[1]);
    }

    #[test]
    fn an_address_of_our_own_tells_nobody_apart() {
        for address in [
            "127.0.0.1",
            "10.0.0.1",
            "192.168.3.4",
            "172.16.0.1",
            "100.64.0.1",
            "::1",
            "fd00::1",
            "fe80::1",
            "",
            "unknown",
        ] {
            assert_eq!(networks(address), [""], "{address}");
        }
    }
}
