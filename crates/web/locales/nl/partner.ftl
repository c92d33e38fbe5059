# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

own-reports-title = Eigen meldingen
own-reports-lead = Zo staat het met de meldingen van uw organisatie. Wat er precies gebeurt, mogen wij hier niet laten zien.
own-reports-number = Nummer
own-reports-received = Ontvangen
own-reports-state = Stand
own-reports-state-new = Ontvangen. Wij bekijken de melding.
own-reports-state-signal = In behandeling. U hoort van ons.
own-reports-state-aside = Bekeken. Het meldpunt neemt de melding niet verder in behandeling.
own-reports-empty = Nog geen meldingen.
own-reports-empty-more = Meldt u iets, dan ziet u hier hoe het ermee staat.
