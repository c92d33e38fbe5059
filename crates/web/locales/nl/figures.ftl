# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

figures-title = Beeld
figures-source = Bron: dit programma, geteld op { $when }.
figures-year = Jaar
figures-rounded = Aantallen van 1 tot en met 4 staan hier als ‘minder dan 5’, zodat niemand eruit te herkennen is. Daarom staan er ook geen totalen bij.
figures-fewer = minder dan { $count }
figures-together = Samen
figures-in = Wat komt er binnen?
figures-in-caption = Meldingen in { $year } per maand en kanaal
figures-in-none = In dit jaar is nog niets binnengekomen.
figures-in-note = Een melding is nog geen signaal: meer meldingen kunnen over hetzelfde gaan, of nergens over. Meer meldingen betekent niet dat er meer mensenhandel is. Vaak wordt er beter gekeken.
figures-month = Maand
figures-forms = Waarover gaan de signalen?
figures-forms-caption = Signalen die in { $year } zijn geregistreerd, per vorm en gebied
figures-forms-note = Zoals wij het nu duiden. Eén signaal kan bij meer vormen staan: tel ze niet bij elkaar op.
figures-form = Vorm
figures-open = Waar staan de signalen nu?
figures-open-caption = Open signalen per stap, vandaag
figures-open-note = Ook signalen die wachten op een actie of controle tellen mee, bij de stap die erom vroeg.
figures-step = Stap
figures-signals = Signalen
figures-closed = Hoe liep het af?
figures-closed-caption = Signalen die in { $year } zijn gesloten, per uitkomst
figures-closed-note = ‘Niet bevestigd’ is niet ‘niets gedaan’: er kan hulp of een controle zijn geweest.
figures-confirmation = Bevestigd?
figures-confirmation-confirmed = Bevestigd
figures-confirmation-not-confirmed = Niet bevestigd
figures-confirmation-not-for-us = Niet aan ons om te zeggen
audience-casework = eigen werk
audience-group = de werkgroep
audience-council = college en raad
audience-public = iedereen
