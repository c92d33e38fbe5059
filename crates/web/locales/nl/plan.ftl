# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

plan-title = Plan
plan-late = { $count ->
    [0] Geen actie is te laat.
    [one] Eén actie is te laat.
   *[other] { $count } acties zijn te laat.
}
plan-pillar-more = Alles over { $name }
plan-none = Er zijn nog geen acties ingelezen.
plan-caption = Acties van { $name } in { $year }, per kwartaal
plan-action = Actie
plan-quarter = Kwartaal { $quarter }
plan-words = Wanneer, in de woorden van het plan
plan-read-as = Zo leest het programma dat
plan-next = Wat nu komt
plan-nothing-next = Alles is gedaan
plan-owner = Verantwoordelijk
plan-nobody = niemand
plan-theme = Onderwerp
plan-flags = Let op
plan-times = Wanneer moet het gedaan zijn?
plan-no-times = Voor deze actie staat geen datum vast.
plan-due = Uiterlijk
plan-stands = Stand
plan-evidence = Bewijs
plan-no-evidence = Nog niets vastgelegd
plan-evidence-hint = Wat is er gebeurd, en waar is dat te vinden? Bijvoorbeeld: training op 3 maart, presentielijst in het archief.
plan-done-on = Gedaan op { $day }, vastgelegd door { $name }
plan-mark = Vastleggen dat het gedaan is
plan-mark-due = Voor welk moment?
plan-mark-on = Op welke dag is het gedaan?
plan-record = Waaruit blijkt het?
plan-record-hint = Kies wat al is vastgelegd, of schrijf het hieronder zelf op.
plan-record-none = Ik schrijf het zelf op
plan-mark-do = Leg vast
plan-owner-who = Wie is verantwoordelijk?
plan-owner-hint = Een functie of afdeling.
plan-owner-do = Leg verantwoordelijke vast
plan-error-evidence = Schrijf op wat het bewijst, in hooguit 1000 tekens
plan-error-on = Kies een dag tot en met vandaag
plan-error-owner = Schrijf op wie verantwoordelijk is
done-plan-action = Vastgelegd.
done-plan-owner = De verantwoordelijke is vastgelegd.
