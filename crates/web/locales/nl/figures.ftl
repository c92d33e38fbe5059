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
figures-sources-title = Cijfers van bronnen
figures-sources-lead = Elke tabel is van één bron. Aantallen van verschillende bronnen kunt u nooit bij elkaar optellen.
figures-sources-none = Er zijn nog geen cijfers ingelezen.
figures-sources-caption = { $source }, { $year }: aantallen per gebied en vorm
figures-to-own = Cijfers van onze eigen route
figures-to-sources = Cijfers van bronnen: politie, zorg en andere
figures-area = Gebied
figures-read-on = Gelezen op { $day }.
figures-read-from = Gelezen op { $day } in: { $document }.
figures-how-to-read = Zo leest u deze cijfers
figures-bounds = Hoeveel verschillende mensen kunnen het zijn?
figures-bounds-lead = Iemand kan bij meer bronnen geteld zijn. Het aantal mensen ligt tussen de grootste telling en alle tellingen samen. Weet een bron het niet, dan is er geen bovengrens.
figures-bounds-caption = Grenzen van het aantal verschillende mensen in { $year }, per gebied en vorm
figures-bounds-all = Alle gebieden en vormen samen: { $range }.
figures-file = Als bestand
figures-file-lead = Voor college, raad of iedereen maakt het programma de cijfers minder precies. Wat u daarvoor maakt, wordt onthouden, zodat een volgende tabel er niets bij verraadt.
figures-file-for = Voor wie?
figures-file-xlsx = Excel
figures-file-ods = OpenDocument
figures-file-csv = CSV
figures-file-svg = Plaatjes (SVG)
figures-import-do = Cijfers inlezen
figures-import-title = Cijfers inlezen
figures-import-lead = Eerst ziet u wat er met elke rij gebeurt. Daarna beslist u of het bestand wordt ingelezen. Nooit half: is er een rij fout, dan wordt er niets ingelezen.
figures-import-wrong = Kies een ander bestand
figures-import-file = Bestand (CSV, Excel of OpenDocument)
figures-import-columns = Kolommen: bron, jaar, gebied, vorm en aantal. Mag ook: reden, gelezen op en document.
figures-import-look = Bekijk wat er gebeurt
figures-import-no-column = De kolom ‘{ $column }’ ontbreekt. Nodig zijn: bron (source), jaar (year), gebied (area), vorm (form) en aantal (count).
figures-import-empty = Dit bestand is leeg.
figures-import-not-table = Dit bestand is geen tabel. Bewaar het als CSV, Excel (xlsx) of OpenDocument (ods).
figures-import-too-large = Dit bestand is te groot voor een tabel.
figures-import-signs = Als er geen getal is
figures-import-signs-lead = Laat een cel nooit leeg en schrijf geen 0 voor iets wat niet is geteld. Schrijf:
figures-import-sign-unknown = het aantal is niet bekend. Zet de reden in de kolom ‘reden’.
figures-import-sign-nr = de bron heeft dit niet geregistreerd.
figures-import-sign-secret = de bron houdt het geheim.
figures-import-sign-nil = geteld, en het waren er nul.
figures-import-sign-range = het aantal ligt tussen deze twee.
figures-compared-title = Dit gebeurt er met elke rij
figures-compared-new = { $count ->
    [one] 1 nieuw cijfer
   *[other] { $count } nieuwe cijfers
}
figures-compared-same = { $count } al bekend
figures-compared-corrected = { $count ->
    [one] 1 verbetering
   *[other] { $count } verbeteringen
}
figures-compared-wrong = { $count ->
    [one] 1 foute rij
   *[other] { $count } foute rijen
}
figures-compared-stop = Verbeter het bestand en kies het opnieuw. Zolang een rij fout is, wordt er niets ingelezen.
figures-compared-caption = Rijen van het bestand
figures-compared-what = Wat
figures-compared-fate = Wat er gebeurt
figures-compared-take-in = { $count ->
    [one] Lees 1 cijfer in
   *[other] Lees { $count } cijfers in
}
figures-fate-new = Nieuw: { $value }
figures-fate-same = Al bekend
figures-fate-corrected = Verbetering: van { $was } naar { $now }. Het oude cijfer blijft zichtbaar.
figures-fate-wrong = Fout
figures-fault-source = Deze bron staat niet in figures.toml.
figures-fault-year = Dit is geen jaar.
figures-fault-area = Dit gebied staat niet in figures.toml.
figures-fault-area-then = Dit gebied bestond in dat jaar niet.
figures-fault-form = Deze vorm staat niet in forms.toml.
figures-fault-not-registered = Deze bron registreert deze vorm niet. Daar kan dus geen getal staan, ook geen nul.
figures-fault-nothing = Het aantal ontbreekt.
figures-fault-no-reason = Er staat een punt zonder reden.
figures-fault-no-number = Dit is geen heel getal.
figures-fault-backwards = Dit bereik eindigt voordat het begint.
figures-fault-date = Dit is geen datum tot en met vandaag.
figures-fault-twice = Hetzelfde staat ook op regel { $line }.
done-figures-taken-in = { $number } cijfers zijn ingelezen.
