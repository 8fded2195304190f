//! References as somebody would write them who wants to run, write or delete what nobody asked for.
//!
//! Each test changes the toy's references and generates from them: what comes of it is an error
//! that names the place, or code that does no more than it should.

mod compiled;
mod names;
mod paths;
mod published;
mod recursion;
mod texts;
mod toy;
mod with_own;
