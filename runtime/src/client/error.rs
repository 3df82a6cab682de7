//! Why a call brought no reply.

use std::fmt;

use super::members::Unwritable;
use super::xml::XmlError;
use super::{Answer, ClientError};
use crate::call::ResultCode;
use crate::lenient::ReadError;
use crate::scheme::SchemeError;
use crate::validate::Violations;

/// Why a call brought no reply. `C` is the result code of the family, `F` what a failed call answers.
///
/// No message holds a value of the request, an address, or a part of the answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CallError<C, F> {
    /// The request breaks documented limits, so it was not sent.
    #[error("the request breaks the contract: {0}")]
    Invalid(Violations),
    /// The request is nothing HTTP can carry.
    #[error("the request cannot be written")]
    Unwritable,
    /// The interface is not offered on this site.
    #[error("{interface} is not offered on the site {site:?}")]
    NotOffered {
        /// Interface.
        interface: &'static str,
        /// Site of the client.
        site: String,
    },
    /// The named parameter, or the base address, makes no address.
    #[error("{0} makes no address")]
    Address(&'static str),
    /// The request could not be signed.
    #[error("the request cannot be signed")]
    Signing(#[source] SchemeError),
    /// No connection, or no complete answer.
    #[error(transparent)]
    Network(ClientError),
    /// The time for the call, all tries included, is over. The other side may have carried it out.
    #[error("the call did not finish in time")]
    Late,
    /// The other side answered a result code that is no success.
    #[error(transparent)]
    Refused(Box<Refused<C, F>>),
    /// The HTTP status is no success, and there is no result code.
    #[error(transparent)]
    Status(Box<Failed<F>>),
    /// The status is a success, but the answer is not the documented reply.
    #[error(transparent)]
    Unreadable(Box<Unreadable>),
}

impl<C, F> CallError<C, F> {
    /// The result code, if the other side answered one.
    pub fn code(&self) -> Option<&C> {
        match self {
            Self::Refused(refused) => Some(&refused.code),
            _ => None,
        }
    }

    /// The HTTP status, if there was an answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(refused) => Some(refused.answer.status),
            Self::Status(failed) => Some(failed.answer.status),
            Self::Unreadable(unreadable) => Some(unreadable.answer.status),
            _ => None,
        }
    }

    /// Whether the other side may have seen the call. If not, it certainly was not carried out.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Invalid(_)
            | Self::Unwritable
            | Self::NotOffered { .. }
            | Self::Address(_)
            | Self::Signing(_) => false,
            Self::Network(error) => !error.is_unsent(),
            Self::Late | Self::Refused(_) | Self::Status(_) | Self::Unreadable(_) => true,
        }
    }
}

/// A result code that is no success.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Refused<C, F> {
    /// Result code.
    pub code: C,
    /// What the other side says about it.
    pub message: Option<String>,
    /// The answer as its model, if it has the documented form.
    pub reply: Option<F>,
    /// The whole answer.
    pub answer: Answer,
}

/// An HTTP status that is no success, without a result code.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Failed<F> {
    /// The answer as its model, if it has the documented form.
    pub reply: Option<F>,
    /// The whole answer.
    pub answer: Answer,
}

/// An answer that is not the documented reply.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Unreadable {
    /// Why.
    pub cause: Unread,
    /// The whole answer.
    pub answer: Answer,
}

/// Why an answer is not the documented reply.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Unread {
    /// It is no JSON, or lacks a mandatory member.
    #[error(transparent)]
    Json(#[from] ReadError),
    /// It is no XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
}

impl<C: ResultCode, F> fmt::Display for Refused<C, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused with result code {:?}", self.code.as_str())?;
        match self.code.meaning() {
            Some(meaning) => write!(f, ": {meaning}"),
            None => Ok(()),
        }
    }
}

/// Shows the code and the status; what the other side wrote may hold more than a log should.
impl<C: fmt::Debug, F> fmt::Debug for Refused<C, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refused")
            .field("code", &self.code)
            .field("answer", &self.answer)
            .finish_non_exhaustive()
    }
}

impl<C: ResultCode + fmt::Debug, F> std::error::Error for Refused<C, F> {}

impl<F> fmt::Display for Failed<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "answered with HTTP status {}", self.answer.status)
    }
}

/// Shows the status only.
impl<F> fmt::Debug for Failed<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failed")
            .field("answer", &self.answer)
            .finish_non_exhaustive()
    }
}

impl<F> std::error::Error for Failed<F> {}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer is not the documented reply: {}", self.cause)
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// Why a call was not even tried.
#[derive(Debug)]
pub(super) enum Unsendable {
    Invalid(Violations),
    Unwritable,
    NotOffered(&'static str, String),
    Address(&'static str),
}

impl From<Unwritable> for Unsendable {
    fn from(_: Unwritable) -> Self {
        Self::Unwritable
    }
}

impl<C, F> From<Unsendable> for CallError<C, F> {
    fn from(problem: Unsendable) -> Self {
        match problem {
            Unsendable::Invalid(violations) => Self::Invalid(violations),
            Unsendable::Unwritable => Self::Unwritable,
            Unsendable::NotOffered(interface, site) => Self::NotOffered { interface, site },
            Unsendable::Address(part) => Self::Address(part),
        }
    }
}
