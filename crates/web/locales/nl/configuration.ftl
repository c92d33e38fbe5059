# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

configuration-title = Inrichting
configuration-version = De route zoals ze nu geldt, versie { $version }.
configuration-how = De inrichting staat in bestanden. Een nieuwe versie wordt op de server gecontroleerd en geladen; een signaal dat onderweg is, loopt door.
