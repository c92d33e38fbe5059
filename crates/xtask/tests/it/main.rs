// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Rules about the repository as a whole: layers, dependencies, sources and documents.

#[cfg(test)]
mod documents;
#[cfg(test)]
mod handbook;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod manifests;
#[cfg(test)]
mod publiccode;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod tree;
