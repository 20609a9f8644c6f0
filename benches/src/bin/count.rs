//! Does one thing again and again, for a program that counts instructions. `cargo xtask instructions` takes what eleven
//! turns cost beyond one, so that making the asset does not count.
//!
//! Arguments: `processor`, which says what the counts depend on; or a content, a size, an operation, and how often. Beside
//! those of the table, `hash` is an operation.

use aimark_benches::{Operation, assets, hash, ours};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["processor"] => println!("{}", aimark_benches::processor()),
        [content, size, operation, often] => {
            let asset = assets::make(content, size.parse().expect("a size")).expect("a content");
            let contender = match Operation::ALL.into_iter().find(|o| o.name() == *operation) {
                Some(operation) => ours(&asset, operation),
                None if *operation == "hash" => hash(&asset),
                None => panic!("{operation} is no operation"),
            };
            (0..often.parse().expect("a number")).for_each(|_: u32| (contender.run)());
        }
        _ => panic!("`processor`, or four arguments"),
    }
}
