//! Fetching, where the caller allows it: bounded, without redirects or proxies, and only from public addresses.

use std::io::{Cursor, Read};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use c2pa::http::http::{Request, Response, Uri};
use c2pa::http::{HttpResolverError, SyncHttpResolver};
use ureq::Agent;
use ureq::config::Config;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use crate::Options;

/// A client under the caller's limits.
#[derive(Debug, Clone)]
pub(crate) struct Online {
    agent: Agent,
    max: u64,
}

impl Online {
    pub(crate) fn new(options: &Options) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(options.timeout))
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent("aimark")
            .build();
        let resolver = Public { inner: DefaultResolver::default(), any: options.private_addresses };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, max: options.max_fetched }
    }

    /// What is kept at an address, or why it could not be fetched, in words.
    pub(crate) fn fetch(&self, url: &str) -> Result<Vec<u8>, String> {
        let request = Request::get(url).body(Vec::new()).map_err(|error| error.to_string())?;
        let (status, body) = self.ask(request).map_err(|error| error.to_string())?;
        if status == 200 { Ok(body) } else { Err(format!("the server answers {status}")) }
    }

    fn ask(&self, request: Request<Vec<u8>>) -> Result<(u16, Vec<u8>), HttpResolverError> {
        let other = |error: ureq::Error| HttpResolverError::Other(Box::new(error));
        let response = self.agent.run(request).map_err(other)?;
        let status = response.status().as_u16();
        let mut body = Vec::new();
        let read =
            response.into_body().into_reader().take(self.max.saturating_add(1)).read_to_end(&mut body)?;
        if u64::try_from(read).unwrap_or(u64::MAX) > self.max {
            return Err(HttpResolverError::ResponseTooLarge);
        }
        Ok((status, body))
    }
}

/// No header of the answer is passed on: the c2pa crate would reserve as much memory as one of them says.
impl SyncHttpResolver for Online {
    fn http_resolve(&self, request: Request<Vec<u8>>) -> Result<Response<Box<dyn Read>>, HttpResolverError> {
        let (status, body) = self.ask(request)?;
        let body: Box<dyn Read> = Box::new(Cursor::new(body));
        Ok(Response::builder().status(status).body(body)?)
    }
}

/// Resolves names, and refuses those that lead to an address that is not public. The addresses that come out of here are
/// the ones that are connected to.
#[derive(Debug)]
struct Public {
    inner: DefaultResolver,
    any: bool,
}

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if self.any || found.iter().all(|address| is_public(address.ip())) {
            Ok(found)
        } else {
            Err(ureq::Error::HostNotFound)
        }
    }
}

/// Whether an address is one of the public Internet (IANA's registries of special addresses, RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match embedded_v4(address) {
            Some(inner) => is_public_v4(inner),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || a == 0
        || a >= 224
        || (a == 100 && b & 0xc0 == 64)
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && b & 0xfe == 18);
    !is_special
}

/// The IPv4 address in a mapped one (RFC 4291), one behind a translator (RFC 6052), or a 6to4 one (RFC 3056).
fn embedded_v4(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] if high != 0 => Some(of(high, low)),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

/// Global unicast is 2000::/3; documentation, Teredo and the other special blocks of it are left out.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, 0x0db8, ..] | [0x3fff, ..] => false,
        [0x2001, second, ..] if second < 0x200 => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_public() {
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.31.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "::127.0.0.1",
        ] {
            assert!(!is_public(address.parse().unwrap_or_else(|e| panic!("{address}: {e}"))), "{address}");
        }
        for address in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1", "::ffff:1.1.1.1"] {
            assert!(is_public(address.parse().unwrap_or_else(|e| panic!("{address}: {e}"))), "{address}");
        }
    }
}
