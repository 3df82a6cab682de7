//! Asks a service that runs whether it takes calls, for the health check of a container: its image has no other program.

use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// How long the service may take for each step.
const PATIENCE: Duration = Duration::from_secs(3);

const REQUEST: &[u8] = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// Whether the service whose health checks are at `admin` says that it is ready.
///
/// # Errors
/// If it does not answer.
pub fn is_ready(admin: SocketAddr) -> io::Result<bool> {
    let mut connection = TcpStream::connect_timeout(&reachable(admin), PATIENCE)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    connection.write_all(REQUEST)?;
    let mut head = [0; "HTTP/1.1 200".len()];
    connection.read_exact(&mut head)?;
    Ok(head == *b"HTTP/1.1 200")
}

/// A service that listens on all addresses of a machine is reached at its own.
fn reachable(admin: SocketAddr) -> SocketAddr {
    let address = match admin.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(address, admin.port())
}
