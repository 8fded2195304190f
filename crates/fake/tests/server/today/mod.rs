//! What today's services do, by their own references.

mod groups;
mod life;
mod pools;
