// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The walls between crates (docs/adr/0001): who may use what, directly and by a detour.

use std::collections::{BTreeMap, VecDeque};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};

use crate::tree::{assert_none, root};

/// One crate and its walls.
struct Wall {
    krate: &'static str,
    /// Our own crates that it may name.
    own: &'static [&'static str],
    /// All other crates that it may name; `None` where the reason beside the dependency is enough.
    others: Option<&'static [&'static str]>,
    /// What it may not reach by any detour: the crate of that name, and its family (`axum` also means `axum-core`).
    never: &'static [&'static str],
}

const WALLS: &[Wall] = &[
    Wall {
        krate: "meldroute-core",
        own: &["meldroute-estimate"],
        others: Some(&[
            "serde",
            "serde_json",
            "thiserror",
            "chrono",
            "chrono-tz",
            "uuid",
            "toml",
            "regex",
        ]),
        never: &[
            "axum", "sqlx", "sea-orm", "tokio", "rand", "tantivy", "hyper", "rustls",
        ],
    },
    Wall {
        krate: "meldroute-vault",
        own: &[],
        others: None,
        never: &[
            "meldroute-core",
            "axum",
            "sqlx",
            "sea-orm",
            "tokio",
            "tantivy",
            "hyper",
            "openssl",
            "ring",
        ],
    },
    Wall {
        krate: "meldroute-storage",
        own: &["meldroute-core", "meldroute-vault"],
        others: None,
        never: &["axum", "askama", "tantivy", "mail-parser"],
    },
    Wall {
        krate: "meldroute-connect",
        own: &["meldroute-core"],
        others: None,
        never: &[
            "meldroute-storage",
            "meldroute-web",
            "axum",
            "sqlx",
            "sea-orm",
            "tantivy",
        ],
    },
    Wall {
        krate: "meldroute-cleaning",
        own: &[],
        others: None,
        never: &[
            "meldroute-core",
            "meldroute-storage",
            "meldroute-web",
            "axum",
            "sqlx",
            "sea-orm",
            "tokio",
            "hyper",
            "rustls",
        ],
    },
    Wall {
        krate: "meldroute-estimate",
        own: &[],
        others: Some(&["csv", "libm", "thiserror"]),
        never: &["meldroute-core", "axum", "sqlx", "sea-orm", "tokio", "rand"],
    },
    Wall {
        krate: "meldroute-search",
        own: &[],
        others: None,
        never: &["meldroute-core", "meldroute-storage", "axum", "sqlx", "sea-orm"],
    },
    Wall {
        krate: "meldroute-report",
        own: &["meldroute-core"],
        others: None,
        never: &[
            "meldroute-storage",
            "meldroute-web",
            "meldroute-vault",
            "axum",
            "sqlx",
            "sea-orm",
            "tokio",
            "hyper",
            "rustls",
        ],
    },
    Wall {
        krate: "meldroute-web",
        own: &["meldroute-core"],
        others: None,
        never: &[
            "meldroute-storage",
            "meldroute-vault",
            "meldroute-search",
            "meldroute-report",
            "sqlx",
            "sea-orm",
            "tantivy",
        ],
    },
    Wall {
        krate: "meldroute",
        own: &[
            "meldroute-core",
            "meldroute-vault",
            "meldroute-storage",
            "meldroute-cleaning",
            "meldroute-connect",
            "meldroute-estimate",
            "meldroute-report",
            "meldroute-search",
            "meldroute-web",
        ],
        others: None,
        never: &["xtask", "openssl", "native-tls", "aws-lc-rs"],
    },
    Wall {
        krate: "xtask",
        own: &[],
        others: None,
        never: &["meldroute"],
    },
];

/// What cargo knows, for this platform only: the packages of others need not have been fetched.
fn metadata() -> Metadata {
    let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(vec!["--offline".into(), "--filter-platform".into(), platform])
        .exec()
        .expect("cargo metadata works offline (if not: run `cargo fetch` once)")
}

fn name<'a>(metadata: &'a Metadata, id: &PackageId) -> &'a str {
    metadata[id].name.as_str()
}

fn member<'a>(metadata: &'a Metadata, krate: &str) -> &'a PackageId {
    let found = metadata
        .workspace_members
        .iter()
        .find(|id| name(metadata, id) == krate);
    found.unwrap_or_else(|| panic!("{krate} has a row in WALLS but is no crate of the workspace"))
}

/// Every crate that is compiled into `start` (tests aside), with the way to it.
fn reachable<'a>(metadata: &'a Metadata, start: &PackageId) -> BTreeMap<&'a str, String> {
    let resolve = metadata
        .resolve
        .as_ref()
        .expect("metadata holds the resolved graph");
    let edges: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, &node.deps)).collect();
    let mut ways = BTreeMap::new();
    let mut queue = VecDeque::from([(start, name(metadata, start).to_owned())]);
    while let Some((id, way)) = queue.pop_front() {
        for dependency in edges[id] {
            let shipped = dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind != DependencyKind::Development);
            let target = name(metadata, &dependency.pkg);
            if shipped && !ways.contains_key(target) {
                let way = format!("{way} -> {target}");
                ways.insert(target, way.clone());
                queue.push_back((&dependency.pkg, way));
            }
        }
    }
    ways
}

fn of_family(krate: &str, family: &str) -> bool {
    krate == family
        || krate
            .strip_prefix(family)
            .is_some_and(|rest| rest.starts_with('-'))
}

#[test]
fn every_crate_has_its_walls() {
    let metadata = metadata();
    let mut crates: Vec<_> = metadata
        .workspace_members
        .iter()
        .map(|id| name(&metadata, id))
        .collect();
    let mut walls: Vec<_> = WALLS.iter().map(|wall| wall.krate).collect();
    crates.sort_unstable();
    walls.sort_unstable();
    assert_eq!(
        crates, walls,
        "a new crate needs a row in WALLS and a line in docs/adr/0001"
    );
}

#[test]
fn crates_name_only_what_they_may() {
    let metadata = metadata();
    let mut findings = Vec::new();
    for wall in WALLS {
        let package = &metadata[member(&metadata, wall.krate)];
        for dependency in package
            .dependencies
            .iter()
            .filter(|one| one.kind != DependencyKind::Development)
        {
            let named = dependency.name.as_str();
            let allowed = if dependency.path.is_some() {
                wall.own.contains(&named)
            } else {
                wall.others.is_none_or(|others| others.contains(&named))
            };
            if !allowed {
                findings.push(format!("{} may not use {named}", wall.krate));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn no_detour_around_a_wall() {
    let metadata = metadata();
    let mut findings = Vec::new();
    for wall in WALLS {
        let ways = reachable(&metadata, member(&metadata, wall.krate));
        for (krate, way) in &ways {
            // `meldroute` is the binary, not a family: its parts have rows of their own.
            let forbidden =
                |never: &&str| *krate == *never || (*never != "meldroute" && of_family(krate, never));
            if wall.never.iter().any(forbidden) {
                findings.push(way.clone());
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn the_search_for_detours_finds_one() {
    let metadata = metadata();
    let ways = reachable(&metadata, member(&metadata, "meldroute"));
    let way = ways.get("sqlx-core").expect("the binary holds the database");
    assert!(
        way.starts_with("meldroute -> meldroute-storage -> sea-orm"),
        "{way}"
    );
    assert!(of_family("sqlx-core", "sqlx") && !of_family("ringbuf", "ring"));
}
