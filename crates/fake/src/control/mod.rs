//! What a test turns and looks at: faults, rules of when they come, answers that are set, records
//! of requests. It may use `apis` and `http`, and knows no service.

pub(crate) mod answers;
pub(crate) mod faults;
pub(crate) mod record;
pub(crate) mod rules;
