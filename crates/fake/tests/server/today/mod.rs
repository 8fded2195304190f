//! What today's services do, by their own references.

mod auth;
mod github;
mod groups;
mod hooks;
mod life;
mod pools;
mod refusals;
mod small;
