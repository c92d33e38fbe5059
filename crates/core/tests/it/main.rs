// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tests of the domain from outside: the engine on random routes, and its rules one by one.

#[cfg(test)]
mod acts;
#[cfg(test)]
mod diagrams;
#[cfg(test)]
mod dice;
#[cfg(test)]
mod disposal;
#[cfg(test)]
mod engine;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod plain_route;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod queries;
#[cfg(test)]
mod random_route;
#[cfg(test)]
mod reporters;
#[cfg(test)]
mod retention;
#[cfg(test)]
mod sharing;
#[cfg(test)]
mod toml_files;
#[cfg(test)]
mod town;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod wording;
#[cfg(test)]
mod work_list;
