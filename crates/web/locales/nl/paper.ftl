# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

paper-download = Download als PDF
pack-paper-title = Deelpakket voor { $who }
pack-paper-classification = Vertrouwelijk. Alleen voor { $who }
pack-paper-facts = Over dit pakket
pack-paper-to = Voor
pack-paper-by = Gegeven door
pack-paper-signal = Signaal
pack-paper-released = Vrijgegeven op
pack-paper-note = Gebruik deze gegevens tot en met { $date }. Wis ze daarna. Bij elk gegeven staat of het verder mag, en of het in een verslag mag.
pack-paper-item = Gegeven { $place }: { $kinds }
pack-paper-controller = Verantwoordelijk
pack-paper-regime = Wet
pack-paper-onward = Verder geven
pack-paper-minutes = In een verslag
pack-paper-ground = Grondslag
