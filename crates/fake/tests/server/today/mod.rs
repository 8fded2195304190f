//! What today's services do, by their own references.

mod artifacts;
mod auth;
mod github;
mod groups;
mod hooks;
mod life;
mod lists;
mod pools;
mod refusals;
mod small;
