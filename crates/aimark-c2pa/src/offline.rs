//! The network that is not there.

use std::io::{Error, ErrorKind, Read};
use std::pin::Pin;

use c2pa::http::http::{Request, Response};
use c2pa::http::{AsyncHttpResolver, HttpResolverError, SyncHttpResolver};

/// Refuses every request. The c2pa crate is built without any HTTP client and told by its settings not to fetch; this is the
/// third lock, for paths that ignore the settings (identities that name a `did:web`, for one).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offline;

impl SyncHttpResolver for Offline {
    fn http_resolve(&self, _: Request<Vec<u8>>) -> Answer {
        refuse()
    }
}

/// Not on a path that is used today. `async_trait` written out.
impl AsyncHttpResolver for Offline {
    fn http_resolve_async<'a, 'b>(
        &'a self,
        _: Request<Vec<u8>>,
    ) -> Pin<Box<dyn Future<Output = Answer> + Send + 'b>>
    where
        'a: 'b,
        Self: 'b,
    {
        Box::pin(async { refuse() })
    }
}

type Answer = Result<Response<Box<dyn Read>>, HttpResolverError>;

fn refuse() -> Answer {
    Err(HttpResolverError::Io(Error::new(ErrorKind::PermissionDenied, "offline")))
}
