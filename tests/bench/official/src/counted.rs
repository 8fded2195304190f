//! The contender, with allocations counted.

fn main() {
    contender::serve(counting::meter(), official::contender());
}
