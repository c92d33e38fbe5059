# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

flow-link = Hoe lopen signalen door de route?
flow-title = Doorloop
flow-source = Bron: het journaal, geteld tot { $when }. Op elke dag kunt u het opnieuw tellen.
flow-on = Geteld tot en met
flow-count = Tel
flow-none = Er zijn op deze dag nog geen signalen.
flow-signals = { $count ->
    [one] Er is { $value } signaal geregistreerd.
   *[other] Er zijn { $value } signalen geregistreerd.
 }
flow-looped = { $count ->
    [one] Daarvan kwam { $value } terug bij een stap waar het al was geweest.
   *[other] Daarvan kwamen { $value } terug bij een stap waar ze al waren geweest.
 }
flow-gone = { $count ->
    [one] Nog { $value } signaal is vernietigd. Welke weg dat ging, is niet meer bekend: het telt hier niet mee.
   *[other] Nog { $value } signalen zijn vernietigd. Welke weg die gingen, is niet meer bekend: ze tellen hier niet mee.
 }
flow-ways = Welke weg gaan signalen?
flow-ways-caption = Hoe vaak signalen van de ene stap naar de andere gingen
flow-picture = Tekening van de route. De tabel hieronder zegt hetzelfde in getallen.
flow-picture-note = Hoe breder de band, hoe vaker signalen die weg gingen. Rechts: voorbij een stap. Links, gestreept: terug.
flow-from = Van
flow-to = Naar
flow-times = Aantal keer
flow-end-confirmed = bevestigd
flow-end-not-confirmed = niet bevestigd
flow-end-not-for-us = niet aan ons
flow-end-open = geen oordeel
flow-time = Hoe lang duurt elke stap?
flow-time-caption = Tijd per stap van de route
flow-visits = Hoe vaak
flow-now = Nu hier
flow-median = Helft binnen
flow-longest = Langste
flow-waits = Wachtte op actie
flow-wait-median = Helft wachtte
flow-time-note = Tijd telt in hele dagen, ook in het weekend, en alleen voor wat klaar is. Wachten op een actie of controle telt apart.
flow-same-day = dezelfde dag
flow-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
 }
flow-outcomes = Wat is er besloten?
flow-outcomes-none = Nog niets.
flow-body = Overleg
flow-no-body = Zonder overleg
flow-outcome = Uitkomst
flow-feedback = Hoort de melder terug?
flow-feedback-in-time = Op tijd gegeven
flow-feedback-late = Te laat gegeven
flow-feedback-unknown = Gegeven, op tijd of te laat is niet bekend
flow-feedback-withheld = Niet gegeven, met reden
flow-feedback-note = ‘Niet gegeven’ is meestal: er was geen contact meer met de melder. De reden staat bij de melding.
flow-closed = Gesloten: { $end }
flow-rounded = Aantallen van 1 tot en met 4 staan hier als ‘minder dan 5’. Andere aantallen zijn afgerond op vijf. Zo is niemand eruit te herkennen, ook niet door aftrekken.
