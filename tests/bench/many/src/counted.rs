//! The contender, with the most memory counted.

fn main() {
    contender::serve(peak::meter(), many::contender());
}
