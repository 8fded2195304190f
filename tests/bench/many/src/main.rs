//! The contender, with times.

fn main() {
    contender::serve(contender::Meter::timing(), many::contender());
}
