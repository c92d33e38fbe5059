# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

configuration-title = Configuration
configuration-version = The route as it is in force now, version { $version }.
configuration-how = The configuration stands in files. A new version is checked and loaded on the server; a signal that is under way keeps going. The description is in Dutch.
