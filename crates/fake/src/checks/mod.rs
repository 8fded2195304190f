//! Who calls and what the caller may do: signatures, and the scopes that a method asks for.
//! It may use `http` and the clock; who has which secret it is told.

pub(crate) mod scopes;
pub(crate) mod signature;
