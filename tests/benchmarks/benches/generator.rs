//! From the text of the catalogue to the files of the crate, all in memory: reading and writing files is not measured.
//!
//! `parse` is YAML to nodes with positions; `load` is that, resolving and checking; `emit` is the catalogue to files.
//! The peer of `parse` is `serde_yaml`, which keeps no positions.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use criterion::BatchSize;
use koo_benchmarks::{Report, Row, Target};
use koo_codegen::rust::{Options, emit};
use koo_spec::load::{Input, load};
use koo_spec::source::SourceFile;
use koo_spec::yaml;

const CATALOGUE: &str = "whole catalogue";
const GUIDE: &str = "SaaS guide V2.0 alone";
const SYNTHETIC: &str = "20 interfaces of 25 fields";

fn main() -> Result<(), Box<dyn Error>> {
    let mut report = Report::from_args(env!("CARGO_TARGET_TMPDIR"));
    let inputs = catalogue()?;
    let catalogue = case(&mut report, CATALOGUE, &inputs)?;
    let is_needed = |input: &&Input| {
        input.path.starts_with("common/")
            || ["catalogue.yaml", "saas-v2.yaml"].contains(&&*input.path)
    };
    let inputs: Vec<_> = inputs.iter().filter(is_needed).cloned().collect();
    let guide = case(&mut report, GUIDE, &inputs)?;
    let synthetic = case(&mut report, SYNTHETIC, &synthetic()?)?;
    report.criterion.final_summary();
    report.print();
    per_interface(&report, CATALOGUE, catalogue);
    per_interface(&report, GUIDE, guide);
    per_interface(&report, SYNTHETIC, synthetic);
    Ok(())
}

/// Measures every step on one catalogue and gives the number of its interfaces.
fn case(
    report: &mut Report,
    name: &'static str,
    inputs: &[Input],
) -> Result<usize, Box<dyn Error>> {
    let loaded = load(inputs.to_vec());
    if let Some(problem) = loaded.diagnostics.first().filter(|_| !loaded.is_usable()) {
        return Err(format!(
            "{name}: {}: {problem:?}",
            loaded.sources.locate(problem.span())
        )
        .into());
    }
    let options = Options {
        runtime_path: None,
        runtime_version: "0.1.0".to_owned(),
    };
    emit(&loaded.catalogue, &options)?;
    let sources: Vec<SourceFile> = loaded.sources.files().cloned().collect();

    let mut group = report.criterion.benchmark_group(name);
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            sources
                .iter()
                .zip(0..)
                .map(|(source, file)| yaml::parse(source, file))
                .collect::<Vec<_>>()
        });
    });
    group.bench_function("serde_yaml", |bencher| {
        bencher.iter(|| {
            sources
                .iter()
                .map(|source| serde_yaml::from_str::<serde_yaml::Value>(source.text()))
                .collect::<Vec<_>>()
        });
    });
    group.bench_function("load", |bencher| {
        bencher.iter_batched(|| inputs.to_vec(), load, BatchSize::SmallInput);
    });
    group.bench_function("emit", |bencher| {
        bencher.iter(|| emit(&loaded.catalogue, &options));
    });
    group.finish();

    let under = Target::Under(Duration::from_millis(10));
    report.row(Row {
        group: name,
        own: "parse",
        peer: Some("serde_yaml"),
        target: Target::None,
    });
    report.row(Row {
        group: name,
        own: "load",
        peer: None,
        target: Target::None,
    });
    report.row(Row {
        group: name,
        own: "emit",
        peer: None,
        target: if name == SYNTHETIC {
            Target::None
        } else {
            under
        },
    });
    Ok(loaded
        .catalogue
        .families
        .iter()
        .map(|family| family.interfaces.len())
        .sum())
}

#[allow(clippy::print_stdout)]
fn per_interface(report: &Report, name: &str, interfaces: usize) {
    for step in ["load", "emit"] {
        if let (Some(sample), Ok(count)) = (report.sample(name, step), u32::try_from(interfaces)) {
            println!(
                "{name}: {step} {:.0} µs per interface ({count} interfaces)",
                sample.median() / 1e3 / f64::from(count)
            );
        }
    }
}

/// The files under `spec/catalog`, under the names that includes use.
fn catalogue() -> Result<Vec<Input>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/catalog");
    let loaded = koo_spec::files::load_path(&root)?;
    let inputs = loaded.sources.files().map(|file| {
        let path = Path::new(file.path()).strip_prefix(&root)?;
        Ok(Input::new(path.to_string_lossy(), file.text()))
    });
    inputs.collect()
}

/// A catalogue of one family, larger than any guide is.
fn synthetic() -> Result<Vec<Input>, Box<dyn Error>> {
    let catalogue = "
catalogue: synthetic
title: {en: Synthetic, zh: Synthetic}
doc: A catalogue to measure with.
sites:
  main: {title: {en: Main, zh: Main}, doc: The only site.}
packages:
  rust: {version: \"0.1.0\", description: Measured, license: MIT, keywords: [measured]}
";
    let mut family = "
family: synthetic
title: {en: Synthetic, zh: Synthetic}
status: current
doc: A guide to measure with.
sites: [main]
pages:
  guide: {title: Guide, site: main, updated: \"2025-01-01\"}
interfaces:
"
    .to_owned();
    for interface in 1..=20 {
        writeln!(family, "  call{interface}:")?;
        writeln!(
            family,
            "    title: {{en: Call {interface}, zh: Call {interface}}}"
        )?;
        writeln!(
            family,
            "    doc: What call {interface} does, in a sentence that is as long as such sentences are."
        )?;
        writeln!(family, "    direction: platform-to-merchant")?;
        writeln!(family, "    method: POST")?;
        writeln!(family, "    scheme: none")?;
        writeln!(family, "    page: guide")?;
        writeln!(family, "    select: {{call: call{interface}}}")?;
        writeln!(family, "    body:")?;
        writeln!(
            family,
            "      call: {{type: string, required: true, max_length: 64, doc: Which call this is., page: guide}}"
        )?;
        for field in 2..=25 {
            let required = field % 2 == 1;
            writeln!(family, "      field{field}:")?;
            writeln!(family, "        type: string")?;
            writeln!(family, "        required: {required}")?;
            writeln!(family, "        max_length: 64")?;
            writeln!(
                family,
                "        doc: What field {field} of call {interface} holds, and what it is good for."
            )?;
            writeln!(family, "        page: guide")?;
        }
        writeln!(family, "    reply:")?;
        writeln!(family, "      body:")?;
        writeln!(
            family,
            "        id: {{type: string, required: true, max_length: 64, doc: Id of the answer., page: guide}}"
        )?;
    }
    Ok(vec![
        Input::new("catalogue.yaml", catalogue),
        Input::new("synthetic.yaml", family),
    ])
}
