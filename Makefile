# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

.PHONY: demo test assets

# Invented data at http://127.0.0.1:8080; the first build takes some minutes.
demo:
	cargo build
	target/debug/meldroute demo

test:
	scripts/test

# After a change in crates/web/assets/src.
assets:
	cd crates/web/assets && npm ci --ignore-scripts && npm run build
