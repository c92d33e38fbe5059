# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

paper-download = Download as PDF
pack-paper-title = Pack for { $who }
pack-paper-classification = Confidential. Only for { $who }
pack-paper-facts = About this pack
pack-paper-to = For
pack-paper-by = Given by
pack-paper-signal = Signal
pack-paper-released = Released on
pack-paper-note = Use these data until { $date } inclusive. Erase them after that. Each item says whether it may go on, and whether it may stand in minutes.
pack-paper-item = Item { $place }: { $kinds }
pack-paper-controller = Responsible
pack-paper-regime = Law
pack-paper-onward = Passing on
pack-paper-minutes = In minutes
pack-paper-ground = Ground
