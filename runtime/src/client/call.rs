//! One call of an interface, from the request to the reply.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, timeout_at};

use super::body::{self, Body};
use super::endpoint::{self, Endpoint};
use super::error::Unsendable;
use super::interface::{Interface, PartKind};
use super::members::{Member, members};
use super::observer::{Event, report};
use super::reply;
use super::retry::{self, Attempts, Trouble};
use super::transport::{Client, Outgoing};
use super::{Answer, CallError, ClientError, Settings};
use crate::call::ResultCode;
use crate::message::{Message, path_and_query};
use crate::scheme::{Carried, Place, Scheme, Stamp, Unsigned};
use crate::validate::Validate;

/// The other side, as a client reaches it. Cheap to clone; keeps connections open between calls.
#[derive(Debug, Clone)]
pub struct Remote {
    client: Client,
    settings: Settings,
}

impl Remote {
    /// The other side, called as the settings say.
    ///
    /// # Errors
    /// [`ClientError::Setup`] if TLS cannot be set up.
    pub fn new(settings: Settings) -> Result<Self, ClientError> {
        let client = Client::with_timeouts(settings.connect_timeout, settings.timeout)?;
        Ok(Self { client, settings })
    }

    /// A call of the interface with a request, unsigned. Nothing is sent yet.
    pub fn call<R: Serialize + Validate>(
        &self,
        interface: &'static Interface,
        request: &R,
    ) -> Prepared<'_, Unsigned> {
        Prepared {
            remote: self,
            interface,
            site: String::new(),
            address: None,
            scheme: &Unsigned,
            headers: Ok(Vec::new()),
            members: checked(interface, request),
        }
    }
}

/// The members of a request that keeps all documented limits.
fn checked<R: Serialize + Validate>(
    interface: &Interface,
    request: &R,
) -> Result<Vec<Member>, Unsendable> {
    request.validate().map_err(Unsendable::Invalid)?;
    let files: Vec<_> = interface
        .parts
        .iter()
        .filter(|part| matches!(part.kind, PartKind::File { .. }))
        .map(|part| part.name)
        .collect();
    Ok(members(request, &files)?)
}

/// A call that is ready to be sent, or the reason why it is not.
#[must_use = "nothing is sent without `send`"]
pub struct Prepared<'a, S> {
    remote: &'a Remote,
    interface: &'static Interface,
    site: String,
    address: Option<String>,
    scheme: &'a S,
    headers: Result<Vec<(String, String)>, Unsendable>,
    members: Result<Vec<Member>, Unsendable>,
}

impl<'a, S: Scheme> Prepared<'a, S> {
    /// The site whose address is called.
    pub fn at(mut self, site: &str) -> Self {
        site.clone_into(&mut self.site);
        self
    }

    /// The address, where the contract does not know it.
    pub fn to(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// Headers that are parameters of the interface.
    pub fn headers<H: Serialize + Validate>(mut self, headers: &H) -> Self {
        self.headers = checked(self.interface, headers).map(|members| {
            let pair = |member: &Member| Some((member.name.to_owned(), member.text()?));
            members.iter().filter_map(pair).collect()
        });
        self
    }

    /// The scheme that signs the call.
    pub fn signed_by<T: Scheme>(self, scheme: &'a T) -> Prepared<'a, T> {
        Prepared {
            remote: self.remote,
            interface: self.interface,
            site: self.site,
            address: self.address,
            scheme,
            headers: self.headers,
            members: self.members,
        }
    }

    /// Sends the call, again where that does no harm, and reads the reply.
    ///
    /// # Errors
    /// [`CallError`] if there is no reply that says the call was carried out.
    pub async fn send<T, F, C>(self) -> Result<T, CallError<C, F>>
    where
        T: DeserializeOwned + Validate,
        F: DeserializeOwned,
        C: ResultCode,
    {
        let Self {
            remote, interface, ..
        } = self;
        let settings = &remote.settings;
        let deadline = Instant::now() + settings.deadline;
        let members = self.members?;
        let address = self.address.as_deref();
        let bases = &settings.base_urls;
        let sending = Sending::<S, C> {
            remote,
            interface,
            scheme: self.scheme,
            headers: self.headers?,
            endpoints: endpoint::endpoints(interface, &self.site, address, bases, &members)?,
            query: body::pairs(interface.query, &members),
            body: body::encode(&remote.client, interface, &members)
                .await
                .map_err(CallError::Network)?,
            code: std::marker::PhantomData,
        };
        let answer = timeout_at(deadline, retry::run(&sending, &settings.retry, deadline))
            .await
            .map_err(|_| CallError::Late)?
            .map_err(|trouble| match trouble {
                Trouble::Unsent(error) | Trouble::Lost(error) | Trouble::Hopeless(error) => {
                    CallError::Network(error)
                }
                Trouble::Signing(error) => CallError::Signing(error),
            })?;
        let reading = reply::read::<T, F, C>(interface, answer)?;
        for observation in &reading.observations {
            sending.report(&Event::Leniency(observation));
        }
        if let Err(violations) = reading.value.validate() {
            for violation in &violations {
                sending.report(&Event::Violation(violation));
            }
        }
        Ok(reading.value)
    }
}

/// A call on its way.
struct Sending<'a, S, C> {
    remote: &'a Remote,
    interface: &'static Interface,
    scheme: &'a S,
    headers: Vec<(String, String)>,
    endpoints: Vec<Endpoint>,
    query: Vec<(String, String)>,
    body: Body,
    code: std::marker::PhantomData<fn() -> C>,
}

impl<S: Scheme, C: ResultCode> Attempts for Sending<'_, S, C> {
    fn endpoints(&self) -> usize {
        self.endpoints.len()
    }

    fn is_repeatable(&self) -> bool {
        self.interface.repeatable
    }

    async fn attempt(&self, endpoint: usize) -> Result<Answer, Trouble> {
        let Some(endpoint) = self.endpoints.get(endpoint) else {
            return Err(Trouble::Hopeless(ClientError::Call("address")));
        };
        let (url, headers) = self.signed(endpoint).map_err(Trouble::Signing)?;
        let call = Outgoing {
            method: self.interface.method,
            url: &url,
            headers: &headers,
            body: &self.body.bytes,
        };
        let answer = self.remote.client.send(call).await?;
        let status = answer.status;
        self.report(&Event::Answered { status });
        Ok(answer)
    }

    fn is_passing(&self, answer: &Answer) -> bool {
        reply::is_passing::<C>(self.interface, answer)
    }

    fn wish(&self, answer: &Answer) -> Option<Duration> {
        reply::retry_after(answer, self.remote.settings.clock.now_millis())
    }

    fn report(&self, event: &Event<'_>) {
        report(&*self.remote.settings.observer, self.interface.id, event);
    }
}

impl<S: Scheme, C> Sending<'_, S, C> {
    /// The address and the headers, signed now.
    fn signed(
        &self,
        endpoint: &Endpoint,
    ) -> Result<(String, Vec<(String, String)>), crate::scheme::SchemeError> {
        let mut query = endpoint.query.clone();
        query.extend(self.query.iter().cloned());
        let mut headers = vec![("Host".to_owned(), endpoint.host.clone())];
        let content_type = self.body.content_type.clone();
        headers.extend(content_type.map(|value| ("Content-Type".to_owned(), value)));
        headers.extend(self.headers.iter().cloned());
        let message = Message {
            method: self.interface.method,
            path: &endpoint.path,
            query: &query,
            headers: &headers,
            body: &self.body.bytes,
        };
        let stamp = Stamp::at(self.remote.settings.clock.now_millis());
        for Carried { place, name, value } in self.scheme.sign(&message, &stamp)? {
            match place {
                Place::Query => query.push((name.to_owned(), value)),
                Place::Header => headers.push((name.to_owned(), value)),
            }
        }
        // Not signed: proxies may change what is accepted.
        headers.push(("Accept".to_owned(), self.accept().to_owned()));
        let path = path_and_query(&endpoint.path, &query);
        Ok((format!("{}{path}", endpoint.origin), headers))
    }

    const fn accept(&self) -> &'static str {
        match self.interface.xml {
            Some(_) => "application/xml, application/json",
            None => "application/json",
        }
    }
}
