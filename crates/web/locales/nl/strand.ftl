# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

strands-title = Uitgezet
strands-ended = Afgelopen ({ $count })
strand-kind-task = Actie
strand-kind-inspection = Controle
strand-kind-hand-over = Overdracht
strand-kind-other-department = Andere afdeling
strand-kind-care = Zorg
strand-kind-intervention = Interventie
strand-kind-case = Casus
strand-acute = met spoed
strand-state-offered = wacht op antwoord
strand-state-under-way = loopt
strand-state-refused = geweigerd
strand-state-done = klaar
strand-state-withdrawn = ingetrokken
strand-due = uiterlijk { $date }
strand-reference = kenmerk { $reference }
strand-ended-on = { $state } op { $date }
strand-open = Bekijk
strand-answer = Bekijk of beantwoord
strand-what-hidden = Wat hiervoor is gevraagd, ziet alleen wie het kreeg.
strand-read-what = Lees wat er is gevraagd
strand-read-words = Lees het antwoord

# ---- the page of who got it ----
strand-task-title = Actie bij { $number }
strand-inspection-title = Controle bij { $number }
strand-hand-over-title = Overdracht { $number }
strand-care-title = Zorgvraag { $number }
strand-intervention-title = Interventie bij { $number }
strand-case-title = Casus bij { $number }
strand-asked = Wat is er gevraagd
strand-power = Bevoegdheid
strand-field = Soort
strand-field-administrative = bestuurlijk
strand-field-criminal = strafrechtelijk
strand-field-care = zorg
strand-field-fiscal = fiscaal
strand-ground = Grondslag
strand-for = Voor
strand-from = Uitgezet door
strand-started = Sinds
strand-by = Uiterlijk
strand-number = Kenmerk
strand-recorded-by = Vastgelegd door
strand-result = Wat eruit kwam
strand-only-this = U ziet alleen wat voor u is bedoeld, niet het hele signaal. Wat u leest, wordt vastgelegd.
strand-now = Wat nu
strand-done-thanks = Dit is afgelopen. U hoeft niets meer te doen.
strand-to-signal = Naar het signaal

# ---- steps ----
strand-accept = Neem aan
strand-accept-reference = Uw eigen kenmerk
strand-accept-reference-hint = Bijvoorbeeld een zaaknummer. Geen namen.
strand-refuse = Weiger
strand-refuse-reason = Waarom niet?
strand-finish = Meld dat het klaar is
strand-finish-result = Wat kwam eruit?
strand-finish-result-hint = Schrijf op wat u zag of deed. Dit komt bij het signaal.
strand-withdraw = Trek in
strand-withdraw-reason = Waarom trekt u dit in?
strand-set-number = Zet het kenmerk
strand-number-reference = Kenmerk van de ontvanger
strand-finish-care-hint = Alleen hoe het staat, geen zorginhoud.
strand-returns = Wat het meldpunt terug wil horen
strand-unread = De ontvanger heeft geantwoord.
strand-note = Gelezen
