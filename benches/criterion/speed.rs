//! Each operation on each asset, with criterion's statistics: `cargo bench -p aimark-benches -- "sign/JPEG"`.

use std::time::Duration;

use aimark_benches::{Operation, assets, contenders};
use criterion::{Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    for operation in Operation::ALL {
        for (content, sizes) in assets::MEASURED {
            for size in sizes {
                let asset = assets::make(content, *size).expect("a content");
                let mut group = criterion.benchmark_group(format!("{}/{content}/{size}", operation.name()));
                group.throughput(Throughput::Bytes(asset.bytes.len() as u64));
                for contender in contenders(&asset, operation) {
                    group.bench_function(contender.name, |bencher| bencher.iter(|| (contender.run)()));
                }
            }
        }
    }
    criterion.final_summary();
}
