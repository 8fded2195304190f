//! What goes over the wire, as data: requests, queries, ranges, the paths of methods, the order of
//! members, pages, replies and errors. It opens no socket, knows no API, and uses nothing else of this crate.

pub(crate) mod errors;
pub(crate) mod malformed;
pub(crate) mod order;
pub(crate) mod paging;
pub(crate) mod query;
pub(crate) mod ranges;
pub(crate) mod route;
pub(crate) mod types;
